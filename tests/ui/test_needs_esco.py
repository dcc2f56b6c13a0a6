"""ESCO in the needs: a role from an occupation, and a competence of one's own linked with a concept, by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.frameworks.esco import Concept, Part
from app.i18n import Translator
from app.mapping.model import Mapping
from app.services import libraries, mappings
from app.services.desk import Desk
from app.services.mappings import MAX_NEEDS
from app.texts import Text
from app.ui.needs.esco import EscoDialog, LinkDialog, OccupationDialog
from app.ui.needs.place import NeedsPlace
from app.ui.place import LIBRARY
from app.ui.theme import Theme
from app.ui.widgets import Button
from tests.frameworks.esco_values import FILES, TURN, TURNER
from tests.ui.kinds import OpenDesk, Workshop

SENTENCE = "This service uses the ESCO classification of the European Commission."
D = TypeVar("D", bound=EscoDialog)
Opened = Callable[..., "Open"]


class Open:
    """The place on the screen and what was said."""

    def __init__(self, theme: Theme, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.said, self.went, self.qtbot = desk, list[str](), list[str](), qtbot
        self.place = NeedsPlace(theme, Translator("en"), desk, "mapping", self.said.append, self.went.append)
        qtbot.addWidget(self.place)
        self.place.show()
        self.place.activateWindow()
        qtbot.waitUntil(self.place.isActiveWindow)

    @property
    def stored(self) -> Mapping:
        return self.desk.cases.load("mapping")

    def dialog(self, button: Button, kind: type[D]) -> D:
        """What a button opens."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        dialog = self.place.findChild(kind)
        assert dialog
        self.qtbot.waitUntil(dialog.isActiveWindow)
        return dialog


def search(dialog: EscoDialog, words: str) -> None:
    """Type words and take the first thing found."""
    QTest.keyClicks(dialog.search, words)
    popup = QApplication.activePopupWidget()
    assert popup
    QTest.keyClick(popup, Qt.Key.Key_Return)


def press(button: Button) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def words_in(dialog: EscoDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk, tmp_path: Path) -> Opened:
    def open_it(*, esco: bool = True, needs: int = 0) -> Open:
        """With so many needs more in the role in hand."""
        desk = open_desk(workshop())
        role = desk.cases.load("mapping").roles[0]
        mappings.add_needs(desk, "mapping", role, [mappings.own_need(role, f"Own {n}", "en") for n in range(needs)])
        for name, data in FILES.items() if esco else ():
            (tmp_path / name).write_bytes(data)
            libraries.import_files(desk, [tmp_path / name])
        return Open(theme, desk, qtbot)

    return open_it


@pytest.mark.parametrize("kind", [OccupationDialog, LinkDialog])
def test_that_a_library_without_esco_says_how_to_get_it_and_is_a_button_away(
    opened: Opened, kind: type[EscoDialog]
) -> None:
    window = opened(esco=False)
    place = window.place
    place.table.setCurrentIndex(place.model.index(0, 0))
    dialog = window.dialog(place.occupation if kind is OccupationDialog else place.middle.link, kind)
    assert any(words.startswith("The library has no ESCO yet. Fetch it as CSV") for words in words_in(dialog))
    assert dialog.leave.accessibleName() == "Close"
    assert QApplication.focusWidget() is dialog.library
    QTest.keyClick(dialog.library, Qt.Key.Key_Space)
    assert window.went == [LIBRARY]
    assert not dialog.isVisible()


def test_that_an_occupation_gives_needs_to_the_role_in_hand_in_one_act(opened: Opened) -> None:
    window = opened()
    before = window.stored.needs
    dialog = window.dialog(window.place.occupation, OccupationDialog)
    assert SENTENCE in words_in(dialog)
    assert not dialog.add.isEnabled()
    search(dialog, "turner")
    [tick] = dialog.ticks.ticks.values()
    assert (tick.accessibleName(), tick.isChecked()) == ("turn metal", True)
    assert dialog.counted.text() == "1 chosen. This role has room for 8, a new one for 12."
    press(dialog.add)
    [need] = [n for n in window.stored.needs if n not in before]
    assert (need.role_key, need.competence_code, need.tags) == ("machinist", TURN, (f"esco:{TURN}",))
    assert window.said == ["1 need added"]
    assert window.desk.cases.undo("mapping")
    assert window.stored.needs == before


def test_that_it_is_said_which_files_are_missing_and_that_nothing_was_found(opened: Opened) -> None:
    window = opened(esco=False)
    turner = Concept(TURNER, "occupation", Text(fi="sorvaaja"))
    window.desk.library.esco.put([Part("occupations_fi.csv", (turner,))])
    dialog = window.dialog(window.place.occupation, OccupationDialog)
    missing = "lacks occupations_en.csv, skills_en.csv and occupationSkillRelations_en.csv"
    assert dialog.nothing.isVisible()
    assert missing in dialog.nothing.text()
    QTest.keyClicks(dialog.search, "qqqq")
    assert dialog.nothing.text().startswith("Nothing was found.")
    assert missing in dialog.nothing.text()


def test_that_an_occupation_becomes_a_role_of_its_own(opened: Opened) -> None:
    window = opened(needs=MAX_NEEDS)
    dialog = window.dialog(window.place.occupation, OccupationDialog)
    search(dialog, "turner")
    assert not dialog.add.isEnabled()
    assert dialog.anew.isEnabled()
    dialog.ticks.ticks[TURN].setChecked(False)
    assert not dialog.anew.isEnabled()
    dialog.ticks.ticks[TURN].setChecked(True)
    press(dialog.anew)
    role = window.stored.roles[-1]
    assert (role.name, window.place.role_key) == ("Turner", role.key)
    assert [str(n.name) for n in window.place.model.needs] == ["sorvata metallia"]
    assert window.desk.cases.undo("mapping")
    assert len(window.stored.roles) == 2


def test_that_a_competence_is_linked_with_a_concept_and_freed_from_it(opened: Opened) -> None:
    window = opened()
    place = window.place
    place.table.setCurrentIndex(place.model.index(0, 0))
    dialog = window.dialog(place.middle.link, LinkDialog)
    search(dialog, "turn metal")
    window.qtbot.waitUntil(lambda: dialog.search.text() == "")
    assert dialog.ticks.chosen() == [TURN]
    assert SENTENCE in words_in(dialog)
    press(dialog.keep)
    assert list(window.stored.needs[0].tags) == [f"esco:{TURN}"]
    window.qtbot.waitUntil(lambda: place.findChild(LinkDialog) is None)
    dialog = window.dialog(place.middle.link, LinkDialog)
    QTest.keyClick(dialog.ticks.ticks[TURN], Qt.Key.Key_Space)
    press(dialog.keep)
    assert list(window.stored.needs[0].tags) == []


def test_that_it_is_said_when_no_occupation_has_the_words(opened: Opened) -> None:
    place = opened()
    dialog = place.dialog(place.place.occupation, OccupationDialog)
    assert dialog.nothing.isHidden()
    QTest.keyClicks(dialog.search, "astronaut")
    assert dialog.nothing.isVisible()
    dialog.search.clear()
    QTest.keyClicks(dialog.search, "turn")
    assert not dialog.nothing.isVisible()
