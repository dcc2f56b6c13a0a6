"""One programme: the few offers that together cover most of what was agreed, within hours and euros."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.mapping.best_set import budget_told
from app.mapping.best_set_choice import Budget
from app.mapping.corpus import Corpus
from app.mapping.plan import Results
from app.ui.forms import add_row
from app.ui.plan import best
from app.ui.plan.amounts import read_amount, written_amount
from app.ui.plan.best import Programme
from app.ui.plan.panel import Hands, InHand
from app.ui.plan.way_list import WayList
from app.ui.tasks import Runner
from app.ui.theme import Theme
from app.ui.tokens import S
from app.ui.widgets import Button, column, line_edit, paint_text, para

PAUSE_MS: Final = 600


class ProgrammePanel(QWidget):
    """Computed off the window's thread whenever what it follows from, or a limit, has changed."""

    def __init__(self, theme: Theme, t: Translator, hands: Hands) -> None:
        super().__init__()
        self._theme, self._t, self._hands = theme, t, hands
        self._now: InHand | None = None
        self._shown: Programme | None = None
        self._computed: tuple[Results, Corpus, Budget] | None = None
        self.runner = Runner(self)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._compute)
        self._remarks: dict[QLineEdit, QLabel] = {}
        self.waiting = para(theme, "")
        self.lead = para(theme, "", tone="ink", weight="semibold")
        self.told = para(theme, "", tone="ink")
        self.list = WayList(theme, t, self._toggle)
        self.add = Button(theme, t("Add all to the plan"), icon="plus")
        self.add.clicked.connect(self._add_all)
        words = t("The few offers that together cover most of what lacks in the agreed priorities.")
        rows = column(self, gap=S)
        rows.addWidget(para(theme, words))
        self.hours = self._field(rows, t("Hours that each person can spare"))
        self.euros = self._field(rows, t("Euros that the company can spend"))
        for widget in (self.waiting, self.lead, self.told, self.add, self.list):
            rows.addWidget(widget)
        rows.addStretch(1)
        self.setFocusProxy(self.hours)

    def _field(self, rows: QVBoxLayout, name: str) -> QLineEdit:
        field = line_edit(self._theme, name)
        remark = self._remarks[field] = add_row(self._theme, rows, name, field)
        paint_text(remark, self._theme.colour("important"))
        field.textEdited.connect(lambda _text: self._pause.start())
        field.editingFinished.connect(self._compute)
        return field

    def flush(self) -> None:
        """Nothing is written here."""

    def show_in_hand(self, now: InHand) -> None:
        """The limits that the survey told stand in the fields when it is shown first."""
        if self._now is None:
            self._show_told(budget_told(now.results.told))
        self._now = now
        self._compute()
        self._show_chosen()

    def _show_told(self, limits: Budget) -> None:
        """An empty field takes what the survey told, which may be no limit."""
        for field, limit in ((self.hours, limits.hours), (self.euros, limits.euros)):
            text = written_amount(limit, self._t.language)
            field.setText(text)
            field.setPlaceholderText(text or self._t("no limit"))

    # Computing.

    def _compute(self) -> None:
        """Compute anew, unless that is under way, which leads here again, or nothing has changed."""
        self._pause.stop()
        now, hours, euros = self._now, self._read(self.hours), self._read(self.euros)
        if now is None or self.runner.busy or any(remark.isVisibleTo(self) for remark in self._remarks.values()):
            return
        self._wait(self._t("Looking for offers…") if now.offers is None else "")
        asked, offers = Budget(hours, euros), now.offers
        if offers is None or self._is_computed(now.basis, offers, asked):
            return
        self._computed = (now.basis, offers, asked)
        self._wait(self._t("Putting the programme together…"))
        self.runner.start(lambda _job: best.programme(now.basis, offers, asked), self._take, self._fail)

    def _is_computed(self, basis: Results, offers: Corpus, asked: Budget) -> bool:
        if self._computed is None:
            return False
        of, among, limits = self._computed
        return of is basis and among is offers and limits == asked

    def _read(self, field: QLineEdit) -> Decimal | None:
        """The amount in a field; what is none is said under it."""
        try:
            amount, words = read_amount(field.text()), ""
        except UserError as error:
            amount, words = None, self._t.explain(error)
        remark = self._remarks[field]
        remark.setText(words)
        remark.setVisible(bool(words))
        return amount

    def _take(self, found: Programme) -> None:
        self._shown = found
        self._wait("")
        lead, *rest = best.told(self._t, found)
        self.lead.setText(lead)
        self.told.setText("\n".join(rest))
        assert self._now
        ways, remarks = best.rows(self._t, found, self._now.results.today)
        self.list.show_ways(ways, remarks, after=self.add)
        self._show_chosen()
        self._compute()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._wait(self._t.explain(error))

    def _wait(self, words: str) -> None:
        self.waiting.setText(words)
        self.waiting.setVisible(bool(words))

    # Acts.

    def _show_chosen(self) -> None:
        now, shown = self._now, self._shown
        left = best.missing(now, shown.covers) if now and shown else []
        self.add.setVisible(bool(shown and shown.covers))
        self.add.setEnabled(bool(left))
        if now and shown:
            self.list.show_chosen([not best.missing(now, [covers]) for covers in shown.covers])

    def _add_all(self) -> None:
        if self._now and self._shown:
            self._hands.add(best.missing(self._now, self._shown.covers))

    def _toggle(self, place: int) -> None:
        """Put an offer into the plan for every need that it covers, or take it out from all of them."""
        if self._now and self._shown:
            covers = self._shown.covers[place]
            left = best.missing(self._now, [covers])
            if left:
                self._hands.add(left)
            else:
                self._hands.take_out(best.present(self._now, covers))
