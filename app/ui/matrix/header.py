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
from app.ui.matrix.measures import INDENT, TARGET_STEP, header_height
from app.ui.matrix.model import MatrixModel
from app.ui.matrix.view import MatrixView, paint_ground
from app.ui.matrix.words import heading, side_heading
from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, M
from app.wording.words import short_horizon_name

_ROOMY_COVERAGE: Final = 14
_FOOT: Final = 7.5  # pixels under the words of a head


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
                self._side(p, box, column)

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

    def _side(self, p: QPainter, box: QRectF, column: Column) -> None:
        """At the foot of the head, in two lines where the columns are narrow."""
        roomy = self._view.roomy
        word = side_heading(self._t, column.kind, roomy=roomy)
        indent = _ROOMY_COVERAGE if roomy and column.kind is Kind.COVERAGE else INDENT.get(column.kind, 0)
        left, right = M if column.kind is Kind.NAME else indent * self._theme.zoom, 0
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        if column.kind is Kind.INDEX:
            flags, right = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, 2
        wrap = Qt.TextFlag.TextWordWrap if self._view.tall else Qt.TextFlag.TextSingleLine
        p.drawText(box.adjusted(left, 0, -right, -_FOOT), flags | wrap, word)
