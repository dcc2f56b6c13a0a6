"""What stands in the drawer beside the plan: built when it is first opened, and kept as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.i18n import Translator, mark
from app.ui.plan.drawer import Drawer
from app.ui.plan.panel import Hands, InHand, Panel
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.services.desk import Desk

Kind = Literal["search", "steps", "programme", "detail"]
TITLES: Final[dict[Kind, str]] = {
    "search": mark("All offers"),
    "steps": mark("Step by step"),
    "programme": mark("One programme"),
    "detail": mark("Decision and referral"),
}


class Aside(Drawer):
    """`turned` tells that it opens or has closed. Closed, the cursor goes back to where it was opened from."""

    turned = Signal()

    def __init__(self, theme: Theme, t: Translator, desk: Desk, hands: Hands) -> None:
        super().__init__(theme, t, self.close_panel)
        self._theme, self._t, self._desk, self._hands = theme, t, desk, hands
        self._panels: dict[Kind, QWidget] = {}
        self._opener: QWidget | None = None
        self.kind: Kind | None = None

    @property
    def panel(self) -> QWidget | None:
        """What is open."""
        return self._panels[self.kind] if self.kind else None

    def open_panel(self, kind: Kind, now: InHand) -> None:
        """Open this, in place of what is open."""
        self.flush()
        if self.kind is None:
            self._opener = QApplication.focusWidget()
        self.kind = kind
        self.turned.emit()
        panel = self._panels[kind] if kind in self._panels else self._made(kind)
        self.show_panel(self._t(TITLES[kind]), panel)
        self.show_in_hand(now)

    def close_panel(self) -> None:
        self.flush()
        self.kind = None
        self.shut()
        self.turned.emit()
        if self._opener and self._opener.isVisible():
            self._opener.setFocus()

    def show_in_hand(self, now: InHand) -> None:
        """Show what belongs to this; what has nothing to show closes."""
        if self.kind is None:
            return
        if (self.kind == "steps" and not now.path) or (self.kind == "detail" and now.measure is None):
            self.close_panel()
            return
        if self.kind == "detail" and now.measure:
            self.title.setText(now.measure.what)
        self._open().show_in_hand(now)

    def flush(self) -> None:
        if self.kind:
            self._open().flush()

    def _open(self) -> Panel:
        return cast("Panel", self.panel)

    def _made(self, kind: Kind) -> QWidget:
        """Modules are imported when they are needed: start-up is short."""
        made: QWidget
        if kind == "search":
            from app.ui.plan.offer_search import OfferSearch

            made = OfferSearch(self._theme, self._t, self._desk, self._hands)
        elif kind == "steps":
            from app.ui.plan.steps import Steps

            made = Steps(self._theme, self._t, self._hands)
        elif kind == "programme":
            from app.ui.plan.programme import ProgrammePanel

            made = ProgrammePanel(self._theme, self._t, self._hands)
        else:
            from app.ui.plan.detail import Detail

            made = Detail(self._theme, self._t, self._desk.today, self._hands)
        self._panels[kind] = made
        return made
