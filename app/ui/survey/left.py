"""Where one left the survey of each mapping, for as long as the window is there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt


@dataclass(slots=True)
class Left:
    """The section in hand, empty when it is the first open one, and whether the survey speaks plain Finnish."""

    section: str = ""
    plain: bool = False


class LeftOff(QObject):
    """Belongs to a window: its places are built anew whenever somebody goes to them."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self._of: defaultdict[str, Left] = defaultdict(Left)

    def of(self, mapping_key: str) -> Left:
        return self._of[mapping_key]


def left_in(window: QObject, mapping_key: str) -> Left:
    """Where one left the survey of a mapping in a window; it is kept up to date by the place."""
    kept = window.findChild(LeftOff, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return (kept or LeftOff(window)).of(mapping_key)
