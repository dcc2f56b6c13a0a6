"""A matrix on the screen, ready for keys."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.mapping.model import Mapping, PeopleMode
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop
from tests.ui.test_matrix import Open, Opened


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk) -> Opened:
    """Opens the workshop, or another mapping with the same key, in a mode."""

    def open_it(mode: PeopleMode = PeopleMode.PSEUDONYMS, mapping: Mapping | None = None) -> Open:
        shown = mapping or workshop(mode)
        window = Open(theme, open_desk(shown), shown, qtbot)
        window.place.activateWindow()
        qtbot.waitUntil(window.place.isActiveWindow)
        return window

    return open_it
