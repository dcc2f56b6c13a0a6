"""Units that the roles' needs come from: how much of each, how well, and what follows; why, on asking."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.plan import Results
from app.mapping.unit_fit import Extents, RoleUnit, role_units
from app.ui.results import words
from app.ui.results.lines import ROOT, SPOKEN, Index, Lines, LinesModel
from app.ui.results.statement_delegate import StatementDelegate
from app.ui.results.statements import Statement
from app.ui.section import Section
from app.ui.theme import Theme
from app.ui.tokens import XL, S
from app.ui.widgets import column, para
from app.wording.units import (
    unit_advice,
    unit_mastered_clause,
    unit_missing_sentence,
    unit_needed_clause,
    unit_rule_sentences,
    unit_why_sentence,
)
from app.wording.words import capital


def in_units(t: Translator, results: Results, extents: Extents) -> tuple[Statement, ...]:
    """The units of each role, in the order of the roles and of their needs."""
    return tuple(_statement(t, results, unit) for unit in role_units(results.mapping, extents))


def _statement(t: Translator, results: Results, unit: RoleUnit) -> Statement:
    name = words.said(t, unit.name) or unit.code
    role = words.role_name(results.mapping, unit.role_key)
    mastered = unit_mastered_clause(t, unit) if unit.known else ""
    said = capital(", ".join(filter(None, (unit_advice(t, unit), mastered, unit_needed_clause(t, unit)))))
    why = (f"{said}.", unit_why_sentence(t, unit), unit_missing_sentence(t, unit))
    return Statement(name, said, " ".join((words.of_role(t, name, role), *filter(None, why))), beside=role)


class UnitModel(LinesModel):
    """Says of a row, where the mouse rests on it, what its numbers come from."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return super().data(index, SPOKEN if role == Qt.ItemDataRole.ToolTipRole else role)


class UnitBlock(QWidget):
    """A heading, the units under it, and the rule; there while a need comes from a unit."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        title = t("Qualification units")
        self._t, self.model = t, UnitModel()
        self.list = Lines(theme, title, self.model)
        self.list.setItemDelegate(StatementDelegate(theme, self.list))
        rows = column(self)
        rows.addWidget(Section(theme, title, t("a talk with the college")))
        rows.addWidget(self.list)
        rows.addSpacing(S)
        rows.addWidget(para(theme, " ".join(unit_rule_sentences(t))))
        rows.addSpacing(XL)

    def show_units(self, results: Results, extents: Extents) -> None:
        self.model.show(in_units(self._t, results, extents))
        self.setVisible(self.model.rowCount(ROOT) > 0)
