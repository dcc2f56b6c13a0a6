"""Copies of the companies: made when there is something new, listed, and taken back without losing anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.bootstrap import open_desk
from app.errors import UserError
from app.paths import DataFolder
from app.services import companies, safekeeping
from app.services.desk import Desk
from app.services.safekeeping import Occasion
from app.store.backup import KEEP

NOW = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path, today: date) -> Iterator[Desk]:
    """Real stores with the sample company."""
    desk = open_desk(DataFolder(tmp_path), today)
    companies.begin_sample(desk)
    yield desk
    desk.close()


def _names(desk: Desk) -> list[str]:
    return [s.company_name for s in desk.cases.summaries()]


def test_that_nothing_is_copied_while_there_is_no_company(tmp_path: Path, today: date) -> None:
    desk = open_desk(DataFolder(tmp_path), today)
    assert safekeeping.copy_at_start(desk, NOW) is None
    assert safekeeping.copies(desk.folder) == ()
    desk.close()


def test_that_a_change_since_the_last_copy_is_copied_and_nothing_else_is(desk: Desk) -> None:
    first = safekeeping.copy_at_start(desk, NOW)
    assert first
    assert safekeeping.copy_at_start(desk, NOW + timedelta(days=1)) is None
    companies.begin_sample(desk)
    second = safekeeping.copy_at_start(desk, NOW + timedelta(days=2))
    assert [c.path for c in safekeeping.copies(desk.folder)] == [second, first]


def test_that_opening_and_closing_alone_is_no_change(desk: Desk, today: date) -> None:
    desk.close()
    again = open_desk(desk.folder, today)
    assert safekeeping.copy_at_start(again, NOW)
    again.close()
    once_more = open_desk(desk.folder, today)
    assert safekeeping.copy_at_start(once_more, NOW + timedelta(days=1)) is None
    once_more.close()


def test_that_the_ten_latest_copies_are_kept(desk: Desk) -> None:
    for day in range(KEEP + 2):
        companies.begin_sample(desk)
        safekeeping.copy_at_start(desk, NOW + timedelta(days=day))
    moments = [c.moment for c in safekeeping.copies(desk.folder)]
    assert moments == [NOW + timedelta(days=day) for day in range(KEEP + 1, 1, -1)]


def test_that_whoever_only_looks_makes_no_copy(desk: Desk, today: date) -> None:
    looking = open_desk(desk.folder, today, read_only=True)
    assert safekeeping.copy_at_start(looking, NOW) is None
    looking.close()


def test_that_a_copy_tells_its_moment_its_size_and_what_it_was_made_for(desk: Desk) -> None:
    path = safekeeping.copy_at_start(desk, NOW)
    assert path
    path.with_name("cases-version-1.sqlite").write_bytes(b"old")
    path.with_name("library-version-1.sqlite").write_bytes(b"of another store")
    by_occasion = {c.occasion: c for c in safekeeping.copies(desk.folder)}
    assert set(by_occasion) == {Occasion.START, Occasion.UPDATE}
    assert by_occasion[Occasion.START].moment == NOW
    assert by_occasion[Occasion.START].size == path.stat().st_size
    assert by_occasion[Occasion.UPDATE].size == len(b"old")


def test_that_what_a_copy_replaced_can_be_taken_back_in_turn(desk: Desk, today: date) -> None:
    safekeeping.copy_at_start(desk, NOW)
    companies.begin_sample(desk)
    both = _names(desk)
    desk.close()
    [copy] = safekeeping.copies(desk.folder)
    safekeeping.take_back(desk.folder, copy, NOW + timedelta(days=1))
    again = open_desk(desk.folder, today)
    assert len(_names(again)) == 1
    again.close()
    replaced, _copy = safekeeping.copies(desk.folder)
    assert replaced.occasion is Occasion.RESTORE
    safekeeping.take_back(desk.folder, replaced, NOW + timedelta(days=2))
    back = open_desk(desk.folder, today)
    assert _names(back) == both
    back.close()


def test_that_a_damaged_copy_is_refused_and_changes_nothing(desk: Desk, today: date) -> None:
    path = safekeeping.copy_at_start(desk, NOW)
    assert path
    names = _names(desk)
    desk.close()
    path.write_bytes(path.read_bytes()[:5000])
    [copy] = safekeeping.copies(desk.folder)
    with pytest.raises(UserError, match="is damaged"):
        safekeeping.take_back(desk.folder, copy, NOW)
    again = open_desk(desk.folder, today)
    assert _names(again) == names
    again.close()


def test_that_a_damaged_library_is_set_aside_with_its_logs_and_the_companies_stay(desk: Desk, today: date) -> None:
    names, library = _names(desk), desk.folder.library
    desk.close()
    library.write_bytes(b"x" * 9000)
    with pytest.raises(UserError) as raised:
        open_desk(desk.folder, today)
    assert safekeeping.is_damaged_library(raised.value)
    library.with_name("library.sqlite-wal").write_bytes(b"log")
    aside = safekeeping.set_library_aside(desk.folder, NOW)
    assert aside.read_bytes() == b"x" * 9000
    assert aside.with_name(f"{aside.name}-wal").exists()
    again = open_desk(desk.folder, today)
    assert again.library.frameworks() == ()
    assert _names(again) == names
    again.close()


def test_that_damaged_companies_are_no_damaged_library(desk: Desk, today: date) -> None:
    desk.close()
    desk.folder.cases.write_bytes(b"x" * 9000)
    with pytest.raises(UserError) as raised:
        open_desk(desk.folder, today)
    assert not safekeeping.is_damaged_library(raised.value)
