"""What would follow, beside what is: scores by competence, risks, and cards to put right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.model import RoleNeed
from app.mapping.plan import Results
from app.mapping.scoring import Score
from app.mapping.what_if import Outcome
from app.ui.results import statements, words
from app.ui.results.block import StatementBlock
from app.ui.section import Section
from app.ui.tables import QUIET, STRONG, Register, row_height
from app.ui.theme import Theme
from app.ui.tokens import XL, S
from app.ui.widgets import column, para
from app.wording.sentences import readiness_sentence


class OutcomeView(QWidget):
    """The first outcome is told whole; those kept before stand beside it in the table."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        rows = column(self)
        self._title = Section(theme, t("What changes"))
        rows.addWidget(self._title)
        rows.addSpacing(S)
        self._same = para(theme, "")
        rows.addWidget(self._same)
        self._model = QStandardItemModel(self)
        self.table = Register(theme, t("What changes"))
        self.table.setModel(self._model)
        rows.addWidget(self.table)
        rows.addSpacing(XL)
        self.raised = StatementBlock(theme, t("Risks that arise"))
        self.gone = StatementBlock(theme, t("Risks that go"))
        self.fixes = StatementBlock(theme, t("To put right then"))
        for block in (self.raised, self.gone, self.fixes):
            rows.addWidget(block)
        rows.addStretch(1)

    def show_outcomes(self, named: Sequence[tuple[str, Outcome]]) -> None:
        """Show outcomes by name, the one in hand first."""
        t, first = self._t, named[0][1]
        self._fill_table(named)
        same = t("No score changes.") if not self._model.rowCount() else ""
        self._same.setText(" ".join(filter(None, (same, readiness_sentence(t, first.after.readiness)))))
        self.raised.show_statements(statements.of_risks(t, first.after, first.risks_gained))
        self.gone.show_statements(statements.of_risks(t, first.before, first.risks_gone))
        self.fixes.show_statements(statements.of_fixes(t, first.after, first.fixes_gained))

    def _fill_table(self, named: Sequence[tuple[str, Outcome]]) -> None:
        t, before = self._t, named[0][1].before
        scores = [_scores(before), *(_scores(outcome.after) for _name, outcome in named)]
        self._model.clear()
        self._model.setHorizontalHeaderLabels([t("Competence"), t("Role"), t("Now"), *(name for name, _ in named)])
        for row in before.ranked:
            said = [self._cell(by_need[row.need.key]) for by_need in scores]
            if len({*said}) > 1:
                self._model.appendRow(self._row(before, row.need, said))
        self.table.share((60, 40, *[0] * len(scores)))
        self.table.setVisible(self._model.rowCount() > 0)
        self.table.setFixedHeight((self._model.rowCount() + 1) * row_height(self._theme) + S)

    def _row(self, before: Results, need: RoleNeed, said: Sequence[str]) -> list[QStandardItem]:
        cells = (words.said(self._t, need.name), words.role_name(before.mapping, need.role_key), *said)
        return [_item(place, text) for place, text in enumerate(cells)]

    def _cell(self, score: Score) -> str:
        """The band's word and the number; a word alone where nobody is known."""
        band = words.band_word(self._t, score.band)
        return band if score.index is None else self._t("{band}, {index}", band=band, index=score.index)


def _item(place: int, text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(place == 0, STRONG)
    item.setData(place == 1, QUIET)
    item.setToolTip(text)
    return item


def _scores(results: Results) -> dict[str, Score]:
    return {row.need.key: row.score for row in results.ranked}
