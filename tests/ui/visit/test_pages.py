"""The pages of a visit: each act is written at once, said, and taken back like anything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.languages import LANGUAGES, Language
from app.mapping.model import Measure, OptionType, PeopleMode
from app.mapping.visit import Outcome, Visit
from app.ui.visit.closing import Closing
from app.ui.visit.open_list import OpenList
from app.ui.visit.opening import Opening, PeopleChoice
from tests.ui.kinds import Workshop
from tests.ui.visiting import StartVisit, Visiting


def words(shown: Visiting) -> str:
    return "\n".join(label.text() for label in shown.place.page.findChildren(QLabel) if label.isVisibleTo(shown.place))


def opening(shown: Visiting) -> PeopleChoice:
    assert isinstance(shown.place.page, PeopleChoice)
    return shown.place.page


# Before.


@pytest.mark.parametrize(("language", "greeting"), [("fi", "Hei!"), ("sv", "Hej!"), ("en", "Hello,")])
def test_that_the_message_is_copied_in_the_language_of_the_company(
    visiting: StartVisit, workshop: Workshop, language: Language, greeting: str
) -> None:
    company = replace(workshop().company, service_language=language)
    shown = visiting("visit#B1", replace(workshop(), company=company))
    copies = [b for b in shown.place.page.findChildren(type(shown.button("Copy text"))) if b.text() == "Copy text"]
    assert [b.accessibleName() for b in copies] == ["Message to the company: copy text", "Privacy notice: copy text"]
    shown.click(copies[0])
    assert greeting in QGuiApplication.clipboard().text()
    assert shown.said.startswith("Copied.")
    assert not shown.window.foot.undo.isVisible()


def test_that_the_way_on_goes_through_all_steps_in_order(visiting: StartVisit) -> None:
    shown = visiting("visit#B1")
    shown.click(shown.button("Next: B2 Background"))
    assert shown.window.here == "company"
    shown.window.go("visit#B5")
    shown.click(shown.button("Next: V1 Opening"))
    assert shown.place.part == "V1"


# Opening.


def test_that_the_clock_is_started_shown_and_taken_back(visiting: StartVisit, qtbot: QtBot) -> None:
    shown = visiting()
    shown.click(shown.button("Start the visit"))
    began = shown.stored().visit.began
    assert began
    assert abs((datetime.now(UTC) - began).total_seconds()) < 60
    assert shown.said == "The visit has begun"
    qtbot.waitUntil(shown.window._frame.ruler.isVisible)
    shown.click(shown.window.foot.undo)
    assert shown.stored().visit.began is None
    assert not shown.window._frame.ruler.isVisible()
    assert shown.button("Start the visit").isVisible()


def test_that_a_visit_of_another_day_can_start_its_clock_again(visiting: StartVisit, workshop: Workshop) -> None:
    shown = visiting(mapping=replace(workshop(), visit=Visit(began=datetime(2026, 1, 2, 9, tzinfo=UTC))))
    shown.click(shown.button("Start the clock again"))
    began = shown.stored().visit.began
    assert began
    assert (datetime.now(UTC) - began).total_seconds() < 60
    assert "Start" not in words(shown).replace("Started", "")


def test_that_the_notice_is_ticked_by_key_and_keeps_the_cursor(visiting: StartVisit, today: date) -> None:
    shown = visiting()
    assert isinstance(shown.place.page, Opening)
    shown.place.page.notice.setFocus()
    QTest.keyClick(shown.place.page.notice, Qt.Key.Key_Space)
    assert shown.stored().visit.notice_shown == today
    assert isinstance(shown.place.page, Opening)
    assert QApplication.focusWidget() is shown.place.page.notice
    QTest.keyClick(shown.place.page.notice, Qt.Key.Key_Space)
    assert shown.stored().visit.notice_shown is None


@pytest.mark.parametrize("part", ["B5", "V1"])
def test_that_a_mode_is_chosen_with_its_meaning_and_confirmed(visiting: StartVisit, today: date, part: str) -> None:
    shown = visiting(f"visit#{part}")
    assert "not confirmed yet" in words(shown)
    assert "Nobody has a row of their own, only head counts by level." in words(shown)
    shown.click(opening(shown).ways[PeopleMode.ROLES_ONLY])
    assert shown.stored().people_mode is PeopleMode.PSEUDONYMS  # nothing is changed by looking
    shown.click(opening(shown).confirm)
    assert shown.stored().people_mode is PeopleMode.ROLES_ONLY
    assert shown.stored().visit.people_mode_confirmed == today
    assert "confirmed 23 Nov 2026" in words(shown)


def test_that_from_roles_to_names_the_owner_is_asked_and_without_them_nothing_changes(
    visiting: StartVisit, workshop: Workshop
) -> None:
    shown = visiting("visit#B5", workshop(PeopleMode.ROLES_ONLY))
    assert not opening(shown).owner.isVisible()
    shown.click(opening(shown).ways[PeopleMode.NAMES])
    assert opening(shown).owner.isVisible()
    shown.click(opening(shown).confirm)
    assert shown.stored().people_mode is PeopleMode.ROLES_ONLY
    assert "only the owner" in shown.said
    assert opening(shown).ways[PeopleMode.ROLES_ONLY].isChecked()
    shown.click(opening(shown).ways[PeopleMode.NAMES])
    shown.click(opening(shown).owner)
    shown.click(opening(shown).confirm)
    assert shown.stored().people_mode is PeopleMode.NAMES


def test_that_the_company_card_is_no_way_round_the_owner(visiting: StartVisit, workshop: Workshop) -> None:
    from app.ui.company.place import CompanyPlace

    shown = visiting("company", workshop(PeopleMode.ROLES_ONLY))
    assert isinstance(shown.window.place, CompanyPlace)
    people = shown.window.place.terms.people
    people.setCurrentIndex(people.findData(PeopleMode.NAMES.value))
    people.activated.emit(people.currentIndex())
    assert shown.stored().people_mode is PeopleMode.ROLES_ONLY
    assert "only the owner" in shown.said
    assert people.currentData() == PeopleMode.ROLES_ONLY.value


def test_that_the_first_stop_of_a_page_is_where_something_is_to_be_done(visiting: StartVisit) -> None:
    shown = visiting()
    assert QApplication.focusWidget() is shown.button("Start the visit")
    shown.window.go("visit#B5")
    assert QApplication.focusWidget() is opening(shown).ways[PeopleMode.PSEUDONYMS]


# Closing.


def test_that_a_visit_with_nothing_agreed_stays_open_and_says_why(visiting: StartVisit) -> None:
    shown = visiting("visit#V10")
    assert "No measure is marked as the first step yet." in words(shown)
    assert "No day is agreed yet." in words(shown)
    shown.click(shown.button("Close the visit"))
    assert shown.stored().visit == Visit()
    assert "one thing agreed" in shown.said


def test_that_a_visit_closes_with_a_first_step_and_opens_again(visiting: StartVisit, workshop: Workshop) -> None:
    first = Measure(
        "m", "machinist-cam", OptionType.PAIR_WORK, "Pair work", "Foreman", date(2026, 12, 1), first_step=True
    )
    shown = visiting("visit#V10", replace(workshop(), measures=(first,)))
    assert "Pair work, Foreman, by 1 Dec 2026" in words(shown)
    shown.click(shown.button("Close the visit"))
    assert shown.stored().visit.outcome is Outcome.NEXT_STEP
    assert "Closed 23 Nov 2026: there is a next step." in words(shown)
    shown.click(shown.button("Open again"))
    assert shown.stored().visit == Visit()


def test_that_the_tick_closes_a_visit_without_further_service_and_undo_opens_it(visiting: StartVisit) -> None:
    shown = visiting("visit#V10")
    assert isinstance(shown.place.page, Closing)
    shown.click(shown.place.page.nothing_more)
    shown.click(shown.button("Close the visit"))
    assert shown.stored().visit.outcome is Outcome.NO_FURTHER_SERVICE
    assert "no further service is wanted" in words(shown)
    QTest.keyClick(shown.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.stored().visit == Visit()


def test_that_the_feedback_is_a_section_of_the_survey(visiting: StartVisit) -> None:
    shown = visiting("visit#V10", survey=True)
    shown.click(shown.button("Feedback"))
    assert (shown.window.here, shown.window.part) == ("survey", "K")


# After.


def test_that_everything_left_open_is_listed_and_leads_there(visiting: StartVisit) -> None:
    shown = visiting("visit#A1", survey=True)
    assert isinstance(shown.place.page, OpenList)
    assert words(shown).count("Left open") == 1
    table = shown.place.page.table
    rows = [
        (table.model().index(n, 0).data(), table.model().index(n, 1).data()) for n in range(table.model().rowCount())
    ]
    assert ("B1 Agree on the visit", "The step is not done.") in rows
    changing = next(n for n, (step, _what) in enumerate(rows) if step == "V3 What changes")
    table.setCurrentIndex(table.model().index(changing, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert (shown.window.here, shown.window.part) == ("survey", "C")


def test_that_days_to_look_again_count_from_the_closing(visiting: StartVisit, workshop: Workshop) -> None:
    closed = Visit(closed=date(2026, 11, 23), outcome=Outcome.NEXT_STEP)
    shown = visiting("visit#A7", replace(workshop(), visit=closed))
    for day in ("3 months: 23 Feb 2027", "6 months: 23 May 2027 (optional)", "12 months: 23 Nov 2027"):
        assert day in words(shown)
    shown.window.go("visit#A8")
    assert "until 23 Nov 2028" in words(shown)
    assert "until 23 Nov 2029" in words(shown)


@pytest.mark.parametrize(("part", "way", "to"), [("A7", "Plan meeting", "A6"), ("A8", "Close the visit", "V10")])
def test_that_before_the_closing_no_day_is_made_up(visiting: StartVisit, part: str, way: str, to: str) -> None:
    shown = visiting(f"visit#{part}")
    assert "202" not in words(shown)
    shown.click(shown.button(way))
    assert shown.place.part == to


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["B1", "B5", "V1", "V10", "A1", "A6", "A7", "A8"])
def test_that_everything_on_a_page_has_a_name(visiting: StartVisit, part: str, language: Language) -> None:
    shown = visiting(f"visit#{part}", language=language, survey=part == "A1")
    assert all(widget.accessibleName() for widget in shown.place._stops())
    assert shown.place._stops()


def test_that_a_page_stays_through_another_language_and_size(visiting: StartVisit) -> None:
    shown = visiting("visit#A7")
    shown.window.speak("fi")
    assert shown.place.part == "A7"
