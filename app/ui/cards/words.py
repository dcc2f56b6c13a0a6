"""What stands in the table of cards, and how it is spoken and read. No Qt here."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from app.catalogues.model import CardType
from app.i18n import Translator, mark
from app.mapping.cards import CardLine, people_by_state
from app.mapping.model import CardHolding, Mapping, PeopleMode, Person
from app.mapping.plan import FixFirst
from app.services.mappings import ALONE_IN_ROW
from app.ui.days import read_day
from app.wording.cards import card_clause
from app.wording.words import capital, card_state_name

Held = Literal["held", "missing", "not_known", "not_needed"]
NONE: Final = "–"
STATE_KEYS: Final[dict[str, Held]] = {"+": "held", "!": "missing", "?": "not_known", "-": "not_needed"}
HELD: Final[dict[Held, str]] = {
    "held": mark("held"),
    "missing": mark("missing"),
    "not_known": mark("not known"),
    "not_needed": mark("not needed"),
}
_MONTH: Final = re.compile(r"(\d{1,2})\s*[./]\s*(\d{4})")


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a cell and its words."""

    value: Any
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A row: the card with its state, whose it is, and what the catalogue says of it. `first` begins a role."""

    line: CardLine
    role: str
    whom: str
    card: CardType | None
    first: bool

    @property
    def holding(self) -> CardHolding:
        return self.line.holding

    @property
    def only_seen(self) -> bool:
        """Whether nothing but that it was seen may be noted (brief, C20)."""
        return self.card is not None and self.card.ends == "seen"


def held_name(t: Translator, held: Held) -> str:
    """What may be said of a card or permit."""
    return t(HELD[held])


def person_name(mapping: Mapping, person: Person) -> str:
    """A person's code, and the name where names are used."""
    named = mapping.people_mode is PeopleMode.NAMES and person.display_name
    return f"{person.code} {person.display_name}" if named else person.code


def whom(t: Translator, mapping: Mapping, holding: CardHolding) -> str:
    """Whose card it is: so many people of the role, or one of them."""
    person = next((p for p in mapping.people if p.key == holding.person_key), None)
    return person_name(mapping, person) if person else t.n("{n} person", "{n} people", holding.count)


def whom_options(t: Translator, mapping: Mapping, holding: CardHolding) -> list[Option]:
    """Who it may be of: counts up to the heads of the role, and its people where they have rows of their own."""
    heads = next((role.head_count for role in mapping.roles if role.key == holding.role_key), 1)
    counts = range(1, max(heads, holding.count) + 1)
    options = [Option(("", n), t.n("{n} person", "{n} people", n)) for n in counts]
    if mapping.people_mode in ALONE_IN_ROW:
        mine = [p for p in mapping.people if p.role_key == holding.role_key]
        options += [Option((person.key, 1), person_name(mapping, person)) for person in mine]
    return options


def state_word(t: Translator, row: Shown) -> str:
    if row.only_seen and row.line.state == "no_end":
        return capital(t("seen"))
    return capital(card_state_name(t, row.line.state))


def until_word(t: Translator, row: Shown) -> str:
    """The end, or a word that there is none; a dash where a card is not held."""
    if row.holding.state != "held" or row.only_seen:
        return NONE
    return t.day(row.holding.valid_to) if row.holding.valid_to else t("until further notice")


def clause(t: Translator, row: Shown) -> str:
    """The state with its day: "Expired 30.9.2026, 54 days ago"."""
    if row.only_seen and row.line.state == "no_end":
        return capital(t("seen"))
    return capital(card_clause(t, FixFirst(row.holding, row.line.state, row.line.days)))


def summary(t: Translator, lines: Iterable[CardLine]) -> str:
    """Each state and how many people stand in it, most pressing first; a count in front would ask for its own form."""
    counts = people_by_state(lines)
    return t.listed(f"{card_state_name(t, state)}: {count}" for state, count in counts.items())


def read_end(text: str, today: date) -> date | None:
    """The last day of validity: a month such as 5/2027 is its last day; else as `read_day` reads it."""
    month = _MONTH.fullmatch(text.strip())
    if month and 1 <= int(month[1]) <= 12 and int(month[2]) >= 1900:
        year, number = int(month[2]), int(month[1])
        return date(year, number, monthrange(year, number)[1])
    return read_day(text, today)
