"""Edits of cards and permits: add those of the catalogue or in own words, change one, take one away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.catalogues.model import CardType
from app.errors import UserError
from app.languages import Language
from app.mapping.model import CardHolding, Mapping, Role
from app.services.companies import new_key
from app.services.desk import Desk
from app.services.mappings import MAX_PEOPLE, kept_text
from app.texts import Text


def add_cards(
    desk: Desk, key: str, role: Role, cards: Iterable[CardType], people: Iterable[str] = ()
) -> tuple[CardHolding, ...]:
    """Add cards that a role needs, each not known yet: one row for all its heads, or one for each of `people` (keys).

    What the role or the person has a row of already is left as it is.
    """
    mapping, whom = desk.cases.load(key), tuple(people) or ("",)
    there = {(h.role_key, h.card, h.person_key) for h in mapping.cards}
    wanted = [(card, person) for card in cards for person in whom]
    fresh = tuple(_holding(card, role, person) for card, person in wanted if (role.key, card.code, person) not in there)
    desk.cases.put(key, *fresh)
    return fresh


def _holding(card: CardType, role: Role, person: str) -> CardHolding:
    """The name is quoted, so that a later catalogue changes nothing."""
    if card.restricted:
        raise UserError("{card} is not recorded here: it is nobody's business but the employer's.", {"card": card.name})
    count = 1 if person else max(role.head_count, 1)
    return CardHolding(new_key(), card.code, role.key, card.name, person, "not_known", count=count)


def add_own_card(desk: Desk, key: str, role: Role, words: str, language: Language) -> CardHolding:
    """Add a card or permit that is in no catalogue."""
    name = Text(**{language: kept_text(words)})
    holding = CardHolding(new_key(), "", role.key, name, state="not_known", count=max(role.head_count, 1))
    desk.cases.put(key, holding)
    return holding


def change_card(desk: Desk, key: str, holding: CardHolding) -> CardHolding:
    """Store a changed card. Only one that is held has an end; one of a person is of one."""
    if not 1 <= holding.count <= MAX_PEOPLE:
        raise UserError("A card is held by 1 to {limit} people. Give a number between them.", {"limit": MAX_PEOPLE})
    changed = replace(
        holding,
        valid_to=holding.valid_to if holding.state == "held" else None,
        count=1 if holding.person_key else holding.count,
    )
    desk.cases.put(key, changed)
    return changed


def with_end(holding: CardHolding, end: date | None) -> CardHolding:
    """A card with an end is one that is held."""
    return replace(holding, state="held" if end else holding.state, valid_to=end)


def remove_card(desk: Desk, key: str, holding: CardHolding) -> None:
    """Take a card away; refused while the plan does something about it, so that nothing is lost unseen."""
    if _planned(desk.cases.load(key), holding):
        raise UserError(
            "{card} has a measure in the plan. Take the measure away first, so that nothing is lost unseen.",
            {"card": holding.name},
        )
    desk.cases.drop(key, holding)


def _planned(mapping: Mapping, holding: CardHolding) -> bool:
    return any(measure.for_key == holding.key for measure in mapping.measures)
