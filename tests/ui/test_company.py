"""The company card: written down as it is typed, and nothing kept that may not be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import Mapping, Mode, PeopleMode
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
        QThreadPool.globalInstance().waitForDone()  # sectors and municipalities are read
        qtbot.waitUntil(lambda: bool(self.place.card.sector.text() or not self.place.card.sector.value))
        qtbot.wait(1)
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
        self.close_list()
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def close_list(self) -> None:
        if popup := QApplication.activePopupWidget():
            QTest.keyClick(popup, Qt.Key.Key_Escape)

    def pick(self, field: QWidget, words: str) -> None:
        """Search in a field and take the first that is found."""
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, words)
        popup = QApplication.activePopupWidget()
        assert popup is not None
        QTest.keyClick(popup, Qt.Key.Key_Return)

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
    assert QApplication.focusWidget() is card.place.card.name
    assert card.place.card.name.text() == "Example Workshop Ltd"


def test_that_every_field_is_stored_when_it_is_left(opened: Opened) -> None:
    card = opened()
    company, terms, background = card.place.card, card.place.terms, card.place.background
    assert background is not None
    card.write(company.name, "Northern Metal")
    card.write(company.business_id, "0112038-9")
    card.write(company.sector_words, "Subcontracting")
    card.write(company.contact, "A. Owner, 040 123")
    card.write(background.what, "Grew by a third.")
    card.write(background.source, "Trade register")
    card.write(background.day, "20.11.2026")
    card.write(background.employment_contact, "Business services")
    card.write(terms.goal, "We weld with a robot.")
    card.write(terms.meeting_day, "7.12.2026")
    card.write(terms.meeting, "9.00 at the workshop")
    stored, kept = card.stored, card.stored.company
    assert (kept.name, kept.business_id, kept.sector_words) == ("Northern Metal", "0112038-9", "Subcontracting")
    assert (kept.contact, kept.employment_contact) == ("A. Owner, 040 123", "Business services")
    assert (kept.background, kept.background_source) == ("Grew by a third.", "Trade register")
    assert kept.background_on == date(2026, 11, 20)
    assert stored.goal == "We weld with a robot."
    assert (stored.next_meeting, stored.next_meeting_note) == (date(2026, 12, 7), "9.00 at the workshop")
    assert card.said == ["Saved"] * 11


def test_that_an_owner_alone_is_not_asked_what_public_sources_say(
    theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk
) -> None:
    card = Open(theme, open_desk(replace(workshop(), mode=Mode.SELF)), qtbot)
    assert card.place.background is None
    card.write(card.place.card.name, "Northern Metal")
    assert card.stored.company.name == "Northern Metal"


# Sector and municipality.


def test_that_a_sector_is_found_by_a_word_and_stored_at_once(opened: Opened) -> None:
    card = opened()
    card.pick(card.place.card.sector, "welding")
    assert card.stored.company.sector == "25"
    assert card.place.card.sector.text().startswith("25 Manufacture of fabricated metal products")
    assert card.said == ["Saved"]


def test_that_two_digits_are_a_sector(opened: Opened) -> None:
    card = opened()
    card.write(card.place.card.sector, "81")
    assert card.stored.company.sector == "81"
    assert card.place.card.sector.text() == "81 Services to buildings and landscape activities"
    card.write(card.place.card.sector, "")
    assert card.stored.company.sector == ""


@pytest.mark.parametrize("typed", ["weld", "2", "256", "04", "٢٥"])
def test_that_what_is_no_sector_is_remarked_and_not_stored(opened: Opened, typed: str) -> None:
    card = opened()
    card.write(card.place.card.sector, "81")
    field = card.place.card.sector
    field.setText(typed)
    field.textEdited.emit(typed)
    card.close_list()
    card.place.flush()
    assert card.remark(field).startswith("Choose a sector from the list")
    assert card.stored.company.sector == "81"
    assert field.text() == typed


def test_that_a_picked_municipality_shows_where_it_belongs(opened: Opened) -> None:
    card = opened()
    card.pick(card.place.card.municipality, "lahti")
    assert (card.stored.company.municipality, card.stored.company.municipality_name) == ("398", "Lahti")
    assert card.remark(card.place.card.municipality) == "Region: Päijät-Häme. Employment area: Lahti."
    card.write(card.place.card.municipality, "Kaarina")
    assert card.stored.company.municipality == "202"
    assert card.remark(card.place.card.municipality).endswith("not known here; ask the municipality.")


def test_that_a_municipality_is_kept_in_the_language_of_the_documents(opened: Opened) -> None:
    card = opened()
    card.choose(card.place.terms.document, "sv")
    card.write(card.place.card.municipality, "853")
    assert (card.stored.company.municipality, card.stored.company.municipality_name) == ("853", "Åbo")
    assert card.place.card.municipality.text() == "Turku"
    card.choose(card.place.terms.document, "fi")
    assert card.stored.company.municipality_name == "Åbo"


def test_that_a_place_outside_the_list_is_kept_in_own_words(opened: Opened) -> None:
    card = opened()
    card.write(card.place.card.municipality, "Tallinn")
    assert (card.stored.company.municipality, card.stored.company.municipality_name) == ("", "Tallinn")
    assert card.remark(card.place.card.municipality).startswith("This is not in the list of municipalities.")


def test_that_what_is_stored_has_its_words_when_the_card_is_opened(
    theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk
) -> None:
    mapping = workshop()
    company = replace(mapping.company, sector="25", municipality="853", municipality_name="Åbo")
    card = Open(theme, open_desk(replace(mapping, company=company)), qtbot)
    assert card.place.card.sector.text().startswith("25 Manufacture")
    assert card.place.card.municipality.text() == "Turku"
    before = card.stored
    card.place.flush()
    assert card.stored == before
    card.write(card.place.card.name, "Other")
    assert card.stored.company.municipality_name == "Åbo"


def test_that_a_broken_own_list_is_told_and_the_shipped_one_is_there(
    theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk
) -> None:
    desk = open_desk(workshop())
    (desk.folder.root / "catalogues").mkdir()
    (desk.folder.root / "catalogues" / "municipalities.csv").write_text("x;y\n1;2\n", "utf-8")
    card = Open(theme, desk, qtbot)
    assert card.said == ["municipalities.csv has no column number. Add it or install the program again."]
    card.write(card.place.card.municipality, "Salo")
    assert card.stored.company.municipality == "734"


# Words under the fields.


def test_that_a_business_id_is_told_while_it_is_typed(opened: Opened) -> None:
    card = opened()
    field = card.place.card.business_id
    field.setFocus()
    told = []
    for key in "0112038-8":
        QTest.keyClicks(field, key)
        told.append(card.remark(field))
    assert told[0] == "6 digits to go before the dash."
    assert told[5] == "1 digit to go before the dash."
    assert told[6:8] == ["Next come a dash and the check digit.", "Next comes the check digit."]
    assert told[8].startswith("The check digit does not go with the seven digits")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "9")
    assert card.remark(field) == "The check digit is right."


def test_that_a_wrong_check_digit_is_not_stored(opened: Opened) -> None:
    card = opened()
    card.write(card.place.card.business_id, "0112038-8")
    assert card.stored.company.business_id == ""
    assert card.said[-1].startswith("The check digit does not go with")


def test_that_a_size_tells_what_the_cooperation_act_asks(opened: Opened) -> None:
    card = opened()
    size = card.place.card.size
    card.choose(size, "10–19")
    assert card.remark(size) == ""
    card.choose(size, "20–49")
    assert "lighter dialogue" in card.remark(size)
    card.choose(size, "50–249")
    assert "development plan of the Co-operation Act" in card.remark(size)


def test_that_a_word_of_health_is_reminded_of_quietly_and_never_refused(opened: Opened) -> None:
    card = opened()
    goal = card.place.terms.goal
    card.write(goal, "Virtanen is on sick leave")
    assert card.remark(goal).startswith("If this is about a person's health")
    assert card.stored.goal == "Virtanen is on sick leave"
    assert card.said == ["Saved"]
    card.write(goal, "More robots")
    assert card.remark(goal) == "In the owner's own words: they become the title of the plan."


def test_that_a_choice_is_stored_at_once(opened: Opened) -> None:
    card = opened()
    card.choose(card.place.card.size, "10–19")
    card.choose(card.place.terms.service, "sv")
    card.choose(card.place.terms.document, "fi")
    assert (card.stored.company.size, card.stored.company.service_language) == ("10–19", "sv")
    assert card.stored.document_language == "fi"


def test_that_a_pause_in_typing_is_enough(opened: Opened, qtbot: QtBot) -> None:
    card = opened()
    QTest.keyClicks(card.place.terms.goal, "More robots")
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
    card.write(card.place.terms.goal, "More")
    assert card.place.terms.goal.toPlainText() == "More"
    assert QApplication.focusWidget() is card.place.terms.service


@pytest.mark.parametrize("typed", ["0112038", "0112038-", "x"])
def test_that_what_is_no_business_id_is_remarked_and_not_stored(opened: Opened, typed: str) -> None:
    card = opened()
    card.write(card.place.card.business_id, "0112038-9")
    card.write(card.place.card.business_id, typed)
    assert card.place.card.business_id.text() == typed
    assert card.remark(card.place.card.business_id).startswith("This is no business id yet")
    assert card.said[-1].startswith("This is no business id yet")
    assert card.stored.company.business_id == "0112038-9"
    card.write(card.place.card.business_id, "")
    assert card.remark(card.place.card.business_id) == "Optional. Form: 1234567-8."
    assert card.stored.company.business_id == ""


def test_that_a_date_that_is_none_is_remarked_and_not_stored(opened: Opened) -> None:
    card = opened()
    card.write(card.place.terms.meeting_day, "soon")
    assert card.remark(card.place.terms.meeting_day) == "soon is not a date. Write it like 1 Sep 2026."
    assert card.stored.next_meeting is None


FIELDS = ["name", "sector_words", "municipality", "sector", "contact", "business_id", "goal", "meeting", "what"]


@pytest.mark.parametrize("field", FIELDS)
def test_that_an_identity_code_is_never_kept_and_the_rest_is(opened: Opened, field: str) -> None:
    card = opened()
    parts = (card.place.card, card.place.terms, card.place.background)
    refused: QWidget = next(getattr(part, field) for part in parts if hasattr(part, field))
    card.write(refused, f"see {IDENTITY_CODE}")
    assert "personal identity code" in card.said[-1]
    assert "personal identity code" in card.remark(refused)
    other = card.place.card.name if field != "name" else card.place.card.sector_words
    card.write(other, "Salo")
    stored = card.stored
    assert IDENTITY_CODE not in repr(stored)
    assert "Salo" in (stored.company.name, stored.company.sector_words)
    text = refused.toPlainText() if isinstance(refused, QPlainTextEdit) else refused.property("text")
    assert IDENTITY_CODE in text


def test_that_people_appear_as_chosen_and_the_choice_is_explained(opened: Opened) -> None:
    card = opened()
    assert card.remark(card.place.terms.people).startswith("People are H1, H2 and so on.")
    card.choose(card.place.terms.people, PeopleMode.ROLES_ONLY)
    assert card.stored.people_mode is PeopleMode.ROLES_ONLY
    assert card.remark(card.place.terms.people).startswith("Nobody has a row of their own")


def test_that_changing_how_people_appear_loses_no_level(opened: Opened) -> None:
    card = opened()
    before = card.stored.assessments
    for mode in (PeopleMode.NAMES, PeopleMode.ROLES_ONLY, PeopleMode.OWNER, PeopleMode.PSEUDONYMS):
        card.choose(card.place.terms.people, mode)
    assert card.stored.assessments == before


def test_that_a_refused_write_is_said_and_stays_in_the_field(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    card = opened()

    def full(*_items: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(type(card.desk.cases), "put_head", full)
    card.write(card.place.card.name, "Northern Metal")
    assert card.said == ["The disk is full."]
    assert card.place.card.name.text() == "Northern Metal"
    monkeypatch.undo()
    card.write(card.place.card.municipality, "Salo")
    assert card.stored.company.name == "Northern Metal"


@pytest.mark.parametrize(
    ("mode", "name", "place"), [(Mode.VISIT, "Roles and needs", "needs"), (Mode.SELF, "Survey", "survey")]
)
def test_that_the_next_step_is_one_button_away(
    theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk, mode: Mode, name: str, place: str
) -> None:
    card = Open(theme, open_desk(replace(workshop(), mode=mode)), qtbot)
    [onward] = [w for w in card.place.findChildren(QWidget) if w.accessibleName() == name]
    QTest.mouseClick(onward, Qt.MouseButton.LeftButton)
    assert card.went == [place]


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
