"""The right-hand side of the library: one thing in words, scrolled by keys, and heard as one text."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.scrolling import Body, ModestScroll, let_read
from app.ui.theme import Theme
from app.ui.tokens import BODY, LEAD, NOTE, TITLE, XS, L, M, S
from app.ui.widgets import Hair, column, para
from app.wording.library import Fact, Told

NAMES = 11  # heights of a line that names of facts may be wide


class Reading(ModestScroll):
    """Shows one thing after another; where nothing is in hand it says what to do."""

    def __init__(self, theme: Theme, name: str, nothing: str) -> None:
        super().__init__(sideways=False)
        self._theme, self._nothing = theme, nothing
        self.told: Told | None = None
        let_read(self, name)
        self.show_told(None)

    def show_told(self, told: Told | None) -> None:
        """Say this from now on, from its beginning."""
        self.told = told
        self.setAccessibleDescription(told.heard if told else self._nothing)
        self.setWidget(self._page(told or Told("", lead=self._nothing)))
        self.verticalScrollBar().setValue(0)

    def _page(self, told: Told) -> QWidget:
        page = Body()
        rows = column(page, (S, S, M, S), S)
        for words, size, tone in (
            (told.place, NOTE, "ink3"),
            (told.name, TITLE, "ink"),
            (told.warning, BODY, "important"),
            (told.lead, LEAD if told.name else BODY, "ink" if told.name else "ink2"),
        ):
            if words:
                rows.addWidget(para(self._theme, words, size, tone))
        if told.facts:
            rows.addSpacing(XS)
            rows.addLayout(self._facts(told.facts))
        rows.addStretch(1)
        return page

    def _facts(self, facts: tuple[Fact, ...]) -> QGridLayout:
        """What each fact is called on the left, what is said on the right; one without a name stands across."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, self._width(facts))
        for number, (name, text) in enumerate(facts):
            grid.addWidget(Hair(self._theme), 2 * number, 0, 1, 2)
            if name:
                grid.addWidget(para(self._theme, name, NOTE), 2 * number + 1, 0)
            start = 1 if name else 0
            grid.addWidget(para(self._theme, text, tone="ink"), 2 * number + 1, start, 1, 2 - start)
        return grid

    def _width(self, facts: tuple[Fact, ...]) -> int:
        """Of the left column in pixels: its longest name, as long as that is not very long."""
        metrics = self._theme.metrics(NOTE)
        longest = max(metrics.horizontalAdvance(name) for name, _text in facts)
        return round(min(longest, NAMES * metrics.height())) + 2
