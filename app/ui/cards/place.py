"""Cards and permits: a table of who has what, until when; on the right where more come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.catalogues.model import CardType
from app.errors import UserError
from app.i18n import Translator
from app.mapping.cards import CardLine, card_lines
from app.mapping.model import CardHolding, Mode, Role
from app.services import cards
from app.services.catalogues import of_cards
from app.ui.cards.detail import CardDetail
from app.ui.cards.picker import CardPicker, Takes
from app.ui.cards.table import CARD, CardsModel
from app.ui.cards.view import CardsView
from app.ui.cards.words import Shown, summary, whom
from app.ui.place import Go, Say
from app.ui.stops import NEEDS, RESULTS
from app.ui.theme import Theme
from app.ui.tokens import HEAD, NOTE, XL, L, M, S
from app.ui.trying import refusal
from app.ui.visit.steps import TO
from app.ui.widgets import ALIGN, Button, Hair, column, label, line, para, tab_after, turn
from app.wording.words import capital

if TYPE_CHECKING:
    from app.services.desk import Desk

TABLE_PART, PICKER_PART = 70, 30
ABREAST = 1000  # pixels at 100 % that the two parts need side by side


class CardsPlace(QWidget):
    """Every change is written at once."""

    dense = True

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._key, self._say, self._go = theme, t, desk, mapping_key, say, go
        found = of_cards(desk)
        self._catalogue = found.cards
        self.model = CardsModel(t, desk.today, self._write)
        self.table = CardsView(theme, t("Cards and permits"), self.model, self._remove, self._complain)
        self.table.moved.connect(self._show_detail)
        self.detail = CardDetail(theme, t, desk.today, found.cards.remind, self._set_end, self._complain)
        self.picker = CardPicker(theme, t, self._catalogue, Takes(self._take, self._take_own))
        self._lay_out()
        tab_after(self.onward, [self.table])
        self.refresh()
        self.setFocusProxy(self.table if self.model.rows else self.picker.role if self._mapping.roles else self.roles)
        for fault in found.faults:
            say(t.explain(fault))

    def _lay_out(self) -> None:
        rows = column(self, (28, XL, 28, L))
        rows.addLayout(self._head())
        rows.addSpacing(L)
        self._hair = Hair(self._theme, vertical=True)
        self._parts = line(gap=XL)
        self._parts.addWidget(self._left(), TABLE_PART)
        self._parts.addWidget(self._hair)
        self._parts.addWidget(self.picker, PICKER_PART)
        rows.addLayout(self._parts, 1)

    def flush(self) -> None:
        self.table.flush()

    def _head(self) -> QHBoxLayout:
        head = line(gap=M)
        head.addWidget(label(self._theme, self._t("Cards and permits"), HEAD))
        head.addStretch(1)
        name, place = self._onward()
        self.onward = Button(self._theme, name, "primary", after="arrow-right")
        self.onward.clicked.connect(lambda: self._go(place))
        head.addWidget(self.onward)
        return head

    def _onward(self) -> tuple[str, str]:
        """In a visit language comes after the cards (brief, V7), else the results."""
        if self._desk.cases.load(self._key).mode is Mode.VISIT:
            return self._t("Language"), TO["V7"]
        return self._t("Results"), RESULTS

    def _left(self) -> QWidget:
        """The table, or one sentence while there is nothing in it; over it how many stand how, under it its keys."""
        t = self._t
        self.summary = para(self._theme, "")
        self._empty = para(self._theme, "")
        page = QWidget()
        words = column(page, (0, L, 0, 0), M)
        words.addWidget(self._empty)
        self.roles = Button(self._theme, t("Choose roles and needs"), "quiet", after="arrow-right")
        self.roles.clicked.connect(lambda: self._go(NEEDS))
        words.addWidget(self.roles)
        words.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self.table)
        keys = t("+ held, ! missing, ? not known, - not needed; a number of people; a date or a month and year.")
        self.away = Button(self._theme, t("Take the card away"), "link", icon="remove")
        self.away.clicked.connect(lambda: self._remove(self.table.currentIndex().row()))
        foot = line(gap=M)
        foot.addWidget(para(self._theme, keys, NOTE, "ink3"), 1, ALIGN.AlignVCenter)
        foot.addWidget(self.away)
        left = QWidget()
        rows = column(left, gap=S)
        for widget in (self.summary, self.detail):
            rows.addWidget(widget)
        rows.insertWidget(1, self._pages, 1)
        rows.addLayout(foot)
        return left

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one under the other where there is no room: then the tree shows a good part of its rows."""
        super().resizeEvent(event)
        abreast = self.width() >= ABREAST * self._theme.zoom
        turn(self._parts, (self._hair,), abreast=abreast)
        tall = self._theme.height(16)
        self.picker.tree.setMinimumHeight(0 if abreast else tall)
        self._pages.setMinimumHeight(0 if abreast else tall)

    def refresh(self) -> None:
        """Show what the store now holds; the cursor stays on its card."""
        here = self._in_hand()
        at = self.table.currentIndex()
        self._mapping = self._desk.cases.load(self._key)
        lines = card_lines(self._mapping, self._desk.today)
        self.model.show(self._rows(lines), self._mapping)
        row = self.model.row_of(here.holding.key) if here else -1
        row = row if row >= 0 else min(max(at.row(), 0), len(lines) - 1)
        self.table.setCurrentIndex(self.model.index(row, max(at.column(), CARD)))
        self.summary.setText(capital(summary(self._t, lines)))
        self._pages.setCurrentIndex(1 if lines else 0)
        self.away.setEnabled(bool(lines))
        self._empty.setText(self._why_empty())
        self.roles.setVisible(not self._mapping.roles)
        self.picker.show_mapping(self._mapping)
        self._show_detail()

    def _rows(self, lines: Sequence[CardLine]) -> list[Shown]:
        roles, shown, before = {r.key: r.name for r in self._mapping.roles}, list[Shown](), ""
        for each in lines:
            holding = each.holding
            card = self._catalogue.card(holding.card)
            name = roles.get(holding.role_key, "")
            shown.append(Shown(each, name, whom(self._t, self._mapping, holding), card, holding.role_key != before))
            before = holding.role_key
        return shown

    def _why_empty(self) -> str:
        t = self._t
        if not self._mapping.roles:
            return t("Begin with a role: who does what here?")
        return t("No card or permit has been looked at yet. Choose those that the work needs on the right.")

    def _in_hand(self) -> Shown | None:
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _show_detail(self) -> None:
        self.detail.show_row(self._in_hand())

    # Changes. Each is one transaction; what cannot be done is said, and the place shows what is stored.

    def _try(self, change: Callable[[], object], words: str) -> bool:
        """Change something and show it anew; whether it could be done."""
        refused = refusal(self._t, change)
        self.refresh()
        self._say(refused or words)
        return not refused

    def _complain(self, error: UserError) -> None:
        self._say(self._t.explain(error))

    def _write(self, holding: CardHolding) -> bool:
        return self._try(lambda: cards.change_card(self._desk, self._key, holding), self._t("Saved"))

    def _set_end(self, row: Shown, end: date) -> None:
        self._write(cards.with_end(row.holding, end))

    def _remove(self, row: int) -> None:
        if not 0 <= row < len(self.model.rows):
            self._say(self._t("Go to a card in the table first."))
            return
        holding = self.model.rows[row].holding
        self._try(lambda: cards.remove_card(self._desk, self._key, holding), self._t("Card taken away"))

    def _take(self, role: Role, chosen: Sequence[CardType], people: Sequence[str]) -> None:
        added = list[CardHolding]()

        def change() -> None:
            added.extend(cards.add_cards(self._desk, self._key, role, chosen, people))

        words = self._t("Added. Say with + ! ? or - how it stands.")
        if self._try(change, words) and added:
            self._go_to(added[0])

    def _take_own(self, role: Role, words: str) -> bool:
        def change() -> None:
            cards.add_own_card(self._desk, self._key, role, words, self._t.language)

        return self._try(change, self._t("Added. Say with + ! ? or - how it stands."))

    def _go_to(self, holding: CardHolding) -> None:
        """Bring an added card in hand, without taking the cursor from where more are chosen."""
        self.table.setCurrentIndex(self.model.index(self.model.row_of(holding.key), CARD))
