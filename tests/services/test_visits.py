"""A visit: begun, told about, closed with something agreed, and taken back like anything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.errors import UserError
from app.mapping.company import Company
from app.mapping.model import Mapping, Measure, Mode, OptionType, PeopleMode, Role, RoleNeed
from app.mapping.visit import Outcome, Visit
from app.mapping.visit_steps import step_states
from app.services import texts, visits
from app.services.desk import Desk
from app.texts import Text

NOW = datetime(2026, 11, 23, 9, 2, tzinfo=UTC)


def begun(desk: Desk, mode: PeopleMode = PeopleMode.PSEUDONYMS, of: Mode = Mode.VISIT) -> str:
    roles, needs = (Role("welder", "Welder", 2),), (RoleNeed("mag", "welder", Text(en="MAG welding")),)
    desk.cases.add(Mapping("m", Company("c", "Example Ltd"), mode=of, people_mode=mode, roles=roles, needs=needs))
    return "m"


def visit(desk: Desk) -> Visit:
    return desk.cases.load("m").visit


def test_that_the_clock_starts_when_it_is_said_and_can_be_taken_back(desk: Desk) -> None:
    key = begun(desk)
    visits.start(desk, key, NOW)
    assert visit(desk).began == NOW
    assert desk.cases.undo(key)
    assert visit(desk).began is None


def test_that_the_notice_is_shown_on_a_day_or_not(desk: Desk, today: date) -> None:
    key = begun(desk)
    visits.show_notice(desk, key, shown=True)
    assert visit(desk).notice_shown == today
    visits.show_notice(desk, key, shown=False)
    assert visit(desk).notice_shown is None


def test_that_people_and_the_word_on_them_come_and_go_in_one_act(desk: Desk, today: date) -> None:
    key = begun(desk, PeopleMode.ROLES_ONLY)
    visits.confirm_people_mode(desk, key, PeopleMode.PSEUDONYMS)
    after = desk.cases.load(key)
    assert [person.code for person in after.people] == ["H1", "H2"]
    assert (after.people_mode, after.visit.people_mode_confirmed) == (PeopleMode.PSEUDONYMS, today)
    desk.cases.undo(key)
    before = desk.cases.load(key)
    assert (before.people_mode, before.people, before.visit) == (PeopleMode.ROLES_ONLY, (), Visit())


def test_that_only_the_owner_leads_from_roles_to_names(desk: Desk) -> None:
    key = begun(desk, PeopleMode.ROLES_ONLY)
    with pytest.raises(UserError, match="owner"):
        visits.confirm_people_mode(desk, key, PeopleMode.NAMES)
    assert desk.cases.load(key).people_mode is PeopleMode.ROLES_ONLY
    assert visit(desk).people_mode_confirmed is None
    visits.confirm_people_mode(desk, key, PeopleMode.NAMES, owner_agrees=True)
    assert desk.cases.load(key).people_mode is PeopleMode.NAMES


@pytest.mark.parametrize("mode", [PeopleMode.PSEUDONYMS, PeopleMode.NAMES, PeopleMode.OWNER])
def test_that_from_anywhere_else_names_need_no_word_of_the_owner(desk: Desk, mode: PeopleMode) -> None:
    key = begun(desk, mode)
    visits.confirm_people_mode(desk, key, PeopleMode.NAMES)
    assert desk.cases.load(key).people_mode is PeopleMode.NAMES


def test_that_an_owner_alone_chooses_names_without_asking_anybody(desk: Desk) -> None:
    key = begun(desk, PeopleMode.ROLES_ONLY, Mode.SELF)
    visits.confirm_people_mode(desk, key, PeopleMode.NAMES)
    assert desk.cases.load(key).people_mode is PeopleMode.NAMES


def test_that_a_visit_does_not_close_with_nothing_agreed(desk: Desk) -> None:
    key = begun(desk)
    desk.cases.put(key, Measure("plain", "mag", OptionType.PAIR_WORK))
    with pytest.raises(UserError, match="one thing agreed"):
        visits.close(desk, key)
    assert visit(desk) == Visit()


def test_that_a_first_step_closes_a_visit(desk: Desk, today: date) -> None:
    key = begun(desk)
    desk.cases.put(key, Measure("first", "mag", OptionType.PAIR_WORK, first_step=True))
    visits.close(desk, key)
    assert (visit(desk).closed, visit(desk).outcome) == (today, Outcome.NEXT_STEP)


def test_that_a_next_meeting_closes_a_visit(desk: Desk, today: date) -> None:
    key = begun(desk)
    desk.cases.put_head(replace(desk.cases.load(key), next_meeting=date(2027, 1, 12)))
    visits.close(desk, key)
    assert (visit(desk).closed, visit(desk).outcome) == (today, Outcome.NEXT_STEP)


def test_that_the_word_that_nothing_more_is_wanted_closes_a_visit(desk: Desk, today: date) -> None:
    key = begun(desk)
    visits.close(desk, key, no_further_service=True)
    assert (visit(desk).closed, visit(desk).outcome) == (today, Outcome.NO_FURTHER_SERVICE)


def test_that_a_closed_visit_opens_again_with_its_clock_as_it_was(desk: Desk) -> None:
    key = begun(desk)
    visits.start(desk, key, NOW)
    visits.close(desk, key, no_further_service=True)
    visits.reopen(desk, key)
    assert visit(desk) == Visit(began=NOW)


def test_that_what_is_said_here_is_what_the_steps_tell(desk: Desk) -> None:
    key = begun(desk)
    visits.show_notice(desk, key, shown=True)
    visits.confirm_people_mode(desk, key, PeopleMode.ROLES_ONLY)
    visits.close(desk, key, no_further_service=True)
    states = {state.step.code: state.state for state in step_states(desk.cases.load(key), None)}
    assert [states[code] for code in ("B5", "V1", "V10", "A1")] == ["done"] * 4


def test_that_days_ahead_count_from_the_closing_and_keep_to_the_month(desk: Desk) -> None:
    closed = Mapping("m", Company("c", ""), visit=Visit(closed=date(2026, 11, 30)))
    found = visits.ahead(closed)
    assert found
    assert found.follow_ups == (date(2027, 2, 28), date(2027, 5, 30), date(2027, 11, 30))
    assert (found.people_until, found.plan_until) == (date(2028, 11, 30), date(2029, 11, 30))
    assert visits.ahead(replace(closed, visit=Visit())) is None


@pytest.mark.parametrize("name", [texts.NOTICE, texts.MESSAGE])
def test_that_each_text_is_whole_in_every_language_and_has_a_version(name: str) -> None:
    words = texts.shipped(name)
    assert words.version
    for phrase in (words.title, *words.paragraphs):
        assert all((phrase.text.fi, phrase.text.sv, phrase.text.en))
    said = {language: words.said(language) for language in ("fi", "sv", "en")}
    assert len(set(said.values())) == 3


def test_that_the_notice_is_there_in_plain_finnish_and_shorter() -> None:
    notice = texts.shipped(texts.NOTICE)
    assert all(phrase.plain for phrase in (notice.title, *notice.paragraphs))
    assert len(notice.said("plain")) < len(notice.said("fi"))
    assert notice.title.working  # nobody has proofread it yet, and it says so
