"""From the start screen to a plan on paper: what a consultant does with one company, and what must come of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import open_desk, open_for_window
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.model import Mapping, Measure, Person, Role, RoleNeed
from app.offers.model import Offer
from app.paths import DataFolder
from app.services.libraries import packs
from app.texts import Text
from app.ui import theme as themes
from app.ui.plan.measures import DEADLINE, RESPONSIBLE
from app.ui.shell import Window
from app.ui.theme import Theme
from app.wording.words import level_name
from tests.e2e.hands import Hand

COMPANY, GOAL, ROLE = "Mittapaja Oy", "Ohjelmat tehdään itse.", "Koneistaja"
LEVELS = ((3, 2), (1, 0), (2, 1))
"""Of each competence, the levels of the two people."""
COURSE = Offer(
    "course",
    Text("CAM-ohjelmoinnin kurssi", "Kurs i CAM-programmering", "CAM programming course"),
    Text("Esimerkkiopisto"),
    offer_type="course",
    unit_codes=("101103",),
    languages=LANGUAGES,
    checked_on=date(2026, 11, 20),
)
DAY = date(2027, 2, 1)
KEY_LENGTH = 32
"""Characters of a key that the program makes."""


@dataclass(frozen=True, slots=True)
class Work:
    """A window over a data folder, and the words that are seen in it."""

    window: Window
    folder: DataFolder
    t: Translator
    qtbot: QtBot

    def wait_for(self, name: str) -> None:
        """Wait until a button is there and can be pressed."""

        def is_there() -> bool:
            found = self.window.findChildren(QAbstractButton)
            return any(b.accessibleName() == name and b.isVisible() and b.isEnabled() for b in found)

        self.qtbot.waitUntil(is_there, timeout=30_000)  # pages take their time on a busy computer


@contextmanager
def window_over(folder: Path, today: date, language: Language, qtbot: QtBot) -> Iterator[Work]:
    """The window as it stands at the first start, with a college's course in the library."""
    at = DataFolder(folder)
    before = open_desk(at, today)
    before.library.put_offers([COURSE])
    before.close()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    themes.load_fonts()
    themes.apply(app, Theme())
    window = Window(Theme(), language, lambda: open_for_window(at, today))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.desk is not None and window.isActiveWindow())
    yield Work(window, at, window.t, qtbot)
    QThreadPool.globalInstance().waitForDone()
    window.close()


def do_main_job(work: Work, hand: Hand, pdf: Path) -> None:
    """Everything of one visit, in the order of the rail."""
    t, machine = work.t, next(p for p in packs() if p.key == "sector:machine")
    names = [c.name.said(t.language).text for c in machine.competences[1:4]]

    hand.press(t("Company visit"))
    hand.write(t("Name or code name"), COMPANY)
    hand.write(t("Sector in own words"), "koneistus")
    hand.choose(t("Number of people"), "2–4")
    hand.write(t("What must be better in a year?"), GOAL)
    hand.press(t("Roles and needs"))

    hand.press(t("Add a role"))
    hand.write(t("Name of the role"), ROLE)
    hand.write(t("People in the role {role}", role=t("New role")), "2")
    hand.add(t("Competences to choose from"), machine.name.said(t.language).text, tuple(names), t("Add the chosen"))
    hand.press(t("Present levels"))

    buttons = tuple(t("Level {level}: {words}", level=n, words=level_name(t, n)) for n in range(5))
    hand.answer(t("Present levels"), LEVELS, buttons)
    hand.step("V9")

    hand.tick(t("Priorities"), 2)
    hand.press(t("Plan the measures"))

    way = t("{deed}: {way}", deed=t("Add to the plan"), way=COURSE.name.said(t.language).text)
    work.wait_for(way)
    hand.press(way)
    hand.fill(t("Measures"), 0, {RESPONSIBLE: "Omistaja", DEADLINE: "1.2.2027"})
    hand.press(t("Preview the plan"))

    work.wait_for(t("Save as PDF"))
    hand.save(t("Save as PDF"), pdf)


def kept(folder: DataFolder, today: date) -> Mapping:
    """The one mapping of a data folder, read by whoever opens it next."""
    desk = open_desk(folder, today)
    [summary] = desk.cases.summaries()
    mapping = desk.cases.load(summary.key)
    desk.close()
    return mapping


def told(mapping: Mapping) -> Mapping:
    """A mapping without what differs from one time to the next: keys are numbered, in the order of their items."""
    people, needs = {p.key: p.position for p in mapping.people}, {n.key: n.position for n in mapping.needs}
    items: tuple[Role | Person | RoleNeed | Measure, ...]
    items = (*mapping.roles, *mapping.people, *mapping.needs, *mapping.measures)
    numbers = {item.key: f"{type(item).__name__} {item.position}" for item in items}
    numbers |= {mapping.key: "mapping", mapping.company.key: "company"}
    numbers |= {card.key: f"card {card.card}" for card in mapping.cards}
    numbers |= {v: f"{a.question} {n}" for a in mapping.answers for n, v in enumerate(a.value) if len(v) == KEY_LENGTH}
    said = sorted(mapping.assessments, key=lambda a: (needs[a.need_key], people[a.person_key]))
    began = mapping.visit.began and datetime.min.replace(tzinfo=UTC)
    same = replace(mapping, changed=None, assessments=tuple(said), visit=replace(mapping.visit, began=began))
    renamed: Mapping = _renamed(same, numbers)
    return replace(renamed, answers=tuple(sorted(renamed.answers, key=lambda a: (a.question, a.path))))


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _renamed(getattr(value, f.name), names) for f in fields(value)})
    if isinstance(value, tuple):
        return tuple(_renamed(item, names) for item in value)
    return names.get(value, value) if type(value) is str else value
