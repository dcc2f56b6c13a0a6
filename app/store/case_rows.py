"""Tables of `cases`: companies, their mappings, and the items of a mapping.

A column has the name of the dataclass field it holds. Keys of items are unique within their mapping, since a mapping
can be copied; an item refers to what it hangs on together with the mapping's key, and goes with it.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, MetaData, Named, Table, TypedColumns

from app.mapping.model import (
    Assessor,
    CostClass,
    Evidence,
    GapReason,
    MeasureStatus,
    Mode,
    OptionType,
    PeopleMode,
    RequiredCount,
)
from app.mapping.referral_made import Referral
from app.mapping.signal import When
from app.mapping.survey import Survey
from app.mapping.visit import Visit
from app.offers.model import Offer
from app.store.columns import (
    CONVENTION,
    CountOrAll,
    LevelOrNot,
    Moment,
    OneOf,
    Quote,
    Reference,
    a_level,
    at_least,
    in_range,
)
from app.texts import Text

metadata: Final = MetaData(naming_convention=CONVENTION)


class CompanyRow(TypedColumns):
    key: Named[str] = Column(primary_key=True)
    name: Named[str]
    business_id: Named[str]
    sector: Named[str]
    sector_words: Named[str]
    size: Named[str]
    municipality: Named[str]
    municipality_name: Named[str]
    service_language: Named[str]
    contact: Named[str]
    employment_contact: Named[str]
    background: Named[str]
    background_source: Named[str]
    background_on: Named[date | None]


class MappingRow(TypedColumns):
    key: Named[str] = Column(primary_key=True)
    company_key: Named[str] = Column(ForeignKey("companies.key"), nullable=False, index=True)
    mode: Named[Mode] = Column(OneOf(Mode))
    people_mode: Named[PeopleMode] = Column(OneOf(PeopleMode))
    document_language: Named[str]
    goal: Named[str]
    method_version: Named[str]
    started: Named[date | None]
    changed: Named[datetime] = Column(Moment)
    next_meeting: Named[date | None]
    next_meeting_note: Named[str]
    example: Named[bool]
    visit: Named[Visit] = Column(Quote(Visit))
    remap_months: Named[int]


class ItemRow(TypedColumns):
    """An item of one mapping."""

    mapping_key: Named[str] = Column(primary_key=True)


class RoleRow(ItemRow):
    key: Named[str] = Column(primary_key=True)
    name: Named[str]
    head_count: Named[int]
    importance: Named[int]
    position: Named[int]


class PersonRow(ItemRow):
    key: Named[str] = Column(primary_key=True)
    role_key: Named[str]
    code: Named[str]
    display_name: Named[str]
    position: Named[int]


class NeedRow(ItemRow):
    key: Named[str] = Column(primary_key=True)
    role_key: Named[str]
    name: Named[Text] = Column(Quote(Text))
    source_key: Named[str]
    source_version: Named[str]
    source_name: Named[Text] = Column(Quote(Text))
    source_order: Named[str]
    competence_code: Named[str]
    description: Named[Text] = Column(Quote(Text))
    anchors: Named[tuple[Text, ...]] = Column(Quote(tuple[Text, ...]))
    unit_code: Named[str]
    unit_name: Named[Text] = Column(Quote(Text))
    qualification_code: Named[str]
    tags: Named[tuple[str, ...]] = Column(Quote(tuple[str, ...]))
    statutory: Named[bool]
    target_now: Named[int | None]
    target_y1: Named[int | None]
    target_y3: Named[int | None]
    criticality: Named[int]
    required: Named[RequiredCount | None] = Column(CountOrAll)
    position: Named[int]


class AssessmentRow(ItemRow):
    person_key: Named[str] = Column(primary_key=True)
    need_key: Named[str] = Column(primary_key=True)
    assessor: Named[Assessor] = Column(OneOf(Assessor), primary_key=True)
    level: Named[int | None]
    language_free_level: Named[int | None]
    not_part_of_job: Named[bool]
    evidence: Named[Evidence] = Column(OneOf(Evidence))
    reason: Named[GapReason | None] = Column(OneOf(GapReason))
    note: Named[str]
    on: Named[date | None]


class LevelCountRow(ItemRow):
    need_key: Named[str] = Column(primary_key=True)
    level: Named[int | None] = Column(LevelOrNot, primary_key=True)
    count: Named[int]


class CardRow(ItemRow):
    key: Named[str] = Column(primary_key=True)
    card: Named[str]
    role_key: Named[str]
    name: Named[Text] = Column(Quote(Text))
    person_key: Named[str | None] = Column(Reference)
    state: Named[str]
    valid_to: Named[date | None]
    count: Named[int]


class AgreedRow(ItemRow):
    need_key: Named[str] = Column(primary_key=True)
    position: Named[int]
    reason: Named[str]


class MeasureRow(ItemRow):
    """A measure is for a need or for a card holding; exactly one of the two keys is there."""

    key: Named[str] = Column(primary_key=True)
    need_key: Named[str | None]
    holding_key: Named[str | None]
    option: Named[OptionType] = Column(OneOf(OptionType))
    what: Named[str]
    responsible: Named[str]
    deadline: Named[date | None]
    success_sign: Named[str]
    cost: Named[CostClass] = Column(OneOf(CostClass))
    status: Named[MeasureStatus] = Column(OneOf(MeasureStatus))
    funding_route: Named[str]
    offer: Named[Offer | None] = Column(Quote(Offer))
    why: Named[str]
    first_step: Named[bool]
    position: Named[int]
    decided_on: Named[date | None]
    referral: Named[Referral | None] = Column(Quote(Referral))


class AnswerRow(ItemRow):
    question: Named[str] = Column(primary_key=True)
    path: Named[tuple[str, ...]] = Column(Quote(tuple[str, ...]), primary_key=True)
    value: Named[tuple[str, ...]] = Column(Quote(tuple[str, ...]))


class InterviewRow(ItemRow):
    """The survey a mapping is asked by, whole as it was when the interview began with it."""

    begun: Named[date]
    survey: Named[Survey] = Column(Quote(Survey))


class SignalRow(TypedColumns):
    key: Named[str] = Column(primary_key=True)
    on: Named[date]
    what: Named[str]
    sector: Named[str]
    when: Named[When] = Column(OneOf(When))
    service_language: Named[str]


def of_mapping() -> ForeignKeyConstraint:
    """The item is of this mapping, and goes with it."""
    return ForeignKeyConstraint(["mapping_key"], ["mappings.key"], ondelete="CASCADE")


def hangs_on(table: str, column: str) -> ForeignKeyConstraint:
    """The item is of this other item of the same mapping, and goes with it."""
    return ForeignKeyConstraint(["mapping_key", column], [f"{table}.mapping_key", f"{table}.key"], ondelete="CASCADE")


companies: Final = Table("companies", metadata, CompanyRow)
mappings: Final = Table("mappings", metadata, MappingRow)
roles: Final = Table(
    "roles",
    metadata,
    RoleRow,
    of_mapping(),
    at_least("head_count", 0),
    in_range("importance", 1, 3),
)
people: Final = Table("people", metadata, PersonRow, hangs_on("roles", "role_key"))
needs: Final = Table(
    "needs",
    metadata,
    NeedRow,
    hangs_on("roles", "role_key"),
    a_level("target_now"),
    a_level("target_y1"),
    a_level("target_y3"),
    in_range("criticality", 1, 3),
    at_least("required", 1),
)
assessments: Final = Table(
    "assessments",
    metadata,
    AssessmentRow,
    hangs_on("people", "person_key"),
    hangs_on("needs", "need_key"),
    a_level("level"),
    a_level("language_free_level"),
)
level_counts: Final = Table(
    "level_counts",
    metadata,
    LevelCountRow,
    hangs_on("needs", "need_key"),
    in_range("level", -1, 4),
    at_least("count", 0),
)
cards: Final = Table(
    "card_holdings",
    metadata,
    CardRow,
    hangs_on("roles", "role_key"),
    hangs_on("people", "person_key"),
    at_least("count", 0),
)
agreed: Final = Table("agreed", metadata, AgreedRow, hangs_on("needs", "need_key"))
measures: Final = Table(
    "measures",
    metadata,
    MeasureRow,
    hangs_on("needs", "need_key"),
    hangs_on("card_holdings", "holding_key"),
    CheckConstraint("(need_key IS NULL) <> (holding_key IS NULL)", name="for"),
)
answers: Final = Table("answers", metadata, AnswerRow, of_mapping())
interviews: Final = Table("interviews", metadata, InterviewRow, of_mapping())
signals: Final = Table("signals", metadata, SignalRow)
