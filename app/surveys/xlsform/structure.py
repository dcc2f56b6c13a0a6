"""The sheet of questions: groups and repeats → sections with questions, in the shape of a survey file.

A group on the outside is a section; questions that stand in none make sections of their own. Groups within have no
counterpart: what decides about them decides about each of their questions, and their label becomes a note. A repeat is
a list and the questions asked for each of its entries; one that is counted by another list (`count(${roles})`), or by
what is chosen (`count-selected(${changes})`), asks for the entries of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil
from typing import Final

from app.errors import UserError
from app.languages import LANGUAGES, Language
from app.mapping.survey import Kind
from app.surveys.xlsform.findings import Findings, Place
from app.surveys.xlsform.persons import asks_of_a_person, is_about_people
from app.surveys.xlsform.questions import own_fields, question
from app.surveys.xlsform.rows import Row
from app.surveys.xlsform.texts import Raw, filled, label, number, own_phrase, phrase

_COUNTED: Final = re.compile(r"count(?:-selected)?\(\s*\$\{\s*(?P<list>[\w.-]+)\s*\}\s*\)")
ENTRY: Final = "entry"
"""What `kartturi::kind` says of a question that stands in a repeat only so that it is not empty."""
_MINUTES: Final = 0.5  # for each question of a section that says nothing of its time


@dataclass(frozen=True, slots=True)
class _Open:
    """A group or repeat that has begun: the list it asks for each entry of, and the rule that decides about it.

    `lists` is true where the list begins here: hidden, it has no entries, and nothing in it is asked.
    """

    row: Row
    control: str
    per: str = ""
    rule: str = ""
    lists: bool = False


@dataclass(slots=True)
class Form:
    """What the rows have come to so far; `places` has the row of each id."""

    language: Language
    findings: Findings
    sections: list[Raw] = field(default_factory=list)
    calculations: list[Raw] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    stack: list[_Open] = field(default_factory=list)
    loose: bool = False


def read_structure(rows: Iterable[Row], language: Language, findings: Findings, title: Raw) -> Form:
    """All rows, one after another. `title` is what sections without a name of their own are called."""
    form = Form(language, findings)
    for row in filter(lambda row: row.cells, rows):
        kind = " ".join(row.get("type").split())
        begins, ends = (pattern.fullmatch(kind.casefold()) for pattern in _controls())
        if ends:
            _end(form, row, ends["type"])
        elif not kind or not row.get("name"):
            findings.refuse(row.place, UserError("A row of questions has a type and a name."))
        elif begins:
            _begin(form, row, begins["type"], title)
        else:
            _ask(form, row, kind, title)
    for opened in form.stack:
        findings.refuse(opened.row.place, _unmatched(opened.row.get("type")))
    _finish(form)
    return form


@lru_cache(maxsize=1)
def _controls() -> tuple[re.Pattern[str], re.Pattern[str]]:
    from pyxform.xls2json import RE_BEGIN_CONTROL, RE_END_CONTROL

    return RE_BEGIN_CONTROL, RE_END_CONTROL


def _unmatched(kind: str) -> UserError:
    return UserError(
        "{type} has no counterpart: groups and repeats end in the order in which they began.", {"type": kind}
    )


def _is_repeat(control: str) -> bool:
    from pyxform import aliases, constants

    return bool(aliases.control[control] == constants.REPEAT)


def _end(form: Form, row: Row, control: str) -> None:
    if form.stack and _is_repeat(form.stack[-1].control) == _is_repeat(control):
        form.stack.pop()
    else:
        form.findings.refuse(row.place, _unmatched(row.get("type")))


def _begin(form: Form, row: Row, control: str, title: Raw) -> None:
    if control == "loop":
        form.findings.refuse(row.place, UserError("Loops are not supported. Use a repeat or questions of their own."))
    if _is_repeat(control):
        _begin_repeat(form, row, control, title)
        return
    if form.stack:
        form.stack.append(_Open(row, control, _per(form), row.rule("relevant")))
        _note(form, row)
    else:
        form.stack.append(_Open(row, control))
        form.sections.append(_section(form, row))
        form.places[row.get("name")] = row.place
        form.loose = False


def _section(form: Form, row: Row) -> Raw:
    made: Raw = {
        "id": row.get("name"),
        "name": label(row, form.language, form.findings),
        "relevant": row.rule("relevant"),
        "step": row.own("step"),
        "advice": own_phrase(row, "advice"),
    }
    return {**filled({**made, "minutes": number(row.own("minutes"))}), "questions": []}


def _note(form: Form, row: Row) -> None:
    """The label of what has no counterpart, as a note."""
    said = phrase(row, "label", form.language, form.findings)
    if said:
        _put(form, row, {"id": row.get("name"), "kind": Kind.NOTE.value, "text": said, "per": _per(form)})


def _begin_repeat(form: Form, row: Row, control: str, title: Raw) -> None:
    _open_section(form, title)
    if is_about_people(_words(row)):
        form.findings.refuse(row.place, _about_people())
    counted = _COUNTED.fullmatch(row.rule("repeat_count").strip())
    if counted and counted["list"] in form.lists:
        _begin_counted(form, row, control, counted["list"])
        return
    _put(form, row, _list(form, row))
    form.lists[row.get("name")] = _per(form)
    form.stack.append(_Open(row, control, row.get("name"), lists=True))


def _about_people() -> UserError:
    return UserError(
        "This repeat would add fields about persons. What is kept about a person is fixed, since an employer may keep "
        "only what the work directly needs (Act 759/2004, section 3). Ask about roles or tasks."
    )


def _words(row: Row) -> list[str]:
    labels = [row.get("label", each) for each in ("", *LANGUAGES)]
    return [row.get("name").replace("_", " "), row.own("label_plain"), *labels]


def _begin_counted(form: Form, row: Row, control: str, of: str) -> None:
    """A repeat for each entry of a list that began elsewhere."""
    if form.lists[of] != _per(form):
        values = {"list": of}
        reason = UserError("The entries of {list} are not asked for where this repeat stands.", values)
        form.findings.refuse(row.place, reason)
    form.stack.append(_Open(row, control, of, row.rule("relevant")))
    said = phrase(row, "label", form.language, form.findings)
    questions = (each for section in form.sections for each in section["questions"])
    if said and said != next((each["text"] for each in questions if each["id"] == of), None):
        _note(form, row)


def _list(form: Form, row: Row) -> Raw:
    made: Raw = {
        "id": row.get("name"),
        "kind": Kind.LIST.value,
        "text": label(row, form.language, form.findings),
        "hint": phrase(row, "hint", form.language, form.findings),
        "per": _per(form),
        "relevant": row.rule("relevant"),
        "constraint": row.own("constraint"),
        "message": phrase(row, "message", form.language, form.findings),
        "wanted": row.own("wanted"),
        **own_fields(row),
    }
    return filled(made | _count(form, row))


def _count(form: Form, row: Row) -> Raw:
    """How many entries a repeat wants, where that is a number."""
    count = row.get("repeat_count")
    if re.fullmatch(r"[0-9]{1,3}", count):
        return {"at_least": int(count), "at_most": int(count)}
    if count:
        reason = UserError("The count {rule} is not taken: there are as many entries as are listed.", {"rule": count})
        form.findings.leave_out(row.place, reason)
    return {}


def _ask(form: Form, row: Row, kind: str, title: Raw) -> None:
    if kind == "calculate":
        _calculate(form, row)
        return
    if row.own("kind") == ENTRY:
        row.asked.update(row.cells)
        return
    _open_section(form, title)
    if _per(form) and asks_of_a_person(_words(row)):
        form.findings.refuse(row.place, _about_people())
    if made := question(row, _per(form), form.language, form.findings):
        _put(form, row, made)
        if made["kind"] == Kind.MULTIPLE:
            form.lists[made["id"]] = _per(form)


def _calculate(form: Form, row: Row) -> None:
    expression = row.rule("calculation")
    if not expression:
        form.findings.refuse(row.place, UserError("{name} calculates nothing.", {"name": row.get("name")}))
    form.calculations.append({"id": row.get("name"), "expression": expression})
    form.places[row.get("name")] = row.place


def _open_section(form: Form, title: Raw) -> None:
    """A section for what stands in no group."""
    if not form.stack and not form.loose:
        taken = sum(each["id"].startswith("questions") for each in form.sections)
        name = f"questions_{taken + 1}" if taken else "questions"
        form.sections.append({"id": name, "name": title, "questions": []})
        form.places.setdefault(name, Place("survey", 1))
        form.loose = True


def _per(form: Form) -> str:
    return form.stack[-1].per if form.stack else ""


def _put(form: Form, row: Row, made: Raw) -> None:
    """A question into the section, under what decides about the groups that it stands in."""
    lists = [depth for depth, each in enumerate(form.stack) if each.lists]
    within = form.stack[lists[-1] :] if lists else form.stack
    rules = [*filter(None, (*(each.rule for each in within), made.get("relevant")))]
    rule = " and ".join(f"({each})" for each in rules) if len(rules) > 1 else "".join(rules)
    form.sections[-1]["questions"].append(filled({**made, "relevant": rule}))
    form.places[row.get("name")] = row.place


def _finish(form: Form) -> None:
    """Sections without questions go, those without a time get one."""
    for section in form.sections:
        if not section["questions"]:
            place = form.places[section["id"]]
            reason = UserError("{name} has no questions and is left out.", {"name": section["id"]})
            form.findings.leave_out(place, reason)
        section.setdefault("minutes", max(1, ceil(len(section["questions"]) * _MINUTES)))
    form.sections = [section for section in form.sections if section["questions"]]
