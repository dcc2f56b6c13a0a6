"""Files dropped on the window, and Qt's own words in the window's language."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.paths import resource
from app.services import libraries
from app.ui import stops
from app.ui.dropping import Dropping
from app.ui.library.place import LibraryPlace
from app.ui.place import LIBRARY
from app.ui.qt_words import QtWords
from app.ui.shell import Window
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(theme: Theme, qtbot: QtBot, open_desk: OpenDesk, workshop: Workshop) -> Window:
    desk = open_desk(workshop())
    made = Window(theme, "en", lambda: desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.desk is not None)
    made.open("mapping", stops.COMPANY)
    Dropping(made)
    return made


def carried(*urls: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(list(urls))
    return data


def enter(window: Window, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, NO_KEY)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: Window, data: QMimeData) -> None:
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, NO_KEY))


def test_that_a_dropped_file_is_read_into_the_library(window: Window, qtbot: QtBot) -> None:
    data = carried(QUrl.fromLocalFile(str(resource("offers", "examples.csv"))))
    assert enter(window, data)
    drop(window, data)
    assert window.here == LIBRARY
    assert isinstance(window.place, LibraryPlace)
    desk = window.desk
    assert desk
    qtbot.waitUntil(lambda: len(libraries.offers(desk)) > 0)


def test_that_a_dropped_web_address_is_left_alone(window: Window) -> None:
    data = carried(QUrl("https://example.invalid/offers.csv"))
    assert not enter(window, data)
    drop(window, data)
    assert window.here == stops.COMPANY


def test_that_a_dropped_file_that_is_nothing_known_is_told(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    path.write_text("[]", encoding="utf-8")
    data = carried(QUrl.fromLocalFile(str(path)))
    assert enter(window, data)
    drop(window, data)
    place = window.place
    assert isinstance(place, LibraryPlace)
    qtbot.waitUntil(lambda: "notes.json" in place.report.toPlainText())


def test_that_qt_speaks_the_language_of_the_window(window: Window) -> None:
    words = QtWords(window)
    said = []
    for language in ("fi", "sv", "en"):
        window.speak(language)
        said.append(QCoreApplication.translate("QPlatformTheme", "Cancel"))
    words.speak("en")
    assert said == ["Peru", "Avbryt", "Cancel"]
