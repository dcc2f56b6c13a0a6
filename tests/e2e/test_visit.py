"""The whole visit of a company, by keys alone and by clicks alone: what comes of it is the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.languages import Language
from tests.e2e.hands import Hand, Keys, Mouse
from tests.e2e.main_job import window_over
from tests.e2e.visit_story import Kept, Visit, kept


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("name", ["keys", "clicks"])
def test_that(tmp_path: Path, today: date, qtbot: QtBot, language: Language, name: str) -> None:
    with window_over(tmp_path / name, today, language, qtbot) as work:
        hand: Hand = Keys() if name == "keys" else Mouse(work.window)
        Visit(work, hand).go_through(tmp_path / f"{name}.pdf")
        folder = work.folder
    k = kept(folder, today, language)
    print(k.mapping)
