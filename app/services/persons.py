"""What is owed to one person: an extract of what is stored of them, and erasing it (brief, 3.4, 9.5, 9.6)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from app import __version__
from app.errors import UserError
from app.files.writing import write_file
from app.i18n import Translator
from app.languages import LANGUAGES, Language, Text
from app.mapping.model import Assessment, Assessor, CardHolding, Item, Mapping, Measure, Person, Role, RoleNeed
from app.services.companies import refuse_if_read_only
from app.services.desk import Desk

if TYPE_CHECKING:
    from app.report.content.person import Change, PersonRecord
    from app.store.past import Past

Kind = Literal["pdf", "json"]
Masked = Callable[[str], str]
_NO_FILE_NAME: Final = re.compile(r"[^A-Za-z0-9]+")


def people_known(mapping: Mapping, role_key: str) -> tuple[Person, ...]:
    """People of a role of whom something may be stored, however people appear now; a team has no code and is nobody."""
    return tuple(person for person in mapping.people if person.role_key == role_key and person.code)


def record_of(desk: Desk, key: str, person_key: str) -> PersonRecord:
    """All that is stored of a person. Others who are named in a free text stand there by their role."""
    from app.report.content.person import PersonRecord

    mapping = desk.cases.load(key)
    person = _person(mapping, person_key)
    masked = _others_masked(mapping, person)
    answers = tuple(a for a in mapping.assessments if a.person_key == person.key)
    answered = {a.need_key for a in answers}
    needs = tuple(n for n in mapping.needs if n.role_key == person.role_key or n.key in answered)
    cards = tuple(c for c in mapping.cards if c.person_key == person.key)
    role = next((r for r in mapping.roles if r.key == person.role_key), Role(person.role_key, ""))
    return PersonRecord(
        company=mapping.company.name,
        person=person,
        role=replace(role, name=masked(role.name)),
        day=desk.today,
        needs=tuple(_need(need, masked) for need in needs),
        answers=tuple(_answer(answer, masked) for answer in answers),
        cards=tuple(_card(card, masked) for card in cards),
        measures=tuple(_measure(m, masked) for m in mapping.measures if _concerns(m, mapping, person)),
        history=_history(desk, key, [person, *_answers_ever(person, needs), *cards], masked),
    )


def _person(mapping: Mapping, person_key: str) -> Person:
    found = next((p for p in mapping.people if p.key == person_key), None)
    if found is None:
        raise UserError("This person is no longer here. Choose another one.")
    return found


def _others_masked(mapping: Mapping, person: Person) -> Masked:
    """What replaces everybody else's code and name in a text by their role; a namesake's is the person's own."""
    from app.report.roles_only import masking

    own = person.display_name.strip()
    others = (p for p in mapping.people if p.key != person.key)
    nameless = (replace(p, display_name="") if p.display_name.strip() == own else p for p in others)
    return masking(replace(mapping, people=tuple(nameless)))


def _concerns(measure: Measure, mapping: Mapping, person: Person) -> bool:
    """Whether a measure names the person anywhere, or is for one of their cards."""
    from app.report.roles_only import masking

    cards = {card.key for card in mapping.cards if card.person_key == person.key}
    nobody = masking(replace(mapping, people=(person,), roles=()))
    return measure.for_key in cards or _measure(measure, nobody) != measure


def _text(text: Text, masked: Masked) -> Text:
    return Text(**{language: masked(text.get(language)) for language in LANGUAGES})


def _need(need: RoleNeed, masked: Masked) -> RoleNeed:
    return replace(need, name=_text(need.name, masked))


def _answer(answer: Assessment, masked: Masked) -> Assessment:
    return replace(answer, note=masked(answer.note))


def _card(card: CardHolding, masked: Masked) -> CardHolding:
    return replace(card, name=_text(card.name, masked))


def _measure(measure: Measure, masked: Masked) -> Measure:
    return replace(
        measure,
        what=masked(measure.what),
        responsible=masked(measure.responsible),
        success_sign=masked(measure.success_sign),
        funding_route=masked(measure.funding_route),
        why=masked(measure.why),
    )


def _answers_ever(person: Person, needs: tuple[RoleNeed, ...]) -> Iterator[Assessment]:
    """Every answer that there may ever have been, to look for what became of it."""
    return (Assessment(person.key, need.key, assessor) for need in needs for assessor in Assessor)


def _history(desk: Desk, key: str, items: list[Item], masked: Masked) -> tuple[Change, ...]:
    found = [change for item in items for change in desk.cases.past(key, item)]
    return tuple(_change(past, masked) for past in sorted(found, key=lambda past: past.at)[::-1])


def _change(past: Past, masked: Masked) -> Change:
    from app.report.content.person import Change, Kept

    def own(item: Item | None) -> Kept | None:
        match item:
            case Assessment():
                return _answer(item, masked)
            case CardHolding():
                return _card(item, masked)
            case _:
                return item if isinstance(item, Person) else None

    return Change(past.at.astimezone(), past.by, past.act.value, own(past.before), own(past.after))


def file_name(desk: Desk, person: Person, kind: Kind) -> str:
    """A name that tells nobody's name: "H1-2026-11-26.pdf". A code may be anything, and a file name may not."""
    code = _NO_FILE_NAME.sub("", person.code)[:12]
    return "-".join(filter(None, (code, desk.today.isoformat()))) + f".{kind}"


def write(desk: Desk, key: str, person_key: str, language: Language, out: Path, kind: Kind) -> None:
    """Write the extract of a person as a paper in the language asked for, or as data, which are in none."""
    from app.report import person

    record = record_of(desk, key, person_key)
    if kind == "pdf":
        written = person.render(record, Translator(language), __version__)
    else:
        written = json.dumps(person.as_data(record), ensure_ascii=False, indent=1).encode() + b"\n"
    write_file(out, written)


@dataclass(frozen=True, slots=True)
class Stored:
    """How much is stored of a person, besides what is known of it from before."""

    answers: int
    notes: int
    cards: int


def stored_of(mapping: Mapping, person: Person) -> Stored:
    """What erasing a person takes away."""
    answers = [a for a in mapping.assessments if a.person_key == person.key]
    cards = sum(c.person_key == person.key for c in mapping.cards)
    return Stored(len(answers), sum(bool(a.note) for a in answers), cards)


def erase(desk: Desk, key: str, person: Person) -> None:
    """Erase a person for good, also from the copies; while another window has the data, no copy is touched."""
    refuse_if_read_only(desk)
    desk.cases.erase_person(key, person.key)
