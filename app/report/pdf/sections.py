"""Sections on pages: one goes on where the last ended if it fits there whole, and begins a page if not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.report.blocks import Block, Illustration, Line, Paragraph, PenRows, Run, Section, Table
from app.report.pdf.flow import FULL, PAD, Flow
from app.report.pdf.items import Anchor, Drawing
from app.report.pdf.structure import Element
from app.report.pdf.tables import STRONG_BODY, place_pen_rows, place_table
from app.report.pdf.text import height, lines_of, shortened
from app.report.pictures import Climb, Expiry, Picture
from app.report.tokens import BODY, GUTTER, HEAD, LEFT, NOTE, WIDTH, span

BETWEEN: Final = 30.0
"""Between two sections on a page with the usual air; where rows stand closer, so do sections."""
LONELY: Final = 240.0
"""A last page with less than this on it is worth saving."""
TIGHT: Final = (4.6, 3.4)
"""Air above and below a row, instead of the usual."""
MOST_LINES: Final = 8
"""Of a caption."""
EXPIRY_PLACE: Final = (3.0, 7.0)
"""Where the time line of cards stands: names are at its left, what has no place on it at its right."""


def place_section(flow: Flow, section: Section) -> None:
    begun = flow.y != FULL
    here = _on_the_rest(flow, section) if begun else None
    if here is None:
        here = _from_the_top(flow, section)
        if begun:
            flow.turn()
    flow.add(*here.pages[0].items)
    flow.pages += here.pages[1:]
    flow.y = here.y


def _on_the_rest(flow: Flow, section: Section) -> Flow | None:
    """The section on what is left of the page, with rows closer where it must be; None where it does not fit at all."""
    here = _begun(flow, section, flow.pad)
    if len(here.pages) == 1:
        return here
    closer = TIGHT if len(here.pages) == 2 else ()  # rows move closer for one page, never for more
    tried = (_begun(flow, section, pad) for pad in closer if pad < flow.pad)
    return next((here for here in tried if len(here.pages) == 1), None)


def _begun(flow: Flow, section: Section, pad: float) -> Flow:
    """The section laid from where the flow stands."""
    return _laid(Flow(flow.t, flow.y - BETWEEN * pad / PAD, pad), section)


def _from_the_top(flow: Flow, section: Section) -> Flow:
    """The section on pages of its own; rows move closer where that saves a last page with next to nothing on it."""
    loose = _laid(Flow(flow.t, pad=flow.pad), section)
    if len(loose.pages) == 1 or FULL - loose.y > LONELY:
        return loose
    tighter = (_laid(Flow(flow.t, pad=pad), section) for pad in TIGHT)
    return next((tried for tried in tighter if len(tried.pages) < len(loose.pages)), loose)


def _laid(flow: Flow, section: Section) -> Flow:
    flow.within = Element("Sect")
    flow.add(Anchor(section.key, section.title, flow.y))
    flow.text((Run(section.title),), HEAD, tag="H2")
    flow.y -= 4
    if section.lead:
        flow.text((Run(section.lead, "quiet"),), BODY, columns=10)
    for block in section.blocks:
        _place_block(flow, block)
    return flow


def _place_block(flow: Flow, block: Block) -> None:
    match block:
        case Table():
            place_table(flow, block)
        case PenRows():
            place_pen_rows(flow, block)
        case Paragraph():
            flow.y -= 8
            flow.text(block.line, NOTE)
        case Illustration():
            _place_illustration(flow, block)


def _place_illustration(flow: Flow, block: Illustration) -> None:
    """Heading, note, captions and picture hold together."""
    part = Flow(flow.t, flow.y, within=flow.within)
    _draw_illustration(part, block)
    if len(part.pages) > 1 or part.room < 0:
        flow.turn()
        part = Flow(flow.t, within=flow.within)
        _draw_illustration(part, block)
    flow.add(*(item for page in part.pages for item in page.items))
    flow.y = part.y


def _draw_illustration(flow: Flow, block: Illustration) -> None:
    flow.y -= 16
    if block.heading:
        flow.text((Run(block.heading),), STRONG_BODY, tag="H3")
    if block.note:
        flow.text((Run(block.note, "quiet"),), NOTE)
    flow.y -= 6
    _captions(flow, block.above, block.picture)
    x, width = span(*EXPIRY_PLACE) if isinstance(block.picture, Expiry) else (LEFT, WIDTH)
    top = flow.y
    flow.y -= block.picture.height
    figure = Element("Figure", flow.within, alternative=block.alternative)
    flow.add(Drawing(block.picture, x, flow.y, width, figure))
    if isinstance(block.picture, Expiry):
        _row_captions(flow, block, block.picture, top)
    _captions(flow, block.below, block.picture)


def _captions(flow: Flow, captions: Iterable[Line], picture: Picture) -> None:
    """Captions side by side, over or under the parts of the picture; the tables tell them whole."""
    within = flow.element("Caption")
    places = picture.places if isinstance(picture, Climb) else 1
    width = (WIDTH - (places - 1) * GUTTER) / places
    broken = [
        lines_of(within.inner("P"), shortened(caption, NOTE, width, flow.language, MOST_LINES)) for caption in captions
    ]
    for place, lines in enumerate(broken):
        flow.set(lines, LEFT + place * (width + GUTTER), flow.y - NOTE.size)
    flow.y -= max(map(height, broken), default=0.0)


def _row_captions(flow: Flow, block: Illustration, picture: Expiry, top: float) -> None:
    """The names at the left of the rows and the rest at their right, two lines at most: all is told in the table."""
    within = flow.element("Caption")
    for captions, (x, width) in ((block.left, span(0, 3)), (block.right, span(10.2, 1.8))):
        for row, caption in enumerate(captions):
            lines = lines_of(within.inner("P"), shortened(caption, NOTE, width, flow.language, 2))
            middle = top - picture.head - (row + 0.5) * picture.row
            flow.set(lines, x, middle + height(lines) / 2 - NOTE.size)
