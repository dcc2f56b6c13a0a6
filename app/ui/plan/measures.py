"""The measures of one need as a table that can be written in: what, who, by when, and how it is seen to have worked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.errors import UserError
from app.i18n import Translator, mark
from app.mapping.model import CostClass, Measure, MeasureStatus
from app.mapping.privacy import holds_identity_code
from app.ui.days import read_day, written
from app.ui.plan.facts import is_to_check
from app.ui.tables import QUIET, STRONG
from app.wording.words import capital, cost_name, status_name

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()
WHAT, RESPONSIBLE, DEADLINE, SIGN, COST, STATUS, FIRST = range(7)
CHOICES: Final = Qt.ItemDataRole.UserRole + 10
ASKED: Final = Qt.ItemDataRole.UserRole + 11  # a cell that waits for an answer shows what is asked
HEADINGS: Final = (
    mark("What is done"),
    mark("Responsible"),
    mark("Deadline"),
    mark("How we see that it worked"),
    mark("Cost"),
    mark("State"),
    mark("First step"),
)
FIELDS: Final = ("what", "responsible", "deadline", "success_sign", "cost", "status", "first_step")
TEXTS: Final = (WHAT, RESPONSIBLE, SIGN)
QUESTIONS: Final = {RESPONSIBLE: mark("who?"), DEADLINE: mark("by when?"), SIGN: mark("what is different then?")}


def with_value(measure: Measure, column: int, value: Any, today: date) -> Measure:
    """The measure with one cell changed to a text, a choice or a tick; what cannot stand there is a UserError."""
    change: dict[str, Any] = {FIELDS[column]: _read(column, value, today)}
    return replace(measure, **change)


def _read(column: int, value: Any, today: date) -> Any:
    if column in TEXTS:
        return _checked(str(value).strip(), column)
    if column == DEADLINE:
        return read_day(str(value), today)
    if column == FIRST:
        return bool(value)
    return CostClass(value) if column == COST else MeasureStatus(value)


def _checked(text: str, column: int) -> str:
    if holds_identity_code(text):
        raise UserError("That looks like a personal identity code. It is never kept here; please take it away.")
    if not text and column == WHAT:
        raise UserError("A measure says what is done. Write it, or take the measure away with Delete.")
    return text


class MeasuresModel(QAbstractTableModel):
    """Each cell that is changed is stored at once through `store`, which may refuse with a UserError."""

    def __init__(self, t: Translator, today: date, store: Callable[[Measure], None]) -> None:
        super().__init__()
        self._t, self._today, self._store = t, today, store
        self.measures: list[Measure] = []

    def show(self, measures: Sequence[Measure]) -> None:
        """Show these; while they are the same ones, the cursor and what is being typed stay."""
        if [m.key for m in measures] == [m.key for m in self.measures]:
            self.measures = list(measures)
            if measures:
                self.dataChanged.emit(self.index(0, 0), self.index(len(measures) - 1, FIRST))
            return
        self.beginResetModel()
        self.measures = list(measures)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.measures)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._t(HEADINGS[section])

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if index.column() == FIRST else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        measure, column = self.measures[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "" if column == FIRST else self._text(measure, column)
            case Qt.ItemDataRole.EditRole:
                return written(self._t, measure.deadline) if column == DEADLINE else self._text(measure, column)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                said = self._text(measure, column) or self._t("not said")
                return f"{self._t(HEADINGS[column])}: {said}"
            case _:
                return self._manner(measure, column, role)

    def _manner(self, measure: Measure, column: int, role: int) -> Any:
        """How a cell is drawn and edited."""
        if role == Qt.ItemDataRole.CheckStateRole and column == FIRST:
            return Qt.CheckState.Checked if measure.first_step else Qt.CheckState.Unchecked
        if role == ASKED and column in QUESTIONS and not self._text(measure, column):
            return self._t(QUESTIONS[column])
        if role == CHOICES:
            return self._choices(column)
        if role == QUIET:
            return column == SIGN or (column == WHAT and self._is_stale(measure))
        return column == WHAT if role == STRONG else None

    def _is_stale(self, measure: Measure) -> bool:
        """Whether its offer must be checked before anybody relies on it."""
        return measure.offer is not None and is_to_check(measure.offer, self._today)

    def _text(self, measure: Measure, column: int) -> str:
        t = self._t
        if column in TEXTS:
            return str(getattr(measure, FIELDS[column]))
        if column == DEADLINE:
            return t.day(measure.deadline) if measure.deadline else ""
        if column == FIRST:
            return t("yes") if measure.first_step else t("no")
        return capital(cost_name(t, measure.cost) if column == COST else status_name(t, measure.status))

    def _choices(self, column: int) -> list[tuple[str, str]]:
        """Value and words of what may stand in a column; nothing where it is free."""
        if column == COST:
            return [(cost.value, capital(cost_name(self._t, cost))) for cost in CostClass]
        return [(s.value, capital(status_name(self._t, s))) for s in MeasureStatus] if column == STATUS else []

    def refusal(self, index: Index, value: Any) -> UserError | None:
        """Why a value may not stand in a cell; None if it may."""
        try:
            with_value(self.measures[index.row()], index.column(), value, self._today)
        except UserError as error:
            return error
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or self.refusal(index, value):
            return False
        measure = self.measures[index.row()]
        changed = with_value(measure, index.column(), value, self._today)
        if changed != measure:
            self._store(changed)
        return True
