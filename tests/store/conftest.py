"""Stores on disk, and a clock that moves when it is told to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.paths import DataFolder
from app.store.cases import Cases
from app.store.library import Library


class Clock:
    """A moment that stays until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def later(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cases(tmp_path: Path, clock: Clock) -> Iterator[Cases]:
    store = Cases(tmp_path / "cases.sqlite", clock=clock)
    yield store
    store.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    store = Library(tmp_path / "library.sqlite")
    yield store
    store.close()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


def kept_in(copy: Path) -> list[str]:
    """Keys of the mappings in a copy, read without opening it as a store."""
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [key for (key,) in connection.execute("SELECT key FROM mappings ORDER BY key")]
