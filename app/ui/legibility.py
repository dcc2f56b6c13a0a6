"""Which colours of a palette may meet on screen, and whether they can be told apart (WCAG 2, level AA)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.mapping.model import Band
from app.ui.tokens import Palette

TEXT: Final = 4.5  # contrast that text needs (WCAG 2, level AA)
INDICATOR: Final = 3.0  # contrast that edges and indicators need


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, 0…1 (WCAG 2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1…21 (WCAG 2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that may meet, and the contrast they need."""

    name: str
    fore: str
    ground: str
    needed: float


def pairs(p: Palette) -> list[Pair]:
    """Every pair that may meet on screen."""
    grounds = {"paper": p.paper, "sheet": p.sheet, "sunk": p.sunk, "accent_wash": p.accent_wash}
    texts = {"ink": p.ink, "ink2": p.ink2, "ink3": p.ink3, "accent": p.accent}
    found = [Pair(f"{f} on {g}", c, ground, TEXT) for g, ground in grounds.items() for f, c in texts.items()]
    found += [Pair(f"rule on {g}", p.rule, ground, INDICATOR) for g, ground in grounds.items()]
    found += [Pair("on_accent on accent", p.on_accent, p.accent, TEXT)]
    found += [Pair("on_accent on accent_hover", p.on_accent, p.accent_hover, TEXT)]
    for band in Band:
        colours = p.band(band)
        for name, ground in {**grounds, "its wash": colours.wash}.items():
            found.append(Pair(f"{band} on {name}", colours.ink, ground, TEXT))
        found.append(Pair(f"ink on wash of {band}", p.ink, colours.wash, TEXT))
    for level, ground in enumerate(p.level):
        found.append(Pair(f"ink on level {level}", p.ink, ground, TEXT))
        found.append(Pair(f"pips on level {level}", p.accent, ground, INDICATOR))
        found.append(Pair(f"missing pips on level {level}", p.urgent.ink, ground, INDICATOR))
    return found
