"""What is stored of one person, for that person to read (brief, 3.4, 9; PRIV-9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app.i18n import Translator
from app.mapping.cards import card_line
from app.mapping.model import Assessment, Assessor, CardHolding, Measure, Person, Role, RoleNeed
from app.mapping.plan import FixFirst
from app.offers.model import Offer
from app.report.blocks import Block, Cell, Column, Group, Line, Paragraph, Row, Section, Table
from app.report.content.phrases import cell, joined, plain, quiet, said, strong
from app.wording import answers as words
from app.wording.answers import ActName
from app.wording.cards import card_clause
from app.wording.words import assessor_name, capital, cost_name, option_name, status_name

Kept = Assessment | CardHolding | Person


@dataclass(frozen=True, slots=True)
class Change:
    """What was kept before and after; None: nothing. `at` is the reader's clock, `by` who sat at the keyboard."""

    at: datetime
    by: Assessor
    act: ActName
    before: Kept | None
    after: Kept | None


@dataclass(frozen=True, slots=True)
class KeptThen:
    """What an approved version of the plan keeps of the person, as it was on that day; `needs` name what it is of."""

    number: int
    approved_on: date
    needs: tuple[RoleNeed, ...] = ()
    answers: tuple[Assessment, ...] = ()
    cards: tuple[CardHolding, ...] = ()
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """All that is stored of one person, and nothing of anybody else. `history` has the newest first."""

    company: str
    person: Person
    role: Role
    day: date
    needs: tuple[RoleNeed, ...] = ()
    answers: tuple[Assessment, ...] = ()
    cards: tuple[CardHolding, ...] = ()
    measures: tuple[Measure, ...] = ()
    history: tuple[Change, ...] = ()
    approved: tuple[KeptThen, ...] = ()


def sections(t: Translator, record: PersonRecord) -> tuple[Section, ...]:
    """Who it is about, and then everything; what there is nothing of says so."""
    every = (_who(t, record), _levels(t, record), _cards(t, record), _measures(t, record), _history(t, record))
    return (*every, _approved(t, record)) if record.approved else every


def _section(t: Translator, key: str, title: str, lead: str, table: Table) -> Section:
    nothing = Paragraph(plain(t("Nothing is stored.")))
    block: Block = table if any(group.rows for group in table.groups) else nothing
    return Section(key, title, lead, (block,))


def _who(t: Translator, record: PersonRecord) -> Section:
    facts = (
        (t("Code"), record.person.code),
        (t("Name"), record.person.display_name),
        (t("Role"), record.role.name),
        (t("Company"), record.company),
    )
    rows = tuple(Row((cell(strong(fact)), cell(plain(value)))) for fact, value in facts if value)
    lead = t("All that is stored of one person in this mapping, and nothing of anybody else.")
    table = Table("who", (Column("fact", "", 2.5), Column("words", "", 9.5)), (Group(rows),))
    return _section(t, "who", t("What is stored of you"), lead, table)


def _levels(t: Translator, record: PersonRecord) -> Section:
    columns = (
        Column("competence", t("Competence"), 4),
        Column("assessor", t("Whose answer"), 2),
        Column("level", t("Level"), 3),
        Column("founded", t("Evidence, reason and note"), 3),
    )
    rows = tuple(row for need in record.needs for row in _need_rows(t, record, need))
    lead = t("Every answer by whoever gave it. What is not answered is never counted as zero.")
    return _section(t, "levels", t("Levels and targets"), lead, Table("levels", columns, (Group(rows),)))


def _need_rows(t: Translator, record: PersonRecord, need: RoleNeed) -> Iterator[Row]:
    """A row an answer; the first names the competence and its targets."""
    targets = quiet(words.targets_sentence(t, need.targets))
    name = cell(said(t, need.name, strong=True), targets)
    answers: list[Assessment | None] = [answer for answer in record.answers if answer.need_key == need.key]
    for answer in answers or [None]:
        yield Row((name, *_answer_cells(t, answer)))
        name = Cell()


def _answer_cells(t: Translator, answer: Assessment | None) -> tuple[Cell, Cell, Cell]:
    if answer is None:
        return Cell(), cell(quiet(words.level_words(t, None))), Cell()
    day = t.day(answer.on) if answer.on else ""
    founded = (plain(capital(part)) for part in words.founded_on(t, answer))
    return (
        cell(plain(capital(assessor_name(t, answer.assessor))), quiet(day)),
        cell(plain(words.level_words(t, answer)), quiet(words.apart_from_language(t, answer))),
        cell(*founded),
    )


