"""ESCO in the library: competences and occupations as trees that are read as they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from app.frameworks.esco import Concept, ConceptKind
from app.i18n import Translator
from app.ui.library.tree_page import TreePage
from app.ui.tables import Tree
from app.ui.theme import Theme
from app.ui.tokens import NOTE
from app.ui.widgets import para
from app.wording.esco import acknowledgement, concept_kind_name
from app.wording.library import Told, concept_told

if TYPE_CHECKING:
    from app.services.desk import Desk

CONCEPT = Qt.ItemDataRole.UserRole + 10
ROOTS: tuple[ConceptKind, ...] = ("skill_group", "isco_group", "skill", "occupation")


class EscoPage(TreePage):
    """Tens of thousands of concepts: only those are read that somebody opens."""

    def __init__(self, theme: Theme, t: Translator, desk: Desk) -> None:
        tree = Tree(theme, t("Concepts of ESCO"))
        super().__init__(theme, t, tree)
        self.tree, self._t, self._esco = tree, t, desk.library.esco
        self._model = QStandardItemModel(self)
        self.tree.setModel(self._model)
        self.tree.expanded.connect(self._open)
        self.tree.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now))
        self.lay_out((), para(theme, acknowledgement(t), NOTE, "ink3"))

    def show_concept(self, uri: str = "") -> None:
        """Show the trees from their beginnings, opened as far as one of the concepts."""
        self._model.clear()
        for kind in ROOTS:
            for concept in self._esco.broadest(kind):
                self._model.appendRow(self._item(concept))
        index = self._found(uri) if uri else self._model.index(0, 0)
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)
        self._tell(index)

    def _found(self, uri: str) -> QModelIndex:
        """Open what a concept stands in, from the top, and return its place; as far as it is known."""
        index = QModelIndex()
        for each in reversed(self._above(uri)):
            rows = (self._model.index(row, 0, index) for row in range(self._model.rowCount(index)))
            found = next((row for row in rows if row.data(CONCEPT).uri == each), None)
            if found is None:
                break
            index = found
            if each != uri:
                self.tree.expand(index)
        return index

    def _above(self, uri: str) -> list[str]:
        """A concept and what it stands in, up to the top. What stands in several is shown in the first of them."""
        way = [uri]
        while above := [each.uri for each in self._esco.broader(way[-1]) if each.uri not in way]:
            way.append(above[0])
        return way

    def _open(self, index: QModelIndex) -> None:
        """Read what stands under a concept when it is opened first."""
        item = self._model.itemFromIndex(index)
        if item.rowCount() == 1 and item.child(0).data(CONCEPT) is None:
            item.removeRow(0)
            for concept in self._esco.narrower(item.data(CONCEPT).uri):
                item.appendRow(self._item(concept))

    def _item(self, concept: Concept) -> QStandardItem:
        text = "  ".join(filter(None, (concept.code, self._t.said(concept.name))))
        item = QStandardItem(text)
        item.setToolTip(text)
        item.setData(concept, CONCEPT)
        if concept.kind in ("skill_group", "isco_group"):
            item.appendRow(QStandardItem(""))  # so that it can be opened; filled when it is
        return item

    def _tell(self, index: QModelIndex) -> None:
        concept = index.data(CONCEPT)
        self.reading.show_told(self._told(concept) if concept else None)

    def _told(self, concept: Concept) -> Told:
        essential = self._esco.skills(concept.uri) if concept.kind == "occupation" else ()
        place = ", ".join(self._t.said(each.name) for each in self._esco.broader(concept.uri))
        return concept_told(self._t, concept, place or concept_kind_name(self._t, concept.kind), essential)
