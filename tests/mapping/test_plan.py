"""What to fix first, the agreed order, the first action and the ways forward."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.languages import Text
from app.mapping.company import Company
from app.mapping.matching import Match, Reason, ReasonCode
from app.mapping.model import (
    Agreed,
    Assessment,
    Assessor,
    CardHolding,
    GapReason,
    Mapping,
    Measure,
    MeasureStatus,
    OptionType,
    Person,
    RequiredCount,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.plan import (
    OPTION_OF_OFFER,
    TO_FIX,
    CardState,
    Option,
    card_state,
    first_action,
    fix_first,
    options,
    results,
    years_after,
)
from app.mapping.scoring import ranked
from app.offers.model import Offer, OfferType

SEEN = date(2026, 11, 21)


def card(key: str = "k", valid_to: date | None = None, **fields: object) -> CardHolding:
    return replace(CardHolding(key, "C02", "r", Text(en="Hot-work card"), valid_to=valid_to), **fields)  # type: ignore[arg-type] # any field of a holding


class TestCardState:
    @pytest.mark.parametrize(
        ("valid_to", "state"),
        [
            (date(2027, 5, 21), "valid"),
            (date(2027, 5, 20), "expiring"),
            (date(2026, 12, 22), "expiring"),
            (date(2026, 12, 21), "red"),
            (SEEN, "red"),
            (date(2026, 11, 20), "overdue"),
            (None, "no_end"),
        ],
        ids=["181 days", "180 days", "31 days", "30 days", "last day", "day after", "no end"],
    )
    def test_that_it_turns_on_its_day(self, valid_to: date | None, state: CardState) -> None:
        assert card_state(card(valid_to=valid_to), SEEN) == state

    @pytest.mark.parametrize("state", ["missing", "not_known", "not_needed"])
    def test_that_what_is_not_held_has_no_date(self, state: CardState) -> None:
        assert card_state(card(valid_to=date(2020, 1, 1), state=state), SEEN) == state

    def test_that_a_card_without_an_end_date_never_expires(self) -> None:
        assert card_state(card(valid_to=None), date(2999, 1, 1)) == "no_end"


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2024, 2, 29), 5, date(2029, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2026, 11, 23), 5, date(2031, 11, 23)),
    ],
)
def test_that_a_leap_day_comes_back_as_the_28th_where_there_is_none(day: date, years: int, expected: date) -> None:
    assert years_after(day, years) == expected


class TestFixFirst:
    def test_that_the_most_pressing_comes_first(self) -> None:
        cards = (
            card("not known", state="not_known"),
            card("soon", SEEN + timedelta(days=100)),
            card("red", SEEN + timedelta(days=10)),
            card("missing", state="missing"),
            card("over", SEEN - timedelta(days=1)),
            card("long over", SEEN - timedelta(days=90)),
        )
        found = fix_first(_mapping(cards=cards), SEEN)
        assert [f.holding.key for f in found] == ["long over", "over", "missing", "red", "soon", "not known"]
        assert [f.days for f in found] == [-90, -1, None, 10, 100, None]

    def test_that_what_needs_no_act_is_left_out(self) -> None:
        cards = (card("a", SEEN + timedelta(days=181)), card("b"), card("c", state="not_needed"))
        assert fix_first(_mapping(cards=cards), SEEN) == ()

    @given(st.lists(st.integers(-400, 400), max_size=8))
    def test_that_no_order_of_input_changes_it(self, days: list[int]) -> None:
        cards = tuple(card(f"k{i}", SEEN + timedelta(days=d)) for i, d in enumerate(days))
        found = fix_first(_mapping(cards=cards), SEEN)
        assert fix_first(_mapping(cards=cards[::-1]), SEEN) == found
        assert all(TO_FIX.index(a.state) <= TO_FIX.index(b.state) for a, b in pairwise(found))
        assert len(found) == sum(d <= 180 for d in days)


class TestAgreed:
    def test_that_the_owners_order_stands_beside_the_computed_one(self) -> None:
        low, high = need("low"), need("high")
        agreed = (Agreed("high", 1), Agreed("low", 0, "the customer asks"))
        measures = (measure("b", position=1), measure("a", position=0), measure("other", for_key="high"))
        found = results(_mapping({low: [2], high: [0]}, agreed=agreed, measures=measures), SEEN)
        first, second = found.agreed
        assert (first.scored.need.key, first.computed_rank, first.agreed.reason) == ("low", 2, "the customer asks")
        assert (second.scored.need.key, second.computed_rank) == ("high", 1)
        assert [m.key for m in first.measures] == ["a", "b"]
        assert [row.need.key for row in found.ranked] == ["high", "low"]

    def test_that_a_need_that_is_gone_is_no_priority(self) -> None:
        assert results(_mapping(agreed=(Agreed("gone", 0),)), SEEN).agreed == ()


class TestFirstAction:
    def test_that_the_one_marked_comes_before_the_nearest(self) -> None:
        near, marked = measure("near", deadline=SEEN), measure("marked", first_step=True)
        assert first_action(_mapping(measures=(near, marked))) == marked

    def test_that_otherwise_the_nearest_open_one_is_it(self) -> None:
        measures = (
            measure("done", deadline=SEEN, status=MeasureStatus.DONE, first_step=True),
            measure("dropped", deadline=SEEN, status=MeasureStatus.DROPPED),
            measure("undated"),
            measure("later", deadline=SEEN + timedelta(days=9)),
            measure("near", deadline=SEEN + timedelta(days=2), status=MeasureStatus.IN_PROGRESS),
        )
        found = first_action(_mapping(measures=measures))
        assert found
        assert found.key == "near"

    def test_that_there_is_none_without_an_open_measure(self) -> None:
        assert first_action(_mapping()) is None


class TestOptions:
    def test_that_somebody_at_level_four_elsewhere_teaches(self) -> None:
        mine, theirs = need("mine"), need("theirs", role="s")
        found = _options(_mapping({mine: [1, 1], theirs: [4]}))
        assert (found[0].option, found[0].why) == (OptionType.INNER_TEACHER, "teacher_inside")

    def test_that_somebody_above_the_own_target_teaches_up_to_it(self) -> None:
        mine, theirs = need("mine"), need("theirs", role="s", target=2)
        assert _kinds(_mapping({mine: [1, 1], theirs: [3]}))[0] is OptionType.INNER_TEACHER
        assert OptionType.INNER_TEACHER not in _kinds(_mapping({need("mine", target=4): [1], theirs: [3]}))
        assert OptionType.INNER_TEACHER not in _kinds(_mapping({mine: [1, 1], need("theirs", role="s"): [3]}))

    def test_that_level_four_in_another_competence_teaches_nothing(self) -> None:
        mine, other = need("mine"), need("other", role="s", name="Turning")
        assert OptionType.INNER_TEACHER not in _kinds(_mapping({mine: [1, 1], other: [4]}))

    def test_that_who_reaches_the_target_works_in_pair(self) -> None:
        assert _kinds(_mapping({need("mine", required=2): [3, 1]}))[0] is OptionType.PAIR_WORK

    def test_that_the_best_offer_of_each_kind_is_proposed_two_at_most(self) -> None:
        matches = (_match("u", "unit"), _match("c1", "course"), _match("c2", "course"), _match("b", "badge"))
        found = _options(_mapping({need("mine"): [1, 1]}), matches)
        offered = [o for o in found if o.match]
        assert [(o.option, o.match.offer.key) for o in offered if o.match] == [
            (OptionType.UNIT, "u"),
            (OptionType.SHORT_COURSE, "c1"),
        ]

    def test_that_without_an_offer_a_college_is_asked(self) -> None:
        assert Option(OptionType.REFERRAL, "no_offer") in _options(_mapping({need("mine"): [1, 1]}))

    def test_that_a_role_with_too_few_people_recruits(self) -> None:
        assert OptionType.RECRUITMENT in _kinds(_mapping({need("mine", required=3): [1, 1]}))
        assert OptionType.RECRUITMENT not in _kinds(_mapping({need("mine", required=2): [1, 1]}))
        assert OptionType.RECRUITMENT not in _kinds(_mapping({need("mine", required="all"): [1, 1]}))

    def test_that_work_is_bought_where_nobody_can(self) -> None:
        assert OptionType.SUBCONTRACTING in _kinds(_mapping({need("mine"): [1, 1]}))
        assert OptionType.SUBCONTRACTING not in _kinds(_mapping({need("mine"): [3, 1]}))

    def test_that_what_the_law_asks_for_is_never_left_to_wait(self) -> None:
        assert OptionType.ACCEPTED_RISK in _kinds(_mapping({need("mine"): [1, 1]}))
        assert OptionType.ACCEPTED_RISK not in _kinds(_mapping({need("mine", statutory=True): [1, 1]}))

    def test_that_what_holds_people_back_is_put_right_and_no_course_proposed(self) -> None:
        held_back = Assessment("r0", "mine", Assessor.SUPERVISOR, 1, reason=GapReason.NO_TOOL)
        mapping = replace(_mapping({need("mine"): [1]}), assessments=(held_back,))
        found = _options(mapping, (_match("c", "course"),))
        assert [o.option for o in found] == [OptionType.TOOL, OptionType.TASK_DIVISION, OptionType.ACCEPTED_RISK]

    def test_that_a_need_nobody_is_assessed_in_begins_with_showing(self) -> None:
        assert _kinds(_mapping({need("mine"): [None]}))[0] is OptionType.DEMONSTRATION

    @given(
        levels=st.lists(st.none() | st.integers(0, 4), min_size=1, max_size=4),
        reason=st.sampled_from([None, *GapReason]),
        target=st.none() | st.integers(0, 4),
        required=st.integers(1, 5),
        statutory=st.booleans(),
        offers=st.lists(st.sampled_from(sorted(OPTION_OF_OFFER)), max_size=4),
    )
    def test_that_there_are_always_two_to_four_of_different_kinds(
        self,
        levels: list[int | None],
        reason: GapReason | None,
        target: int | None,
        required: int,
        statutory: bool,
        offers: list[OfferType],
    ) -> None:
        mine = need("mine", target=target, required=required, statutory=statutory)
        mapping = _mapping({mine: levels})
        mapping = replace(mapping, assessments=tuple(replace(a, reason=reason) for a in mapping.assessments))
        found = _options(mapping, tuple(_match(f"o{i}", kind) for i, kind in enumerate(offers)))
        assert 2 <= len(found) <= 4
        assert len({(o.option, o.why) for o in found}) == len(found)
        assert all((o.match is None) == (o.why != "offer_fits") for o in found)


def need(
    key: str,
    *,
    role: str = "r",
    target: int | None = 3,
    required: RequiredCount = 1,
    statutory: bool = False,
    name: str = "Welding",
) -> RoleNeed:
    targets = Targets(target, target, target)
    return RoleNeed(key, role, Text(en=name), targets=targets, criticality=3, required=required, statutory=statutory)


def measure(key: str, for_key: str = "low", **fields: object) -> Measure:
    return replace(Measure(key, for_key, OptionType.PAIR_WORK), **fields)  # type: ignore[arg-type] # any field of a measure


def _mapping(
    rows: dict[RoleNeed, list[int | None]] | None = None,
    *,
    cards: tuple[CardHolding, ...] = (),
    agreed: tuple[Agreed, ...] = (),
    measures: tuple[Measure, ...] = (),
) -> Mapping:
    """Roles with the levels of their people in each need; a person's key is the role's with a number."""
    rows = rows or {}
    heads = {n.role_key: max(len(levels) for m, levels in rows.items() if m.role_key == n.role_key) for n in rows}
    answers = [
        Assessment(f"{n.role_key}{i}", n.key, Assessor.SUPERVISOR, level)
        for n, levels in rows.items()
        for i, level in enumerate(levels)
    ]
    return Mapping(
        "m",
        Company("c", "Workshop"),
        roles=tuple(Role(r, r, head_count=n) for r, n in heads.items()),
        people=tuple(Person(f"{r}{i}", r, f"H{i}") for r, n in heads.items() for i in range(n)),
        needs=tuple(rows),
        assessments=tuple(answers),
        cards=cards,
        agreed=agreed,
        measures=measures,
    )


def _match(key: str, kind: OfferType) -> Match:
    return Match(Offer(key, Text(en=key), offer_type=kind), 80, (Reason(ReasonCode.WORDS, 50, "welding"),))


def _options(mapping: Mapping, matches: tuple[Match, ...] = ()) -> tuple[Option, ...]:
    """The ways forward for the need called "mine"."""
    return options(mapping, next(row for row in ranked(mapping) if row.need.key == "mine"), matches)


def _kinds(mapping: Mapping) -> list[OptionType]:
    return [option.option for option in _options(mapping)]
