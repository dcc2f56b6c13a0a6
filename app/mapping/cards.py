"""Cards and permits of a company: what is usual, what each role has, and when it ends (brief, 4.5 R4, section 7).

States by date are those of `plan.card_state`, which the plan on paper shows. Cards are never scored.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.catalogues.model import CardCatalogue, CardType
from app.mapping.model import Band, CardHolding, Mapping
from app.mapping.plan import TO_FIX, CardState, card_state, years_after

ORDER: Final[tuple[CardState, ...]] = (*TO_FIX, "valid", "no_end", "not_needed")
"""States, most pressing first."""
BANDS: Final[dict[CardState, Band]] = {
    "overdue": Band.URGENT,
    "missing": Band.URGENT,
    "red": Band.URGENT,
    "expiring": Band.IMPORTANT,
    "not_known": Band.NOT_ASSESSED,
    "valid": Band.IN_ORDER,
    "no_end": Band.IN_ORDER,
}
"""How a state is marked; what is not needed has no mark."""
NEVER_PRINTED: Final = ("C24",)
"""The last day of the right to work stands in no plan, whatever a catalogue says of it (brief, 9.4)."""
ONLY_SEEN: Final = ("C20",)
"""Of the criminal record extract nothing but that it was seen is said (brief, section 7)."""
_TAG: Final = "card:"


@dataclass(frozen=True, slots=True)
class CardLine:
    """A holding with its state on a day. `days` until its end, negative when past, None without one."""

    holding: CardHolding
    state: CardState
    days: int | None


def card_line(holding: CardHolding, today: date) -> CardLine:
    dated = holding.valid_to if holding.state == "held" else None
    return CardLine(holding, card_state(holding, today), (dated - today).days if dated else None)


def card_lines(mapping: Mapping, today: date) -> tuple[CardLine, ...]:
    """All cards, by role in the order of the roles; within one by name of the card, then by person."""
    roles = {role.key: role.position for role in mapping.roles}
    people = {person.key: person.position for person in mapping.people}

    def order(holding: CardHolding) -> tuple[object, ...]:
        role = (roles.get(holding.role_key, len(roles)), holding.role_key)
        return *role, str(holding.name), people.get(holding.person_key, -1), holding.key

    return tuple(card_line(holding, today) for holding in sorted(mapping.cards, key=order))


def people_by_state(lines: Iterable[CardLine]) -> dict[CardState, int]:
    """How many people stand in each state, most pressing first; states in which nobody stands are left out."""
    counts: dict[CardState, int] = dict.fromkeys(ORDER, 0)
    for line in lines:
        counts[line.state] += line.holding.count
    return {state: count for state, count in counts.items() if count}


def reminders(line: CardLine, remind: Iterable[int]) -> tuple[int, ...]:
    """The reminders still to come, in days before the end, furthest first; none of what has no end."""
    days = line.days
    return () if days is None else tuple(sorted((each for each in remind if each <= days), reverse=True))


def end_of(card: CardType, given: date) -> date | None:
    """When a card ends, or is to be reviewed, that was given on a day; None where no number of years says so.

    A later change of the catalogue changes no end date that is stored: the day is kept, not the rule.
    """
    return years_after(given, card.years) if card.years is not None else None


def usual_cards(catalogue: CardCatalogue, mapping: Mapping, role_key: str) -> tuple[CardType, ...]:
    """Cards usual for a role: by the company's sector, by the profiles its needs come from, and by the needs' tags.

    In the order of the catalogue; those that may not be recorded are left out.
    """
    needs = [need for need in mapping.needs if need.role_key == role_key]
    profiles, sector = {need.source_key for need in needs}, mapping.company.sector
    wanted = {tag.removeprefix(_TAG) for need in needs for tag in need.tags if tag.startswith(_TAG)}
    for usual in catalogue.usual:
        if usual.profile in profiles or sector in usual.divisions:
            wanted.update(usual.cards)
    return tuple(card for card in catalogue.cards if card.code in wanted and not card.restricted)


def lacking(cards: Iterable[CardType], mapping: Mapping, role_key: str) -> tuple[CardType, ...]:
    """Those of the cards that nothing has been said of in a role."""
    told = {holding.card for holding in mapping.cards if holding.role_key == role_key}
    return tuple(card for card in cards if card.code not in told)
