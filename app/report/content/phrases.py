"""Small pieces that every page uses: runs of text, cells, roles."""

from __future__ import annotations

from app.i18n import Translator
from app.mapping.model import Band, CardHolding, Mapping, Role
from app.report.blocks import Cell, Line, Paragraph, Run
from app.report.tokens import Tone
from app.texts import Text
from app.wording.cards import card_title
from app.wording.words import band_name


def plain(text: str) -> Line:
    return (Run(text),) if text else ()


def strong(text: str) -> Line:
    return (Run(text, strong=True),) if text else ()


def quiet(text: str) -> Line:
    return (Run(text, "quiet"),) if text else ()


def urgent(text: str) -> Line:
    return (Run(text, "urgent", strong=True),) if text else ()


def said(t: Translator, text: Text, tone: Tone = "plain", *, strong: bool = False) -> Line:
    """A text in the reader's language; one that lacks it is followed by the language it is in, "(fi)"."""
    found = text.said(t.language)
    if not found.text:
        return ()
    if found.language == t.language:
        return (Run(found.text, tone, strong),)
    return (Run(found.text, tone, strong, found.language), _foreign(found.language))


def card(t: Translator, holding: CardHolding, *, strong: bool = False) -> Line:
    """A card with the number of people it concerns."""
    language = holding.name.said(t.language).language
    run = Run(card_title(t, holding), strong=strong)
    return (run,) if language == t.language else (run, _foreign(language))


def _foreign(language: str) -> Run:
    """The mark of a text that is not in the reader's language."""
    return Run(f" ({language})", "quiet")


def number(place: int) -> Line:
    """The number of a row before its name; they stay on one line."""
    return strong(f"{place}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}")


def text_of(line: Line) -> str:
    return "".join(run.text for run in line)


def cell(*lines: Line) -> Cell:
    return Cell(tuple(line for line in lines if line))


def band_cell(t: Translator, band: Band, more: str = "") -> Cell:
    """Mark and word of a band; the word alone says it, too."""
    heavy = band in (Band.URGENT, Band.IMPORTANT)
    word = Run(band_name(t, band), "urgent" if band is Band.URGENT else "plain", strong=heavy)
    return Cell(((word,), *((quiet(more),) if more else ())), mark=band)


def joined(*parts: str) -> str:
    """What is said in short, side by side: "machinist · 2 people must be able"."""
    return " · ".join(part for part in parts if part)


def role_of(mapping: Mapping, role_key: str) -> Role:
    """The role of a need or card; a nameless one where it has been removed."""
    return next((role for role in mapping.roles if role.key == role_key), Role(role_key, ""))


def more(t: Translator, n: int) -> tuple[Paragraph, ...]:
    """That a shorter paper tells of fewer than there are."""
    told = t.n("{n} more is in the development plan.", "{n} more are in the development plan.", n)
    return (Paragraph(strong(told)),) if n > 0 else ()


def roles_in_order(mapping: Mapping) -> list[Role]:
    return sorted(mapping.roles, key=lambda role: (role.position, role.key))
