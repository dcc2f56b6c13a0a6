"""Deadlines, end dates and follow-ups as a calendar file (iCalendar, RFC 5545), of roles and never of people.

An entry has the same UID whenever it is written, so that a calendar that takes the file again moves what has moved. The
stamp of an entry is the day of writing: the same data and day give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from app.i18n import Translator
from app.mapping.cards import card_line, reminders
from app.mapping.due import Due
from app.mapping.model import CardHolding, Mapping, Measure, PeopleMode
from app.report.roles_only import masking
from app.wording.due import due_title, kind_name, names_of
from app.wording.words import capital, status_name

if TYPE_CHECKING:
    from icalendar import Alarm, Event

PRODUCT: Final = "-//Kartturi//Kartturi//EN"
A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One day in the calendar."""

    uid: str
    on: date
    title: str
    detail: str
    remind: tuple[int, ...] = ()
    """Days before it when the calendar reminds."""


def calendar(t: Translator, mapping: Mapping, found: Sequence[Due], today: date, remind: Sequence[int] = ()) -> bytes:
    """What is due in a mapping as all-day events; `today` stamps them.

    Of a card that ends the calendar reminds so many days before, as far as that is still to come (brief, section 7).
    """
    from icalendar import Calendar

    written = Calendar()
    written.add("prodid", PRODUCT)
    written.add("version", "2.0")
    written.add("method", "PUBLISH")
    written.add("x-wr-calname", t("Development plan: {company}", company=mapping.company.name))
    stamp = datetime.combine(today, time(), UTC)
    for entry in entries(t, mapping, found, today, remind):
        written.add_component(_event(entry, stamp))
    return bytes(written.to_ical())


def _event(entry: Entry, stamp: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + A_DAY)
    event.add("summary", entry.title)
    event.add("description", entry.detail)
    event.add("transp", "TRANSPARENT")  # a deadline takes nobody's day
    for days in entry.remind:
        event.add_component(_alarm(entry, days))
    return event


def _alarm(entry: Entry, days: int) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", -days * A_DAY)
    return alarm


def entries(
    t: Translator, mapping: Mapping, found: Sequence[Due], today: date, remind: Sequence[int] = ()
) -> list[Entry]:
    """What a calendar says: what is due, whose company it is, and what the plan prints of it."""
    masked, names = masking(mapping), names_of(t, mapping)
    return [
        Entry(
            uid=f"{due.kind}-{due.about.key if due.about else 'next'}-{mapping.key}@kartturi",
            on=due.on,
            title=masked(due_title(t, due, names)) + _whose(mapping, due),
            detail=_detail(t, mapping, due, masked),
            remind=reminders(card_line(due.about, today), remind) if isinstance(due.about, CardHolding) else (),
        )
        for due in found
    ]


def _whose(mapping: Mapping, due: Due) -> str:
    """The name of the person whose card it is, where people stand by their names."""
    if mapping.people_mode is not PeopleMode.NAMES or not isinstance(due.about, CardHolding):
        return ""
    name = next((p.display_name for p in mapping.people if p.key == due.about.person_key), "")
    return f", {name}" if name else ""


def _detail(t: Translator, mapping: Mapping, due: Due, masked: Callable[[str], str]) -> str:
    about, lines = due.about, [f"{mapping.company.name}: {kind_name(t, due.kind)}"]
    if isinstance(about, Measure):
        who, sign = masked(about.responsible), masked(about.success_sign)
        lines += [capital(status_name(t, about.status))]
        lines += [t("Responsible: {who}.", who=who)] if who else []
        lines += [t("Sign of success: {sign}", sign=sign)] if sign else []
    return "\n".join(lines)
