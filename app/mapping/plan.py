"""From scores to a plan: what to fix first, what was agreed, what is done about it (brief, 4.4, 4.9, section 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from app.mapping.matching import Match
from app.mapping.model import Agreed, CardHolding, Mapping, Measure, MeasureStatus, OptionType
from app.mapping.scoring import NeedScore, Readiness, ranked, readiness
from app.mapping.teachers import teacher_inside
from app.mapping.told import NOTHING_TOLD, Told
from app.offers.model import OfferType

CardState = Literal["overdue", "red", "expiring", "missing", "not_known", "valid", "no_end", "not_needed"]
WhyOption = Literal[
    "teacher_inside",
    "somebody_can",
    "held_back",
    "not_assessed",
    "offer_fits",
    "no_offer",
    "too_few_people",
    "nobody_can",
    "can_wait",
]

RED_DAYS: Final = 30
EXPIRING_DAYS: Final = 180
TO_FIX: Final[tuple[CardState, ...]] = ("overdue", "missing", "red", "expiring", "not_known")
"""States that need an act, most pressing first."""
OPTION_OF_OFFER: Final[dict[OfferType, OptionType]] = {
    "course": OptionType.SHORT_COURSE,
    "unit": OptionType.UNIT,
    "qualification": OptionType.QUALIFICATION,
    "apprenticeship": OptionType.APPRENTICESHIP,
    "demonstration": OptionType.DEMONSTRATION,
    "badge": OptionType.BADGE,
    "card": OptionType.CARD,
}
MOST_OPTIONS: Final = 4
MOST_OFFERS: Final = 2


@dataclass(frozen=True, slots=True)
class FixFirst:
    """A card or permit to put right; never scored. `days` until the end date, negative when past, None without one."""

    holding: CardHolding
    state: CardState
    days: int | None


@dataclass(frozen=True, slots=True)
class AgreedNeed:
    """An agreed priority with its score, its place in the computed order (1 is first) and its measures."""

    agreed: Agreed
    scored: NeedScore
    computed_rank: int
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that follows from a mapping, and from what its survey was told, on a day."""

    mapping: Mapping
    today: date
    fix_first: tuple[FixFirst, ...]
    ranked: tuple[NeedScore, ...]
    agreed: tuple[AgreedNeed, ...]
    readiness: Readiness
    told: Told = NOTHING_TOLD


@dataclass(frozen=True, slots=True)
class Option:
    """One way forward for a need; `match` is set when it draws on an offer, `why` is a reason code for `wording`."""

    option: OptionType
    why: WhyOption
    match: Match | None = None


def years_after(day: date, years: int) -> date:
    """The same day of a later year; 29 February becomes 28 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def card_state(holding: CardHolding, today: date) -> CardState:
    """State of a card by date: overdue is past, red within 30 days, expiring within 180 (4.5 R4).

    A card is good on its last day. Without an end date a held card never expires.
    """
    if holding.state != "held":
        return holding.state
    if holding.valid_to is None:
        return "no_end"
    days = (holding.valid_to - today).days
    if days < 0:
        return "overdue"
    return "red" if days <= RED_DAYS else "expiring" if days <= EXPIRING_DAYS else "valid"


def fix_first(mapping: Mapping, today: date) -> tuple[FixFirst, ...]:
    """Cards and permits that need an act, most pressing first: by state, then by end date, then by key."""
    found = (FixFirst(card, card_state(card, today), _days_left(card, today)) for card in mapping.cards)
    return tuple(sorted((f for f in found if f.state in TO_FIX), key=_urgency))


def _days_left(card: CardHolding, today: date) -> int | None:
    return (card.valid_to - today).days if card.state == "held" and card.valid_to else None


def _urgency(fix: FixFirst) -> tuple[int, int, str]:
    return TO_FIX.index(fix.state), fix.days or 0, fix.holding.key


def results(mapping: Mapping, today: date, told: Told = NOTHING_TOLD) -> Results:
    """Score a mapping and set its agreed order beside the computed one."""
    rows = ranked(mapping)
    return Results(
        mapping=mapping,
        today=today,
        fix_first=fix_first(mapping, today),
        ranked=rows,
        agreed=_agreed(mapping, rows),
        readiness=readiness(mapping),
        told=told,
    )


def _agreed(mapping: Mapping, rows: tuple[NeedScore, ...]) -> tuple[AgreedNeed, ...]:
    """Agreed priorities in the owner's order; one whose need has been removed is no priority any more."""
    place = {row.need.key: (rank, row) for rank, row in enumerate(rows, start=1)}
    return tuple(
        AgreedNeed(agreed, row, rank, measures_for(mapping, agreed.need_key))
        for agreed in sorted(mapping.agreed, key=lambda a: (a.position, a.need_key))
        if agreed.need_key in place
        for rank, row in [place[agreed.need_key]]
    )


