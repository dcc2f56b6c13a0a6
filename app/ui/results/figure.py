"""A chart of the plan on the screen: the same Figure as on paper would be, in the colours and the size of the theme.

matplotlib takes a second and 50 MB, so it is loaded when a chart first comes into sight, and off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.report.pictures import Picture
from app.ui.tasks import Job, Runner
from app.ui.theme import Theme

POINTS = 72
"""Of an inch."""
Draw = Callable[[QPainter, Theme, Picture, float], None]
"""Draw a picture as many points wide as there are."""


class FigureView(QWidget):
    """As wide as there is room, and as high as the picture says. What it shows must stand in words elsewhere."""

    def __init__(self, theme: Theme, name: str, told: str, picture: Picture) -> None:
        super().__init__()
        self._theme, self.picture = theme, picture
        self._seen: QPixmap | None = None
        self._draw: Draw | None = None
        self._runner = Runner(self)
        self.setAccessibleName(name)
        self.setAccessibleDescription(told)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def drawn(self) -> bool:
        """Whether the picture stands on the screen, and not only its place."""
        return self._seen is not None

    def show_picture(self, picture: Picture) -> None:
        """Show another picture."""
        self.picture, self._seen = picture, None
        self.updateGeometry()
        self.update()

    def _scale(self) -> float:
        """Pixels of a point."""
        return self._theme.zoom * self.logicalDpiY() / POINTS

    def sizeHint(self) -> QSize:
        return QSize(1, ceil(self.picture.height * self._scale()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._seen = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._draw is None:
            self._runner.start(_loaded, self._take, self._fail)
            return
        self._seen = self._seen or self._pixmap(self._draw)
        QPainter(self).drawPixmap(0, 0, self._seen)

    def _take(self, draw: Draw) -> None:
        self._draw = draw
        self.update()

    def _fail(self, error: BaseException) -> None:
        raise error

    def _pixmap(self, draw: Draw) -> QPixmap:
        ratio, scale = self.devicePixelRatioF(), self._scale()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(self._theme.colour("paper", 0))
        p = QPainter(made)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.scale(scale, scale)
        draw(p, self._theme, self.picture, self.width() / scale)
        p.end()
        return made


def _loaded(_job: Job) -> Draw:
    from app.ui.results.figure_ink import draw

    return draw
