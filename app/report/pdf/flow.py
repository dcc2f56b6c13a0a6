"""A run of pages that fills from the top: where the next thing goes, and when a page is turned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from app.i18n import Translator
from app.languages import Language
from app.report.blocks import Line
from app.report.pdf.items import Item, Page, Stroke, Words
from app.report.pdf.structure import Element, Tag
from app.report.pdf.text import Laid, lay, lines_of
from app.report.tokens import BOTTOM, PAGE_HEIGHT, RULE, TOP, Type, span

HEAD_LINE: Final = PAGE_HEIGHT - TOP - 9
"""Baseline of the running head."""
FULL: Final = HEAD_LINE - 20
"""The top of what is printed under it."""
PAD: Final = 6.0
ASCENT: Final = 0.95
"""From the top of a line to its baseline, in sizes of its type: room for Å."""


@dataclass(slots=True)
class Flow:
    """`y` is the top of what is free on the last page; `pad` is the air above and below a row of a table.

    What is printed becomes part of `within`, if anything.
    """

    t: Translator
    y: float = FULL
    pad: float = PAD
    pages: list[Page] = field(default_factory=lambda: [Page()])
    within: Element | None = None

    @property
    def language(self) -> Language:
        return self.t.language

    @property
    def room(self) -> float:
        return self.y - BOTTOM

    def turn(self) -> None:
        self.pages.append(Page())
        self.y = FULL

    def add(self, *items: Item) -> None:
        self.pages[-1].items.extend(items)

    def rule(self, y: float, weight: float = 0.5, colour: str = RULE) -> None:
        """A line across all columns."""
        x, width = span(0, 12)
        self.add(Stroke(x, y, x + width, y, weight, colour))

    def set(self, lines: Iterable[Laid], x: float, baseline: float, *, right: bool = False) -> float:
        """Set lines from a first baseline down; returns the height they take."""
        items, tall = set_lines(lines, x, baseline, right=right)
        self.add(*items)
        return tall

    def element(self, tag: Tag) -> Element:
        return Element(tag, self.within)

    def text(self, line: Line, kind: Type, columns: float = 12, tag: Tag = "P") -> None:
        """Set text in so many grid columns and move below it; what does not fit goes on at the next page."""
        x, width = span(0, columns)
        for laid in lines_of(self.element(tag), lay(line, kind, width, self.language)):
            if self.room < kind.leading:
                self.turn()
            self.set([laid], x, self.y - kind.size * ASCENT)
            self.y -= kind.leading


def set_lines(lines: Iterable[Laid], x: float, baseline: float, *, right: bool = False) -> tuple[list[Item], float]:
    """Lines from a first baseline down, and the height they take."""
    items: list[Item] = []
    y = baseline
    for line in lines:
        if items:
            y -= line.kind.leading
        items.append(Words(x, y, line, right))
    return items, sum(item.line.kind.leading for item in items if isinstance(item, Words))
