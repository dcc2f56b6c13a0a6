"""A plan on the screen with its drawer, for tests of what stands in the drawer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.mapping.model import Measure
from app.offers.model import Offer
from app.services.desk import Desk
from app.texts import Text
from app.ui.plan.aside import Aside, Kind
from app.ui.plan.place import PlanPlace
from app.ui.plan.sheet import PlanSheet
from app.ui.theme import Theme

PanelOf = TypeVar("PanelOf", bound=QWidget)
CAM, TURNING = "machinist-cam", "machinist-turning"
COURSE = Offer(
    "course",
    Text(en="CAM programming, first steps", fi="CAM-ohjelmointi"),
    Text(en="Example College"),
    offer_type="course",
    unit_codes=("101108",),
    level_to=1,
    extent_value=Decimal(16),
    extent_unit="h",
    languages=("en",),
    mode=("online",),
    time=("evening",),
    price_eur=Decimal(0),
    checked_on=date(2026, 11, 3),
)
UNIT = Offer(
    "unit",
    Text(en="CAD/CAM programming"),
    Text(en="Example College"),
    "VET",
    "unit",
    unit_codes=("101108",),
    level_from=1,
    level_to=4,
    extent_value=Decimal(80),
    extent_unit="h",
    languages=("en",),
    places=(Text("Turku", "Åbo", "Turku"),),
    price_eur=Decimal(300),
    checked_on=date(2026, 11, 3),
)
OLD = Offer("old", Text(en="Sewing in five days"), offer_type="course", price_eur=Decimal(1450))


class PlanWindow:
    """A plan on the screen, and what it said."""

    def __init__(self, theme: Theme, desk: Desk, qtbot: QtBot, height: int = 680) -> None:
        self.desk, self.qtbot, self.said = desk, qtbot, list[str]()
        self.place = PlanPlace(theme, Translator("en"), desk, "mapping", self.said.append, lambda _: None)
        self.place.resize(1302, height)
        qtbot.addWidget(self.place)
        with qtbot.waitExposed(self.place):
            self.place.show()
        qtbot.waitUntil(lambda: not self.sheet._looking.runner.busy)

    @property
    def sheet(self) -> PlanSheet:
        assert self.place.sheet
        return self.place.sheet

    @property
    def aside(self) -> Aside:
        return self.sheet.aside

    def open(self, kind: Kind, panel: type[PanelOf]) -> PanelOf:
        """Press the button that opens this, and wait until it has been filled."""
        button = getattr(self.sheet.page, kind)
        button.setFocus()
        button.click()
        opened = self.aside.panel
        assert isinstance(opened, panel)
        self.wait(opened)
        return opened

    def wait(self, panel: QWidget) -> None:
        runner = getattr(panel, "runner", None)
        if runner:
            self.qtbot.waitUntil(lambda: not runner.busy)

    def stored(self) -> tuple[Measure, ...]:
        return self.desk.cases.load("mapping").measures


def write(field: QWidget, text: str) -> None:
    """Write over what stands in a field, and end with Enter."""
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
