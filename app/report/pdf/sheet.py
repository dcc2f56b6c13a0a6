"""One try at composing page 1: how tight it is, and what has been set so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from app.i18n import Translator
from app.report.blocks import Line, Run
from app.report.pdf.flow import FULL, set_lines
from app.report.pdf.items import Item, Stroke
from app.report.pdf.structure import Element, Tag
from app.report.pdf.tables import STRONG_BODY
from app.report.pdf.text import Laid, lines_of, shortened
from app.report.tokens import BODY, DISPLAY, HEAD, LEAD, NOTE, RULE, SUB, Type, span

LABEL: Final = 3.0
"""Columns of the labels at the left."""
SMALL_GOAL: Final = Type(LEAD.size, LEAD.leading, strong=True)
NO_LIMIT: Final = 99


@dataclass(frozen=True, slots=True)
class Fit:
    """How tight: `air` scales the gaps, `most` limits the lines of a text, `cards` how many cards are named."""

    air: float
    goal: Type = DISPLAY
    goal_lines: int = NO_LIMIT
    title: Type = LEAD
    wide: bool = False
    most: int = NO_LIMIT
    cards: int = 6


FITS: Final = (
    Fit(1.4),
    Fit(1.2),
    Fit(1.0),
    Fit(0.8),
    Fit(0.9, goal=HEAD),
    Fit(0.7, goal=HEAD),
    Fit(0.55, goal=HEAD),
    Fit(0.4, goal=HEAD),
    Fit(0.4, goal=HEAD, title=BODY, wide=True),
    Fit(0.4, goal=HEAD, title=BODY, wide=True, cards=3),
    Fit(0.2, goal=HEAD, title=BODY, wide=True, cards=3),
    Fit(0.1, goal=SUB, title=BODY, wide=True, cards=3),
    Fit(0.1, goal=SUB, title=BODY, wide=True, cards=2),
    Fit(0.3, goal=SUB, title=BODY, wide=True, cards=3, most=3),
    Fit(0.1, goal=SUB, title=BODY, wide=True, cards=3, most=2),
    Fit(0.1, goal=SMALL_GOAL, goal_lines=6, title=BODY, wide=True, cards=2, most=2),
)


@dataclass(slots=True)
class Sheet:
    """One try: what has been set so far, and the baseline where the next thing goes."""

    t: Translator
    fit: Fit
    y: float = FULL
    items: list[Item] = field(default_factory=list)
    within: Element = field(default_factory=lambda: Element("Sect"))

    def element(self, tag: Tag) -> Element:
        return Element(tag, self.within)

    def lay(
        self, line: Line, kind: Type, width: float, most: int | None = None, of: Element | None = None
    ) -> list[Laid]:
        """Lines of an element: of a paragraph of their own where none is given."""
        lines = shortened(line, kind, width, self.t.language, self.fit.most if most is None else most)
        return lines_of(of or self.element("P"), lines)

    def set(self, lines: Iterable[Laid], x: float, y: float, *, right: bool = False) -> float:
        items, tall = set_lines(lines, x, y, right=right)
        self.items += items
        return tall

    def label(self, words: str, note: str = "") -> float:
        """A label at the left with a quiet note under it; returns the height of both."""
        x, width = span(0, LABEL)
        tall = self.set(self.lay((Run(words),), STRONG_BODY, width, of=self.element("H2")), x, self.y)
        return tall + self.set(self.lay((Run(note, "quiet"),), NOTE, width), x, self.y - tall)

    def rule(self, y: float, weight: float, colour: str, start: float = 0) -> None:
        x, width = span(start, 12 - start)
        self.items.append(Stroke(x, y, x + width, y, weight, colour))

    def pen_line(self, x: float, width: float, y: float) -> None:
        self.items.append(Stroke(x, y, x + width, y, 0.5, RULE))
