"""What every sheet is made from, and what stands on top of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.i18n import Translator
from app.mapping.plan import Results
from app.report.content import phrases
from app.report.content.phrases import said, text_of
from app.report.xlsx import Column, Sheet, Value, sheet_name
from app.texts import Text


@dataclass(frozen=True, slots=True)
class Frame:
    """`version` is that of the program; `names` is whether people may be told apart."""

    t: Translator
    results: Results
    version: str
    names: bool = False

    def text(self, text: Text) -> str:
        """A text in the reader's language, or with the mark of the one it is in."""
        return text_of(said(self.t, text))

    def role(self, key: str) -> str:
        return phrases.role_of(self.results.mapping, key).name


def about(frame: Frame) -> str:
    """Whose it is, of which day and by which version."""
    t, mapping = frame.t, frame.results.mapping
    example = t("an example") if mapping.example else ""
    return phrases.joined(mapping.company.name, t.day(frame.results.today), f"Kartturi {frame.version}", example)


def sheet(
    frame: Frame, title: str, columns: Iterable[Column], rows: Iterable[Sequence[Value]], *, frozen: int = 1
) -> Sheet:
    word = frame.t("Together")
    return Sheet(sheet_name(title), title, about(frame), tuple(columns), tuple(rows), frozen, word)
