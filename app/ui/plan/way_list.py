"""Offers under each other, for places too narrow for columns: what, where, when, why, and how fresh, with a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.ui.plan import facts
from app.ui.plan.comparison import Toggle
from app.ui.plan.facts import CHECKED, ROWS, WHY, Way
from app.ui.theme import Theme
from app.ui.tokens import NOTE, XS, L, M, S
from app.ui.widgets import Icon, Sheet, column, line, para, tab_after


class WayList(QWidget):
    """`toggle` is called with the place of the one whose button was pressed."""

    def __init__(self, theme: Theme, t: Translator, toggle: Callable[[int], None]) -> None:
        super().__init__()
        self._theme, self._t, self._toggle = theme, t, toggle
        self._rows: QVBoxLayout = column(self, gap=M)
        self._sheets: list[QWidget] = []
        self.toggles: list[Toggle] = []

    def show_ways(self, ways: Sequence[Way], remarks: Sequence[str] = (), after: QWidget | None = None) -> None:
        """Show these, each with its remark if there are remarks; Tab reaches them next `after` a widget."""
        for sheet in self._sheets:
            self._rows.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        said = remarks or [""] * len(ways)
        self.toggles = [self._button(place, *row) for place, row in enumerate(zip(ways, said, strict=True))]
        self._sheets = [self._sheet(*row) for row in zip(ways, said, self.toggles, strict=True)]
        for sheet in self._sheets:
            self._rows.addWidget(sheet)
        if after:
            tab_after(after, self.toggles)

    def show_chosen(self, chosen: Sequence[bool]) -> None:
        """Show which ones are in the plan."""
        for toggle, on in zip(self.toggles, chosen, strict=True):
            toggle.show_chosen(chosen=on)

    def _button(self, place: int, of: Way, remark: str) -> Toggle:
        made = Toggle(self._theme, self._t, of)
        made.setAccessibleDescription(" ".join(filter(None, (f"{of.kind}.", remark, facts.spoken(self._t, of)))))
        made.clicked.connect(lambda: self._toggle(place))
        return made

    def _sheet(self, of: Way, remark: str, toggle: Toggle) -> QWidget:
        theme, tone = self._theme, "ink3" if of.stale else "ink"
        sheet = Sheet(theme, "paper" if of.stale else "sheet", "rule" if of.stale else "line", dashed=of.stale)
        rows = column(sheet, (L, M, L, M), XS)
        rows.addLayout(self._kind(of))
        rows.addWidget(para(theme, of.title, tone=tone, weight="semibold"))
        for words in filter(None, (remark, *facts.brief(of))):
            rows.addWidget(para(theme, words, tone=tone))
        rows.addWidget(para(theme, of.facts[WHY]))
        fresh = f"{self._t(ROWS[CHECKED])}: {of.facts[CHECKED]}"
        rows.addWidget(para(theme, fresh, NOTE, "important" if of.stale else "ink2"))
        rows.addSpacing(S)
        rows.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeft)
        return sheet

    def _kind(self, of: Way) -> QHBoxLayout:
        tone, row = "ink3" if of.stale else "accent", line(gap=S)
        row.addWidget(Icon(self._theme, of.icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(para(self._theme, of.kind, tone=tone), 1)
        return row
