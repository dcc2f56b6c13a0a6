"""What stands where on a page: the last form of a document before ink. Points from the lower left corner."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.mapping.model import Band
from app.report.pdf.structure import Element
from app.report.pdf.text import Laid
from app.report.pictures import Picture


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text on its baseline; `right` sets `x` as its end."""

    x: float
    y: float
    line: Laid
    right: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    x: float
    y: float
    to_x: float
    to_y: float
    weight: float
    colour: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class PenBox:
    """An empty box for a pen, or one that is ticked already."""

    x: float
    y: float
    size: float
    colour: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class BandMark:
    band: Band
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture, and the figure it is of: there it is said in words."""

    picture: Picture
    x: float
    y: float
    width: float
    of: Element


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a section begins: the aim of links and of its bookmark."""

    key: str
    title: str
    y: float


@dataclass(frozen=True, slots=True)
class Opening:
    """An element begins here, even where nothing of it is printed: the empty cell of a table, a line for a pen."""

    of: Element


Item = Words | Stroke | Fill | PenBox | BandMark | Drawing | Anchor | Opening


@dataclass(slots=True)
class Page:
    items: list[Item] = field(default_factory=list)
