"""Where cards come from: those usual in the sector, all others, and own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from app.catalogues.model import CardCatalogue, CardType
from app.i18n import Translator, sort_key
from app.mapping.cards import lacking, usual_cards
from app.mapping.model import Mapping, Person, Role
from app.services.mappings import ALONE_IN_ROW
from app.ui.cards.words import person_name
from app.ui.forms import add_row
from app.ui.search import Search
from app.ui.tables import STRONG, Tree
from app.ui.theme import Theme
from app.ui.tokens import LEAD, NOTE, M, S
from app.ui.widgets import Button, ChoiceBox, column, label, line, line_edit, para
from app.wording.catalogues import card_sentences

CARD = Qt.ItemDataRole.UserRole + 10  # a CardType
TOGETHER, EACH = "together", "each"


@dataclass(frozen=True, slots=True)
class Takes:
    """What the picker hands over: cards, or own words, for a role; with keys of people, for each of those."""

    cards: Callable[[Role, Sequence[CardType], Sequence[str]], None]
    own: Callable[[Role, str], bool]


class CardPicker(QWidget):
    """A role, for whom in it, and a tree of cards: what is usual and nothing has been said of stands first."""

    def __init__(self, theme: Theme, t: Translator, catalogue: CardCatalogue, takes: Takes) -> None:
        super().__init__()
        self._theme, self._t, self._catalogue, self._takes = theme, t, catalogue, takes
        self._mapping: Mapping | None = None
        self._model = QStandardItemModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setRecursiveFilteringEnabled(True)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        rows = column(self, gap=S)
        rows.addWidget(label(theme, t("Add cards and permits"), LEAD, "semibold"))
        self.role = self._box(rows, t("Role"))
        self.role.activated.connect(lambda _row: self._show_role())
        self.whom = self._box(rows, t("For whom"))
        self._add_tree(rows)
        self._add_own_words(rows)

    def _box(self, rows: QVBoxLayout, name: str) -> ChoiceBox:
        box = ChoiceBox(self._theme, name)
        add_row(self._theme, rows, name, box)
        return box

    def _add_tree(self, rows: QVBoxLayout) -> None:
        t = self._t
        self.search = Search(self._theme, t("Search cards and permits"))
        self.search.textChanged.connect(self._filter)
        self.tree = Tree(self._theme, t("Cards and permits to choose from"))
        self.tree.setModel(self._shown)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.activated.connect(lambda _index: self._add_chosen())
        self.tree.selectionModel().currentChanged.connect(lambda now, _before: self._explain(now))
        self.about = para(self._theme, "", NOTE)
        self.add = Button(self._theme, t("Add the chosen"), "quiet", icon="plus")
        self.add.clicked.connect(self._add_chosen)
        rows.addWidget(self.search)
        rows.addWidget(self.tree, 1)
        for widget in (self.about, self.add):
            rows.addWidget(widget)
        rows.addSpacing(M)

    def _add_own_words(self, rows: QVBoxLayout) -> None:
        name = self._t("In own words")
        words = label(self._theme, name, weight="semibold")
        self.own = line_edit(self._theme, name)
        words.setBuddy(self.own)
        self.own.returnPressed.connect(self._add_own)
        self.add_own = Button(self._theme, "", "quiet", icon="plus")
        self.add_own.setAccessibleName(self._t("Add own words"))
        self.add_own.setToolTip(self._t("Add own words"))
        self.add_own.clicked.connect(self._add_own)
        rows.addWidget(words)
        written = line(gap=S)
        written.addWidget(self.own, 1)
        written.addWidget(self.add_own)
        rows.addLayout(written)

    def show_mapping(self, mapping: Mapping) -> None:
        """Show the roles of a mapping and what one of them lacks; the role in hand stays in hand."""
        self._mapping, here = mapping, self.role.currentData()
        self.role.clear()
        for role in mapping.roles:
            self.role.addItem(role.name, role.key)
        self.role.setCurrentIndex(max(self.role.findData(here), 0 if mapping.roles else -1))
        for widget in (self.role, self.whom, self.add, self.own, self.add_own):
            widget.setEnabled(bool(mapping.roles))
        self._show_role()

    def _show_role(self) -> None:
        self._show_whom()
        self._show_cards()

    def _show_whom(self) -> None:
        """All of the role together; where people have rows of their own, also each of them, or one."""
        t, mapping, here = self._t, self._mapping, self.whom.currentData()
        self.whom.clear()
        self.whom.addItem(t("the role together"), TOGETHER)
        if mapping and mapping.people_mode in ALONE_IN_ROW:
            self.whom.addItem(t("each person"), EACH)
            for person in self._people():
                self.whom.addItem(person_name(mapping, person), person.key)
        self.whom.setCurrentIndex(max(self.whom.findData(here), 0))

    def _people(self) -> list[Person]:
        role = self.role.currentData()
        return [p for p in self._mapping.people if p.role_key == role] if self._mapping else []

    def _show_cards(self) -> None:
        """Fill the tree anew: what is usual, then all."""
        t, mapping = self._t, self._mapping
        self._model.clear()
        self.about.setText("")
        role = self.role.currentData()
        usual = lacking(usual_cards(self._catalogue, mapping, role), mapping, role) if mapping and role else ()
        every = sorted((c for c in self._catalogue.cards if not c.restricted), key=lambda c: sort_key(self._name(c)))
        for title, cards in ((t("Usual here, not looked at yet"), usual), (t("All cards and permits"), every)):
            if cards:
                self._model.appendRow(self._branch(title, cards))
        self.tree.expand(self._shown.index(0, 0))
        self._filter(self.search.text())

    def _branch(self, title: str, cards: Sequence[CardType]) -> QStandardItem:
        branch = QStandardItem(title)
        branch.setData(True, STRONG)
        branch.setToolTip(title)
        for card in cards:
            item = QStandardItem(self._name(card))
            item.setData(card, CARD)
            item.setToolTip(item.text())
            branch.appendRow(item)
        return branch

    def _name(self, card: CardType) -> str:
        return card.name.said(self._t.language).text

    def _filter(self, words: str) -> None:
        self._shown.setFilterFixedString(words)
        if words:
            self.tree.expandAll()

    def _explain(self, index: QModelIndex) -> None:
        card = index.data(CARD)
        self.about.setText(card_sentences(self._t, card) if card else "")

    def _add_chosen(self) -> None:
        """Take what is selected; a branch stands for all that is usual."""
        role, chosen = self._role(), dict[str, CardType]()
        for index in self.tree.selectionModel().selectedRows():
            model = index.model()
            under = [model.index(row, 0, index) for row in range(model.rowCount(index))]
            for found in (index, *(under if index.row() == 0 else ())):
                if card := found.data(CARD):
                    chosen[card.code] = card
        if role and chosen:
            self._takes.cards(role, list(chosen.values()), self._chosen_people())

    def _chosen_people(self) -> list[str]:
        """Keys of the people meant; none where the role is meant together."""
        wanted = self.whom.currentData()
        return [person.key for person in self._people() if wanted in (EACH, person.key)]

    def _role(self) -> Role | None:
        roles = self._mapping.roles if self._mapping else ()
        return next((role for role in roles if role.key == self.role.currentData()), None)

    def _add_own(self) -> None:
        role = self._role()
        if role and self.own.text().strip() and self._takes.own(role, self.own.text()):
            self.own.clear()
