"""After the visit: the plan is approved, compared, followed up and passed on (A6–A8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.answers import Answer
from app.mapping.followups import FollowUp
from app.mapping.model import Agreed, Assessment, Assessor, Mapping, Measure, MeasureStatus, OptionType
from app.mapping.versions import Added, Changed, Difference, OrderChanged, ReasonChanged, Removed
from app.services import versions
from app.services.feedback import Average
from app.ui import theme as themes
from app.ui.theme import Theme
from app.ui.visit.differences import group_of
from app.ui.visit.following import FollowUpPage
from app.ui.visit.meeting import PlanMeeting
from app.ui.visit.record import Record, averages_told
from app.ui.widgets import ChoiceBox
from tests.ui.kinds import Workshop
from tests.ui.test_labels_fit import cut, go
from tests.ui.visiting import StartVisit, Visiting

PAIR = Measure("m", "machinist-cam", OptionType.PAIR_WORK, "Pair work on Fridays", "Foreman", date(2026, 12, 1))


@pytest.fixture
def planned(workshop: Workshop) -> Mapping:
    return replace(workshop(), agreed=(Agreed("machinist-cam", 0),), measures=(PAIR,))


def words(shown: Visiting) -> list[str]:
    return [label.text() for label in shown.place.page.findChildren(QLabel) if label.isVisibleTo(shown.place)]


def approve(shown: Visiting) -> None:
    assert shown.window.desk
    versions.approve(shown.window.desk, "mapping", by="owner")


def follow_ups(shown: Visiting) -> tuple[FollowUp, ...]:
    assert shown.window.desk
    return shown.window.desk.cases.follow_ups("mapping")


def meeting(shown: Visiting) -> PlanMeeting:
    assert isinstance(shown.place.page, PlanMeeting)
    return shown.place.page


def following(shown: Visiting) -> FollowUpPage:
    assert isinstance(shown.place.page, FollowUpPage)
    return shown.place.page


def pick(box: ChoiceBox, words: str) -> None:
    box.setFocus()
    while box.currentText() != words:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        if box.currentIndex() == before:
            raise AssertionError(f"no {words} there")


# The meeting.


def test_that_a_plan_is_approved_by_a_role_and_with_a_note(
    visiting: StartVisit, planned: Mapping, qtbot: QtBot, today: date
) -> None:
    shown = visiting("visit#A6", planned)
    QTest.keyClicks(meeting(shown).by, "owner")
    QTest.keyClicks(meeting(shown).note, "In the break room")
    shown.click(shown.button("Approve the plan"))
    assert shown.window.desk
    [approval] = shown.window.desk.cases.approvals("mapping")
    assert (approval.number, approval.approved_on, approval.approved_by) == (1, today, "owner")
    assert shown.said == "Version 1, approved 23 Nov 2026, by owner, In the break room"
    assert "Version 1 is the plan as it is now." in words(shown)
    qtbot.waitUntil(lambda: shown.stop("A6").stop.state == "done")


def test_that_an_approval_offers_no_way_back_for_there_is_none(visiting: StartVisit, planned: Mapping) -> None:
    shown = visiting("visit#A6", planned)
    shown.click(shown.button("Approve the plan"))
    assert not shown.window.foot.undo.isVisible()


def test_that_what_cannot_be_approved_says_why_and_keeps_what_was_typed(visiting: StartVisit) -> None:
    shown = visiting("visit#A6")
    QTest.keyClicks(meeting(shown).by, "owner")
    shown.click(shown.button("Approve the plan"))
    assert shown.said.startswith("There is nothing to approve yet.")
    assert shown.said in words(shown)
    assert meeting(shown).by.text() == "owner"


def test_that_a_version_is_opened_on_paper(visiting: StartVisit, planned: Mapping) -> None:
    shown = visiting("company", planned)
    approve(shown)
    shown.window.go("visit#A6")
    shown.click(shown.button("On paper"))
    assert (shown.window.here, shown.window.part) == ("preview", "version-1")


def test_that_what_has_changed_is_told_by_what_it_is_about(visiting: StartVisit, planned: Mapping) -> None:
    shown = visiting("company", planned)
    approve(shown)
    assert shown.window.desk
    stored = shown.stored()
    later = replace(stored.measures[0], status=MeasureStatus.DONE)
    shown.window.desk.cases.put("mapping", later, replace(stored.roles[0], head_count=4))
    shown.window.go("visit#A6")
    said = words(shown)
    told = said[said.index("From") + 2 :]
    assert [head for head in ("Roles", "Needs and levels", "Priorities", "Measures") if head in told] == [
        "Roles",
        "Measures",
    ]
    assert "Machinist, head count: 3 before, 4 now." in told
    assert "Pair work on Fridays, status: planned before, done now." in told
    pick(meeting(shown).comparing.new, "Version 1")
    assert "Nothing differs." in words(shown)


def test_that_every_kind_of_difference_has_its_heading(planned: Mapping) -> None:
    role, need, card = planned.roles[0], planned.needs[0], planned.cards[0]
    of: list[tuple[Difference, str]] = [
        (Changed("goal", "", "More"), "plan"),
        (Added(role), "roles"),
        (Removed(need), "needs"),
        (Changed("count", 1, 2, card), "cards"),
        (Changed("what", "", "x", PAIR), "measures"),
        (OrderChanged((), (need,)), "order"),
        (ReasonChanged(need, "", "A robot comes"), "order"),
    ]
    assert [group_of(difference) for difference, _group in of] == [group for _difference, group in of]


# Following up.


def test_that_a_follow_up_is_held_with_the_state_of_each_measure_and_stays_in_hand(
    visiting: StartVisit, planned: Mapping, qtbot: QtBot, today: date
) -> None:
    shown = visiting("company", planned)
    approve(shown)
    shown.window.go("visit#A7")
    assert "In 92 days: 23 Feb 2027" in words(shown)
    pick(following(shown).measures.states["m"], "In progress")
    assert shown.stored().measures[0].status is MeasureStatus.IN_PROGRESS
    shown.click(shown.button("It has been held"))
    [then] = follow_ups(shown)[0].measures
    assert (follow_ups(shown)[0].done_on, then.status) == (today, MeasureStatus.IN_PROGRESS)
    assert following(shown).in_hand.months == 3
    assert "Held 23 Nov 2026." in words(shown)
    assert "In progress" in words(shown)
    qtbot.waitUntil(lambda: shown.stop("A7").stop.state == "begun")
    shown.click(shown.button("Open again"))
    assert follow_ups(shown)[0].done_on is None


def test_that_it_is_kept_whether_a_measure_helped_and_undo_takes_it_back(
    visiting: StartVisit, planned: Mapping
) -> None:
    shown = visiting("company", planned)
    approve(shown)
    shown.window.go("visit#A7")
    pick(following(shown).measures.helped["m"], "It helped")
    assert follow_ups(shown)[0].measures[0].helped is True
    focused = QApplication.focusWidget()
    assert focused
    assert focused.accessibleName() == "Pair work on Fridays: did it help?"
    shown.click(shown.window.foot.undo)
    assert follow_ups(shown)[0].measures == ()


def test_that_another_follow_up_is_taken_in_hand_by_an_arrow(visiting: StartVisit, planned: Mapping) -> None:
    shown = visiting("company", planned)
    approve(shown)
    shown.window.go("visit#A7")
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClick(focused, Qt.Key.Key_Right)
    assert following(shown).in_hand.months == 6


def test_that_notes_and_the_day_are_written_by_themselves(visiting: StartVisit, planned: Mapping) -> None:
    shown = visiting("company", planned)
    approve(shown)
    shown.window.go("visit#A7")
    notes = following(shown).notes
    assert notes
    QTest.keyClicks(notes.notes, "Two can weld now")
    notes.day.setFocus()
    notes.day.selectAll()
    QTest.keyClicks(notes.day, "1.3.2027")
    shown.window.go("company")
    assert (follow_ups(shown)[0].notes, follow_ups(shown)[0].due) == ("Two can weld now", date(2027, 3, 1))


def test_that_a_day_that_is_none_stays_with_its_reason_until_it_is_given_up(
    visiting: StartVisit, planned: Mapping
) -> None:
    shown = visiting("company", planned)
    approve(shown)
    shown.window.go("visit#A7")
    notes = following(shown).notes
    assert notes
    QTest.keyClicks(notes.day, "soon")
    shown.window.go("company")
    assert shown.window.here == "visit"
    assert "is not a date" in shown.said
    assert shown.said in words(shown)
    assert follow_ups(shown)[0].due == date(2027, 2, 23)
    shown.window.go("company")
    assert shown.window.here == "company"


def test_that_notes_that_cannot_be_kept_are_not_lost_by_going_on(visiting: StartVisit, planned: Mapping) -> None:
    shown = visiting("company", planned)
    approve(shown)
    shown.window.go("visit#A7")
    page = following(shown)
    assert page.notes
    QTest.keyClicks(page.notes.notes, "131052-308T did it")
    page.tabs.choose(follow_ups(shown)[2].key)
    shown.click(shown.button("It has been held"))
    assert following(shown) is page
    assert page.notes.notes.toPlainText() == "131052-308T did it"
    assert "personal identity code" in page.notes.refused
    assert (follow_ups(shown)[0].notes, follow_ups(shown)[0].done_on) == ("", None)


def test_that_both_what_was_said_then_and_hindsight_are_told(
    visiting: StartVisit, planned: Mapping, today: date
) -> None:
    shown = visiting("company", planned)
    approve(shown)
    assert shown.window.desk
    risen = [Assessment(f"machinist-{i}", "machinist-cam", Assessor.SUPERVISOR, 4, on=today) for i in range(3)]
    shown.window.desk.cases.put("mapping", *risen)
    shown.window.go("visit#A7")
    [line] = [said for said in words(shown) if ": level " in said]
    assert line.endswith("level 0.7 then, 4.0 now (+3.3).")
    assert "In hindsight" not in line
    pick(following(shown).hindsight.then["machinist-cam"], "Then: 1")
    assert shown.window.desk.cases.hindsight("mapping")[0].level == 1
    assert any("In hindsight it was 1 (+3.0)." in said for said in words(shown))


# The record.


def test_that_the_record_says_how_far_the_case_is_and_leads_to_what_is_passed_on(
    visiting: StartVisit, planned: Mapping, qtbot: QtBot
) -> None:
    answered = replace(planned, answers=(Answer("K4a", (), ("4",)), Answer("K4b", (), ("5",))))
    shown = visiting("visit#A8", answered)
    assert "State: plan." in words(shown)
    assert "Next to act: company." in words(shown)
    assert "2 of 4 questions are answered." in words(shown)
    page = shown.place.page
    assert isinstance(page, Record)
    few = "Averages of all companies are shown from 4 companies on that have answered."
    qtbot.waitUntil(lambda: page.averages.text() == few)
    shown.click(shown.button("Calendar"))
    assert (shown.window.here, shown.window.part) == ("preview", "calendar")


def test_that_averages_are_told_with_the_number_of_companies() -> None:
    from fractions import Fraction

    told = averages_told(
        Translator("en"),
        (Average("K4a", 3, None), Average("happened", 4, Fraction(1, 2), 3), Average("helped", 5, Fraction(4, 5), 12)),
    )
    assert told[1:] == [
        "Measures done after 3 months: 50% (4 companies)",
        "Measures that helped, after 12 months: 80% (5 companies)",
    ]


# Every page, when there is much on it.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["A6", "A7", "A8"])
def test_that_everything_on_a_page_has_a_name_once_there_is_something(
    visiting: StartVisit, planned: Mapping, part: str, language: Language
) -> None:
    shown = visiting("company", planned, language)
    approve(shown)
    shown.window.go(f"visit#{part}")
    names = [widget.accessibleName() for widget in shown.place._stops()]
    assert all(names)
    assert len(names) == len({*names})


@pytest.mark.parametrize(("language", "zoom"), [("en", 1.0), ("fi", 2.0), ("sv", 2.0)])
def test_that_no_word_is_cut_once_there_is_something(
    visiting: StartVisit, planned: Mapping, qapp: QApplication, qtbot: QtBot, language: Language, zoom: float
) -> None:
    shown = visiting("company", planned, language)
    approve(shown)
    themes.apply(qapp, Theme(zoom=zoom))
    shown.window.dress(Theme(zoom=zoom))
    found = []
    for code in ("A6", "A7"):
        go(shown.window, "mapping", f"visit#{code}", qtbot)
        assert shown.window.size().toTuple() == (1366, 768)
        found += [f"{code}: {words}" for words in cut(shown.window)]
    assert found == []
