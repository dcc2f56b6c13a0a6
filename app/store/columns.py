"""Columns: types between the field's values and what a database can hold, limits, and names of constraints."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Literal

from sqlalchemy import CheckConstraint, DateTime, Dialect, Integer, String
from sqlalchemy import Text as LongString
from sqlalchemy.types import TypeDecorator

from app.store import codec

CONVENTION: Final = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}
_NOT_ASSESSED: Final = -1


def in_range(column: str, least: int, most: int) -> CheckConstraint:
    """The column is empty or within these limits, both included."""
    return CheckConstraint(f"{column} BETWEEN {least} AND {most}", name=column)


def at_least(column: str, least: int) -> CheckConstraint:
    """The column is empty or no smaller than this."""
    return CheckConstraint(f"{column} >= {least}", name=column)


def a_level(column: str) -> CheckConstraint:
    """The column is empty or a level 0..4."""
    return in_range(column, 0, 4)


class Quote(TypeDecorator[Any]):
    """Any value of the given form, whole, as JSON."""

    impl = LongString
    cache_ok = True

    def __init__(self, form: Any) -> None:
        super().__init__()
        self.form = form

    def process_bind_param(self, value: Any, _dialect: Dialect) -> str | None:
        return None if value is None else codec.dumps(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Any:
        return None if value is None else codec.loads(self.form, value)


class OneOf(TypeDecorator[Any]):
    """A member of an enumeration, by its value; a new member needs no new schema."""

    impl = String
    cache_ok = True

    def __init__(self, members: type[Enum]) -> None:
        super().__init__()
        self.members = members

    def process_bind_param(self, value: Any, _dialect: Dialect) -> str | None:
        return None if value is None else str(self.members(value).value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Any:
        return None if value is None else self.members(value)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return value and value.replace(tzinfo=UTC)


class Exact(TypeDecorator[Decimal]):
    """A decimal number as it is written: 12.5 stays 12.5 and 12.50 stays 12.50."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, _dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Reference(TypeDecorator[str]):
    """A key of another table; the empty key refers to nothing and is NULL to the database."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        return value or None

    def process_result_value(self, value: str | None, _dialect: Dialect) -> str:
        return value or ""


class LevelOrNot(TypeDecorator[int]):
    """A level 0..4 or "not assessed" as part of an identity, where the database allows no NULL: there it is −1."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: int | None, _dialect: Dialect) -> int:
        return _NOT_ASSESSED if value is None else value

    def process_result_value(self, value: int | None, _dialect: Dialect) -> int | None:
        return None if value == _NOT_ASSESSED else value


class CountOrAll(TypeDecorator[Any]):
    """How many must master; "all" is NULL, so that the database can hold the number to its range."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: int | Literal["all"] | None, _dialect: Dialect) -> int | None:
        return value if isinstance(value, int) else None

    def process_result_value(self, value: int | None, _dialect: Dialect) -> int | Literal["all"]:
        return "all" if value is None else value
