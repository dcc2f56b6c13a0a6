"""Everything that can be made, down the left, under headings; the one in hand lies on a wash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QScrollArea, QSizePolicy, QWidget

from app.ui.preview.papers import Paper
from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, L, M, S
from app.ui.widgets import column, focus_ring, para

WIDTH: Final = 240  # pixels at 100 %
WIDEST: Final = 1.5  # of that width: beyond, the words wrap
WRAP: Final = Qt.TextFlag.TextWordWrap
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_BAR: Final = 10  # room for the scroll bar


def width(theme: Theme) -> int:
    """Width of the list in pixels."""
    return round(WIDTH * min(theme.zoom, WIDEST))


class PaperButton(QAbstractButton):
    """One line of the list, or more where its name is long."""

    def __init__(self, theme: Theme, paper: Paper, group: str) -> None:
        super().__init__()
        self._theme, self.paper = theme, paper
        self.setText(paper.name)
        self.setAccessibleName(paper.name)
        self.setAccessibleDescription(group)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(width(self._theme) - _BAR, round(self._room().height()) + 2 * S)

    def _room(self) -> QRectF:
        """Where the words stand; room for them also when they are semibold."""
        wide = QRectF(0, 0, width(self._theme) - _BAR - M - S, 10_000)
        words = self._theme.metrics(BODY, "semibold").boundingRect(wide, WRAP, self.text())
        return QRectF(M, S, wide.width(), words.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, on, theme = QPainter(self), self.isChecked(), self._theme
        p.fillRect(self.rect(), theme.colour("accent_wash" if on else "sunk" if self.underMouse() else "paper"))
        if on:
            p.fillRect(QRectF(0, 0, 3, self.height()), theme.colour("accent"))
        p.setFont(theme.font(BODY, "semibold" if on else "regular"))
        p.setPen(theme.colour("ink"))
        p.drawText(self._room(), WRAP | MIDDLE, self.text())
        if self.hasFocus():
            focus_ring(p, theme, QRectF(self.rect()).adjusted(3, 0, 0, 0))


class PaperList(QScrollArea):
    """Arrows move in it, and what is moved to is shown."""

    def __init__(
        self, theme: Theme, groups: Sequence[tuple[str, Sequence[Paper]]], choose: Callable[[Paper], None]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda button: choose(button.paper))
        self._group.buttonClicked.connect(self.ensureWidgetVisible)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(width(theme))
        self._build(groups)

    def sizeHint(self) -> QSize:
        """Asks for no more than it must: what does not fit is scrolled here, not round the place."""
        return self.minimumSizeHint()

    def buttons(self) -> list[PaperButton]:
        return [b for b in self._group.buttons() if isinstance(b, PaperButton)]

    def take(self, paper: Paper) -> None:
        """Show which one is in hand; the cursor goes along."""
        button = next(b for b in self.buttons() if b.paper.part == paper.part)
        if any(other.hasFocus() for other in self.buttons()):
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        button.setChecked(True)
        self.ensureWidgetVisible(button)
        self.setFocusProxy(button)

    def _build(self, groups: Sequence[tuple[str, Sequence[Paper]]]) -> None:
        page = QWidget()
        rows = column(page)
        for title, papers in groups:
            head = para(self._theme, title, NOTE, "ink2", "semibold")
            head.setContentsMargins(M, 0, 0, S)
            rows.addWidget(head)
            for paper in papers:
                button = PaperButton(self._theme, paper, title)
                self._group.addButton(button)
                rows.addWidget(button)
            rows.addSpacing(L)
        rows.addStretch(1)
        self.setWidget(page)
