"""How far a mapping is, as it stands round its places: on the rail, and on the clock of a visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.i18n import Translator
from app.mapping.interview import Standing, standing
from app.mapping.model import Mapping, Mode
from app.mapping.visit import Visit
from app.services import due, interviews
from app.ui import stops
from app.ui.place import LIBRARY
from app.ui.stops import Stop
from app.ui.visit.steps import step_at, steps_on_rail

if TYPE_CHECKING:
    from app.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Course:
    """`here` is the key of the stop one is at; there are no stops where the place belongs to no mapping."""

    stops: tuple[Stop, ...]
    here: str
    visit: Visit


def course(desk: Desk, t: Translator, mapping: Mapping, place: str, part: str) -> Course:
    """The steps of a visit, or the places of any other mapping."""
    stand = _stand(desk, mapping)
    if mapping.mode is Mode.VISIT:
        shown = place in (*stops.NAMES, *stops.OF_VISIT, LIBRARY)
        here = step_at(place, part, stand, began=mapping.visit.began is not None)
        since = due.since(desk, mapping.key)
        return Course(steps_on_rail(t, mapping, stand, since) if shown else (), here, mapping.visit)
    return Course(stops.stops(t, mapping, stand) if place in stops.NAMES else (), place, Visit())


def _stand(desk: Desk, mapping: Mapping) -> Standing | None:
    survey = desk.cases.survey(mapping.key)
    return standing(interviews.of_mapping(mapping, survey, desk.today)) if survey else None
