"""What the printed is, beside where it stands: the elements by which a reader who does not see the page reads it.

An element is made while a document is laid out, and counts only if something of it is printed: whoever tries a page and
throws it away leaves none behind. What belongs to no element is decoration.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tag = Literal[
    "Sect",
    "H1",
    "H2",
    "H3",
    "P",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "THead",
    "TBody",
    "TR",
    "TH",
    "TD",
    "Figure",
    "Caption",
]
"""The standard types of ISO 32000-1, 14.8.4 that our documents use; links and foreign words follow from the runs."""


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element within its parent, or within the document; equal to itself alone.

    A heading of a table names what it is the heading of (`scope`); `columns` is how many columns a cell spans;
    `alternative` says a figure in words. `numbered` is said of a list.
    """

    tag: Tag
    parent: Element | None = None
    scope: Literal["", "Row", "Column"] = ""
    columns: int = 1
    alternative: str = ""
    numbered: bool = False

    def inner(self, tag: Tag) -> Element:
        """A new element within this one."""
        return Element(tag, self)

    def heading(self, scope: Literal["Row", "Column"], columns: int = 1) -> Element:
        """A new heading of a table within this row."""
        return Element("TH", self, scope, columns)
