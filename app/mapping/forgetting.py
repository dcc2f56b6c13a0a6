"""What is left of a person's name in what people wrote, and a plan without that person (brief, 9.3, 9.5).

Whole words alone are replaced. What may be the person or somebody else - a name that another person bears too, a
surname alone, a word that begins with the name - is left to somebody who reads it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from app.mapping.answers import Answer
from app.mapping.followups import FollowUp
from app.mapping.model import Agreed, Assessment, Mapping, Measure, Role
from app.mapping.referral_made import Referral
from app.mapping.scenario import Scenario
from app.mapping.signal import Signal
from app.mapping.told import ChangeDriver, LanguageNeed
from app.mapping.versions import Approval, Frozen

GONE: Final = "\N{EM DASH}"
FREE_TEXTS: Final[dict[type, tuple[str, ...]]] = {
    Mapping: ("goal", "next_meeting_note"),
    Assessment: ("note",),
    Agreed: ("reason",),
    Measure: ("what", "responsible", "success_sign", "funding_route", "why"),
    Referral: ("to", "sends", "consent_by"),
    Answer: ("value",),
    FollowUp: ("notes",),
    Approval: ("approved_by", "note"),
    ChangeDriver: ("demand",),
    LanguageNeed: ("task",),
    Scenario: ("name",),
    Signal: ("what",),
}
"""Where people write what they like, by the dataclass."""
_LEAST: Final = 2
"""Letters of what is replaced; one letter stands in too many places."""
_INFLECTED: Final = 3
"""Letters of a name for which words that begin with it are worth a look."""
_WORD: Final = re.compile(r"\w+(?:[-'’]\w+)*")
Masked = Callable[[str], str]
Whole = TypeVar("Whole")


@dataclass(frozen=True, slots=True)
class Traces:
    """What a person is called: what is theirs alone and is replaced, and what has to be looked at."""

    replaced: tuple[str, ...]
    doubtful: tuple[str, ...]


def traces(names: Iterable[str], codes: Iterable[str], others: Iterable[str], also: Iterable[str] = ()) -> Traces:
    """Traces of a person with these names and codes among `others`, who are given by their names.

    A first name alone is the person's where nobody else has it; `also` are words that somebody looked at and gave up.
    """
    elsewhere = "\n".join(others)
    candidates, doubtful = {name.strip() for name in names} - {""}, set[str]()
    for words in map(_WORD.findall, [*candidates]):
        candidates |= {*words[:1]}
        doubtful |= {*words[1:]}
    unclear = {name for name in candidates if len(name) < _LEAST or _whole([name]).search(elsewhere)}
    replaced = (candidates - unclear) | {code for code in codes if len(code) >= _LEAST} | {*also}
    return Traces(_longest_first(replaced), _longest_first(candidates | doubtful))


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


def masking(found: Traces) -> Masked:
    """What replaces all that is the person's alone in a text; a text that was nothing else becomes empty."""
    if not found.replaced:
        return lambda text: text
    pattern = _whole(found.replaced)

    def masked(text: str) -> str:
        changed = pattern.sub(GONE, text)
        return "" if changed != text and not changed.strip(f" {GONE}") else changed

    return masked


def doubts(found: Traces, text: str) -> tuple[str, ...]:
    """Words of a text that may be the person, each once: to be asked once what is replaced is gone from it."""
    words = [name for name in found.doubtful if len(name) >= _INFLECTED]
    beginnings = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})\w*", re.IGNORECASE) if words else None
    hits = [m[0] for p in (_whole(found.doubtful), beginnings) if p and found.doubtful for m in p.finditer(text)]
    return tuple(dict.fromkeys(hits))


def texts(value: Any) -> Iterator[tuple[Any, str]]:
    """Every text that somebody wrote anywhere in a value, with the dataclass it stands in."""
    if isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value):
        free = FREE_TEXTS.get(type(value), ())
        for field in fields(value):
            part = getattr(value, field.name)
            if field.name in free:
                yield from ((value, text) for text in ((part,) if isinstance(part, str) else part))
            else:
                yield from texts(part)


def rewritten(value: Whole, masked: Masked) -> Whole:
    """The value with every text that somebody wrote in it masked."""
    if isinstance(value, tuple):
        return tuple(rewritten(part, masked) for part in value)  # type: ignore[return-value] # a tuple of the same parts
    if not is_dataclass(value):
        return value
    free = FREE_TEXTS.get(type(value), ())
    changes: dict[str, Any] = {}
    for field in fields(value):
        part = getattr(value, field.name)
        changed = rewritten_text(part, masked) if field.name in free else rewritten(part, masked)
        if changed != part:
            changes[field.name] = changed
    return replace(value, **changes) if changes else value  # type: ignore[type-var] # a dataclass


def rewritten_text(text: Any, masked: Masked) -> Any:
    """A text masked, or the texts of an answer, where a dash stays in the place of one that is gone."""
    return masked(text) if isinstance(text, str) else tuple(masked(part) or (part and GONE) for part in text)


def without_person(mapping: Mapping, person_key: str, masked: Masked) -> Mapping:
    """The mapping without a person, what hangs on them, and what is theirs in texts; their role has a head fewer."""
    person = next((p for p in mapping.people if p.key == person_key), None)
    gone = {card.key for card in mapping.cards if card.person_key == person_key}
    left = replace(
        mapping,
        roles=tuple(_a_head_fewer(role) if person and role.key == person.role_key else role for role in mapping.roles),
        people=tuple(p for p in mapping.people if p.key != person_key),
        assessments=tuple(a for a in mapping.assessments if a.person_key != person_key),
        cards=tuple(card for card in mapping.cards if card.key not in gone),
        measures=tuple(m for m in mapping.measures if m.for_key not in gone),
    )
    return rewritten(left, masked)


def _a_head_fewer(role: Role) -> Role:
    return replace(role, head_count=max(0, role.head_count - 1))


def forgotten(plan: Frozen, person_key: str, masked: Masked) -> Frozen:
    """A frozen plan without a person."""
    return replace(plan, mapping=without_person(plan.mapping, person_key, masked), told=rewritten(plan.told, masked))
