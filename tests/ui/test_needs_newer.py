"""A newer version of what the needs were made from: seen, read, moved to by keys, and taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.frameworks.model import Competence, Framework
from app.i18n import Translator
from app.services.desk import Desk
from app.texts import Text
from app.ui.needs.newer import MoveDialog
from app.ui.needs.place import NeedsPlace
from app.ui.runs import Block, Run
from app.ui.tables import PAD
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop

NAME = Text(en="Machine shop")
TURNING, CAM, SAFETY = (Competence(code, code, Text(en=code)) for code in ("Turning", "CAM", "Safety"))
OLD = Framework("profile", "sector_profile", NAME, "2025", competences=(TURNING, CAM, SAFETY))
NEWER = replace(
    OLD, version="2027", competences=(replace(TURNING, name=Text(en="Turning by CNC")), Competence("x", "x", CAM.name))
)


class Open:
    """The place on the screen, over a mapping of which three needs quote the older version."""

    def __init__(self, theme: Theme, desk: Desk, qtbot: QtBot, newer: Framework = NEWER) -> None:
        self.desk, self.said, self.qtbot = desk, list[str](), qtbot
        needs = desk.cases.load("mapping").needs
        mine = [need for need in needs if need.role_key == "machinist"][:3]
        quoted = [
            replace(need, name=one.name, competence_code=one.code, source_version="2025", source_name=NAME)
            for need, one in zip(mine, OLD.competences, strict=True)
        ]
        desk.cases.put("mapping", *(replace(need, source_key="") for need in needs if need not in mine), *quoted)
        desk.library.put_framework(OLD)
        desk.library.put_framework(newer)
        self.place = NeedsPlace(theme, Translator("en"), desk, "mapping", self.said.append, lambda _place: None)
        qtbot.addWidget(self.place)
        self.place.show()
        self.place.activateWindow()
        qtbot.waitUntil(self.place.isActiveWindow)

    def asked(self) -> MoveDialog:
        button = self.place.newer.buttons[0]
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        dialog = self.place.newer.findChild(MoveDialog)
        assert dialog
        self.qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    def names(self) -> list[tuple[str, str]]:
        return [(str(n.name), n.source_version) for n in self.desk.cases.load("mapping").needs if n.source_key]


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk) -> Open:
    return Open(theme, open_desk(workshop()), qtbot)


def rows(dialog: MoveDialog) -> list[str]:
    """All rows of the list, from above."""
    found, index = list[str](), dialog.tree.model().index(0, 0, QModelIndex())
    while index.isValid():
        found.append(index.data())
        index = dialog.tree.indexBelow(index)
    return found


def test_that_without_a_newer_version_nothing_is_said(
    theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk
) -> None:
    place = NeedsPlace(theme, Translator("en"), open_desk(workshop()), "mapping", print, print)
    qtbot.addWidget(place)
    place.show()
    assert not place.newer.isVisible()


def test_that_the_dialog_lists_what_matches_by_code_by_name_and_what_is_gone(opened: Open) -> None:
    button = opened.place.newer.buttons[0]
    assert button.accessibleDescription() == "A newer version of Machine shop is in the library: 2027."
    dialog = opened.asked()
    assert rows(dialog) == [
        "1 need matches by its code",
        "Turning, Machinist",
        "name: Turning → Turning by CNC",
        "1 need matches by its name",
        "CAM, Machinist",
        "1 need is gone from the newer version",
        "Safety, Machinist",
    ]
    before = opened.names()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert opened.names() == before
    assert opened.said == []


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_that_what_changes_is_whole(
    theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk, zoom: float
) -> None:
    long = Text(en=" ".join(["Turning by machines that are controlled by numbers"] * 6))
    moved = replace(NEWER, competences=(replace(TURNING, name=long), *[replace(CAM, code=f"x{n}") for n in range(30)]))
    dialog = Open(Theme(theme.palette, zoom), open_desk(workshop()), qtbot, moved).asked()
    tree = dialog.tree
    name = tree.indexBelow(tree.indexBelow(tree.model().index(0, 0, QModelIndex())))
    words = Run(f"name: Turning → {long}")
    assert name.data() == words.text
    room = tree.visualRect(name)
    assert Block(Theme(theme.palette, zoom), [words], room.width() - 2 * PAD).height <= room.height()


def test_that_move_moves_in_one_act_and_undo_takes_it_back(opened: Open) -> None:
    before = opened.desk.cases.load("mapping")
    dialog = opened.asked()
    dialog.move_on.setFocus()
    QTest.keyClick(dialog.move_on, Qt.Key.Key_Space)
    assert opened.names() == [("Turning by CNC", "2027"), ("CAM", "2027"), ("Safety", "2025")]
    assert opened.said == ["2 needs moved to the newer version; 1 need is gone from the newer version"]
    assert not opened.place.newer.isVisible()
    assert opened.place.middle.gone.text() == "No longer in the newer version: Safety."
    assert opened.place.focusWidget() is opened.place.roles.lines[0].name  # not lost with the button
    assert opened.desk.cases.undo("mapping")
    opened.place.refresh()
    assert replace(opened.desk.cases.load("mapping"), changed=before.changed) == before
    assert opened.place.newer.isVisible()
    assert not opened.place.middle.gone.isVisible()
