"""When a plan is looked at again, and when a company is mapped again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.mapping.due import Ball, Kind, Since, Stage, ball, dated, stage, within
from app.mapping.followups import MeasureThen, done, months_after, overtaken, planned
from app.mapping.model import CardHolding, Mapping, MeasureStatus, Mode
from app.mapping.referral_made import Referral, refusal
from app.mapping.visit import Outcome, Visit
from app.texts import Text
from tests.store.samples import COMPANY, COURSE, WORKSHOP

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("approved", "due"),
    [
        (date(2026, 11, 23), (date(2027, 2, 23), date(2027, 5, 23), date(2027, 11, 23))),
        (date(2027, 11, 30), (date(2028, 2, 29), date(2028, 5, 30), date(2028, 11, 30))),
        (date(2026, 11, 30), (date(2027, 2, 28), date(2027, 5, 30), date(2027, 11, 30))),
        (date(2028, 2, 29), (date(2028, 5, 29), date(2028, 8, 29), date(2029, 2, 28))),
        (date(2026, 8, 31), (date(2026, 11, 30), date(2027, 2, 28), date(2027, 8, 31))),
    ],
)
def test_that_follow_ups_are_due_on_the_day_or_the_last_day_of_a_shorter_month(
    approved: date, due: tuple[date, ...]
) -> None:
    assert tuple(f.due for f in planned(1, approved)) == due


def test_that_a_year_from_the_leap_day_is_the_last_day_of_february() -> None:
    assert months_after(date(2028, 2, 29), 12) == date(2029, 2, 28)
    assert months_after(date(2028, 2, 29), 48) == date(2032, 2, 29)


def test_that_a_follow_up_keeps_the_status_of_every_measure_and_what_was_said_of_its_help() -> None:
    before = replace(planned(1, DAY)[0], measures=(MeasureThen("course", MeasureStatus.PLANNED, helped=True),))
    later = replace(WORKSHOP, measures=(replace(COURSE, status=MeasureStatus.DONE), *WORKSHOP.measures[1:]))
    held = done(before, later, DAY)
    assert held.measures == (
        MeasureThen("course", MeasureStatus.DONE, helped=True),
        MeasureThen("renewal", MeasureStatus.PLANNED),
    )
    assert overtaken([held, *planned(1, DAY)[1:]]) == planned(1, DAY)[1:]


@pytest.mark.parametrize(("after", "listed"), [(320, False), (334, False), (335, True), (400, True)])
def test_that_a_company_is_due_to_be_mapped_again_thirty_days_before_its_year_is_over(after: int, listed: bool) -> None:
    mapping = Mapping("m", COMPANY, started=DAY)
    found = within(dated(mapping, Since()), DAY + timedelta(after), 30)
    assert [due.kind for due in found] == ([Kind.MAPPING] if listed else [])


def test_that_mapping_again_is_counted_from_the_last_approval_and_never_after_a_parting() -> None:
    mapping = Mapping("m", COMPANY, started=DAY, remap_months=6)
    assert [d.on for d in dated(mapping, Since(date(2027, 1, 31)))] == [date(2027, 7, 31)]
    parted = replace(mapping, visit=Visit(closed=DAY, outcome=Outcome.NO_FURTHER_SERVICE))
    assert dated(parted, Since()) == ()


def test_that_only_what_is_open_is_due() -> None:
    measures = (
        replace(COURSE, deadline=DAY),
        replace(COURSE, key="done", deadline=DAY, status=MeasureStatus.DONE),
        replace(COURSE, key="asked", referral=Referral(sent_on=DAY, answer_due=DAY)),
        replace(COURSE, key="answered", referral=Referral(sent_on=DAY, answer_due=DAY, answered_on=DAY)),
    )
    cards = (
        CardHolding("held", "C03", "welder", Text(), valid_to=DAY),
        CardHolding("missing", "C03", "welder", Text(), state="missing", valid_to=DAY),
        CardHolding("right to work", "C24", "welder", Text(), valid_to=DAY),
    )
    mapping = replace(WORKSHOP, measures=measures, cards=cards, next_meeting=DAY)
    found = [(d.kind, d.about.key if d.about else "") for d in dated(mapping, Since())]
    assert found == [(Kind.CARD, "held"), (Kind.MEASURE, "course"), (Kind.ANSWER, "asked"), (Kind.MEETING, "")]
    assert Kind.MEETING not in [d.kind for d in dated(mapping, Since(DAY))]  # it was the meeting that approved


def test_that_a_case_goes_its_way_and_somebody_has_the_ball() -> None:
    empty, plans = Mapping("m", COMPANY), planned(1, DAY)
    mapped = replace(WORKSHOP, agreed=(), measures=())
    sent = replace(WORKSHOP, measures=(replace(COURSE, referral=Referral(sent_on=DAY)),))
    approved, later = Since(DAY, plans), plans[0].due
    ended = Since(DAY, (*plans[:2], replace(plans[2], done_on=DAY)))
    way = [
        (empty, Since(), DAY, Stage.NEW, Ball.CONSULTANT),
        (replace(empty, mode=Mode.SELF), Since(), DAY, Stage.NEW, Ball.COMPANY),
        (mapped, Since(), DAY, Stage.MAPPED, Ball.CONSULTANT),
        (WORKSHOP, Since(), DAY, Stage.PLAN, Ball.COMPANY),
        (WORKSHOP, approved, later - timedelta(1), Stage.IN_PROGRESS, Ball.COMPANY),
        (sent, approved, DAY, Stage.IN_PROGRESS, Ball.SERVICE),
        (WORKSHOP, approved, later, Stage.FOLLOW_UP, Ball.CONSULTANT),
        (WORKSHOP, ended, DAY, Stage.CLOSED, Ball.NOBODY),
    ]
    found = [(at := stage(m, since, today), ball(m, at)) for m, since, today, _, _ in way]
    assert found == [(at, who) for *_, at, who in way]


@pytest.mark.parametrize(
    ("referral", "sentence"),
    [
        (Referral(to="Ohjaamo"), None),
        (Referral(sent_on=DAY), "before the customer agrees"),
        (Referral(sent_on=DAY, consent_on=DAY), "before the customer agrees"),
        (Referral(sent_on=DAY, consent_on=DAY, consent_by=" "), "before the customer agrees"),
        (Referral(sent_on=DAY, consent_on=DAY + timedelta(1), consent_by="owner"), "It was sent on"),
        (Referral(sent_on=DAY, consent_on=DAY, consent_by="owner"), None),
        (Referral(answered_on=DAY), "after something was sent"),
        (Referral("", "", "", "owner", DAY, DAY, None, DAY - timedelta(1)), "after something was sent"),
        (Referral("", "", "", "owner", DAY, DAY, DAY, DAY), None),
    ],
)
def test_that_a_referral_is_not_sent_before_the_customer_agrees(referral: Referral, sentence: str | None) -> None:
    found = refusal(referral)
    assert (found is None) == (sentence is None)
    assert (sentence or "") in str(found or "")
