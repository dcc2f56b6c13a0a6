"""How a statement is drawn: name, how many are able, and what is said, each in its own column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView

from app.ui.marks import draw_dots, draw_icon, painting
from app.ui.results.lines import PAD, LineDelegate, Row
from app.ui.results.statements import Able, Statement
from app.ui.results.words import UNKNOWN
from app.ui.runs import Block, Run, beside, width_of
from app.ui.theme import Theme
from app.ui.tokens import BODY, L, M, S

AIR: Final = M + 1
NAME_PART: Final = 0.42
"""What the name has of the width at the least."""
DOT: Final = 15.0
"""Width of a dot as `draw_dots` sets them, in pixels."""
MARK: Final = 12
MOST_DOTS: Final = 78
"""Side of a mark, and the most room for dots, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges in pixels from the left of the row, and where its words end."""

    name: float
    able: float
    said: float
    end: float


class StatementDelegate(LineDelegate):
    """Draws rows of `Statement`; the columns are as wide as the longest of all rows needs."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view)
        self._measured: tuple[Sequence[Row], float, float] = ((), 0.0, 0.0)

    def height(self, row: Row, width: float) -> float:
        name, said = self._blocks(_statement(row), self._columns(_statement(row), width))
        return max(name.height, said.height) + AIR

    def draw(self, p: QPainter, row: Row, box: QRectF) -> None:
        statement = _statement(row)
        columns, top = self._columns(statement, box.width()), box.top() + AIR / 2
        name, said = self._blocks(statement, columns)
        name.draw(p, box.left() + columns.name, top)
        said.draw(p, box.left() + columns.said, top)
        middle = top + float(self._theme.metrics().height()) / 2
        if statement.able:
            self._draw_able(p, statement.able, QPointF(box.left() + columns.able, middle))
        elif statement.band:
            side = MARK * self._theme.zoom
            at = QRectF(box.left() + PAD, middle - side / 2, side, side)
            draw_icon(p, self._theme, statement.band, at, self._theme.colour("paper"))

    def _columns(self, row: Statement, width: float) -> _Columns:
        name, end = PAD + (MARK * self._theme.zoom + M if row.band and not row.able else 0.0), width - PAD
        longest, dots = self._measured_rows()
        figures = self._figures() + M + dots + L if row.able else 0.0
        said = end - min(longest + 1, (end - name) * (1 - NAME_PART) - figures)
        return _Columns(name, said - figures, said, end)

    def _measured_rows(self) -> tuple[float, float]:
        """Width of the longest thing said in any row, and of the most dots; measured once for all."""
        rows = self._rows()
        if self._measured[0] is not rows:
            statements = [_statement(row) for row in rows]
            longest = max((width_of(self._theme, self._said(s)) for s in statements), default=0.0)
            dots = max((s.able.need for s in statements if s.able), default=0) * DOT
            self._measured = rows, longest, min(dots, MOST_DOTS * self._theme.zoom)
        return self._measured[1:]

    def _blocks(self, row: Statement, at: _Columns) -> tuple[Block, Block]:
        """Name, and what is said."""
        name, room = Run(row.name, weight="regular" if row.able else "semibold"), at.able - at.name - L
        with_role = beside(self._theme, name, Run(row.beside, tone="ink2"), room)
        return Block(self._theme, with_role, room), Block(self._theme, [self._said(row)], at.end - at.said)

    def _said(self, row: Statement) -> Run:
        tone = row.band.value if row.band else "ink2"
        return Run(row.said, weight="semibold" if row.band and not row.able else "regular", tone=tone)

    def _figures(self) -> float:
        return width_of(self._theme, Run("00/00", BODY, "semibold"))

    def _draw_able(self, p: QPainter, able: Able, at: QPointF) -> None:
        """Figures, and dots beside them."""
        known = able.have is not None
        line = float(self._theme.metrics().height())
        with painting(p):
            p.setFont(self._theme.font(BODY, "semibold"))
            p.setPen(self._theme.colour("ink" if known else "ink3"))
            figures = QRectF(at.x(), at.y() - line / 2, self._figures(), line)
            p.drawText(figures, Qt.AlignmentFlag.AlignVCenter, f"{able.have}/{able.need}" if known else UNKNOWN)
        if able.have is not None:
            dots = QPointF(at.x() + self._figures() + S, at.y())
            room = MOST_DOTS * self._theme.zoom
            draw_dots(p, self._theme, dots, min(able.have, able.need), able.need, room=room)


def _statement(row: Row) -> Statement:
    assert isinstance(row, Statement)
    return row
