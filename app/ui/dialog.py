"""Dialogs in the manner of the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.ui.scrolling import Body, Scroll
from app.ui.tables import Register
from app.ui.theme import Theme
from app.ui.tokens import HEAD, XL, XS, L, M, S
from app.ui.widgets import Sheet, column, line, para

WIDTH = 620  # pixels at 100 %
HIGHEST: Final = 980  # pixels at 100 %; longer lists are scrolled
TITLE_BAR: Final = 40
"""Pixels that the title bar of a dialog takes at most; how high it is the system tells only once it stands there."""


class _Body(Body):
    """Parts between which room is divided: scrolled where there is less than all of them need at least."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = column(self, gap=M)

    def heightForWidth(self, width: int) -> int:
        return self.rows.minimumHeightForWidth(width)


class Dialog(QDialog):
    """A sheet over the window, with a heading; it goes with its last button or Esc. `width` is in pixels at 100 %.

    It is as high as what stands in its `rows`, as far as the screen has room; what is then too much is scrolled over
    the buttons. Lists that are scrolled themselves give way before.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget, width: int = WIDTH) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = parent.screen().availableGeometry().size() - QSize(2 * XL, TITLE_BAR)
        self._highest = min(round(HIGHEST * theme.zoom), room.height())
        self.setFixedWidth(min(round(width * theme.zoom), room.width()))
        self._body = _Body()
        self._body.installEventFilter(self)
        self._area = Scroll(self._body, sideways=False)
        self._lay_out(Sheet(theme))
        self.rows: QVBoxLayout = self._body.rows
        self.rows.addWidget(para(theme, title, HEAD, "ink"))

    def _lay_out(self, sheet: Sheet) -> None:
        """The sheet, and on it what is scrolled, over room for the buttons; a scroll bar stands a little off."""
        self._whole = column(self, (M, M, M, M))
        self._whole.addWidget(sheet)
        self._sheet = column(sheet, (XL, L, XL, L), M)
        self._sheet.addWidget(self._area, 1)
        bar = self._area.verticalScrollBar()
        bar.rangeChanged.connect(lambda low, high: self.rows.setContentsMargins(0, 0, XS if high > low else 0, 0))

    @property
    def breadth(self) -> int:
        """Width of the rows in pixels, where they are not scrolled."""
        return self.width() - 2 * (M + XL)

    def add_list(self, register: Register) -> None:
        """Add a list: as high as its rows where there is room, scrolled in itself where there is less."""
        register.setSizeAdjustPolicy(Register.SizeAdjustPolicy.AdjustToContents)
        self.rows.addWidget(register, 1)

    def add_foot(self, *buttons: QWidget, left: QWidget | None = None) -> None:
        """End with a row of buttons at the right; what does not lead out of it stands at the left.

        Height that nothing asks for is left over them, and pulls no lines apart.
        """
        self.rows.addStretch()
        foot = line(gap=S)
        if left:
            foot.addWidget(left)
        foot.addStretch(1)
        for button in buttons:
            foot.addWidget(button)
        self._sheet.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as is needed before Qt looks for a place on the screen; afterwards as high as the person likes."""
        if not event.spontaneous():
            self.resize(self.width(), self._needed())
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._body and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        """Be higher where more is said by now, and stay on the screen, which is by now perhaps another."""
        if (needed := self._needed()) > self.height():
            self.resize(self.width(), needed)
            frame, room = self.frameGeometry(), self.screen().availableGeometry()
            over = max(frame.bottom() - room.bottom(), 0)
            self.move(frame.left(), max(frame.top() - over, room.top()))

    def _needed(self) -> int:
        """Height in pixels for all of it at this width, as far as the screen has room."""
        around = self._whole.minimumSize().height() - self._area.minimumSizeHint().height()
        return min(around + self.rows.totalHeightForWidth(self.breadth), self._highest)
