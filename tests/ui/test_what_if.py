"""What if: chosen, seen beside what is, kept under a name, and gone again; the mapping stays as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.languages import Language
from app.mapping.model import CardHolding, Mapping, PeopleMode
from app.mapping.plan import results
from app.mapping.scenario import Hired, OneLeaves, PersonLeaves, Scenario, Switch, Trained
from app.mapping.what_if import what_if
from app.services.desk import Desk
from app.texts import Text
from app.ui.keys import groups, keys_at
from app.ui.results.place import ResultsPlace
from app.ui.results.switches import Switches
from app.ui.results.what_if import WhatIf
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop

CARD_LAPSES = "A card is not renewed"
CARD = CardHolding("hot", "C01", "machinist", Text(en="Hot-work card"), valid_to=date(2030, 1, 1))


class Asked:
    """The page, opened from the results as a person does."""

    def __init__(self, theme: Theme, desk: Desk, mapping: Mapping, qtbot: QtBot) -> None:
        self.desk, self.key, self.said = desk, mapping.key, list[str]()
        self.place = ResultsPlace(theme, Translator("en"), desk, mapping.key, self.said.append, list[str]().append)
        self.place.resize(1300, 680)
        qtbot.addWidget(self.place)
        with qtbot.waitExposed(self.place):
            self.place.show()
        assert self.place.sheet
        QTest.mouseClick(self.place.sheet.what_if, Qt.MouseButton.LeftButton)

    @property
    def page(self) -> WhatIf:
        assert self.place.what_if
        return self.place.what_if

    def choose(self, kind: str, subject: str = "", level: int = 3) -> None:
        switches = self.page.switches
        _pick(switches.kind, kind)
        if subject:
            _pick(switches.subject, subject)
        switches.level.setCurrentIndex(level)
        QTest.mouseClick(switches.add, Qt.MouseButton.LeftButton)
        QApplication.processEvents()  # rows show on the next turn

    def press(self, name: str) -> None:
        [button] = [
            b
            for b in self.page.findChildren(QAbstractButton)
            if b.accessibleName() == name and b.isVisibleTo(self.page)
        ]
        button.click()

    def keep(self, name: str) -> None:
        self.page.name.setText(name)
        self.page.keep.click()
        QApplication.processEvents()

    def kept(self) -> list[tuple[str, tuple[Switch, ...]]]:
        return sorted((s.name, s.switches) for s in self.desk.cases.scenarios(self.key))

    def table(self) -> dict[str, list[str]]:
        model = self.page.outcome.table.model()
        rows = [[str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(model.rowCount())]
        return {row[0]: row[1:] for row in rows}

    def heads(self) -> list[str]:
        model = self.page.outcome.table.model()
        return [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in range(1, model.columnCount())]

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.page.findChildren(QLabel) if label.isVisibleTo(self.page))


def _pick(box: QComboBox, words: str) -> None:
    place = next(i for i in range(box.count()) if words in box.itemText(i))
    box.setCurrentIndex(place)


@pytest.fixture
def asked(theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk) -> Asked:
    mapping = replace(workshop(), cards=(CARD,))
    return Asked(theme, open_desk(mapping), mapping, qtbot)


def test_that_a_leaver_is_seen_in_the_scores_and_the_mapping_stays(asked: Asked) -> None:
    before = asked.desk.cases.load(asked.key)
    leaver = before.people[0]
    asked.choose("leaves", leaver.code)
    expected = what_if(
        results(before, asked.desk.today), Scenario("", "", asked.desk.today, (PersonLeaves(leaver.key),))
    )
    shown = {row.need.name.en: row for row in expected.after.ranked}
    assert asked.table()
    for name, (_now, then) in asked.table().items():
        assert then.endswith(f", {shown[name].score.index}") or shown[name].score.index is None
    assert asked.says(f"{leaver.code}, ")
    assert asked.desk.cases.load(asked.key) == before


def test_that_what_was_added_is_taken_away_again(asked: Asked) -> None:
    asked.choose("leaves")
    code = asked.desk.cases.load(asked.key).people[0].code
    role = asked.desk.cases.load(asked.key).roles[0].name
    asked.press(f"Take away: {code}, {role} leaves")
    assert asked.table() == {}
    assert asked.says("No score changes.")


def test_that_a_card_that_runs_out_by_the_day_is_told(asked: Asked) -> None:
    assert asked.page.outcome.fixes.isHidden()
    asked.page.switches.day.setValue(36)
    assert asked.says("On 23 Nov 2029")
    asked.choose("card")
    assert not asked.page.outcome.fixes.isHidden()


def test_that_scenarios_kept_under_names_stand_side_by_side_and_go(asked: Asked) -> None:
    mapping = asked.desk.cases.load(asked.key)
    asked.choose("leaves")
    asked.keep("Leaver")
    asked.choose("trained", level=4)
    asked.keep("Leaver, then training")
    leaves, trained = PersonLeaves(mapping.people[0].key), Trained(mapping.people[0].key, mapping.needs[0].key, 4)
    assert asked.kept() == [("Leaver", (leaves,)), ("Leaver, then training", (leaves, trained))]
    assert asked.heads() == ["Now", "What if", "Leaver", "Leaver, then training"]
    asked.press("Remove: Leaver")
    assert [name for name, _ in asked.kept()] == ["Leaver, then training"]
    assert asked.said[-1] == "Taken away: Leaver"


def test_that_a_name_kept_already_is_written_over_and_an_identity_code_is_refused(asked: Asked) -> None:
    asked.choose("leaves")
    asked.keep("Plan B")
    asked.choose("hired")
    asked.keep("Plan B")
    assert [len(switches) for _name, switches in asked.kept()] == [2]
    asked.keep("131052-308T")
    assert [name for name, _ in asked.kept()] == ["Plan B"]
    asked.keep(" ")
    assert asked.said[-1] == "Give it a name first."


def test_that_a_kept_scenario_is_taken_up_again(asked: Asked) -> None:
    asked.choose("leaves")
    asked.keep("Leaver")
    table = asked.table()
    asked.place.refresh()
    asked.press("Back to the results")
    assert asked.place.sheet
    QTest.mouseClick(asked.place.sheet.what_if, Qt.MouseButton.LeftButton)
    asked.press("Leaver")
    assert {name: cells[:2] for name, cells in asked.table().items()} == {n: cells[:2] for n, cells in table.items()}


@pytest.mark.parametrize(
    ("mode", "offered"),
    [
        (PeopleMode.PSEUDONYMS, ["Somebody leaves", "Somebody is trained", "Somebody is hired", CARD_LAPSES]),
        (PeopleMode.ROLES_ONLY, ["Somebody leaves", "Somebody is trained", "Somebody is hired", CARD_LAPSES]),
        (PeopleMode.OWNER, ["Somebody is trained", CARD_LAPSES]),
    ],
)
def test_that_only_what_can_be_is_offered(
    theme: Theme, qtbot: QtBot, workshop: Workshop, today: date, mode: PeopleMode, offered: list[str]
) -> None:
    switches = Switches(theme, Translator("en"), workshop(mode), today)
    qtbot.addWidget(switches)
    assert [switches.kind.itemText(i) for i in range(switches.kind.count())] == offered


def test_that_people_only_counted_leave_and_come_by_role(
    theme: Theme, qtbot: QtBot, workshop: Workshop, today: date
) -> None:
    mapping = workshop(PeopleMode.ROLES_ONLY)
    switches = Switches(theme, Translator("en"), mapping, today)
    qtbot.addWidget(switches)
    switches.show_scenario(Scenario("", "", today, ()))
    changed = list[Scenario]()
    switches.changed.connect(changed.append)
    role = mapping.roles[0].key
    switches.add.click()
    _pick(switches.kind, "trained")
    switches.add.click()
    _pick(switches.kind, "hired")
    switches.add.click()
    leaves, trained, hired = (scenario.switches[0] for scenario in changed)
    assert leaves == OneLeaves(role)
    assert isinstance(trained, Trained)
    assert trained.person_key == ""
    assert isinstance(hired, Hired)
    assert hired.role_key == role


# The page.


def test_that_escape_leads_back_and_the_place_tells_which_part_it_shows(asked: Asked, qtbot: QtBot) -> None:
    assert asked.place.part == "what-if"
    with qtbot.waitSignal(asked.place.moved):
        QTest.keyClick(asked.page.switches.day, Qt.Key.Key_Escape)
    assert asked.place.part == ""
    assert asked.place.sheet
    asked.place.show_at("what-if")
    assert asked.place.part == "what-if"


def test_that_the_foot_tells_the_keys_of_the_part_and_the_page_of_keys_has_them() -> None:
    t = Translator("en")
    here, results_keys = keys_at(t, "results", "what-if"), keys_at(t, "results")
    assert ("Esc", "back to the results") in here
    assert not {("Space", "agree"), ("Alt+↑ ↓", "move")} & set(here)
    assert ("Space", "agree") in results_keys
    assert set(here[:2]) <= {key for group in groups(t) for key in group.keys}


def test_that_enter_in_the_name_keeps_the_scenario(asked: Asked) -> None:
    asked.choose("leaves")
    asked.page.name.setText("Plan C")
    QTest.keyClick(asked.page.name, Qt.Key.Key_Return)
    assert [name for name, _ in asked.kept()] == ["Plan C"]


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_that_choices_and_outcome_have_room_side_by_side_or_one_under_the_other(
    theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk, zoom: float, language: Language
) -> None:
    desk = open_desk(workshop())
    found = results(desk.cases.load("mapping"), desk.today)
    page = WhatIf(theme._replace(zoom=zoom), Translator(language), desk, found, list[str]().append, lambda: None)
    qtbot.addWidget(page)
    page.resize(1240, 640)
    with qtbot.waitExposed(page):
        page.show()
    page.switches.add.click()
    QApplication.processEvents()
    choices, outcome = (_box(widget, page) for widget in (page.switches, page.outcome))
    assert choices.bottom() < outcome.top() if zoom > 1 else choices.right() < outcome.left()
    assert page.outcome.width() >= page.outcome.minimumSizeHint().width()
    table = page.outcome.table
    for column in range(1, table.model().columnCount()):
        assert table.columnWidth(column) >= table.sizeHintForColumn(column)
    assert all(w.accessibleName() for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _box(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint()), widget.size())
