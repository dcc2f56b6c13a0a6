"""A place with nothing in it yet: what is missing, and the way to where it is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme import Theme
from app.ui.tokens import COLUMN, XXL, L, M
from app.ui.widgets import Button, column, para


class Invitation(QWidget):
    """Its title, one sentence and one button; `above` the sentence may stand what shows either way."""

    def __init__(
        self,
        theme: Theme,
        title: QLabel,
        sentence: str,
        words: str,
        go: Callable[[], None],
        above: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.onward = Button(theme, words, "primary", after="arrow-right")
        self.onward.clicked.connect(go)
        rows = column(self, (XXL, L, XXL, M), L)
        rows.addWidget(title)
        if above:
            above.setMaximumWidth(round(COLUMN * theme.zoom))
            rows.addWidget(above)
        rows.addWidget(para(theme, sentence))
        rows.addWidget(self.onward)
        rows.addStretch(1)
        self.setFocusProxy(self.onward)
