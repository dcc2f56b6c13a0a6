"""Taking answers along: into a newer version of a survey, and from one survey into the next (brief, section 0)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.mapping.answers import Answer, Value
from app.mapping.interview import Answers, Interview, Place, standing
from app.mapping.interview_values import ordered, refusal
from app.mapping.survey import Continues, Phrase, Question
from app.mapping.survey_routing import Routing


@dataclass(frozen=True, slots=True)
class Carried:
    """The interview in the other survey, and what became of the answers.

    `kept` are in place as they were, `reworded` too, but their question reads differently now. `continued` are answers
    that came from another question. `changed` no longer suit their question and have to be given again. `gone` have no
    question any more: they count nowhere, and those that were not hidden stay for a later survey to go on from. `new`
    are questions that were not there.
    """

    interview: Interview
    kept: tuple[Place, ...]
    reworded: tuple[Place, ...]
    continued: tuple[Place, ...]
    changed: tuple[Answer, ...]
    gone: tuple[Answer, ...]
    new: tuple[str, ...]


def carried(interview: Interview, into: Routing) -> Carried:
    """The answers of an interview in another survey, or in another version of its own."""
    before = interview.routing.questions
    valid = _valid(interview)
    changed = {p: v for p, v in interview.answers.items() if not _suits(before.get(p.question), into, p, v)}
    here = {p: value for p, value in interview.answers.items() if p.question in into.questions and p not in changed}
    gone = {place: value for place, value in interview.answers.items() if place.question not in into.questions}
    continued = {place: value for place, value in _continued(valid, into) if place not in here}
    reworded = {p for p, v in here.items() if _reads_differently(before.get(p.question), into.questions[p.question], v)}
    return Carried(
        interview=replace(interview, routing=into, answers={**_only(gone, valid), **here, **continued}),
        kept=tuple(sorted(here.keys() - reworded)),
        reworded=tuple(sorted(reworded)),
        continued=tuple(sorted(continued)),
        changed=_listed(changed),
        gone=_listed(gone),
        new=tuple(question.id for question in into.survey.questions if question.id not in before),
    )


def _only(answers: Answers, those: Answers) -> Answers:
    return {place: value for place, value in answers.items() if place in those}


def _valid(interview: Interview) -> Answers:
    """What counts now, and what counted in a survey before this one."""
    before, counted = interview.routing.questions, standing(interview).counted
    return {p: value for p, value in interview.answers.items() if p in counted or p.question not in before}


def _listed(answers: Answers) -> tuple[Answer, ...]:
    return tuple(Answer(*place, value) for place, value in sorted(answers.items()))


def _suits(before: Question | None, into: Routing, place: Place, value: Value) -> bool:
    """Whether an answer can stay where it is; without a question of its own it always can."""
    now = into.questions.get(place.question)
    if now is None:
        return True
    alike = before is None or before.kind is now.kind
    return alike and len(place.path) == len(into.chains[place.question]) and refusal(now, value) is None


def _reads_differently(before: Question | None, now: Question, value: Value) -> bool:
    """Whether the question, or what was chosen, has other words now."""
    return before is not None and _words(before, value) != _words(now, value)


def _words(question: Question, value: Value) -> tuple[Phrase, ...]:
    return (question.phrase, question.hint, *(c.phrase for c in question.choices if c.value in value))


def _continued(valid: Answers, into: Routing) -> Iterator[tuple[Place, Value]]:
    """Earlier answers as answers to the questions that go on from them."""
    for question in into.survey.questions:
        link = question.continues
        value = valid.get(Place(link.question), ()) if link else ()
        if link and value:
            ours = ordered(question, _translated(link, value))
            if refusal(question, ours) is None:
                yield Place(question.id), ours


def _translated(link: Continues, value: Value) -> Value:
    pairs = dict(link.values)
    return tuple(dict.fromkeys(pairs.get(one, one) for one in value))
