"""The laptop in somebody's hands: three machinists of the workshop, and the PIN 2468."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.mapping.model import Assessment, Assessor, Mapping
from app.services import staff_pin
from app.services.desk import Desk
from app.services.staff_pin import HandOver, Pin, new_pin
from app.texts import Text
from app.ui.staff.view import StaffView
from app.ui.theme import Theme
from app.ui.widgets import Button
from app.wording.staff import VOICES
from tests.ui.kinds import OpenDesk, Workshop

DIGITS = "2468"


@pytest.fixture(scope="session")
def pin() -> Pin:
    return new_pin(DIGITS)


@pytest.fixture
def asked(workshop: Workshop) -> Mapping:
    """The workshop, whose first competence is described; H1 has said something of themselves, and so has H2."""
    mapping = workshop()
    anchors = tuple(Text(en=f"Turns like {n}", fi=f"Sorvaa kuin {n}") for n in range(5))
    first = replace(mapping.needs[0], description=Text(en="Turns parts"), anchors=anchors)
    said = [
        Assessment("machinist-0", "machinist-cam", Assessor.SELF, 3, on=mapping.started),
        Assessment("machinist-1", "machinist-turning", Assessor.SELF, 0, on=mapping.started),
    ]
    return replace(mapping, needs=(first, *mapping.needs[1:]), assessments=(*mapping.assessments, *said))


class Held:
    """A view on the screen, as the person and the supervisor use it."""

    def __init__(self, view: StaffView, desk: Desk, done: list[str]) -> None:
        self.view, self.desk, self.done = view, desk, done

    @property
    def page(self) -> Any:
        return self.view.page

    def press(self, key: str | Qt.Key) -> None:
        """A key, where the focus is meant to be."""
        if isinstance(key, str):
            QTest.keyClicks(self.page.focus, key)
        else:
            QTest.keyClick(self.page.focus, key)

    def click(self, text: str) -> None:
        self.button(text).click()

    def button(self, text: str) -> Button:
        return next(b for b in self.view.findChildren(Button) if b.text() == text and b.isVisible())

    def buttons(self) -> list[str]:
        return [b.text() for b in self.view.findChildren(Button) if b.isVisible()]

    def words(self) -> str:
        """All that can be read or heard of what is shown."""
        shown = [w for w in self.view.findChildren(QWidget) if w.isVisible()]
        labels = [w.text() for w in shown if isinstance(w, QLabel)]
        return " | ".join([*labels, *(f"{w.accessibleName()} {w.accessibleDescription()}" for w in shown)])

    def own(self, person: str) -> dict[str, int | None]:
        answers = self.desk.cases.load("mapping").assessments
        return {a.need_key: a.level for a in answers if a.person_key == person and a.assessor is Assessor.SELF}

    def enter_pin(self, digits: str = DIGITS) -> None:
        QTest.keyClicks(self.page.field, digits)
        QTest.keyClick(self.page.field, Qt.Key.Key_Return)
        QApplication.processEvents()


Hold = Callable[..., Held]


@pytest.fixture
def hold(theme: Theme, qtbot: QtBot, open_desk: OpenDesk, asked: Mapping, pin: Pin) -> Hold:
    def hold_it(
        mapping: Mapping = asked,
        voice: str = "en",
        people: tuple[str, ...] = ("machinist-0", "machinist-1"),
        *,
        locked: bool = False,
    ) -> Held:
        desk, done = open_desk(mapping), list[str]()
        given = HandOver("mapping", people, VOICES[voice], pin)
        staff_pin.hand_over(desk.folder, given)
        view = StaffView(theme, Translator("en"), desk, given, lambda: done.append("done"), locked=locked)
        view.resize(1000, 700)
        qtbot.addWidget(view)
        with qtbot.waitExposed(view):
            view.show()
        return Held(view, desk, done)

    return hold_it
