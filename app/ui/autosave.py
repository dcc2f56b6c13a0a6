"""Nothing has a Save button: a field is written when the cursor leaves it, or one second after the last key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

PAUSE_MS = 1000


class Autosave(QObject):
    """Watches fields and calls `write` when one of them may have changed; `write` finds out whether it has."""

    def __init__(self, parent: QWidget, write: Callable[[], None]) -> None:
        super().__init__(parent)
        self._write = write
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._waiting = False

    def watch(self, *fields: QWidget) -> None:
        """Watch fields from now on."""
        for field in fields:
            if isinstance(field, QLineEdit):
                field.textEdited.connect(self._later)
            elif isinstance(field, QPlainTextEdit):
                field.textChanged.connect(self._later)
            elif isinstance(field, QComboBox):
                field.activated.connect(self._now)
            elif isinstance(field, QSpinBox):
                field.valueChanged.connect(self._later)
            field.installEventFilter(self)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._waiting:
            self.flush()
        return False

    def flush(self) -> None:
        """Write now what waits to be written; it goes on waiting if that fails as nobody expected."""
        self._pause.stop()
        if self._waiting:
            self._waiting = False
            try:
                self._write()
            except Exception:
                self._waiting = True
                raise

    def _later(self) -> None:
        self._waiting = True
        self._pause.start()

    def _now(self) -> None:
        self._waiting = True
        self.flush()
