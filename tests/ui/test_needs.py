"""Roles and what is asked of them: by keys, by the list of what there is, and in own words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.frameworks.model import Framework, Requirement, Unit
from app.i18n import Translator
from app.mapping.answers import Answer
from app.mapping.model import LevelCount, Mapping, Mode, PeopleMode, RoleNeed, Targets
from app.services.desk import Desk
from app.services.libraries import packs
from app.services.mappings import MAX_NEEDS
from app.texts import Text
from app.ui.needs.place import NeedsPlace
from app.ui.needs.table import CRITICALITY, NAME, NOW, REQUIRED, Y1, Y3
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop

IDENTITY_CODE = "131052-308T"
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
Opened = Callable[..., "Open"]


def a_profile() -> Framework:
    return next(pack for pack in packs() if pack.kind == "sector_profile")


class Open:
    """Roles and needs on the screen, and what was said."""

    def __init__(self, theme: Theme, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.said, self.went = desk, list[str](), list[str]()
        self.place = NeedsPlace(theme, Translator("en"), desk, "mapping", self.said.append, self.went.append)
        self.place.resize(1302, 680)
        qtbot.addWidget(self.place)
        with qtbot.waitExposed(self.place):
            self.place.show()
        self.place.activateWindow()
        qtbot.waitUntil(self.place.isActiveWindow)
        self.place.setFocus()

    @property
    def stored(self) -> Mapping:
        return self.desk.cases.load("mapping")

    def need(self, key: str) -> RoleNeed:
        return next(n for n in self.stored.needs if n.key == key)

    def needs_of(self, role_key: str) -> list[str]:
        return [str(n.name) for n in self.stored.needs if n.role_key == role_key]

    def at(self, row: int, column: int) -> None:
        self.place.table.setFocus()
        self.place.table.setCurrentIndex(self.place.model.index(row, column))

    def press(self, key: str | Qt.Key) -> None:
        if isinstance(key, str):
            QTest.keyClicks(self.place.table, key)
        else:
            QTest.keyClick(self.place.table, key)

    def walked(self, start: QWidget, end: QWidget) -> list[str]:
        """Names of what Tab passes on its way, as they are heard."""
        names, here = list[str](), start
        here.setFocus()
        while here is not end and len(names) < 20:
            names.append(here.accessibleName())
            QTest.keyClick(here, Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            assert focused
            here = focused
        return names

    def shows(self, role: int = Qt.ItemDataRole.DisplayRole) -> str:
        return str(self.place.table.currentIndex().data(role))

    def found(self, *path: str) -> QModelIndex:
        """A row of the tree, opened down to it."""
        tree, index = self.place.picker.tree, QModelIndex()
        for name in path:
            tree.expand(index)
            model = tree.model()
            children = [model.index(row, 0, index) for row in range(model.rowCount(index))]
            index = next(child for child in children if child.data() == name)
        return index

    def pick(self, *paths: tuple[str, ...]) -> None:
        """Choose rows of the tree and add them."""
        selection = self.place.picker.tree.selectionModel()
        selection.clear()
        for path in paths:
            selection.select(self.found(*path), selection.SelectionFlag.Select)
        self.place.picker.add.click()


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk) -> Opened:
    def open_it(mapping: Mapping | None = None, framework: Framework | None = None) -> Open:
        desk = open_desk(mapping or workshop())
        if framework:
            desk.library.put_framework(framework)
        return Open(theme, desk, qtbot)

    return open_it


@pytest.fixture
def qualification() -> Framework:
    """A qualification with one unit of two requirements."""
    asked = (
        Requirement("r1", Text(en="The student plans the work.")),
        Requirement("r2", Text(en="The student finishes the work on time and says so to whoever waits for it.")),
    )
    unit = Unit("u1", "106675", Text(en="Welding by hand"), Decimal(30), requirements=asked)
    return Framework("eperusteet:1", "qualification", Text(en="Machine work"), code="351101", units=(unit,))


# Roles.


def test_that_a_role_is_added_named_and_counted_by_keys(opened: Opened) -> None:
    window = opened()
    window.place.roles.add.setFocus()
    QTest.keyClick(window.place.roles.add, Qt.Key.Key_Space)
    line = window.place.roles.lines[-1]
    assert QApplication.focusWidget() is line.name
    QTest.keyClicks(line.name, "Assembler")
    QTest.keyClick(line.name, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is line.count
    QTest.keyClicks(line.count, "4")
    QTest.keyClick(line.count, Qt.Key.Key_Tab)
    role = window.stored.roles[-1]
    assert (role.name, role.head_count) == ("Assembler", 4)
    assert len([p for p in window.stored.people if p.role_key == role.key]) == 4


def test_that_tab_follows_the_lines_as_they_are_read(opened: Opened, workshop: Workshop) -> None:
    window = opened(replace(workshop(), people_mode=PeopleMode.NAMES))
    window.place.roles.add.click()
    passed = window.walked(window.place.roles.lines[0].name, window.place.picker.search)
    roles = ["Machinist", "Welder", "New role"]
    lines = [n for r in roles for n in ("Name of the role", f"People in the role {r}", f"Take away the role {r}")]
    assert passed == [*lines, "Add a role", "Role from an occupation…", "Name of H6", "Person", "Extract…", "Erase…"]


def test_that_tab_goes_on_to_the_table_and_to_where_needs_come_from(opened: Opened) -> None:
    window = opened()
    passed = window.walked(window.place.roles.add, window.place.picker.add_own)
    names = [
        "Add a role",
        "Role from an occupation…",
        "Person",
        "Extract…",
        "Erase…",
        "Needs of the role",
        "Link with ESCO…",
        "Take the need away",
        "Search competences and units",
    ]
    assert passed == [*names, "Competences to choose from", "Add the chosen", "In own words"]


def test_that_the_role_in_hand_stays_when_something_is_added(opened: Opened) -> None:
    window = opened()
    window.place.roles.lines[1].name.setFocus()
    window.place.picker.own.setText("Sales")
    window.place.picker.add_own.click()
    assert window.needs_of("welder")[-1] == "Sales"
    assert window.place.role_key == "welder"


def test_that_a_role_keeps_its_name_when_the_field_is_left_empty(opened: Opened) -> None:
    window = opened()
    line = window.place.roles.lines[0]
    line.name.clear()
    QTest.keyClicks(line.name, "x")
    QTest.keyClick(line.name, Qt.Key.Key_Backspace)
    window.place.flush()
    assert window.stored.roles[0].name == "Machinist"


def test_that_going_to_a_role_takes_it_in_hand(opened: Opened) -> None:
    window = opened()
    assert window.place.middle.head.title.text() == "Machinist"
    window.place.roles.lines[1].count.setFocus()
    assert window.place.role_key == "welder"
    assert window.place.middle.head.title.text() == "Welder"


def test_that_people_with_levels_are_not_taken_away_with_a_smaller_number(opened: Opened) -> None:
    window = opened()
    line = window.place.roles.lines[0]
    line.count.setValue(1)
    window.place.flush()
    assert window.said[-1].startswith("Only 0 of these people have no levels yet.")
    assert window.stored.roles[0].head_count == 3


def test_that_a_role_with_levels_is_not_taken_away(opened: Opened) -> None:
    window = opened()
    window.place.roles.lines[0].away.click()
    assert window.said == ["Machinist has levels. Clear them in the matrix first, so that nothing is lost unseen."]
    assert len(window.stored.roles) == 2
    window.place.roles.lines[1].away.click()
    assert [r.name for r in window.stored.roles] == ["Machinist"]
    assert window.said[-1] == "Role taken away"


def test_that_head_counts_are_levels_too(opened: Opened, workshop: Workshop) -> None:
    mapping = replace(workshop(PeopleMode.ROLES_ONLY), level_counts=(LevelCount("welder-cam", 2, 1),))
    window = opened(mapping)
    window.place.roles.lines[1].away.click()
    assert window.said[-1].startswith("Welder has levels.")
    assert len(window.stored.roles) == 2


def test_that_without_roles_the_place_says_how_to_begin(opened: Opened, workshop: Workshop) -> None:
    window = opened(replace(workshop(), roles=(), people=(), needs=(), assessments=(), cards=()))
    assert QApplication.focusWidget() is window.place.roles.add
    window.place.picker.own.setText("Sales")
    QTest.keyClick(window.place.picker.own, Qt.Key.Key_Return)
    assert window.said == ["Begin with a role: who does what here?"]
    assert window.place.picker.own.text() == "Sales"


def test_that_own_words_that_cannot_be_taken_are_said_once_and_then_stand_in_nobodys_way(
    opened: Opened, workshop: Workshop
) -> None:
    window = opened(replace(workshop(), roles=(), people=(), needs=(), assessments=(), cards=()))
    QTest.keyClicks(window.place.picker.own, "Sales")
    window.place.flush()
    window.place.flush()
    assert window.said == ["Begin with a role: who does what here?"]
    QTest.keyClicks(window.place.picker.own, " talk")
    window.place.flush()
    assert len(window.said) == 2


def test_that_names_are_asked_for_only_where_they_are_to_be_seen(opened: Opened) -> None:
    assert not opened().place.names.isVisible()


def test_that_a_person_is_named_beside_their_code(opened: Opened, workshop: Workshop) -> None:
    window = opened(replace(workshop(), people_mode=PeopleMode.NAMES))
    assert [f.accessibleName() for f in window.place.names.fields] == ["Name of H1", "Name of H2", "Name of H3"]
    QTest.keyClicks(window.place.names.fields[1], "Liisa")
    window.place.flush()
    assert {p.code: p.display_name for p in window.stored.people if p.display_name} == {"H2": "Liisa"}


@pytest.mark.parametrize("kind", ["role", "person", "own words"])
def test_that_an_identity_code_is_kept_nowhere(opened: Opened, workshop: Workshop, kind: str) -> None:
    window = opened(replace(workshop(), people_mode=PeopleMode.NAMES))
    picker = window.place.picker
    fields = {"role": window.place.roles.lines[0].name, "person": window.place.names.fields[0], "own words": picker.own}
    fields[kind].clear()
    QTest.keyClicks(fields[kind], IDENTITY_CODE)
    window.place.flush()
    picker.add_own.click()
    assert "personal identity code" in window.said[-1]
    assert IDENTITY_CODE not in repr(window.stored)


# Targets and criticality.


def test_that_digits_set_targets_criticality_and_how_many(opened: Opened) -> None:
    window = opened()
    for column, key in ((Y1, "4"), (Y3, "-"), (CRITICALITY, "1"), (REQUIRED, "a")):
        window.at(1, column)
        window.press(key)
    need = window.need("machinist-cam")
    assert need.targets == Targets(3, 4, None)
    assert (need.criticality, need.required) == (1, "all")


def test_that_a_target_now_carries_the_later_ones_along_while_they_are_equal(opened: Opened) -> None:
    window = opened()
    window.at(0, Y3)
    window.press("4")
    window.at(0, NOW)
    window.press("2")
    assert window.need("machinist-turning").targets == Targets(2, 2, 4)


@pytest.mark.parametrize(
    ("now", "key", "later", "shown"),
    [("2", ">", 3, "3 ↑"), ("2", "=", 2, "2"), ("2", "<", 1, "1 ↓"), ("4", ">", 4, "4")],
)
def test_that_a_trend_fills_a_later_target_and_shows(
    opened: Opened, now: str, key: str, later: int, shown: str
) -> None:
    window = opened()
    window.at(0, NOW)
    window.press(now)
    window.at(0, Y1)
    window.press(key)
    assert window.need("machinist-turning").targets.y1 == later
    assert window.place.model.index(0, Y1).data() == shown


def test_that_the_rule_of_thumb_stands_with_what_is_business_critical(opened: Opened) -> None:
    window = opened()
    window.at(0, CRITICALITY)
    window.press("3")
    assert "cannot deliver, sell or operate" in str(window.place.model.index(0, CRITICALITY).data(SPOKEN))


@pytest.mark.parametrize(
    ("column", "key"),
    [(NOW, ">"), (CRITICALITY, "<"), (NOW, "5"), (CRITICALITY, "0"), (CRITICALITY, "4"), (NAME, "3"), (NOW, "x")],
)
def test_that_a_key_that_means_nothing_here_changes_nothing(opened: Opened, column: int, key: str) -> None:
    window = opened()
    before = window.stored.needs
    window.at(0, column)
    window.press(key)
    assert window.stored.needs == before


def test_that_a_cell_is_heard_in_words(opened: Opened) -> None:
    window = opened()
    window.at(0, NOW)
    assert window.shows(SPOKEN) == "Target now: 3  Independent also in exceptions"
    window.at(0, CRITICALITY)
    assert window.shows(SPOKEN).startswith("Criticality: 3  business-critical: without this we cannot deliver")


def test_that_f2_opens_the_list_of_what_may_stand_in_a_cell(opened: Opened) -> None:
    window = opened()
    window.at(0, CRITICALITY)
    window.press(Qt.Key.Key_F2)
    box = window.place.table.findChild(QComboBox)
    assert box
    words = [box.itemText(i).partition(":")[0] for i in range(box.count())]
    assert words == ["1  helpful", "2  important", "3  business-critical"]
    assert (box.currentIndex(), box.accessibleName()) == (2, "Criticality")
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert window.need("machinist-turning").criticality == 2


def test_that_a_refused_change_is_said_and_not_shown(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened()
    window.at(0, NOW)

    def full(*_items: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(type(window.desk.cases), "put", full)
    window.press("1")
    assert window.shows() == "3"
    assert window.said == ["The disk is full."]


def test_that_a_need_is_taken_away_by_key_and_by_button_unless_it_has_levels(opened: Opened) -> None:
    window = opened()
    window.at(0, NOW)
    window.press(Qt.Key.Key_Delete)
    expected = "CNC turning has levels. Clear them in the matrix first, so that nothing is lost unseen."
    assert window.said == [expected]
    window.place.roles.lines[1].name.setFocus()
    window.at(0, NOW)
    window.press(Qt.Key.Key_Delete)
    assert window.needs_of("welder") == ["CAM programming", "Using a robot", "Safety at work"]
    window.place.middle.away.click()
    assert window.needs_of("welder") == ["Using a robot", "Safety at work"]


def test_that_it_is_shown_how_many_of_twelve_are_chosen(opened: Opened) -> None:
    assert opened().place.middle.head.remark.text() == "4 of 12 chosen"


# Where needs come from.


def test_that_competences_of_a_profile_are_quoted_with_their_starting_points(opened: Opened) -> None:
    window = opened()
    profile = a_profile()
    chosen = profile.competences[:2]
    window.pick(*((profile.name.en, competence.name.en) for competence in chosen))
    added = {n.competence_code: n for n in window.stored.needs if n.source_key == profile.key}
    for competence in chosen:
        need = added[competence.code]
        assert (need.name, need.source_version) == (competence.name, profile.version)
        assert (need.criticality, need.targets.now) == (competence.criticality, competence.target)
    assert window.said == ["2 needs added"]


def test_that_a_whole_profile_is_one_choice_and_twelve_is_the_limit(opened: Opened) -> None:
    window = opened()
    profile = next(p for p in packs() if p.kind == "sector_profile")
    window.pick((profile.name.en,))
    assert len(window.needs_of("machinist")) == MAX_NEEDS
    assert window.said == ["8 needs added. A role has at most 12: nobody scores more in a visit."]
    assert window.place.middle.head.remark.text() == "12 of 12 chosen"
    window.place.picker.own.setText("Sales")
    window.place.picker.add_own.click()
    assert window.said[-1] == "0 needs added. A role has at most 12: nobody scores more in a visit."
    assert window.place.picker.own.text() == "Sales"


def test_that_a_competence_is_not_asked_twice_of_a_role(opened: Opened) -> None:
    window = opened()
    profile = a_profile()
    for _again in range(2):
        window.pick((profile.name.en, profile.competences[0].name.en))
    assert window.said == ["1 need added", "0 needs added"]


def test_that_a_unit_or_one_of_its_requirements_becomes_a_need(opened: Opened, qualification: Framework) -> None:
    window = opened(framework=qualification)
    window.pick(("Machine work", "Welding by hand"))
    window.pick(("Machine work", "Welding by hand", "The student plans the work."))
    added = {n.competence_code: n for n in window.stored.needs if n.source_key == "eperusteet:1"}
    assert set(added) == {"u1", "r1"}
    assert {n.unit_code for n in added.values()} == {"106675"}
    assert {n.qualification_code for n in added.values()} == {"351101"}


def test_that_a_qualification_is_opened_rather_than_taken_whole(opened: Opened, qualification: Framework) -> None:
    window = opened(framework=qualification)
    window.pick(("Machine work",))
    assert window.place.picker.tree.isExpanded(window.found("Machine work"))
    assert window.said == []


def test_that_search_reaches_units_and_requirements(opened: Opened, qualification: Framework) -> None:
    window = opened(framework=qualification)
    window.place.picker.search.setText("PLANS THE W")
    model = window.place.picker.tree.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Machine work"]
    assert window.found("Machine work", "Welding by hand", "The student plans the work.").isValid()


def test_that_a_competence_of_a_public_framework_is_found_by_its_code_and_taken_alone(opened: Opened) -> None:
    window = opened()
    window.place.picker.search.setText("4.2")
    digcomp = next(pack for pack in packs() if pack.key == "digcomp")
    data_protection = next(competence for competence in digcomp.competences if competence.code == "4.2")
    window.pick((str(digcomp.name.en),))
    assert digcomp.key not in {need.source_key for need in window.stored.needs}  # opened rather than taken whole
    window.pick((str(digcomp.name.en), str(data_protection.name.en)))
    added = next(need for need in window.stored.needs if need.source_key == digcomp.key)
    assert added.tags[0] == "digcomp:4.2"


def test_that_a_long_statement_can_be_read_whole(opened: Opened, qualification: Framework) -> None:
    window = opened(framework=qualification)
    long = qualification.units[0].requirements[1].text.en
    index = window.found("Machine work", "Welding by hand", long)
    window.place.picker.tree.setCurrentIndex(index)
    assert window.place.picker.whole.text() == long
    window.place.picker.tree.setCurrentIndex(window.found("Machine work"))
    assert window.place.picker.whole.text() == ""


def test_that_enter_in_the_tree_adds_the_row_in_hand(opened: Opened) -> None:
    window = opened()
    profile, tree = a_profile(), window.place.picker.tree
    tree.setFocus()
    tree.setCurrentIndex(window.found(profile.name.en, profile.competences[0].name.en))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert window.said == ["1 need added"]


def test_that_own_words_become_a_need_in_the_language_spoken(opened: Opened) -> None:
    window = opened()
    QTest.keyClicks(window.place.picker.own, "Talking to customers")
    QTest.keyClick(window.place.picker.own, Qt.Key.Key_Return)
    assert window.needs_of("machinist")[-1] == "Talking to customers"
    assert window.place.picker.own.text() == ""


def test_that_the_parts_stand_one_under_another_where_there_is_no_room(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    window.place.resize(700, 1800)
    qtbot.wait(1)
    assert window.place.picker.y() > window.place.roles.height()
    assert window.place.table.height() >= window.place.table.height_of(MAX_NEEDS)


def test_that_the_profile_of_the_company_is_first_and_open_and_needs_of_another_are_marked(
    opened: Opened, workshop: Workshop
) -> None:
    mapping = workshop()
    other = replace(mapping.needs[0], source_key="sector:machine")
    window = opened(replace(mapping, needs=(other, *mapping.needs[1:]), answers=(Answer("A3b", (), ("care",)),)))
    tree = window.place.picker.tree
    first = tree.model().index(0, 0)
    assert first.data() == "Social and health care"
    assert tree.isExpanded(first)
    assert tree.model().rowCount(first) > 1
    told = f"From another sector profile than the one chosen now, and kept: {other.name.en}."
    assert window.place.middle.gone.text() == told
    assert window.place.middle.gone.isVisible()


def test_that_an_owner_alone_finds_back_to_the_survey_that_asked_for_the_competences(
    opened: Opened, workshop: Workshop
) -> None:
    window = opened(replace(workshop(), mode=Mode.SELF))
    QTest.mouseClick(window.place.survey, Qt.MouseButton.LeftButton)
    assert window.went == ["survey"]
