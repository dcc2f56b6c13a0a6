"""Charts: what a Figure shows, and that it comes onto paper as lines and text."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations, pairwise

import numpy as np
import pypdfium2
import pytest
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Patch, PathPatch, Polygon, Rectangle
from reportlab.pdfgen.canvas import Canvas

from app.mapping.model import Band
from app.report.blocks import Illustration
from app.report.charts import figure
from app.report.charts.board import LINES_OVER
from app.report.pdf import figures, fonts
from app.report.pictures import (
    Climb,
    Expiry,
    Fortnight,
    Importance,
    Mark,
    Milestone,
    Picture,
    Slope,
    Stop,
    StripDay,
    Tick,
    Year,
)
from app.report.tokens import INK, URGENT
from tests.report.company import MAPPING
from tests.report.printed import document_of

WIDTH = 480.0
STRIP = Fortnight(tuple(StripDay("Mon", str(n), act="first" if n == 3 else "none", label="") for n in range(1, 15)))
CLIMB = Climb(("now", "1 y", "3 y"), (Slope((2, 3, 4), 1.5, urgent=True), Slope((1, 1, 1), 2.0, urgent=False)))
STOPS = (Stop(-100, 3, "15 Aug", "overdue"), Stop(20, 1, "13 Dec 2026", "red"), Stop(400, 2, "Jan 2028", "valid"))
EXPIRY = Expiry((STOPS,), (Tick(200, "Jul 2027"),), "23 Nov 2026", "180 days", -240, 560)
YEAR = Year(tuple("DJFMAMJJASON"), "agreed", (Milestone(3.0, "23 Feb 2027", "3 months"),))
MARKS = (
    Mark(1, 3, 1 / 3, Band.URGENT),
    Mark(2, 3, 1 / 3, Band.IMPORTANT),
    Mark(3, 3, 1.0, Band.WATCH),
    Mark(4, 2, 0.0, Band.WATCH),
    Mark(5, 1, 0.96, Band.IN_ORDER),
    Mark(6, 1, 1.0, Band.IN_ORDER),
)
BAND_WORDS = tuple((band, band.value) for band in (Band.URGENT, Band.IMPORTANT, Band.WATCH, Band.IN_ORDER))
IMPORTANCE = Importance(MARKS, ("critical", "important", "helpful"), "of the target", ("0 %", "100 %"), BAND_WORDS)
ALL = pytest.mark.parametrize("picture", [STRIP, CLIMB, EXPIRY, YEAR, IMPORTANCE], ids=lambda p: type(p).__name__)


def _texts(made: Figure) -> list[str]:
    return [text.get_text() for text in made.texts]


def _shapes(made: Figure) -> list[Patch]:
    """Shapes that stand over the grounds and lines."""
    return [patch for patch in made.artists if isinstance(patch, Patch) and patch.get_zorder() > LINES_OVER]


def _middle(patch: Patch) -> tuple[float, float]:
    box = patch.get_window_extent()
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def _on_paper(picture: Picture) -> bytes:
    fonts.register()
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, 400), invariant=1)
    figures.place(canvas, figure(picture, WIDTH), 0, 0)
    canvas.save()
    return out.getvalue()


@ALL
def test_that_a_figure_has_the_size_of_its_picture(picture: Picture) -> None:
    width, height = figure(picture, WIDTH).get_size_inches() * 72
    assert (width, height) == (pytest.approx(WIDTH), pytest.approx(picture.height))


@ALL
def test_that_its_words_are_text_on_paper(picture: Picture) -> None:
    with pypdfium2.PdfDocument(_on_paper(picture)) as read:
        printed = read[0].get_textpage().get_text_bounded()
    assert [words for words in _texts(figure(picture, WIDTH)) if words not in printed] == []


@ALL
def test_that_it_is_drawn_the_same_every_time(picture: Picture) -> None:
    assert _on_paper(picture) == _on_paper(picture)


def test_that_every_picture_of_the_plan_is_a_figure() -> None:
    blocks = [b for s in document_of(MAPPING).sections for b in s.blocks if isinstance(b, Illustration)]
    kinds = [type(block.picture) for block in blocks]
    assert kinds == [Climb, Expiry, Year]
    assert all(block.alternative for block in blocks)


def _hatches(climb: Climb) -> int:
    strokes = [artist for artist in figure(climb, WIDTH).artists if isinstance(artist, PathPatch)]
    return sum(np.asarray(patch.get_path().vertices).shape[0] // 2 for patch in strokes)


def test_that_only_what_is_to_be_learnt_is_hatched() -> None:
    def hatches(mean: float | None) -> int:
        return _hatches(Climb(CLIMB.horizons, (Slope((2, 3, 4), mean, urgent=False),)))

    assert hatches(4.0) == 0
    assert 0 < hatches(3.0) < hatches(1.0)
    assert hatches(None) == 0  # nobody is known: nothing is claimed


def test_that_an_urgent_climb_is_in_the_colour_of_an_act() -> None:
    lines = [artist for artist in figure(CLIMB, WIDTH).artists if isinstance(artist, Line2D)]
    steps = [line.get_color() for line in lines if line.get_linewidth() == 2]
    assert steps == [URGENT] * 5 + [INK] * 5


def test_that_shapes_tell_past_soon_and_later_apart_without_colour() -> None:
    assert [type(patch) for patch in _shapes(figure(EXPIRY, WIDTH))] == [Rectangle, Polygon, Circle]


def test_that_shapes_of_neighbouring_days_stand_beside_each_other() -> None:
    close = Stop(-2, 1, "", "overdue"), Stop(3, 1, "", "red"), Stop(9, 1, "", "expiring")
    middles = [_middle(patch)[0] for patch in _shapes(figure(Expiry((close,), (), "", "", -240, 560), WIDTH))]
    assert all(later - earlier >= 17 for earlier, later in pairwise(middles))


def test_that_the_first_action_is_the_filled_day() -> None:
    patches = [artist for artist in figure(STRIP, WIDTH).artists if isinstance(artist, Patch)]
    assert len([patch for patch in patches if to_rgb(patch.get_facecolor()) != (1, 1, 1)]) == 1


# Importance and what is reached.


def test_that_every_mark_stands_by_its_criticality_and_what_is_reached_and_hides_no_other() -> None:
    shapes = _shapes(figure(IMPORTANCE, WIDTH))[: len(IMPORTANCE.marks)]
    by_lane = sorted(IMPORTANCE.marks, key=lambda m: (-m.criticality, m.number))
    middles = dict(zip([mark.number for mark in by_lane], map(_middle, shapes), strict=True))
    assert all(abs(a[0] - b[0]) + abs(a[1] - b[1]) >= 15 for a, b in combinations(middles.values(), 2))
    assert middles[1][0] == middles[2][0] < middles[3][0]  # a third of the target twice, the whole of it
    assert min(middles[n][1] for n in (1, 2, 3)) > middles[4][1] > middles[5][1]


def test_that_its_bands_are_told_apart_without_colour_and_named_in_its_key() -> None:
    made = figure(IMPORTANCE, WIDTH)
    key = _shapes(made)[len(IMPORTANCE.marks) :]
    looks = [(type(patch), patch.get_linewidth()) for patch in key]
    assert len(set(looks)) == len(IMPORTANCE.key)
    assert [words for _band, words in IMPORTANCE.key if words not in _texts(made)] == []
