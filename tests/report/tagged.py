"""A tagged PDF read as a screen reader would: the structure tree with the text of its marked content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final

import pikepdf

_BROKEN: Final = "\N{SOFT HYPHEN}"
_CHARACTER: Final = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4,})>")
_PAINTS: Final = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "BI"}
"""Operators that leave a mark on the page."""


@dataclass
class Part:
    """An element: its tag, what is said of it, and its own text and elements in reading order."""

    tag: str
    said: dict[str, str]
    kids: list[Part | str] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """All text in it; every element and line apart, a word broken over two lines whole."""
        raw = "".join(kid if isinstance(kid, str) else f"{kid.text} " for kid in self.kids)
        return " ".join(raw.replace(_BROKEN, "").split())

    @property
    def parts(self) -> list[Part]:
        return [kid for kid in self.kids if isinstance(kid, Part)]

    def all(self, *tags: str) -> list[Part]:
        """Elements within it, by their tags, in reading order."""
        return [part for part in self._walk() if part.tag in tags]

    def _walk(self) -> Iterator[Part]:
        for part in self.parts:
            yield part
            yield from part._walk()


@dataclass
class Tagged:
    """The tree; the texts of each page by their number, and those of no element; operators that are under no mark.

    `used` are the pages and numbers of all that the tree holds, in reading order.
    """

    root: Part
    marked: list[dict[int, str]]
    artefacts: list[str]
    unmarked: list[str]
    used: list[tuple[int, int]]


def tagged(pdf: bytes) -> Tagged:
    with pikepdf.open(BytesIO(pdf)) as read:
        pages = [_Page(page) for page in read.pages]
        places = {page.obj.objgen: place for place, page in enumerate(read.pages)}
        used: list[tuple[int, int]] = []
        root = _part(read.Root.StructTreeRoot.K, places, pages, used)
        unmarked = [operator for page in pages for operator in page.unmarked]
        return Tagged(root, [page.marked for page in pages], [page.artefact for page in pages], unmarked, used)


def _part(element: Any, places: dict[tuple[int, int], int], pages: list[_Page], used: list[tuple[int, int]]) -> Part:
    part = Part(str(element.S)[1:], _said_of(element))
    for kid in element.get("/K", []):
        if "/S" in kid:
            part.kids.append(_part(kid, places, pages, used))
        elif "/MCID" in kid:
            page, number = places[kid.Pg.objgen], int(kid.MCID)
            used.append((page, number))
            part.kids.append(pages[page].marked[number])
            part.pages.add(page)
    return part


def _said_of(element: Any) -> dict[str, str]:
    """What is said of an element beside its text."""
    found = {key: element.get(key) for key in ("/Lang", "/Alt")}
    attributes = element.get("/A", {})
    found |= {key: attributes.get(key) for key in ("/Scope", "/ColSpan", "/ListNumbering")}
    return {key[1:]: str(value).removeprefix("/") for key, value in found.items() if value is not None}


class _Page:
    """The text of a page's content stream by the mark it stands under."""

    def __init__(self, page: pikepdf.Page) -> None:
        self._fonts = {name: _characters(font) for name, font in page.Resources.Font.items()}
        self.marked: dict[int, str] = {}
        self.artefact = ""
        self.unmarked: list[str] = []
        self._read(page)

    def _read(self, page: pikepdf.Page) -> None:
        under: list[int | None] = []
        characters: dict[int, str] = {}
        for each in pikepdf.parse_content_stream(page):
            operands, name = each.operands, str(each.operator)
            if name == "BDC":
                under.append(int(operands[1].MCID))
                self.marked.setdefault(int(operands[1].MCID), "")
            elif name == "BMC":
                under.append(None)
            elif name == "EMC":
                under.pop()
            elif name == "Tf":
                characters = self._fonts[str(operands[0])]
            elif name in _PAINTS and not under:
                self.unmarked.append(name)
            elif name == "Tj":
                self._add(under[-1], "".join(characters[code] for code in bytes(operands[0])))
        assert not under

    def _add(self, mark: int | None, text: str) -> None:
        if mark is None:
            self.artefact += f"{text} "
        else:
            self.marked[mark] += text


def _characters(font: Any) -> dict[int, str]:
    """What the codes of a font mean."""
    pairs = _CHARACTER.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(word.decode()).decode("utf-16-be") for code, word in pairs}
