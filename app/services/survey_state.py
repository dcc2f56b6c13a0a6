"""How far the survey of a mapping is, in sentences and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from app.errors import UserError
from app.i18n import Translator
from app.languages import Language
from app.mapping.interview import Place, Standing, standing
from app.mapping.interview_progress import completeness, left_open, progress
from app.mapping.model import Mapping
from app.mapping.survey import Wanted
from app.services import interviews
from app.services.desk import Desk


@dataclass(frozen=True, slots=True)
class SectionState:
    """Answers wanted now, and how many of them are there; minutes for the rest."""

    section: str
    name: str
    answered: int
    of: int
    minutes_left: int


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """`entry` is what a question of a list is asked for, "" otherwise."""

    question: str
    entry: str
    text: str
    required: bool


@dataclass(frozen=True, slots=True)
class SurveyState:
    """`complete` is the share of wanted answers that are there, in per cent; 100 only when all are."""

    survey: str
    version: str
    complete: int
    sections: tuple[SectionState, ...]
    left_open: tuple[OpenQuestion, ...]


def of(desk: Desk, key: str, language: Language) -> SurveyState:
    """The state of a mapping's survey, its words in a language; before one has begun a UserError."""
    mapping, survey = desk.cases.load(key), desk.cases.survey(key)
    if survey is None:
        raise UserError("No survey has been begun here yet.")
    stand = standing(interviews.of_mapping(mapping, survey, desk.today))
    sections = tuple(
        SectionState(p.section.id, p.section.phrase.said(language).text, p.answered, p.of, p.minutes_left)
        for p in progress(stand)
    )
    required = left_open(stand, Wanted.REQUIRED)
    questions = tuple(_question(mapping, stand, p, language, required=p in required) for p in left_open(stand))
    return SurveyState(survey.key, survey.version, int(completeness(stand) * 100), sections, questions)


def _question(mapping: Mapping, stand: Standing, place: Place, language: Language, *, required: bool) -> OpenQuestion:
    interview = stand.interview
    question = interview.routing.questions[place.question]
    asked_of = interview.routing.questions.get(question.per)
    entry = interviews.entry_name(mapping, interview, asked_of, place.path[-1], language) if asked_of else ""
    return OpenQuestion(question.id, entry, question.phrase.said(language).text, required)


def as_json(state: SurveyState) -> dict[str, Any]:
    return asdict(state)


def lines(t: Translator, state: SurveyState) -> Iterator[str]:
    """The whole, each section in a line, and then what is open."""
    share = t.percent(Fraction(state.complete, 100))
    yield t(
        "Survey {survey}, version {version}: {share} answered", survey=state.survey, version=state.version, share=share
    )
    for each in state.sections:
        if each.of:
            yield t("  {section}: {n} of {of} answered", section=each.name, n=each.answered, of=each.of)
    if state.left_open:
        yield t("Left open")
    for question in state.left_open:
        yield f"  {_said(t, question)}"


def _said(t: Translator, question: OpenQuestion) -> str:
    """A question, with the entry it is asked for."""
    entry, text = question.entry, question.text
    return t("{entry}: {question}", entry=entry, question=text) if entry else text
