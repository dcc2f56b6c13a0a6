"""A plan is approved, printed again to the byte, compared, followed up and set beside what is so now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from app.errors import UserError
from app.mapping.answers import Answer
from app.mapping.followups import MeasureThen
from app.mapping.model import Assessment, Assessor, Measure, MeasureStatus, OptionType
from app.mapping.referral_made import Referral
from app.mapping.versions import Changed
from app.services import companies, feedback, followups, persons, plans, referrals, versions
from app.services.catalogues import of_directory
from app.services.desk import Desk

TODAY = date(2026, 11, 23)
LATER = date(2027, 3, 1)


@pytest.fixture
def key(desk: Desk) -> str:
    return companies.begin_sample(desk, "en")


def test_that_an_approved_plan_is_printed_again_to_the_byte_whatever_has_changed_since(desk: Desk, key: str) -> None:
    versions.approve(desk, key, by="owner")
    printed = plans.render_pdf(desk, key, "sv")
    later = replace(desk, today=LATER)
    mapping = desk.cases.load(key)
    desk.cases.drop(key, mapping.roles[0], mapping.agreed[0])
    desk.cases.put_head(replace(mapping, goal="Something else"))
    desk.cases.drop(key, *mapping.answers)
    version = later.cases.version(key, 1)
    assert versions.reprint(version, "sv") == printed
    assert versions.says_the_same(version)
    assert plans.render_pdf(later, key, "sv") != printed


def test_that_approving_decides_what_was_open_and_sets_follow_ups(desk: Desk, key: str) -> None:
    [first, second, *_others] = desk.cases.load(key).measures
    desk.cases.put(key, replace(first, decided_on=date(2026, 1, 1)), replace(second, status=MeasureStatus.DROPPED))
    approval = versions.approve(desk, key, by=" owner ", note="As\nagreed")
    assert (approval.number, approval.approved_on, approval.approved_by, approval.note) == (
        1,
        TODAY,
        "owner",
        "As agreed",
    )
    decided = {m.key: m.decided_on for m in desk.cases.load(key).measures}
    assert (decided.pop(first.key), decided.pop(second.key)) == (date(2026, 1, 1), None)
    assert set(decided.values()) == {TODAY}
    assert [f.due for f in desk.cases.follow_ups(key)] == [date(2027, 2, 23), date(2027, 5, 23), date(2027, 11, 23)]


def test_that_a_new_version_takes_the_place_of_follow_ups_that_nobody_has_touched(desk: Desk, key: str) -> None:
    versions.approve(desk, key)
    [first, *_] = desk.cases.follow_ups(key)
    followups.hold(desk, key, first, "Half is done")
    desk.cases.put_head(replace(desk.cases.load(key), goal="More"))
    versions.approve(replace(desk, today=LATER), key)
    assert [(f.version, f.months) for f in desk.cases.follow_ups(key)] == [(1, 3), (2, 3), (2, 6), (2, 12)]


def test_that_what_is_approved_already_or_holds_nothing_is_not_approved(desk: Desk, key: str) -> None:
    versions.approve(desk, key)
    with pytest.raises(UserError, match="Nothing has changed since version 1"):
        versions.approve(desk, key)
    empty = companies.begin(desk, "Empty", desk.cases.load(key).mode, "fi")
    with pytest.raises(UserError, match="nothing to approve"):
        versions.approve(desk, empty)
    desk.cases.put_head(replace(desk.cases.load(key), goal="More"))
    with pytest.raises(UserError, match="personal identity code"):
        versions.approve(desk, key, note="131052-308T")
    assert len(desk.cases.approvals(key)) == 1


def test_that_two_versions_differ_by_what_was_changed_between_them(desk: Desk, key: str) -> None:
    with pytest.raises(UserError, match="No version"):
        versions.compared(desk, key)
    versions.approve(desk, key)
    mapping = desk.cases.load(key)
    measure = replace(mapping.measures[0], responsible="Foreman", decided_on=mapping.measures[0].decided_on)
    desk.cases.put(key, measure)
    expected = (Changed("responsible", mapping.measures[0].responsible, "Foreman", measure),)
    assert versions.compared(desk, key).differences == expected
    versions.approve(desk, key)
    assert versions.compared(desk, key, 1, 2).differences == expected
    assert versions.compared(desk, key).differences == ()


def test_that_levels_are_set_beside_the_last_mapping_and_what_is_said_of_it_today(desk: Desk, key: str) -> None:
    assert versions.since_last(desk, key) is None
    versions.approve(desk, key)
    assert versions.since_last(desk, key) is None  # the plan is the version
    mapping = desk.cases.load(key)
    need = mapping.needs[0]
    people = [p for p in mapping.people if p.role_key == need.role_key]
    desk.cases.put(key, *(Assessment(p.key, need.key, Assessor.AGREED, 4) for p in people))
    versions.say_then(desk, key, need.key, 1)
    found = versions.since_last(desk, key)
    assert found is not None
    [moved] = [m for m in found.movements if m.need.key == need.key]
    assert (moved.level_after, moved.then, moved.change_in_hindsight) == (Fraction(4), 1, Fraction(3))
    assert [m for m in found.movements if m.change and m.need.key != need.key] == []
    versions.say_then(desk, key, need.key, None)
    assert desk.cases.hindsight(key) == ()
    with pytest.raises(UserError, match="0 to 4"):
        versions.say_then(desk, key, need.key, 5)


def test_that_an_erased_person_leaves_an_approved_plan_that_says_so(desk: Desk, key: str) -> None:
    versions.approve(desk, key)
    person = desk.cases.load(key).people[0]
    persons.erase(desk, key, person)
    version = desk.cases.version(key, 1)
    assert version.approval.erased_on is not None
    assert versions.says_the_same(version) is None
    assert versions.reprint(version, "fi").startswith(b"%PDF")


def test_that_a_chosen_answer_that_looks_like_a_code_stays_and_written_ones_do_not(desk: Desk, key: str) -> None:
    mapping = desk.cases.load(key)
    person = replace(mapping.people[0], code="", display_name="yes")
    desk.cases.put(key, person, Answer("K5a", (), ("yes",)), Answer("K4e", (), ("I, yes, liked it",)))
    persons.erase(desk, key, person)
    said = {a.question: a.value for a in desk.cases.load(key).answers if a.question in ("K5a", "K4e")}
    assert said == {"K5a": ("yes",), "K4e": ("I, \N{EM DASH}, liked it",)}
    assert plans.render_pdf(desk, key, "fi")  # the interview still reads its answers


def test_that_a_referral_is_refused_before_the_customer_agrees(desk: Desk) -> None:
    measure, service = Measure("m", "n", OptionType.REFERRAL), of_directory(desk).directory.services.services[0]
    chosen = referrals.to_service(measure, service, "fi")
    assert chosen.referral is not None
    assert chosen.referral.to == service.name.fi
    with pytest.raises(UserError, match="customer agrees"):
        referrals.referred(measure, replace(chosen.referral, sent_on=TODAY))
    agreed = Referral(to=" Ohjaamo ", consent_by="owner", consent_on=TODAY, sent_on=TODAY)
    assert referrals.referred(measure, agreed).referral == replace(agreed, to="Ohjaamo")


def test_that_a_follow_up_is_held_rated_moved_and_reopened(desk: Desk, key: str) -> None:
    versions.approve(desk, key)
    first = desk.cases.follow_ups(key)[0]
    measure = desk.cases.load(key).measures[0]
    rated = followups.rate(desk, key, first, measure.key, helped=True)
    held = followups.hold(desk, key, rated, "Good")
    assert MeasureThen(measure.key, measure.status, helped=True) in held.measures
    assert (held.done_on, held.notes) == (TODAY, "Good")
    moved = followups.postpone(desk, key, followups.reopen(desk, key, held), LATER)
    assert desk.cases.follow_ups(key)[0] == moved == replace(held, done_on=None, due=LATER)


def test_that_averages_are_shown_from_four_voices_on_and_never_of_examples(desk: Desk, key: str) -> None:
    example = desk.cases.load(key)
    assert example.example
    for number, shown in ((3, None), (4, 5)):
        while len([s for s in desk.cases.summaries() if not s.example]) < number:
            _voice(desk, key)
        useful, *_, happened, _helped = feedback.averages(desk)
        assert (useful.asked, useful.voices, useful.average) == ("K4a", number, shown)
        assert (happened.asked, happened.months, happened.voices) == ("happened", 12, 0)


def _voice(desk: Desk, key: str) -> None:
    """Another company that has given its grade at the end of the visit."""
    number = len(desk.cases.summaries())
    mapping, survey = desk.cases.load(key), desk.cases.survey(key)
    own = replace(mapping, key=f"m{number}", company=replace(mapping.company, key=f"c{number}"), example=False)
    answers = tuple(a for a in own.answers if a.question != "K4a")
    desk.cases.add(replace(own, answers=(*answers, Answer("K4a", (), ("5",)))), survey)
