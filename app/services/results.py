"""What follows from a mapping of the store, with what its survey was told."""

from __future__ import annotations

from app.mapping.interview import standing
from app.mapping.model import Mapping
from app.mapping.plan import Results, results
from app.mapping.told import NOTHING_TOLD, Told, told
from app.services import interviews
from app.services.desk import Desk
from app.services.plan_reading import read_from


def results_of(desk: Desk, mapping: Mapping) -> Results:
    """The results of today."""
    return results(mapping, desk.today, told_of(desk, mapping))


def told_of(desk: Desk, mapping: Mapping) -> Told:
    """What was told; before a survey has begun, what a plan says that the mapping was read from."""
    survey = desk.cases.survey(mapping.key)
    if survey:
        return told(standing(interviews.of_mapping(mapping, survey, desk.today)))
    plan = read_from(mapping)
    return plan.told if plan else NOTHING_TOLD
