"""What is owed to one person: an extract of what is stored of them, and erasing it (brief, 3.4, 9.5, 9.6)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from app import __version__
from app.errors import UserError
from app.files.writing import write_file
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.answers import Answer
from app.mapping.company import Company
from app.mapping.followups import FollowUp
from app.mapping.forgetting import Traces, doubts, masking, rewritten, texts, traces, without_person
from app.mapping.model import Agreed, Assessment, Assessor, CardHolding, Item, Mapping, Measure, Person, Role, RoleNeed
from app.mapping.referral_made import Referral
from app.mapping.signal import Signal
from app.mapping.versions import Approval
from app.services.companies import refuse_if_read_only
from app.services.desk import Desk
from app.texts import Text

if TYPE_CHECKING:
    from app.report.content.person import Change, KeptThen, PersonRecord
    from app.store.past import Past

Kind = Literal["pdf", "json"]
Masked = Callable[[str], str]
Where = Mapping | Assessment | Agreed | Measure | Referral | Answer | FollowUp | Approval | Signal | Role | Company
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
        approved=tuple(_approved(desk, key, person)),
    )


def _approved(desk: Desk, key: str, person: Person) -> Iterator[KeptThen]:
    """What approved versions keep of the person; those that keep nothing are left out."""
    from app.report.content.person import KeptThen

    for approval in desk.cases.approvals(key):
        plan = desk.cases.version(key, approval.number).frozen.mapping
        masked = _others_masked(plan, person)
        answers = tuple(_answer(a, masked) for a in plan.assessments if a.person_key == person.key)
        cards = tuple(_card(c, masked) for c in plan.cards if c.person_key == person.key)
        measures = tuple(_measure(m, masked) for m in plan.measures if _concerns(m, plan, person))
        if answers or cards or measures:
            needs = tuple(_need(need, masked) for need in plan.needs if need.key in {a.need_key for a in answers})
            yield KeptThen(approval.number, approval.approved_on, needs, answers, cards, measures)


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
    return rewritten(answer, masked)


def _card(card: CardHolding, masked: Masked) -> CardHolding:
    return replace(card, name=_text(card.name, masked))


def _measure(measure: Measure, masked: Masked) -> Measure:
    return rewritten(measure, masked)


def _answers_ever(person: Person, needs: tuple[RoleNeed, ...]) -> Iterator[Assessment]:
    """Every answer that there may ever have been, to look for what became of it."""
    return (Assessment(person.key, need.key, assessor) for need in needs for assessor in Assessor)


def _history(desk: Desk, key: str, items: list[Item], masked: Masked) -> tuple[Change, ...]:
    found = [change for item in items for change in desk.cases.past(key, item)]
    return tuple(_change(past, masked) for past in sorted(found, key=lambda past: past.at)[::-1])


def _change(past: Past, masked: Masked) -> Change:
    from app.report.content.person import Change, Kept

    def own(item: object) -> Kept | None:
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


@dataclass(frozen=True, slots=True)
class Doubt:
    """A text that somebody wrote, in what it stands, and words of it that may be a person or may be something else."""

    where: Where
    text: str
    words: tuple[str, ...]


def doubts_about(desk: Desk, key: str, person: Person) -> tuple[Doubt, ...]:
    """Texts to look at before a person is erased: what is theirs alone there goes by itself, these words do not.

    They are words that another person is called by, too, that are a surname alone, or that begin with the name.
    """
    mapping = desk.cases.load(key)
    called, signals = _called(desk, mapping, person), _called(desk, mapping, person, everywhere=True)
    left = without_person(mapping, person.key, masking(called))
    beside = rewritten((desk.cases.follow_ups(key), desk.cases.approvals(key)), masking(called))
    noted = rewritten(desk.cases.signals(), masking(signals))
    untouched = replace(called, replaced=(), doubtful=(*called.replaced, *called.doubtful))
    company = [getattr(left.company, name) for name in ("contact", "employment_contact", "background")]
    found = [
        *((where, text, called) for where, text in (*texts(left), *texts(beside))),
        *((where, text, signals) for where, text in texts(noted)),
        *((role, role.name, untouched) for role in left.roles),
        *((left.company, text, untouched) for text in company),
    ]
    looked = (Doubt(where, text, doubts(names, text)) for where, text, names in found)
    return tuple(doubt for doubt in looked if doubt.words)


def _called(desk: Desk, mapping: Mapping, person: Person, *, everywhere: bool = False) -> Traces:
    """What a person is and was called, among the others of the mapping or of all."""
    keys = [s.key for s in desk.cases.summaries()] if everywhere else [mapping.key]
    others = [
        p.display_name for k in keys for p in desk.cases.load(k).people if (k, p.key) != (mapping.key, person.key)
    ]
    changes = (side for past in desk.cases.past(mapping.key, person) for side in (past.before, past.after))
    ever = [person, *(item for item in changes if isinstance(item, Person))]
    codes = () if everywhere else {p.code for p in ever}
    return traces({p.display_name for p in ever}, codes, others)


def erase(desk: Desk, key: str, person: Person, also: Sequence[str] = ()) -> None:
    """Erase a person for good, also from the copies; while another window has the data, no copy is touched.

    `also` are words of `doubts_about` that are the person's, as somebody who looked at them says.
    """
    refuse_if_read_only(desk)
    desk.cases.erase_person(key, person.key, also)
