"""The sheet of questions, row by row: sections as groups, lists as repeats, questions in the repeats they are asked in.

A list begins a repeat where it is asked. What is asked for its entries elsewhere stands in a repeat that is counted by
it, and so does what is asked for each value of a multiple choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.languages import LANGUAGES, Language
from app.mapping.survey import CHOOSING, Choice, Kind, Phrase, Question, Section, Survey, Wanted
from app.surveys.xlsform.limits import MEASURED, joined
from app.surveys.xlsform.rows import OWN
from app.surveys.xlsform.structure import ENTRY

Cells = dict[str, str]
"""A row by the names of its columns; empty texts stand for nothing."""
ListNames = dict[tuple[str, tuple[Choice, ...]], str]
"""The name in the form of each list of choices; two lists of one name and different choices get two."""
_LANGUAGES: Final[dict[Language, str]] = {"fi": "Suomi (fi)", "sv": "Svenska (sv)", "en": "English (en)"}
_COLUMNS: Final = {"label": "label", "hint": "hint", "message": "constraint_message"}
_TYPES: Final = {
    Kind.MULTIPLE: "select_multiple",
    Kind.TEXT: "text",
    Kind.DATE: "date",
    Kind.NOTE: "note",
}
_REQUIRED: Final = {Wanted.REQUIRED: "yes", Wanted.EXPECTED: "", Wanted.OPTIONAL: "no"}


def language_column(column: str, language: Language) -> str:
    """`label::Suomi (fi)`; without a column the language alone."""
    return f"{column}::{_LANGUAGES[language]}" if column else _LANGUAGES[language]


def said(meaning: str, phrase: Phrase, own: str = OWN) -> Cells:
    """A text in its columns: one for each language, and ours for plain Finnish and for what is not proofread."""
    return {
        **{language_column(_COLUMNS[meaning], each): phrase.text.get(each) for each in LANGUAGES},
        f"{own}{meaning}_plain": phrase.plain,
        f"{own}{meaning}_working": " ".join(phrase.working),
    }


def list_names(survey: Survey) -> ListNames:
    """The lists of choices that questions use."""
    names: ListNames = {}
    for question in survey.questions:
        if question.choices and (key := (question.choice_list, question.choices)) not in names:
            same = sum(name == question.choice_list for name, _choices in names)
            name = question.choice_list or question.id
            names[key] = f"{name}-{same + 1}" if same else name
    return names


def survey_rows(survey: Survey, names: ListNames) -> Iterator[Cells]:
    rows = _Rows(survey, names)
    for calculation in survey.calculations:
        yield {"type": "calculate", "name": calculation.id, "calculation": calculation.expression}
    for section in survey.sections:
        yield _group(section)
        yield from rows.of(section.questions)
        yield {"type": "end_group"}


def _group(section: Section) -> Cells:
    advice = section.advice
    return {
        "type": "begin_group",
        "name": section.id,
        **said("label", section.phrase),
        "relevant": section.relevant,
        f"{OWN}minutes": str(section.minutes),
        f"{OWN}step": section.step,
        **{f"{OWN}advice_{each}": advice.text.get(each) for each in LANGUAGES},
        f"{OWN}advice_plain": advice.plain,
        f"{OWN}advice_working": " ".join(advice.working),
    }


class _Rows:
    """Rows of questions, with the repeats that are open: the list of each, outermost first."""

    def __init__(self, survey: Survey, names: ListNames) -> None:
        self._names = names
        self._questions = {question.id: question for question in survey.questions}
        self._taken = {*self._questions, *(section.id for section in survey.sections)}
        self._taken |= {calculation.id for calculation in survey.calculations}
        self._open: list[str] = []
        self._filled = True

    def of(self, questions: tuple[Question, ...]) -> Iterator[Cells]:
        """Those of a section, at whose end no repeat is open."""
        for question in questions:
            chain = self._chain(question)
            yield from self._closed(chain)
            for name in chain[len(self._open) :]:
                yield self._again(name)
            yield from self._row(question)
        yield from self._closed(())

    def _chain(self, question: Question) -> tuple[str, ...]:
        per = question.per
        return (*self._chain(self._questions[per]), per) if per else ()

    def _closed(self, chain: tuple[str, ...]) -> Iterator[Cells]:
        """The ends of the repeats that are not among these lists."""
        while self._open != list(chain[: len(self._open)]):
            if not self._filled:
                yield self._entry(self._open[-1])
            self._open.pop()
            yield {"type": "end_repeat"}

    def _entry(self, name: str) -> Cells:
        """A text for the entry itself: a repeat in which nothing is asked would hold nothing."""
        self._filled = True
        label = said("label", self._questions[name].phrase)
        return {"type": "text", "name": self._unused(f"{name}_entry"), **label, f"{OWN}kind": ENTRY}

    def _again(self, name: str) -> Cells:
        """The beginning of a repeat that is counted by a list."""
        self._open.append(name)
        of = self._questions[name]
        count = "count" if of.kind is Kind.LIST else "count-selected"
        return {
            "type": "begin_repeat",
            "name": self._unused(f"{name}_again"),
            **said("label", of.phrase),
            "repeat_count": f"{count}(${{{name}}})",
        }

    def _unused(self, name: str) -> str:
        while name in self._taken:
            name += "_"
        self._taken.add(name)
        return name

    def _row(self, question: Question) -> Iterator[Cells]:
        row = {**_common(question), **_kind(question, self._names.get((question.choice_list, question.choices), ""))}
        self._filled = question.kind is not Kind.LIST
        if question.kind is Kind.LIST:
            self._open.append(question.id)
        yield row


def _common(question: Question) -> Cells:
    """What questions of all kinds say alike."""
    return {
        "type": "",
        "name": question.id,
        **said("label", question.phrase),
        **said("hint", question.hint),
        **said("message", question.message),
        "relevant": question.relevant,
        f"{OWN}feeds": " ".join(question.feeds),
        f"{OWN}pick": question.pick,
        f"{OWN}kept_as": question.kept_as or "",
        f"{OWN}theme": question.theme,
        f"{OWN}continues": _continues(question),
        f"{OWN}suggested": _number(question.suggested),
    }


def _kind(question: Question, choices: str) -> Cells:
    """What the kind of a question adds: its type, its rule, and how much it is wanted."""
    wanted = _REQUIRED[question.wanted]
    limits = {f"{OWN}at_least": _number(question.at_least), f"{OWN}at_most": _number(question.at_most)}
    if question.kind is Kind.LIST:
        own = {f"{OWN}wanted": question.wanted if wanted else "", f"{OWN}constraint": question.constraint}
        return {"type": "begin_repeat", **own, **limits}
    common = {"required": wanted, "constraint": joined(question), **({} if question.kind in MEASURED else limits)}
    if question.kind in CHOOSING:
        return {**common, **_choosing(question, choices)}
    if question.kind is Kind.NUMBER:
        return {**common, "type": "decimal" if question.decimals else "integer", f"{OWN}choices": choices}
    return {**common, "type": _TYPES[question.kind], "appearance": "month-year" if question.month else ""}


def _choosing(question: Question, choices: str) -> Cells:
    """Choices of a list; what is picked from a catalogue is its key, written as text."""
    if not choices:
        return {"type": "text", f"{OWN}kind": question.kind}
    if question.kind is Kind.MULTIPLE:
        return {"type": f"select_multiple {choices}"}
    own = "" if question.kind in (Kind.SINGLE, Kind.SLIDER) else question.kind
    appearance = "likert" if question.kind is Kind.SLIDER else ""
    return {"type": f"select_one {choices}", "appearance": appearance, f"{OWN}kind": own}


def _continues(question: Question) -> str:
    link = question.continues
    return " ".join((link.question, *(f"{theirs}={ours}" for theirs, ours in link.values))) if link else ""


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
