"""The place "results": a sheet once there is something to compare; until then the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
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
    from app.ui.results.what_if import WhatIf


WHAT_IF: Final = "what-if"
"""The part of the place where one asks what would follow."""


class ResultsPlace(QWidget):
    """What is to be fixed first shows either way."""

    dense = True
    moved = Signal()

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._key, self._say, self._go = theme, t, desk, mapping_key, say, go
        self._page = column(self)
        self._inside: QWidget | None = None
        self.sheet: ResultsSheet | None = None
        self.what_if: WhatIf | None = None
        self._build(read(desk, mapping_key))

    def flush(self) -> None:
        """Write what is being typed."""
        if self.sheet:
            self.sheet.flush()

    @property
    def part(self) -> str:
        return WHAT_IF if self.what_if else ""

    def show_at(self, part: str) -> None:
        """Ask what would follow, where there are results to ask it of; the results are the other part."""
        if part == WHAT_IF and self.sheet:
            self._ask_what_if()
        elif not part and self.what_if:
            self._back()

    def refresh(self) -> None:
        """Show what the store now holds; the need in hand stays in hand."""
        results = read(self._desk, self._key)
        if self.what_if and _is_comparable(results):
            self.what_if.show_results(results)
        elif self.sheet and _is_comparable(results):
            self.sheet.show_results(results)
        else:
            self._build(results)

    def _build(self, results: Results) -> None:
        self.sheet, self.what_if = None, None
        if _is_comparable(results):
            self.sheet = ResultsSheet(self._theme, self._t, self._desk, results, self._say, self._go)
            self.sheet.what_if.clicked.connect(self._ask_what_if)
        self._put(self.sheet or self._invitation(results))

    def _ask_what_if(self) -> None:
        from app.ui.results.what_if import WhatIf

        self.flush()
        self.sheet, results = None, read(self._desk, self._key)
        self.what_if = WhatIf(self._theme, self._t, self._desk, results, self._say, self._back)
        self._put(self.what_if)
        self.what_if.setFocus()
        self.moved.emit()

    def _back(self) -> None:
        self._build(read(self._desk, self._key))
        if self.sheet:
            self.sheet.what_if.setFocus()
        self.moved.emit()

    def _put(self, inside: QWidget) -> None:
        if self._inside:
            self._page.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside
        self._page.addWidget(inside)
        self.setFocusProxy(inside)

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
