"""The paper looks like the screen, and can be read: contrast, type, grid."""

from __future__ import annotations

import pytest

from app.mapping.model import Band
from app.report import tokens
from app.report.tokens import BAND_INK, BAND_WASH, PAPER, TINT, URGENT_TINT, span
from app.ui.legibility import INDICATOR, TEXT, contrast
from app.ui.tokens import LIGHT


def test_that_the_colours_are_those_of_the_light_screen() -> None:
    assert (LIGHT.ink, LIGHT.ink2, LIGHT.ink3) == (tokens.INK, tokens.MUTED, tokens.FAINT)
    assert (LIGHT.rule, LIGHT.line, LIGHT.paper) == (tokens.RULE, tokens.HAIR, tokens.TINT)
    assert (LIGHT.urgent.ink, LIGHT.accent) == (tokens.URGENT, tokens.LINK)
    assert {band: LIGHT.band(band).ink for band in Band} == BAND_INK
    washes = {band: LIGHT.band(band).wash for band in Band if band is not Band.NOT_ASSESSED}
    assert washes == {band: wash for band, wash in BAND_WASH.items() if band is not Band.NOT_ASSESSED}


@pytest.mark.parametrize("ground", [PAPER, TINT, URGENT_TINT])
@pytest.mark.parametrize("ink", [*tokens.TONES.values(), tokens.LINK, *BAND_INK.values()])
def test_that_text_can_be_read_on_every_ground(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= TEXT


@pytest.mark.parametrize("band", Band)
def test_that_a_mark_stands_out_from_its_ground(band: Band) -> None:
    assert contrast(BAND_INK[band], BAND_WASH[band]) >= TEXT


def test_that_lines_that_mean_something_can_be_seen() -> None:
    assert contrast(tokens.RULE, PAPER) >= INDICATOR
    assert contrast(PAPER, tokens.URGENT) >= TEXT  # the day to act on


def test_that_nothing_is_set_smaller_than_nine_points() -> None:
    kinds = [value for value in vars(tokens).values() if isinstance(value, tokens.Type)]
    assert min(kind.size for kind in kinds) == 9
    assert all(kind.leading >= kind.size * 1.14 for kind in kinds)


def test_that_the_grid_fills_the_page_between_its_margins() -> None:
    assert span(0, 12)[0] == tokens.LEFT
    assert span(0, 12)[1] == pytest.approx(tokens.WIDTH)
    (left, width), (after, _width) = span(0, 3), span(3, 9)
    assert after - left - width == pytest.approx(tokens.GUTTER)
