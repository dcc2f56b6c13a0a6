"""Columns: what is between a field's value and what the database holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, select
from sqlalchemy.exc import StatementError
from sqlalchemy.types import TypeEngine

from app.mapping.model import Assessor, GapReason, Mode
from app.store.case_rows import metadata as case_tables
from app.store.columns import CountOrAll, Exact, LevelOrNot, Moment, OneOf, Quote, Reference
from app.store.library_rows import metadata as library_tables
from app.texts import Text
from tests.store.strategies import keys, levels, moments, of


def through(kind: TypeEngine[Any], value: Any) -> tuple[Any, Any]:
    """A value written to a column and read again: what the database held, and what came back."""
    table = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("value", kind))
    engine = create_engine("sqlite://")
    try:
        with engine.begin() as connection:
            table.create(connection)
            connection.execute(table.insert().values(id=1, value=value))
            held = connection.exec_driver_sql("SELECT value FROM t").scalar()
            return held, connection.scalar(select(table.c.value))
    finally:
        engine.dispose()


@given(
    st.one_of(
        st.tuples(st.just(Quote(Text)), of(Text)),
        st.tuples(st.just(Quote(tuple[Text, ...])), of(tuple[Text, ...])),
        st.tuples(st.just(OneOf(Assessor)), st.sampled_from(Assessor)),
        st.tuples(st.just(OneOf(GapReason)), st.none() | st.sampled_from(GapReason)),
        st.tuples(st.just(Moment()), st.none() | moments),
        st.tuples(st.just(Exact()), st.none() | of(Decimal)),
        st.tuples(st.just(Reference()), st.just("") | keys),
        st.tuples(st.just(LevelOrNot()), levels),
        st.tuples(st.just(CountOrAll()), st.integers(1, 9) | st.just("all")),
    )
)
def test_that_every_value_comes_back_as_it_was(pair: tuple[TypeEngine[Any], Any]) -> None:
    kind, value = pair
    assert repr(through(kind, value)[1]) == repr(value)


@pytest.mark.parametrize(
    ("kind", "value", "held"),
    [
        (Quote(Text), Text(fi="Sorvaus"), '{"fi":"Sorvaus"}'),
        (Quote(Text), None, None),
        (OneOf(Mode), Mode.VISIT, "visit"),
        (Moment(), datetime(2026, 6, 1, 9, 30, tzinfo=timezone(timedelta(hours=3))), "2026-06-01 06:30:00.000000"),
        (Exact(), Decimal("12.50"), "12.50"),
        (Reference(), "", None),  # else the empty key would have to be in the other table
        (LevelOrNot(), None, -1),  # NULL may not be part of an identity
        (LevelOrNot(), 0, 0),
        (CountOrAll(), "all", None),
    ],
)
def test_that_the_database_holds_it_in_this_form(kind: TypeEngine[Any], value: Any, held: object) -> None:
    assert through(kind, value)[0] == held


def test_that_a_moment_without_a_zone_is_taken_as_local_and_comes_back_in_utc() -> None:
    local = datetime(2026, 11, 23, 10, 15)  # noqa: DTZ001 - the case that is tested
    _held, found = through(Moment(), local)
    assert (found, found.tzinfo) == (local.astimezone(UTC), UTC)


@pytest.mark.parametrize("value", ["holiday", "", 7])
def test_that_no_value_outside_an_enumeration_is_written(value: object) -> None:
    with pytest.raises(StatementError, match="is not a valid Mode"):
        through(OneOf(Mode), value)


@pytest.mark.parametrize("tables", [case_tables, library_tables])
def test_that_every_constraint_has_a_name_by_which_a_later_step_can_change_it(tables: MetaData) -> None:
    constraints = [c for table in tables.sorted_tables for c in table.constraints]
    assert len(constraints) > len(tables.tables)
    assert [c for c in constraints if not c.name] == []
