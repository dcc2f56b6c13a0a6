"""Parts of a dialog that are scrolled in themselves: as high as is good where there is room, and lower elsewhere."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui.scrolling import Scroll
from app.ui.theme import Theme
from app.ui.tokens import BODY, S

LEAST_LINES: Final = 3
"""That show where there is little room; before there are fewer, the dialog as a whole is scrolled."""


class ScrolledPart(Scroll):
    """As high as what is in it. `width` is what the dialog has, in pixels."""

    def __init__(self, theme: Theme, inside: QWidget, width: int, *, sideways: bool = True) -> None:
        super().__init__(inside, sideways=sideways)
        self._inside, self._width, self._least = inside, width, theme.height(LEAST_LINES, 2 * S)

    def sizeHint(self) -> QSize:
        """Enough beside a scroll bar, too: one that is once there would else stay."""
        hint, edges = self._inside.sizeHint(), 2 * self.frameWidth()
        height = self._inside.heightForWidth(self._width - edges - self.verticalScrollBar().sizeHint().width())
        return QSize(hint.width(), edges + (hint.height() if height < 0 else height))  # < 0 where no words wrap

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), min(self._least, self.sizeHint().height()))


class Report(QPlainTextEdit):
    """Text to be read and copied, for which so many lines are good."""

    def __init__(self, theme: Theme, name: str, lines: int, size: float = BODY) -> None:
        super().__init__()
        self._heights = tuple(theme.height(n, 2 * S, size) for n in (LEAST_LINES, lines))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFont(theme.font(size))
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._heights[1])

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._heights[0])
