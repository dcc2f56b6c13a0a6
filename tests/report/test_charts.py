"""Charts: what a Figure shows, and that it comes onto paper as lines and text."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Polygon, Rectangle
from reportlab.pdfgen.canvas import Canvas

from app.report.blocks import Illustration
from app.report.charts import figure
from app.report.pdf import figures, fonts
from app.report.pictures import (
    Climb,
    Expiry,
    Fortnight,
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
ALL = pytest.mark.parametrize("picture", [STRIP, CLIMB, EXPIRY, YEAR], ids=["strip", "climb", "expiry", "year"])


def _texts(made: Figure) -> list[str]:
    return [text.get_text() for text in made.axes[0].texts]


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
    lines = figure(climb, WIDTH).axes[0].lines
    return sum(line.get_linewidth() == 0.5 for line in lines)


def test_that_only_what_is_to_be_learnt_is_hatched() -> None:
    def hatches(mean: float | None) -> int:
        return _hatches(Climb(CLIMB.horizons, (Slope((2, 3, 4), mean, urgent=False),)))

    assert hatches(4.0) == 0
    assert 0 < hatches(3.0) < hatches(1.0)
    assert hatches(None) == 0  # nobody is known: nothing is claimed


def test_that_an_urgent_climb_is_in_the_colour_of_an_act() -> None:
    lines = figure(CLIMB, WIDTH).axes[0].lines
    steps = [line.get_color() for line in lines if line.get_linewidth() == 2]
    assert steps == [URGENT] * 5 + [INK] * 5


def test_that_shapes_tell_past_soon_and_later_apart_without_colour() -> None:
    shapes = [type(patch) for patch in figure(EXPIRY, WIDTH).axes[0].patches if patch.get_zorder() > 1]
    assert shapes == [Rectangle, Polygon, Circle]


def test_that_shapes_of_neighbouring_days_stand_beside_each_other() -> None:
    close = Stop(-2, 1, "", "overdue"), Stop(3, 1, "", "red"), Stop(9, 1, "", "expiring")
    patches = [p for p in figure(Expiry((close,), (), "", "", -240, 560), WIDTH).axes[0].patches if p.get_zorder() > 1]
    middles = [(p.get_extents().x0 + p.get_extents().x1) / 2 for p in patches]
    assert all(later - earlier >= 17 for earlier, later in pairwise(middles))


def test_that_the_first_action_is_the_filled_day() -> None:
    filled = [p for p in figure(STRIP, WIDTH).axes[0].patches if p.get_facecolor()[:3] != (1, 1, 1)]
    assert len(filled) == 1
