"""Copies of the companies as a list to take one back from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.services.safekeeping import Copy, Occasion
from app.ui.dialog import Dialog
from app.ui.tables import QUIET, STRONG
from app.ui.theme import Theme
from app.ui.widgets import Button, para
from app.ui.wrapping import WrappedRegister

KILOBYTE = 1000


def occasion_name(t: Translator, occasion: Occasion) -> str:
    """What a copy was made for, in words."""
    return {
        Occasion.START: t("when Kartturi was opened"),
        Occasion.RESTORE: t("before a copy was taken back"),
        Occasion.UPDATE: t("before the program was updated"),
    }[occasion]


class CopiesDialog(Dialog):
    """It asks once before a copy takes the place of what is there."""

    def __init__(
        self, theme: Theme, t: Translator, copies: Sequence[Copy], take: Callable[[Copy], None], parent: QWidget
    ) -> None:
        super().__init__(theme, t("Copies of the companies"), parent)
        self._t, self._copies, self._take = t, copies, take
        self._asked: Copy | None = None
        self.words = para(theme, self._about())
        self.rows.addWidget(self.words)
        self.register = self._register(theme)
        self.add_list(self.register)
        self._add_buttons(theme)
        self.register.selectionModel().selectionChanged.connect(self._choose)
        if copies:
            self.register.selectRow(0)
        self.register.setFocus()

    def _about(self) -> str:
        t = self._t
        if not self._copies:
            return t("There is no copy yet. One is made whenever Kartturi is opened and something has changed.")
        return t("A copy holds all companies as they were then. The ten latest are kept on this computer.")

    def _register(self, theme: Theme) -> WrappedRegister:
        t = self._t
        model = QStandardItemModel(self)
        model.setHorizontalHeaderLabels([t("Date"), t("Time"), t("Made"), t("Size")])
        for copy in self._copies:
            model.appendRow([_item(text, number) for number, text in enumerate(self._texts(copy))])
        register = WrappedRegister(theme, self.windowTitle())
        register.setModel(model)
        register.share((0, 0, 100, 0))
        register.setVisible(bool(self._copies))
        return register

    def _texts(self, copy: Copy) -> tuple[str, ...]:
        t, moment = self._t, copy.moment.astimezone()
        size = t("{n} kB", n=t.number(max(1, round(copy.size / KILOBYTE))))
        return t.day(moment.date()), t.clock(moment), occasion_name(t, copy.occasion), size

    def _add_buttons(self, theme: Theme) -> None:
        self.leave = Button(theme, self._t("Close"))
        self.leave.clicked.connect(self.reject)
        self.take_back = Button(theme, self._t("Take this copy back"), "primary")
        self.take_back.setVisible(bool(self._copies))
        self.take_back.clicked.connect(self._ask_or_take)
        self.add_foot(self.leave, self.take_back)

    def _choose(self) -> None:
        """Another copy was chosen: what was asked of the one before does not hold for it."""
        self._ask(None)

    def _ask_or_take(self) -> None:
        copy = self._copies[self.register.currentIndex().row()]
        if self._asked != copy:
            self._ask(copy)
            return
        self.accept()
        self._take(copy)

    def _ask(self, copy: Copy | None) -> None:
        t = self._t
        self._asked = copy
        name, words = t("Take this copy back"), self._about()
        if copy:
            day, time, *_rest = self._texts(copy)
            name = t("Yes, take it back")
            words = t(
                "All companies become what they were on {day} at {time}. What they are now is kept in this list, so "
                "that you can return to it. Do you want this?",
                day=day,
                time=time,
            )
        self.words.setText(words)
        self.take_back.setText(name)
        self.take_back.setAccessibleName(name)
        self.take_back.updateGeometry()


def _item(text: str, place: int) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(place == 0, STRONG)
    item.setData(place > 0, QUIET)
    item.setToolTip(text)
    return item