def _cards(t: Translator, record: PersonRecord) -> Section:
    columns = (Column("card", t("Card or permit"), 6), Column("state", t("State"), 6))
    rows = tuple(
        Row((cell(said(t, card.name, strong=True)), cell(plain(_card_words(t, card, record.day)))))
        for card in record.cards
    )
    return _section(t, "cards", t("Cards and permits"), "", Table("cards", columns, (Group(rows),)))


def _card_words(t: Translator, card: CardHolding, day: date) -> str:
    found = card_line(card, day)
    return capital(card_clause(t, FixFirst(card, found.state, found.days)))


def _measures(t: Translator, record: PersonRecord) -> Section:
    columns = (
        Column("deadline", t("Latest by"), 2),
        Column("what", t("What is done"), 4),
        Column("sign", t("Sign of success"), 3),
        Column("cost", t("Cost and funding"), 3),
    )
    rows = tuple(_measure(t, measure) for measure in record.measures)
    lead = t("Measures that name this person.")
    return _section(t, "measures", t("Agreed measures"), lead, Table("measures", columns, (Group(rows),)))


def _measure(t: Translator, measure: Measure) -> Row:
    day = t.day(measure.deadline) if measure.deadline else t("No day agreed yet")
    kind = joined(option_name(t, measure.option), status_name(t, measure.status), measure.responsible)
    cost = cell(plain(cost_name(t, measure.cost)), quiet(measure.funding_route))
    what = cell(strong(measure.what), quiet(kind), *_offer(t, measure.offer))
    return Row((cell(plain(day)), what, cell(plain(measure.success_sign)), cost), foot=quiet(measure.why))


def _offer(t: Translator, offer: Offer | None) -> list[Line]:
    return [said(t, offer.name), said(t, offer.provider, "quiet")] if offer else []


def _history(t: Translator, record: PersonRecord) -> Section:
    columns = (
        Column("when", t("When and who"), 2.5),
        Column("what", t("What"), 3.5),
        Column("before", t("Before"), 3),
        Column("after", t("After"), 3),
    )
    rows = tuple(_change(t, record, change) for change in record.history)
    lead = t("Every change that was written down, newest first.")
    return _section(t, "history", t("History"), lead, Table("history", columns, (Group(rows),)))


def _change(t: Translator, record: PersonRecord, change: Change) -> Row:
    who = joined(assessor_name(t, change.by), words.act_words(t, change.act))
    before, after = (cell(plain(_kept_words(t, kept, record.day))) for kept in (change.before, change.after))
    return Row((cell(plain(t.said(change.at)), quiet(who)), _subject(t, record, change), before, after))


def _subject(t: Translator, record: PersonRecord, change: Change) -> Cell:
    """What was changed: a competence by whose answer, a card, or what is known of the person."""
    kept = change.after or change.before
    if isinstance(kept, Assessment):
        need = next((need for need in record.needs if need.key == kept.need_key), None)
        name = said(t, need.name) if need else ()
        return cell(name, quiet(assessor_name(t, kept.assessor)))
    return cell(said(t, kept.name)) if isinstance(kept, CardHolding) else cell(plain(t("Name")))


def _kept_words(t: Translator, kept: Kept | None, day: date) -> str:
    if isinstance(kept, Person):
        return kept.display_name or kept.code
    if isinstance(kept, CardHolding):
        return _card_words(t, kept, day)
    return words.answer_words(t, kept) if kept else "–"


def _approved(t: Translator, record: PersonRecord) -> Section:
    """What approved versions of the plan keep, which changes with nothing but erasing."""
    columns = (Column("version", t("Version"), 2.5), Column("what", t("What"), 4.5), Column("kept", t("Kept"), 5))
    rows = tuple(row for then in record.approved for row in _rows_then(t, then))
    lead = t("Each approved plan keeps what was so on its day. It changes only when a person is erased.")
    return _section(t, "approved", t("Approved plans"), lead, Table("approved", columns, (Group(rows),)))


def _rows_then(t: Translator, then: KeptThen) -> Iterator[Row]:
    version = cell(plain(t.number(then.number)), quiet(t.day(then.approved_on)))
    names = {need.key: need.name for need in then.needs}
    for answer in then.answers:
        _who_said, level, founded = _answer_cells(t, answer)
        who = quiet(capital(assessor_name(t, answer.assessor)))
        yield Row((version, cell(said(t, names[answer.need_key]), who), Cell((*level.lines, *founded.lines))))
    for card in then.cards:
        yield Row((version, cell(said(t, card.name)), cell(plain(_card_words(t, card, then.approved_on)))))
    for measure in then.measures:
        yield Row((version, cell(plain(measure.what)), cell(plain(measure.responsible), quiet(measure.why))))
