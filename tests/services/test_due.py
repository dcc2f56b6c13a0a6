"""Over all companies: what is late or due soon, and which case nobody has touched for a month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.i18n import Translator
from app.mapping.due import Stage
from app.mapping.model import CardHolding, Mapping
from app.services import due
from app.services.desk import Desk
from app.texts import Text
from tests.services.staff_company import CASE, TODAY, desk_over

CARD = CardHolding("card", "C03", "welder", Text("Tulityö", "Heta arbeten", "=Hot work"), "p3", valid_to=TODAY)
WELDERS = replace(CASE, cards=(CARD,), started=TODAY - timedelta(365), changed=datetime(2026, 10, 24, 9, tzinfo=UTC))
OTHER = replace(WELDERS, key="other", company=replace(CASE.company, key="other", name="Airut"), started=TODAY)
AGAIN = replace(WELDERS, key="again", cards=(), started=TODAY - timedelta(30))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_over(tmp_path / "data", WELDERS, OTHER, AGAIN) as desk:
        yield desk


def test_that_everything_due_is_listed_by_day_and_only_the_newest_mapping_is_made_anew(desk: Desk) -> None:
    found = [(e.mapping.key, e.due.kind.value, e.days) for e in due.due_list(desk)]
    assert found == [("other", "card", 0), ("case", "card", 0)]
    latest = [(e.mapping.key, e.due.kind.value, e.days) for e in due.due_list(desk, 400)[2:]]
    assert latest == [("again", "mapping", 335), ("other", "mapping", 365)]


def test_that_a_list_for_a_spreadsheet_runs_nothing(desk: Desk) -> None:
    t = Translator("en")
    entry = replace(due.due_list(desk)[0], days=-3)
    text = due.as_csv(due.rows(t, [entry]))
    assert text.splitlines()[1] == "2026-11-23;-3;card;Airut;'=Hot work ends: Welder;other"
    assert due.lines(t, [entry]) == ["23 Nov 2026  Airut  =Hot work ends: Welder"]


@pytest.mark.parametrize(("day", "quiet"), [(date(2026, 11, 22), False), (date(2026, 11, 23), True)])
def test_that_a_case_is_quiet_after_thirty_days_without_an_act(desk: Desk, day: date, quiet: bool) -> None:
    cases = due.cases(replace(desk, today=day))
    assert {case.quiet for case in cases} == {quiet}
    assert {case.stage for case in cases} == {Stage.MAPPED}


def test_that_a_company_without_anything_dated_is_due_for_nothing(tmp_path: Path) -> None:
    bare = Mapping("bare", CASE.company)
    with desk_over(tmp_path / "bare", bare) as desk:
        assert due.due_list(desk, 10_000) == ()
