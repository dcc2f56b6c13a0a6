"""Searching all offers for the need in hand: words for place, time, language and price become filters to take off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.i18n import Translator
from app.mapping.matching import Match
from app.offers.filters import Filter
from app.services import planning
from app.services.searching import Searched
from app.ui.flow import FlowLayout, empty
from app.ui.plan import finding
from app.ui.plan.finding import Searching
from app.ui.plan.panel import Hands, InHand, toggled
from app.ui.plan.way_list import WayList
from app.ui.search import Search
from app.ui.tasks import Runner
from app.ui.theme import Theme
from app.ui.tokens import M, S
from app.ui.widgets import Button, column, para
from app.wording.search import filter_said, filters_said

if TYPE_CHECKING:
    from app.services.desk import Desk

PAUSE_MS: Final = 250
Fitting = dict[str, Match]


class OfferSearch(QWidget):
    """Begins with the name of the need in hand. Everything is looked for off the window's thread."""

    def __init__(self, theme: Theme, t: Translator, desk: Desk, hands: Hands) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._hands = theme, t, desk, hands
        self._now: InHand | None = None
        self._searched: Searched | None = None
        self._fitting: Fitting | None = None
        self._shown: Searching | None = None
        self.runner = Runner(self)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._look)
        self.field = Search(theme, t("Search the offers: what, where, when, free of charge"))
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self.field.returnPressed.connect(self._go_on)
        self.chips: list[Button] = []
        self._chip_row = QWidget()
        self._chips = FlowLayout(self._chip_row, gap=S, line_gap=S)
        self.remark = para(theme, "")
        self.list = WayList(theme, t, self._toggle)
        rows = column(self, gap=M)
        for part in (self.field, self._chip_row, self.remark, self.list):
            rows.addWidget(part)
        rows.addStretch(1)
        self.setFocusProxy(self.field)

    def flush(self) -> None:
        """Nothing is written here."""

    def show_in_hand(self, now: InHand) -> None:
        """Search for another need from its name on; for the same one only show what is in the plan."""
        before, self._now = self._now, now
        is_other = before is None or before.key != now.key
        if not is_other and before and before.basis is now.basis and before.offers is now.offers:
            self._show_chosen()
            return
        self._fitting = None
        if before and before.offers is not now.offers:
            self._searched = None  # the library has others by now
        if is_other:
            name = planning.subject(now.results.mapping, now.key).name.said(self._t.language).text
            self.field.setText(name)
            self.field.selectAll()
        self._look()

    # Looking.

    def _look(self) -> None:
        """Look for what stands in the field now, unless something is being looked for, which leads here again."""
        self._pause.stop()
        now, query = self._now, self.field.text().strip()
        if now is None or self.runner.busy:
            return
        if now.offers is None or self._searched is None:
            self._say(self._t("Looking for offers…"))
        if now.offers is None:
            return
        desk, searched, fitting, offers = self._desk, self._searched, self._fitting, now.offers

        def work(_job: object) -> tuple[Searched, Fitting, Searching]:
            made = searched or finding.ready(desk, now.results)
            fits = finding.matches_of(now.basis, now.key, offers) if fitting is None else fitting
            return made, fits, finding.search(made, query, fits, now.results, now.key)

        self.runner.start(work, lambda found: self._take(now, found), self._fail)

    def _take(self, asked: InHand, found: tuple[Searched, Fitting, Searching]) -> None:
        searched, fitting, result = found
        now = self._now
        if now and asked.offers is now.offers:
            self._searched = searched
        if now and asked.key == now.key and asked.basis is now.basis and asked.offers is now.offers:
            self._fitting = fitting
            self._show(result)
            if result.query == self.field.text().strip():
                return
        self._look()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(self._t.explain(error))

    # Showing.

    def _show(self, result: Searching) -> None:
        self._shown = result
        self._show_filters(result.found.asked.filters)
        self._say(self._told(result))
        ways = finding.ways_found(self._t, result, self._desk.today)
        self.list.show_ways(ways, after=self.chips[-1] if self.chips else self.field)
        self._show_chosen()

    def _show_filters(self, filters: tuple[Filter, ...]) -> None:
        """A button for each word that was understood as a filter; pressed, it takes the word away."""
        empty(self._chips)
        self.chips = [self._chip(each) for each in filters]
        for chip in self.chips:
            self._chips.addWidget(chip)
        self._chip_row.setVisible(bool(self.chips))
        self._chip_row.updateGeometry()

    def _chip(self, asked: Filter) -> Button:
        words = filter_said(self._t, asked)
        chip = Button(self._theme, words, "chosen", after="close")
        chip.setAccessibleName(self._t("Remove: {name}", name=words))
        chip.clicked.connect(partial(self._take_off, asked))
        return chip

    def _take_off(self, asked: Filter) -> None:
        self.field.setText(finding.without(self.field.text(), asked.typed))
        self.field.setFocus()
        self._look()

    def _told(self, result: Searching) -> str:
        t, found = self._t, result.found
        if not result.query:
            return t("Write what is looked for: a skill, a place, a time, a language, a price.")
        if not found.hits:
            return t("Nothing was found. Try other words.")
        left_out = filters_said(t, found.left_out)
        told = t("Nothing fits all that was asked. Left out: {filters}.", filters=left_out) if found.left_out else ""
        more = t("There is more than is shown. Look with more words.") if len(found.hits) == finding.MOST else ""
        return " ".join(filter(None, (told, more)))

    def _say(self, words: str) -> None:
        self.remark.setText(words)
        self.remark.setVisible(bool(words))

    def _show_chosen(self) -> None:
        now, shown = self._now, self._shown
        if now and shown:
            self.list.show_chosen([now.measure_from(now.key, option) is not None for option in shown.options])

    # Acts.

    def _toggle(self, place: int) -> None:
        if self._now and self._shown:
            toggled(self._now, self._hands, self._now.key, self._shown.options[place])

    def _go_on(self) -> None:
        """Enter looks at once, and then goes on to the first offer."""
        if self._shown and self._shown.query == self.field.text().strip() and self.list.toggles:
            self.list.toggles[0].setFocus()
        else:
            self._look()
