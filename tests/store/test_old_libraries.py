"""Libraries as earlier versions of the program left them, opened by this one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.offers.model import Provider
from app.paths import DataFolder
from app.store.library import SCHEMA, Library, Stored
from app.texts import Text
from tests.store.test_kept_surveys import OURS
from tests.store.test_library_store import LATHES, MACHINING, WELDING
from tests.store.test_schema_steps import FILES, schema_of


@pytest.fixture(params=range(1, SCHEMA.version))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A library of each earlier version, with a framework and two offers in it."""
    path = DataFolder(tmp_path).library
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FILES / f"library-{request.param}.sql").read_text(encoding="utf-8"))
    return path


def test_that_an_old_library_keeps_what_is_in_it(old: Path) -> None:
    library = Library(old)
    assert repr(library.framework("machining")) == repr(MACHINING)
    assert library.put_framework(MACHINING) == Stored(unchanged=("machining",))
    assert library.offers() == (LATHES, WELDING)
    assert library.put_offers([LATHES]) == Stored(unchanged=("lathes",))
    library.close()


def test_that_an_old_library_takes_what_is_new(old: Path) -> None:
    library = Library(old)
    assert (library.surveys(), library.providers()) == ((), ())
    college = Provider("college", Text(fi="Opisto"))
    library.put_providers([college])
    library.put_survey(OURS, "ours.xlsx")
    assert (library.survey("ours"), library.providers()) == (OURS, (college,))
    library.close()


def test_that_an_old_library_gets_the_schema_of_a_new_one(old: Path, tmp_path: Path) -> None:
    Library(old).close()
    Library(tmp_path / "new.sqlite").close()
    assert schema_of(old) == schema_of(tmp_path / "new.sqlite")
