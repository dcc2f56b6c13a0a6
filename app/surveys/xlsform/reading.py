"""A form → a survey, with all that is left out of it or wrong in it.

The rows become the shape of a survey file of our own, so that both are judged and built alike. A form with a fault
gives no survey; every fault is told with its sheet and row.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping as Dict
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from app.errors import UserError
from app.frameworks.faults import excerpt
from app.languages import Language
from app.mapping.survey import Survey
from app.mapping.survey_routing import faults
from app.surveys.xlsform import choices
from app.surveys.xlsform.choices import Lists
from app.surveys.xlsform.findings import Finding, Findings, Place
from app.surveys.xlsform.rows import Row, language_of, rows_of, tell_unasked
from app.surveys.xlsform.sheets import read_sheets
from app.surveys.xlsform.structure import Form, read_structure
from app.surveys.xlsform.texts import Raw, filled, own_phrase

if TYPE_CHECKING:
    from app.surveys import shape

_LISTS: Final = (choices.THEMES, choices.HINTS, choices.INDEX_WORDS)
_CHECKED: Final = 8  # signs of the fingerprint that stand for a version that a form does not give


@dataclass(frozen=True, slots=True)
class FormRead:
    """The survey of a form, or why there is none; and what was left out either way."""

    survey: Survey | None
    left_out: tuple[Finding, ...]
    faults: tuple[Finding, ...]


def read_form(data: bytes, name: str) -> FormRead:
    """The survey of an XLSForm, from the bytes of its workbook. What is no form at all gives a UserError."""
    findings = Findings()
    sheets = {each: rows_of(sheet, findings) for each, sheet in read_sheets(data, name, findings).items()}
    settings = _settings(sheets["settings"], findings)
    language = _language(settings, findings)
    title = _title(settings, name, language)
    form = read_structure(sheets["survey"], language, findings, title)
    lists = choices.lists(sheets["choices"], language, findings)
    raw = {
        "format": "kartturi-survey/1",
        "key": settings.get("key") or _key(name),
        "version": settings.get("version") or _fingerprint(sheets),
        "name": title,
        "choices": {key: [each for _place, each in of] for key, of in lists.items() if key not in _LISTS},
        "sections": form.sections,
        "calculations": form.calculations,
        **_of_scan(lists, findings),
    }
    _tell_unused(lists, form, findings)
    for rows in sheets.values():
        tell_unasked(rows, findings)
    survey = None if findings.faults else _judged(raw, _Places(form, lists, settings.place), findings)
    return FormRead(survey, _in_order(findings.left_out), _in_order(findings.faults))


def _fingerprint(sheets: Dict[str, tuple[Row, ...]]) -> str:
    """Of all that a form says: saved again, it has the same."""
    said = {name: [(row.place.row, sorted(row.cells.items())) for row in rows] for name, rows in sheets.items()}
    return hashlib.sha256(repr(said).encode(errors="replace")).hexdigest()[:_CHECKED]


def _in_order(found: list[Finding]) -> tuple[Finding, ...]:
    order = {"settings": 0, "survey": 1, "choices": 2}
    return tuple(sorted(found, key=lambda each: (order.get(each.place.sheet.casefold(), 3), each.place)))


def _settings(rows: tuple[Row, ...], findings: Findings) -> Row:
    """The one row of settings."""
    for more in rows[1:]:
        more.leave_out(findings, UserError("Settings have one row. This one is left out."))
    return rows[0] if rows else Row(Place("settings", 1), {})


def _language(settings: Row, findings: Findings) -> Language:
    """The language of texts whose column names none: that of the form, or Finnish."""
    said = settings.get("language")
    found = language_of(said) if said else "fi"
    if found is None:
        reason = UserError(
            "{language} is none of our languages. Texts without a language are Finnish here.", {"language": said}
        )
        findings.leave_out(settings.place, reason)
    return found or "fi"


def _key(name: str) -> str:
    """A key from the name of the file."""
    key = re.sub(r"[^A-Za-z0-9_-]+", "_", PurePath(name).stem).strip("_-")
    return key if re.match(r"[A-Za-z_]", key) else f"form_{key}"


def _title(settings: Row, name: str, language: Language) -> Raw:
    said: Raw = {language: settings.get("title") or settings.get("key") or PurePath(name).stem}
    return {**own_phrase(settings, "name"), **said}


def _of_scan(lists: Lists, findings: Findings) -> Raw:
    """Themes with their hints, and words of the index."""
    themes: dict[str, Raw] = {}
    for place, theme in lists.get(choices.THEMES, []):
        if theme["id"] in themes:
            findings.refuse(place, UserError("The id {id} is there twice.", {"id": theme["id"]}))
        themes[theme["id"]] = {**theme, "hints": []}
    for place, hint in lists.get(choices.HINTS, []):
        of = hint.pop("theme", "")
        if of in themes:
            themes[of]["hints"].append(hint)
        else:
            reason = UserError("A hint belongs to the theme {theme}, which this survey does not have.", {"theme": of})
            findings.refuse(place, reason)
    words = [each for _place, each in lists.get(choices.INDEX_WORDS, [])]
    return {"themes": [filled(theme) for theme in themes.values()], "index_words": words}


def _tell_unused(lists: Lists, form: Form, findings: Findings) -> None:
    """Lists of choices that no question has."""
    used = {each.get("choices") for section in form.sections for each in section["questions"]}
    for name in lists.keys() - {*_LISTS, *used}:
        reason = UserError("No question chooses from the list {list}. It is left out.", {"list": name})
        findings.leave_out(lists[name][0][0], reason)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of a survey stand in its form."""

    form: Form
    lists: Lists
    settings: Place

    def of(self, where: str) -> Place:
        """Of a section, a question, a calculation or a theme, by its id."""
        themes = {each["id"]: place for place, each in self.lists.get(choices.THEMES, [])}
        return self.form.places.get(where) or themes.get(where) or self.settings

    def at(self, steps: tuple[str | int, ...]) -> Place:
        """Of what stands at a path of keys and numbers in the shape of a survey file."""
        match steps:
            case ("sections", int() as place, "questions", int() as inner, *_):
                return self.of(self.form.sections[place]["questions"][inner]["id"])
            case ("sections", int() as place, *_):
                return self.of(self.form.sections[place]["id"])
            case ("calculations", int() as place, *_):
                return self.of(self.form.calculations[place]["id"])
            case ("choices", str() as key, *rest):
                return self.lists[key][rest[0] if rest and isinstance(rest[0], int) else 0][0]
            case ("themes" | "index_words" as kind, int() as place, *_):
                return self.lists[f"kartturi_{kind}"][place][0]
        return self.settings


