"""Qualification units among the results: what follows from what is mastered, and why, on asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.mapping.model import Mapping
from app.services.desk import Desk
from app.texts import Text
from app.ui.results.lines import SPOKEN
from app.ui.results.place import ResultsPlace
from app.ui.results.units import UnitBlock
from app.ui.theme import Theme

Shown = Callable[[str], ResultsPlace]


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot, workshop: Callable[..., Mapping], open_desk: Callable[[Mapping], Desk]) -> Shown:
    def show(unit: str) -> ResultsPlace:
        mapping = workshop()
        needs = tuple(replace(n, unit_code=unit, unit_name=Text(en="CAD/CAM")) for n in mapping.needs[:1])
        mapping = replace(mapping, needs=needs + mapping.needs[1:])
        place = ResultsPlace(theme, Translator("en"), open_desk(mapping), mapping.key, lambda _: None, lambda _: None)
        qtbot.addWidget(place)
        place.show()
        return place

    return show


def units(place: ResultsPlace) -> UnitBlock:
    assert place.sheet
    return place.sheet.units


def test_that_a_unit_says_what_follows_and_why_on_asking(shown: Shown) -> None:
    place = shown("101103")
    block = units(place)
    row = block.model.index(0)
    assert block.model.rowCount() == 1
    assert str(block.model.data(row)) == "CAD/CAM"
    heard = str(block.model.data(row, SPOKEN))
    assert heard.startswith("CAD/CAM, Machinist. ")
    assert "% mastered" in heard
    assert "Levels known" in heard
    assert block.model.data(row, Qt.ItemDataRole.ToolTipRole) == heard
    assert block.isVisible()


def test_that_nothing_stands_there_where_no_need_comes_from_a_unit(shown: Shown) -> None:
    place = shown("")
    assert not units(place).isVisible()
