"""What tests of the window stand on: the typeface, a workshop with two roles, and a desk over real stores."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.languages import Language
from app.mapping.company import Company
from app.mapping.model import Assessment, Assessor, CardHolding, Mapping, PeopleMode, Person, Role, RoleNeed, Targets
from app.services.desk import Desk
from app.store.cases import Cases
from app.store.library import Library
from app.texts import Text
from app.ui import theme as themes
from app.ui.app import hand_over_copied
from app.ui.shell import Window
from app.ui.theme import Theme
from tests.stores import made_in
from tests.ui.kinds import OpenDesk, ShowWindow, Workshop
from tests.ui.windows import ready

Look = tuple[str, str, tuple[str, ...]]
"""Style sheet, font and colours, in words: an object of Qt would outlive the application."""
GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)
NEEDS = (
    ("turning", "CNC turning", 3, (4, 3, 1)),
    ("cam", "CAM programming", 3, (1, 1, 0)),
    ("robot", "Using a robot", 2, (2, None, 0)),
    ("safety", "Safety at work", 1, (None, None, None)),
)
"""Key, name, criticality, and the supervisor's levels of H1, H2 and H3; None has not been answered."""


@pytest.fixture(scope="session", autouse=True)
def copied_by_tests(qapp: QApplication) -> Iterator[None]:
    """What tests have copied is left as the program leaves it."""
    yield
    hand_over_copied(qapp)


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """How the application looks in the light theme at 100 %."""
    themes.load_fonts()
    themes.apply(qapp, Theme())
    return _look(qapp)


@pytest.fixture
def theme(qapp: QApplication, look: Look) -> Theme:
    """The light theme at 100 %, in force; where a test left another one, it is put in force again, which takes long."""
    theme = Theme()
    if _look(qapp) != look:
        themes.apply(qapp, theme)
    return theme


def _look(app: QApplication) -> Look:
    palette = app.palette()
    colours = tuple(palette.color(group, role).name() for group in GROUPS for role in QPalette.ColorRole)
    return app.styleSheet(), app.font().toString(), colours


@pytest.fixture
def workshop(today: date) -> Workshop:
    """Builds a mapping: three machinists with four needs, and two welders with three of them not answered."""

    def build(mode: PeopleMode = PeopleMode.PSEUDONYMS) -> Mapping:
        roles = (Role("machinist", "Machinist", 3), Role("welder", "Welder", 2, position=1))
        heads = [(r, i) for r in roles for i in range(1 if mode is PeopleMode.OWNER else r.head_count)]
        people = (
            ()
            if mode is PeopleMode.ROLES_ONLY
            else tuple(Person(f"{role.key}-{i}", role.key, f"H{n}", position=i) for n, (role, i) in enumerate(heads, 1))
        )
        return Mapping(
            key="mapping",
            company=Company("company", "Example Workshop Ltd", service_language="en"),
            people_mode=mode,
            document_language="en",
            started=today,
            roles=roles,
            people=people,
            needs=tuple(_need(role, *given[:3]) for role in roles for given in NEEDS),
            assessments=tuple(_answers(today)) if mode is PeopleMode.PSEUDONYMS else (),
            cards=(
                CardHolding("forklift", "C05", "machinist", Text(en="Forklift permit"), valid_to=date(2026, 9, 30)),
                CardHolding(
                    "safety-card", "C01", "welder", Text(en="Safety card"), valid_to=date(2026, 12, 14), count=2
                ),
            ),
        )

    return build


def _need(role: Role, key: str, name: str, criticality: int) -> RoleNeed:
    return RoleNeed(
        key=f"{role.key}-{key}",
        role_key=role.key,
        name=Text(en=name),
        source_key="profile",
        competence_code=key,
        targets=Targets(3, 3, 3),
        criticality=criticality,
        required=2,
        position=[n[0] for n in NEEDS].index(key),
    )


def _answers(today: date) -> Iterator[Assessment]:
    for key, _name, _criticality, levels in NEEDS:
        for i, level in enumerate(levels):
            if level is not None:
                yield Assessment(f"machinist-{i}", f"machinist-{key}", Assessor.SUPERVISOR, level, on=today)


@pytest.fixture
def open_desk(tmp_path: Path, today: date) -> Iterator[OpenDesk]:
    """Opens real stores in an empty folder with one mapping in them."""
    folder = made_in(tmp_path)
    desk = Desk(folder, Cases(folder.cases), Library(folder.library), today)

    def with_mapping(mapping: Mapping) -> Desk:
        desk.cases.add(mapping)
        return desk

    yield with_mapping
    QThreadPool.globalInstance().waitForDone()  # work under way stands on the stores
    desk.close()


@pytest.fixture
def show_window(theme: Theme, qtbot: QtBot, open_desk: OpenDesk) -> ShowWindow:
    """Shows the whole window over stores with one mapping, ready for keys."""

    def show(mapping: Mapping, language: Language = "en") -> Window:
        desk = open_desk(mapping)
        return ready(Window(theme, language, lambda: desk), qtbot)

    return show
