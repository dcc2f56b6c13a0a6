"""The places of a mapping: their names, their states, and how each is built when it is first gone to."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from app.i18n import Translator, mark
from app.ui.rail import State, Stop

if TYPE_CHECKING:
    from app.mapping.model import Mapping

COMPANY, NEEDS, MATRIX, RESULTS, PLAN, PREVIEW = "company", "needs", "matrix", "results", "plan", "preview"

# Where each place is built. Its module is imported when somebody goes there: what a place needs costs start-up time.
_PLACES: Final = {
    COMPANY: (mark("Company"), "app.ui.company.place", "CompanyPlace"),
    NEEDS: (mark("Roles and needs"), "app.ui.needs.place", "NeedsPlace"),
    MATRIX: (mark("Present levels"), "app.ui.matrix.place", "MatrixPlace"),
    RESULTS: (mark("Results"), "app.ui.results.place", "ResultsPlace"),
    PLAN: (mark("Plan"), "app.ui.plan.place", "PlanPlace"),
    PREVIEW: (mark("The plan on paper"), "app.ui.preview.place", "PreviewPlace"),
}
NAMES: Final = tuple(_PLACES)


def place_class(name: str) -> Any:
    """The class of a place."""
    _title, module, kind = _PLACES[name]
    return getattr(import_module(module), kind)


def stops(t: Translator, mapping: Mapping | None = None) -> tuple[Stop, ...]:
    """The rail of a mapping, or an empty one."""
    states: dict[str, State] = _states(mapping) if mapping else {}
    return tuple(Stop(name, t(title), states.get(name, "empty")) for name, (title, _module, _kind) in _PLACES.items())


def _states(mapping: Mapping) -> dict[str, State]:
    company = mapping.company
    return {
        COMPANY: _state(bool(company.name), bool(company.name and mapping.goal and company.municipality)),
        NEEDS: _state(bool(mapping.roles), bool(mapping.needs)),
        MATRIX: _state(bool(mapping.assessments or mapping.level_counts), _all_answered(mapping)),
        RESULTS: _state(bool(mapping.assessments or mapping.level_counts), bool(mapping.agreed)),
        PLAN: _state(bool(mapping.agreed), bool(mapping.measures)),
        PREVIEW: _state(bool(mapping.measures), bool(mapping.measures)),
    }


def _state(begun: bool, done: bool) -> State:  # noqa: FBT001 - two facts, always given together
    return "done" if done else "begun" if begun else "empty"


def _all_answered(mapping: Mapping) -> bool:
    """Whether every person has some answer in every need of their role."""
    roles = {person.key: person.role_key for person in mapping.people}
    answered = {(a.person_key, a.need_key) for a in mapping.assessments}
    cells = [(p, need.key) for need in mapping.needs for p, role in roles.items() if role == need.role_key]
    return bool(cells) and all(cell in answered for cell in cells)
