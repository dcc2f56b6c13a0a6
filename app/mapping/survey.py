"""A survey as data: sections, questions, choices, rules, and what each answer feeds (brief, 3.2 and 3.3).

The model keeps to what an XLSForm can say: kinds, choice lists, `relevant`, `constraint` with its message, required,
and repeats (a list, and questions asked for each of its entries). Nothing here is evaluated: see `survey_rules`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from app.texts import Said, Text

Variant = Literal["fi", "sv", "en", "plain"]
"""A language, or plain Finnish (selkokieli)."""
VARIANTS: Final[tuple[Variant, ...]] = ("fi", "sv", "en", "plain")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text in three languages and in plain Finnish.

    `working` names those of our own making that nobody has proofread yet.
    """

    text: Text = Text()
    plain: str = ""
    working: tuple[Variant, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text or self.plain)

    def said(self, variant: Variant) -> Said:
        """The text in this variant; where there is no plain Finnish, in Finnish."""
        if variant != "plain":
            return self.text.said(variant)
        return Said(self.plain, "fi") if self.plain else self.text.said("fi")


class Kind(StrEnum):
    """What an answer is. A level also knows "not assessed" and "not part of the job"; neither is zero."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    SLIDER = "slider"
    YES_NO = "yes_no"
    LEVEL = "level"
    CEFR = "cefr"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    LIST = "list"
    NOTE = "note"


CHOOSING: Final = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.SLIDER, Kind.YES_NO, Kind.LEVEL, Kind.CEFR})
"""Kinds whose answers come from a list of choices."""
SEVERAL: Final = frozenset({Kind.MULTIPLE, Kind.LIST})
"""Kinds whose answer may have several values; other questions can be asked for each of them."""
KNOWN_VALUES: Final = {
    Kind.YES_NO: ("yes", "no", "not_sure"),
    Kind.LEVEL: ("0", "1", "2", "3", "4", "not_assessed", "not_part_of_job"),
    Kind.CEFR: ("not_needed", "A1", "A2", "B1", "B2", "C1", "C2", "not_sure"),
}
"""The only values that these kinds may have."""


class Feed(StrEnum):
    """Where an answer goes (brief, 3.3)."""

    TARGET = "T"
    PRESENT = "P"
    CRITICALITY = "K"
    RISK = "R"
    STATUTORY = "S"
    LANGUAGE = "L"
    FORESIGHT = "F"
    MEASURES = "M"


class Wanted(StrEnum):
    """Required: nothing is closed without it. Expected: listed while it is open. Optional: never missed."""

    REQUIRED = "required"
    EXPECTED = "expected"
    OPTIONAL = "optional"


class Kept(StrEnum):
    """The field of the mapping that an answer is, so that nothing is typed twice."""

    COMPANY_NAME = "company.name"
    BUSINESS_ID = "company.business_id"
    SECTOR = "company.sector"
    SECTOR_WORDS = "company.sector_words"
    SIZE = "company.size"
    MUNICIPALITY = "company.municipality"
    SERVICE_LANGUAGE = "company.service_language"
    CONTACT = "company.contact"
    GOAL = "mapping.goal"
    NEXT_MEETING = "mapping.next_meeting"
    ROLES = "roles"
    ROLE_NAME = "role.name"
    HEAD_COUNT = "role.head_count"
    IMPORTANCE = "role.importance"
    NEEDS = "needs"
    TARGET_NOW = "need.targets.now"
    TREND_Y1 = "need.trend.y1"
    TREND_Y3 = "need.trend.y3"
    CRITICALITY = "need.criticality"
    REQUIRED_COUNT = "need.required"
    LEVELS = "assessments"
    TEAM_LEVEL = "assessment.level"
    CARDS = "cards"
    CARD_STATE = "card.state"
    CARD_VALID_TO = "card.valid_to"
    CARD_COUNT = "card.count"
    AGREED = "agreed"
    FIRST_STEPS = "measures"
    STEP_WHAT = "measure.what"
    STEP_RESPONSIBLE = "measure.responsible"
    STEP_DEADLINE = "measure.deadline"


Catalogue = Literal["", "sectors", "municipalities", "competences", "cards", "priorities"]
"""What the program has and an answer is picked from."""
Link = Literal["offers", "cards", "apprenticeship", "visit"]
"""Where a hint leads."""


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` is what is kept, without spaces. `points` are need points of a quick scan.

    `alone` excludes the other choices: "none of these".
    """

    value: str
    phrase: Phrase
    points: int | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Continues:
    """The question of an earlier survey that this one goes on from; `values` pairs its values with ours.

    A value that is in no pair carries over as it is.
    """

    question: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """`per` is a list or multiple choice for each of whose values this question is asked.

    `at_least` and `at_most` limit a number's size, a text's length and how many are chosen or listed; `suggested` is a
    number of entries that is not enforced. A number may be answered with a word of `choices` ("all"). With `pick` the
    answer is a key of a catalogue. `month` says that a date is a month ("2027-05").
    """

    id: str
    kind: Kind
    phrase: Phrase
    hint: Phrase = Phrase()
    choice_list: str = ""
    choices: tuple[Choice, ...] = ()
    feeds: tuple[Feed, ...] = ()
    per: str = ""
    relevant: str = ""
    constraint: str = ""
    message: Phrase = Phrase()
    wanted: Wanted = Wanted.EXPECTED
    at_least: int | None = None
    at_most: int | None = None
    suggested: int | None = None
    decimals: bool = False
    month: bool = False
    pick: Catalogue = ""
    kept_as: Kept | None = None
    theme: str = ""
    continues: Continues | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """`step` is the step of a visit it belongs to ("V3"), `advice` how an experienced consultant asks."""

    id: str
    phrase: Phrase
    minutes: int
    questions: tuple[Question, ...]
    relevant: str = ""
    step: str = ""
    advice: Phrase = Phrase()


@dataclass(frozen=True, slots=True)
class Calculation:
    """An expression with a name: wherever a rule says `${id}`, it stands. It is no answer, and nothing keeps it."""

    id: str
    expression: str


@dataclass(frozen=True, slots=True)
class Hint:
    """What to do about a theme; with `relevant`, only for those whom it concerns."""

    phrase: Phrase
    link: Link
    relevant: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """Themes stand in the order in which ties are broken. From `first_from` points a theme comes before all others."""

    id: str
    phrase: Phrase
    hints: tuple[Hint, ...] = ()
    first_from: int | None = None


@dataclass(frozen=True, slots=True)
class IndexWords:
    """What a need index from `at_least` on is called; the number itself is never shown."""

    at_least: int
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Survey:
    """`calculations` are what rules may name beside answers; `themes` and `index_words` are those of a quick scan."""

    key: str
    version: str
    name: Phrase
    sections: tuple[Section, ...]
    themes: tuple[Theme, ...] = ()
    index_words: tuple[IndexWords, ...] = ()
    calculations: tuple[Calculation, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in their order."""
        return tuple(question for section in self.sections for question in section.questions)
