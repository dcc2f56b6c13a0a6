"""Windows in tests: one that is ready for keys, one over a data folder, and which flash while something is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import open_for_window
from app.paths import DataFolder
from app.ui.shell import Window
from app.ui.theme import Theme


def ready(window: Window, qtbot: QtBot) -> Window:
    """Show a window and wait until it has opened its stores and takes keys."""
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.desk is not None and window.isActiveWindow())
    return window


@contextmanager
def window_on(folder: DataFolder, theme: Theme, qtbot: QtBot, today: date) -> Iterator[Window]:
    """A window that opens this data folder as the program does."""
    window = ready(Window(theme, "en", partial(open_for_window, folder, today)), qtbot)
    yield window
    window.let_go()


class _Watcher(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@contextmanager
def windows_shown() -> Iterator[list[QObject]]:
    """What is shown as a window of its own meanwhile."""
    watcher, app = _Watcher(), QApplication.instance()
    assert app
    app.installEventFilter(watcher)
    yield watcher.shown
    app.removeEventFilter(watcher)
