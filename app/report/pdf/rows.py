"""A row of a table: cells broken into lines, whose first baselines agree; it is drawn whole or divided in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.report.blocks import Cell, Column, Row
from app.report.pdf import marks
from app.report.pdf.flow import Flow
from app.report.pdf.items import BandMark, Opening, PenBox, Stroke
from app.report.pdf.structure import Element
from app.report.pdf.text import Laid, height, lay, lines_of, shortened
from app.report.tokens import BODY, HAIR, INK, LEFT, NOTE, RULE, WIDTH

RISE: Final = 8.5
"""From the top of a row's text to its first baseline."""
BOX: Final = 9.0
BOX_INDENT: Final = BOX + 7
MARK_INDENT: Final = marks.WIDTH + 6
MARK_DROP: Final = marks.HEIGHT / 2 - 3.1
"""How far a mark reaches below the baseline, so that it stands at the middle of small letters."""
FOOT_GAP: Final = 2.0
MOST_FOOT_LINES: Final = 40
"""A foot is never divided, and must leave room for its row."""

Placed = tuple[Column, float, float]
"""A column with its left edge and its width."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell broken into lines; text begins at `x`, or ends there where it is set to the right."""

    column: Column
    cell: Cell
    edge: float
    x: float
    lines: tuple[Laid, ...]
    of: Element | None


@dataclass(frozen=True, slots=True)
class SetRow:
    """`tall` is the height of the row with its air, `pad` above and below."""

    cells: tuple[SetCell, ...]
    foot: tuple[Laid, ...]
    stale: bool
    pad: float

    @property
    def tall(self) -> float:
        text = max((height(cell.lines) for cell in self.cells), default=0.0)
        return max(text, NOTE.leading) + self._foot + 2 * self.pad - 1

    @property
    def _foot(self) -> float:
        return FOOT_GAP + height(self.foot) if self.foot else 0.0

    def divided(self, room: float) -> tuple[SetRow, SetRow]:
        """What fits into the room, and the rest with the foot."""
        free = room - 2 * self.pad + 1
        counts = [sum(height(c.lines[: n + 1]) <= free for n in range(len(c.lines))) for c in self.cells]
        pairs = list(zip(self.cells, counts, strict=True))
        firsts = tuple(replace(cell, lines=cell.lines[:count]) for cell, count in pairs)
        rests = tuple(replace(cell, cell=Cell(), lines=cell.lines[count:]) for cell, count in pairs)
        return replace(self, cells=firsts, foot=()), replace(self, cells=rests)


def set_row(flow: Flow, columns: Sequence[Placed], row: Row, within: Element) -> SetRow:
    """The first cell says what the row is about; the foot is a row of its own."""
    line, under = within.inner("TR"), within.inner("TR")
    about = line.heading("Row") if row.cells[0].lines else line.inner("TD")
    elements = (about, *(line.inner("TD") for _cell in row.cells[1:]))
    cells = tuple(set_cell(flow, *each) for each in zip(columns, row.cells, elements, strict=True))
    foot = shortened(row.foot, NOTE, WIDTH, flow.language, MOST_FOOT_LINES)
    foot = lines_of(Element("TD", under, columns=len(columns)), foot)
    return SetRow(cells, tuple(foot), row.stale, flow.pad)


def set_cell(flow: Flow, placed: Placed, cell: Cell, of: Element | None) -> SetCell:
    """A cell as the element given; each of several lines is a paragraph in it."""
    column, x, width = placed
    indent = MARK_INDENT if cell.mark else BOX_INDENT if cell.box != "none" else 0.0
    kinds = [BODY if column.large else NOTE, *[NOTE] * len(cell.lines)]
    lines = [
        laid
        for line, kind in zip(cell.lines, kinds, strict=False)
        for laid in lines_of(
            of.inner("P") if of and len(cell.lines) > 1 else of, lay(line, kind, width - indent, flow.language)
        )
    ]
    return SetCell(column, cell, x, x + width if column.right else x + indent, tuple(lines), of)


def draw_row(flow: Flow, row: SetRow) -> None:
    """Draw a row at the top of what is free, with a hairline under it."""
    for cell in row.cells:
        draw_cell(flow, cell, flow.y - row.pad - RISE)
    bottom = flow.y - row.tall
    flow.set(row.foot, LEFT, bottom + row.pad - 1 + height(row.foot) - RISE)
    if row.stale:
        x = LEFT - 8
        flow.add(Stroke(x, flow.y - row.pad, x, bottom + row.pad, 1, RULE, dashed=True))
    flow.y = bottom
    flow.rule(flow.y, 0.4, HAIR)


def draw_cell(flow: Flow, item: SetCell, base: float) -> None:
    """Draw a cell on a baseline: its mark or box, which words beside it say, too, then its lines."""
    if item.of:
        flow.add(Opening(item.of))
    if item.cell.mark:
        flow.add(BandMark(item.cell.mark, item.edge, base - MARK_DROP))
    if item.cell.box != "none":
        flow.add(PenBox(item.edge, base - 1.5, BOX, INK, item.cell.box == "ticked"))
    flow.set(item.lines, item.x, base, right=item.column.right)
