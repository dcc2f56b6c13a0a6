"""Ways forward side by side: one grid, so that every line stands at the same height in all columns.

Sheets and hairlines are drawn behind the grid. Where not all columns fit, the rest begin a new band below.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.ui.plan import facts
from app.ui.plan.facts import CHECKED, Way
from app.ui.theme import Theme
from app.ui.tokens import BODY, LEAD, RADIUS, XS, L, S
from app.ui.widgets import Button, Icon, column, line, para

LABELS: Final = 124
MOST: Final = 480  # a column is no wider than this at 100 %
LEAST: Final = 8  # a column is at least this many lines of text wide, inside its margins
AIR: Final = 6  # over and under each line


class Toggle(Button):
    """Puts a way forward into the plan, and says so while it is there; pressed again, takes it away."""

    def __init__(self, theme: Theme, t: Translator, of: Way) -> None:
        super().__init__(theme, "")
        self._t, self._of = t, of
        self.setCheckable(True)
        self.show_chosen(chosen=False)

    def widest(self) -> int:
        """Width in pixels that is enough before and after."""
        return max(self._width_with(words) for words in (self._t("In the plan"), self._t("Add to the plan")))

    def _width_with(self, words: str) -> int:
        advance = self._theme.metrics(BODY, "semibold").horizontalAdvance
        return round(self.sizeHint().width() - advance(self.text()) + advance(words))

    def show_chosen(self, *, chosen: bool) -> None:
        words = self._t("In the plan") if chosen else self._t("Add to the plan")
        self.kind, self._icon = ("chosen", "check") if chosen else ("quiet", "plus")
        self.setChecked(chosen)
        self.setText(words)
        self.setAccessibleName(self._t("{deed}: {way}", deed=words, way=self._of.title))
        self.updateGeometry()
        self.update()


class Comparison(QWidget):
    """Two to four ways forward with a button each; `toggle` is called with the place of the one pressed."""

    def __init__(self, theme: Theme, t: Translator, ways: Sequence[Way], toggle: Callable[[int], None]) -> None:
        super().__init__()
        self._theme, self._ways = theme, ways
        self._lines = facts.lines(ways)
        self.toggles = [self._toggle(t, place, toggle) for place in range(len(ways))]
        self._columns = [self._column(t, place) for place in range(len(ways))]
        self._labels = [self._names(t) for _band in ways]

    def show_chosen(self, chosen: Sequence[bool]) -> None:
        """Show which ones are in the plan."""
        for toggle, on in zip(self.toggles, chosen, strict=True):
            toggle.show_chosen(chosen=on)
        self.update()

    # What stands in the grid.

    def _toggle(self, t: Translator, place: int, pressed: Callable[[int], None]) -> Toggle:
        made = Toggle(self._theme, t, self._ways[place])
        made.setAccessibleDescription(facts.spoken(t, self._ways[place]))
        made.clicked.connect(lambda: pressed(place))
        return made

    def _column(self, t: Translator, place: int) -> list[QWidget]:
        """Head, one cell for each line, and the button."""
        of = self._ways[place]
        cells = [self._cell(key, facts.fact(t, of, key), stale=of.stale) for key in self._lines]
        foot = QWidget()
        column(foot, (L, S, L, L)).addWidget(self.toggles[place])
        made = [self._head(of), *cells, foot]
        for widget in made:
            widget.setParent(self)
        return made

    def _head(self, of: Way) -> QWidget:
        head = QWidget()
        rows = column(head, (L, L, L, S), XS)
        kind = line(gap=S)
        tone = "ink3" if of.stale else "accent"
        kind.addWidget(Icon(self._theme, of.icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        kind.addWidget(para(self._theme, of.kind, BODY, tone), 1)
        rows.addLayout(kind)
        rows.addWidget(para(self._theme, of.title, LEAD, "ink3" if of.stale else "ink", "semibold"))
        rows.addStretch(1)
        return head

    def _cell(self, key: str, text: str, *, stale: bool) -> QWidget:
        to_check = stale and key == CHECKED
        tone = "important" if to_check else "ink3" if stale else "ink"
        cell = para(self._theme, text, BODY, tone, "semibold" if to_check else "regular")
        cell.setContentsMargins(L, AIR, L, AIR)
        return cell

    def _names(self, t: Translator) -> list[QWidget]:
        """Labels of the lines, with nothing beside heads and buttons."""
        made = [para(self._theme, name) for name in ("", *(t(facts.ROWS[key]) for key in self._lines), "")]
        for name in made:
            name.setParent(self)
            name.setContentsMargins(0, AIR, S, AIR)
        return [*made]

    # Where it stands. A QGridLayout guesses heights of wrapping text from widths that its columns then do not get.

    def arrange(self, room: int) -> None:
        """Place everything for a width in pixels: in one band if all columns fit, else in bands of equal length."""
        labels, least = round(LABELS * self._theme.zoom), self._least()
        fit = max(1, (room - labels) // (least + L))
        per_band = ceil(len(self._columns) / ceil(len(self._columns) / fit))
        wide = max(least, min(round(MOST * self._theme.zoom), (room - labels) // per_band - L))
        bottom = 0
        for band, names in enumerate(self._labels):
            columns = self._columns[band * per_band : (band + 1) * per_band]
            for name in names:
                name.setVisible(bool(columns))
            if columns:
                top = bottom + L if band else 0
                bottom = self._place(top, [(names, labels), *((column, wide) for column in columns)])
        self.setFixedHeight(bottom)
        self.setMinimumWidth(labels + per_band * (least + L))
        self.update()

    def _place(self, top: int, columns: list[tuple[list[QWidget], int]]) -> int:
        """Place columns of the given widths side by side; returns where they end."""
        for row in zip(*(cells for cells, _width in columns), strict=True):
            sized = [(cell, width) for cell, (_cells, width) in zip(row, columns, strict=True)]
            height, left = max(_height(cell, width) for cell, width in sized), 0
            for cell, width in sized:
                cell.setGeometry(left, top, width, height)
                left += width + L
            top += height
        return top

    def _least(self) -> int:
        """As narrow as a column may be: room for some words, for the longest word whole, and for the button."""
        heads = [word for of in self._ways for word in f"{of.title} {of.kind}".split()]
        cells = [word for of in self._ways for text in of.facts.values() for word in text.split()]
        lead, body = self._theme.metrics(LEAD, "semibold"), self._theme.metrics(BODY, "semibold")
        longest = max(*map(lead.horizontalAdvance, heads), *map(body.horizontalAdvance, cells))
        button = max(toggle.widest() for toggle in self.toggles)
        return round(max(LEAST * body.height(), longest + 1, button)) + 2 * L

    # What is drawn behind it.

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, cells in enumerate(self._columns):
            self._draw_sheet(p, place, cells[0].geometry().united(cells[-1].geometry()))
            for cell in cells[1:-1]:
                self._draw_hair(p, cell.geometry().adjusted(L, 0, -L, 0))
        for name in (name for names in self._labels for name in names[1:-1] if name.isVisible()):
            self._draw_hair(p, name.geometry())

    def _draw_sheet(self, p: QPainter, place: int, r: QRect) -> None:
        stale = self._ways[place].stale
        edge = "accent" if self.toggles[place].isChecked() else "rule" if stale else "line"
        pen = QPen(self._theme.colour(edge), 1)
        if stale:
            pen.setDashPattern([4, 4])
        p.setPen(pen)
        p.setBrush(self._theme.colour("paper" if stale else "sheet"))
        p.drawRoundedRect(QRectF(r).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _draw_hair(self, p: QPainter, r: QRect) -> None:
        p.fillRect(QRect(r.left(), r.top(), r.width(), 1), self._theme.colour("line"))


def _height(cell: QWidget, width: int) -> int:
    return cell.heightForWidth(width) if cell.hasHeightForWidth() else cell.sizeHint().height()
