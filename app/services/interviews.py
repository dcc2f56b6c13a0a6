"""A survey that is being answered: begun, answered, carried on into another survey, and where each answer is kept.

An answer that is a field of the mapping is kept there and nowhere else; all others are kept as answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Protocol, TypeVar

from app.errors import UserError
from app.languages import Language
from app.mapping.answers import Answer, Value
from app.mapping.interview import Interview, Place, answered, begun, listed
from app.mapping.interview_carry import Carried, carried
from app.mapping.kept import kept_answers
from app.mapping.kept_changes import edited
from app.mapping.model import CardHolding, Mapping, Measure, OptionType, Role, RoleNeed
from app.mapping.plan import measures_for
from app.mapping.survey import Kept, Kind, Question, Survey
from app.mapping.survey_routing import Routing, routed
from app.services import cards, mappings
from app.services.catalogues import municipalities
from app.services.companies import new_key
from app.services.desk import Desk
from app.services.planning import changed, own_measure


def running(desk: Desk, key: str) -> Interview | None:
    """The interview of a mapping as it stands; None before one has begun."""
    survey = desk.cases.survey(key)
    return None if survey is None else of_mapping(desk.cases.load(key), survey, desk.today)


def of_mapping(mapping: Mapping, survey: Survey, today: date) -> Interview:
    """The interview that a mapping and the survey it is asked by are, on a day."""
    return _interview(mapping, _ready(survey), today)


def _ready(survey: Survey) -> Routing:
    """Rules are read once for each survey."""
    return _routed(_Asked(survey))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A survey that is looked up at every answer: to hash all its questions would take longer than to find it."""

    survey: Survey

    def __hash__(self) -> int:
        return hash((self.survey.key, self.survey.version))


@lru_cache(maxsize=8)
def _routed(asked: _Asked) -> Routing:
    return routed(asked.survey)


def _interview(mapping: Mapping, routing: Routing, today: date) -> Interview:
    kept = {place: value for place, value in _stored(mapping).items() if not _is_kept(routing, place)}
    stored = begun(routing, (Answer(*place, value) for place, value in kept.items()))
    return Interview(routing, {**stored.answers, **kept_answers(mapping, routing.questions)}, today)


def _stored(mapping: Mapping) -> dict[Place, Value]:
    return {Place(answer.question, answer.path): answer.value for answer in mapping.answers}


def _is_kept(routing: Routing, place: Place) -> bool:
    question = routing.questions.get(place.question)
    return bool(question and question.kept_as)


def begin(desk: Desk, key: str, survey_key: str) -> Interview:
    """Begin a survey, or go on from the one before it with every answer in place."""
    from app.services.surveys import find

    return _carry(desk, key, find(desk, survey_key)).interview


def newer(desk: Desk, key: str) -> Carried | None:
    """What carrying the answers into the present version of the survey would do; None when it is the present one."""
    from app.services.surveys import find

    before = running(desk, key)
    if before is None:
        return None
    try:
        present = find(desk, before.routing.survey.key)
    except UserError:
        return None  # an imported survey may have left the library; its interview goes on as it began
    return carried(before, _ready(present)) if present.version != before.routing.survey.version else None


def carry_over(desk: Desk, key: str) -> Carried:
    """Go on with the present version of the survey that a mapping is asked by."""
    from app.services.surveys import find

    survey = desk.cases.survey(key)
    if survey is None:
        raise UserError("No survey has been begun here yet.")
    return _carry(desk, key, find(desk, survey.key))


def _carry(desk: Desk, key: str, survey: Survey) -> Carried:
    mapping, routing = desk.cases.load(key), _ready(survey)
    before = running(desk, key) or _interview(mapping, routing, desk.today)
    result = carried(before, routing)
    kept = tuple(a for a in listed(result.interview) if not _is_kept(routing, Place(a.question, a.path)))
    gone = tuple(a for a in mapping.answers if a not in kept)
    desk.cases.change(key, head=_continued(mapping, result, desk.today), survey=survey, put=kept, drop=gone)
    return replace(result, interview=_interview(desk.cases.load(key), routing, desk.today))


def _continued(mapping: Mapping, result: Carried, today: date) -> Mapping:
    """The mapping with the fields that an earlier survey has asked for, where nothing is said yet."""
    routing = result.interview.routing
    said = kept_answers(mapping, routing.questions)
    for place in result.continued:
        if _is_kept(routing, place) and place not in said:
            value = result.interview.answers[place]
            edit = edited(mapping, routing.questions[place.question], place.path, value, today)
            mapping = edit.head or mapping
    return mapping


def answer(desk: Desk, key: str, place: Place, value: Value) -> Interview:
    """Keep an answer, or say in a UserError why it cannot be one; the interview as it then stands."""
    before = _begun(desk, key)
    after = answered(before, place, value)
    question = before.routing.questions[place.question]
    if question.kept_as:
        _keep(desk, key, question, place, after.answers[place])
    else:
        desk.cases.put(key, Answer(*place, after.answers[place]))
    return _interview(desk.cases.load(key), before.routing, desk.today)


def clear(desk: Desk, key: str, place: Place) -> Interview:
    """Take an answer away."""
    before = _begun(desk, key)
    question = before.routing.questions[place.question]
    if place in before.answers and question.kept_as:
        _keep(desk, key, question, place, ())
    elif place in before.answers:
        desk.cases.drop(key, Answer(*place, ()))
    return _interview(desk.cases.load(key), before.routing, desk.today)


