"""Lines of text broken to a width. Whole words first; a word is broken only where it is wider than its column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from math import inf
from operator import itemgetter
from typing import Final

from app.languages import Language
from app.report.blocks import Line, Run
from app.report.pdf import fonts
from app.report.pdf.breaks import parts
from app.report.pdf.structure import Element
from app.report.tokens import Type

_SPACE: Final = re.compile(r"([ \t\r\n\f\v\u2028\u2029]+)")
_ELLIPSIS: Final = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one run, `x` points from the beginning of the line and `width` points wide."""

    x: float
    width: float
    text: str
    run: Run


@dataclass(frozen=True, slots=True)
class Laid:
    """One line as it is printed; `parted` where its last word goes on in the next one.

    `of` is what it is a line of; of nothing, it is decoration.
    """

    kind: Type
    pieces: tuple[Piece, ...] = ()
    parted: bool = False
    of: Element | None = None

    @property
    def width(self) -> float:
        return self.pieces[-1].x + self.pieces[-1].width if self.pieces else 0.0

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


Word = list[tuple[str, Run]]
"""Texts that no space divides, of one run or more."""


def lay(line: Line, kind: Type, width: float, language: Language) -> list[Laid]:
    """Break a line to the width; `language` is the document's. Without a word there is no line."""
    return list(broken(line, kind, width, language))


@lru_cache(maxsize=4_000)
def broken(line: Line, kind: Type, width: float, language: Language) -> tuple[Laid, ...]:
    """Kept for a while: a table measures its heads and rows before it sets them, and many cells say the same."""
    setter = _Setter(kind, width, language)
    for word in _words(line):
        setter.add(word)
    return tuple(setter.finished())


def lines_of(element: Element | None, lines: Iterable[Laid]) -> list[Laid]:
    """The lines as those of an element."""
    return [replace(line, of=element) for line in lines]


def height(lines: Iterable[Laid]) -> float:
    return sum(line.kind.leading for line in lines)


def shortened(line: Line, kind: Type, width: float, language: Language, most: int) -> list[Laid]:
    """The first so many lines; where that is not all, the last one ends in "…"."""
    lines = lay(line, kind, width, language)
    if len(lines) <= most:
        return lines
    last = lay(line, kind, inf, language)[0] if most == 1 else lines[most - 1]
    return [*lines[: most - 1], _cut(last, width)]


def _cut(line: Laid, width: float) -> Laid:
    """The line without the end that leaves no room for "…"."""
    ellipsis = _wide(_ELLIPSIS, line.pieces[0].run, line.kind)
    *pieces, last = [piece for piece in line.pieces if piece.x + ellipsis <= width or not piece.x]
    text = last.text.rstrip("\N{SOFT HYPHEN}")
    while text and last.x + _wide(text + _ELLIPSIS, last.run, line.kind) > width:
        text = text[:-1].rstrip()
    text += _ELLIPSIS
    return replace(
        line, parted=False, pieces=(*pieces, replace(last, text=text, width=_wide(text, last.run, line.kind)))
    )


def _words(line: Line) -> Iterator[Word]:
    word: Word = []
    for run in line:
        for text in _SPACE.split(run.text):
            if not text.strip(" \t\r\n\f\v\u2028\u2029"):
                if text and word:
                    yield word
                    word = []
            elif shown := fonts.printable(text):
                word.append((shown, run))
    if word:
        yield word


def _wide(text: str, run: Run, kind: Type) -> float:
    return fonts.width(text, kind.size, strong=run.strong or kind.strong)


@dataclass(slots=True)
class _Setter:
    """Fills lines with words, as a compositor does."""

    kind: Type
    width: float
    language: Language
    lines: list[Laid] = field(default_factory=list)
    texts: Word = field(default_factory=list)
    used: float = 0.0

    def add(self, word: Word) -> None:
        """Set a word on this line, on the next, or broken over several."""
        wide = self._width(word)
        gap = _wide(" ", self.texts[-1][1], self.kind) if self.texts else 0.0
        if self.used + gap + wide <= self.width:
            if self.texts:
                self._append(" ", self._between(self.texts[-1][1], word[0][1]))
            self._append_all(word)
            return
        self._end()
        if wide <= self.width:
            self._append_all(word)
        else:
            self._broken(word)

    @staticmethod
    def _between(before: Run, after: Run) -> Run:
        """The run a space belongs to: never to a link that ends or begins there."""
        return before if before.link == after.link else Run(" ")

    def finished(self) -> list[Laid]:
        self._end()
        return self.lines

    def _broken(self, word: Word) -> None:
        owed = ("", word[0][1])  # the hyphen that a break here would show
        for text, run in word:
            for part, hyphen in self._parts(text, run):
                if self.texts and self.used + _wide(part + hyphen, run, self.kind) > self.width:
                    self._append(*owed)
                    self._end(parted=True)
                self._append(part, run)
                owed = (hyphen, run)

    def _parts(self, text: str, run: Run) -> Iterator[tuple[str, str]]:
        """Parts by the rules, and letter by letter where even a part is too wide."""
        for part, hyphen in parts(text, run.language or self.language):
            if _wide(part + hyphen, run, self.kind) <= self.width:
                yield part, hyphen
            else:
                yield from ((letter, "") for letter in part)

    def _width(self, word: Word) -> float:
        return sum(_wide(text, run, self.kind) for text, run in word)

    def _append_all(self, word: Word) -> None:
        for text, run in word:
            self._append(text, run)

    def _append(self, text: str, run: Run) -> None:
        if text:
            self.texts.append((text, run))
            self.used += _wide(text, run, self.kind)

    def _end(self, *, parted: bool = False) -> None:
        if self.texts:
            self.lines.append(Laid(self.kind, tuple(self._pieces()), parted))
        self.texts, self.used = [], 0.0

    def _pieces(self) -> Iterator[Piece]:
        """Neighbouring texts of one run are one piece."""
        x = 0.0
        for run, texts in groupby(self.texts, key=itemgetter(1)):
            text = "".join(text for text, _run in texts)
            wide = _wide(text, run, self.kind)
            yield Piece(x, wide, text, run)
            x += wide
