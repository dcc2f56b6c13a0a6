"""A framework as a tree: areas with their competences, units with what they ask a person to be able to do."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from app.frameworks.model import Framework, Requirement
from app.i18n import Translator
from app.ui.tables import STRONG, Tree
from app.ui.theme import Theme
from app.wording.library import Part, name_of

CONTENT = Qt.ItemDataRole.UserRole + 10  # the framework, or a part of it; an area has none
ABOVE = Qt.ItemDataRole.UserRole + 11  # the name of the unit or area that a part stands in
_UNDER = " › "


class FrameworkTree(Tree):
    """The framework itself is the root, and stays open."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__(theme, t("What stands in the framework"))
        self._t = t
        self._items: dict[str, QStandardItem] = {}
        self._model = QStandardItemModel(self)
        self.setModel(self._model)

    def show_framework(self, framework: Framework, part_key: str = "") -> None:
        """Show a framework with the cursor on one of its parts, or on the whole."""
        self._model.clear()
        self._items.clear()
        root = self._item(framework, "")
        root.setData(True, STRONG)
        self._fill(root, framework)
        self._model.appendRow(root)
        self.expand(root.index())
        self.take(part_key or framework.key)

    def take(self, key: str) -> None:
        """Put the cursor on a part and open what it stands in."""
        item = self._items.get(key) or self._model.item(0)
        self.setCurrentIndex(item.index())
        self.scrollTo(item.index())

    def in_hand(self) -> tuple[Framework | Part | None, str]:
        """What the cursor is on, and what that stands in. An area is nothing by itself."""
        index = self.currentIndex()
        return index.data(CONTENT), str(index.data(ABOVE) or "")

    def _fill(self, root: QStandardItem, framework: Framework) -> None:
        areas: dict[str, QStandardItem] = {}
        for competence in framework.competences:
            group = self._t.said(competence.group)
            self._area(root, group, areas).appendRow(self._item(competence, group))
        for unit in framework.units:
            branch = self._item(unit, "")
            name = name_of(self._t, unit)
            self._add(branch, unit.requirements, name)
            for area in unit.sub_areas:
                part = self._item(area, name)
                self._add(part, area.outcomes, name_of(self._t, area))
                branch.appendRow(part)
            root.appendRow(branch)

    def _area(self, root: QStandardItem, group: str, areas: dict[str, QStandardItem]) -> QStandardItem:
        """The branch of an area, which may itself stand in one: "Area › Part"."""
        if not group:
            return root
        if group not in areas:
            above, _sign, name = group.rpartition(_UNDER)
            item = areas[group] = QStandardItem(name)
            item.setToolTip(name)
            self._area(root, above, areas).appendRow(item)
        return areas[group]

    def _add(self, branch: QStandardItem, stated: Iterable[Requirement], above: str) -> None:
        for each in stated:
            branch.appendRow(self._item(each, above))

    def _item(self, content: Framework | Part, above: str) -> QStandardItem:
        code = "" if isinstance(content, Framework) else getattr(content, "code", "")
        text = "  ".join(filter(None, (code, name_of(self._t, content))))
        item = QStandardItem(text)
        item.setToolTip(text)
        item.setData(content, CONTENT)
        item.setData(above, ABOVE)
        self._items.setdefault(content.key, item)
        return item
