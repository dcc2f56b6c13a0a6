"""What a document is made of: neutral values in the reader's language, which know nothing of how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.languages import Language
from app.mapping.model import Band
from app.report.pictures import Fortnight, Picture
from app.report.tokens import Tone


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text. `language` is set where it is not the document's; `link` is an address, or "#section"."""

    text: str
    tone: Tone = "plain"
    strong: bool = False
    language: Language | None = None
    link: str = ""


Line = tuple[Run, ...]
"""What runs on until the line ends: a paragraph."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines under each other; before the first one a band's mark, or a box for a pen."""

    lines: tuple[Line, ...] = ()
    mark: Band | None = None
    box: Literal["none", "open", "ticked"] = "none"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, `width` in columns of the grid; `large` sets the first line of a cell in reading size."""

    key: str
    head: str
    width: float
    right: bool = False
    large: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in the order of the columns; `foot` runs under them over the whole width. `stale` calls for a check."""

    cells: tuple[Cell, ...]
    foot: Line = ()
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together under a heading; without a title they simply follow."""

    rows: tuple[Row, ...]
    title: Line = ()
    note: str = ""
    mark: Cell = Cell()


@dataclass(frozen=True, slots=True)
class Table:
    key: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line


@dataclass(frozen=True, slots=True)
class PenRows:
    """Empty rows to write in by hand."""

    columns: tuple[Column, ...]
    rows: int
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture with its heading; `alternative` says it in words.

    `above` and `below` caption its parts side by side, `left` and `right` its rows.
    """

    picture: Picture
    alternative: str
    heading: str = ""
    note: str = ""
    above: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()
    left: tuple[Line, ...] = ()
    right: tuple[Line, ...] = ()


Block = Table | Paragraph | PenRows | Illustration


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter: it has a bookmark and starts a page where it does not fit on the rest of one."""

    key: str
    title: str
    lead: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FirstAction:
    """The one thing to do first; without a measure `what` asks for one and the pen has room for it."""

    label: str
    day: str
    what: Line
    detail: Line
    strip: Fortnight
    alternative: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A card or permit to put right, by when and by whom; a pen fills in what is not agreed."""

    what: Line
    note: Line
    day: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class ToFix:
    label: str
    note: str
    fixes: tuple[Fix, ...]
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class Priority:
    title: Line
    note: Line
    urgency: Cell


@dataclass(frozen=True, slots=True)
class Priorities:
    """What was agreed, in the agreed order; `agreed` is False where these are still only proposed."""

    label: str
    note: str
    rows: tuple[Priority, ...]
    agreed: bool = True
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    label: str
    day: str
    note: Line
    agreed: bool = True


@dataclass(frozen=True, slots=True)
class Front:
    """Page 1: what somebody who reads nothing else must know."""

    goal: Line
    goal_label: str
    action: FirstAction
    to_fix: ToFix
    priorities: Priorities
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class Document:
    """A document of one company, whole; `kind` says what it is, `mark` that it is an example."""

    language: Language
    kind: str
    company: str
    day: str
    front: Front
    sections: tuple[Section, ...]
    mark: str = ""

    @property
    def title(self) -> str:
        return f"{self.kind}: {self.company}" if self.company else self.kind
