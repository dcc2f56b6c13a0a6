"""One word or short phrase for every value of the domain (brief, 3.1, 4.1, 4.3, 4.9, 7, 10).

Words are lower case, to stand inside a sentence or alone; the names of the levels are whole phrases of the scale and
begin with a capital. `capital` begins any of them with one.
"""

from __future__ import annotations

from typing import Final

from app.i18n import Translator, mark
from app.mapping.levels import Confidence
from app.mapping.model import (
    Assessor,
    Band,
    CostClass,
    Evidence,
    GapReason,
    Horizon,
    MeasureStatus,
    Mode,
    OptionType,
    PeopleMode,
)
from app.mapping.plan import CardState

LEVELS: Final[dict[int | None, str]] = {
    0: mark("No skill yet"),
    1: mark("Can do with guidance"),
    2: mark("Independent in normal situations"),
    3: mark("Independent also in exceptions"),
    4: mark("Can develop and guide others"),
    None: mark("Not assessed"),
}
PLAIN_LEVELS: Final[dict[int | None, str]] = {
    0: mark("I cannot do this yet."),
    1: mark("I can do this when somebody advises me."),
    2: mark("I can do the usual work alone."),
    3: mark("I can handle difficult situations alone, too."),
    4: mark("I know this so well that I teach others."),
    None: mark("I do not know."),
}
BANDS: Final = {
    Band.URGENT: mark("urgent"),
    Band.IMPORTANT: mark("important"),
    Band.WATCH: mark("watch"),
    Band.IN_ORDER: mark("in order"),
    Band.NOT_ASSESSED: mark("not assessed"),
}
HORIZONS: Final = {
    Horizon.NOW: mark("now"),
    Horizon.Y1: mark("in one year"),
    Horizon.Y3: mark("in three years"),
}
SHORT_HORIZONS: Final = {Horizon.NOW: mark("now"), Horizon.Y1: mark("1 y"), Horizon.Y3: mark("3 y")}
CRITICALITIES: Final = {1: mark("helpful"), 2: mark("important"), 3: mark("business-critical")}
MODES: Final = {
    Mode.QUICK: mark("quick scan"),
    Mode.SELF: mark("self-assessment"),
    Mode.VISIT: mark("company visit"),
}
PEOPLE_MODES: Final = {
    PeopleMode.NAMES: mark("names"),
    PeopleMode.PSEUDONYMS: mark("pseudonyms"),
    PeopleMode.ROLES_ONLY: mark("roles only"),
    PeopleMode.OWNER: mark("the owner's own estimate"),
}
ASSESSORS: Final = {
    Assessor.SELF: mark("self"),
    Assessor.OWNER: mark("owner"),
    Assessor.SUPERVISOR: mark("supervisor"),
    Assessor.CONSULTANT: mark("consultant"),
    Assessor.AGREED: mark("agreed"),
}
CONFIDENCES: Final = {
    Confidence.STRONG: mark("strong"),
    Confidence.MODERATE: mark("moderate"),
    Confidence.WEAK: mark("weak"),
}
EVIDENCE: Final = {
    Evidence.NONE: mark("no evidence"),
    Evidence.SEEN: mark("seen at work"),
    Evidence.SAMPLE: mark("work sample"),
    Evidence.CERTIFICATE: mark("certificate"),
    Evidence.REFERENCE: mark("reference"),
    Evidence.DEMONSTRATION: mark("vocational demonstration"),
}
REASONS: Final = {
    GapReason.CANNOT: mark("cannot yet"),
    GapReason.NOT_NEEDED: mark("has not been needed"),
    GapReason.NO_TIME: mark("no time"),
    GapReason.NO_TOOL: mark("no tool"),
    GapReason.NOT_ALLOWED: mark("no permission"),
    GapReason.OTHER: mark("another reason"),
}
OPTIONS: Final = {
    OptionType.INDUCTION: mark("induction"),
    OptionType.PAIR_WORK: mark("pair work"),
    OptionType.ROTATION: mark("job rotation"),
    OptionType.INNER_TEACHER: mark("in-house teacher"),
    OptionType.SHORT_COURSE: mark("short course"),
    OptionType.UNIT: mark("qualification unit"),
    OptionType.QUALIFICATION: mark("whole qualification"),
    OptionType.APPRENTICESHIP: mark("apprenticeship"),
    OptionType.DEMONSTRATION: mark("showing what one can already do"),
    OptionType.BADGE: mark("badge"),
    OptionType.CARD: mark("card or permit"),
    OptionType.RECRUITMENT: mark("recruitment"),
    OptionType.SUBCONTRACTING: mark("subcontracting"),
    OptionType.TOOL: mark("tool or automation"),
    OptionType.TASK_DIVISION: mark("new division of work"),
    OptionType.LANGUAGE_SUPPORT: mark("language support"),
    OptionType.REFERRAL: mark("guidance to another service"),
    OptionType.ACCEPTED_RISK: mark("accepted risk"),
}
STATUSES: Final = {
    MeasureStatus.PLANNED: mark("planned"),
    MeasureStatus.IN_PROGRESS: mark("in progress"),
    MeasureStatus.DONE: mark("done"),
    MeasureStatus.DROPPED: mark("dropped"),
}
COSTS: Final = {
    CostClass.NONE: mark("no cost"),
    CostClass.UNDER_1000: mark("under €1,000"),
    CostClass.FROM_1000: mark("€1,000–5,000"),
    CostClass.OVER_5000: mark("over €5,000"),
    CostClass.UNKNOWN: mark("cost not known"),
}
CARD_STATES: Final[dict[CardState, str]] = {
    "overdue": mark("expired"),
    "red": mark("ends within 30 days"),
    "expiring": mark("ends within 180 days"),
    "missing": mark("missing"),
    "not_known": mark("not known"),
    "valid": mark("valid"),
    "no_end": mark("valid until further notice"),
    "not_needed": mark("not needed"),
}


