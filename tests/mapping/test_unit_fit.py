"""Unit fit: the vectors of the brief (4.6), and what must hold for any levels."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.unit_fit import FitAdvice, unit_fit

LEVELS = st.lists(st.none() | st.integers(0, 4), max_size=12)


@pytest.mark.parametrize(
    ("levels", "fit", "advice"),
    [
        ((3, 3, 4, 3, 2), Fraction(9, 10), FitAdvice.DEMONSTRATION),
        ((3, 2, 2, 1), Fraction(1, 2), FitAdvice.PARTIAL),
        ((1, 0, 2, 1), Fraction(1, 8), FitAdvice.TRAINING),
        ((3, 3, 3, 3, 1), Fraction(4, 5), FitAdvice.PARTIAL),
    ],
)
def test_vectors_of_the_brief(levels: tuple[int, ...], fit: Fraction, advice: FitAdvice) -> None:
    result = unit_fit(levels)
    assert (result.fit, result.advice) == (fit, advice)


def test_that_too_few_known_statements_never_lead_to_a_demonstration() -> None:
    assert unit_fit((3, 3, 3, None)).advice is FitAdvice.PARTIAL
    assert unit_fit((3, 3, 3, 3, None)).advice is FitAdvice.DEMONSTRATION


def test_that_nothing_known_is_not_assessed_and_never_zero() -> None:
    result = unit_fit((None, None))
    assert result.fit is None
    assert result.advice is FitAdvice.NOT_ASSESSED
    assert result.missing_points(Decimal(15)) is None


def test_that_missing_points_need_a_known_extent() -> None:
    result = unit_fit((3, 2, 2, 1))
    assert result.missing_points(Decimal(30)) == 15
    assert result.missing_points(None) is None


@given(LEVELS)
def test_that_the_order_of_statements_does_not_matter(levels: list[int | None]) -> None:
    assert unit_fit(levels) == unit_fit(sorted(levels, key=lambda level: -1 if level is None else level))


@given(LEVELS, st.data())
def test_that_a_higher_level_never_lowers_the_fit(levels: list[int | None], data: st.DataObject) -> None:
    raisable = [i for i, level in enumerate(levels) if level is not None and level < 4]
    if raisable:
        i = data.draw(st.sampled_from(raisable))
        raised = [(level or 0) + 1 if j == i else level for j, level in enumerate(levels)]
        before, after = unit_fit(levels).fit, unit_fit(raised).fit
        assert before is not None
        assert after is not None
        assert after >= before
