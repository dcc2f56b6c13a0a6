"""The plan as it is made: ways forward are put in and out, measures are written, and all of it is stored at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.mapping.matching import Match, Reason, ReasonCode
from app.mapping.model import Agreed, CostClass, Mapping, Measure, MeasureStatus, OptionType
from app.mapping.ways import Option
from app.offers.model import Offer
from app.services.desk import Desk
from app.texts import Text
from app.ui.forms import text_of
from app.ui.plan import facts
from app.ui.plan.comparison import Comparison
from app.ui.plan.measures import COST, DEADLINE, FIRST, RESPONSIBLE, SIGN, STATUS, WHAT
from app.ui.plan.place import PlanPlace
from app.ui.plan.sheet import PlanSheet
from app.ui.shell import Window
from app.ui.theme import Theme

CAM, TURNING, FORKLIFT = "machinist-cam", "machinist-turning", "forklift"
UNIT = Offer(
    "cad",
    Text(en="CAD/CAM programming"),
    Text(en="Example College"),
    "VET",
    "unit",
    unit_codes=("101108",),
    extent_value=Decimal(15),
    extent_unit="osp",
    languages=("en",),
    mode=("workplace",),
    places=(Text("Turku", "Åbo", "Turku"),),
    start=date(2027, 1, 11),
    price_eur=Decimal(0),
    checked_on=date(2026, 11, 3),
    checked_by="the college",
)
OLD = Offer(
    "old",
    Text(en="CAM in five days"),
    offer_type="course",
    unit_codes=("101108",),
    languages=("en",),
    price_eur=Decimal(1450),
    checked_on=date(2026, 8, 24),
)
PERMIT = Offer("permit", Text(en="Driving a forklift"), offer_type="card", card="C05", languages=("en",))
MINE = Measure("mine", CAM, OptionType.PAIR_WORK, what="Pair work", responsible="Owner")

Opened = Callable[..., "Open"]


class Open:
    """A plan on the screen, and what it said."""

    def __init__(self, theme: Theme, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot, self.said, self.went = desk, qtbot, list[str](), list[str]()
        self.place = PlanPlace(theme, Translator("en"), desk, "mapping", self.said.append, self.went.append)
        self.place.resize(1302, 680)
        qtbot.addWidget(self.place)
        with qtbot.waitExposed(self.place):
            self.place.show()

    @property
    def sheet(self) -> PlanSheet:
        assert self.place.sheet
        return self.place.sheet

    @property
    def comparison(self) -> Comparison:
        assert self.sheet.page.comparison
        return self.sheet.page.comparison

    def wait(self) -> Open:
        """Until everything has been looked for."""
        self.qtbot.waitUntil(lambda: not self.sheet._looking.runner.busy)
        return self

    def stored(self) -> tuple[Measure, ...]:
        return self.desk.cases.load("mapping").measures

    def added(self) -> Measure:
        """The one measure beside that which was there."""
        [measure] = (m for m in self.stored() if m.key != MINE.key)
        return measure

    def edit(self, row: int, column: int, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
        """Open a cell, write over what stands there, and end with a key."""
        field = self.open_cell(row, column)
        assert isinstance(field, QLineEdit)
        field.selectAll()
        QTest.keyClicks(field, text)
        self.press(field, end)

    def press(self, field: QWidget, key: Qt.Key) -> None:
        """Press a key and let what it sets going come to its end."""
        QTest.keyClick(field, key)
        QTest.qWait(0)

    def open_cell(self, row: int, column: int, key: Qt.Key = Qt.Key.Key_F2) -> QWidget:
        table = self.sheet.page.table
        table.setFocus()
        table.setCurrentIndex(self.sheet.model.index(row, column))
        QTest.keyClick(table, key)
        editor = self.editor()
        assert editor
        return editor

    def editor(self) -> QWidget | None:
        return self.sheet.page.table._cells._editor

    def entries(self) -> list[str]:
        return [button.accessibleName() for button in self.sheet.contents.buttons()]


@pytest.fixture
def agreed(workshop: Callable[..., Mapping]) -> Mapping:
    """The workshop with two priorities agreed, of which one belongs to a unit, and one measure of it."""
    mapping = workshop()
    needs = tuple(replace(n, unit_code="101108") if n.key == CAM else n for n in mapping.needs)
    return replace(mapping, needs=needs, agreed=(Agreed(TURNING, 1), Agreed(CAM, 0)), measures=(MINE,))


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot, agreed: Mapping, open_desk: Callable[[Mapping], Desk]) -> Opened:
    def open_it(**changes: Any) -> Open:
        desk = open_desk(replace(agreed, **changes))
        desk.library.put_offers((UNIT, OLD, PERMIT))
        return Open(theme, desk, qtbot)

    return open_it


# What it shows.


def test_that_nothing_agreed_leads_to_the_results(opened: Opened) -> None:
    window = opened(agreed=(), measures=())
    assert window.place.sheet is None
    [button] = window.place.findChildren(QAbstractButton)
    button.click()
    assert window.went == ["results"]


def test_that_priorities_stand_in_the_owners_order_and_cards_to_fix_below(opened: Opened) -> None:
    window = opened().wait()
    assert window.entries() == [
        "1. CAM programming, urgent, Machinist, 1 measure",
        "2. CNC turning, in order, Machinist, choose a way forward",
        "Forklift permit, 1 person, Expired 30 Sep 2026, 54 days ago",
        "Safety card, 2 people, Ends 14 Dec 2026, in 21 days",
    ]


def test_that_the_place_can_be_used_before_offers_have_been_looked_for(
    theme: Theme, qtbot: QtBot, agreed: Mapping, open_desk: Callable[[Mapping], Desk]
) -> None:
    place = PlanPlace(theme, Translator("en"), open_desk(agreed), "mapping", lambda _: None, lambda _: None)
    qtbot.addWidget(place)
    sheet = place.sheet
    assert sheet
    page = sheet.page
    assert page.waiting.text() == "Looking for offers…"
    assert not page.waiting.isHidden()
    assert sheet.model.rowCount() == 1
    qtbot.waitUntil(lambda: page.comparison is not None and not sheet._looking.runner.busy)
    assert page.waiting.isHidden()


def test_that_ways_forward_of_different_kinds_stand_side_by_side(opened: Opened) -> None:
    window = opened().wait()
    names = [toggle.accessibleName() for toggle in window.comparison.toggles]
    assert names == [
        "Add to the plan: CAD/CAM programming",
        "Add to the plan: CAM in five days",
        "Add to the plan: Subcontracting",
        "Add to the plan: Accepted risk",
    ]


def test_that_every_line_stands_at_one_height_in_all_columns(opened: Opened) -> None:
    window = opened().wait()
    for line in zip(*window.comparison._columns, strict=True):
        assert len({cell.geometry().top() for cell in line}) == 1
    assert len({cell.width() for column in window.comparison._columns for cell in column}) == 1


def test_that_columns_that_do_not_fit_begin_a_new_band(opened: Opened) -> None:
    window = opened().wait()
    window.place.resize(960, 680)
    QTest.qWait(0)
    tops = [column[0].geometry().top() for column in window.comparison._columns]
    assert tops[0] == tops[1] < tops[2] == tops[3]
    assert window.comparison.width() <= window.sheet.page._scroll.viewport().width()


def test_that_nothing_blank_is_scrolled_to_below_the_last_line(opened: Opened) -> None:
    window = opened().wait()
    page, body = window.sheet.page, window.sheet.page._body
    assert body.height() <= max(body.heightForWidth(body.width()), page._scroll.viewport().height())


def test_that_what_is_old_shows_no_price_and_asks_to_be_checked(today: date) -> None:
    def way(day: date | None) -> facts.Way:
        match = Match(replace(OLD, checked_on=day), 50, (Reason(ReasonCode.SAME_UNIT, 50, "101108"),))
        return facts.way(Translator("en"), Option(OptionType.SHORT_COURSE, "offer_fits", match), today)

    old, good, never = way(date(2026, 8, 24)), way(date(2026, 8, 25)), way(None)
    assert old.stale
    assert (old.facts["price"], old.facts["checked"]) == ("Not shown", "24 Aug 2026. Check before you promise.")
    assert not good.stale
    assert (good.facts["price"], good.facts["checked"]) == ("€1,450", "25 Aug 2026")
    assert never.stale
    assert (never.facts["price"], never.facts["checked"]) == ("Not shown", "Not checked. Check before you promise.")


def test_that_what_is_not_known_is_said_and_never_looks_free(today: date) -> None:
    t, bare = Translator("en"), replace(OLD, price_eur=None, languages=(), checked_on=today)
    match = Match(bare, 50, (Reason(ReasonCode.SAME_UNIT, 50, "101108"),))
    way = facts.way(t, Option(OptionType.SHORT_COURSE, "offer_fits", match), today)
    said = {key: facts.fact(t, way, key) for key in facts.ROWS}
    assert said["price"] == "Ask for the price"
    assert {said[key] for key in ("where", "starts", "extent", "language")} == {"Not known"}
    wait = facts.way(t, Option(OptionType.ACCEPTED_RISK, "can_wait"), today)
    assert {facts.fact(t, wait, key) for key in ("where", "starts", "extent", "price", "language")} == {"–"}


def test_that_the_arrows_move_from_need_to_need_and_to_the_cards(opened: Opened) -> None:
    window = opened().wait()
    window.sheet.contents.button(CAM).setFocus()
    QTest.keyClick(window.sheet.contents.button(CAM), Qt.Key.Key_Down)
    assert window.sheet.in_hand == TURNING
    QTest.keyClick(window.sheet.contents.button(TURNING), Qt.Key.Key_Down)
    assert window.sheet.in_hand == FORKLIFT
    assert window.sheet.page._title.text() == "Forklift permit"
    assert window.sheet.page._reason.text() == "Machinist. Expired 30 Sep 2026, 54 days ago."


def test_that_a_need_without_measures_says_what_to_do(opened: Opened) -> None:
    window = opened().wait()
    assert not window.sheet.page.empty.isVisible()
    window.sheet.choose(TURNING)
    assert window.sheet.page.empty.isVisible()
    assert not window.sheet.page.table.isVisible()


# Ways forward put in and taken out.


def test_that_a_click_puts_a_way_forward_into_the_plan_with_its_offer_whole(opened: Opened) -> None:
    window = opened().wait()
    QTest.mouseClick(window.comparison.toggles[0], Qt.MouseButton.LeftButton)
    measure = window.added()
    assert (measure.for_key, measure.option, measure.offer) == (CAM, OptionType.UNIT, UNIT)
    assert measure.what == "Qualification unit: CAD/CAM programming"
    assert measure.why.startswith("Covers the qualification unit 101108.")
    assert window.comparison.toggles[0].accessibleName() == "In the plan: CAD/CAM programming"
    assert window.said[-1] == "Added to the plan: Qualification unit: CAD/CAM programming"
    assert "2 measures" in window.entries()[0]


def test_that_a_digit_does_what_a_click_does(opened: Opened) -> None:
    window = opened().wait()
    QTest.keyClick(window.sheet.contents.button(CAM), Qt.Key.Key_3)
    assert window.added().option is OptionType.SUBCONTRACTING
    QTest.keyClick(window.sheet.contents.button(CAM), Qt.Key.Key_3)
    assert window.stored() == (MINE,)
    assert window.said[-1] == "Taken out of the plan: Subcontracting: CAM programming"
    assert not window.comparison.toggles[2].isChecked()


def test_that_a_digit_without_a_way_forward_does_nothing(opened: Opened) -> None:
    window = opened().wait()
    for key in (Qt.Key.Key_5, Qt.Key.Key_0):
        QTest.keyClick(window.sheet.contents.button(CAM), key)
    assert window.stored() == (MINE,)


def test_that_a_digit_written_into_a_field_stays_a_digit(opened: Opened) -> None:
    window = opened().wait()
    QTest.keyClicks(window.sheet.meeting.note, "At 1")
    assert window.sheet.meeting.note.toPlainText() == "At 1"
    assert window.stored() == (MINE,)


def test_that_a_course_puts_a_card_right(opened: Opened) -> None:
    window = opened().wait()
    window.sheet.choose(FORKLIFT)
    window.comparison.toggles[0].click()
    measure = window.added()
    assert (measure.for_key, measure.option, measure.offer) == (FORKLIFT, OptionType.CARD, PERMIT)


def test_that_undo_brings_back_what_was_written_into_a_measure(
    theme: Theme, qtbot: QtBot, agreed: Mapping, open_desk: Callable[[Mapping], Desk]
) -> None:
    written = replace(MINE, option=OptionType.SUBCONTRACTING, what="Buy programs from a neighbour")
    desk = open_desk(replace(agreed, measures=(written,)))
    window = Window(theme, "en", lambda: desk)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.desk is not None)
    window.open("mapping", "plan")
    place = window.place
    assert isinstance(place, PlanPlace)
    sheet = place.sheet
    assert sheet
    qtbot.waitUntil(lambda: not sheet._looking.runner.busy)
    sheet._remove(0)
    assert desk.cases.load("mapping").measures == ()
    window.undo()
    assert desk.cases.load("mapping").measures == (written,)
    assert sheet.measures() == (written,)
    qtbot.waitUntil(lambda: not sheet._looking.runner.busy)


# Measures written.


@pytest.mark.parametrize(
    ("column", "text", "changed"),
    [
        (WHAT, "Pair work with H1", replace(MINE, what="Pair work with H1")),
        (RESPONSIBLE, "Supervisor", replace(MINE, responsible="Supervisor")),
        (RESPONSIBLE, " ", replace(MINE, responsible="")),
        (DEADLINE, "30.6.2027", replace(MINE, deadline=date(2027, 6, 30))),
        (DEADLINE, "1.9.", replace(MINE, deadline=date(2027, 9, 1))),
        (SIGN, "Two make a program alone", replace(MINE, success_sign="Two make a program alone")),
    ],
)
def test_that_a_cell_is_stored_when_it_is_left(opened: Opened, column: int, text: str, changed: Measure) -> None:
    window = opened().wait()
    window.edit(0, column, text)
    assert window.stored() == (changed,)
    assert window.said[-1] == "Saved"
    assert window.editor() is None


@pytest.mark.parametrize(
    ("column", "arrows", "changed"),
    [
        (COST, [Qt.Key.Key_Up] * 3, replace(MINE, cost=CostClass.UNDER_1000)),
        (STATUS, [Qt.Key.Key_Down], replace(MINE, status=MeasureStatus.IN_PROGRESS)),
    ],
)
class TestChoices:
    def test_that_a_choice_from_the_open_list_is_stored(
        self, opened: Opened, column: int, arrows: list[Qt.Key], changed: Measure
    ) -> None:
        window = opened().wait()
        box = window.open_cell(0, column, Qt.Key.Key_Return)
        assert isinstance(box, QComboBox)
        for key in arrows:
            QTest.keyClick(box.view(), key)
        window.press(box.view(), Qt.Key.Key_Return)
        assert window.editor() is None
        assert window.stored() == (changed,)

    def test_that_a_choice_over_the_closed_list_is_stored_once_it_is_left(
        self, opened: Opened, column: int, arrows: list[Qt.Key], changed: Measure
    ) -> None:
        window = opened().wait()
        window.sheet.page.table.edit(window.sheet.model.index(0, column))
        box = window.editor()
        assert isinstance(box, QComboBox)
        for key in arrows:
            QTest.keyClick(box, key)
        assert window.stored() == (MINE,)
        window.press(box, Qt.Key.Key_Tab)
        assert window.stored() == (changed,)


def test_that_tab_goes_on_to_the_next_cell(opened: Opened) -> None:
    window = opened().wait()
    window.edit(0, RESPONSIBLE, "Supervisor", end=Qt.Key.Key_Tab)
    assert window.sheet.page.table.currentIndex().column() == DEADLINE
    editor = window.editor()
    assert isinstance(editor, QLineEdit)
    assert editor.accessibleName() == "Deadline"


def test_that_escape_leaves_a_cell_as_it_was(opened: Opened) -> None:
    window = opened().wait()
    window.edit(0, WHAT, "Something else", end=Qt.Key.Key_Escape)
    assert window.stored() == (MINE,)


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        (DEADLINE, "soon", "soon is not a date. Write it like 1 Sep 2026."),
        (DEADLINE, "29.2.", "The next 29 February is far off."),
        (RESPONSIBLE, "131052-308T", "That looks like a personal identity code."),
        (WHAT, " ", "A measure says what is done."),
    ],
)
def test_that_what_cannot_be_stored_is_said_and_stays_in_the_cell(
    opened: Opened, column: int, text: str, words: str
) -> None:
    window = opened().wait()
    window.edit(0, column, text)
    editor = window.editor()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == text
    assert words in window.said[-1]
    assert window.stored() == (MINE,)


def test_that_going_elsewhere_writes_the_cell_that_is_open(opened: Opened) -> None:
    window = opened().wait()
    field = window.open_cell(0, RESPONSIBLE)
    assert isinstance(field, QLineEdit)
    field.setText("Supervisor")
    window.place.flush()
    assert window.stored()[0].responsible == "Supervisor"


def test_that_going_to_another_need_writes_the_cell_that_is_open(opened: Opened) -> None:
    window = opened().wait()
    field = window.open_cell(0, SIGN)
    assert isinstance(field, QLineEdit)
    field.setText("Two make a program alone")
    window.sheet.choose(TURNING)
    assert window.stored() == (replace(MINE, success_sign="Two make a program alone"),)


def test_that_delete_takes_a_measure_away_and_says_so(opened: Opened) -> None:
    window = opened().wait()
    window.sheet.page.table.setCurrentIndex(window.sheet.model.index(0, WHAT))
    QTest.keyClick(window.sheet.page.table, Qt.Key.Key_Delete)
    assert window.stored() == ()
    assert window.said[-1] == "Taken out of the plan: Pair work"


def test_that_there_is_one_first_step_in_the_whole_plan(opened: Opened) -> None:
    other = Measure("other", TURNING, OptionType.TOOL, what="A new gauge", first_step=True)
    window = opened(measures=(MINE, other)).wait()
    table = window.sheet.page.table
    table.setCurrentIndex(window.sheet.model.index(0, FIRST))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert {m.key: m.first_step for m in window.stored()} == {"mine": True, "other": False}
    cell = table.visualRect(window.sheet.model.index(0, FIRST)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell))
    assert not any(m.first_step for m in window.stored())


def test_that_an_own_measure_is_added_and_can_be_written_at_once(opened: Opened) -> None:
    window = opened().wait()
    rotation = next(a for a in window.sheet.page.kinds.actions() if a.text() == "Job rotation")
    rotation.trigger()
    assert window.added().option is OptionType.ROTATION
    field = window.editor()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Job rotation: CAM programming"
    field.setText("A week in every cell")
    window.press(field, Qt.Key.Key_Return)
    assert window.added().what == "A week in every cell"


def test_that_an_open_cell_asks_its_question_and_is_heard_as_not_said(opened: Opened) -> None:
    window = opened().wait()
    cell = window.sheet.model.index(0, DEADLINE)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Deadline: not said"
    window.edit(0, DEADLINE, "30.6.2027")
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Deadline: 30 Jun 2027"


# The next meeting.


def test_that_the_next_meeting_is_kept(opened: Opened) -> None:
    window = opened().wait()
    meeting = window.sheet.meeting
    QTest.keyClicks(meeting.day, "3.12.")
    QTest.keyClicks(meeting.note, "At one, at the workshop")
    window.place.flush()
    stored = window.desk.cases.load("mapping")
    assert (stored.next_meeting, stored.next_meeting_note) == (date(2026, 12, 3), "At one, at the workshop")
    assert stored.measures == (MINE,)


@pytest.mark.parametrize("field", ["day", "note"])
def test_that_what_is_wrong_with_a_meeting_is_said_under_its_field(opened: Opened, field: str) -> None:
    window = opened(next_meeting=date(2026, 12, 3), next_meeting_note="At one").wait()
    wrong: QLineEdit | QPlainTextEdit = getattr(window.sheet.meeting, field)
    wrong.selectAll()
    QTest.keyClicks(wrong, "131052-308T")
    window.place.flush()
    stored = window.desk.cases.load("mapping")
    assert (stored.next_meeting, stored.next_meeting_note) == (date(2026, 12, 3), "At one")
    assert window.sheet.meeting._remarks[wrong].isVisible()
    assert text_of(wrong) == "131052-308T"


# For everybody.


def test_that_everything_that_takes_the_focus_has_a_name(opened: Opened) -> None:
    window = opened().wait()
    focusable = [w for w in window.place.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    nameless = [type(w).__name__ for w in focusable if w.isVisible() and not w.accessibleName()]
    assert len(focusable) > 10
    assert nameless == []


def test_that_tab_goes_in_the_order_in_which_one_reads(opened: Opened) -> None:
    window = opened().wait()
    window.sheet.contents.button(CAM).setFocus()
    passed = []
    for _ in range(11):
        QTest.keyClick(window.place, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused
        passed.append(focused.accessibleName())
    assert passed == [
        "Next meeting",
        "When and where",
        "Preview the plan",
        "Add to the plan: CAD/CAM programming",
        "Add to the plan: CAM in five days",
        "Add to the plan: Subcontracting",
        "Add to the plan: Accepted risk",
        "Search all offers",
        "Show as steps",
        "One programme for all priorities",
        "Measures",
    ]


def test_that_a_way_forward_is_heard_with_all_that_stands_in_its_column(opened: Opened) -> None:
    window = opened().wait()
    heard = window.comparison.toggles[0].accessibleDescription()
    for words in ("Where: Example College, Turku, at the workplace", "Starts: 11 Jan 2027", "Price: Free of charge"):
        assert words in heard


def test_that_the_filled_button_leads_to_the_preview(opened: Opened) -> None:
    window = opened()
    primary = [b for b in window.place.findChildren(QAbstractButton) if getattr(b, "kind", "") == "primary"]
    assert primary == [window.sheet.page.preview]
    primary[0].click()
    assert window.went == ["preview"]
    window.wait()


def test_that_what_is_in_hand_stays_in_hand_when_the_store_has_changed(opened: Opened) -> None:
    window = opened().wait()
    window.sheet.choose(TURNING)
    window.desk.cases.drop("mapping", Agreed(CAM, 0))
    window.place.refresh()
    assert window.sheet.in_hand == TURNING
    assert [b.entry.key for b in window.sheet.contents.buttons()] == [TURNING, FORKLIFT, "safety-card"]
    window.desk.cases.drop("mapping", Agreed(TURNING, 1))
    window.wait().place.refresh()
    assert window.place.sheet is None


def test_that_the_cursor_stays_when_what_was_done_is_taken_back(opened: Opened) -> None:
    window = opened().wait()
    toggle = window.comparison.toggles[0]
    toggle.setFocus()
    toggle.click()
    window.desk.cases.drop("mapping", window.added())
    window.place.refresh()
    assert window.comparison.toggles[0] is toggle
    assert toggle.hasFocus()
    assert not toggle.isChecked()


def test_that_the_cursor_stays_in_the_table_when_a_row_goes(opened: Opened) -> None:
    other = replace(MINE, key="other", what="Job rotation", position=1)
    window = opened(measures=(MINE, other)).wait()
    table = window.sheet.page.table
    table.setFocus()
    table.setCurrentIndex(window.sheet.model.index(1, DEADLINE))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert window.stored() == (MINE,)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, DEADLINE)


def test_that_ways_forward_follow_a_change_of_levels(opened: Opened) -> None:
    window = opened().wait()
    able = [replace(a, level=4) for a in window.desk.cases.load("mapping").assessments if a.need_key == CAM]
    window.desk.cases.put("mapping", *able)
    window.place.refresh()
    window.wait()
    assert "Add to the plan: In-house teacher" in [t.accessibleName() for t in window.comparison.toggles]


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_that_the_place_fits_a_laptop_at_any_text_size(
    qtbot: QtBot, agreed: Mapping, open_desk: Callable[[Mapping], Desk], theme: Theme, zoom: float
) -> None:
    window = Open(theme._replace(zoom=zoom), open_desk(agreed), qtbot).wait()
    least = window.place.minimumSizeHint()
    assert least.width() <= 1302
    assert least.height() <= 680
