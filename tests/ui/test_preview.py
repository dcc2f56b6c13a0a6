"""What can be made of a mapping: pages before they are printed, files to save, and plans as they were approved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from time import sleep
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.i18n import Translator
from app.languages import Language
from app.mapping.model import PeopleMode
from app.services import companies, documents, interviews, versions
from app.services.desk import Desk
from app.services.documents import DocumentKind, Order
from app.ui.preview.papers import HOLDS
from app.ui.preview.place import PreviewPlace
from app.ui.survey.words import SURVEYS
from app.ui.theme import Theme
from app.ui.widgets import Button
from tests.ui.kinds import OpenDesk, Workshop

Opened = Callable[..., "Open"]


class Open:
    """What can be made of the sample company on the screen, one paper in hand, and what was said."""

    def __init__(self, theme: Theme, desk: Desk, key: str, qtbot: QtBot, part: str) -> None:
        self.said, self._qtbot = list[str](), qtbot
        self.place = PreviewPlace(theme, Translator("en"), desk, key, self.said.append, self.said.append)
        self.place.show_at(part)
        self.place.resize(1200, 700)
        qtbot.addWidget(self.place)
        with qtbot.waitExposed(self.place):
            self.place.show()

    def wait(self) -> None:
        self._qtbot.waitUntil(self.place.save.isEnabled, timeout=20_000)

    def save(self, path: Path) -> None:
        self.place.save_as(path)
        self._qtbot.waitUntil(lambda: any(path.name in words for words in self.said), timeout=20_000)

    def pages(self) -> list[QLabel]:
        return [label for label in self.place.findChildren(QLabel) if not label.pixmap().isNull()]

    def choose(self, key: Qt.Key) -> None:
        QTest.keyClick(self.place.options.language, key)

    def tells(self, words: str) -> bool:
        return words in self.words()

    def words(self) -> str:
        return "\n".join(label.text() for label in self.place.pages.findChildren(QLabel))


@pytest.fixture
def desk(workshop: Workshop, open_desk: OpenDesk) -> Desk:
    return open_desk(workshop())


@pytest.fixture
def key(desk: Desk) -> str:
    return companies.begin_sample(desk)


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot, desk: Desk, key: str) -> Opened:
    return lambda part="dialogue": Open(theme, desk, key, qtbot, part)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Language]:
    """The languages in which a paper was asked for; it is made all the same."""
    languages: list[Language] = []
    make = documents.made

    def noted(kind: DocumentKind, order: Order) -> bytes:
        languages.append(order.language)
        return make(kind, order)

    monkeypatch.setattr(documents, "made", noted)
    return languages


def test_that_every_page_is_shown_and_named(opened: Opened) -> None:
    window = opened()
    assert window.words() == "Making the pages …"
    assert not window.place.save.isEnabled()
    window.wait()
    pages = window.pages()
    assert len(pages) > 1
    assert [page.accessibleName() for page in pages] == [f"Page {n} of {len(pages)}" for n in range(1, len(pages) + 1)]
    assert window.said[-1] == f"{len(pages)} pages"


def test_that_a_file_is_not_said_to_have_the_pages_of_the_paper_before_it(opened: Opened) -> None:
    window = opened()
    window.wait()
    window.place.show_at("json")
    assert window.said[-1] == ""


def test_that_pages_hold_print_and_no_more_than_the_width_there_is(opened: Opened) -> None:
    window = opened()
    window.wait()
    picture = window.pages()[0].pixmap()
    assert picture.deviceIndependentSize().width() <= 1200
    image = picture.toImage()
    assert len({image.pixelColor(x, y).rgb() for x in range(0, image.width(), 7) for y in range(0, 600, 7)}) > 2


def test_that_the_document_has_a_language_of_its_own(opened: Opened, asked: list[Language]) -> None:
    window = opened()
    window.wait()
    assert asked == ["sv"]
    window.choose(Qt.Key.Key_Down)
    window.wait()
    assert asked == ["sv", "en"]


def test_that_the_last_choice_of_several_is_what_is_shown(opened: Opened, asked: list[Language], qtbot: QtBot) -> None:
    window = opened()
    window.choose(Qt.Key.Key_Up)
    window.choose(Qt.Key.Key_Down)
    window.choose(Qt.Key.Key_Down)
    window.wait()
    assert asked[-1] == "en"
    assert window.place.options.language.currentText() == "English"


def test_that_what_is_saved_is_what_is_shown(opened: Opened, tmp_path: Path) -> None:
    window = opened()
    window.place.save_as(tmp_path / "early.pdf")
    assert not (tmp_path / "early.pdf").exists()
    window.wait()
    window.save(tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == window.place.pdf
    assert window.said[-1] == "Saved as plan.pdf"


def test_that_a_folder_that_cannot_be_written_to_is_a_sentence(opened: Opened, tmp_path: Path) -> None:
    window = opened()
    window.wait()
    (tmp_path / "file").touch()
    window.save(tmp_path / "file" / "plan.pdf")
    assert window.said[-1].startswith("plan.pdf could not be saved: ")


def test_that_a_plan_that_cannot_be_made_is_a_sentence(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse(*_given: object) -> bytes:
        raise UserError("There is nothing to print.")

    monkeypatch.setattr(documents, "made", refuse)
    window = opened()
    qtbot.waitUntil(lambda: window.said[-1] == "There is nothing to print.")
    assert not window.place.save.isEnabled()


def test_that_two_plans_are_never_made_at_once(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    making, clashes = Lock(), list[bool]()
    make: Any = documents.made

    def watched(*given: Any) -> bytes:
        free = making.acquire(blocking=False)
        clashes.append(not free)
        sleep(0.05)
        if free:
            making.release()
        return bytes(make(*given))

    monkeypatch.setattr(documents, "made", watched)
    first, second = opened(), opened()
    first.wait()
    second.wait()
    assert clashes == [False, False]


# Other papers than the plan.


def test_that_every_paper_of_the_sample_is_drawn_or_says_what_it_lacks(opened: Opened, qtbot: QtBot) -> None:
    window = opened("plan")
    window.wait()
    lacking = {"scan": "not answered whole"}
    for button in [b for b in window.place.list.buttons() if b.paper.kind and b.paper.drawn][1:]:
        QTest.keyClick(QApplication.focusWidget() or window.place.list, Qt.Key.Key_Down)
        assert window.place.paper == button.paper
        assert not window.pages()
        if words := lacking.get(button.paper.part):
            qtbot.waitUntil(partial(window.tells, words), timeout=20_000)
            assert not window.place.save.isEnabled()
        else:
            window.wait()
            assert window.pages()


def test_that_a_quick_scan_that_is_not_answered_whole_leads_to_its_questions(
    theme: Theme, qtbot: QtBot, desk: Desk
) -> None:
    for survey, to in (("self", f"survey#{SURVEYS}"), ("quick", "survey#Q3")):
        interviews.begin(desk, "mapping", survey)
        window = Open(theme, desk, "mapping", qtbot, "scan")
        qtbot.waitUntil(partial(window.tells, "not answered whole"), timeout=20_000)
        [way] = window.place.pages.findChildren(Button)
        QTest.keyClick(way, Qt.Key.Key_Space)
        assert window.said[-1] == to


def test_that_people_are_named_only_where_somebody_asks_and_the_mapping_lets_them(
    theme: Theme, qtbot: QtBot, workshop: Workshop, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def refuse(_kind: DocumentKind, order: Order) -> bytes:
        asked.append(order.names)
        raise UserError("There is nothing to print.")

    monkeypatch.setattr(documents, "made", refuse)
    window = Open(theme, desk, "mapping", qtbot, "owner")
    qtbot.waitUntil(lambda: asked == [False])
    assert window.place.options.names.isVisible()
    QTest.keyClick(window.place.options.names, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: asked[-1])
    window.place.show_at("dialogue")  # it never names anybody
    assert not window.place.options.names.isVisible()
    qtbot.waitUntil(lambda: not asked[-1])
    assert desk.cases.load("mapping").people_mode is PeopleMode.PSEUDONYMS
    desk.cases.put_head(replace(workshop(), people_mode=PeopleMode.ROLES_ONLY))
    assert not Open(theme, desk, "mapping", qtbot, "owner").place.options.names.isVisible()


@pytest.mark.parametrize(
    ("part", "begins"),
    [("xlsx", b"PK"), ("json", b"{"), ("measures-csv", b""), ("needs-csv", b""), ("calendar", b"BEGIN:VCALENDAR")],
)
def test_that_files_are_told_of_and_saved_under_a_name_that_names_nobody(
    opened: Opened, tmp_path: Path, part: str, begins: bytes
) -> None:
    window = opened(part)
    assert window.words() == Translator("en")(HOLDS[part])
    ending = window.place.paper.file.rpartition(".")[2]
    assert window.place.save.text() == f"Save as {ending.upper()}"
    assert "Mallilan" not in window.place.paper.file
    out = tmp_path / window.place.paper.file
    window.save(out)
    written = out.read_bytes()
    assert len(written) > 20
    assert written.startswith(begins)
    assert window.said[-1] == f"Saved as {out.name}"


def test_that_an_approved_plan_is_opened_as_it_was(opened: Opened, desk: Desk, key: str) -> None:
    versions.approve(desk, key, by="Owner", note="Agreed in the break room")
    before = versions.reprint(desk.cases.version(key, 1), "sv")
    mapping = desk.cases.load(key)
    desk.cases.put_head(replace(mapping, goal="Something else"))
    window = opened("version-1")
    window.wait()
    assert window.place.pdf == before
    assert window.place.paper.file == "development plan, version 1.pdf"
    assert any("Version 1, approved" in label.text() for label in window.place.findChildren(QLabel))


def test_that_a_part_that_is_not_there_leaves_the_paper_in_hand(opened: Opened) -> None:
    window = opened("xlsx")
    window.place.show_at("version-7")
    assert window.place.part == "xlsx"
