"""Under the table: what the catalogue says of the card in hand, and a way to count its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.i18n import Translator
from app.mapping.cards import end_of, reminders
from app.ui.cards.words import Shown, clause
from app.ui.days import EXAMPLE, read_day
from app.ui.theme import Theme
from app.ui.tokens import NOTE, M, S
from app.ui.widgets import Button, column, label, line, line_edit, para
from app.wording.catalogues import card_sentences


class CardDetail(QWidget):
    """`remind` is in days before an end. `set_end` is given the end that follows from a day of giving, `complain` why a
    text is no such day.
    """

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        today: date,
        remind: Sequence[int],
        set_end: Callable[[Shown, date], None],
        complain: Callable[[UserError], None],
    ) -> None:
        super().__init__()
        self._t, self._today, self._remind, self._set_end, self._complain = t, today, remind, set_end, complain
        self._row: Shown | None = None
        self.about = para(theme, "", NOTE)
        name = t("Given on")
        self._name = label(theme, name, weight="semibold")
        self.given = line_edit(theme, name, hint=t.day(EXAMPLE))
        self.given.setMaximumWidth(round(theme.metrics().height() * 8))
        self._name.setBuddy(self.given)
        self.given.returnPressed.connect(self._count)
        self.count = Button(theme, t("Count the end"), "quiet")
        self.count.clicked.connect(self._count)
        rows = column(self, gap=S)
        rows.addWidget(self.about)
        ends = line(gap=M)
        for widget in (self._name, self.given, self.count):
            ends.addWidget(widget)
        ends.addStretch(1)
        rows.addLayout(ends)

    def show_row(self, row: Shown | None) -> None:
        """Show another card; what was typed for the one before goes."""
        if row is None or self._row is None or row.holding.key != self._row.holding.key:
            self.given.clear()
        self._row = row
        dated = bool(row and row.card and row.card.years)
        for widget in (self._name, self.given, self.count):
            widget.setVisible(dated)
        self.about.setText(self._said(row) if row else "")

    def _said(self, row: Shown) -> str:
        t = self._t
        told = card_sentences(t, row.card) if row.card else t("This is in no catalogue.")
        ahead = t.listed(t.number(days) for days in reminders(row.line, self._remind))
        reminded = t("In the calendar file, reminders stand {days} days before the end.", days=ahead) if ahead else ""
        return " ".join(filter(None, (f"{clause(t, row)}.", told, reminded)))

    def _count(self) -> None:
        try:
            given = read_day(self.given.text(), self._today)
        except UserError as error:
            self._complain(error)
            return
        if given and self._row and self._row.card and (end := end_of(self._row.card, given)):
            self._set_end(self._row, end)
