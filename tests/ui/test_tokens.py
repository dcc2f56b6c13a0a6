"""Colours that can be told apart by everybody (WCAG 2, level AA), in both palettes."""

from __future__ import annotations

import re

import pytest

from app.paths import resource
from app.ui.legibility import INDICATOR, TEXT, Pair, contrast, luminance, pairs
from app.ui.tokens import DARK, LIGHT, Palette

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)


@pytest.mark.parametrize("pair", [*pairs(LIGHT), *pairs(DARK)], ids=lambda pair: f"{pair.name} {pair.ground}")
def test_that_every_pair_that_may_meet_has_contrast_enough(pair: Pair) -> None:
    assert contrast(pair.fore, pair.ground) >= pair.needed


def test_that_contrast_is_as_the_guideline_defines_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#123456", "#123456") == 1
    assert luminance("#FFFFFF") == pytest.approx(1)


def test_that_text_needs_more_than_indicators() -> None:
    assert (TEXT, INDICATOR) == (4.5, 3.0)


@PALETTES
def test_that_every_colour_of_a_palette_is_in_a_pair_or_is_decoration(palette: Palette) -> None:
    met = {colour for pair in pairs(palette) for colour in (pair.fore, pair.ground)}
    decoration = {palette.line}
    for name, value in palette._asdict().items():
        colours = value if isinstance(value, tuple) else (value,)
        for colour in colours if name != "name" else ():
            assert colour in met | decoration, name


@PALETTES
def test_that_the_arrow_of_a_field_shows_on_either_sheet(palette: Palette) -> None:
    drawing = resource("icons", "arrow-of-field.svg").read_text(encoding="utf-8")
    [colour] = re.findall(r'stroke="(#[0-9A-F]{6})"', drawing)
    assert contrast(colour, palette.sheet) >= INDICATOR


@PALETTES
def test_that_levels_and_bands_all_look_different(palette: Palette) -> None:
    assert len(set(palette.level)) == 5
    bands = (palette.urgent, palette.important, palette.watch, palette.in_order, palette.not_assessed)
    assert len({band.ink for band in bands}) == 5
