"""Noting one need in passing: three fields, one Enter (JOE-2c)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.mapping.signal import When
from app.services import catalogues, signals
from app.services.catalogues import OfCompany
from app.ui.company.choices import sectors_to_find
from app.ui.dialog import Dialog
from app.ui.forms import add_row
from app.ui.pick import PickField
from app.ui.tasks import Runner
from app.ui.theme import Theme
from app.ui.ticks import Ring
from app.ui.tokens import BODY
from app.ui.widgets import Button, column, label, line_edit, paint_text

if TYPE_CHECKING:
    from app.services.desk import Desk


def horizon_name(t: Translator, when: When) -> str:
    """When a need is, in words."""
    return {When.NOW: t("now, within 6 months"), When.LATER: t("later, in 1–3 years")}[when]


class SignalDialog(Dialog):
    """Enter keeps it from any field; Esc gives it up."""

    def __init__(self, theme: Theme, t: Translator, desk: Desk, noted: Callable[[], None], parent: QWidget) -> None:
        super().__init__(theme, t("Quick signal"), parent)
        self._theme, self._t, self._desk, self._noted = theme, t, desk, noted
        self.what = line_edit(theme, t("What is needed?"))
        self.what.setMaxLength(signals.LONGEST)
        self._hint = t("In a few words, about the work and about no person.")
        self._remark = add_row(theme, self.rows, t("What is needed?"), self.what, self._hint)
        self.sector = PickField(theme, t("Sector"))
        add_row(theme, self.rows, t("Sector"), self.sector, t("Optional. Write a word or a code."))
        self._add_horizons()
        self._add_buttons()
        self._runner = Runner(self)
        self._runner.start(lambda _job: catalogues.of_company(desk), self._offer, _fail)
        self.what.setFocus()

    def _add_horizons(self) -> None:
        self.rows.addWidget(label(self._theme, self._t("When"), BODY, "semibold"))
        rows, self._group = column(), QButtonGroup(self)
        t, theme = self._t, self._theme
        self.horizons = {when: Ring(theme, horizon_name(t, when), on=when is When.NOW) for when in When}
        for button in self.horizons.values():
            self._group.addButton(button)
            rows.addWidget(button)
        self.rows.addLayout(rows)

    def _add_buttons(self) -> None:
        leave = Button(self._theme, self._t("Cancel"))
        leave.clicked.connect(self.reject)
        self.keep = Button(self._theme, self._t("Note it"), "primary", key=self._t("Enter"))
        self.keep.clicked.connect(self._note)
        self.add_foot(leave, self.keep)

    def _offer(self, found: OfCompany) -> None:
        self.sector.offer(sectors_to_find(found.sectors, self._t.language))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the way out gives up; anywhere else it keeps what is written."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(button := self.focusWidget(), Button):
            button.click()
        else:
            self._note()

    def _note(self) -> None:
        self.sector.settle()
        when = next(when for when, button in self.horizons.items() if button.isChecked())
        try:
            signals.note(self._desk, self.what.text(), self.sector.value, when, self._t.language)
        except UserError as error:
            self._refuse(self._t.explain(error))
            return
        self.accept()
        self._noted()

    def _refuse(self, words: str) -> None:
        """Say why it is not kept under what was written, where the cursor goes."""
        self._remark.setText(words)
        paint_text(self._remark, self._theme.colour("important"))
        self.what.setAccessibleDescription(words)
        self.what.setFocus()


def _fail(error: BaseException) -> None:
    """The shipped sectors are there and whole, or the program is broken: that is for whoever reports it."""
    raise error
