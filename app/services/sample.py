"""The sample company: an invented shop that stands as if it had been visited today.

Its file is our own; the format is described in docs/formats/sample.md. Days are counted from today, so that cards are
about to expire and deadlines lie ahead whenever it is opened. Keys are those of the file, so that the same day and
language give the same mapping.
"""

from __future__ import annotations

from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from app.errors import UserError
from app.frameworks.faults import first_fault
from app.frameworks.model import Competence, Framework
from app.frameworks.packs import read_yaml
from app.languages import Language
from app.mapping.answers import Answer
from app.mapping.company import Company
from app.mapping.model import (
    Agreed,
    Assessment,
    CardHolding,
    Mapping,
    Measure,
    Mode,
    PeopleMode,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.visit import Visit
from app.services import sample_shape as shape
from app.services.mappings import competence_needs
from app.texts import Text

KEY: Final = "sample"

Competences = Dict[str, tuple[Framework, Competence]]
"""By key, a competence and the pack it stands in."""


def load_sample(path: Path, packs: Sequence[Framework], today: date, language: Language) -> Mapping:
    """The sample company of a file as of today, all of its own texts in one language.

    A fault of the file, or a competence that no pack has, is a UserError that names the file and the place.
    """
    sample = _validated(path)
    competences = {c.key: (pack, c) for pack in packs for c in pack.competences}
    _refuse_unknown(path.name, sample, competences)
    roles = _roles(sample, language)
    return Mapping(
        key=KEY,
        company=_company(sample.company, language),
        mode=Mode.VISIT,
        people_mode=PeopleMode.PSEUDONYMS,
        document_language=language,
        goal=sample.goal.said(language),
        started=today,
        next_meeting=_working_day(today, sample.next_meeting.in_days),
        next_meeting_note=sample.next_meeting.note.said(language),
        example=True,
        roles=roles,
        people=_people(sample),
        needs=_needs(sample, roles, competences),
        assessments=_assessments(sample, today, language),
        cards=tuple(_card(card, today) for card in sample.cards),
        agreed=tuple(_agreed(one, place, language) for place, one in enumerate(sample.agreed)),
        measures=tuple(_measure(one, place, today, language) for place, one in enumerate(sample.measures)),
        visit=Visit(notice_shown=today, people_mode_confirmed=today),
        answers=tuple(_answer(one, language) for one in sample.answers),
    )


def _answer(answer: shape.Told, language: Language) -> Answer:
    return Answer(
        answer.question, tuple(answer.at), (answer.words.said(language),) if answer.words else tuple(answer.values)
    )


def _validated(path: Path) -> shape.Sample:
    try:
        return shape.Sample.model_validate(read_yaml(path))
    except ValidationError as error:
        fault = first_fault(error)
        raise UserError(
            "{file} breaks the format of the sample company: {place} cannot be {value}. "
            "Correct the file or install the program again.",
            {"file": path.name, "place": fault.place, "value": fault.value},
        ) from error


def _refuse_unknown(file: str, sample: shape.Sample, competences: Competences) -> None:
    for place, key, known in shape.references(sample, competences):
        if key not in known:
            raise UserError(
                "{file} names {key} in {place}, and there is no such key. "
                "Correct the file or install the program again.",
                {"file": file, "key": key, "place": place},
            )


def _company(company: shape.Company, language: Language) -> Company:
    return Company(
        key=KEY,
        name=company.name,
        sector=company.sector,
        sector_words=company.sector_words.said(language),
        size=company.size,
        municipality=company.municipality,
        municipality_name=company.municipality_name.said(language),
        service_language=company.service_language,
    )


def _roles(sample: shape.Sample, language: Language) -> tuple[Role, ...]:
    return tuple(
        Role(role.key, role.name.said(language), len(role.people), role.importance, position)
        for position, role in enumerate(sample.roles)
    )


def _people(sample: shape.Sample) -> tuple[Person, ...]:
    found = ((role.key, code) for role in sample.roles for code in role.people)
    return tuple(
        Person(key=code, role_key=role_key, code=code, position=position)
        for position, (role_key, code) in enumerate(found)
    )


def _needs(sample: shape.Sample, roles: Sequence[Role], competences: Competences) -> tuple[RoleNeed, ...]:
    found = [(role, need) for role, filed in zip(roles, sample.roles, strict=True) for need in filed.needs]
    return tuple(
        replace(
            _in_own_words(need.own, role) if need.own else _quoted(competences[need.competence], role),
            key=need.key,
            targets=Targets(need.targets.now, need.targets.y1, need.targets.y3),
            criticality=need.criticality,
            required=need.required,
            position=position,
        )
        for position, (role, need) in enumerate(found)
    )


def _quoted(found: tuple[Framework, Competence], role: Role) -> RoleNeed:
    framework, competence = found
    [need] = competence_needs(framework, [competence], role)
    return need


def _in_own_words(own: shape.Own, role: Role) -> RoleNeed:
    return RoleNeed(
        key="",
        role_key=role.key,
        name=own.name.text(),
        description=own.description.text(),
        unit_code=own.unit.code if own.unit else "",
        unit_name=own.unit.name.text() if own.unit else Text(),
        qualification_code=own.unit.qualification if own.unit else "",
        tags=tuple(own.tags),
        statutory=own.statutory,
    )


def _assessments(sample: shape.Sample, today: date, language: Language) -> tuple[Assessment, ...]:
    found = ((need.key, answer) for role in sample.roles for need in role.needs for answer in need.answers)
    return tuple(
        Assessment(
            person_key=answer.person,
            need_key=need_key,
            assessor=answer.by,
            level=answer.level if isinstance(answer.level, int) else None,
            language_free_level=answer.language_free_level,
            not_part_of_job=answer.level == "not_part_of_job",
            evidence=answer.evidence,
            reason=answer.reason,
            note=answer.note.said(language) if answer.note else "",
            on=today,
        )
        for need_key, answer in found
    )


def _card(card: shape.Card, today: date) -> CardHolding:
    return CardHolding(
        key=card.key,
        card=card.card,
        role_key=card.role,
        name=card.name.text(),
        state=card.state,
        valid_to=None if card.in_days is None else today + timedelta(days=card.in_days),
        count=card.count,
    )


def _agreed(agreed: shape.Agreed, position: int, language: Language) -> Agreed:
    return Agreed(agreed.need, position, agreed.reason.said(language) if agreed.reason else "")


def _measure(measure: shape.Measure, position: int, today: date, language: Language) -> Measure:
    return Measure(
        key=measure.key,
        for_key=measure.serves,
        option=measure.option,
        what=measure.what.said(language),
        responsible=measure.responsible.said(language),
        deadline=_working_day(today, measure.in_days),
        success_sign=measure.success_sign.said(language),
        cost=measure.cost,
        first_step=measure.first_step,
        position=position,
    )


def _working_day(today: date, in_days: int) -> date:
    """That many days from today, or the Monday after if it is a weekend: nobody agrees to act or meet on a Sunday."""
    day = today + timedelta(days=in_days)
    to_monday = 7 - day.weekday()
    return day + timedelta(days=to_monday) if to_monday <= 2 else day
