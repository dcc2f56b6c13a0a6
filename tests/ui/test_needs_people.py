"""What is owed to one person, in the window: an extract, and erasing that leaves no trace."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.bootstrap import open_desk
from app.i18n import Translator
from app.mapping.model import Assessment, Assessor, CardHolding, Mapping, Measure, OptionType, PeopleMode
from app.paths import DataFolder
from app.services import safekeeping
from app.services.persons import Stored
from app.ui import stops
from app.ui.needs.people import OnePerson
from app.ui.needs.person_dialogs import EraseDialog, ExtractDialog, what_goes
from app.ui.needs.place import NeedsPlace
from app.ui.shell import Window
from app.ui.theme import Theme
from tests.report.printed import texts
from tests.ui.kinds import Workshop
from tests.ui.windows import window_on

NAME, NOTE, EARLIER = "Ainokainen", "nöte of hers alone", "earlier nöte of hers"
SECRETS = (NAME, NOTE, EARLIER)


@pytest.fixture
def folder(tmp_path: Path, workshop: Workshop, today: date) -> DataFolder:
    """A workshop in which names are seen: one person has a name, notes now and before, a card and a measure."""
    desk = open_desk(DataFolder(tmp_path / "data"), today)
    desk.cases.add(_with_names(workshop()))
    answer = Assessment("machinist-0", "machinist-turning", Assessor.SUPERVISOR, 4, on=today)
    for note in (EARLIER, NOTE):
        desk.cases.put("mapping", replace(answer, note=note))
    safekeeping.copy_at_start(desk, datetime.now(UTC))
    desk.close()
    return desk.folder


def _with_names(mapping: Mapping) -> Mapping:
    first, *others = mapping.people
    card = CardHolding("hers", "C05", "machinist", mapping.cards[0].name, first.key)
    measure = Measure("m", "machinist-cam", OptionType.PAIR_WORK, "Practises", NAME)
    people = (replace(first, display_name=NAME), *others)
    return replace(
        mapping, people_mode=PeopleMode.NAMES, people=people, cards=(*mapping.cards, card), measures=(measure,)
    )


@pytest.fixture
def window(theme: Theme, qtbot: QtBot, folder: DataFolder, today: date) -> Iterator[Window]:
    with window_on(folder, theme, qtbot, today) as window:
        window.open("mapping", stops.NEEDS)
        yield window


@pytest.fixture
def second(theme: Theme, qtbot: QtBot, folder: DataFolder, today: date, window: Window) -> Iterator[Window]:
    """Another window over the same data."""
    assert window.desk
    with window_on(folder, theme, qtbot, today) as second:
        second.open("mapping", stops.NEEDS)
        yield second


def one_of(window: Window) -> OnePerson:
    assert isinstance(window.place, NeedsPlace)
    return window.place.one


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload] # any widget


def asked_whether(window: Window) -> EraseDialog | None:
    return next((d for d in window.findChildren(EraseDialog) if d.isVisible()), None)


def asked_how(window: Window) -> ExtractDialog:
    return next(d for d in window.findChildren(ExtractDialog) if d.isVisible())


def traces(folder: DataFolder) -> set[tuple[str, str]]:
    files = [path for path in folder.root.rglob("*") if path.is_file()]
    return {(path.name, word) for path in files for word in SECRETS if word.encode() in path.read_bytes()}


def test_that_two_clicks_erase_a_person_to_the_last_byte(window: Window, folder: DataFolder) -> None:
    assert {word for _name, word in traces(folder)} == {*SECRETS}
    click(one_of(window).erase)
    dialog = asked_whether(window)
    assert dialog
    assert traces(folder), "nothing goes before the answer"
    click(dialog.erase)
    assert traces(folder) == set()
    assert window.foot.message.text() == "H1 is erased, from the copies on this computer, too."
    assert window.desk
    after = window.desk.cases.load("mapping")
    assert {person.code for person in after.people} == {"H2", "H3", "H4", "H5"}
    assert (after.roles[0].head_count, after.measures[0].responsible) == (2, "")
    assert one_of(window).box.count() == 2


def test_that_words_in_doubt_are_asked_about_and_go_when_ticked(window: Window, folder: DataFolder) -> None:
    """A word that begins with the name may be its genitive, or something else: nobody guesses."""
    desk = window.desk
    assert desk
    desk.cases.put_head(replace(desk.cases.load("mapping"), goal="Ainokaisen machine; Ainokainenkin can."))
    click(one_of(window).erase)
    dialog = asked_whether(window)
    assert dialog
    [(word, tick)] = dialog.also.items()
    assert tick.text() == f"“{word}”, in 1 text"
    assert not tick.isChecked()
    tick.setChecked(True)
    click(dialog.erase)
    assert word not in desk.cases.load("mapping").goal
    assert "can." in desk.cases.load("mapping").goal


def test_that_the_question_says_plainly_what_goes(window: Window) -> None:
    click(one_of(window).erase)
    dialog = asked_whether(window)
    assert dialog
    assert dialog.windowTitle() == "Erase H1?"
    assert dialog.what.text() == (
        "What goes: 3 answers, 1 note, 1 card or permit and the history of their answers. "
        "The role has one person fewer."
    )
    assert dialog.copies.text() == "It is taken out of the copy of the companies on this computer, too."


def test_that_of_somebody_nothing_was_said_of_only_the_history_goes() -> None:
    said = what_goes(Translator("en"), Stored(0, 0, 0))
    assert said == "What goes: the history of their answers. The role has one person fewer."


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_that_esc_and_the_button_in_hand_keep_the_person(window: Window, qtbot: QtBot, key: Qt.Key) -> None:
    click(one_of(window).erase)
    dialog = asked_whether(window)
    assert dialog
    qtbot.waitUntil(dialog.keep.hasFocus)
    QTest.keyClick(dialog.keep, key)
    assert asked_whether(window) is None
    assert window.desk
    assert len(window.desk.cases.load("mapping").people) == 5


def test_that_a_window_that_may_only_look_refuses_before_asking(second: Window, folder: DataFolder) -> None:
    before = {file: file.read_bytes() for file in folder.backups.iterdir()}
    click(one_of(second).erase)
    assert asked_whether(second) is None
    assert "open in another window" in second.foot.message.text()
    assert {file: file.read_bytes() for file in folder.backups.iterdir()} == before


def test_that_an_extract_is_saved_in_the_language_of_its_reader(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = list[str]()

    def chosen(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(name)
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    click(one_of(window).extract)
    dialog = asked_how(window)
    dialog.language.setCurrentIndex(dialog.language.findData("sv"))
    click(dialog.paper)
    qtbot.waitUntil(lambda: window.foot.message.text().startswith("Saved as H1-"))
    [pdf] = tmp_path.glob("*.pdf")
    assert offered == [pdf.name]
    printed = " ".join(texts(pdf.read_bytes()))
    assert Translator("sv")("Levels and targets") in printed
    assert NAME in printed


def test_that_data_can_be_taken_along(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(out), ""))
    one_of(window).box.setCurrentIndex(1)
    click(one_of(window).extract)
    click(asked_how(window).data)
    qtbot.waitUntil(out.exists)
    data = json.loads(out.read_bytes())
    assert data["person"]["code"] == "H2"
    assert NAME not in out.read_text("utf-8")


def test_that_a_file_that_cannot_be_written_is_said(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    person = one_of(window).chosen()
    assert person
    (tmp_path / "file").write_bytes(b"")
    one_of(window).save_as(tmp_path / "file" / "out.pdf", person, "pdf", "fi")
    qtbot.waitUntil(lambda: "could not be saved" in window.foot.message.text())


def test_that_people_of_an_earlier_mode_can_still_be_erased(window: Window) -> None:
    assert window.desk
    window.desk.cases.put_head(replace(window.desk.cases.load("mapping"), people_mode=PeopleMode.ROLES_ONLY))
    window.open("mapping", stops.NEEDS)
    one = one_of(window)
    assert [one.box.itemText(row) for row in range(one.box.count())] == ["H1", "H2", "H3"]
