"""The head of the matrix, in two storeys and in the same hand as the cells."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView

from app.i18n import Translator
from app.mapping.model import Horizon
from app.ui.marks import painting
from app.ui.matrix.columns import Column, Kind
from app.ui.matrix.measures import TARGET_STEP, header_height
from app.ui.matrix.model import MatrixModel
from app.ui.matrix.view import MatrixView, paint_ground
from app.ui.matrix.words import heading, side_heading
from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, M
from app.wording.words import short_horizon_name

_INDENT: Final = {Kind.CRITICALITY: 4, Kind.COVERAGE: 6, Kind.GAP: 4}
_ROOMY_COVERAGE: Final = 14


class MatrixHeader(QHeaderView):
    """Column heads; names of people are larger, since they are what one looks for."""

    def __init__(self, theme: Theme, t: Translator, view: MatrixView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._theme, self._t, self._view = theme, t, view
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFixedHeight(header_height(theme))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # as the view has it

    def sizeHint(self) -> QSize:
        return QSize(0, header_height(self._theme))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self.viewport(), event, self._view.ground)
        super().paintEvent(event)

    def paintSection(self, p: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        assert isinstance(model, MatrixModel)
        column, box = model.columns[section], QRectF(rect)
        half = box.height() / 2 - 3
        low = QRectF(box.left(), box.top() + half, box.width(), half)
        with painting(p):
            p.fillRect(QRectF(box.left(), box.bottom() - 1, box.width() + 1, 1), self._theme.colour("rule"))
            p.setFont(self._theme.font(NOTE, "semibold"))
            p.setPen(self._theme.colour("ink2"))
            if column.is_answer:
                self._answer(p, low, heading(self._t, column, model.mapping.people_mode))
            elif column.kind is Kind.TARGET:
                self._target(p, QRectF(box.left(), box.top() + 1, box.width(), half), low)
            else:
                self._side(p, low, column)

    def _answer(self, p: QPainter, low: QRectF, name: str) -> None:
        p.setFont(self._theme.font(BODY, "semibold"))
        p.setPen(self._theme.colour("ink"))
        cut = p.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(low.width()) - 2)
        p.drawText(low, Qt.AlignmentFlag.AlignCenter, cut)

    def _target(self, p: QPainter, high: QRectF, low: QRectF) -> None:
        """The word above, the horizons below, each over its figure."""
        step = TARGET_STEP * self._theme.zoom
        shown = list(Horizon) if self._view.roomy else [Horizon.NOW]
        middle = step / 2 if self._view.roomy else low.width() / 2
        word = side_heading(self._t, Kind.TARGET, roomy=True)
        left = middle - p.fontMetrics().horizontalAdvance(self._now()) / 2
        spare = max(0.0, high.width() - p.fontMetrics().horizontalAdvance(word))
        p.drawText(high.adjusted(min(left, spare), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word)
        p.setFont(self._theme.font(NOTE))
        for i, horizon in enumerate(shown):
            box = QRectF(low.left() + middle - step / 2 + i * step, low.top(), step, low.height())
            p.drawText(box, Qt.AlignmentFlag.AlignCenter, short_horizon_name(self._t, horizon))

    def _now(self) -> str:
        return short_horizon_name(self._t, Horizon.NOW)

    def _side(self, p: QPainter, low: QRectF, column: Column) -> None:
        roomy = self._view.roomy
        word = side_heading(self._t, column.kind, roomy=roomy)
        indent = _ROOMY_COVERAGE if roomy and column.kind is Kind.COVERAGE else _INDENT.get(column.kind, 0)
        if column.kind is Kind.INDEX:
            p.drawText(low.adjusted(0, 0, -2, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, word)
        else:
            left = M if column.kind is Kind.NAME else indent * self._theme.zoom
            p.drawText(low.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word)
