"""Where needs come from: sector profiles, qualifications with their units and requirements, and own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from app.frameworks.model import Competence, Framework, FrameworkSummary, Requirement, Unit
from app.i18n import Translator
from app.mapping.model import Role, RoleNeed
from app.services import libraries, mappings
from app.ui.library.rows import by_name
from app.ui.search import Search
from app.ui.tables import STRONG, Tree
from app.ui.theme import Theme
from app.ui.tokens import LEAD, NOTE, M, S
from app.ui.widgets import Button, column, label, line_edit, para

if TYPE_CHECKING:
    from app.services.desk import Desk

CONTENT = Qt.ItemDataRole.UserRole + 10  # a Chosen, or the FrameworkSummary of a framework
FOUND_BY = Qt.ItemDataRole.UserRole + 11  # what is searched: the name, the code, and words that describe it
WHOLE = ("sector_profile", "cross_sector")  # taken whole; of others one chooses
Chosen = tuple[Framework, Competence | tuple[Unit, Requirement | None]]


class Picker(QWidget):
    """A tree to choose from, searched by words, and a line for own words.

    `take` is given what was chosen, `take_own` what was written; `take_own` tells whether it was taken.
    """

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        desk: Desk,
        take: Callable[[Sequence[Chosen]], None],
        take_own: Callable[[str], bool],
    ) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._take, self._take_own = theme, t, desk, take, take_own
        self._refused = ""  # own words that were not taken; once that has been said, they stand in nobody's way
        self._first = ""
        self._model = QStandardItemModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterRole(FOUND_BY)
        self._shown.setRecursiveFilteringEnabled(True)
        self._shown.setAutoAcceptChildRows(True)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        rows = column(self, gap=S)
        rows.addWidget(label(theme, t("Add competences"), LEAD, "semibold"))
        self.search = Search(theme, t("Search competences and units"))
        self.search.textChanged.connect(self._filter)
        rows.addWidget(self.search)
        self.tree = self._tree()
        rows.addWidget(self.tree, 1)
        self.whole = para(theme, "", NOTE)
        rows.addWidget(self.whole)
        self.add = Button(theme, t("Add the chosen"), "quiet", icon="plus")
        self.add.clicked.connect(self._add_chosen)
        rows.addWidget(self.add)
        rows.addSpacing(M)
        self._add_own_words(rows)
        self._fill()

    def _tree(self) -> Tree:
        tree = Tree(self._theme, self._t("Competences to choose from"))
        tree.setModel(self._shown)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.expanded.connect(self._load)
        tree.activated.connect(lambda _index: self._add_chosen())
        tree.selectionModel().currentChanged.connect(lambda now, _before: self._show_whole(now))
        return tree

    def _show_whole(self, index: QModelIndex) -> None:
        """A statement that is longer than its row can be read whole under the tree."""
        text = str(index.data() or "")
        room = self.tree.visualRect(index).width()
        self.whole.setText(text if self._theme.metrics().horizontalAdvance(text) > room - 2 * S else "")

    def _add_own_words(self, rows: QVBoxLayout) -> None:
        name = self._t("In own words")
        words = label(self._theme, name, weight="semibold")
        self.own = line_edit(self._theme, name)
        words.setBuddy(self.own)
        self.own.returnPressed.connect(self._add_own)
        self.add_own = Button(self._theme, self._t("Add own words"), "quiet", icon="plus")
        self.add_own.clicked.connect(self._add_own)
        for widget in (words, self.own, self.add_own):
            rows.addWidget(widget)

    def _fill(self) -> None:
        for summary in by_name(self._t, libraries.frameworks(self._desk)):
            item = self._item(summary.name.said(self._t.language).text, summary)
            item.setData(True, STRONG)
            item.appendRow(QStandardItem(""))  # so that it can be opened; filled when it is
            self._model.appendRow(item)

    def show_first(self, framework_key: str) -> None:
        """Put a framework at the top and open it, so that nobody looks for the company's own."""
        if framework_key == self._first:
            return
        self._first = framework_key
        for row in range(self._model.rowCount()):
            if self._model.item(row).data(CONTENT).key == framework_key:
                self._model.insertRow(0, self._model.takeRow(row))
                self.tree.expand(self._shown.index(0, 0))
                return

    def _load(self, index: QModelIndex) -> None:
        """Fill a framework when it is opened first."""
        item = self._model.itemFromIndex(self._shown.mapToSource(index))
        summary = item.data(CONTENT)
        if not isinstance(summary, FrameworkSummary) or item.rowCount() != 1 or item.child(0).data(CONTENT):
            return
        framework = libraries.framework(self._desk, summary.key)
        item.removeRow(0)
        for competence in framework.competences:
            item.appendRow(self._competence(framework, competence))
        for unit in framework.units if framework.kind == "qualification" else ():
            item.appendRow(self._unit(framework, unit))

    def _competence(self, framework: Framework, competence: Competence) -> QStandardItem:
        language = self._t.language
        item = self._item(competence.name.said(language).text, (framework, competence))
        if competence.of_team:
            item.setText(self._t("{name} – theme of a team, not asked of a person", name=item.text()))
            item.setToolTip(item.text())
            item.setEnabled(False)
        words = (competence.name, competence.group, competence.description)
        item.setData(" ".join((competence.code, *(text.said(language).text for text in words))), FOUND_BY)
        return item

    def _unit(self, framework: Framework, unit: Unit) -> QStandardItem:
        item = self._item(unit.name.said(self._t.language).text, (framework, (unit, None)))
        for requirement in unit.requirements:
            text = requirement.text.said(self._t.language).text
            item.appendRow(self._item(text, (framework, (unit, requirement))))
        return item

    def _item(self, text: str, content: Chosen | FrameworkSummary) -> QStandardItem:
        item = QStandardItem(text)
        item.setToolTip(text)
        item.setData(content, CONTENT)
        item.setData(text, FOUND_BY)
        return item

    def _filter(self, words: str) -> None:
        if words:
            for row in range(self._shown.rowCount()):
                self._load(self._shown.index(row, 0))
        self._shown.setFilterFixedString(words)
        if words:
            self.tree.expandToDepth(0)

    def _add_chosen(self) -> None:
        """Take what is selected; a sector profile stands for all its competences, any other framework is opened."""
        chosen: list[Chosen] = []
        for index in self.tree.selectionModel().selectedRows():
            content = index.data(CONTENT)
            if isinstance(content, FrameworkSummary):
                framework = libraries.framework(self._desk, content.key)
                if framework.kind in WHOLE:
                    chosen += [(framework, competence) for competence in framework.competences]
                self.tree.expand(index)
            elif content:
                chosen.append(content)
        if chosen:
            self._take(chosen)

    def _add_own(self) -> None:
        words = self.own.text()
        taken = not words.strip() or self._take_own(words)
        self._refused = "" if taken else words
        if taken:
            self.own.clear()

    def flush(self) -> None:
        """Add own words that were typed and not added: whoever leaves has finished writing."""
        if self.own.text() != self._refused:
            self._add_own()


def needs_of(chosen: Chosen, role: Role) -> tuple[RoleNeed, ...]:
    """What was chosen, as needs of a role."""
    framework, what = chosen
    if not isinstance(what, tuple):
        return mappings.competence_needs(framework, [what], role)
    unit, requirement = what
    if requirement is None:
        return (mappings.unit_need(framework, unit, role),)
    return mappings.requirement_needs(framework, unit, [requirement], role)
