"""How a priority is drawn: mark, place, name, role and reason; band, bar and index; under them the owner's move."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView

from app.i18n import Translator
from app.mapping.model import Band
from app.mapping.scoring import Score
from app.ui import icons
from app.ui.marks import WORD_AT, draw_band, painting
from app.ui.results import words
from app.ui.results.lines import PAD, LineDelegate, Row
from app.ui.results.ranked import Ranked
from app.ui.runs import Block, Run, beside, width_of
from app.ui.theme import Theme
from app.ui.tokens import BODY, HEAD, LEAD, XS, L, M, S

AIR: Final = M - 1
GAP: Final = 3
BAR: Final = 6
MARK: Final = 18
"""Side of the tick box in pixels at 100 %."""


class RankingDelegate(LineDelegate):
    """Draws rows of `Ranked`."""

    shows_current = True

    def __init__(self, theme: Theme, t: Translator, view: QListView) -> None:
        super().__init__(theme, view)
        self._t = t
        self._line = float(theme.metrics().height())
        self._mark = MARK * theme.zoom
        figures = width_of(theme, Run("00", HEAD, "light"))
        self._words_at = PAD + self._mark + M + figures + M
        """Left edge of the words: after the tick box and room for two figures."""
        words_of_bands = (Run(words.band_word(t, band), BODY, "semibold") for band in Band)
        self._side = WORD_AT * theme.zoom + max(width_of(theme, run) for run in words_of_bands) + S
        """Width of the band with its bar."""
        self._measured_at, self._heights = 0.0, dict[str, float]()

    def closes_group(self, row: Row) -> bool:
        return _ranked(row).priority.last_agreed

    def height(self, row: Row, width: float) -> float:
        """Measured once for what a row says: after an act all rows but one or two are as they were."""
        if width != self._measured_at:
            self._measured_at, self._heights = width, {}
        if row.spoken not in self._heights:
            name, reason, move = self._blocks(_ranked(row), width)
            height = 2 * AIR + name.height + GAP + reason.height + (GAP + move.height if move else 0)
            self._heights[row.spoken] = height
        return self._heights[row.spoken]

    def mark_field(self, box: QRectF) -> QRectF:
        """Where a click agrees: the tick box with the air round it."""
        return QRectF(box.left(), box.top(), PAD + self._mark + S, box.height())

    def _blocks(self, row: Ranked, width: float) -> tuple[Block, Block, Block | None]:
        room = width - self._words_at - L - self._side - PAD
        name = beside(self._theme, Run(row.name, LEAD, "semibold"), Run(row.role, tone="ink2"), room)
        move = Run(row.move, weight="semibold", tone="accent")
        whole = width - self._words_at - PAD - self._line - XS
        return (
            Block(self._theme, name, room),
            Block(self._theme, [Run(row.reason, tone="ink2")], room),
            Block(self._theme, [move], whole) if row.move else None,
        )

    def draw(self, p: QPainter, row: Row, box: QRectF) -> None:
        ranked = _ranked(row)
        name, reason, move = self._blocks(ranked, box.width())
        x, y = box.left() + self._words_at, box.top() + AIR
        first = QRectF(box.left(), y, box.width(), self._theme.metrics(LEAD, "semibold").height())
        self._draw_mark(p, QPointF(first.left() + PAD, first.center().y()), ticked=ranked.priority.agreed is not None)
        self._draw_place(p, first, words.place(ranked.priority))
        name.draw(p, x, y)
        y += name.height + GAP
        reason.draw(p, x, y)
        self._draw_score(p, first, y, ranked.priority.scored.score)
        if move:
            y += reason.height + GAP
            arrow = "arrow-up" if ranked.priority.moved == "up" else "arrow-down"
            icons.draw(p, arrow, QRectF(x, y, self._line, self._line), self._theme.colour("accent"), 2)
            move.draw(p, x + self._line + XS, y)

    def _draw_mark(self, p: QPainter, left: QPointF, *, ticked: bool) -> None:
        box = QRectF(left.x(), left.y() - self._mark / 2, self._mark, self._mark).adjusted(0.5, 0.5, -0.5, -0.5)
        with painting(p):
            p.setPen(QPen(self._theme.colour("accent" if ticked else "rule"), 1))
            p.setBrush(self._theme.colour("accent" if ticked else "sheet"))
            p.drawRoundedRect(box, 4, 4)
            if ticked:
                icons.draw(p, "check", box.adjusted(2, 2, -2, -2), self._theme.colour("on_accent"), 2.6)

    def _draw_place(self, p: QPainter, first: QRectF, number: str) -> None:
        """Large and light, on the middle of the first line."""
        with painting(p):
            p.setFont(self._theme.font(HEAD, "light"))
            p.setPen(self._theme.colour("ink2"))
            at = first.adjusted(PAD + self._mark + M, -M, 0, M)
            p.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, number)

    def _draw_score(self, p: QPainter, first: QRectF, second: float, score: Score) -> None:
        """The band beside the first line; bar and index beside the second. What is not assessed has no bar."""
        left, end = first.right() - PAD - self._side, first.right() - PAD
        band = QRectF(left, first.top(), self._side, first.height())
        draw_band(p, self._theme, score.band, words.band_word(self._t, score.band), band)
        known = score.index is not None
        with painting(p):
            p.setFont(self._theme.font(BODY, "semibold"))
            p.setPen(self._theme.colour("ink" if known else "ink3"))
            line = QRectF(left, second, end - left, self._line)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            p.drawText(line, right, words.index_sign(score))
        if score.index is not None:
            figures = width_of(self._theme, Run("100", BODY, "semibold"))
            track = QRectF(left, line.center().y() - BAR / 2, line.width() - figures - S, BAR)
            self._draw_bar(p, track, score.index, score.band)

    def _draw_bar(self, p: QPainter, track: QRectF, index: int, band: Band) -> None:
        with painting(p):
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(self._theme.colour("line"))
            p.drawRoundedRect(track, BAR / 2, BAR / 2)
            p.setBrush(self._theme.band_ink(band))
            filled = QRectF(track.left(), track.top(), max(track.width() * index / 100, BAR if index else 0), BAR)
            p.drawRoundedRect(filled, BAR / 2, BAR / 2)


def _ranked(row: Row) -> Ranked:
    assert isinstance(row, Ranked)
    return row
