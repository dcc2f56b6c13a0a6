"""The window during a visit, with hands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.mapping.model import Mapping
from app.ui.rail_item import RailItem
from app.ui.shell import Window
from app.ui.visit.place import VisitPlace
from app.ui.widgets import Button


class Visiting:
    """What is seen and touched in a visit of the mapping "mapping"."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def stored(self) -> Mapping:
        assert self.window.desk
        return self.window.desk.cases.load("mapping")

    @property
    def place(self) -> VisitPlace:
        assert isinstance(self.window.place, VisitPlace)
        return self.window.place

    @property
    def said(self) -> str:
        return self.window.foot.message.text()

    def stops(self) -> list[RailItem]:
        return [item for item in self.window._frame.rail.findChildren(RailItem) if item.isVisible()]

    def stop(self, code: str) -> RailItem:
        return next(item for item in self.window._frame.rail.findChildren(RailItem) if item.stop.code == code)

    def button(self, words: str, among: QWidget | None = None) -> Button:
        inside = among or self.place.page
        return next(b for b in inside.findChildren(Button) if b.text() == words and b.isVisibleTo(inside))

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


StartVisit = Callable[..., Visiting]
