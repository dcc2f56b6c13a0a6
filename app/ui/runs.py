"""Text in several weights and tones within one line, broken between words where the room ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from app.ui.theme import Theme, Weight
from app.ui.tokens import BODY

LEFT = Qt.AlignmentFlag.AlignLeft
GAP = "   "
NEW_LINE = "\N{LINE SEPARATOR}"


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one size, weight and tone."""

    text: str
    size: float = BODY
    weight: Weight = "regular"
    tone: str = "ink"


class Block:
    """Runs set in a width; `height` is what they then need, both in pixels."""

    def __init__(self, theme: Theme, runs: Sequence[Run], width: float, align: Qt.AlignmentFlag = LEFT) -> None:
        self._layout = QTextLayout("".join(run.text for run in runs), theme.font())
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(list(_formats(theme, runs)))
        self.height = self._broken(width)

    def _broken(self, width: float) -> float:
        """Break the lines and return their height."""
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return height

    def draw(self, p: QPainter, x: float, y: float) -> None:
        self._layout.draw(p, QPointF(x, y))


def _formats(theme: Theme, runs: Sequence[Run]) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for run in runs:
        made = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setFont(theme.font(run.size, run.weight))
        look.setForeground(theme.colour(run.tone))
        made.format, made.start, made.length = look, start, len(run.text.encode("utf-16-le")) // 2
        start += made.length
        yield made


def width_of(theme: Theme, run: Run) -> float:
    """Width of a run on one line, in pixels."""
    return float(theme.metrics(run.size, run.weight).horizontalAdvance(run.text))


def beside(theme: Theme, name: Run, other: Run, width: float) -> list[Run]:
    """Something after a name, on the same line if both fit, else under it."""
    apart = replace(other, text=f"{GAP}{other.text}")
    if width_of(theme, name) + width_of(theme, apart) <= width:
        return [name, apart]
    return [name, replace(other, text=f"{NEW_LINE}{other.text}")]
