"""A running survey: the answers given, which of them count, and what is asked now.

An interview is a value; answering gives a new one. What a rule hides keeps its answer, which counts nowhere and is
there again when the question is. An interview holds the survey it began with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Dict
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, groupby
from typing import NamedTuple

from app.errors import UserError
from app.mapping.answers import Answer, Path, Value
from app.mapping.interview_values import datum, ordered, refusal
from app.mapping.survey import Question
from app.mapping.survey_operations import Datum
from app.mapping.survey_routing import Routing
from app.mapping.survey_rules import OWN, Rule, evaluate


class Place(NamedTuple):
    """Where an answer stands."""

    question: str
    path: Path = ()


Answers = Dict[Place, Value]


@dataclass(frozen=True, slots=True)
class Interview:
    """`answers` holds all that was ever answered and not cleared, hidden answers and those of other surveys, too.

    `today` is the day of which its rules speak; without one, they do not know it.
    """

    routing: Routing
    answers: Answers
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How an interview stands: what is asked now, in the survey's order, and the answers that count."""

    interview: Interview
    asked: tuple[Place, ...]
    counted: Answers


def begun(routing: Routing, answers: Iterable[Answer] = ()) -> Interview:
    """An interview with the answers it was left with; one that does not suit its question is a UserError."""
    kept: dict[Place, Value] = {}
    for answer in answers:
        question = routing.questions.get(answer.question)
        if question and (error := refusal(question, answer.value)):
            raise error
        kept[Place(answer.question, answer.path)] = answer.value
    return Interview(routing, kept)


def listed(interview: Interview) -> tuple[Answer, ...]:
    """All answers as they are stored, in an order that depends on nothing but themselves."""
    return tuple(Answer(*place, value) for place, value in sorted(interview.answers.items()))


def answered(interview: Interview, place: Place, value: Value) -> Interview:
    """The interview with this answer, or a UserError that says why it cannot be one.

    What is hidden, or asked for nobody at the moment, takes answers like anything else.
    """
    question = interview.routing.questions[place.question]
    if len(place.path) != len(interview.routing.chains[place.question]):
        raise ValueError(place)  # a mistake of ours: the answer would be kept where nobody asks for it
    error = refusal(question, value)
    if error is None and question.constraint:
        error = unmet(standing(interview), place, value)
    if error:
        raise error
    return replace(interview, answers={**interview.answers, place: ordered(question, value)})


def standing(interview: Interview) -> Standing:
    """What is asked now, and what counts."""
    routing = interview.routing
    counted: dict[Place, Value] = {}
    asked: dict[str, frozenset[Path]] = {}
    for key in routing.order:
        paths = _paths(routing, key, asked, counted)
        holding = frozenset(path for path in paths if _all_hold(routing.relevant[key], interview, counted, path))
        asked[key] = holding
        places = (Place(key, path) for path in holding)
        counted |= {place: interview.answers[place] for place in places if place in interview.answers}
    sections = (_in_order(routing, section.questions, asked, counted) for section in routing.survey.sections)
    return Standing(interview, tuple(chain.from_iterable(sections)), counted)


def _paths(routing: Routing, key: str, asked: Dict[str, frozenset[Path]], counted: Answers) -> Iterator[Path]:
    """For whom a question may be asked: once, or for each entry that its list has now."""
    of = routing.questions[key].per
    if not of:
        yield ()
        return
    for path in asked[of]:
        for entry in counted.get(Place(of, path), ()):
            yield (*path, entry)


def _all_hold(rules: tuple[Rule, ...], interview: Interview, counted: Answers, path: Path) -> bool:
    def answer(name: str) -> Datum:
        return _datum(interview.routing, counted, name, path)

    return all(evaluate(rule, answer, interview.today) for rule in rules)


def _datum(routing: Routing, counted: Answers, name: str, path: Path) -> Datum:
    """The answer to a question as a rule sees it that stands at a path."""
    place = Place(name, path[: len(routing.chains[name])])
    return datum(routing.questions[name], counted.get(place, ()))


def _in_order(
    routing: Routing,
    questions: Iterable[Question],
    asked: Dict[str, frozenset[Path]],
    counted: Answers,
    path: Path = (),
) -> Iterator[Place]:
    """Places in the survey's order; what is asked for each entry of a list goes entry by entry."""

    def list_of(question: Question) -> str:
        lists = routing.chains[question.id][len(path) :]
        return lists[0] if lists else ""

    for of, group in groupby(questions, list_of):
        these = [*group]
        if not of:
            yield from (Place(q.id, path) for q in these if path in asked[q.id])
        for entry in counted.get(Place(of, path), ()):
            yield from _in_order(routing, these, asked, counted, (*path, entry))


def unmet(stand: Standing, place: Place, value: Value) -> UserError | None:
    """What the constraint of a question says against a value, as things stand; None when nothing."""
    routing = stand.interview.routing
    rule, question = routing.constraints.get(place.question), routing.questions[place.question]

    def answer(name: str) -> Datum:
        return datum(question, value) if name == OWN else _datum(routing, stand.counted, name, place.path)

    if rule is None or evaluate(rule, answer, stand.interview.today):
        return None
    if question.message:
        return UserError("This answer cannot stand: {message}", {"message": question.message.text})
    return UserError("This answer cannot stand: {rule} does not hold.", {"rule": question.constraint})


def clashes(stand: Standing) -> tuple[Place, ...]:
    """Answers whose constraint does not hold any more, since another answer or the day has changed; kept, and told."""
    return tuple(p for p in stand.asked if p in stand.counted and unmet(stand, p, stand.counted[p]))


def holds(stand: Standing, rule: Rule) -> bool:
    """Whether a rule about questions that are asked once holds now."""
    interview = stand.interview
    return bool(evaluate(rule, lambda name: _datum(interview.routing, stand.counted, name, ()), interview.today))
