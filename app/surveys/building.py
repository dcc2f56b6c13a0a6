"""A valid survey file → the survey as the domain knows it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Dict
from dataclasses import dataclass, replace
from typing import Literal

from app.errors import UserError
from app.mapping.survey import (
    VARIANTS,
    Calculation,
    Choice,
    Continues,
    Hint,
    IndexWords,
    Phrase,
    Question,
    Section,
    Survey,
    Theme,
    Variant,
)
from app.mapping.survey_faults import Fault
from app.surveys import shape
from app.texts import Text

ChoiceLists = Dict[str, tuple[Choice, ...]]


@dataclass(frozen=True, slots=True)
class Base:
    """What a survey can take from its base: questions by id, and lists of choices by name."""

    version: str
    questions: Dict[str, Question]
    choices: ChoiceLists


NO_BASE = Base("", {}, {})


def base_of(raw: shape.Survey, survey: Survey) -> Base:
    """What other surveys can take from a survey, which has been built from this file."""
    return Base(survey.version, {question.id: question for question in survey.questions}, _choice_lists(raw))


def _choice_lists(raw: shape.Survey) -> dict[str, tuple[Choice, ...]]:
    working = _marks(raw.working)
    return {name: tuple(_choice(one, working) for one in choices) for name, choices in raw.choices.items()}


def unknown_references(survey: shape.Survey, base: Base) -> Iterator[Fault]:
    """Lists of choices and questions of the base that a file names and nobody has."""
    for section in survey.sections:
        for entry in section.questions:
            if isinstance(entry, shape.Use):
                if entry.use not in base.questions:
                    error = UserError("The base survey has no question {question}.", {"question": entry.use})
                    yield Fault(entry.use, "use", error)
            elif entry.choices and entry.choices not in survey.choices and entry.choices not in base.choices:
                values = {"question": entry.id, "list": entry.choices}
                yield Fault(
                    entry.id, "choices", UserError("{question} chooses from {list}, a list there is not.", values)
                )


def build(survey: shape.Survey, base: Base) -> Survey:
    """The survey, with what it takes from its base. Its version names the base's, too: a change there is one here."""
    working = _marks(survey.working)
    known = replace(base, choices={**base.choices, **_choice_lists(survey)})
    return Survey(
        key=survey.key,
        version=f"{survey.version}+{base.version}" if base.version else survey.version,
        name=_phrase(survey.name, working),
        sections=tuple(_section(section, known, working) for section in survey.sections),
        themes=tuple(_theme(theme, working) for theme in survey.themes),
        index_words=tuple(IndexWords(one.at_least, _phrase(one.text, working)) for one in survey.index_words),
        calculations=tuple(Calculation(one.id, one.expression) for one in survey.calculations),
    )


def _marks(working: list[Variant] | Literal["all"]) -> tuple[Variant, ...]:
    return VARIANTS if working == "all" else tuple(working)


def _phrase(phrase: shape.Phrase | None, working: tuple[Variant, ...]) -> Phrase:
    if phrase is None:
        return Phrase()
    if phrase.working is not None:
        working = _marks(phrase.working)
    return Phrase(Text(phrase.fi or "", phrase.sv or "", phrase.en or ""), phrase.plain or "", working)


def _choice(choice: shape.Choice, working: tuple[Variant, ...]) -> Choice:
    return Choice(choice.value, _phrase(choice.text, working), choice.points, choice.alone)


def _section(section: shape.Section, known: Base, working: tuple[Variant, ...]) -> Section:
    return Section(
        id=section.id,
        phrase=_phrase(section.name, working),
        minutes=section.minutes,
        questions=tuple(
            _used(entry, known.questions[entry.use], working)
            if isinstance(entry, shape.Use)
            else _question(entry, known.choices, working)
            for entry in section.questions
        ),
        relevant=section.relevant or "",
        step=section.step or "",
        advice=_phrase(section.advice, working),
    )


def _question(question: shape.Question, choices: ChoiceLists, working: tuple[Variant, ...]) -> Question:
    return Question(
        id=question.id,
        kind=question.kind,
        phrase=_phrase(question.text, working),
        hint=_phrase(question.hint, working),
        choice_list=question.choices or "",
        choices=choices[question.choices] if question.choices else (),
        feeds=tuple(question.feeds),
        per=question.per or "",
        relevant=question.relevant or "",
        constraint=question.constraint or "",
        message=_phrase(question.message, working),
        wanted=question.wanted,
        at_least=question.at_least,
        at_most=question.at_most,
        suggested=question.suggested,
        decimals=question.decimals,
        month=question.month,
        pick=question.pick,
        kept_as=question.kept_as,
        theme=question.theme or "",
        continues=_continues(question.continues),
    )


def _continues(continues: shape.Continues | None) -> Continues | None:
    return Continues(continues.question, tuple(continues.values.items())) if continues else None


def _used(use: shape.Use, question: Question, working: tuple[Variant, ...]) -> Question:
    """A question of the base, with what is said anew."""
    return replace(
        question,
        phrase=_phrase(use.text, working) or question.phrase,
        hint=_phrase(use.hint, working) or question.hint,
        at_most=question.at_most if use.at_most is None else use.at_most,
        suggested=question.suggested if use.suggested is None else use.suggested,
        wanted=use.wanted or question.wanted,
    )


def _theme(theme: shape.Theme, working: tuple[Variant, ...]) -> Theme:
    hints = tuple(Hint(_phrase(hint.text, working), hint.link, hint.relevant or "") for hint in theme.hints)
    return Theme(theme.id, _phrase(theme.name, working), hints, theme.first_from)
