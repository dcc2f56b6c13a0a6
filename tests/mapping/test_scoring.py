"""Gap, coverage and priority index: the vectors and the stated properties of the method."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.mapping.levels import LEVELS, Tally, tally_of
from app.mapping.model import Band, Horizon, RequiredCount, Targets
from app.mapping.scoring import HORIZON_WEIGHT, Score, band, score, score_tally

Levels = Sequence[int | None]

THREE = Targets(3, 3, 3)


def _unlike(score: Score, **expected: object) -> dict[str, object]:
    """The figures of a score, at its deciding horizon, that are not as expected."""
    at = score.decided
    figures = {
        "index": score.index,
        "deciding": score.deciding,
        "gap": at and at.gap,
        "shortage": at and at.shortage,
        "known": score.known,
        "of": score.of,
    }
    return {name: figures[name] for name in expected if figures[name] != expected[name]}


@pytest.mark.parametrize(
    ("levels", "targets", "criticality", "required", "gap", "shortage", "deciding", "index", "band"),
    [
        pytest.param([1, 1, 1], THREE, 3, 2, 2, 1, Horizon.NOW, 70, Band.URGENT, id="V1 nobody able"),
        pytest.param([2, 2, 2], THREE, 3, 2, 1, 1, Horizon.NOW, 55, Band.IMPORTANT, id="V2 one short everywhere"),
        pytest.param([3, 3, 1, 1, 1], THREE, 3, 2, "6/5", 0, Horizon.NOW, 18, Band.WATCH, id="V3 two able, need two"),
        pytest.param(
            [3, 3, 1, 1, 1], THREE, 3, "all", "6/5", "3/5", Horizon.NOW, 42, Band.IMPORTANT, id="V4 two able, need all"
        ),
        pytest.param([2, 2], Targets(2, 3, 4), 2, 1, 1, 1, Horizon.Y1, 31, Band.WATCH, id="V5 future only"),
        pytest.param([3, 4], THREE, 3, 1, 0, 0, Horizon.NOW, 0, Band.IN_ORDER, id="V6 fine"),
        pytest.param([4, 1, 1], THREE, 3, 2, "4/3", "1/2", Horizon.NOW, 40, Band.IMPORTANT, id="V7 single expert"),
        pytest.param([None, 1, None], THREE, 2, 1, 2, 1, Horizon.NOW, 49, Band.IMPORTANT, id="V8 unknown people"),
        pytest.param([0, 0], Targets(2, 2, 2), 1, 1, 2, 1, Horizon.NOW, 28, Band.WATCH, id="V10 only helpful"),
    ],
)
def test_that_the_method_gives_its_vectors(
    levels: Levels,
    targets: Targets,
    criticality: int,
    required: RequiredCount,
    gap: str | int,
    shortage: str | int,
    deciding: Horizon,
    index: int,
    band: Band,
) -> None:
    found = score(levels, targets, criticality, required)
    assert not _unlike(
        found, index=index, deciding=deciding, gap=Fraction(gap), shortage=Fraction(shortage), of=len(levels)
    )
    assert found.band is band


def test_that_nobody_assessed_gives_no_index_whatever_the_targets() -> None:
    """V9, and the same with other targets."""
    for targets in (THREE, Targets(), Targets(0, 0, 0)):
        found = score([None, None], targets, 3, 1)
        assert (found.index, found.band, found.deciding, found.decided) == (None, Band.NOT_ASSESSED, None, None)
        assert (found.known, found.of) == (0, 2)


def test_that_a_missing_answer_is_never_counted_as_zero() -> None:
    with_unknown, with_zero = score([3, None], THREE, 3, 1), score([3, 0], THREE, 3, 1)
    assert (with_unknown.index, with_zero.index) == (0, 23)
    assert (with_unknown.known, with_unknown.of) == (1, 2)


def test_that_all_means_everyone_to_whom_it_belongs_assessed_or_not() -> None:
    assert not _unlike(score([3, None], THREE, 3, "all"), shortage=Fraction(1, 2), gap=Fraction(0), index=20)


def test_that_more_may_be_required_than_there_are_people() -> None:
    assert not _unlike(score([3], THREE, 3, 2), shortage=Fraction(1, 2), gap=Fraction(0), index=20)


@pytest.mark.parametrize("none", [None, 0])
def test_that_a_horizon_without_a_target_asks_for_nothing(none: int | None) -> None:
    found = score([1, 1], Targets(none, none, 3), 3, 2)
    assert not _unlike(found, deciding=Horizon.Y3, index=35)
    nothing = found.at(Horizon.NOW)
    assert nothing
    assert nothing.gap == nothing.shortage == nothing.need == 0


def test_that_no_target_at_all_is_in_order() -> None:
    assert not _unlike(
        score([0, 2], Targets(), 3, 1), index=0, deciding=Horizon.NOW, gap=Fraction(0), shortage=Fraction(0)
    )


@pytest.mark.parametrize(
    ("levels", "targets", "pressure"),
    [([0, 2], Targets(2, 0, 3), Fraction(35, 100)), ([0, 1, 1], Targets(2, 3, 0), Fraction(60, 100))],
)
def test_that_the_nearest_of_equal_horizons_decides(levels: Levels, targets: Targets, pressure: Fraction) -> None:
    found = score(levels, targets, 3, 2)
    weighted = [HORIZON_WEIGHT[h.horizon] * h.need for h in found.horizons]
    assert sorted(weighted)[-2:] == [pressure, pressure]
    assert found.deciding is Horizon.NOW


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (100, Band.URGENT),
        (60, Band.URGENT),
        (59, Band.IMPORTANT),
        (35, Band.IMPORTANT),
        (34, Band.WATCH),
        (15, Band.WATCH),
        (14, Band.IN_ORDER),
        (0, Band.IN_ORDER),
    ],
)
def test_that_bands_begin_where_they_are_said_to(index: int, expected: Band) -> None:
    assert band(index) is expected


def test_that_rounding_is_half_up_and_done_once() -> None:
    """A mean gap of half a level and no shortage: 100 × 0.6 × 0.5 / 4 is exactly 7.5."""
    assert score([2, 3], THREE, 3, 1).index == 8


class TestAnotherReason:
    """People below target for want of time, tools or permission (the note beside section 4)."""

    def test_that_such_a_person_leaves_the_row_and_becomes_a_note(self) -> None:
        people = Tally(at=(0, 2, 0, 0, 0), held_back=(0, 1, 0, 0, 0))
        found = score_tally(people, THREE, 3, 2)
        assert not _unlike(found, index=70, gap=Fraction(2), shortage=Fraction(1), known=1, of=1)
        assert found.excluded == 1

    def test_that_such_a_person_leaves_all_too(self) -> None:
        people = Tally(at=(0, 1, 0, 2, 0), held_back=(0, 1, 0, 0, 0))
        assert not _unlike(score_tally(people, THREE, 3, "all"), index=0, shortage=Fraction(0), of=2)

    def test_that_the_note_stands_alone_where_nobody_remains(self) -> None:
        found = score_tally(Tally(at=(0, 2, 0, 0, 0), held_back=(0, 2, 0, 0, 0)), THREE, 3, 2)
        assert (found.index, found.band, found.excluded) == (None, Band.NOT_ASSESSED, 2)

    def test_that_a_reason_at_or_above_the_target_changes_nothing(self) -> None:
        with_reason = score_tally(Tally(at=(0, 0, 0, 1, 1), held_back=(0, 0, 0, 1, 1)), THREE, 3, 2)
        assert with_reason == score([3, 4], THREE, 3, 2)

    def test_that_who_can_today_is_not_lost_today_because_of_a_later_target(self) -> None:
        people = Tally(at=(0, 0, 1, 0, 0), held_back=(0, 0, 1, 0, 0))
        found = score_tally(people, Targets(2, 2, 4), 3, 1)
        now, later = found.at(Horizon.NOW), found.at(Horizon.Y3)
        assert now
        assert later
        assert (now.covered, now.known, later.known) == (1, 1, 0)
        assert (found.index, found.excluded) == (0, 1)


levels_ = st.lists(st.none() | st.sampled_from(LEVELS), max_size=12)
target = st.none() | st.sampled_from(LEVELS)
targets_ = st.builds(Targets, target, target, target)
criticality_ = st.integers(1, 3)
required_: st.SearchStrategy[RequiredCount] = st.integers(1, 15) | st.just("all")


@given(levels_, targets_, criticality_, required_)
def test_that_an_index_lies_between_0_and_100_and_is_missing_only_when_nobody_is_known(
    levels: list[int | None], targets: Targets, criticality: int, required: RequiredCount
) -> None:
    found = score(levels, targets, criticality, required)
    known = [level for level in levels if level is not None]
    assert (found.index is None) == (not known)
    assert found.index is None or 0 <= found.index <= 100
    assert (found.known, found.of) == (len(known), len(levels))


@given(st.data(), levels_, targets_, criticality_, required_)
def test_that_the_order_of_people_is_irrelevant(
    data: st.DataObject, levels: list[int | None], targets: Targets, criticality: int, required: RequiredCount
) -> None:
    other = data.draw(st.permutations(levels))
    assert score(other, targets, criticality, required) == score(levels, targets, criticality, required)


@given(st.data(), levels_, targets_, criticality_, required_)
def test_that_an_index_never_rises_when_a_level_rises(
    data: st.DataObject, levels: list[int | None], targets: Targets, criticality: int, required: RequiredCount
) -> None:
    risable = [i for i, level in enumerate(levels) if level is not None and level < 4]
    assume(risable)
    i = data.draw(st.sampled_from(risable))
    better = [*levels]
    better[i] = data.draw(st.integers((levels[i] or 0) + 1, 4))
    assert _never_above(score(better, targets, criticality, required), score(levels, targets, criticality, required))


@given(levels_, targets_, st.integers(1, 2), required_)
def test_that_an_index_never_falls_when_criticality_rises(
    levels: list[int | None], targets: Targets, criticality: int, required: RequiredCount
) -> None:
    assert _never_above(
        score(levels, targets, criticality, required), score(levels, targets, criticality + 1, required)
    )


@given(levels_, target, target, st.integers(0, 3), st.integers(1, 4), criticality_, required_)
def test_that_an_index_never_falls_when_the_target_of_today_rises_alone(
    levels: list[int | None],
    y1: int | None,
    y3: int | None,
    now: int,
    rise: int,
    criticality: int,
    required: RequiredCount,
) -> None:
    lower, higher = Targets(now, y1, y3), Targets(min(4, now + rise), y1, y3)
    assert _never_above(score(levels, lower, criticality, required), score(levels, higher, criticality, required))


@given(levels_, target, target, st.integers(1, 4), st.integers(1, 4), criticality_, required_)
def test_that_an_index_never_rises_when_the_target_in_three_years_falls(
    levels: list[int | None],
    now: int | None,
    y1: int | None,
    y3: int,
    fall: int,
    criticality: int,
    required: RequiredCount,
) -> None:
    lower, higher = Targets(now, y1, max(0, y3 - fall)), Targets(now, y1, y3)
    assert _never_above(score(levels, lower, criticality, required), score(levels, higher, criticality, required))


@given(levels_, targets_, criticality_, required_)
def test_that_one_more_person_who_has_not_been_assessed_changes_no_mean(
    levels: list[int | None], targets: Targets, criticality: int, required: RequiredCount
) -> None:
    one, more = score(levels, targets, criticality, required), score([*levels, None], targets, criticality, required)
    assert [h.gap for h in more.horizons] == [h.gap for h in one.horizons]
    if required != "all":
        assert more.index == one.index


@given(levels_, targets_, criticality_, required_)
def test_that_the_index_follows_from_the_figures_shown(
    levels: list[int | None], targets: Targets, criticality: int, required: RequiredCount
) -> None:
    """Recomputed in the words of the brief, person by person."""
    known = [level for level in levels if level is not None]
    assume(known)
    wanted = len(levels) if required == "all" else required
    pressures = []
    for level, weight in ((targets.now, 1), (targets.y1, Fraction(4, 5)), (targets.y3, Fraction(1, 2))):
        gap = Fraction(sum(max(0, (level or 0) - p) for p in known), len(known))
        shortage = 1 - min(Fraction(1), Fraction(sum(p >= (level or 0) for p in known), wanted))
        pressures.append(weight * (Fraction(3, 5) * gap / 4 + Fraction(2, 5) * shortage) if level else Fraction())
    exact = 100 * {1: Fraction(2, 5), 2: Fraction(7, 10), 3: Fraction(1)}[criticality] * max(pressures)
    found = score(levels, targets, criticality, required)
    assert found.index == int(exact + Fraction(1, 2))
    assert found.deciding is list(Horizon)[pressures.index(max(pressures))]


def test_that_counting_first_loses_nobody() -> None:
    assert tally_of([0, None, 4, 4, None]) == Tally((1, 0, 0, 0, 2), unknown=2)


def _never_above(lower: Score, higher: Score) -> bool:
    if lower.index is None or higher.index is None:
        return lower.index is higher.index
    return lower.index <= higher.index
