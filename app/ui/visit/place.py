"""The steps of a visit that have no other place: a page for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from app.i18n import Translator
from app.ui.place import Go, Say
from app.ui.theme import Theme
from app.ui.visit.before import Agreeing
from app.ui.visit.closing import Closing
from app.ui.visit.following import FollowUpPage
from app.ui.visit.meeting import PlanMeeting
from app.ui.visit.open_list import OpenList
from app.ui.visit.opening import Opening, PeopleChoice
from app.ui.visit.record import Record
from app.ui.visit.sheet import Bench, Page
from app.ui.widgets import column

if TYPE_CHECKING:
    from app.services.desk import Desk

_PAGES: Final[dict[str, type[Page]]] = {
    "B1": Agreeing,
    "B5": PeopleChoice,
    "V1": Opening,
    "V10": Closing,
    "A1": OpenList,
    "A6": PlanMeeting,
    "A7": FollowUpPage,
    "A8": Record,
}


class VisitPlace(QWidget):
    """`page` is the one of the step in `part`. Every change is written at once."""

    dense = False
    moved = Signal()

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, told: Say, go: Go) -> None:
        super().__init__()
        self._bench = Bench(theme, t, desk, mapping_key, told, go, self.refresh)
        self._rows = column(self)
        self.part = "V1"
        self.page = self._made()

    def flush(self) -> None:
        """Write what is being typed."""
        self.page.flush()

    def _made(self) -> Page:
        page = _PAGES[self.part](self._bench, self.part)
        self._rows.addWidget(page)
        return page

    def show_at(self, part: str) -> None:
        if part in _PAGES and part != self.part:
            self.part = part
            self._replace()
            self._enter()
            self.moved.emit()

    def refresh(self) -> None:
        """Show what the store now holds; the cursor stays on what has the same name, if that is still there."""
        focused = QApplication.focusWidget()
        name = focused.accessibleName() if focused and self.isAncestorOf(focused) else None
        self._replace()
        if name is not None:
            same = (w for w in self._stops() if w.accessibleName() == name)
            next(same, next(iter(self._stops()), self)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace(self) -> None:
        old = self.page
        self._rows.removeWidget(old)
        old.hide()
        old.deleteLater()
        self.page = self._made()
        self.page.show()

    def _stops(self) -> list[QWidget]:
        """What Tab stops at on the page, in the order it is read: of rings, the chosen one."""
        takes = Qt.FocusPolicy.TabFocus
        found = [w for w in self.page.findChildren(QWidget) if w.focusPolicy() & takes and w.isVisibleTo(self.page)]
        return [w for w in found if not w.focusProxy() and not (isinstance(w, QRadioButton) and not w.isChecked())]

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._enter()

    def _enter(self) -> None:
        for first in self._stops()[:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
