"""The calendar file: whole days that keep their identity, the same bytes each time, and nobody in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar, Component

from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.due import Since, dated
from app.mapping.followups import planned
from app.mapping.model import CardHolding, Mapping, Measure, OptionType, PeopleMode
from app.report.calendar import calendar
from app.texts import Text
from tests.store.samples import AINO, WORKSHOP

TODAY = date(2026, 11, 23)
CARD = CardHolding("card", "C03", "machinist", Text("Tulityö", "Heta arbeten", "Hot work"), "aino", valid_to=TODAY)
MEASURE = Measure(
    "m", "milling", OptionType.UNIT, "H1 ja Ainokaisa kurssille; 100 %, \N{GRINNING FACE}", "Ainokaisa", TODAY
)
CASE = replace(
    WORKSHOP,
    people=(replace(AINO, display_name="Ainokaisa"), *WORKSHOP.people[1:]),
    cards=(CARD,),
    measures=(MEASURE,),
    started=TODAY,
)


def written(mapping: Mapping, language: Language = "en", today: date = TODAY) -> bytes:
    found = dated(mapping, Since(TODAY, planned(1, TODAY)))
    return calendar(Translator(language), mapping, found, today)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_it_is_read_back_as_whole_days_and_the_same_bytes_come_twice(language: Language) -> None:
    text = written(CASE, language)
    assert text == written(CASE, language)
    events = Calendar.from_ical(text).walk("VEVENT")
    assert len(events) == 6
    for event in events:
        assert type(event.decoded("DTSTART")) is date
        assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(1)
        assert event.decoded("DTSTAMP") == datetime(2026, 11, 23, tzinfo=UTC)
        assert event["SUMMARY"]
    assert len({event["UID"] for event in events}) == len(events)
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))


def test_that_an_entry_keeps_its_identity_when_its_day_moves() -> None:
    moved = replace(CASE, measures=(replace(MEASURE, deadline=date(2027, 1, 1), what="Otherwise"),))
    before, after = (
        {str(e["UID"]): e.decoded("DTSTART") for e in Calendar.from_ical(written(m)).walk("VEVENT")}
        for m in (CASE, moved)
    )
    assert before.keys() == after.keys()
    assert [uid for uid in before if before[uid] != after[uid]] == ["measure-m-workshop@kartturi"]


def test_that_nobody_is_in_it_but_where_people_stand_by_their_names() -> None:
    text = written(CASE).replace(b"\r\n ", b"").decode()
    assert "Machinist ja Machinist kurssille\\; 100 %" in text
    assert [word for word in ("Ainokaisa", "H1", "aino") if word in text] == []
    named = written(replace(CASE, people_mode=PeopleMode.NAMES)).replace(b"\r\n ", b"").decode()
    assert "Hot work ends: Machinist\\, Ainokaisa" in named
    assert named.count("Ainokaisa") == 1


def test_that_it_reminds_of_a_card_before_it_ends_and_of_nothing_else_and_never_in_the_past() -> None:
    mapping = replace(CASE, cards=(replace(CARD, valid_to=TODAY + timedelta(100)),))
    found = dated(mapping, Since(TODAY, planned(1, TODAY)))
    text = calendar(Translator("sv"), mapping, found, TODAY, (180, 90, 30))
    alarms = {str(e["UID"]): [a.decoded("TRIGGER").days for a in e.walk("VALARM")] for e in _events(text)}
    assert alarms.pop("card-card-workshop@kartturi") == [-90, -30]
    assert not any(alarms.values())


def _events(text: bytes) -> list[Component]:
    return [*Calendar.from_ical(text).walk("VEVENT")]