def level_name(t: Translator, level: int | None) -> str:
    """The name of a level 0…4; None is "Not assessed"."""
    return t(LEVELS[level])


def plain_level_name(t: Translator, level: int | None) -> str:
    """A level as a person says it of oneself, in plain language."""
    return t(PLAIN_LEVELS[level])


def not_part_of_job(t: Translator) -> str:
    return t("Not part of the job")


def plain_not_part_of_job(t: Translator) -> str:
    return t("This is not part of my job.")


def band_name(t: Translator, band: Band) -> str:
    return t(BANDS[band])


def horizon_name(t: Translator, horizon: Horizon) -> str:
    return t(HORIZONS[horizon])


def short_horizon_name(t: Translator, horizon: Horizon) -> str:
    """A horizon in a narrow column."""
    return t(SHORT_HORIZONS[horizon])


def criticality_name(t: Translator, criticality: int) -> str:
    return t(CRITICALITIES[criticality])


def mode_name(t: Translator, mode: Mode) -> str:
    return t(MODES[mode])


def people_mode_name(t: Translator, mode: PeopleMode) -> str:
    return t(PEOPLE_MODES[mode])


def assessor_name(t: Translator, assessor: Assessor) -> str:
    return t(ASSESSORS[assessor])


def confidence_name(t: Translator, confidence: Confidence) -> str:
    return t(CONFIDENCES[confidence])


def evidence_name(t: Translator, evidence: Evidence) -> str:
    return t(EVIDENCE[evidence])


def reason_name(t: Translator, reason: GapReason) -> str:
    return t(REASONS[reason])


def option_name(t: Translator, option: OptionType) -> str:
    return t(OPTIONS[option])


def status_name(t: Translator, status: MeasureStatus) -> str:
    return t(STATUSES[status])


def cost_name(t: Translator, cost: CostClass) -> str:
    return t(COSTS[cost])


def card_state_name(t: Translator, state: CardState) -> str:
    return t(CARD_STATES[state])


def capital(text: str) -> str:
    """The text begun with a capital, as at the head of a line."""
    return text[:1].upper() + text[1:]
