"""The places of a mapping: their names, their states, and how each is built when it is first gone to."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from app.i18n import Translator, mark

if TYPE_CHECKING:
    from app.mapping.interview import Standing
    from app.mapping.model import Mapping

State = Literal["empty", "begun", "done", "left_open"]


class Stop(NamedTuple):
    """`place` is where it leads; a step of a visit has a `code`, a `note` at its end, and a `group` it belongs to.

    `spoken` is what is heard of how far it is.
    """

    place: str
    name: str
    state: State
    code: str = ""
    note: str = ""
    spoken: str = ""
    group: str = ""

    @property
    def key(self) -> str:
        return self.code or self.place


COMPANY, SURVEY, NEEDS, MATRIX, CARDS = "company", "survey", "needs", "matrix", "cards"
RESULTS, PLAN, PREVIEW, VISIT = "results", "plan", "preview", "visit"

# Where each place is built. Its module is imported when somebody goes there: what a place needs costs start-up time.
_PLACES: Final = {
    COMPANY: (mark("Company"), "app.ui.company.place", "CompanyPlace"),
    SURVEY: (mark("Survey"), "app.ui.survey.place", "SurveyPlace"),
    NEEDS: (mark("Roles and needs"), "app.ui.needs.place", "NeedsPlace"),
    MATRIX: (mark("Present levels"), "app.ui.matrix.place", "MatrixPlace"),
    CARDS: (mark("Cards and permits"), "app.ui.cards.place", "CardsPlace"),
    RESULTS: (mark("Results"), "app.ui.results.place", "ResultsPlace"),
    PLAN: (mark("Plan"), "app.ui.plan.place", "PlanPlace"),
    PREVIEW: (mark("The plan on paper"), "app.ui.preview.place", "PreviewPlace"),
    VISIT: (mark("Visit"), "app.ui.visit.place", "VisitPlace"),
}
OF_VISIT: Final = (VISIT,)
"""Places that are reached by the steps of a visit alone."""
NAMES: Final = tuple(name for name in _PLACES if name not in OF_VISIT)


def place_class(name: str) -> Any:
    """The class of a place."""
    _title, module, kind = _PLACES[name]
    return getattr(import_module(module), kind)


def stops(t: Translator, mapping: Mapping | None = None, stand: Standing | None = None) -> tuple[Stop, ...]:
    """The rail of a mapping, or an empty one; `stand` is how far its survey is."""
    states: dict[str, State] = _states(mapping, stand) if mapping else {}
    names = ((name, t(_PLACES[name][0])) for name in NAMES)
    return tuple(Stop(place, name, states.get(place, "empty"), group=t("This mapping")) for place, name in names)


def _states(mapping: Mapping, stand: Standing | None) -> dict[str, State]:
    company = mapping.company
    return {
        COMPANY: _state(bool(company.name), bool(company.name and mapping.goal and company.municipality)),
        SURVEY: _survey(stand),
        NEEDS: _state(bool(mapping.roles), bool(mapping.needs)),
        MATRIX: _state(bool(mapping.assessments or mapping.level_counts), _all_answered(mapping)),
        CARDS: _state(bool(mapping.cards), _all_known(mapping)),
        RESULTS: _state(bool(mapping.assessments or mapping.level_counts), bool(mapping.agreed)),
        PLAN: _state(bool(mapping.agreed), bool(mapping.measures)),
        PREVIEW: _state(bool(mapping.measures), bool(mapping.measures)),
    }


def _survey(stand: Standing | None) -> State:
    """Done when nothing that is wanted is open."""
    if stand is None or not stand.counted:
        return "empty"
    from app.mapping.interview_progress import left_open

    return "begun" if left_open(stand) else "done"


def _state(begun: bool, done: bool) -> State:  # noqa: FBT001 - two facts, always given together
    return "done" if done else "begun" if begun else "empty"


def _all_known(mapping: Mapping) -> bool:
    """Whether something is known of every card."""
    return bool(mapping.cards) and all(card.state != "not_known" for card in mapping.cards)


def _all_answered(mapping: Mapping) -> bool:
    """Whether every person has some answer in every need of their role."""
    roles = {person.key: person.role_key for person in mapping.people}
    answered = {(a.person_key, a.need_key) for a in mapping.assessments}
    cells = [(p, need.key) for need in mapping.needs for p, role in roles.items() if role == need.role_key]
    return bool(cells) and all(cell in answered for cell in cells)
