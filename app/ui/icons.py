"""Icons: small outline drawings of our own in any colour of the palette."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

STROKE = 1.6


@lru_cache(maxsize=256)
def _svg(name: str, colour: str, stroke: float) -> bytes:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", colour).replace('stroke-width="1.6"', f'stroke-width="{stroke}"').encode()


def draw(painter: QPainter, name: str, rect: QRectF, colour: QColor, stroke: float = STROKE) -> None:
    """Draw one icon inside a rectangle."""
    QSvgRenderer(QByteArray(_svg(name, colour.name(), stroke))).render(painter, rect)


def icon(name: str, colour: QColor, size: int = 18) -> QIcon:
    """An icon for actions and fields that take a QIcon."""
    from PySide6.QtGui import QIcon  # with its hundreds of names it would cost time before the first paint

    pixmap = QPixmap(QSize(size, size) * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return QIcon(pixmap)
