"""Answers that are fields of the mapping: what a question with `kept_as` is answered with at present.

The mapping holds such an answer once, and the interview reads it from there, so that nothing is typed twice and a
place of the window and the survey always say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Dict
from datetime import date
from typing import Any, Final

from app.mapping.answers import Path, Value
from app.mapping.interview import Place
from app.mapping.interview_values import refusal
from app.mapping.model import Assessment, Assessor, CardHolding, Mapping, Measure, Person, Role, RoleNeed
from app.mapping.survey import Kept, Question

Reader = Callable[[Mapping, Question], Iterator[tuple[Path, Value]]]
"""From a mapping to the answers of one question."""
COMPANY_FIELDS: Final = {
    Kept.COMPANY_NAME: "name",
    Kept.BUSINESS_ID: "business_id",
    Kept.SECTOR: "sector",
    Kept.SECTOR_WORDS: "sector_words",
    Kept.SIZE: "size",
    Kept.MUNICIPALITY: "municipality",
    Kept.SERVICE_LANGUAGE: "service_language",
    Kept.CONTACT: "contact",
}
"""Fields of the company that are answers as they are; a size is kept whole and answered by where it begins."""


def kept_answers(mapping: Mapping, questions: Dict[str, Question]) -> dict[Place, Value]:
    """The answers that the mapping holds; one that does not suit its question stays where it is and is none."""
    places = ((Place(q.id, path), value) for q in questions.values() if q.kept_as for path, value in _held(mapping, q))
    return {place: value for place, value in places if value and refusal(questions[place.question], value) is None}


def _held(mapping: Mapping, question: Question) -> Iterator[tuple[Path, Value]]:
    assert question.kept_as
    yield from _READERS.get(question.kept_as, _of_company)(mapping, question)


def _said(value: Any) -> Value:
    """A value of the mapping as an answer; what is not there is no answer."""
    return () if value is None or value == "" else (str(value),)


def _of_company(mapping: Mapping, question: Question) -> Iterator[tuple[Path, Value]]:
    if question.kept_as in COMPANY_FIELDS:
        value = getattr(mapping.company, COMPANY_FIELDS[question.kept_as])
        yield (), _said(value.partition("–")[0] if question.kept_as is Kept.SIZE else value)


def _once(read: Callable[[Mapping], Value]) -> Reader:
    def held(mapping: Mapping, _question: Question) -> Iterator[tuple[Path, Value]]:
        yield (), read(mapping)

    return held


def _of_roles(read: Callable[[Mapping, Role], Value]) -> Reader:
    def held(mapping: Mapping, _question: Question) -> Iterator[tuple[Path, Value]]:
        return (((role.key,), read(mapping, role)) for role in mapping.roles)

    return held


def _of_needs(
    read: Callable[[Mapping, RoleNeed], Value],
) -> Reader:
    def held(mapping: Mapping, _question: Question) -> Iterator[tuple[Path, Value]]:
        return (((need.role_key, need.key), read(mapping, need)) for need in mapping.needs)

    return held


def _of_cards(read: Callable[[CardHolding], Value]) -> Reader:
    def held(mapping: Mapping, _question: Question) -> Iterator[tuple[Path, Value]]:
        return (((card.role_key, card.key), read(card)) for card in mapping.cards)

    return held


def _of_steps(read: Callable[[Measure], Value]) -> Reader:
    def held(mapping: Mapping, _question: Question) -> Iterator[tuple[Path, Value]]:
        return (((step.key,), read(step)) for step in first_steps(mapping))

    return held


def first_steps(mapping: Mapping) -> tuple[Measure, ...]:
    return tuple(measure for measure in mapping.measures if measure.first_step)


def trend(now: int | None, later: int | None) -> str:
    """Whether more or less is wanted later; "" when either is not said."""
    if now is None or later is None:
        return ""
    return "up" if later > now else "down" if later < now else "same"


def _in_role(mapping: Mapping, role: Role) -> Value:
    return tuple(need.key for need in mapping.needs if need.role_key == role.key)


def _cards_in(mapping: Mapping, role: Role) -> Value:
    return tuple(card.key for card in mapping.cards if card.role_key == role.key)


def team(mapping: Mapping, role_key: str) -> Person | None:
    """The row of a role's team, which the owner rates as one."""
    return next((person for person in mapping.people if person.role_key == role_key and not person.code), None)


def _team_level(mapping: Mapping, need: RoleNeed) -> Value:
    row = team(mapping, need.role_key)
    said = (a for a in mapping.assessments if row and a.person_key == row.key and a.need_key == need.key)
    return next((level_said(a) for a in said if a.assessor is Assessor.OWNER), ())


def level_said(assessment: Assessment) -> Value:
    if assessment.not_part_of_job:
        return ("not_part_of_job",)
    return ("not_assessed",) if assessment.level is None else (str(assessment.level),)


def _day(question: Question, day: date | None) -> Value:
    """A day, or a month where the question asks for one."""
    return () if day is None else (f"{day:%Y-%m}" if question.month else day.isoformat(),)


def _valid_to(mapping: Mapping, question: Question) -> Iterator[tuple[Path, Value]]:
    return (((card.role_key, card.key), _day(question, card.valid_to)) for card in mapping.cards)


_READERS: Final[dict[Kept, Reader]] = {
    Kept.GOAL: _once(lambda m: _said(m.goal)),
    Kept.NEXT_MEETING: _once(lambda m: _said(m.next_meeting)),
    Kept.ROLES: _once(lambda m: tuple(role.key for role in m.roles)),
    Kept.AGREED: _once(lambda m: tuple(a.need_key for a in sorted(m.agreed, key=lambda a: a.position))),
    Kept.FIRST_STEPS: _once(lambda m: tuple(step.key for step in first_steps(m))),
    Kept.ROLE_NAME: _of_roles(lambda _, role: _said(role.name)),
    Kept.HEAD_COUNT: _of_roles(lambda _, role: _said(role.head_count)),
    Kept.IMPORTANCE: _of_roles(lambda _, role: _said(role.importance)),
    Kept.NEEDS: _of_roles(_in_role),
    Kept.CARDS: _of_roles(_cards_in),
    Kept.TARGET_NOW: _of_needs(lambda _, need: _said(need.targets.now)),
    Kept.TREND_Y1: _of_needs(lambda _, need: _said(trend(need.targets.now, need.targets.y1))),
    Kept.TREND_Y3: _of_needs(lambda _, need: _said(trend(need.targets.now, need.targets.y3))),
    Kept.CRITICALITY: _of_needs(lambda _, need: _said(need.criticality)),
    Kept.REQUIRED_COUNT: _of_needs(lambda _, need: _said(need.required)),
    Kept.TEAM_LEVEL: _of_needs(_team_level),
    Kept.CARD_STATE: _of_cards(lambda card: _said(card.state)),
    Kept.CARD_VALID_TO: _valid_to,
    Kept.CARD_COUNT: _of_cards(lambda card: _said(card.count)),
    Kept.STEP_WHAT: _of_steps(lambda step: _said(step.what)),
    Kept.STEP_RESPONSIBLE: _of_steps(lambda step: _said(step.responsible)),
    Kept.STEP_DEADLINE: _of_steps(lambda step: _said(step.deadline)),
}
