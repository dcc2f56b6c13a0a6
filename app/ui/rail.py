"""The rail: the places of a mapping, or the steps of a visit, each with its state. Nothing on it is ever locked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.i18n import Translator
from app.ui.rail_item import RailItem, StepItem
from app.ui.scrolling import Scroll
from app.ui.stops import Stop
from app.ui.theme import Theme
from app.ui.tokens import NOTE, RAIL, XL, XS, L, M, S
from app.ui.widgets import Ground, column, label, tab_after

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class _Stops(QWidget):
    """A list of stops in groups. It is one stop of Tab; the arrows go from one to the next."""

    def __init__(self, theme: Theme, t: Translator, stops: Sequence[Stop], go: Callable[[str], None]) -> None:
        super().__init__()
        self.items: dict[str, RailItem] = {}
        self._heads: dict[str, QLabel] = {}
        self.rows: QVBoxLayout = column(self, (0, S if stops[0].code else L, 0, S))
        for group, those in groupby(enumerate(stops, 1), lambda each: each[1].group):
            self._heads[group] = label(theme, group, NOTE, "semibold", "ink2")
            self._heads[group].setContentsMargins(M if stops[0].code else XL, 0, 0, XS)
            self.rows.addWidget(self._heads[group])
            for number, stop in those:
                self._add(StepItem(theme, t, stop) if stop.code else RailItem(theme, t, number, stop), go)
            self.rows.addSpacing(S)
        self.rows.addStretch(1)

    def _add(self, item: RailItem, go: Callable[[str], None]) -> None:
        self.items[item.stop.key] = item
        item.clicked.connect(lambda: go(item.stop.place))
        self.rows.addWidget(item)

    def show_stops(self, stops: Sequence[Stop], here: str, *, slim: bool) -> None:
        """Show each stop; folded, by its mark alone."""
        for stop in stops:
            self.items[stop.key].show_stop(stop, here=stop.key == here, slim=slim)
        for head in self._heads.values():
            head.setVisible(not slim)
        if not any(item.hasFocus() for item in self.items.values()):
            self._let_in(self.items.get(here) or next(iter(self.items.values())))

    def needed(self, *, slim: bool) -> int:
        """Width in pixels."""
        items = self.items.values()
        return max(item.needed_slim() for item in items) if slim else max(RAIL, *(item.needed() for item in items))

    def _let_in(self, entry: RailItem) -> None:
        """Tab comes to one item of the list."""
        for item in self.items.values():
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if item is entry else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End go through the list; Enter goes to the place, as Space does."""
        shown = [item for item in self.items.values() if item.isVisible()]
        at, key = next((i for i, item in enumerate(shown) if item.hasFocus()), -1), Qt.Key(event.key())
        if at >= 0 and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shown[at].click()
        elif at >= 0 and (key in _STEPS or key in _ENDS):
            there = shown[min(max(at + _STEPS[key], 0), len(shown) - 1) if key in _STEPS else _ENDS[key]]
            self._let_in(there)
            there.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


class Rail(Ground):
    """All stops of a mapping; scrolled where there is no room for them."""

    def __init__(self, theme: Theme, t: Translator, go: Callable[[str], None], above: QWidget) -> None:
        """Tab comes to the stops from what is `above`."""
        super().__init__(theme, edges="right")
        self._theme, self._t, self._go, self._above = theme, t, go, above
        inside = QWidget()
        self._lists = column(inside)
        self._area = Scroll(inside, sideways=False)
        column(self, (0, 0, 1, 0)).addWidget(self._area)
        self._made: dict[bool, _Stops] = {}
        self._shown: _Stops | None = None
        self._slim = False

    def _list_of(self, stops: Sequence[Stop]) -> _Stops:
        """The list of places, or that of the steps of a visit, which have codes; made when it is first shown."""
        of_visit = bool(stops[0].code)
        if of_visit not in self._made:
            made = self._made[of_visit] = _Stops(self._theme, self._t, stops, self._go)
            self._lists.addWidget(made)
            tab_after(self._above, made.items.values())
        return self._made[of_visit]

    def show_stops(self, stops: Sequence[Stop], here: str, *, slim: bool) -> None:
        """Show the stops with their states; folded to their marks where the place needs the width."""
        shown = self._shown = self._list_of(stops)
        self._slim = slim
        for each in self._made.values():
            each.setVisible(each is shown)
        shown.show_stops(stops, here, slim=slim)
        shown.rows.activate()
        self._fit()
        if here in shown.items:
            self._area.ensureWidgetVisible(shown.items[here], 0, S)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As wide as its words, and the scroll bar where there is one."""
        if not self._shown:
            return
        scrolled = self._shown.sizeHint().height() > self.height()
        bar = self._area.verticalScrollBar().sizeHint().width() if scrolled else 0
        self.setFixedWidth(self._shown.needed(slim=self._slim) + bar + 1)
