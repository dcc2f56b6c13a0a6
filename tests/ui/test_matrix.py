"""Present levels as they are entered: with keys and clicks, and straight into the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import Assessment, Assessor, Evidence, GapReason, Mapping, PeopleMode, Person
from app.services.desk import Desk
from app.ui import stops
from app.ui.matrix.columns import Kind
from app.ui.matrix.place import MatrixPlace
from app.ui.matrix.role_sheet import RoleSheet
from app.ui.tabs import TextTabs
from app.ui.theme import Theme
from tests.ui.kinds import ShowWindow, Workshop

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
Opened = Callable[..., "Open"]


class Open:
    """A matrix on the screen, and what it said."""

    def __init__(self, theme: Theme, desk: Desk, mapping: Mapping, qtbot: QtBot) -> None:
        self.desk, self.said, self.went = desk, list[str](), list[str]()
        self.place = MatrixPlace(theme, Translator("en"), desk, mapping.key, self.said.append, self.went.append)
        self.place.resize(1302, 680)
        qtbot.addWidget(self.place)
        with qtbot.waitExposed(self.place):
            self.place.show()

    @property
    def sheet(self) -> RoleSheet:
        assert self.place.sheet
        return self.place.sheet

    def at(self, row: int, kind: Kind, place: int = 0) -> None:
        """Put the cursor on a cell."""
        columns = self.sheet.model.columns
        column = next(i for i, c in enumerate(columns) if c.kind is kind and c.place == place)
        self.sheet.table.setCurrentIndex(self.sheet.model.index(row, column))

    def press(self, keys: str) -> None:
        QTest.keyClicks(self.sheet.table, keys)

    def shows(self, role: int = Qt.ItemDataRole.DisplayRole) -> str:
        return str(self.sheet.model.data(self.sheet.table.currentIndex(), role))

    def side(self, row: int, kind: Kind) -> str:
        columns = self.sheet.model.columns
        column = next(i for i, c in enumerate(columns) if c.kind is kind)
        return str(self.sheet.model.data(self.sheet.model.index(row, column)))

    def stored(self, person: str, need: str, assessor: Assessor = Assessor.SUPERVISOR) -> Assessment | None:
        same = (person, need, assessor)
        answers = self.desk.cases.load("mapping").assessments
        return next((a for a in answers if (a.person_key, a.need_key, a.assessor) == same), None)


@pytest.fixture
def opened(
    theme: Theme, qtbot: QtBot, workshop: Callable[..., Mapping], open_desk: Callable[[Mapping], Desk]
) -> Opened:
    def open_it(mode: PeopleMode = PeopleMode.PSEUDONYMS) -> Open:
        mapping = workshop(mode)
        return Open(theme, open_desk(mapping), mapping, qtbot)

    return open_it


def test_that_a_digit_is_stored_at_once_and_the_cursor_stays(opened: Opened) -> None:
    window = opened()
    window.at(3, Kind.PERSON, 1)
    before = window.sheet.table.currentIndex()
    window.press("2")
    stored = window.stored("machinist-1", "machinist-safety")
    assert stored
    assert (stored.level, stored.on) == (2, window.desk.today)
    assert window.sheet.table.currentIndex() == before
    assert window.shows() == "2"


def test_that_the_row_is_scored_anew_while_typing(opened: Opened) -> None:
    window = opened()
    assert [window.side(1, k) for k in (Kind.COVERAGE, Kind.BAND, Kind.INDEX)] == ["0/2", "Urgent", "75"]
    window.at(1, Kind.PERSON, 0)
    window.press("3")
    window.at(1, Kind.PERSON, 1)
    window.press("4")
    assert [window.side(1, k) for k in (Kind.COVERAGE, Kind.GAP, Kind.BAND, Kind.INDEX)] == [
        "2/2",
        "1.0",
        "Watch",
        "15",
    ]


def test_that_question_mark_dash_blank_and_zero_are_four_different_things(opened: Opened) -> None:
    window = opened()
    seen = set()
    for place, key in enumerate("?-0"):
        window.at(3, Kind.PERSON, place)
        seen.add((window.shows(), window.shows(SPOKEN).partition(": ")[2]))
        window.press(key)
        seen.add((window.shows(), window.shows(SPOKEN).partition(": ")[2]))
    assert seen == {
        ("", "Not answered yet"),
        ("?", "Not assessed"),
        ("–", "Not part of the job"),
        ("0", "level 0, No skill yet"),
    }
    unknown, outside, zero = (window.stored(f"machinist-{i}", "machinist-safety") for i in range(3))
    assert unknown
    assert (unknown.level, unknown.not_part_of_job) == (None, False)
    assert outside
    assert (outside.level, outside.not_part_of_job) == (None, True)
    assert zero
    assert (zero.level, zero.not_part_of_job) == (0, False)


def test_that_what_is_unknown_is_never_counted_as_zero(opened: Opened) -> None:
    window = opened()
    for place in range(3):
        window.at(3, Kind.PERSON, place)
        window.press("?")
    assert [window.side(3, k) for k in (Kind.COVERAGE, Kind.GAP, Kind.BAND, Kind.INDEX)] == [
        "?",
        "?",
        "Not assessed",
        "",
    ]


def test_that_delete_clears_the_answer_of_the_assessor_in_hand(opened: Opened) -> None:
    window = opened()
    window.at(0, Kind.PERSON, 0)
    QTest.keyClick(window.sheet.table, Qt.Key.Key_Delete)
    assert window.stored("machinist-0", "machinist-turning") is None
    assert window.shows() == ""


def test_that_each_assessor_has_an_answer_of_their_own_and_the_agreed_one_decides(opened: Opened) -> None:
    window = opened()
    window.at(1, Kind.PERSON, 0)
    take(window, Assessor.SELF)
    assert window.shows(SPOKEN) == "H1: level 1, Can do with guidance (said by: supervisor)"
    window.press("3")
    assert window.shows() == "3"
    assert window.side(1, Kind.COVERAGE) == "0/2"
    take(window, Assessor.AGREED)
    window.press("3")
    assert window.side(1, Kind.COVERAGE) == "1/2"
    levels = {a: s.level for a in Assessor if (s := window.stored("machinist-0", "machinist-cam", a))}
    assert levels == {Assessor.SUPERVISOR: 1, Assessor.SELF: 3, Assessor.AGREED: 3}


def test_that_two_levels_between_self_and_supervisor_call_for_a_talk(opened: Opened) -> None:
    window = opened()
    window.at(1, Kind.PERSON, 0)
    take(window, Assessor.SELF)
    window.press("2")
    assert not window.sheet.said.talk.isVisible()
    window.press("3")
    assert window.sheet.said.talk.isVisible()
    assert window.shows(SPOKEN).endswith("To discuss.")
    assert "self 3" in window.sheet.said.who.text()
    assert "supervisor 1" in window.sheet.said.who.text()


def test_that_a_click_on_a_cell_and_on_a_level_does_what_the_keys_do(opened: Opened) -> None:
    window = opened()
    table, model = window.sheet.table, window.sheet.model
    box = table.visualRect(model.index(3, 4))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    for button in window.sheet.legend.buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        assert window.shows() == {"-": "–"}.get(str(button.entry), str(button.entry))
    stored = window.stored("machinist-1", "machinist-safety")
    assert stored
    assert stored.not_part_of_job


def test_that_arrows_move_and_tab_leaves_the_table(opened: Opened) -> None:
    window = opened()
    window.at(1, Kind.PERSON, 0)
    QTest.keyClick(window.sheet.table, Qt.Key.Key_Right)
    QTest.keyClick(window.sheet.table, Qt.Key.Key_Down)
    index = window.sheet.table.currentIndex()
    assert (index.row(), window.sheet.model.column_at(index).place) == (2, 1)
    assert not window.sheet.table.tabKeyNavigation()


def test_that_evidence_reason_and_note_belong_to_the_answer_and_change_what_counts(opened: Opened) -> None:
    window = opened()
    window.at(1, Kind.PERSON, 2)
    window.press("e")
    editor = window.sheet.editor
    assert editor.isVisible()
    choose(window, "evidence", Evidence.SEEN)
    choose(window, "reason", GapReason.NO_TOOL)
    QTest.keyClicks(editor.note, "new machine comes in May")
    QTest.keyClick(editor.note, Qt.Key.Key_Escape)
    stored = window.stored("machinist-2", "machinist-cam")
    assert stored
    assert (stored.evidence, stored.reason, stored.note) == (
        Evidence.SEEN,
        GapReason.NO_TOOL,
        "new machine comes in May",
    )
    assert isinstance(stored.reason, GapReason)
    assert not editor.isVisible()
    assert window.side(1, Kind.GAP) == "2.0"


def test_that_a_note_is_written_when_the_place_is_left(opened: Opened) -> None:
    window = opened()
    window.at(1, Kind.PERSON, 2)
    window.press("e")
    window.sheet.editor.note.setText("half a thought")
    window.place.flush()
    stored = window.stored("machinist-2", "machinist-cam")
    assert stored
    assert stored.note == "half a thought"


def test_that_evidence_of_nothing_is_not_asked_for(opened: Opened) -> None:
    window = opened()
    window.at(3, Kind.PERSON, 0)
    window.press("e")
    assert not window.sheet.editor.isVisible()
    assert window.said == ["Give a level first; evidence and reason belong to it."]


def test_that_another_role_has_its_own_people_and_its_own_completeness(opened: Opened) -> None:
    window = opened()
    assert window.sheet.completeness.text() == "Assessed 8/12"
    window.sheet.roles.choose("welder")
    assert window.sheet.completeness.text() == "Assessed 0/8"
    window.at(0, Kind.PERSON, 0)
    window.press("-")
    assert window.sheet.completeness.text() == "Assessed 0/7"
    stored = window.stored("welder-0", "welder-turning")
    assert stored
    assert stored.not_part_of_job


def test_that_roles_only_counts_people_by_level(opened: Opened) -> None:
    window = opened(PeopleMode.ROLES_ONLY)
    for level, key in ((1, "2"), (3, "1")):
        window.at(0, Kind.COUNT, level + 1)
        window.press(key)
    counts = {(c.level, c.count) for c in window.desk.cases.load("mapping").level_counts}
    assert counts == {(1, 2), (3, 1)}
    assert window.side(0, Kind.COVERAGE) == "1/2"
    QTest.keyClick(window.sheet.table, Qt.Key.Key_Delete)
    assert window.shows() == ""
    assert {c.level for c in window.desk.cases.load("mapping").level_counts} == {1}


def test_that_digits_typed_in_a_row_make_one_number_within_the_role(opened: Opened) -> None:
    window = opened(PeopleMode.ROLES_ONLY)
    window.at(0, Kind.COUNT, 2)
    window.press("32")
    assert window.shows() == "2"
    assert window.shows(SPOKEN) == "Level 1: 2 people"


def test_that_the_owner_rates_one_team(opened: Opened) -> None:
    window = opened(PeopleMode.OWNER)
    assert [c.kind for c in window.sheet.model.columns].count(Kind.PERSON) == 1
    window.at(0, Kind.PERSON)
    window.press("3")
    stored = window.stored("machinist-0", "machinist-turning", Assessor.OWNER)
    assert stored
    assert stored.level == 3
    assert window.shows(SPOKEN) == "Team: level 3, Independent also in exceptions"
    assert not window.sheet.assessors.isVisible()


def test_that_a_refused_write_changes_nothing_and_is_said(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened()
    window.at(1, Kind.PERSON, 0)

    def full(*_items: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(type(window.desk.cases), "put", full)
    window.press("4")
    assert window.shows() == "1"
    assert window.said == ["The disk is full."]


def test_that_a_fault_while_storing_leaves_no_answer_that_is_not_stored(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    window.at(1, Kind.PERSON, 0)
    score = window.side(1, Kind.INDEX)

    def broken(*_items: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(type(window.desk.cases), "put", broken)
    with pytest.raises(RuntimeError):
        window.sheet.enter(4)
    assert (window.shows(), window.side(1, Kind.INDEX)) == ("1", score)
    assert "supervisor 1" in window.sheet.said.who.text()
    assert window.said == []


def test_that_an_answer_is_painted_before_a_slow_disk_has_it(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened()
    window.at(3, Kind.PERSON, 0)
    QApplication.processEvents()
    painted = Painted()
    window.sheet.table.viewport().installEventFilter(painted)
    painted_before_storing = list[QRect]()
    put = type(window.desk.cases).put

    def slow(*given: Any) -> None:
        painted_before_storing.extend(part.boundingRect() for part in painted.parts)
        put(*given)

    monkeypatch.setattr(type(window.desk.cases), "put", slow)
    window.press("2")
    assert painted_before_storing == [window.sheet.table.visualRect(window.sheet.table.currentIndex())]
    assert window.stored("machinist-0", "machinist-safety")


def test_that_moving_and_answering_paint_no_more_than_what_changes(opened: Opened) -> None:
    window = opened()
    table, model = window.sheet.table, window.sheet.model
    window.at(1, Kind.PERSON, 0)
    QApplication.processEvents()
    painted = Painted()
    table.viewport().installEventFilter(painted)

    def painted_at(box: QRect) -> bool:
        return any(part.intersects(box) for part in painted.parts)

    QTest.keyClick(table, Qt.Key.Key_Right)
    window.press("2")
    QApplication.processEvents()
    here = table.currentIndex()
    beside, below = model.index(1, here.column() + 1), model.index(2, here.column())
    assert painted_at(table.visualRect(here))
    assert not painted_at(table.visualRect(beside))
    assert not painted_at(table.visualRect(below))


def test_that_the_line_below_outlives_the_place_where_one_was_before(
    show_window: ShowWindow, workshop: Workshop
) -> None:
    window = show_window(workshop())
    window.open("mapping", stops.MATRIX)
    QTest.qWait(0)  # the place before is gone only now
    assert isinstance(window.place, MatrixPlace)
    assert window.place.sheet
    QTest.keyClick(window.place.sheet.table, Qt.Key.Key_Right)
    QTest.qWait(0)
    assert window.place.sheet.said.what.text() == "H2, CNC turning"
    assert window.place.sheet.said.who.geometry().isValid()


def test_that_a_level_beyond_the_scale_is_refused_in_words(opened: Opened) -> None:
    window = opened()
    window.at(0, Kind.PERSON, 0)
    window.press("7")
    assert window.shows() == "4"
    assert window.said == ["Levels go from 0 to 4."]


def test_that_without_needs_the_place_says_what_to_do_first(
    theme: Theme, qtbot: QtBot, open_desk: Callable[[Mapping], Desk], workshop: Callable[..., Mapping]
) -> None:
    mapping = replace(workshop(), needs=(), assessments=())
    window = Open(theme, open_desk(mapping), mapping, qtbot)
    [button] = [w for w in window.place.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.went == ["needs"]


@pytest.mark.parametrize("mode", list(PeopleMode))
def test_that_everything_one_can_go_to_has_a_name(opened: Opened, mode: PeopleMode) -> None:
    window = opened(mode)
    reachable = [w for w in window.place.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert window.sheet.table in reachable
    assert [w for w in reachable if not w.accessibleName()] == []


def test_that_twelve_people_in_twelve_needs_fit_without_scrolling(
    theme: Theme, qtbot: QtBot, open_desk: Callable[[Mapping], Desk], workshop: Callable[..., Mapping]
) -> None:
    small = workshop()
    people = tuple(replace(small.people[0], key=f"p{i}", code=f"H{i + 1}", position=i) for i in range(12))
    needs = tuple(replace(small.needs[0], key=f"n{i}", position=i) for i in range(12))
    mapping = replace(small, people=people, needs=needs, assessments=(), roles=small.roles[:1], cards=())
    window = Open(theme, open_desk(mapping), mapping, qtbot)
    table = window.sheet.table
    assert table.verticalScrollBar().maximum() == 0
    assert table.horizontalScrollBar().maximum() == 0


def test_that_what_was_written_is_said(opened: Opened) -> None:
    window = opened()
    window.at(0, Kind.PERSON, 0)
    window.press("2")
    QTest.keyClick(window.sheet.table, Qt.Key.Key_Delete)
    assert window.said == ["H1: level 2, Independent in normal situations", "H1: Not answered yet"]


def test_that_a_note_with_an_identity_code_is_not_kept(opened: Opened) -> None:
    window = opened()
    window.at(1, Kind.PERSON, 2)
    window.press("e")
    window.sheet.editor.note.setText("ask 131052-308T")
    window.place.flush()
    assert window.said[-1].startswith("That looks like a personal identity code.")
    stored = window.stored("machinist-2", "machinist-cam")
    assert stored
    assert stored.note == ""


def test_that_a_refreshed_matrix_shows_the_store_with_the_cursor_where_it_was(opened: Opened) -> None:
    window = opened()
    window.sheet.roles.choose("welder")
    window.at(2, Kind.PERSON, 1)
    window.desk.cases.put("mapping", Assessment("welder-1", "welder-robot", Assessor.SUPERVISOR, 4))
    before = window.sheet
    window.place.refresh()
    assert window.sheet is before
    assert window.shows(SPOKEN) == "H5: level 4, Can develop and guide others"


def test_that_a_refreshed_matrix_has_columns_for_those_who_came(opened: Opened) -> None:
    window = opened()
    window.desk.cases.put("mapping", Person("new", "machinist", "H9", position=9))
    window.place.refresh()
    assert [c.kind for c in window.sheet.model.columns].count(Kind.PERSON) == 4


class Painted(QObject):
    """Which parts of a widget are painted, stroke by stroke of the brush."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[QRegion] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        if isinstance(event, QPaintEvent):
            self.parts.append(event.region())
        return False


def take(window: Open, assessor: Assessor) -> None:
    tabs = window.sheet.assessors
    assert isinstance(tabs, TextTabs)
    tabs.choose(assessor.value)


def choose(window: Open, field: str, value: object) -> None:
    """Choose in a list as a person does: open it, go there, Enter."""
    editor = window.sheet.editor
    box = editor.choice(field)
    target = editor.values(field).index(value)
    box.setFocus()
    while box.currentIndex() != target:
        QTest.keyClick(box, Qt.Key.Key_Down)


def test_that_every_level_button_says_its_whole_name(opened: Opened) -> None:
    window = opened()
    assert [b.accessibleName() for b in window.sheet.legend.buttons][2:] == [
        "Level 2: Independent in normal situations",
        "Level 3: Independent also in exceptions",
        "Level 4: Can develop and guide others",
        "Not assessed",
        "Not part of the job",
    ]


@pytest.mark.parametrize("mode", [PeopleMode.PSEUDONYMS, PeopleMode.OWNER])
def test_that_the_next_step_is_one_button_away(opened: Opened, mode: PeopleMode) -> None:
    window = opened(mode)
    QTest.mouseClick(window.sheet.onward, Qt.MouseButton.LeftButton)
    assert window.went == ["cards"]
