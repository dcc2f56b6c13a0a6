"""What could be otherwise, as it is offered and said. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from app.i18n import Translator, mark
from app.mapping.model import CardHolding, Mapping, PeopleMode, Person, RoleNeed
from app.mapping.scenario import CardLapses, Hired, OneLeaves, PersonLeaves, Switch, Trained
from app.ui.cards.words import person_name, whom
from app.ui.results.words import role_name, said

Kind = Literal["leaves", "trained", "hired", "lapses"]
KINDS: Final[dict[Kind, str]] = {
    "leaves": mark("Somebody leaves"),
    "trained": mark("Somebody is trained"),
    "hired": mark("Somebody is hired"),
    "lapses": mark("A card is not renewed"),
}
_OWNER_KINDS: Final[tuple[Kind, ...]] = ("trained", "lapses")


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its key and its words."""

    key: str
    words: str


def kinds(mapping: Mapping) -> tuple[Kind, ...]:
    """What can be otherwise; where the team is one row, nobody of it comes or goes."""
    possible = _OWNER_KINDS if mapping.people_mode is PeopleMode.OWNER else tuple(KINDS)
    return tuple(kind for kind in possible if kind != "lapses" or _held(mapping))


def subjects(t: Translator, mapping: Mapping, kind: Kind) -> tuple[Choice, ...]:
    """Whom or what a switch of the kind can be about."""
    if kind == "lapses":
        return tuple(Choice(card.key, card_words(t, mapping, card)) for card in _held(mapping))
    if kind == "hired" or mapping.people_mode is PeopleMode.ROLES_ONLY:
        return tuple(Choice(role.key, role.name) for role in mapping.roles)
    return tuple(Choice(person.key, _person(t, mapping, person)) for person in mapping.people)


def needs(t: Translator, mapping: Mapping, subject: str) -> tuple[Choice, ...]:
    """The competences of a role, or of a person's role."""
    role = next((person.role_key for person in mapping.people if person.key == subject), subject)
    return tuple(Choice(need.key, said(t, need.name)) for need in _needs(mapping, role))


def switch_of(mapping: Mapping, kind: Kind, subject: str, need: str, level: int) -> Switch:
    """What was chosen, as a switch."""
    counted = mapping.people_mode is PeopleMode.ROLES_ONLY
    if kind == "leaves":
        return OneLeaves(subject) if counted else PersonLeaves(subject)
    if kind == "trained":
        return Trained("" if counted else subject, need, level)
    if kind == "hired":
        return Hired(subject, tuple((need.key, level) for need in _needs(mapping, subject)))
    return CardLapses(subject)


def switch_words(t: Translator, mapping: Mapping, switch: Switch) -> str:
    """A switch as a short sentence."""
    match switch:
        case PersonLeaves():
            return t("{who} leaves", who=_named(t, mapping, switch.person_key))
        case OneLeaves():
            return t("One who can most leaves: {role}", role=role_name(mapping, switch.role_key))
        case Trained():
            need = next((n for n in mapping.needs if n.key == switch.need_key), None)
            name = said(t, need.name) if need else ""
            who = _named(t, mapping, switch.person_key) or (role_name(mapping, need.role_key) if need else "")
            return t("{who} reaches level {level}: {name}", who=who, level=switch.level, name=name)
        case Hired():
            level = max((level for _need, level in switch.levels), default=0)
            return t(
                "Somebody at level {level} is hired: {role}", level=level, role=role_name(mapping, switch.role_key)
            )
        case CardLapses():
            card = next((c for c in mapping.cards if c.key == switch.holding_key), None)
            return t("Not renewed: {card}", card=card_words(t, mapping, card) if card else "")


def card_words(t: Translator, mapping: Mapping, card: CardHolding) -> str:
    return t("{name}, {whom}", name=said(t, card.name), whom=whom(t, mapping, card))


def _held(mapping: Mapping) -> tuple[CardHolding, ...]:
    return tuple(card for card in mapping.cards if card.state == "held")


def _needs(mapping: Mapping, role: str) -> tuple[RoleNeed, ...]:
    return tuple(need for need in mapping.needs if need.role_key == role)


def _person(t: Translator, mapping: Mapping, person: Person) -> str:
    return t("{name}, {whom}", name=person_name(mapping, person), whom=role_name(mapping, person.role_key))


def _named(t: Translator, mapping: Mapping, key: str) -> str:
    person = next((p for p in mapping.people if p.key == key), None)
    return _person(t, mapping, person) if person else ""
