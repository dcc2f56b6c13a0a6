"""How the matrix is drawn: lines instead of a grid, one hand for every column."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.i18n import Translator
from app.mapping.model import Horizon
from app.ui.marks import SWATCH_HEIGHT, draw_band, draw_dots, draw_sign, is_pressing, painting
from app.ui.matrix import words
from app.ui.matrix.columns import Column, Kind
from app.ui.matrix.level_cell import draw_cell, draw_count
from app.ui.matrix.measures import TARGET_STEP
from app.ui.matrix.model import Index, MatrixModel
from app.ui.matrix.sheet import Row
from app.ui.matrix.view import MatrixView
from app.ui.theme import Theme
from app.ui.tokens import BODY, LEAD, NOTE, M, S
from app.wording.words import short_horizon_name

_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_WRAP: Final = Qt.TextFlag.TextWordWrap
_EDGE: Final = 4
Draw = Callable[[QPainter, QRectF, Row], None]


class MatrixDelegate(QStyledItemDelegate):
    """Draws every cell of a `MatrixModel`."""

    def __init__(self, theme: Theme, t: Translator, view: MatrixView) -> None:
        super().__init__(view)
        self._theme, self._t, self._view = theme, t, view
        self._sides: dict[Kind, Draw] = {
            Kind.TARGET: self._target,
            Kind.CRITICALITY: self._criticality,
            Kind.COVERAGE: self._coverage,
            Kind.GAP: self._gap,
            Kind.BAND: self._band,
            Kind.INDEX: self._index,
        }

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, MatrixModel)
        row, column, box = model.row_at(index), model.column_at(index), QRectF(option.rect)
        here = self._view.currentIndex()
        with painting(p):
            if self._view.marked and option.state & QStyle.StateFlag.State_Selected:
                p.fillRect(box, self._theme.colour("accent_wash"))
            self._line(p, model, index, box)
            if column.kind is Kind.NAME:
                self._name(p, box, row, current=here.row() == index.row())
            elif column.is_answer:
                self._answer(p, box, row, column)
            else:
                self._sides[column.kind](p, box, row)
            if here == index:
                self._ring(p, box)

    def _line(self, p: QPainter, model: MatrixModel, index: Index, box: QRectF) -> None:
        """A hairline under the row; a darker one where the next row comes from another profile."""
        below = model.rows[index.row() + 1 : index.row() + 2]
        group_ends = any(r.need.source_key != model.row_at(index).need.source_key for r in below)
        tone = "rule" if group_ends else "line"
        p.fillRect(QRectF(box.left(), box.bottom() - 1, box.width() + 1, 1), self._theme.colour(tone))

    def _ring(self, p: QPainter, box: QRectF) -> None:
        focused = self._view.hasFocus()
        p.setPen(QPen(self._theme.colour("accent"), 2 if focused else 1))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawRoundedRect(box.adjusted(2, 2, -2, -3), 4, 4)

    def _name(self, p: QPainter, box: QRectF, row: Row, *, current: bool) -> None:
        """In one line, in a tall row also in two, else small in two, else cut short (the tip has it whole)."""
        if current:
            p.fillRect(QRectF(box.left(), box.top() + 8, 3, box.height() - 17), self._theme.colour("accent"))
        text, inside = words.need_name(self._t, row.need), box.adjusted(M, 0, -S, -1)
        p.setPen(self._theme.colour("ink"))
        for size, breaking in ((BODY, _WRAP if self._view.tall else Qt.TextFlag.TextSingleLine), (NOTE, _WRAP)):
            p.setFont(self._theme.font(size, "semibold" if current else "regular"))
            if inside.contains(p.boundingRect(inside, _LEFT | breaking, text)):
                p.drawText(inside, _LEFT | breaking, text)
                return
        p.drawText(inside, _LEFT, p.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inside.width())))

    def _answer(self, p: QPainter, box: QRectF, row: Row, column: Column) -> None:
        inside = box.adjusted(3, 3, -3, -4)
        if column.kind is Kind.COUNT:
            draw_count(p, self._theme, inside, row.counts[column.place], column.level)
        else:
            draw_cell(p, self._theme, inside, row.cells[column.place], row.need.targets.now or 0)

    def _target(self, p: QPainter, box: QRectF, row: Row) -> None:
        """The target now, an arrow when it rises; where there is room, all three horizons."""
        targets = row.need.targets
        z = self._theme.zoom
        if not self._view.roomy:
            self._figure(p, box, words.target_sign(targets.now, rising=words.rises(row.need)), now=True, bright=True)
            return
        before = targets.now
        for i, (horizon, level) in enumerate(zip(Horizon, (targets.now, targets.y1, targets.y3), strict=True)):
            rising = i > 0 and (level or 0) > (before or 0)
            part = QRectF(box.left() + i * TARGET_STEP * z, box.top(), TARGET_STEP * z, box.height())
            sign = words.target_sign(level, rising=rising)
            self._figure(p, part, sign, now=horizon is Horizon.NOW, bright=rising or i == 0)
            before = level

    def _figure(self, p: QPainter, box: QRectF, text: str, *, now: bool, bright: bool) -> None:
        p.setFont(self._theme.font(LEAD if now else BODY, "semibold" if now else "regular"))
        p.setPen(self._theme.colour("ink" if bright else "ink3"))
        p.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _criticality(self, p: QPainter, box: QRectF, row: Row) -> None:
        """One to three steps."""
        z = self._theme.zoom
        for i in range(3):
            step = QRectF(
                box.left() + (4 + i * 9) * z, box.center().y() + (6 - 4 * (i + 1)) * z, 6 * z, 4 * (i + 1) * z
            )
            p.fillRect(step, self._theme.colour("ink2" if i < row.need.criticality else "line"))

    def _coverage(self, p: QPainter, box: QRectF, row: Row) -> None:
        at, z = row.score.decided, self._theme.zoom
        left = box.adjusted((14 if self._view.roomy else 6) * z, 0, 0, 0)
        p.setFont(self._theme.font())
        p.setPen(self._theme.colour("ink" if at else "ink3"))
        p.drawText(left, _LEFT, words.coverage_sign(at) if at else words.UNKNOWN)
        if at and self._view.roomy:
            start = QPointF(left.left() + 28 * z, box.center().y())
            draw_dots(
                p, self._theme, start, min(at.covered, at.required), at.required, room=box.right() - start.x() - S
            )

    def _gap(self, p: QPainter, box: QRectF, row: Row) -> None:
        at = row.score.decided
        number, when = self._gap_boxes(box, alone=at is None)
        p.setFont(self._theme.font())
        p.setPen(self._theme.colour("ink" if at else "ink3"))
        p.drawText(number, _LEFT if self._view.tall else _RIGHT, self._gap_text(row))
        if at:
            p.setFont(self._theme.font(NOTE))
            p.setPen(self._theme.colour("ink3" if at.horizon is Horizon.NOW else "ink"))
            p.drawText(when, _LEFT, short_horizon_name(self._t, at.horizon))

    def _gap_boxes(self, box: QRectF, *, alone: bool) -> tuple[QRectF, QRectF]:
        """Where the number of levels stands, and when: beside it, or under it in a tall row."""
        z = self._theme.zoom
        if not self._view.tall:
            return QRectF(box.left(), box.top(), 38 * z, box.height()), box.adjusted(46 * z, 1, 0, 1)
        inside = box.adjusted(4 * z, _EDGE, 0, -_EDGE)
        half = inside.height() / 2
        return inside.adjusted(0, 0, 0, 0 if alone else -half), inside.adjusted(0, half, 0, 0)

    def _gap_text(self, row: Row) -> str:
        return self._t.number(row.score.decided.gap, 1) if row.score.decided else words.UNKNOWN

    def _band(self, p: QPainter, box: QRectF, row: Row) -> None:
        """Sign and word; the word under the sign in a tall row."""
        band, word = row.score.band, words.band_word(self._t, row.score.band)
        if not self._view.tall:
            draw_band(p, self._theme, band, word, box)
            return
        high = QRectF(box.left(), box.top() + _EDGE, box.width(), SWATCH_HEIGHT * self._theme.zoom)
        low = QRectF(box.left(), high.bottom(), box.width(), box.bottom() - _EDGE - high.bottom())
        draw_sign(p, self._theme, band, high)
        p.setPen(self._theme.band_ink(band))
        p.setFont(self._theme.font(NOTE, "semibold" if is_pressing(band) else "regular"))
        p.drawText(low, _LEFT, word)

    def _index(self, p: QPainter, box: QRectF, row: Row) -> None:
        p.setFont(self._theme.font())
        p.setPen(self._theme.colour("ink2"))
        p.drawText(box.adjusted(0, 0, -2, 0), _RIGHT, "" if row.score.index is None else str(row.score.index))
