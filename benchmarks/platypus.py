"""The blocks of a plan as somebody would set them with ReportLab's own layout: what our setting of them is measured by.

The same words in the same embedded fonts, the same tables cell by cell, the same pictures as vectors; no tags, no
attachment, no grid, no words broken by the rules of a language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Paragraph as Para
from reportlab.platypus import Table as Grid

from app.mapping.model import Band
from app.report.blocks import Block, Cell, Document, Front, Illustration, Line, Paragraph, PenRows, Run, Table
from app.report.charts import figure
from app.report.pdf import figures, fonts, marks
from app.report.pictures import Picture
from app.report.tokens import BODY, BOTTOM, HAIR, HEAD, LEFT, LINK, NOTE, RIGHT, SUB, TOP, WIDTH, Type, span

_RULED: Final = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor(HAIR)), ("VALIGN", (0, 0), (-1, -1), "TOP")])


def bare(document: Document) -> bytes:
    """The document as PDF by SimpleDocTemplate."""
    fonts.register()
    out = BytesIO()
    made = SimpleDocTemplate(
        out, leftMargin=LEFT, rightMargin=RIGHT, topMargin=TOP, bottomMargin=BOTTOM, invariant=1, title=document.title
    )
    made.build(list(_story(document)))
    return out.getvalue()


def _story(document: Document) -> Iterator[Flowable]:
    yield _said(document.title, HEAD)
    yield from _front(document.front)
    for section in document.sections:
        yield PageBreak()
        yield _said(section.title, HEAD)
        yield _said(section.lead, BODY)
        for block in section.blocks:
            yield from _block(block)


def _front(front: Front) -> Iterator[Flowable]:
    yield _said(front.goal_label, NOTE)
    yield _para(front.goal, SUB)
    yield _said(f"{front.action.label} {front.action.day}", SUB)
    yield from (_para(front.action.what, SUB), _para(front.action.detail, BODY), _Vector(front.action.strip))
    yield _said(front.to_fix.label, SUB)
    yield _grid(
        [[_para(fix.what, BODY), _para(fix.note, NOTE), _said(fix.day, NOTE)] for fix in front.to_fix.fixes], [6, 4, 2]
    )
    yield _said(front.priorities.label, SUB)
    yield _grid(
        [[_para(p.title, BODY), _para(p.note, NOTE), _cell(p.urgency)] for p in front.priorities.rows], [6, 3.5, 2.5]
    )
    yield _said(f"{front.meeting.label} {front.meeting.day}", SUB)
    yield _para(front.meeting.note, NOTE)


def _block(block: Block) -> Iterator[Flowable]:
    match block:
        case Paragraph():
            yield _para(block.line, BODY)
        case Illustration():
            yield _said(block.heading, SUB)
            yield _said(block.note, NOTE)
            yield _Vector(block.picture)
            yield from (_para(line, NOTE) for line in (*block.above, *block.below, *block.left, *block.right))
        case PenRows():
            heads = [_said(column.head, NOTE) for column in block.columns]
            yield _said(block.heading, SUB)
            yield _grid([heads, *([""] * len(heads) for _row in range(block.rows))], [c.width for c in block.columns])
        case Table():
            yield from _table(block)
    yield Spacer(1, 10)


def _table(table: Table) -> Iterator[Flowable]:
    widths = [column.width for column in table.columns]
    heads = [_said(column.head, NOTE) for column in table.columns]
    for group in table.groups:
        yield _para(group.title, BODY)
        yield _grid([heads, *([_cell(cell) for cell in row.cells] for row in group.rows)], widths)
        yield from (_para(row.foot, NOTE) for row in group.rows if row.foot)


def _grid(rows: list[list[Any]], widths: Iterable[float]) -> Flowable:
    return Grid(rows, [span(0, width)[1] for width in widths], repeatRows=1, style=_RULED) if rows else Spacer(1, 1)


def _cell(cell: Cell) -> list[Flowable]:
    mark: list[Flowable] = [_Mark(cell.mark)] if cell.mark else []
    return [*mark, *(_para(line, NOTE) for line in cell.lines)]


def _para(line: Line, kind: Type) -> Flowable:
    return Para("".join(map(_marked, line)), _style(kind))


def _marked(run: Run) -> str:
    text = escape(run.text)
    if run.strong:
        text = f'<font name="{fonts.STRONG}">{text}</font>'
    if run.link and not run.link.startswith("#"):
        text = f"<a href={quoteattr(run.link)} color='{LINK}'>{text}</a>"
    return text


def _said(words: str, kind: Type) -> Flowable:
    return Para(escape(words), _style(kind))


def _style(kind: Type) -> ParagraphStyle:
    name = fonts.font(strong=kind.strong)
    return ParagraphStyle("", fontName=name, fontSize=kind.size, leading=kind.leading)


class _Vector(Flowable):
    """A picture across the page."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self._picture = picture
        self.width, self.height = WIDTH, picture.height

    def draw(self) -> None:
        figures.place(self.canv, figure(self._picture, WIDTH), 0, 0)


class _Mark(Flowable):
    """The mark of a band."""

    def __init__(self, band: Band) -> None:
        super().__init__()
        self._band = band
        self.width, self.height = marks.WIDTH, marks.HEIGHT

    def draw(self) -> None:
        marks.draw(self.canv, self._band, 0, 0)
