"""Training offers in the library: searched in words, each whole beside the list, and checked for what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.i18n import Translator
from app.offers.lacks import lacks
from app.offers.model import Offer
from app.services import searching
from app.services.searching import Searched
from app.ui.flow import FlowLayout
from app.ui.library.beside import Beside
from app.ui.library.competences import PAUSE_MS
from app.ui.library.offers_model import SHARES, UNDER, OffersModel
from app.ui.library.reading import Reading
from app.ui.search import Search
from app.ui.tables import Register
from app.ui.tasks import Runner
from app.ui.theme import Theme
from app.ui.tokens import L, M, S
from app.ui.widgets import Button, column, para
from app.wording.library_offers import offer_told
from app.wording.search import filters_said

if TYPE_CHECKING:
    from app.services.desk import Desk

MOST: Final = 200
ABREAST: Final = 1400  # pixels at 100 %: the register has many columns


class Offers(QWidget):
    """`update_asked` tells that the network should be asked."""

    update_asked = Signal()

    def __init__(self, theme: Theme, t: Translator, desk: Desk) -> None:
        super().__init__()
        self._theme, self._t, self._desk = theme, t, desk
        self._offers: Sequence[Offer] = ()
        self._searched: Searched | None = None
        self.searched_for = ""
        self._runner = Runner(self)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._search)
        self.search = Search(theme, t("Search the offers: what, where, when, free of charge"))
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.lacking = Button(theme, t("Catalogue check"), icon="check")
        self.lacking.setCheckable(True)
        self.lacking.toggled.connect(self._turn_check)
        self.online = Button(theme, t("Look in Opintopolku (network)"), icon="arrow-down")
        self.online.clicked.connect(self.update_asked)
        self.model = OffersModel(t, desk.today, self)
        self.register = Register(theme, t("Offers"))
        self.register.setModel(self.model)
        self.register.share(SHARES, UNDER)
        self.register.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now.row()))
        self.search.returnPressed.connect(self.register.setFocus)
        self.reading = Reading(theme, t("The offer in hand"), "")
        self.remark = para(theme, "")
        self._lay_out()

    def _lay_out(self) -> None:
        head = QWidget()
        parts = FlowLayout(head, gap=M, line_gap=S)
        for part in (self.search, self.lacking, self.online):
            parts.addWidget(part)
        nothing = self._t(
            "There are no training offers here yet. Import a catalogue of your own (CSV, XLSX) or pages of "
            "Opintopolku (JSON), or look in Opintopolku over the network."
        )
        empty = QWidget()
        words = column(empty, (0, L, 0, 0))
        words.addWidget(para(self._theme, nothing))
        words.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(Beside(self._theme, self.register, self.reading, ABREAST))
        rows = column(self, gap=S)
        rows.addWidget(head)
        rows.addWidget(self.remark)
        rows.addWidget(self._pages, 1)
        self.remark.hide()
        self.setFocusProxy(self.search)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show what the library now holds."""
        self._offers = sorted(offers, key=lambda each: self._t.said(each.name).casefold())
        self._searched = None
        self._pages.setCurrentIndex(1 if offers else 0)
        for widget in (self.search, self.lacking):
            widget.setEnabled(bool(offers))
        self._search()

    def _search(self) -> None:
        """Make ready what is searched when it is first needed, which takes a while, and then search at once."""
        if not self.search.text().strip() or not self._offers:
            self._show(self._offers, "")
        elif self._searched is None:
            self.remark.setText(self._t("The search is being made ready."))
            self.remark.show()
            desk = self._desk
            self._runner.start(lambda _job: searching.ready(desk), self._take_ready, _fail)
        else:
            self.searched_for = self.search.text()
            found = searching.search(self._searched, self.searched_for, MOST)
            self._show([hit.offer for hit in found.hits], self._understood(found))

    def _take_ready(self, made: Searched) -> None:
        self._searched = made
        self._search()

    def _understood(self, found: searching.Found) -> str:
        """Which words became filters, and which of these had to go so that anything is found."""
        t, said = self._t, []
        if not found.hits:
            return t("Nothing was found. Try other words.")
        if found.left_out:
            filters = filters_said(t, found.left_out)
            said.append(t("Nothing fits all that was asked. Left out: {filters}.", filters=filters))
        if found.asked.filters:
            said.append(t("Only: {filters}.", filters=filters_said(t, found.asked.filters)))
        return " ".join(said)

    def _show(self, offers: Sequence[Offer], remark: str) -> None:
        t = self._t
        if self.lacking.isChecked():
            offers = sorted(self._lacking(offers), key=lambda each: -len(lacks(each, self._desk.today)))
            checked = t.n("{n} offer lacks something; those that lack most come first.",
                          "{n} offers lack something; those that lack most come first.", len(offers))  # fmt: skip
            remark = " ".join(filter(None, (remark, checked)))
        self.model.show_offers(offers)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.register.selectRow(0)
        self._tell(self.register.currentIndex().row())

    def _lacking(self, offers: Sequence[Offer]) -> list[Offer]:
        return [each for each in offers if lacks(each, self._desk.today)]

    def _turn_check(self, on: bool) -> None:  # noqa: FBT001 - as Qt calls it
        self.lacking.kind = "chosen" if on else "quiet"
        self._search()

    def _tell(self, row: int) -> None:
        known = 0 <= row < len(self.model.offers)
        self.reading.show_told(offer_told(self._t, self.model.offers[row], self._desk.today) if known else None)


def _fail(error: BaseException) -> None:
    """The library is there and whole, or the program is broken: whoever reports it is told."""
    raise error
