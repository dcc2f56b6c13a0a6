"""The place "plan": ways forward and measures for what was agreed, and for the cards to fix first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.plan import Results
from app.services.results import results_of
from app.ui.invitation import Invitation
from app.ui.place import Go, Say
from app.ui.plan.sheet import PlanSheet
from app.ui.theme import Theme
from app.ui.tokens import HEAD
from app.ui.widgets import column, label

if TYPE_CHECKING:
    from app.services.desk import Desk


class PlanPlace(QWidget):
    """A sheet for the plan; an invitation to the results while nothing has been agreed."""

    dense = True

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._key, self._say, self._go = theme, t, desk, mapping_key, say, go
        self._page = column(self)
        self._inside: QWidget | None = None
        self.sheet: PlanSheet | None = None
        self._build()

    def flush(self) -> None:
        """Write what is being typed."""
        if self.sheet:
            self.sheet.flush()

    def refresh(self) -> None:
        """Show what the store now holds; the one in hand stays in hand."""
        if self.sheet and self.sheet.is_of(self._results()):
            self.sheet.refresh()
            return
        in_hand = self.sheet.in_hand if self.sheet else ""
        self._build()
        if self.sheet:
            self.sheet.choose(in_hand)

    def _results(self) -> Results:
        return results_of(self._desk, self._desk.cases.load(self._key))

    def _build(self) -> None:
        if self._inside:
            self._page.removeWidget(self._inside)
            self._inside.deleteLater()
        parts = (self._theme, self._t, self._desk, self._key, self._say, self._go)
        self.sheet = PlanSheet(*parts) if self._results().agreed else None
        self._inside = self.sheet or self._invitation()
        self._page.addWidget(self._inside)
        self.setFocusProxy(self._inside)

    def _invitation(self) -> QWidget:
        """Nothing has been agreed: say what comes first and where it is done."""
        sentence = self._t("Nothing has been agreed yet. Agree on what matters most first; the ways forward follow.")
        title = label(self._theme, self._t("Plan"), HEAD)
        return Invitation(self._theme, title, sentence, self._t("Results"), lambda: self._go("results"))
