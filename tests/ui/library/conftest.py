from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop
from tests.ui.library.opening import Open, Opened


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk) -> Opened:
    desk = open_desk(workshop())
    return lambda key="": Open(theme, desk, qtbot, key)