def measures_for(mapping: Mapping, key: str) -> tuple[Measure, ...]:
    """The measures of a need or of a card holding, in their order."""
    mine = (m for m in mapping.measures if m.for_key == key)
    return tuple(sorted(mine, key=lambda m: (m.position, m.key)))


def first_action(mapping: Mapping) -> Measure | None:
    """The measure to do first: the one marked so, else the open one with the nearest deadline."""
    still_open = (m for m in mapping.measures if m.status in (MeasureStatus.PLANNED, MeasureStatus.IN_PROGRESS))
    return min(still_open, key=_nearness, default=None)


def _nearness(measure: Measure) -> tuple[bool, date, int, str]:
    return not measure.first_step, measure.deadline or date.max, measure.position, measure.key


def options(mapping: Mapping, scored: NeedScore, matches: tuple[Match, ...]) -> tuple[Option, ...]:
    """Two to four ways forward for a need, of different kinds: at work, with a college, by others, or none for now.

    `matches` are best first. What can be done at work comes first; a statutory need cannot be left to wait.
    """
    work, others = _at_work(mapping, scored), _by_others(scored)
    college = _with_a_college(scored, matches)[: min(MOST_OFFERS, MOST_OPTIONS - len(work) - len(others))]
    wait = [] if scored.need.statutory else [Option(OptionType.ACCEPTED_RISK, "can_wait")]
    return tuple([*work, *college, *others, *wait][:MOST_OPTIONS])


def _at_work(mapping: Mapping, scored: NeedScore) -> list[Option]:
    """What holds people back is put right first; then somebody who can teaches those who cannot."""
    score, ways = scored.score, list[Option]()
    if score.excluded:
        ways.append(Option(OptionType.TOOL, "held_back"))
    if score.decided is None:
        unknown = Option(OptionType.DEMONSTRATION, "not_assessed")
        return [*ways, Option(OptionType.TASK_DIVISION, "held_back") if score.excluded else unknown]
    if teacher_inside(mapping, scored.need):
        ways.append(Option(OptionType.INNER_TEACHER, "teacher_inside"))
    elif score.decided.covered:
        ways.append(Option(OptionType.PAIR_WORK, "somebody_can"))
    return ways


def _with_a_college(scored: NeedScore, matches: tuple[Match, ...]) -> list[Option]:
    """The best offer of each kind, or a word with a college where none fits; nothing where skill is not what lacks."""
    if scored.score.decided is None and scored.score.excluded:
        return []
    best: dict[OptionType, Match] = {}
    for match in matches:
        best.setdefault(OPTION_OF_OFFER[match.offer.offer_type], match)
    fitting = [Option(kind, "offer_fits", match) for kind, match in best.items()]
    return fitting or [Option(OptionType.REFERRAL, "no_offer")]


def _by_others(scored: NeedScore) -> list[Option]:
    """Somebody new where the role has fewer people than must master this; bought work where nobody can yet."""
    at = scored.score.decided
    if at and at.required > at.of + scored.score.excluded:
        return [Option(OptionType.RECRUITMENT, "too_few_people")]
    if at and at.target and not at.covered:
        return [Option(OptionType.SUBCONTRACTING, "nobody_can")]
    return []
