"""The needs of one role as an editable table: digits set a target where the cursor stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem, QWidget

from app.i18n import Translator
from app.mapping.kept import trend
from app.mapping.kept_changes import with_trend
from app.mapping.model import RequiredCount, RoleNeed, Targets, Trend
from app.ui.tables import STRONG, Register
from app.ui.theme import Theme
from app.ui.widgets import ChoiceBox
from app.ui.wrapping import WrappedDelegate, WrappedRegister
from app.wording.words import criticality_name, level_name

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()
NAME, NOW, Y1, Y3, CRITICALITY, REQUIRED = range(6)
LEVELS: Final = range(5)
MOST_REQUIRED: Final = 12
CHOICES: Final = Qt.ItemDataRole.UserRole + 10
CENTRE: Final = Qt.AlignmentFlag.AlignHCenter
_TARGETS: Final = {NOW: "now", Y1: "y1", Y3: "y3"}
_YEARS: Final = {Y1: 1, Y3: 3}
_ARROWS: Final = {"up": "↑", "same": "", "down": "↓"}
CellValue = RequiredCount | Trend | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a cell, or how a later target goes from that of now; its words, and the key that sets it."""

    value: CellValue
    words: str
    key: str


def choices(t: Translator, column: int) -> list[Choice]:
    """What may stand in a column."""
    if column in _TARGETS:
        empty = Choice(None, t("no target"), "-")
        levels = [Choice(n, f"{n}  {level_name(t, n)}", str(n)) for n in LEVELS]
        return [*levels, *(_trends(t) if column in _YEARS else ()), empty]
    if column == CRITICALITY:
        return [Choice(n, f"{n}  {criticality_name(t, n)}{_rule(t, n)}", str(n)) for n in (1, 2, 3)]
    if column == REQUIRED:
        numbers = [Choice(n, str(n), str(n)) for n in range(1, MOST_REQUIRED + 1)]
        return [*numbers, Choice("all", t("all"), t("a"))]
    return []


def _trends(t: Translator) -> tuple[Choice, ...]:
    """The need grows by one level, stays or declines by one."""
    return (
        Choice("up", t("↑ grows"), ">"),
        Choice("same", t("= stays the same"), "="),
        Choice("down", t("↓ declines"), "<"),
    )


def _rule(t: Translator, criticality: int) -> str:
    """The rule of thumb for what is business-critical (brief, 3.1)."""
    rule = t("without this we cannot deliver, sell or operate lawfully next week")
    return f": {rule}" if criticality == 3 else ""


def value_of(need: RoleNeed, column: int) -> RequiredCount | None:
    if column in _TARGETS:
        return _target(need, column)
    return need.criticality if column == CRITICALITY else need.required


def _target(need: RoleNeed, column: int) -> int | None:
    value: int | None = getattr(need.targets, _TARGETS[column])
    return value


def with_value(need: RoleNeed, column: int, value: CellValue) -> RoleNeed:
    """The need with one cell changed; a target now carries the later ones along while they are equal to it."""
    if value in _ARROWS:
        return replace(need, targets=with_trend(need.targets, _YEARS[column], str(value)))
    if column == CRITICALITY and isinstance(value, int):
        return replace(need, criticality=value)
    if column == REQUIRED and (value == "all" or isinstance(value, int)):
        return replace(need, required=value)
    if isinstance(value, str):
        return need
    return replace(need, targets=_targets(need.targets, column, value))


def _targets(old: Targets, column: int, value: int | None) -> Targets:
    if column == NOW:
        later = {name: value for name in ("y1", "y3") if getattr(old, name) == old.now}
        return replace(old, now=value, **later)
    return replace(old, **{_TARGETS[column]: value})


