"""Where it begins: whom to ask, forms out and in, and the laptop handed over under a PIN."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.mapping.model import Assessor, Mapping, PeopleMode
from app.services import staff_pin
from app.services.desk import Desk
from app.services.staff_pin import HandOver
from app.ui.staff.panel import StaffDialog, StaffPanel
from app.ui.theme import Theme
from app.wording.staff import VOICES
from tests.services.staff_company import fill
from tests.ui.kinds import OpenDesk


class Opened:
    """A panel, what it handed over and how often it told of a change."""

    def __init__(self, theme: Theme, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.given, self.changes = desk, list[HandOver](), 0
        self.panel = StaffPanel(theme, Translator("en"), desk, "mapping", self.given.append, self._change, 600)
        qtbot.addWidget(self.panel)
        self.panel.show()

    def _change(self) -> None:
        self.changes += 1

    def done(self) -> None:
        """Wait for what is made off the window's thread."""
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()

    def exported(self, folder: Path) -> list[Path]:
        self.panel.export_to(folder, "xlsx")
        self.done()
        return sorted(folder.iterdir())

    def self_levels(self) -> list[tuple[str, int | None]]:
        answers = self.desk.cases.load("mapping").assessments
        return [(a.person_key, a.level) for a in answers if a.assessor is Assessor.SELF]


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot, open_desk: OpenDesk, asked: Mapping) -> Iterator[Opened]:
    yield Opened(theme, open_desk(asked), qtbot)
    QThreadPool.globalInstance().waitForDone()


def test_that_everybody_is_chosen_until_a_role_or_a_person_is(opened: Opened) -> None:
    whom = opened.panel.whom
    assert len(whom.chosen()) == 5
    whom.roles.setCurrentIndex(whom.roles.findData("welder"))
    whom.roles.activated.emit(whom.roles.currentIndex())
    assert whom.chosen() == ("welder-0", "welder-1")
    whom.boxes[0].click()
    assert whom.chosen() == ("welder-1",)
    whom.boxes[1].click()
    assert not opened.panel.workbooks.isEnabled()
    assert not opened.panel.handing.isEnabled()


def test_that_forms_go_out_for_those_who_are_chosen(opened: Opened, tmp_path: Path) -> None:
    for box in opened.panel.whom.boxes[1:]:
        box.click()
    assert [path.name[:3] for path in opened.exported(tmp_path / "forms")] == ["H1-"]
    assert opened.panel.said.text() == "1 form is in forms"


def test_that_papers_go_out_too(opened: Opened, tmp_path: Path) -> None:
    opened.panel.export_to(tmp_path / "papers", "pdf")
    opened.done()
    assert len(list((tmp_path / "papers").glob("*.pdf"))) == 5


def test_that_a_refusal_is_said_in_the_panel(opened: Opened, tmp_path: Path) -> None:
    opened.exported(tmp_path / "forms")
    opened.exported(tmp_path / "forms")
    assert "may have been filled in" in opened.panel.said.text()


def test_that_what_forms_hold_is_shown_before_it_is_taken(opened: Opened, tmp_path: Path) -> None:
    [first, *_others] = opened.exported(tmp_path / "forms")
    fill(first, ["2", "1"])
    before = opened.self_levels()
    opened.panel.read([first])
    opened.done()
    brought = opened.panel.brought
    assert brought.isVisible()
    assert opened.self_levels() == before
    assert "answered 3 before, and 1 on the form" in brought.words.toPlainText()
    assert brought.take.text() == "Take 1 answer"
    brought.replacing.click()
    opened.done()
    assert brought.take.text() == "Take 2 answers"
    brought.take.click()
    assert sorted(opened.self_levels()) == [("machinist-0", 1), ("machinist-0", 2), ("machinist-1", 0)]
    assert opened.changes == 1
    assert not brought.isVisible()


def test_that_forms_with_nothing_to_take_cannot_be_taken(opened: Opened, tmp_path: Path) -> None:
    opened.panel.read(opened.exported(tmp_path / "forms"))
    opened.done()
    assert not opened.panel.brought.take.isEnabled()


def test_that_the_laptop_is_handed_over_under_a_pin_that_was_typed_twice(opened: Opened) -> None:
    handing = opened.panel.handing
    opened.panel.voice.setCurrentIndex(opened.panel.voice.findData("plain"))
    for first, second, said in (("2468", "2469", "differ"), ("12", "12", "4 to 8 digits")):
        handing.pin.setText(first)
        handing.again.setText(second)
        handing.start.click()
        assert said in opened.panel.said.text()
    assert opened.given == []
    assert staff_pin.handed_over(opened.desk.folder) is None
    handing.pin.setText("2468")
    handing.again.setText("2468")
    handing.start.click()
    [given] = opened.given
    assert (given.mapping_key, len(given.person_keys), given.voice) == ("mapping", 5, VOICES["plain"])
    assert given.pin.fits("2468")
    assert staff_pin.handed_over(opened.desk.folder) == given


@pytest.mark.parametrize("mode", [PeopleMode.ROLES_ONLY, PeopleMode.OWNER])
def test_that_nobody_can_be_asked_where_nobody_has_a_row(
    theme: Theme, qtbot: QtBot, open_desk: OpenDesk, asked: Mapping, mode: PeopleMode
) -> None:
    panel = Opened(theme, open_desk(replace(asked, people_mode=mode)), qtbot).panel
    assert not panel.workbooks.isEnabled()
    assert not panel.handing.isEnabled()


def test_that_nothing_is_written_where_one_may_only_look(
    theme: Theme, qtbot: QtBot, open_desk: OpenDesk, asked: Mapping
) -> None:
    panel = Opened(theme, replace(open_desk(asked), read_only=True), qtbot).panel
    assert panel.workbooks.isEnabled()
    assert not panel.filled.isEnabled()
    assert not panel.handing.isEnabled()


def test_that_the_dialog_goes_when_the_laptop_is_handed_over(
    theme: Theme, qtbot: QtBot, open_desk: OpenDesk, asked: Mapping
) -> None:
    parent, given = QWidget(), list[HandOver]()
    qtbot.addWidget(parent)
    parent.show()
    dialog = StaffDialog(theme, Translator("en"), open_desk(asked), "mapping", given.append, lambda: None, parent)
    dialog.show()
    gone: list[int] = []
    dialog.finished.connect(gone.append)
    dialog.panel.hand_over("2468")
    assert len(gone) == len(given) == 1


def test_that_everything_one_can_go_to_has_a_name(opened: Opened) -> None:
    found = [w for w in opened.panel.findChildren(QWidget) if w.focusPolicy().value and not w.focusProxy()]
    named = [w for w in found if not w.objectName().startswith("qt_")]
    assert len(named) > 10
    assert [w for w in named if not w.accessibleName().strip()] == []
