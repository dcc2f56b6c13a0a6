"""High contrast: where the system asks for it, everything is drawn in the system's colours and none of our own.

Colour then tells neither bands nor levels apart: their shapes, patterns, pips and words do.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QColor, QPalette

from app.ui.legibility import TEXT, contrast
from app.ui.tokens import BandColours, Palette

WASHES = (0.3, 0.2, 0.1, 0.0)  # how much of what marks may be in the ground of what is chosen, strongest first
BLACK, WHITE = "#000000", "#FFFFFF"
_GROUP, _ROLE = QPalette.ColorGroup, QPalette.ColorRole


def palette_of(system: QPalette) -> Palette:
    """The colours of the system for what is painted here, so that every pair that may meet can be told apart."""
    paper, sheet = _name(system.color(_ROLE.Window)), _name(system.color(_ROLE.Base))
    inks = (*_names(system, _ROLE.WindowText, _ROLE.Text), BLACK, WHITE)
    ink = _first(inks, (paper, sheet)) or _first(inks, (paper,)) or BLACK
    sheet = sheet if _is_legible(ink, (sheet,)) else paper
    accent = _first(_names(system, _ROLE.Highlight, _ROLE.Link), (paper, sheet)) or ink
    on_accent = _first(_names(system, _ROLE.HighlightedText), (accent,)) or paper
    wash = _wash(paper, accent, ink)
    quiet = _first((_hint(system, sheet),), (paper, sheet, wash)) or ink
    band = BandColours(ink, sheet)
    return Palette(
        name="contrast",
        paper=paper,
        sheet=sheet,
        sunk=paper,
        ink=ink,
        ink2=ink,
        ink3=quiet,
        line=ink,
        rule=ink,
        accent=accent,
        accent_hover=accent,
        on_accent=on_accent,
        accent_wash=wash,
        urgent=band,
        important=band,
        watch=band,
        in_order=band,
        not_assessed=band,
        level=(sheet,) * 5,
    )


def _names(system: QPalette, *roles: QPalette.ColorRole) -> tuple[str, ...]:
    return tuple(_name(system.color(role)) for role in roles)


def _name(colour: QColor) -> str:
    return colour.name().upper()


def _first(colours: Iterable[str], grounds: tuple[str, ...]) -> str | None:
    """The first colour in which text can be read on all of these grounds."""
    return next((colour for colour in colours if _is_legible(colour, grounds)), None)


def _is_legible(ink: str, grounds: Iterable[str]) -> bool:
    return all(contrast(ink, ground) >= TEXT for ground in grounds)


def _wash(paper: str, accent: str, ink: str) -> str:
    """The strongest ground for what is chosen on which both colours of text can still be read."""
    washes = [_mixed(paper, QColor(accent), share) for share in WASHES]
    return next(wash for wash in washes if wash == paper or (_is_legible(ink, [wash]) and _is_legible(accent, [wash])))


def _hint(system: QPalette, ground: str) -> str:
    """The colour of hints, which the system may give as half transparent."""
    colour = system.color(_GROUP.Active, _ROLE.PlaceholderText)
    return _mixed(ground, colour, colour.alphaF())


def _mixed(ground: str, colour: QColor, share: float) -> str:
    under = QColor(ground)
    parts = zip((under.red(), under.green(), under.blue()), (colour.red(), colour.green(), colour.blue()), strict=True)
    return _name(QColor(*(round(a + (b - a) * share) for a, b in parts)))
