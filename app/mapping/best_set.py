"""The best set: few offers that together cover most of the agreed gaps within hours and euros (brief, 4.8).

Each agreed priority weighs as much as its index. A price or an extent that is not known is never free: where a budget
is given, such offers are left out and counted; where none is, they may be chosen, come after those that are known, and
are said to be unknown. A price that nobody has checked lately is not known either (VSO-1).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from app.mapping.best_set_choice import (
    Budget,
    Candidate,
    Chosen,
    Problem,
    Solve,
    best,
    covered,
    narrowed,
    owners,
    total,
    worth,
)
from app.mapping.matching import Match, ReasonCode
from app.mapping.model import RoleNeed
from app.mapping.scoring import Score
from app.mapping.told import Money, Told
from app.offers.model import ExtentUnit, Offer, is_stale

HOURS_OF: Final[dict[ExtentUnit, int]] = {"h": 1, "d": 8, "op": 27}
"""Hours in a unit of extent: a day is counted as eight, a credit of universities as 1,600 / 60, rounded up. Competence
points ("osp") measure what is learnt, not hours: how long they take hangs on what people know already."""
EUROS_OF: Final[dict[Money, Decimal]] = {"none": Decimal(0), "under_1000": Decimal(1000), "from_1000": Decimal(5000)}
"""The most that a class of money allows; the others set no limit."""
COVERING: Final = frozenset(
    {
        ReasonCode.SAME_UNIT,
        ReasonCode.SAME_QUALIFICATION,
        ReasonCode.SAME_CARD,
        ReasonCode.SAME_TAG,
        ReasonCode.NEAR_TAG,
        ReasonCode.WORDS,
    }
)
"""Reasons that tell how much of a need an offer covers; the others are circumstances."""
WHOLE: Final = 50
"""Points of a need that is covered whole (brief, 4.8)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """An agreed priority with the offers that fit it. `weight` is its index; `people` is how many are to be taught.

    Levels are those the offers were asked for: where people are, and where they should be.
    """

    need: RoleNeed
    weight: int
    people: int
    matches: tuple[Match, ...]
    level_from: int | None = None
    level_to: int | None = None


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen offer: the share 0…1 it covers of which needs, for how many people, and what it takes.

    `hours` are of one person, `euros` of all who take part; None is not known.
    """

    offer: Offer
    covers: tuple[tuple[RoleNeed, Fraction], ...]
    people: int
    hours: Decimal | None
    euros: Decimal | None


@dataclass(frozen=True, slots=True)
class BestSet:
    """`share` of the weighted gap is covered, 0…1; `uncovered` needs are left to other ways.

    `left_out` offers could not be weighed against the budget. Unless `exact`, the set was put together step by step,
    and a better one may exist.
    """

    picks: tuple[Pick, ...]
    uncovered: tuple[RoleNeed, ...]
    share: Fraction
    budget: Budget
    left_out: int
    exact: bool

    @property
    def hours(self) -> Decimal:
        """Hours of a person who takes part in all, as far as they are known."""
        return total(pick.hours for pick in self.picks)

    @property
    def euros(self) -> Decimal:
        """Euros for all who take part, as far as they are known."""
        return total(pick.euros for pick in self.picks)


def budget_told(told: Told) -> Budget:
    """What a year allows by the survey: hours a month in the months that are possible, and the class of money."""
    hours = None if told.hours_a_month is None else Decimal(told.hours_a_month * (12 - len(told.months_off)))
    return Budget(hours, EUROS_OF.get(told.money))


def people_to_teach(score: Score) -> int:
    """How many must be taught: as many as lack, or everybody short where enough people can; one at the least."""
    at = score.decided
    if at is None:
        return 1
    lacking = at.required - at.covered
    return max(1, min(at.below, lacking) if lacking > 0 else at.below)


def best_set(wishes: Sequence[Wish], budget: Budget, today: date, solve: Solve) -> BestSet:
    """The best set of the offers that fit these wishes, as `solve` proves it."""
    offers = {match.offer.key: match.offer for wish in wishes for match in wish.matches}
    every = tuple(_candidates(wishes, offers, today))
    weighed = tuple(candidate for candidate in every if _can_be_weighed(candidate, budget))
    problem = narrowed(Problem(tuple(wish.weight for wish in wishes), weighed, budget))
    chosen, exact = best(problem, solve)
    shares, weight = covered(problem, chosen), sum(problem.weights)
    return BestSet(
        picks=tuple(_picks(wishes, offers, problem, chosen)),
        uncovered=tuple(wish.need for wish, share in zip(wishes, shares, strict=True) if not share),
        share=worth(problem, chosen) / weight if weight else Fraction(),
        budget=budget,
        left_out=len(every) - len(weighed),
        exact=exact,
    )


def _candidates(wishes: Sequence[Wish], offers: dict[str, Offer], today: date) -> Iterator[Candidate]:
    """Every offer with what it covers, in the order of the keys."""
    shares: dict[str, list[Fraction]] = defaultdict(lambda: [Fraction()] * len(wishes))
    for place, wish in enumerate(wishes):
        for match in wish.matches if wish.weight else ():
            shares[match.offer.key][place] = share_of(wish, match)
    for key in sorted(shares):
        euros = price_of(offers[key], today)
        people = _people(wishes, shares[key])
        yield Candidate(key, tuple(shares[key]), hours_of(offers[key]), None if euros is None else euros * people)


def _people(wishes: Sequence[Wish], shares: Sequence[Fraction]) -> int:
    """How many would take part: as many as the largest of the needs that are covered asks for."""
    return max((wish.people for wish, share in zip(wishes, shares, strict=True) if share), default=1)


def share_of(wish: Wish, match: Match) -> Fraction:
    """How much of a need an offer covers, 0…1: what it is about, times how much of the way to the target it leads."""
    points = sum(reason.points for reason in match.reasons if reason.code in COVERING)
    return _share(points, wish.level_from, wish.level_to, match.offer.level_from, match.offer.level_to)


@cache
def _share(points: int, level: int | None, target: int | None, begins: int | None, led_to: int | None) -> Fraction:
    """Where an offer or a need says no level, it is trusted to begin where people are and to lead all the way."""
    about = min(Fraction(1), Fraction(points, WHOLE))
    if level is None or target is None or level >= target:
        return about
    to, since = target if led_to is None else min(led_to, target), max(level, begins or 0)
    return about * Fraction(max(0, to - since), target - level)


def hours_of(offer: Offer) -> Decimal | None:
    """How long an offer takes a person; None where it does not say so in hours."""
    if offer.extent_value is None or offer.extent_unit not in HOURS_OF:
        return None
    return offer.extent_value * HOURS_OF[offer.extent_unit]


def price_of(offer: Offer, today: date) -> Decimal | None:
    """The price of one place; None where nobody knows it, or nobody has checked it lately."""
    return None if offer.checked_on is None or is_stale(offer, today) else offer.price_eur


def _can_be_weighed(candidate: Candidate, budget: Budget) -> bool:
    no_price = budget.euros is not None and candidate.euros is None
    no_hours = budget.hours is not None and candidate.hours is None
    return not (no_price or no_hours)


def _picks(wishes: Sequence[Wish], offers: dict[str, Offer], problem: Problem, chosen: Chosen) -> Iterator[Pick]:
    """The chosen offers in the order of the wishes they cover."""
    owned: dict[int, list[int]] = defaultdict(list)
    for wish, place in owners(problem, chosen).items():
        owned[place].append(wish)
    for place, mine in owned.items():
        of = problem.candidates[place]
        covers = tuple((wishes[wish].need, of.shares[wish]) for wish in mine)
        yield Pick(offers[of.key], covers, _people(wishes, of.shares), of.hours, of.euros)