def _judged(raw: Raw, places: _Places, findings: Findings) -> Survey | None:
    from app.surveys.building import NO_BASE, build, unknown_references

    shaped = _shaped(raw, places, findings)
    if shaped is None:
        return None
    for fault in unknown_references(shaped, NO_BASE):
        findings.refuse(places.of(fault.where), fault.error)
    if findings.faults:
        return None
    survey = build(shaped, NO_BASE)
    for fault in faults(survey):
        findings.refuse(places.of(fault.where), fault.error)
    return None if findings.faults else survey


def _shaped(raw: Raw, places: _Places, findings: Findings) -> shape.Survey | None:
    from pydantic import ValidationError

    from app.surveys import shape

    try:
        return shape.Survey.model_validate(raw)
    except ValidationError as error:
        for each in error.errors(include_url=False, include_context=False):
            findings.refuse(places.at(_without_tag(each["loc"])), _cannot_be(each["loc"], each["input"]))
        return None


def _without_tag(steps: tuple[str | int, ...]) -> tuple[str | int, ...]:
    return tuple(step for step in steps if step != "question")


def _cannot_be(steps: tuple[str | int, ...], value: Any) -> UserError:
    place = next((step for step in reversed(steps) if isinstance(step, str)), "")
    if steps == ("sections",):
        return UserError("The form has no question that can be taken.")
    if place == "id":
        return UserError(
            "The name {value} cannot be used. Begin with a letter from a to z; go on with letters, digits, - or _.",
            {"value": excerpt(value)},
        )
    return UserError("{place} cannot be {value}.", {"place": place, "value": excerpt(value)})
