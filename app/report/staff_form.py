"""The form on which one person assesses their own competence: what stands on it, whatever it is written on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.i18n import Translator
from app.mapping.levels import LEVELS
from app.mapping.model import Mapping, Person, RoleNeed
from app.report.blocks import Line
from app.report.content.phrases import joined, quiet, role_of, said
from app.report.staff_form_key import FormKey
from app.wording import staff as words
from app.wording.staff import SIGNS, Voice


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that can be given: its label in a list, and its words alone; `is_level` where it has a number."""

    sign: str
    words: str
    label: str
    is_level: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A competence with what it looks like at each level 0…4; an empty line where nobody has described one."""

    name: Line
    description: Line
    anchors: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One person's form in one voice. It names the person by code alone, so that a lost one tells nobody of them."""

    key: FormKey
    voice: Voice
    title: str
    whose: str
    asked: str
    privacy: str
    choices: tuple[Choice, ...]
    questions: tuple[Question, ...]
    day: date


def form(mapping: Mapping, person: Person, needs: Sequence[RoleNeed], voice: Voice, day: date) -> Form:
    """The form of a person about the needs given, in their order."""
    t, key = Translator(voice.language), FormKey(mapping.key, person.key, tuple(need.key for need in needs))
    number = t("form {number}", number=key.number)
    return Form(
        key=key,
        voice=voice,
        title=t("Self-assessment"),
        whose=joined(person.code, role_of(mapping, person.role_key).name, number),
        asked=words.question(t, plain=voice.plain),
        privacy=words.privacy(t, plain=voice.plain),
        choices=tuple(_choice(t, sign, plain=voice.plain) for sign in SIGNS),
        questions=tuple(_question(t, need) for need in needs),
        day=day,
    )


def _choice(t: Translator, sign: words.Sign, *, plain: bool) -> Choice:
    said, label = words.choice(t, sign, plain=plain), words.label(t, sign, plain=plain)
    return Choice(sign, said, label, words.level_of(sign) is not None)


def _question(t: Translator, need: RoleNeed) -> Question:
    anchors = tuple(said(t, need.anchors[level]) if level < len(need.anchors) else quiet("") for level in LEVELS)
    return Question(said(t, need.name, strong=True), said(t, need.description), anchors)


def as_pdf(form: Form, version: str) -> bytes:
    """The form to be filled in with a pen."""
    from app.report.staff_form_pdf import pdf

    return pdf(form, version)


def as_workbook(form: Form) -> bytes:
    """The form to be filled in with a spreadsheet program (XLSX)."""
    from app.report.staff_form_xlsx import workbook

    return workbook(form)
