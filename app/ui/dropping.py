"""A file dropped anywhere on the window is read into the library, which opens to say what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent

from app.ui.library.place import LibraryPlace
from app.ui.place import LIBRARY
from app.ui.shell import Window


def files_in(dropped: QMimeData) -> list[Path]:
    """Local files among what is dropped; a web address or a text is none."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


class Dropping(QObject):
    """Takes what is dropped on a window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop) or not isinstance(event, QDropEvent):
            return False
        paths = files_in(event.mimeData())
        if not paths or self._window.desk is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._read(paths)
        return True

    def _read(self, paths: list[Path]) -> None:
        self._window.go(LIBRARY)
        if isinstance(self._window.place, LibraryPlace):
            self._window.place.read(paths)
