"""Keys that work wherever one is in the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from app.ui import stops

if TYPE_CHECKING:
    from app.ui.shell import Window


def add_shortcuts(window: Window) -> None:
    """Let a window heed them. A field takes the ? that is typed in it, and so does the table of levels."""

    def heed(keys: QKeySequence | QKeySequence.StandardKey, act: Callable[[], object]) -> None:
        QShortcut(keys, window).activated.connect(act)

    for number, name in enumerate(stops.NAMES, 1):
        heed(QKeySequence(f"Ctrl+{number}"), partial(_jump, window, name))
    heed(QKeySequence("Ctrl+Home"), window.wishes.home.emit)
    heed(QKeySequence("Ctrl+K"), window.wishes.note.emit)
    heed(QKeySequence.StandardKey.Undo, window.undo)
    for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
        heed(QKeySequence(keys), window.redo)
    for keys in ("F1", "?"):
        heed(QKeySequence(keys), window.show_keys)


def _jump(window: Window, place: str) -> None:
    if window.mapping_key:
        window.go(place)
