"""What would follow, beside what is: scores by competence, risks, and cards to put right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.model import RoleNeed
from app.mapping.plan import Results
from app.mapping.scoring import Score
from app.mapping.what_if import Outcome
from app.ui.results import statements, words
from app.ui.results.block import StatementBlock
from app.ui.results.compared import Compared, Line
from app.ui.section import Section
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
        rows.addSpacing(S)
        self.table = Compared(theme, t("What changes"))
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
        lines = self._lines(named)
        self.table.show_lines([t("Competence"), t("Now"), *(name for name, _ in named)], lines)
        self.table.setVisible(bool(lines))
        same = "" if lines else t("No score changes.")
        self._same.setText(" ".join(filter(None, (same, readiness_sentence(t, first.after.readiness)))))
        self.raised.show_statements(statements.of_risks(t, first.after, first.risks_gained))
        self.gone.show_statements(statements.of_risks(t, first.before, first.risks_gone))
        self.fixes.show_statements(statements.of_fixes(t, first.after, first.fixes_gained))

    def _lines(self, named: Sequence[tuple[str, Outcome]]) -> list[Line]:
        """The needs of which anything but the present is told."""
        before = named[0][1].before
        scores = [_scores(before), *(_scores(outcome.after) for _name, outcome in named)]
        rows = ((row.need, [by_need[row.need.key] for by_need in scores]) for row in before.ranked)
        return [self._line(before, need, found) for need, found in rows if len(set(map(self._cell, found))) > 1]

    def _line(self, before: Results, need: RoleNeed, found: Sequence[Score]) -> Line:
        name, role = words.said(self._t, need.name), words.role_name(before.mapping, need.role_key)
        return Line(need.key, name, role, tuple(map(self._cell, found)))

    def _cell(self, score: Score) -> str:
        return words.band_and_index(self._t, score)


def _scores(results: Results) -> dict[str, Score]:
    return {row.need.key: row.score for row in results.ranked}
