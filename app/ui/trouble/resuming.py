"""After an end that was none: the window opens where the person was, and says what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.errors import UserError
from app.services.settings import Settings
from app.ui import stops
from app.ui.place import LIBRARY

if TYPE_CHECKING:
    from app.mapping.model import Mapping
    from app.ui.shell import Window


class Resuming(QObject):
    """Once, when the data are first opened.

    A mapping that is gone, or open in another window, is let be; and while the staff have the laptop, nothing of the
    company is opened or spoken of behind the PIN.
    """

    def __init__(self, window: Window, liked: Settings) -> None:
        super().__init__(window)
        self._window, self._liked = window, liked
        window.opened.connect(self._take_up)

    @Slot()
    def _take_up(self) -> None:
        liked, self._liked = self._liked, Settings()
        desk = self._window.desk
        from app.services import staff_pin  # not needed before the first paint

        if not liked.in_hand or desk is None or desk.read_only or staff_pin.handed_over(desk.folder):
            return
        try:
            mapping = desk.cases.load(liked.in_hand)
        except UserError:
            return
        known = liked.at.partition("#")[0] in (*stops.NAMES, *stops.OF_VISIT, LIBRARY)
        self._window.open(mapping.key, liked.at if known else "")
        self._window.say(self._found(mapping))

    def _found(self, mapping: Mapping) -> str:
        """Company, time and number of answers."""
        t, changed = self._window.t, mapping.changed
        answers = len(mapping.assessments) + len(mapping.level_counts) + len(mapping.answers)
        company = mapping.company.name or t("Company without a name")
        saved = t("saved {time}", time=t.said(changed.astimezone())) if changed else ""
        parts = ", ".join(part for part in (company, saved, t.n("{n} answer", "{n} answers", answers)) if part)
        return t("Opened where you were: {parts}.", parts=parts)
