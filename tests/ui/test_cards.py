"""Cards and permits on the screen: said with one key, dated with a month, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.catalogues.model import CardCatalogue
from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.model import Band, CardHolding, Mapping, Measure, Mode, OptionType, PeopleMode
from app.services.catalogues import of_cards
from app.services.desk import Desk
from app.texts import Text
from app.ui.cards.place import CardsPlace
from app.ui.cards.table import CARD, MARK, STATE, UNTIL, WHOM
from app.ui.cards.words import Held, read_end
from app.ui.place import Refreshable
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop

KEY = Qt.Key
FORKLIFT, SAFETY = 0, 1
Opened = Callable[..., "Open"]


class Open:
    """The cards of a mapping on the screen, and what was said."""

    def __init__(self, theme: Theme, desk: Desk, qtbot: QtBot, language: Language = "en") -> None:
        self.desk, self.said, self.went = desk, list[str](), list[str]()
        self.place = CardsPlace(theme, Translator(language), desk, "mapping", self.said.append, self.went.append)
        qtbot.addWidget(self.place)
        self.place.resize(1300, 700)
        with qtbot.waitExposed(self.place):
            self.place.show()
        self.place.activateWindow()
        qtbot.waitUntil(self.place.isActiveWindow)
        self.place.setFocus()

    @property
    def cards(self) -> dict[str, CardHolding]:
        return {holding.key: holding for holding in self.desk.cases.load("mapping").cards}

    def go(self, row: int, column: int) -> QModelIndex:
        index = self.place.model.index(row, column)
        self.place.table.setFocus()
        self.place.table.setCurrentIndex(index)
        return index

    def press(self, *keys: KEY | str) -> None:
        """Press keys where the focus is, which the first of them may move."""
        for key in (each for given in keys for each in (given if isinstance(given, str) else (given,))):
            target = QApplication.focusWidget()
            assert target is not None
            QTest.keyClicks(target, key) if isinstance(key, str) else QTest.keyClick(target, key)
            QApplication.processEvents()  # a cell is written once its Enter has been dealt with

    def texts(self, row: int) -> list[str]:
        model = self.place.model
        return [str(model.index(row, column).data()) for column in range(model.columnCount())]

    def choose(self, box: QComboBox, words: str) -> None:
        box.setCurrentText(words)
        assert box.currentText() == words
        box.activated.emit(box.currentIndex())

    def listed(self, branch: str) -> list[str]:
        """The cards under a head of the tree."""
        model = self.place.picker.tree.model()
        heads = {str(model.index(row, 0).data()): model.index(row, 0) for row in range(model.rowCount())}
        if branch not in heads:
            return []
        return [str(model.index(row, 0, heads[branch]).data()) for row in range(model.rowCount(heads[branch]))]

    def add(self, *names: str) -> None:
        """Choose cards among all, and add them."""
        tree = self.place.picker.tree
        model = tree.model()
        every = model.index(model.rowCount() - 1, 0)
        for row in range(model.rowCount(every)):
            index = model.index(row, 0, every)
            if str(index.data()) in names:
                tree.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        QTest.mouseClick(self.place.picker.add, Qt.MouseButton.LeftButton)


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk) -> Opened:
    def open_(mapping: Mapping | None = None, language: Language = "en") -> Open:
        return Open(theme, open_desk(mapping or workshop()), qtbot, language)

    return open_


@pytest.fixture
def catalogue(opened: Opened) -> CardCatalogue:
    return of_cards(opened().desk).cards


# What is shown.


def test_that_each_role_shows_its_cards_with_their_state_and_end(opened: Opened) -> None:
    cards = opened()
    assert cards.texts(FORKLIFT) == ["Machinist", "Forklift permit", "1 person", "Expired", "30 Sep 2026"]
    assert cards.texts(SAFETY) == ["Welder", "Safety card", "2 people", "Ends within 30 days", "14 Dec 2026"]
    assert cards.place.summary.text() == "Expired: 1 and ends within 30 days: 2"


def test_that_a_role_is_named_once_and_heard_in_every_row(opened: Opened, workshop: Workshop) -> None:
    mapping = workshop()
    more = CardHolding("more", "C02", "machinist", Text(en="Hot-work card"), state="missing")
    cards = opened(replace(mapping, cards=(*mapping.cards, more)))
    assert [cards.texts(row)[0] for row in range(3)] == ["Machinist", "", "Welder"]
    assert cards.place.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Role: Machinist"


@pytest.mark.parametrize(
    ("state", "end", "word", "until", "band"),
    [
        ("held", date(2026, 11, 22), "Expired", "22 Nov 2026", Band.URGENT),
        ("held", date(2026, 11, 23), "Ends within 30 days", "23 Nov 2026", Band.URGENT),
        ("held", date(2027, 5, 22), "Ends within 180 days", "22 May 2027", Band.IMPORTANT),
        ("held", date(2027, 5, 23), "Valid", "23 May 2027", Band.IN_ORDER),
        ("held", None, "Valid until further notice", "until further notice", Band.IN_ORDER),
        ("missing", None, "Missing", "–", Band.URGENT),
        ("not_known", None, "Not known", "–", Band.NOT_ASSESSED),
        ("not_needed", None, "Not needed", "–", None),
    ],
)
def test_that_a_state_has_its_word_and_its_mark(
    opened: Opened, workshop: Workshop, state: Held, end: date | None, word: str, until: str, band: Band | None
) -> None:
    mapping = workshop()
    card = replace(mapping.cards[0], state=state, valid_to=end)
    cards = opened(replace(mapping, cards=(card,)))
    assert cards.texts(0)[STATE:] == [word, until]
    assert cards.place.model.index(0, STATE).data(MARK) == band


def test_that_a_record_extract_is_only_seen(opened: Opened, workshop: Workshop) -> None:
    mapping = workshop()
    seen = CardHolding("seen", "C20", "machinist", Text(en="Criminal record extract seen"))
    cards = opened(replace(mapping, cards=(seen,)))
    assert cards.texts(0)[STATE:] == ["Seen", "–"]
    cards.go(0, UNTIL)
    cards.press("5")
    assert cards.cards["seen"] == seen


def test_that_the_card_in_hand_is_explained(opened: Opened) -> None:
    cards = opened()
    cards.go(FORKLIFT, CARD)
    told = cards.place.detail.about.text()
    assert told.startswith("Expired 30 Sep 2026, 54 days ago. No end by law; reviewed every 5 years.")
    assert "403/2008" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_nothing_to_go_to_is_without_a_name(opened: Opened, language: Language) -> None:
    cards = opened(language=language)
    stops = [w for w in cards.place.findChildren(QWidget) if w.focusPolicy().value and not w.focusProxy()]
    own = [w for w in stops if not w.objectName().startswith("qt_")]
    assert len(own) > 8
    assert [w for w in own if not w.accessibleName().strip()] == []


# Keys in the table.


@pytest.mark.parametrize(("key", "state"), [("+", "held"), ("!", "missing"), ("?", "not_known"), ("-", "not_needed")])
@pytest.mark.parametrize("column", [CARD, WHOM, STATE, UNTIL])
def test_that_one_key_says_how_a_card_stands_anywhere_in_its_row(
    opened: Opened, key: str, state: str, column: int
) -> None:
    cards = opened()
    cards.go(SAFETY, column)
    cards.press(key)
    assert cards.cards["safety-card"].state == state
    assert cards.place.table.currentIndex().row() == SAFETY
    assert cards.place.table.currentIndex().column() == column


def test_that_what_is_not_held_has_no_end_left(opened: Opened) -> None:
    cards = opened()
    cards.go(SAFETY, STATE)
    cards.press("!")
    assert cards.cards["safety-card"].valid_to is None


@pytest.mark.parametrize(
    ("typed", "end"),
    [
        ("5/2029", date(2029, 5, 31)),
        ("2.2028", date(2028, 2, 29)),
        ("1.9.2027", date(2027, 9, 1)),
        ("1.3.", date(2027, 3, 1)),
    ],
)
def test_that_an_end_is_typed_as_a_month_or_a_day(opened: Opened, typed: str, end: date) -> None:
    cards = opened()
    cards.go(FORKLIFT, UNTIL)
    cards.press(typed, KEY.Key_Return)
    assert (cards.cards["forklift"].valid_to, cards.cards["forklift"].state) == (end, "held")
    assert cards.said == ["Saved"]


def test_that_an_end_makes_a_missing_card_held(opened: Opened) -> None:
    cards = opened()
    cards.go(FORKLIFT, STATE)
    cards.press("!")
    cards.go(FORKLIFT, UNTIL)
    cards.press("5/2029", KEY.Key_Return)
    assert cards.cards["forklift"].state == "held"


def test_that_what_is_no_day_stays_open_and_is_told(opened: Opened) -> None:
    cards = opened()
    cards.go(FORKLIFT, UNTIL)
    cards.press("99", KEY.Key_Return)
    assert cards.said == ["99 is not a date. Write it like 1 Sep 2026."]
    assert cards.cards["forklift"].valid_to == date(2026, 9, 30)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "99"


def test_that_going_elsewhere_writes_the_open_cell(opened: Opened) -> None:
    cards = opened()
    cards.go(FORKLIFT, UNTIL)
    cards.press("5/2029")
    cards.place.flush()
    assert cards.cards["forklift"].valid_to == date(2029, 5, 31)


def test_that_a_figure_is_how_many_people(opened: Opened) -> None:
    cards = opened()
    cards.go(FORKLIFT, WHOM)
    cards.press("3")
    assert cards.cards["forklift"].count == 3
    cards.press("0")
    assert cards.cards["forklift"].count == 3


def test_that_a_card_can_be_given_to_one_person(opened: Opened) -> None:
    cards = opened()
    index = cards.go(SAFETY, WHOM)
    cards.press(KEY.Key_F2)
    box = cards.place.table.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    words = [box.itemText(row) for row in range(box.count())]
    assert words == ["1 person", "2 people", "H4", "H5"]
    cards.choose(box, "H5")
    assert (cards.cards["safety-card"].person_key, cards.cards["safety-card"].count) == ("welder-1", 1)
    assert index.data() == "H5"


def test_that_where_nobody_has_a_row_cards_are_of_counts_only(opened: Opened, workshop: Workshop) -> None:
    cards = opened(workshop(PeopleMode.ROLES_ONLY))
    cards.go(SAFETY, WHOM)
    cards.press(KEY.Key_F2)
    box = cards.place.table.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    assert box.count() == 2
    assert cards.place.picker.whom.count() == 1


def test_that_delete_takes_a_card_away_and_the_next_is_in_hand(opened: Opened) -> None:
    cards = opened()
    cards.go(FORKLIFT, CARD)
    cards.press(KEY.Key_Delete)
    assert set(cards.cards) == {"safety-card"}
    assert cards.said == ["Card taken away"]
    assert cards.place.table.currentIndex().row() == 0
    QTest.mouseClick(cards.place.away, Qt.MouseButton.LeftButton)
    assert cards.cards == {}
    assert "No card or permit has been looked at yet" in cards.place._empty.text()


def test_that_a_card_with_a_measure_is_not_taken_away(opened: Opened, workshop: Workshop) -> None:
    measure = Measure("measure", "forklift", OptionType.CARD)
    cards = opened(replace(workshop(), measures=(measure,)))
    cards.go(FORKLIFT, CARD)
    cards.press(KEY.Key_Delete)
    assert "has a measure in the plan" in cards.said[0]
    assert set(cards.cards) == {"forklift", "safety-card"}


# The end counted from the day of giving.


def test_that_an_end_is_counted_from_the_day_a_card_was_given(opened: Opened) -> None:
    cards = opened()
    cards.go(SAFETY, CARD)
    cards.place.detail.given.setText("29.2.2024")
    QTest.keyClick(cards.place.detail.given, KEY.Key_Return)
    assert cards.cards["safety-card"].valid_to == date(2029, 2, 28)


def test_that_a_day_that_is_none_is_told(opened: Opened) -> None:
    cards = opened()
    cards.go(SAFETY, CARD)
    cards.place.detail.given.setText("soon")
    QTest.mouseClick(cards.place.detail.count, Qt.MouseButton.LeftButton)
    assert cards.said == ["soon is not a date. Write it like 1 Sep 2026."]


def test_that_nothing_is_counted_where_no_years_are_known(opened: Opened, workshop: Workshop) -> None:
    mapping = workshop()
    cards = opened(replace(mapping, cards=(replace(mapping.cards[0], card="C03"),)))
    assert not cards.place.detail.given.isVisible()


# Adding.


def test_that_what_is_usual_and_not_looked_at_stands_first(opened: Opened, workshop: Workshop) -> None:
    mapping = workshop()
    cards = opened(replace(mapping, company=replace(mapping.company, sector="25")))
    usual = ["Occupational safety card", "Hot-work card", "First aid", "Welder qualification (SFS-EN ISO 9606-1)"]
    assert cards.listed("Usual here, not looked at yet") == usual
    cards.choose(cards.place.picker.role, "Welder")
    assert "Forklift permit" in cards.listed("Usual here, not looked at yet")
    assert "Occupational safety card" not in cards.listed("Usual here, not looked at yet")


def test_that_all_cards_but_the_restricted_one_can_be_chosen(opened: Opened) -> None:
    cards = opened()
    every = cards.listed("All cards and permits")
    assert len(every) == 25
    assert not [name for name in every if "right to work" in name]
    assert cards.listed("Usual here, not looked at yet") == []


def test_that_chosen_cards_are_added_as_not_known_for_the_role_together(opened: Opened) -> None:
    cards = opened()
    cards.choose(cards.place.picker.role, "Welder")
    cards.add("Hot-work card", "First aid")
    fresh = [c for c in cards.cards.values() if c.card in ("C02", "C10")]
    assert {(c.role_key, c.state, c.count, c.person_key) for c in fresh} == {("welder", "not_known", 2, "")}
    assert len(fresh) == 2
    assert cards.said == ["Added. Say with + ! ? or - how it stands."]


def test_that_a_card_can_be_added_for_each_person(opened: Opened) -> None:
    cards = opened()
    cards.choose(cards.place.picker.whom, "each person")
    cards.add("Hot-work card")
    assert sorted(c.person_key for c in cards.cards.values() if c.card == "C02") == [
        "machinist-0",
        "machinist-1",
        "machinist-2",
    ]
    cards.choose(cards.place.picker.whom, "H2")
    cards.add("First aid")
    assert [c.person_key for c in cards.cards.values() if c.card == "C10"] == ["machinist-1"]


def test_that_the_head_of_what_is_usual_stands_for_all_of_it(opened: Opened, workshop: Workshop) -> None:
    mapping = workshop()
    cards = opened(replace(mapping, cards=(), company=replace(mapping.company, sector="81")))
    tree = cards.place.picker.tree
    tree.setCurrentIndex(tree.model().index(0, 0))
    QTest.mouseClick(cards.place.picker.add, Qt.MouseButton.LeftButton)
    assert {c.card for c in cards.cards.values()} == {"C01", "C05", "C06", "C10"}


def test_that_cards_are_found_by_words(opened: Opened) -> None:
    cards = opened()
    QTest.keyClicks(cards.place.picker.search, "weld")
    assert cards.listed("All cards and permits") == ["Welder qualification (SFS-EN ISO 9606-1)"]


def test_that_own_words_are_added_and_an_identity_code_is_not(opened: Opened) -> None:
    cards = opened()
    own = cards.place.picker.own
    QTest.keyClicks(own, "Customer's site card")
    QTest.keyClick(own, KEY.Key_Return)
    assert [c.name.en for c in cards.cards.values() if not c.card] == ["Customer's site card"]
    assert own.text() == ""
    QTest.keyClicks(own, "131052-308T")
    QTest.mouseClick(cards.place.picker.add_own, Qt.MouseButton.LeftButton)
    assert "personal identity code" in cards.said[-1]
    assert own.text() == "131052-308T"
    assert "131052" not in repr(cards.cards)


def test_that_without_a_role_there_is_one_sentence_and_nothing_to_press(opened: Opened, workshop: Workshop) -> None:
    empty = replace(workshop(), roles=(), people=(), needs=(), assessments=(), cards=())
    cards = opened(empty)
    assert cards.place._empty.text() == "Begin with a role: who does what here?"
    assert not cards.place.picker.add.isEnabled()
    assert not cards.place.away.isEnabled()


# The place among the others.


def test_that_undo_finds_the_cursor_where_it_was(opened: Opened) -> None:
    cards = opened()
    assert isinstance(cards.place, Refreshable)
    cards.go(SAFETY, STATE)
    cards.desk.cases.put("mapping", replace(cards.cards["safety-card"], state="missing", valid_to=None))
    cards.place.refresh()
    assert cards.texts(SAFETY)[STATE] == "Missing"
    assert cards.place.table.currentIndex().row() == SAFETY
    assert cards.place.table.currentIndex().column() == STATE


def test_that_a_refused_write_is_said_and_the_table_shows_what_is_stored(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = opened()

    def full(*_items: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(type(cards.desk.cases), "put", full)
    cards.go(SAFETY, STATE)
    cards.press("!")
    assert cards.said == ["The disk is full."]
    assert cards.texts(SAFETY)[STATE] == "Ends within 30 days"


def test_that_a_broken_own_catalogue_is_told_and_the_shipped_one_is_there(
    theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk
) -> None:
    desk = open_desk(workshop())
    (desk.folder.root / "catalogues").mkdir()
    (desk.folder.root / "catalogues" / "cards.yaml").write_text("format: x\n", "utf-8")
    cards = Open(theme, desk, qtbot)
    assert cards.said[0].startswith("cards.yaml breaks the format of catalogues")
    assert len(cards.listed("All cards and permits")) == 25


@pytest.mark.parametrize(("mode", "next_step"), [(Mode.VISIT, "survey#I"), (Mode.SELF, "results")])
def test_that_the_next_step_is_one_button_away(opened: Opened, workshop: Workshop, mode: Mode, next_step: str) -> None:
    cards = opened(replace(workshop(), mode=mode))
    QTest.mouseClick(cards.place.onward, Qt.MouseButton.LeftButton)
    assert cards.went == [next_step]


def test_that_without_roles_the_way_to_them_is_one_button_away(opened: Opened, workshop: Workshop) -> None:
    cards = opened(replace(workshop(), roles=(), people=(), needs=(), assessments=(), cards=()))
    QTest.mouseClick(cards.place.roles, Qt.MouseButton.LeftButton)
    assert cards.went == ["needs"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_large_text_shows_every_column_on_a_laptop(
    theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk, language: Language
) -> None:
    mapping = workshop()
    ends = (date(2026, 11, 23), date(2027, 5, 22))
    cards = tuple(replace(mapping.cards[0], key=str(end), state="held", valid_to=end) for end in ends)
    shown = Open(theme._replace(zoom=2.0), open_desk(replace(mapping, cards=cards)), qtbot, language)
    shown.place.resize(1245, 650)
    QApplication.processEvents()
    table = shown.place.table
    assert table.horizontalScrollBar().maximum() == 0
    cells = table._wrapped()
    for row in range(2):
        state = table.model().index(row, STATE)
        assert table.columnWidth(STATE) >= cells.longest_word(state)
        assert table.rowHeight(row) >= cells.height_in(state, table.columnWidth(STATE))


def test_that_the_parts_stand_one_under_another_where_there_is_no_room(opened: Opened, qtbot: QtBot) -> None:
    cards = opened()
    table, picker = cards.place.table, cards.place.picker
    assert picker.mapTo(cards.place, picker.rect().topLeft()).x() > table.width()
    cards.place.resize(800, 1400)
    qtbot.wait(1)
    assert picker.mapTo(cards.place, picker.rect().topLeft()).x() < 100


@pytest.mark.parametrize("text", ["13/2027", "0/2027", "soon", "5/20270"])
def test_that_what_is_no_month_is_no_end(text: str, today: date) -> None:
    with pytest.raises(UserError):
        read_end(text, today)
