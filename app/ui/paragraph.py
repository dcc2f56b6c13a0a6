"""A field of some lines, which grows with what is written in it: no scroll bar stands in a page that is scrolled."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextBlock
from PySide6.QtWidgets import QPlainTextEdit

from app.ui.theme import Theme

PAD = 22  # pixels above and below the lines, with the frame


class Paragraph(QPlainTextEdit):
    """From `least` lines to `most`; what is longer is scrolled after all. Tab leaves it."""

    def __init__(self, theme: Theme, name: str = "", text: str = "", *, least: int = 3, most: int = 12) -> None:
        super().__init__(text)
        self._theme, self._least, self._most = theme, least, most
        self.setAccessibleName(name)
        self.setFont(theme.font())
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.document().documentLayout()
        needed = sum(layout.blockBoundingRect(block).height() for block in self._blocks())
        line = ceil(self._theme.metrics().height())
        lines = round(needed / line)
        shown = min(max(lines, self._least), self._most)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > shown else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self.setFixedHeight(shown * line + PAD)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()


def one_line(field: QPlainTextEdit) -> str:
    """What stands in a field, where a remark on one line is kept."""
    return " ".join(field.toPlainText().split())
