"""The place "results": a sheet once there is something to compare; until then the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.plan import Results
from app.ui.invitation import Invitation
from app.ui.place import Go, Say
from app.ui.results import statements
from app.ui.results.block import StatementBlock
from app.ui.results.sheet import ResultsSheet, read
from app.ui.theme import Theme
from app.ui.tokens import DISPLAY
from app.ui.widgets import column, label

if TYPE_CHECKING:
    from app.services.desk import Desk


class ResultsPlace(QWidget):
    """What is to be fixed first shows either way."""

    dense = True

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._key, self._say, self._go = theme, t, desk, mapping_key, say, go
        self._page = column(self)
        self._inside: QWidget | None = None
        self.sheet: ResultsSheet | None = None
        self._build(read(desk, mapping_key))

    def flush(self) -> None:
        """Write what is being typed."""
        if self.sheet:
            self.sheet.flush()

    def refresh(self) -> None:
        """Show what the store now holds; the need in hand stays in hand."""
        results = read(self._desk, self._key)
        if self.sheet and _is_comparable(results):
            self.sheet.show_results(results)
        else:
            self._build(results)

    def _build(self, results: Results) -> None:
        if self._inside:
            self._page.removeWidget(self._inside)
            self._inside.deleteLater()
        self.sheet = None
        if _is_comparable(results):
            self.sheet = ResultsSheet(self._theme, self._t, self._desk, results, self._say, self._go)
        self._inside = self.sheet or self._invitation(results)
        self._page.addWidget(self._inside)
        self.setFocusProxy(self._inside)

    def _invitation(self, results: Results) -> QWidget:
        """Say what is missing and where it is done."""
        t, (sentence, words, place) = self._t, self._missing(results)
        fix_first = StatementBlock(self._theme, t("Fix first"), t("cards and permits, not scored"))
        title, go = label(self._theme, t("What matters most?"), DISPLAY, "light"), self._go
        page = Invitation(self._theme, title, sentence, words, lambda: go(place), fix_first)
        fix_first.show_statements(statements.to_fix_first(t, results))
        return page

    def _missing(self, results: Results) -> tuple[str, str, str]:
        """What is missing, the words of the button, and the place it leads to."""
        t = self._t
        if not results.ranked:
            no_need = t("No competences have been chosen for any role yet. Choose them first; the results follow.")
            return no_need, t("Choose roles and needs"), "needs"
        nobody = t("Nobody has been assessed yet, so nothing can be compared. Give the present levels first.")
        return nobody, t("Present levels"), "matrix"


def _is_comparable(results: Results) -> bool:
    """Whether anything is assessed, or agreed already."""
    return bool(results.agreed) or any(row.score.index is not None for row in results.ranked)
