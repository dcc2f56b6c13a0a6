"""What a company needs and can: the words of the domain brief (4.10, 10) as values.

Four things that are not a level stay four things: a person without an `Assessment` has not been answered yet,
`level=None` is "not assessed" (asked, not known), `not_part_of_job` is "not part of the job", and a row with a
reason such as "no_tool" is known but is no competence gap. None of them is zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from app.languages import Language
from app.mapping.answers import Answer
from app.mapping.company import Company
from app.mapping.referral_made import Referral
from app.mapping.visit import Visit
from app.offers.model import Offer
from app.texts import Text

METHOD_VERSION = "1.0"
MAX_AGREED = 5

Trend = Literal["up", "same", "down"]
RequiredCount = int | Literal["all"]


class Mode(StrEnum):
    """How the mapping is made."""

    QUICK = "quick"
    SELF = "self"
    VISIT = "visit"


class PeopleMode(StrEnum):
    """How people appear (SCORING-NOTES 6)."""

    NAMES = "names"
    PSEUDONYMS = "pseudonyms"
    ROLES_ONLY = "roles_only"
    OWNER = "owner"


class Assessor(StrEnum):
    SELF = "self"
    OWNER = "owner"
    SUPERVISOR = "supervisor"
    CONSULTANT = "consultant"
    AGREED = "agreed"


class Evidence(StrEnum):
    NONE = "none"
    SEEN = "seen"
    SAMPLE = "sample"
    CERTIFICATE = "certificate"
    REFERENCE = "reference"
    DEMONSTRATION = "demonstration"


class GapReason(StrEnum):
    """Why a level is below target; only the first two are competence gaps."""

    CANNOT = "cannot"
    NOT_NEEDED = "not_needed"
    NO_TIME = "no_time"
    NO_TOOL = "no_tool"
    NOT_ALLOWED = "not_allowed"
    OTHER = "other"


class Horizon(StrEnum):
    NOW = "now"
    Y1 = "y1"
    Y3 = "y3"


class Band(StrEnum):
    URGENT = "urgent"
    IMPORTANT = "important"
    WATCH = "watch"
    IN_ORDER = "in_order"
    NOT_ASSESSED = "not_assessed"


class OptionType(StrEnum):
    """Measure types (brief, 4.9)."""

    INDUCTION = "induction"
    PAIR_WORK = "pair_work"
    ROTATION = "rotation"
    INNER_TEACHER = "inner_teacher"
    SHORT_COURSE = "short_course"
    UNIT = "unit"
    QUALIFICATION = "qualification"
    APPRENTICESHIP = "apprenticeship"
    DEMONSTRATION = "demonstration"
    BADGE = "badge"
    CARD = "card"
    RECRUITMENT = "recruitment"
    SUBCONTRACTING = "subcontracting"
    TOOL = "tool"
    TASK_DIVISION = "task_division"
    LANGUAGE_SUPPORT = "language_support"
    REFERRAL = "referral"
    ACCEPTED_RISK = "accepted_risk"


class MeasureStatus(StrEnum):
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


class CostClass(StrEnum):
    NONE = "none"
    UNDER_1000 = "under_1000"
    FROM_1000 = "from_1000"
    OVER_5000 = "over_5000"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Targets:
    """Levels 0..4 wanted now, in one year and in three; None is "no target"."""

    now: int | None = None
    y1: int | None = None
    y3: int | None = None

    def at(self, horizon: Horizon) -> int | None:
        return {Horizon.NOW: self.now, Horizon.Y1: self.y1, Horizon.Y3: self.y3}[horizon]

    @property
    def highest(self) -> int:
        """The highest level wanted at any horizon; 0 without a target."""
        return max(self.now or 0, self.y1 or 0, self.y3 or 0)


@dataclass(frozen=True, slots=True)
class Role:
    key: str
    name: str
    head_count: int = 1
    importance: int = 2
    position: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """`code` is H1…; `display_name` is used in the mode "names" only."""

    key: str
    role_key: str
    code: str
    display_name: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class RoleNeed:
    """Role × competence, quoting what it was made from so that a later library update changes nothing.

    `source_key` is the framework's key, `source_order` the number of the order that gives it, `competence_code` the
    competence's or requirement's key in it.
    """

    key: str
    role_key: str
    name: Text
    source_key: str = ""
    source_version: str = ""
    source_name: Text = Text()
    source_order: str = ""
    competence_code: str = ""
    description: Text = Text()
    anchors: tuple[Text, ...] = ()
    unit_code: str = ""
    unit_name: Text = Text()
    qualification_code: str = ""
    tags: tuple[str, ...] = ()
    statutory: bool = False
    targets: Targets = Targets()
    criticality: int = 2
    required: RequiredCount = 1
    position: int = 0


@dataclass(frozen=True, slots=True)
class Assessment:
    """What one assessor says about one person in one need. Identity: person, need, assessor."""

    person_key: str
    need_key: str
    assessor: Assessor
    level: int | None = None
    language_free_level: int | None = None
    not_part_of_job: bool = False
    evidence: Evidence = Evidence.NONE
    reason: GapReason | None = None
    note: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class LevelCount:
    """Mode "roles only": how many people are at a level in one need. Identity: need, level. None is "not assessed"."""

    need_key: str
    level: int | None
    count: int


@dataclass(frozen=True, slots=True)
class CardHolding:
    """A card or permit held, needed or missing; `card` is an id of the card catalogue.

    `state` "held" with `valid_to` None has no end date. `person_key` may be empty: then `count` people of the role.
    """

    key: str
    card: str
    role_key: str
    name: Text
    person_key: str = ""
    state: Literal["held", "missing", "not_known", "not_needed"] = "held"
    valid_to: date | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreed priority: its place in the owner's order, and the owner's reason when the order was changed."""

    need_key: str
    position: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """`for_key` is the key of a role need or of a card holding. The offer is quoted whole.

    `decided_on` is the day on which the company decided to do it; approving a plan decides what was not yet.
    """

    key: str
    for_key: str
    option: OptionType
    what: str = ""
    responsible: str = ""
    deadline: date | None = None
    success_sign: str = ""
    cost: CostClass = CostClass.UNKNOWN
    status: MeasureStatus = MeasureStatus.PLANNED
    funding_route: str = ""
    offer: Offer | None = None
    why: str = ""
    first_step: bool = False
    position: int = 0
    decided_on: date | None = None
    referral: Referral | None = None


Item = Role | Person | RoleNeed | Assessment | LevelCount | CardHolding | Agreed | Measure | Answer
"""What stands in a mapping and is kept, taken away and told apart on its own."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """One mapping of one company, whole. It is made anew `remap_months` after the last time (JOE-2a)."""

    key: str
    company: Company
    mode: Mode = Mode.VISIT
    people_mode: PeopleMode = PeopleMode.PSEUDONYMS
    document_language: Language = "fi"
    goal: str = ""
    method_version: str = METHOD_VERSION
    started: date | None = None
    changed: datetime | None = None
    next_meeting: date | None = None
    next_meeting_note: str = ""
    example: bool = False
    visit: Visit = Visit()
    remap_months: int = 12
    roles: tuple[Role, ...] = ()
    people: tuple[Person, ...] = ()
    needs: tuple[RoleNeed, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    level_counts: tuple[LevelCount, ...] = ()
    cards: tuple[CardHolding, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    measures: tuple[Measure, ...] = ()
    answers: tuple[Answer, ...] = ()
