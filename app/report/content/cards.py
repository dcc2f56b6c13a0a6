"""Cards and permits by role: how many people, until when; on a time line and as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from app.i18n import Translator
from app.mapping.cards import ORDER
from app.mapping.followups import months_after
from app.mapping.plan import EXPIRING_DAYS, TO_FIX, Results
from app.report.blocks import Block, Column, Group, Illustration, Line, Paragraph, Row, Run, Section, Table
from app.report.content import phrases
from app.report.content.card_rows import CardRow, card_rows
from app.report.content.days import bare_day, day, month
from app.report.content.phrases import cell, plain, quiet, said, strong, urgent
from app.report.pictures import Expiry, Stop, Tick
from app.wording.cards import card_clause
from app.wording.words import capital, card_state_name

BEFORE_DAYS: Final = 240
AFTER_DAYS: Final = 560
"""What the time line shows before and after today."""
TOGETHER_DAYS: Final = 21
"""Ends as near as this to each other are one shape on the time line."""
EDGE_DAYS: Final = 20
"""Nearer than this to an end of the line a shape would hang over."""
NAMELESS_DAYS: Final = 60
"""A quarter as near as this to today has no name on the scale: today's line stands there."""
MOST_ROWS: Final = 10
QUARTERS: Final = (1, 4, 7, 10)
ACT_NOW: Final = ("overdue", "missing", "red")


def section(t: Translator, results: Results) -> Section | None:
    """No section where no card or permit has been recorded."""
    rows = [row for row in card_rows(results) if row.state != "not_needed"]
    if not rows:
        return None
    blocks: list[Block] = [*_picture(t, results, rows), Table("cards", _columns(t), _groups(t, results, rows))]
    note = t("Ask whoever gave a card how long it is valid. Cards and permits are put right first and never scored.")
    lead = t("Counts of people by role, never names.")
    return Section("cards", t("Cards and permits"), lead, (*blocks, Paragraph(quiet(note))))


def _columns(t: Translator) -> tuple[Column, ...]:
    return (
        Column("card", t("Card or permit"), 3.75),
        Column("people", t("People"), 1.5, right=True),
        Column("state", t("State"), 3.75),
        Column("act", t("By and who"), 3),
    )


def _groups(t: Translator, results: Results, rows: Iterable[CardRow]) -> tuple[Group, ...]:
    by_role: dict[str, list[CardRow]] = {}
    for row in rows:
        by_role.setdefault(row.holding.role_key, []).append(row)
    order = {role.key: (role.position, role.key) for role in results.mapping.roles}
    keys = sorted(by_role, key=lambda key: order.get(key, (len(order), key)))
    return tuple(
        Group(
            tuple(_row(t, results, row) for row in by_role[key]),
            strong(phrases.role_of(results.mapping, key).name or t("Other roles")),
        )
        for key in keys
    )


def _row(t: Translator, results: Results, row: CardRow) -> Row:
    state = state_words(t, row)
    return Row(
        (
            cell(said(t, row.holding.name, strong=True)),
            cell(plain(str(row.holding.count))),
            cell(urgent(state) if row.state in ACT_NOW else plain(state)),
            cell(_act(t, results, row)),
        )
    )


def state_words(t: Translator, row: CardRow) -> str:
    """The state with its day: "Expired 30.9.2026, 54 days ago", "Valid until 1.5.2029"."""
    if row.state == "valid" and row.holding.valid_to:
        return t("Valid until {day}", day=t.day(row.holding.valid_to))
    return capital(card_clause(t, row.fix))


def _act(t: Translator, results: Results, row: CardRow) -> Line:
    if row.measure and row.measure.deadline:
        return plain(phrases.joined(day(t, row.measure.deadline, results.today), row.measure.responsible))
    return quiet(t("not agreed")) if row.state in TO_FIX else ()


def _picture(t: Translator, results: Results, rows: Iterable[CardRow]) -> list[Illustration]:
    """The time line of the cards that end on it, most pressing first; nothing without one."""
    by_card: dict[object, list[CardRow]] = {}
    for row in rows:
        by_card.setdefault((row.holding.card, row.holding.name), []).append(row)
    shown = [found for found in by_card.values() if _ends(found)][:MOST_ROWS]
    return [_illustration(t, results, shown)] if shown else []


def _illustration(t: Translator, results: Results, cards: list[list[CardRow]]) -> Illustration:
    note = t(
        "A square has ended, a diamond ends within {n} days, a circle later. The figure is people.", n=EXPIRING_DAYS
    )
    picture = Expiry(
        rows=tuple(_stops(t, rows) for rows in cards),
        ticks=_ticks(t, results.today),
        today=t.day(results.today),
        half_year=t.n("{n} day", "{n} days", EXPIRING_DAYS),
        first=-BEFORE_DAYS,
        last=AFTER_DAYS,
    )
    return Illustration(
        picture,
        alternative=t.listed(state_words(t, row) for rows in cards for row in rows),
        heading=t("When cards and permits end"),
        note=note,
        left=tuple(said(t, rows[0].holding.name, strong=True) for rows in cards),
        right=tuple(_rest(t, rows) for rows in cards),
    )


def _ends(rows: Iterable[CardRow]) -> list[tuple[int, date, CardRow]]:
    """What ends on the time line: days from today, the day, and the row; in the order of days."""
    ends = [
        (row.fix.days, row.holding.valid_to, row)
        for row in rows
        if row.fix.days is not None and row.holding.valid_to and row.fix.days < AFTER_DAYS - EDGE_DAYS
    ]
    return sorted(ends, key=lambda end: end[:2])


def _stops(t: Translator, rows: list[CardRow]) -> tuple[Stop, ...]:
    """Ends on the time line, the past ones at its edge where they lie before it."""
    stops: list[Stop] = []
    for days, end, row in _ends(rows):
        place, people = max(days, EDGE_DAYS - BEFORE_DAYS), row.holding.count
        last = stops[-1] if stops else None
        if last and last.state == row.state and place - last.days < TOGETHER_DAYS:
            stops[-1] = replace(last, people=last.people + people)
        else:
            stops.append(Stop(place, people, _short(t, end, days), row.state))
    return tuple(stops)


def _short(t: Translator, end: date, days: int) -> str:
    """The end as shortly as it is understood: day and month in the last months, month and year in the far future."""
    if days > EXPIRING_DAYS:
        return month(t, end)
    return bare_day(t, end) if EDGE_DAYS - BEFORE_DAYS <= days < 0 else t.day(end)


def _rest(t: Translator, rows: list[CardRow]) -> Line:
    """In words what has no place on the time line."""
    on_line = [row for _days, _end, row in _ends(rows)]
    runs: list[Run] = []
    for state in ORDER:
        if count := sum(row.holding.count for row in rows if row.state == state and row not in on_line):
            words = f"{count} {t('later') if state == 'valid' else card_state_name(t, state)}"
            runs += [Run(", ")] if runs else []
            runs += urgent(words) if state == "missing" else plain(words)
    return tuple(runs)


def _ticks(t: Translator, today: date) -> tuple[Tick, ...]:
    """The beginning of every quarter on the line; every other one is named, if today's line leaves it room."""
    months = [months_after(date(today.year, 1, 1), n) for n in range(-12, 36)]
    days = [(m, (m - today).days) for m in months if m.month in QUARTERS]
    inside = [(m, n) for m, n in days if -BEFORE_DAYS < n < AFTER_DAYS]
    return tuple(Tick(n, month(t, m) if m.month in (1, 7) and abs(n) > NAMELESS_DAYS else "") for m, n in inside)
