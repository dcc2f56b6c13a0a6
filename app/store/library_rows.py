"""Tables of `library`: frameworks with their units, requirements and competences, training offers and who gives
training, and surveys of one's own.

Texts stand in a column for each language, so that they can be searched. Order is the `position` within the framework.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Final

from sqlalchemy import Column, ForeignKeyConstraint, MetaData, Named, Table, TypedColumns, UniqueConstraint
from sqlalchemy import Text as LongString

from app.frameworks.model import Coded, LevelCriteria, Node
from app.mapping.survey import Survey
from app.store.columns import CONVENTION, Exact, Moment, Quote, a_level, in_range
from app.texts import Text

metadata: Final = MetaData(naming_convention=CONVENTION)


class NamedRow(TypedColumns):
    name_fi: Named[str]
    name_sv: Named[str]
    name_en: Named[str]


class FrameworkRow(NamedRow):
    """A version of a framework; its parts refer to it by `id`, which is no key outside the store."""

    id: Named[int] = Column(primary_key=True)
    key: Named[str]
    kind: Named[str]
    version: Named[str]
    code: Named[str]
    order_number: Named[str]
    valid_from: Named[date | None]
    valid_to: Named[date | None]
    source: Named[str]
    licence: Named[str]
    checked: Named[date | None]
    areas: Named[tuple[Coded, ...]] = Column(Quote(tuple[Coded, ...]))
    titles: Named[tuple[Coded, ...]] = Column(Quote(tuple[Coded, ...]))
    structure: Named[Node | None] = Column(Quote(Node))
    content_hash: Named[str]


class PartRow(TypedColumns):
    """A part of one version of a framework, in its place."""

    framework: Named[int] = Column(primary_key=True)
    position: Named[int] = Column(primary_key=True)
    key: Named[str]


class UnitRow(NamedRow, PartRow):
    code: Named[str]
    points: Named[Decimal | None] = Column(Exact)
    kind: Named[str]


class SubAreaRow(NamedRow, PartRow):
    """`unit` is the position of the unit it is a part of."""

    unit: Named[int]
    code: Named[str]
    points: Named[Decimal | None] = Column(Exact)
    optional: Named[bool]


class RequirementRow(PartRow):
    """`unit` is the position of its unit; `sub_area` that of its sub-area, for a learning outcome of a common unit."""

    unit: Named[int]
    sub_area: Named[int | None]
    text_fi: Named[str]
    text_sv: Named[str]
    text_en: Named[str]
    heading_fi: Named[str]
    heading_sv: Named[str]
    heading_en: Named[str]
    levels: Named[tuple[LevelCriteria, ...]] = Column(Quote(tuple[LevelCriteria, ...]))


class CompetenceRow(NamedRow, PartRow):
    code: Named[str]
    description_fi: Named[str]
    description_sv: Named[str]
    description_en: Named[str]
    group_fi: Named[str]
    group_sv: Named[str]
    group_en: Named[str]
    unit_codes: Named[tuple[str, ...]] = Column(Quote(tuple[str, ...]))
    links: Named[tuple[str, ...]] = Column(Quote(tuple[str, ...]))
    anchors: Named[tuple[Text, ...]] = Column(Quote(tuple[Text, ...]))
    target: Named[int | None]
    criticality: Named[int | None]
    statutory: Named[bool]
    name_status: Named[str]


class WholeRow(TypedColumns):
    """`content` is an offer or a provider whole, as JSON."""

    key: Named[str] = Column(primary_key=True)
    content: Named[str] = Column(LongString)


class SurveyRow(TypedColumns):
    """A version of a survey; `source` is the file that it was read from."""

    key: Named[str] = Column(primary_key=True)
    version: Named[str] = Column(primary_key=True)
    name: Named[Text] = Column(Quote(Text))
    source: Named[str]
    imported: Named[datetime] = Column(Moment)
    content: Named[Survey] = Column(Quote(Survey))


def _part_of(table: str, column: str) -> ForeignKeyConstraint:
    """It stands in this place of the same framework, and goes with it."""
    return ForeignKeyConstraint(["framework", column], [f"{table}.framework", f"{table}.position"], ondelete="CASCADE")


def _part_of_framework() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["framework"], ["frameworks.id"], ondelete="CASCADE")


frameworks: Final = Table(
    "frameworks", metadata, FrameworkRow, UniqueConstraint("key", "version", name="uq_frameworks_key_version")
)
units: Final = Table("units", metadata, UnitRow, _part_of_framework())
sub_areas: Final = Table("sub_areas", metadata, SubAreaRow, _part_of("units", "unit"))
requirements: Final = Table(
    "requirements", metadata, RequirementRow, _part_of("units", "unit"), _part_of("sub_areas", "sub_area")
)
competences: Final = Table(
    "competences",
    metadata,
    CompetenceRow,
    _part_of_framework(),
    a_level("target"),
    in_range("criticality", 1, 3),
)
offers: Final = Table("offers", metadata, WholeRow)
providers: Final = Table("providers", metadata, WholeRow)
surveys: Final = Table("surveys", metadata, SurveyRow)
