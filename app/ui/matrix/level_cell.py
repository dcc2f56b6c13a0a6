"""How one level looks: number, ground and four pips. The four states never look alike, and none needs colour."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.marks import painting
from app.ui.matrix.sheet import Cell, State
from app.ui.matrix.words import cell_sign
from app.ui.theme import Theme
from app.ui.tokens import BODY, CELL_RADIUS, LEAD

PIPS: Final = 4
_PIP_WIDTH, _PIP_STEP, _FIRST_PIP, _STEP_UP = 4.0, 6.0, 5.0, 3.4
_NUMBER_WIDTH, _MARK_WIDTH = 12.0, 38.0
"""Measures of the number with its pips at 100 %, in pixels."""


def draw_cell(p: QPainter, theme: Theme, box: QRectF, cell: Cell, target: int) -> None:
    """A person's cell; `target` is the level wanted now."""
    with painting(p):
        if cell.state is State.LEVEL and cell.level is not None:
            _level(p, theme, box, cell.level, target)
        elif cell.state is State.BLANK:
            _open_line(p, theme, box)
        elif cell.state is State.UNKNOWN:
            _dashed(p, theme, box)
            _sign(p, theme, box, LEAD, cell)
        else:
            _sign(p, theme, box, BODY, cell)
        _marks(p, theme, box, cell)


def _level(p: QPainter, theme: Theme, box: QRectF, level: int, target: int) -> None:
    p.setPen(QPen(theme.colour("line"), 1) if level == 0 else Qt.PenStyle.NoPen)
    p.setBrush(QColor(theme.palette.level[level]))
    p.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), CELL_RADIUS, CELL_RADIUS)
    left = box.center().x() - _MARK_WIDTH * theme.zoom / 2
    p.setPen(theme.colour("ink"))
    p.setFont(theme.font(LEAD, "semibold" if level < target else "regular"))
    number = QRectF(left, box.top(), _NUMBER_WIDTH * theme.zoom, box.height())
    p.drawText(number, Qt.AlignmentFlag.AlignCenter, str(level))
    _pips(p, theme, QPointF(number.right() + 4 * theme.zoom, box.center().y() + 10 * theme.zoom), level, target)


def _pips(p: QPainter, theme: Theme, foot: QPointF, level: int, target: int) -> None:
    """Stairs: filled for what is there, hollow for what is missing up to the target, a base line above it."""
    z = theme.zoom
    for i in range(PIPS):
        height = (_FIRST_PIP + i * _STEP_UP) * z
        pip = QRectF(foot.x() + i * _PIP_STEP * z, foot.y() - height, _PIP_WIDTH * z, height)
        if i < level:
            p.fillRect(pip, theme.colour("accent"))
        elif i < target:
            p.setPen(QPen(theme.colour("urgent"), 1))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawRect(pip.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            p.fillRect(QRectF(pip.left(), pip.bottom() - 1, pip.width(), 1), theme.colour("rule"))


def _dashed(p: QPainter, theme: Theme, box: QRectF) -> None:
    pen = QPen(theme.colour("rule"), 1)
    pen.setDashPattern([3, 3])
    p.setPen(pen)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), CELL_RADIUS, CELL_RADIUS)


def _open_line(p: QPainter, theme: Theme, box: QRectF) -> None:
    """A line to write on, as on a form: nobody has answered yet."""
    inset = min(10 * theme.zoom, box.width() / 4)
    y = box.center().y() + 8 * theme.zoom
    p.fillRect(QRectF(box.left() + inset, y, box.width() - 2 * inset, 1), theme.colour("rule"))


def _sign(p: QPainter, theme: Theme, box: QRectF, size: float, cell: Cell) -> None:
    p.setPen(theme.colour("ink3"))
    p.setFont(theme.font(size))
    p.drawText(box, Qt.AlignmentFlag.AlignCenter, cell_sign(cell))


def _marks(p: QPainter, theme: Theme, box: QRectF, cell: Cell) -> None:
    """A turned corner: worth a talk. A dot below left: evidence, reason or note. A ring above left: said by another."""
    z = theme.zoom
    if cell.discuss:
        corner = QPointF(box.right() - 0.5, box.top() + 0.5)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(theme.colour("important"))
        p.drawPolygon([corner - QPointF(8.5 * z, 0), corner, corner + QPointF(0, 8.5 * z)])
    if cell.noted:
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(theme.colour("ink2"))
        p.drawEllipse(QPointF(box.left() + 3.2 * z, box.bottom() - 3.2 * z), 1.6 * z, 1.6 * z)
    if cell.second_hand:
        p.setPen(QPen(theme.colour("ink3"), 1))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawEllipse(QPointF(box.left() + 3.4 * z, box.top() + 3.4 * z), 1.7 * z, 1.7 * z)


def draw_count(p: QPainter, theme: Theme, box: QRectF, count: int | None, level: int | None) -> None:
    """A head count at a level; nobody is a quiet 0, and an open line has not been answered."""
    with painting(p):
        if count is None:
            _open_line(p, theme, box)
            return
        if count:
            p.setPen(QPen(theme.colour("line"), 1) if not level else Qt.PenStyle.NoPen)
            p.setBrush(QColor(theme.palette.level[level or 0]))
            p.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), CELL_RADIUS, CELL_RADIUS)
        p.setPen(theme.colour("ink" if count else "ink3"))
        p.setFont(theme.font(LEAD, "semibold" if count else "regular"))
        p.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))
