"""A block of cells as a spreadsheet program gives and takes it. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from app.ui.matrix.sheet import Entry

Rows = Sequence[Sequence[str]]
MOST_CELLS: Final = 20_000
"""Of a pasted block; no company has more, and a whole sheet copied by mistake must not hold the window up."""
_ENTRIES: Final[dict[str, Entry]] = {
    "0": 0,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "?": "?",
    "-": "-",
    "–": "-",
    "\u2212": "-",
}
_RUNS: Final = ("=", "+", "-", "@")


def as_text(rows: Rows) -> str:
    """Cells parted by tabs, rows by line ends."""
    return "".join("\t".join(map(_harmless, row)) + "\n" for row in rows)


def as_html(rows: Rows) -> str:
    """The same as a table, which keeps a text a text."""
    lines = ("".join(f"<td>{escape(_harmless(cell))}</td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<html><head><meta charset="utf-8"></head><body><table>{body}</table></body></html>'


def _harmless(text: str) -> str:
    """One line that no program takes for a formula; a dash alone is none."""
    words = " ".join(text.split())
    return f"'{words}" if words.startswith(_RUNS) and len(words) > 1 else words


def rows_of(text: str) -> list[list[str]]:
    """The cells of a copied block; a line end after the last row begins no row."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    return [[cell.strip() for cell in line.split("\t")] for line in lines]


def entry_of(text: str) -> Entry | None:
    """What a cell says of a person; None for what is not understood."""
    return _ENTRIES.get(text)


def count_of(text: str, most: int) -> int | None:
    """How many people a cell counts; None for what is not understood or more than the role can have."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 and int(text) <= most else None
