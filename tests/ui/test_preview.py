"""The plan on paper before it is printed: its pages, in the language chosen, made off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from time import sleep
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.i18n import Translator
from app.languages import Language
from app.services import companies, plans
from app.services.desk import Desk
from app.ui.preview.place import PreviewPlace
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop

Opened = Callable[[], "Open"]


class Open:
    """The pages of the sample company's plan on the screen, and what was said."""

    def __init__(self, theme: Theme, desk: Desk, key: str, qtbot: QtBot) -> None:
        self.said, self._qtbot = list[str](), qtbot
        self.place = PreviewPlace(theme, Translator("en"), desk, key, self.said.append, self.said.append)
        self.place.resize(1200, 700)
        qtbot.addWidget(self.place)
        with qtbot.waitExposed(self.place):
            self.place.show()

    def wait(self) -> None:
        self._qtbot.waitUntil(self.place.save.isEnabled, timeout=20_000)

    def pages(self) -> list[QLabel]:
        return [label for label in self.place.findChildren(QLabel) if not label.pixmap().isNull()]

    def title(self) -> bytes:
        assert self.place.made
        return self.place.made.pdf

    def choose(self, key: Qt.Key) -> None:
        QTest.keyClick(self.place.language, key)


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk) -> Opened:
    desk = open_desk(workshop())
    key = companies.begin_sample(desk)
    return lambda: Open(theme, desk, key, qtbot)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Language]:
    """The languages in which a plan was asked for; the plan is made all the same."""
    languages: list[Language] = []
    make = plans.render_pdf

    def noted(desk: Desk, key: str, language: Language) -> bytes:
        languages.append(language)
        return make(desk, key, language)

    monkeypatch.setattr(plans, "render_pdf", noted)
    return languages


def test_that_every_page_is_shown_and_named(opened: Opened) -> None:
    window = opened()
    assert window.said == ["Making the pages …"]
    assert not window.place.save.isEnabled()
    window.wait()
    pages = window.pages()
    assert len(pages) > 1
    assert [page.accessibleName() for page in pages] == [f"Page {n} of {len(pages)}" for n in range(1, len(pages) + 1)]
    assert window.said[-1] == f"{len(pages)} pages"


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
    assert window.place.language.currentText() == "English"


def test_that_what_is_saved_is_what_is_shown(opened: Opened, tmp_path: Path) -> None:
    window = opened()
    window.place.save_as(tmp_path / "early.pdf")
    assert not (tmp_path / "early.pdf").exists()
    window.wait()
    window.place.save_as(tmp_path / "plan.pdf")
    assert window.place.made
    assert (tmp_path / "plan.pdf").read_bytes() == window.place.made.pdf
    assert window.said[-1] == "Saved as plan.pdf"


def test_that_a_folder_that_cannot_be_written_to_is_a_sentence(opened: Opened, tmp_path: Path) -> None:
    window = opened()
    window.wait()
    (tmp_path / "file").touch()
    window.place.save_as(tmp_path / "file" / "plan.pdf")
    assert window.said[-1].startswith("plan.pdf could not be saved: ")


def test_that_a_plan_that_cannot_be_made_is_a_sentence(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse(*_given: object) -> bytes:
        raise UserError("There is nothing to print.")

    monkeypatch.setattr(plans, "render_pdf", refuse)
    window = opened()
    qtbot.waitUntil(lambda: window.said[-1] == "There is nothing to print.")
    assert not window.place.save.isEnabled()


def test_that_two_plans_are_never_made_at_once(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    making, clashes = Lock(), list[bool]()
    make: Any = plans.render_pdf

    def watched(*given: Any) -> bytes:
        free = making.acquire(blocking=False)
        clashes.append(not free)
        sleep(0.05)
        if free:
            making.release()
        return bytes(make(*given))

    monkeypatch.setattr(plans, "render_pdf", watched)
    first, second = opened(), opened()
    first.wait()
    second.wait()
    assert clashes == [False, False]
