"""First pages look as approved; where a change is meant, approve_pages says how to approve it.

The same PDFium draws the same pixels. Another build may smooth edges otherwise: as much as a shift by a twentieth of a
pixel changes is let pass.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from typing import Final

import numpy as np
import pikepdf
import pytest
from numpy.typing import NDArray
from reportlab.lib.rl_accel import fp_str

from app.report.tokens import INK, MUTED, PAPER, URGENT, URGENT_TINT
from tests.report.approve_pages import PAGES, Pixels, approved, first_page

MEAN: Final = 0.7
"""By how much of 255 a page may differ on an average; a twentieth of a pixel changes 0.6."""
BLOCK: Final = 5.0
"""By how much any 8 × 8 pixels may, in red, green or blue; a twentieth changes 3.7, a line moved by one pixel 11."""
SIDE: Final = 8

every_page = pytest.mark.parametrize("name", PAGES)


@cache
def printed(name: str, today: date) -> bytes:
    return PAGES[name](today)


def looks_alike(page: NDArray[np.generic], other: Pixels) -> bool:
    if page.shape != other.shape:
        return False
    differs = np.abs(page - other.astype(float))
    return bool(differs.mean() <= MEAN and _by_block(differs).max() <= BLOCK)


def _by_block(differs: NDArray[np.float64]) -> NDArray[np.float64]:
    height, width, colours = differs.shape
    whole = np.pad(differs, ((0, -height % SIDE), (0, -width % SIDE), (0, 0)))
    blocks: NDArray[np.float64] = whole.reshape(whole.shape[0] // SIDE, SIDE, -1, SIDE, colours).mean(axis=(1, 3))
    return blocks


@every_page
def test_that_a_page_looks_as_approved(name: str, today: date) -> None:
    assert looks_alike(first_page(printed(name, today)), approved(name)), (
        f"{name} looks different: if it is meant to, python -m tests.report.approve_pages and look at it"
    )


@every_page
def test_that_edges_smoothed_otherwise_are_let_pass(name: str) -> None:
    page = approved(name)
    for axis in (0, 1):
        assert looks_alike(0.95 * page + 0.05 * np.roll(page, 1, axis), page)


@every_page
def test_that_a_line_that_moves_or_is_gone_is_seen(name: str) -> None:
    page = approved(name)
    inked = [slice(y, y + SIDE) for y in range(0, len(page), SIDE) if page[y : y + SIDE].min() < 128]
    assert len(inked) > 20
    for rows in inked:
        moved, gone = page.copy(), page.copy()
        moved[rows] = np.roll(page[rows], 1, axis=0)
        gone[rows] = 255
        assert not looks_alike(moved, page)
        assert not looks_alike(gone, page)


@pytest.mark.parametrize(("colour", "other"), [(URGENT, MUTED), (MUTED, INK), (URGENT_TINT, PAPER)])
def test_that_another_colour_is_seen(colour: str, other: str, today: date) -> None:
    assert not looks_alike(first_page(_repainted(printed("plan-fi", today), colour, other)), approved("plan-fi"))


def _repainted(pdf: bytes, colour: str, other: str) -> bytes:
    """With all that is filled with a colour on the first page filled with another."""
    old, new = (_filling(each) for each in (colour, other))
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        contents = opened.pages[0].Contents
        drawn = contents.read_bytes()
        assert old in drawn
        contents.write(drawn.replace(old, new))
        opened.save(out)
    return out.getvalue()


def _filling(colour: str) -> bytes:
    return f"{fp_str(*(part / 255 for part in bytes.fromhex(colour[1:])))} rg".encode()
