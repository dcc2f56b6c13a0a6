"""What can be wrong in the form of a survey, beside its rules: keys, choices, limits and references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from collections.abc import Mapping as Dict
from dataclasses import dataclass

from app.errors import UserError
from app.mapping.survey import CHOOSING, KNOWN_VALUES, SEVERAL, Kind, Question, Survey


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong and where: the id of a section, a question or a theme, and the field in it."""

    where: str
    field: str
    error: UserError


def faults_of_form(survey: Survey) -> Iterator[Fault]:
    """Everything that is wrong apart from rules."""
    ids = [section.id for section in survey.sections] + [question.id for question in survey.questions]
    ids += [calculation.id for calculation in survey.calculations]
    for twice in _twice(ids):
        yield Fault(twice, "id", UserError("The id {id} is there twice.", {"id": twice}))
    questions = {question.id: question for question in survey.questions}
    themes = {theme.id for theme in survey.themes}
    for question in questions.values():
        yield from _faults_of_choices(question)
        yield from _faults_of_limits(question)
        yield from _faults_of_list(question, questions)
        yield from _faults_of_theme(question, themes)
        yield from _faults_of_continuing(question)


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _faults_of_choices(question: Question) -> Iterator[Fault]:
    values = [choice.value for choice in question.choices]
    if question.kind in CHOOSING and not question.pick and not values:
        error = UserError("{question} has nothing to choose from.", {"question": question.id})
        yield Fault(question.id, "choices", error)
    if values and question.kind not in CHOOSING | {Kind.NUMBER}:
        error = UserError("{question} has choices, but its kind {kind} has none.", _named(question))
        yield Fault(question.id, "choices", error)
    for value in _twice(values):
        error = UserError("{question} has the choice {value} twice.", {"question": question.id, "value": value})
        yield Fault(question.id, "choices", error)
    for value in values:
        if len(value.split()) != 1 or value not in KNOWN_VALUES.get(question.kind, values):
            error = UserError(
                "{question} has the choice {value}, which its kind {kind} cannot have.",
                {**_named(question), "value": value},
            )
            yield Fault(question.id, "choices", error)


def _named(question: Question) -> dict[str, str]:
    return {"question": question.id, "kind": question.kind}


def _faults_of_limits(question: Question) -> Iterator[Fault]:
    least, most = question.at_least, question.at_most
    if least is not None and most is not None and least > most:
        error = UserError(
            "{question} wants at least {least} and at most {most}.", {**_named(question), "least": least, "most": most}
        )
        yield Fault(question.id, "at_least", error)
    if question.message and not question.constraint:
        error = UserError("{question} has a message for a constraint that it has not.", {"question": question.id})
        yield Fault(question.id, "message", error)


def _faults_of_list(question: Question, questions: Dict[str, Question]) -> Iterator[Fault]:
    """`per` names a list or a multiple choice and never comes back to where it began."""
    seen = [question.id]
    while per := questions[seen[-1]].per:
        if per in seen or per not in questions or questions[per].kind not in SEVERAL:
            values = {"question": question.id, "list": per}
            error = UserError(
                "{question} is asked for each entry of {list}, which is no list that it can have.", values
            )
            yield Fault(question.id, "per", error)
            return
        seen.append(per)


def _faults_of_theme(question: Question, themes: Container[str]) -> Iterator[Fault]:
    if question.theme and question.theme not in themes:
        values = {"question": question.id, "theme": question.theme}
        error = UserError("{question} belongs to the theme {theme}, which this survey does not have.", values)
        yield Fault(question.id, "theme", error)
    scored = question.choices and all(choice.points is not None for choice in question.choices)
    if question.theme and (question.per or not scored):
        values = {"question": question.id}
        error = UserError("{question} has a theme: ask it once, and give points to all its choices.", values)
        yield Fault(question.id, "theme", error)


def _faults_of_continuing(question: Question) -> Iterator[Fault]:
    values = {choice.value for choice in question.choices}
    for _theirs, ours in question.continues.values if question.continues else ():
        if ours not in values:
            error = UserError(
                "{question} would go on from an earlier answer with {value}, which is none of its choices.",
                {"question": question.id, "value": ours},
            )
            yield Fault(question.id, "continues", error)
