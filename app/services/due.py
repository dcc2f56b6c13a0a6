"""What is due over all companies, how far each case is, and the calendar of one (brief, JOE-2a, KEU-8)."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.files.writing import write_file
from app.i18n import Translator
from app.languages import Language
from app.mapping.due import WITHIN, Ball, Due, Kind, Since, Stage, ball, dated, stage, within
from app.mapping.model import Mapping
from app.services.catalogues import of_cards
from app.services.desk import Desk
from app.services.signals import harmless
from app.wording.due import due_title, kind_name, names_of

_COLUMNS = ("on", "days", "kind", "company", "what", "key")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is due, with the mapping it is of; `days` are negative when it is late."""

    mapping: Mapping
    due: Due
    days: int


@dataclass(frozen=True, slots=True)
class Case:
    """How far a case is and who is to act; it is `quiet` when nobody has for a month, though somebody should."""

    mapping_key: str
    company: str
    stage: Stage
    ball: Ball
    acted_on: date
    quiet: bool


def since(desk: Desk, key: str) -> Since:
    """What is known of a case beside its mapping."""
    approvals = desk.cases.approvals(key)
    return Since(approvals[-1].approved_on if approvals else None, desk.cases.follow_ups(key))


def due_list(desk: Desk, days: int = WITHIN) -> tuple[Entry, ...]:
    """What is overdue or due within so many days, by day, then by company.

    Only a company's newest mapping is made anew. Every mapping is read: not on the window's thread.
    """
    found = [
        Entry(mapping, due, (due.on - desk.today).days)
        for mapping, is_newest in _mappings(desk)
        for due in within(dated(mapping, since(desk, mapping.key)), desk.today, days)
        if is_newest or due.kind is not Kind.MAPPING
    ]
    return tuple(sorted(found, key=lambda e: (e.due.on, e.mapping.company.name, e.mapping.key)))


def _mappings(desk: Desk) -> list[tuple[Mapping, bool]]:
    """Every mapping, and whether it is the newest of its company."""
    every = [desk.cases.load(s.key) for s in desk.cases.summaries()]
    newest: dict[str, Mapping] = {}
    for mapping in sorted(every, key=lambda m: (m.started or date.min, m.key)):
        newest[mapping.company.key] = mapping
    return [(mapping, newest[mapping.company.key] is mapping) for mapping in every]


def cases(desk: Desk) -> tuple[Case, ...]:
    """Every case, the longest untouched first."""
    found = (_case(desk, mapping) for mapping, _ in _mappings(desk))
    return tuple(sorted(found, key=lambda case: (case.acted_on, case.company, case.mapping_key)))


def _case(desk: Desk, mapping: Mapping) -> Case:
    at = stage(mapping, since(desk, mapping.key), desk.today)
    acted = mapping.changed.astimezone().date() if mapping.changed else mapping.started or desk.today
    quiet = at is not Stage.CLOSED and (desk.today - acted).days >= WITHIN
    return Case(mapping.key, mapping.company.name, at, ball(mapping, at), acted, quiet)


def title(t: Translator, entry: Entry) -> str:
    """What is due, as it stands in a list."""
    return due_title(t, entry.due, names_of(t, entry.mapping))


def rows(t: Translator, entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """The list as it is written to a file: days are ISO, kinds are codes."""
    return [
        {
            "on": e.due.on.isoformat(),
            "days": e.days,
            "kind": e.due.kind.value,
            "company": e.mapping.company.name,
            "what": title(t, e),
            "key": e.mapping.key,
        }
        for e in entries
    ]


def as_csv(rows: Sequence[dict[str, Any]]) -> str:
    """With semicolons, as the spreadsheets of the country expect; nothing runs as a formula."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, _COLUMNS, delimiter=";")
    writer.writeheader()
    writer.writerows({n: harmless(v) if isinstance(v, str) else v for n, v in row.items()} for row in rows)
    return out.getvalue()


def lines(t: Translator, entries: Sequence[Entry]) -> list[str]:
    """The list as sentences."""
    return ["  ".join((t.day(e.due.on), e.mapping.company.name, _line(t, e))) for e in entries]


def _line(t: Translator, entry: Entry) -> str:
    """Every title says what is due but that of a measure, which is what somebody has called it."""
    said = title(t, entry)
    return f"{kind_name(t, entry.due.kind)}: {said}" if entry.due.kind is Kind.MEASURE else said


def write_calendar(desk: Desk, key: str, language: Language, out: Path) -> int:
    """Write what is still to come of a mapping as a calendar file; how many entries it has."""
    from app.report.calendar import calendar

    mapping = desk.cases.load(key)
    found, remind = dated(mapping, since(desk, key)), of_cards(desk).cards.remind
    write_file(out, calendar(Translator(language), mapping, found, desk.today, remind))
    return len(found)
