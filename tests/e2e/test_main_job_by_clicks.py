"""The same way with the mouse alone; text is typed where it was clicked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.mapping.model import Mapping
from tests.e2e.hands import Hand
from tests.e2e.keys import Keys
from tests.e2e.main_job import do_main_job, kept, told, window_over
from tests.e2e.mouse import Mouse


def test_that_clicks_alone_lead_to_the_same_mapping_as_keys(tmp_path: Path, today: date, qtbot: QtBot) -> None:
    def done_by(name: str) -> Mapping:
        with window_over(tmp_path / name, today, "fi", qtbot) as work:
            hand: Hand = Keys() if name == "keys" else Mouse(work.window)
            do_main_job(work, hand, tmp_path / f"{name}.pdf")
        return kept(work.folder, today)

    by_clicks = told(done_by("clicks"))
    assert by_clicks == told(done_by("keys"))
    assert by_clicks.measures[0].responsible == "Omistaja"
    assert (tmp_path / "clicks.pdf").read_bytes() == (tmp_path / "keys.pdf").read_bytes()