def _begun(desk: Desk, key: str) -> Interview:
    interview = running(desk, key)
    if interview is None:
        raise UserError("No survey has been begun here yet.")
    return interview


def _keep(desk: Desk, key: str, question: Question, place: Place, value: Value) -> None:
    mapping = desk.cases.load(key)
    if question.kept_as is Kept.HEAD_COUNT:
        role = next(role for role in mapping.roles if role.key == place.path[0])
        mappings.set_head_count(desk, key, role, int(value[0]) if value else 0)
        return
    edit = edited(mapping, question, place.path, value, desk.today)
    holdings = [item for item in edit.put if isinstance(item, CardHolding)]
    for holding in holdings:
        cards.change_card(desk, key, holding)
    if not holdings:
        desk.cases.change(key, head=edit.head and _named(desk, edit.head), put=edit.put, drop=edit.drop)


def _named(desk: Desk, mapping: Mapping) -> Mapping:
    """The municipality goes by the name that the catalogue has for its number."""
    company = mapping.company
    found = municipalities(desk).municipality(company.municipality) if company.municipality else None
    name = found.name.said(mapping.document_language).text if found else ""
    return replace(mapping, company=replace(company, municipality_name=name))


def add_entry(desk: Desk, key: str, place: Place) -> tuple[Interview, str]:
    """Add an entry to a list; the interview, and the key by which questions are asked for the entry."""
    before = _begun(desk, key)
    question = before.routing.questions[place.question]
    here = before.answers.get(place, ())
    if question.at_most is not None and len(here) >= question.at_most:
        raise UserError("At most {most} can be chosen here.", {"most": question.at_most})
    entry = _made(desk, key, question) or new_key()
    if not question.kept_as:
        desk.cases.put(key, Answer(*place, (*here, entry)))
    return _begun(desk, key), entry


def _made(desk: Desk, key: str, question: Question) -> str:
    """The entry of a list that is one of the mapping's own; competences and cards are picked in their own places."""
    if question.kept_as is Kept.ROLES:
        return mappings.add_role(desk, key, "", 1).key
    if question.kept_as is Kept.FIRST_STEPS:
        return _first_step(desk, key)
    if question.kept_as:
        raise UserError("These are chosen in a place of their own. Open it from the rail.")
    return ""


def _first_step(desk: Desk, key: str) -> str:
    """The first agreed priority's first measure becomes what is done first; it gets one when it has none."""
    mapping = desk.cases.load(key)
    agreed = min(mapping.agreed, key=lambda each: each.position, default=None)
    if agreed is None:
        raise UserError("Agree on a priority first: the first action is for one of them.")
    planned = measures_for(mapping, agreed.need_key)
    step = planned[0] if planned else own_measure(mapping, agreed.need_key, OptionType.INDUCTION)
    desk.cases.put(key, *changed(mapping, replace(step, first_step=True)))
    return step.key


def remove_entry(desk: Desk, key: str, place: Place, entry: str) -> Interview:
    """Take an entry out of a list, with all that was answered for it."""
    before = _begun(desk, key)
    question = before.routing.questions[place.question]
    if question.kept_as:
        _unmade(desk, key, question.kept_as, entry)
        return _begun(desk, key)
    rest = tuple(other for other in before.answers.get(place, ()) if other != entry)
    chain = (*place.path, entry)
    gone = [Answer(*at, value) for at, value in before.answers.items() if at.path[: len(chain)] == chain]
    mine = Answer(*place, rest)
    desk.cases.change(key, put=[mine] if rest else [], drop=gone if rest else [*gone, mine])
    return _begun(desk, key)


def _unmade(desk: Desk, key: str, kept: Kept, entry: str) -> None:
    mapping = desk.cases.load(key)
    match kept:
        case Kept.ROLES:
            mappings.remove_role(desk, key, _keyed(mapping.roles, entry))
        case Kept.NEEDS:
            mappings.remove_need(desk, key, _keyed(mapping.needs, entry))
        case Kept.CARDS:
            cards.remove_card(desk, key, _keyed(mapping.cards, entry))
        case Kept.FIRST_STEPS:
            desk.cases.put(key, replace(_keyed(mapping.measures, entry), first_step=False))
        case _:
            raise ValueError(kept)  # a mistake of ours: no other field is a list


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


_Entry = TypeVar("_Entry", bound=_Keyed)


def _keyed(entries: Iterable[_Entry], key: str) -> _Entry:
    return next(entry for entry in entries if entry.key == key)


def entry_name(mapping: Mapping, interview: Interview, question: Question, entry: str, language: Language) -> str:
    """What an entry of a list or a chosen value is called; "" when it has no name yet."""
    named: tuple[Role | RoleNeed | CardHolding | Measure, ...]
    named = (*mapping.roles, *mapping.needs, *mapping.cards, *mapping.measures)
    found = next((each for each in named if each.key == entry), None)
    if found is not None:
        name = found.what if isinstance(found, Measure) else found.name
        return name if isinstance(name, str) else name.said(language).text
    choice = next((choice for choice in question.choices if choice.value == entry), None)
    if choice:
        return choice.phrase.said(language).text
    return _first_text(interview, question, entry)


def _first_text(interview: Interview, question: Question, entry: str) -> str:
    """An entry goes by the first text that is answered for it."""
    texts = {q.id for q in interview.routing.survey.questions if q.per == question.id and q.kind is Kind.TEXT}
    found = (v[0] for p, v in sorted(interview.answers.items()) if p.question in texts and p.path[-1:] == (entry,))
    return next(found, "")
