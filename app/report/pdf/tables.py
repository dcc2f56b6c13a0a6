"""Tables without boxes: quiet heads repeated on every page, group headings, and rows that turn the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.report.blocks import Column, Group, PenRows, Run, Table
from app.report.pdf.flow import Flow
from app.report.pdf.items import Opening
from app.report.pdf.rows import RISE, Placed, SetRow, draw_cell, draw_row, set_cell, set_row
from app.report.pdf.structure import Element
from app.report.pdf.text import Laid, height, lay, lines_of, shortened
from app.report.tokens import BODY, INK, LEFT, NOTE, WIDTH, Type, span

STRONG_BODY: Final = Type(BODY.size, BODY.leading, strong=True)
OPENING: Final = 34.0
"""Height of a group heading of one line."""
TITLE_ROOM: Final = span(0, 9)[1]
"""Width of a group's title; beside it stands its note or mark."""
SPACE: Final = 4.0
"""Between words on one line that are set apart."""
PEN_ROW: Final = 27.0
MOST_HEAD_LINES: Final = 8
LEAST: Final = 48.0
"""A row too tall for a page is begun only where at least this much is free."""


def place_table(flow: Flow, table: Table) -> None:
    flow.y -= 10
    columns, begun = _placed(table.columns), False
    whole = flow.element("Table")
    line: Element | None = whole.inner("THead").inner("TR")
    for group in table.groups:
        body = whole.inner("TBody")
        head = body.inner("TR").heading("Column", len(columns))
        title = lines_of(head.inner("P"), lay(group.title, BODY, TITLE_ROOM, flow.language))
        rows = [set_row(flow, columns, row, body) for row in group.rows]
        if rows and not _has_room(flow, columns, title, rows[0], begun=begun):
            flow.turn()
            begun = False
        if not begun:
            _heads(flow, columns, line, ruled=not title)
        begun, line = True, None
        _group_heading(flow, group, title, of=head)
        for row in rows:
            _place_row(flow, columns, group, row)


def place_pen_rows(flow: Flow, block: PenRows) -> None:
    """Heads and empty lines; all on one page."""
    columns = _placed(block.columns)
    flow.y -= 10
    needed = OPENING + _heads_height(flow, columns, ruled=True) + block.rows * PEN_ROW
    if flow.room < needed:
        flow.turn()
    if block.heading:
        flow.y -= 8
        flow.rule(flow.y, 1, INK)
        flow.y -= 5
        flow.text((Run(block.heading),), STRONG_BODY, tag="H3")
    whole = flow.element("Table")
    _heads(flow, columns, whole.inner("THead").inner("TR"), ruled=True)
    body = whole.inner("TBody")
    for _row in range(block.rows):
        line = body.inner("TR")
        flow.add(*(Opening(line.inner("TD")) for _column in columns))
        flow.y -= PEN_ROW
        flow.rule(flow.y)


def _placed(columns: Sequence[Column]) -> list[Placed]:
    placed, start = list[Placed](), 0.0
    for column in columns:
        placed.append((column, *span(start, column.width)))
        start += column.width
    return placed


def _has_room(flow: Flow, columns: list[Placed], title: list[Laid], first: SetRow, *, begun: bool) -> bool:
    """Whether a group heading and its first row have room here; of a row taller than a page only the beginning must."""
    heads = _heads_height(flow, columns, ruled=not title)
    row = first.tall if first.tall <= Flow(flow.t).room - heads - _opening(title) else LEAST
    return flow.room >= (0 if begun else heads) + _opening(title) + row


def _place_row(flow: Flow, columns: list[Placed], group: Group, row: SetRow) -> None:
    """Place a row, turning the page before it where it does not fit; what is taller than a page is divided."""
    heads = _heads_height(flow, columns, ruled=not group.title)
    fresh = Flow(flow.t).room - heads - (OPENING if group.title else 0)
    while row.tall > flow.room:
        if row.tall > fresh and flow.room >= LEAST:
            first, row = row.divided(flow.room)
            draw_row(flow, first)
        flow.turn()
        _heads(flow, columns, None, ruled=not group.title)
        _group_heading(flow, group, *_again(flow, group))
    draw_row(flow, row)


def _set_heads(flow: Flow, columns: list[Placed]) -> list[list[Laid]]:
    return [
        shortened((Run(column.head, "quiet"),), NOTE, width, flow.language, MOST_HEAD_LINES)
        for column, _x, width in columns
    ]


def _heads_height(flow: Flow, columns: list[Placed], *, ruled: bool) -> float:
    """Height of the heads and their rule; nothing where no column has a head."""
    tall = max(map(height, _set_heads(flow, columns)), default=0.0)
    return tall + (10 if ruled else 2) if tall else 0.0


def _heads(flow: Flow, columns: list[Placed], of: Element | None, *, ruled: bool) -> None:
    """Quiet heads as the row given; a rule under them where no group heading brings one."""
    headed = of if any(column.head for column, *_place in columns) else None
    for (column, x, width), lines in zip(columns, _set_heads(flow, columns), strict=True):
        head = headed and (headed.heading("Column") if lines else headed.inner("TD"))
        if head:
            flow.add(Opening(head))
        flow.set(lines_of(head, lines), x + width if column.right else x, flow.y - 4 - RISE, right=column.right)
    flow.y -= _heads_height(flow, columns, ruled=ruled)
    if ruled:
        flow.rule(flow.y)


def _opening(title: list[Laid]) -> float:
    return OPENING + height(title) - BODY.leading if title else 0.0


def _group_heading(
    flow: Flow, group: Group, title: list[Laid], more: Sequence[Laid] = (), of: Element | None = None
) -> None:
    """Strong words on a strong rule; `more` follows them, and at the right stands a note or the mark of a band.

    Without an element it repeats what another page says.
    """
    if not title:
        return
    flow.y -= 12
    flow.rule(flow.y, 1, INK)
    base = flow.y - 15
    tall = flow.set(title, LEFT, base)
    flow.set(more, LEFT + title[0].width + SPACE, base)
    beside = of.inner("P") if of else None
    note = lines_of(beside, lay((Run(group.note, "quiet"),), NOTE, span(9, 3)[1], flow.language))
    flow.set(note, LEFT + WIDTH, base, right=True)
    if group.mark.mark:
        draw_cell(flow, set_cell(flow, (Column("", "", 2.5), *span(9.5, 2.5)), group.mark, beside), base)
    flow.y = base - tall + BODY.leading - 7


def _again(flow: Flow, group: Group) -> tuple[list[Laid], list[Laid]]:
    """A group's title in one line, and that it goes on."""
    more = lay((Run(flow.t("(continued)"), "quiet"),), BODY, TITLE_ROOM, flow.language)
    return shortened(group.title, BODY, TITLE_ROOM - more[0].width - SPACE, flow.language, 1), more
