"""Tables beside those of a mapping: what was approved, when it is looked at again, and what could be."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import Column, Named, Table

from app.mapping.followups import MeasureThen
from app.mapping.scenario import Switch
from app.mapping.versions import Frozen
from app.store.case_rows import ItemRow, hangs_on, metadata, of_mapping
from app.store.columns import Quote, a_level


class VersionRow(ItemRow):
    """An approved version. `step` is the last one of the journal that it stands on: nothing before is taken back."""

    number: Named[int] = Column(primary_key=True)
    approved_on: Named[date]
    approved_by: Named[str]
    note: Named[str]
    digest: Named[str]
    erased_on: Named[date | None]
    step: Named[int]
    frozen: Named[Frozen] = Column(Quote(Frozen))


class FollowUpRow(ItemRow):
    key: Named[str] = Column(primary_key=True)
    version: Named[int]
    months: Named[int]
    due: Named[date]
    done_on: Named[date | None]
    notes: Named[str]
    measures: Named[tuple[MeasureThen, ...]] = Column(Quote(tuple[MeasureThen, ...]))


class HindsightRow(ItemRow):
    need_key: Named[str] = Column(primary_key=True)
    level: Named[int]
    on: Named[date | None]


class ScenarioRow(ItemRow):
    key: Named[str] = Column(primary_key=True)
    name: Named[str]
    on: Named[date]
    switches: Named[tuple[Switch, ...]] = Column(Quote(tuple[Switch, ...]))


versions: Final = Table("versions", metadata, VersionRow, of_mapping())
follow_ups: Final = Table("follow_ups", metadata, FollowUpRow, of_mapping())
hindsight: Final = Table("hindsight", metadata, HindsightRow, hangs_on("needs", "need_key"), a_level("level"))
scenarios: Final = Table("scenarios", metadata, ScenarioRow, of_mapping())
