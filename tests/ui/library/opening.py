"""The library on the screen over real stores, and what it said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.services.desk import Desk
from app.ui.library.place import LibraryPlace
from app.ui.tables import Register
from app.ui.theme import Theme

Opened = Callable[..., "Open"]


def texts(register: Register) -> list[list[str]]:
    """Every row as its cells."""
    model = register.model()
    return [[model.index(row, c).data() for c in range(model.columnCount())] for row in range(model.rowCount())]


class Open:
    """Everything that was begun off the window's thread is waited for."""

    def __init__(self, theme: Theme, desk: Desk, qtbot: QtBot, mapping_key: str = "") -> None:
        self.desk, self.said, self.went, self.qtbot = desk, list[str](), list[str](), qtbot
        self.place = LibraryPlace(theme, Translator("en"), desk, mapping_key, self.said.append, self.went.append)
        self.place.resize(1200, 700)
        qtbot.addWidget(self.place)
        with qtbot.waitExposed(self.place):
            self.place.show()
        self.counted()

    def rows(self) -> list[list[str]]:
        return texts(self.place.competences.register)

    def read(self, *paths: Path) -> None:
        self.place.read(paths)
        self.qtbot.waitUntil(self.place.importing.choose.isEnabled)
        self.counted()

    def counted(self) -> None:
        """Wait until the tabs tell the truth."""
        self.qtbot.waitUntil(lambda: not self.place.busy)

    def tab(self, kind: str) -> str:
        """What a tab says, as it is heard."""
        return self.place.kinds.tabs[kind].accessibleName()

    def search(self, words: str) -> list[list[str]]:
        """Search the competences."""
        pane = self.place.competences
        pane.search.setText(words)
        self.qtbot.waitUntil(lambda: pane.hits.searched_for == words, timeout=20_000)
        return texts(pane.hits.register)


def dialog(kind: type[QWidget]) -> QWidget:
    """The one window of this kind that is open."""
    [found] = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
    return found
