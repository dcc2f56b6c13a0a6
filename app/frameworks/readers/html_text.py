"""Plain text of the HTML that official sources write into their fields."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from app.languages import LANGUAGES
from app.texts import Text

_LISTS: Final = frozenset({"ul", "ol"})
_BLOCKS: Final = _LISTS | frozenset(
    {"br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "tr"}
)
_BULLETS: Final = "•·▪◦‣"
_COMMENT: Final = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)
# The parser looks for the end of a tag again and again, and asserts on marked sections that it does not know.
_NO_TAG: Final = re.compile(r"<(?=[!?])|<(?![^<>]*>)")


def plain(source: str | None) -> str:
    """One line of text: no tags, entities as characters, white space single, characters that cannot be seen gone."""
    if not source:
        return ""
    if "<" in source or "&" in source:
        source = "".join(_parsed(source).everything)
    return _visible(source)


def statements(source: Text) -> tuple[Text, ...]:
    """The list items of a piece of HTML or, when it has none, its paragraphs; those without text are no statements.

    The first language that has any decides how many there are. Another language follows it statement by
    statement when it has as many, with typed bullets taken for a list; otherwise it is a gap.
    """
    found = {language: _pieces(source.get(language)) for language in LANGUAGES}
    leading = next((pieces for pieces in found.values() if pieces), [])
    columns = [_as_many(found[language], len(leading)) for language in LANGUAGES]
    return tuple(Text(*(piece.lstrip(_BULLETS + " ") for piece in row)) for row in zip(*columns, strict=True))


def _pieces(source: str) -> list[str]:
    if not source:
        return []
    parsed = _parsed(source)
    parts = parsed.items or parsed.paragraphs
    if not parts and "<" not in source:
        parts = [[source]]
    texts = (_visible("".join(part)) for part in parts)
    return [text for text in texts if text.strip(_BULLETS + " ")]


def _visible(source: str) -> str:
    if source.isprintable() and "  " not in source:  # of all white space the plain one alone can be printed
        return source.strip(" ")
    text = " ".join(source.split())
    return text if text.isprintable() else "".join(filter(str.isprintable, text)).strip()


def _as_many(pieces: list[str], count: int) -> list[str]:
    if len(pieces) == count:
        return pieces
    bulleted = [piece for piece in pieces if piece[0] in _BULLETS]
    return bulleted if len(bulleted) == count else [""] * count


def _parsed(source: str) -> _Collector:
    collector = _Collector()
    collector.feed(_NO_TAG.sub("&lt;", _COMMENT.sub("", source)))
    collector.close()
    return collector


class _Collector(HTMLParser):
    """Text of a document: all of it, by list item (each without the items nested in it) and by paragraph."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.everything: list[str] = []
        self.items: list[list[str]] = []
        self.paragraphs: list[list[str]] = []
        self._open: list[list[str] | None] = []  # list items being read; None opens a list
        self._paragraph: list[str] | None = None

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.handle_data(" ")
        if tag in _LISTS:
            self._open.append(None)
        elif tag == "li":
            self._close_item()
            self.items.append([])
            self._open.append(self.items[-1])
        elif tag == "p":
            self._paragraph = []
            self.paragraphs.append(self._paragraph)

    def handle_endtag(self, tag: str) -> None:
        if tag == "li":
            self._close_item()
        elif tag in _LISTS:
            self._close_item()
            if self._open:
                self._open.pop()
        elif tag == "p":
            self._paragraph = None
        if tag in _BLOCKS:
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        self.everything.append(data)
        if self._open and self._open[-1] is not None:
            self._open[-1].append(data)
        if self._paragraph is not None:
            self._paragraph.append(data)

    def _close_item(self) -> None:
        if self._open and self._open[-1] is not None:
            self._open.pop()
