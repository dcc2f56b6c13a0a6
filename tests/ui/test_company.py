"""The company card: written down as it is typed, and nothing kept that may not be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import Mapping, PeopleMode
from app.services.desk import Desk
from app.ui.company.place import CompanyPlace
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop

IDENTITY_CODE = "131052-308T"
Opened = Callable[[], "Open"]


class Open:
    """A company card on the screen, and what it said."""

    def __init__(self, theme: Theme, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.said, self.went = desk, list[str](), list[str]()
        self.place = CompanyPlace(theme, Translator("en"), desk, "mapping", self.said.append, self.went.append)
        qtbot.addWidget(self.place)
        with qtbot.waitExposed(self.place):
            self.place.show()
        self.place.activateWindow()
        qtbot.waitUntil(self.place.isActiveWindow)
        self.place.setFocus()

    @property
    def stored(self) -> Mapping:
        return self.desk.cases.load("mapping")

    def write(self, field: QWidget, words: str) -> None:
        """Go to a field, write over what is there, and leave it as the Tab key does."""
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def choose(self, box: QComboBox, value: str) -> None:
        """Choose in a list with the arrows."""
        box.setFocus()
        while box.currentData() != value:
            before = box.currentIndex()
            QTest.keyClick(box, Qt.Key.Key_Down if box.findData(value) > before else Qt.Key.Key_Up)
            assert box.currentIndex() != before

    def remark(self, field: QWidget) -> str:
        return field.accessibleDescription()


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk) -> Opened:
    return lambda: Open(theme, open_desk(workshop()), qtbot)


def test_that_the_name_is_in_hand_first(opened: Opened) -> None:
    card = opened()
    assert QApplication.focusWidget() is card.place.name
    assert card.place.name.text() == "Example Workshop Ltd"


def test_that_every_field_is_stored_when_it_is_left(opened: Opened) -> None:
    card = opened()
    place = card.place
    card.write(place.name, "Northern Metal")
    card.write(place.business_id, "0112038-9")
    card.write(place.sector, "Subcontracting")
    card.write(place.sector_code, "25")
    card.write(place.municipality, "Kaarina")
    card.write(place.goal, "We weld with a robot.")
    card.write(place.meeting_day, "7.12.2026")
    card.write(place.meeting, "9.00 at the workshop")
    stored, company = card.stored, card.stored.company
    assert (company.name, company.business_id) == ("Northern Metal", "0112038-9")
    assert (company.sector_words, company.sector) == ("Subcontracting", "25")
    assert company.municipality_name == "Kaarina"
    assert stored.goal == "We weld with a robot."
    assert (stored.next_meeting, stored.next_meeting_note) == (date(2026, 12, 7), "9.00 at the workshop")
    assert card.said == ["Saved"] * 8


def test_that_a_choice_is_stored_at_once(opened: Opened) -> None:
    card = opened()
    card.choose(card.place.company_size, "10–19")
    card.choose(card.place.service, "sv")
    card.choose(card.place.document, "fi")
    assert (card.stored.company.size, card.stored.company.service_language) == ("10–19", "sv")
    assert card.stored.document_language == "fi"


def test_that_a_pause_in_typing_is_enough(opened: Opened, qtbot: QtBot) -> None:
    card = opened()
    QTest.keyClicks(card.place.goal, "More robots")
    assert card.stored.goal == ""
    qtbot.waitUntil(lambda: card.stored.goal == "More robots")


def test_that_looking_round_writes_nothing(opened: Opened) -> None:
    card = opened()
    before = card.stored
    for field in card.place.form.fields:
        field.setFocus()
    card.place.flush()
    assert card.stored == before
    assert card.said == []


def test_that_tab_leaves_the_goal_too(opened: Opened) -> None:
    card = opened()
    card.write(card.place.goal, "More")
    assert card.place.goal.toPlainText() == "More"
    assert QApplication.focusWidget() is card.place.service


@pytest.mark.parametrize("typed", ["0112038-8", "0112038", "x"])
def test_that_what_is_no_business_id_is_remarked_and_not_stored(opened: Opened, typed: str) -> None:
    card = opened()
    card.write(card.place.business_id, "0112038-9")
    card.write(card.place.business_id, typed)
    assert card.place.business_id.text() == typed
    assert card.remark(card.place.business_id).startswith("This is no business id yet")
    assert card.said[-1].startswith("This is no business id yet")
    assert card.stored.company.business_id == "0112038-9"
    card.write(card.place.business_id, "")
    assert card.remark(card.place.business_id) == "Optional. Form: 1234567-8."
    assert card.stored.company.business_id == ""


@pytest.mark.parametrize("typed", ["2", "256", "ab", "25a", "٢٥"])
def test_that_a_sector_code_is_two_digits(opened: Opened, typed: str) -> None:
    card = opened()
    field = card.place.sector_code
    field.setText(typed)
    field.textEdited.emit(typed)
    card.place.flush()
    assert card.remark(field) == "This is not two digits."
    assert card.stored.company.sector == ""


def test_that_a_date_that_is_none_is_remarked_and_not_stored(opened: Opened) -> None:
    card = opened()
    card.write(card.place.meeting_day, "soon")
    assert card.remark(card.place.meeting_day) == "soon is not a date. Write it like 1.9.2026."
    assert card.stored.next_meeting is None


@pytest.mark.parametrize("field", ["name", "sector", "municipality", "goal", "meeting", "business_id"])
def test_that_an_identity_code_is_never_kept_and_the_rest_is(opened: Opened, field: str) -> None:
    card = opened()
    refused: QWidget = getattr(card.place, field)
    card.write(refused, f"see {IDENTITY_CODE}")
    assert "personal identity code" in card.said[-1]
    assert "personal identity code" in card.remark(refused)
    other = card.place.municipality if field != "municipality" else card.place.sector
    card.write(other, "Salo")
    stored = card.stored
    assert IDENTITY_CODE not in repr(stored)
    assert "Salo" in (stored.company.municipality_name, stored.company.sector_words)
    text = refused.toPlainText() if isinstance(refused, QPlainTextEdit) else refused.property("text")
    assert IDENTITY_CODE in text


def test_that_people_appear_as_chosen_and_the_choice_is_explained(opened: Opened) -> None:
    card = opened()
    assert card.remark(card.place.people).startswith("People are H1, H2 and so on.")
    card.choose(card.place.people, PeopleMode.ROLES_ONLY)
    assert card.stored.people_mode is PeopleMode.ROLES_ONLY
    assert card.remark(card.place.people).startswith("Nobody has a row of their own")


def test_that_changing_how_people_appear_loses_no_level(opened: Opened) -> None:
    card = opened()
    before = card.stored.assessments
    for mode in (PeopleMode.NAMES, PeopleMode.ROLES_ONLY, PeopleMode.OWNER, PeopleMode.PSEUDONYMS):
        card.choose(card.place.people, mode)
    assert card.stored.assessments == before


def test_that_a_refused_write_is_said_and_stays_in_the_field(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    card = opened()

    def full(*_items: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(type(card.desk.cases), "put_head", full)
    card.write(card.place.name, "Northern Metal")
    assert card.said == ["The disk is full."]
    assert card.place.name.text() == "Northern Metal"
    monkeypatch.undo()
    card.write(card.place.municipality, "Salo")
    assert card.stored.company.name == "Northern Metal"


def test_that_the_next_step_is_one_button_away(opened: Opened) -> None:
    card = opened()
    [onward] = [w for w in card.place.findChildren(QWidget) if w.accessibleName() == "Roles and needs"]
    QTest.mouseClick(onward, Qt.MouseButton.LeftButton)
    assert card.went == ["needs"]


def test_that_the_note_moves_under_the_form_where_there_is_no_room(
    theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk
) -> None:
    card = Open(theme, open_desk(replace(workshop(), goal="x")), qtbot)
    note = next(w for w in card.place.findChildren(QWidget) if w.property("text") == "Where this is kept")
    card.place.resize(1200, 900)
    qtbot.wait(1)
    assert note.mapTo(card.place, note.rect().topLeft()).x() > card.place.form.width()
    card.place.resize(700, 900)
    qtbot.wait(1)
    assert note.mapTo(card.place, note.rect().topLeft()).x() < card.place.form.width()