class NeedsModel(QAbstractTableModel):
    """Competence, targets now, in one year and in three, criticality, how many must master it."""

    def __init__(self, t: Translator, store: Callable[[RoleNeed], bool]) -> None:
        """`store` tells whether it could store a changed need."""
        super().__init__()
        self._t, self._store = t, store
        self.needs: list[RoleNeed] = []

    def show(self, needs: Sequence[RoleNeed]) -> None:
        self.beginResetModel()
        self.needs = list(needs)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.needs)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 6

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return None if section == NAME else CENTRE
        t = self._t
        names = (t("Competence"), t("Target now"), t("1 y"), t("3 y"), t("Criticality"), t("How many"))
        return names[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if index.column() == NAME else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        need, column = self.needs[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(need, column)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {self._spoken(need, column)}"
        if role == CHOICES:
            return choices(self._t, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return None if column == NAME else CENTRE
        return column == NAME if role == STRONG else None

    def _text(self, need: RoleNeed, column: int) -> str:
        if column == NAME:
            return need.name.said(self._t.language).text
        value = value_of(need, column)
        if value is None:
            return "–"
        if column in _YEARS:
            return f"{value} {_ARROWS.get(trend(need.targets.now, _target(need, column)), '')}".strip()
        return self._t("all") if value == "all" else str(value)

    def _spoken(self, need: RoleNeed, column: int) -> str:
        if column == NAME:
            return self._text(need, column)
        value = value_of(need, column)
        words = next((c.words for c in choices(self._t, column) if c.value == value), str(value))
        going = trend(need.targets.now, _target(need, column)) if column in _YEARS else ""
        return " ".join([words, *(c.words for c in _trends(self._t) if c.value == going and going != "same")])

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() == NAME:
            return False
        changed = with_value(self.needs[index.row()], index.column(), value)
        if not self._store(changed):
            return False
        self.needs[index.row()] = changed
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), 5))
        return True


class ChoiceDelegate(WrappedDelegate):
    """Edits a cell with the list of what may stand in it."""

    def __init__(self, theme: Theme, view: Register) -> None:
        super().__init__(theme, view)
        self._view = view

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        box = ChoiceBox(self._theme, name, parent)
        for choice in index.data(CHOICES):
            box.addItem(choice.words, choice.value)
        box.view().setMinimumWidth(round(self._theme.metrics().height() * 14))
        box.activated.connect(lambda _row: self.commitData.emit(box))
        box.activated.connect(lambda _row: self.closeEditor.emit(box))
        return box

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """As wide as its words, and within the table."""
        box, whole = QRect(option.rect), self._view.viewport().width()
        box.setWidth(max(box.width(), editor.sizeHint().width()))
        box.moveLeft(max(0, min(box.left(), whole - box.width())))
        editor.setGeometry(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            words = str(index.data(Qt.ItemDataRole.DisplayRole)).partition(" ")[0]
            values = [c.value for c in index.data(CHOICES)]
            shown = [str(v) for v in values]
            editor.setCurrentIndex(shown.index(words) if words in shown else len(values) - 1)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())


class NeedsView(WrappedRegister):
    """Keys set values where the cursor stands; a double click or F2 opens the list; Delete takes the need away."""

    def __init__(self, theme: Theme, name: str, remove: Callable[[int], None]) -> None:
        super().__init__(theme, name)
        self._remove = remove
        self.setItemDelegate(ChoiceDelegate(theme, self))
        self.verticalHeader().setDefaultSectionSize(theme.height(1, 16))  # so that twelve needs show on a laptop
        self.setEditTriggers(self.EditTrigger.DoubleClicked | self.EditTrigger.EditKeyPressed)

    def height_of(self, rows: int) -> int:
        """Height in pixels of the head and so many rows."""
        return self.horizontalHeader().height() + rows * self.verticalHeader().defaultSectionSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() == Qt.Key.Key_Delete:
            self._remove(index.row())
            return
        found = [c for c in index.data(CHOICES) or [] if c.key == event.text().lower()] if index.isValid() else []
        if found:
            self.model().setData(index, found[0].value)
        else:
            super().keyPressEvent(event)
