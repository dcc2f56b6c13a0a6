"""The steps of a visit in the window: what they are called, where each leads, and which one a place belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.i18n import Translator, mark
from app.mapping.visit_steps import AFTER, AT_COMPANY, BEFORE, STEPS, Part, Step, StepState, step_states
from app.ui.place import LIBRARY
from app.ui.stops import CARDS, COMPANY, MATRIX, NEEDS, PLAN, PREVIEW, RESULTS, SURVEY, VISIT, Stop

if TYPE_CHECKING:
    from app.mapping.due import Since
    from app.mapping.interview import Standing
    from app.mapping.model import Mapping

PARTS: Final[dict[Part, str]] = {
    "before": mark("Before the visit"),
    "at_company": mark("At the company"),
    "after": mark("After the visit"),
}
NAMES: Final = {
    "B1": mark("Agree on the visit"),
    "B2": mark("Background"),
    "B3": mark("Likely roles"),
    "B4": mark("Data up to date"),
    "B5": mark("Names or codes"),
    "V1": mark("Opening"),
    "V2": mark("Business now"),
    "V3": mark("What changes"),
    "V4": mark("Needs by role"),
    "V5": mark("Present levels"),
    "V6": mark("Cards and permits"),
    "V7": mark("Language"),
    "V8": mark("Risks"),
    "V9": mark("Priorities"),
    "V10": mark("Next steps"),
    "A1": mark("Left open"),
    "A2": mark("Options"),
    "A3": mark("Funding"),
    "A4": mark("Measures"),
    "A5": mark("Plan on paper"),
    "A6": mark("Plan meeting"),
    "A7": mark("Follow-up"),
    "A8": mark("What is kept"),
}
HINTS: Final = {
    "B1": mark("Talk of customers and deliveries, not of training. Have those who know the work at the table."),
    "B5": mark("Codes are enough for most visits. The fewer names there are, the more freely people are spoken of."),
    "V1": mark("Let the owner say in their own words what must be better in a year. Write it down as it is said."),
    "V10": mark("Leave with a date. One thing to begin within fourteen days is worth more than ten for later."),
    "A1": mark("Go through this the same day, while you still remember what was said."),
    "A6": mark("The owner approves the plan. Agree who tells the people whom it concerns."),
    "A7": mark("Look only at what was agreed: what was done, what changed at work, and what to drop."),
    "A8": mark("What is kept must have a day when it goes."),
}
"""How an experienced consultant does it, on the pages that a visit has of its own."""
_PAGES: Final = ("B1", "B5", "V1", "V10", "A1", "A6", "A7", "A8")
_AT_PLAN: Final = ("A2", "A3", "A4")
TO: Final = {
    **{code: f"{VISIT}#{code}" for code in _PAGES},
    **{code: f"{PLAN}#{code}" for code in _AT_PLAN},
    "B2": COMPANY,
    "B3": f"{NEEDS}#B3",
    "B4": LIBRARY,
    "V2": f"{SURVEY}#B",
    "V3": f"{SURVEY}#C",
    "V4": f"{NEEDS}#V4",
    "V5": MATRIX,
    "V6": CARDS,
    "V7": f"{SURVEY}#I",
    "V8": f"{SURVEY}#G",
    "V9": RESULTS,
    "A5": PREVIEW,
}
"""Where a step leads. A part that is a step's own code tells apart the steps that share a place."""
_BY_PLACE: Final = {
    **{to: code for code, to in TO.items() if "#" not in to},
    SURVEY: "V2",
    PLAN: "A2",
    VISIT: "V1",
}


def steps_on_rail(t: Translator, mapping: Mapping, stand: Standing | None, since: Since) -> tuple[Stop, ...]:
    """Every step with how far it is."""
    return tuple(_stop(t, state) for state in step_states(mapping, stand, since))


def _stop(t: Translator, found: StepState) -> Stop:
    step, n = found.step, found.open_answers
    minutes = t("{n} min", n=step.minutes)
    spoken, note = {
        "empty": (t("empty"), minutes),
        "begun": (t("begun"), minutes),
        "done": (t("done"), minutes),
        "left_open": (_open(t, n), t("{n} open", n=n) if n else t("open")),
    }[found.state]
    heard = t("{state}, {minutes}", state=spoken, minutes=minutes)
    return Stop(TO[step.code], t(NAMES[step.code]), found.state, step.code, note, heard, t(PARTS[step.part]))


def _open(t: Translator, n: int) -> str:
    return t.n("left open, {n} answer is missing", "left open, {n} answers are missing", n) if n else t("left open")


def step_at(place: str, part: str, stand: Standing | None, *, began: bool) -> str:
    """The code of the step that one is at; in a place of several, the one that belongs to this time of the visit."""
    codes = [step.code for step in STEPS]
    if part in codes and TO[part].partition("#")[0] == place:
        return part
    if place == SURVEY and stand:
        sections = stand.interview.routing.survey.sections
        return next((s.step for s in sections if s.id == part and s.step in codes), _BY_PLACE[SURVEY])
    return ("V4" if began else "B3") if place == NEEDS else _BY_PLACE.get(place, "")


def step_of(code: str) -> Step:
    """A step by its code."""
    return next(step for step in (*BEFORE, *AT_COMPANY, *AFTER) if step.code == code)
