"""Telling which column of a table holds what: guessed, changed where the guess is wrong, and remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QWidget

from app.errors import UserError
from app.files import Table
from app.frameworks.readers.table import Preview
from app.frameworks.readers.table_columns import MEANINGS, ColumnMapping
from app.i18n import Translator
from app.services import frameworks_io
from app.ui.dialog import Dialog
from app.ui.dialog_parts import Report, ScrolledPart
from app.ui.theme import Theme
from app.ui.tokens import LEAD, NOTE, L, M, S
from app.ui.widgets import Button, ChoiceBox, Elided, label, para
from app.wording.columns import meaning_name

if TYPE_CHECKING:
    from app.services.desk import Desk

WIDTH: Final = 860  # pixels at 100 %
EXAMPLES: Final = 3
PREVIEWED: Final = 4  # lines of what would be read
LETTERS: Final = 12  # what a list shows at least of its choice
Take = Callable[[ColumnMapping], None]


class ColumnsDialog(Dialog):
    """`take` is called with the mapping that was chosen; Esc gives it up and reads nothing."""

    def __init__(
        self, theme: Theme, t: Translator, desk: Desk, table: Table, file: str, take: Take, parent: QWidget
    ) -> None:
        super().__init__(theme, t("Which column holds what?"), parent, WIDTH)
        self._theme, self._t, self._desk = theme, t, desk
        self._table, self._file, self._take = table, file, take
        first = frameworks_io.preview_table(desk, table, file)
        words = t("A table of competences, one in a row: {file}. The choice is remembered for such tables.", file=file)
        self.rows.addWidget(para(theme, words))
        self.choices: list[ChoiceBox] = []
        self.rows.addWidget(self._columns(first.mapping), 1)
        self.rows.addWidget(label(theme, t("What would be read of the first rows"), LEAD, "semibold"))
        self.shown = Report(theme, t("What would be read of the first rows"), PREVIEWED)
        self.rows.addWidget(self.shown)
        self._add_buttons()
        self._show(first)
        self.choices[0].setFocus()

    @property
    def mapping(self) -> ColumnMapping:
        return ColumnMapping(tuple(str(box.currentData()) for box in self.choices))

    def _columns(self, mapping: ColumnMapping) -> ScrolledPart:
        """A row for each column: what it is called, what stands in it first, and what it holds."""
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, M, 0)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for number, (header, meaning) in enumerate(zip(self._table.header, mapping.columns, strict=True)):
            name = header or self._t("Column {n}", n=number + 1)
            title = Elided(self._theme, name)
            title.setFont(self._theme.font(weight="semibold"))
            grid.addWidget(title, number, 0)
            cells = [row.cells[number] for row in self._table.rows[:EXAMPLES] if row.cells[number]]
            grid.addWidget(Elided(self._theme, " · ".join(cells), NOTE), number, 1)
            grid.addWidget(self._choice(name, meaning), number, 2)
        return ScrolledPart(self._theme, page, self.breadth)

    def _choice(self, name: str, meaning: str) -> ChoiceBox:
        box = ChoiceBox(self._theme, name)
        for each in ("", *MEANINGS):
            box.addItem(meaning_name(self._t, each), each)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(LETTERS)
        box.setCurrentIndex(box.findData(meaning))
        box.currentIndexChanged.connect(lambda _index: self._show_chosen())
        self.choices.append(box)
        return box

    def _add_buttons(self) -> None:
        leave = Button(self._theme, self._t("Cancel"))
        leave.clicked.connect(self.reject)
        self.take = Button(self._theme, self._t("Read it like this"), "primary", icon="import")
        self.take.clicked.connect(self._on_take)
        self.add_foot(leave, self.take)

    def _show_chosen(self) -> None:
        """What comes of the choice as it stands now, or why nothing can."""
        try:
            self._show(frameworks_io.preview_table(self._desk, self._table, self._file, self.mapping))
        except UserError as error:
            self.shown.setPlainText(self._t.explain(error))
            self.take.setEnabled(False)

    def _show(self, preview: Preview) -> None:
        t = self._t
        lines = [", ".join(filter(None, (each.code, t.said(each.name)))) for each in preview.competences]
        lines += [t("  line {line}: {reason}", line=row.line, reason=t.explain(row.reason)) for row in preview.refused]
        named = preview.mapping.names_something
        nothing = t("Choose which column holds the names of the competences.")
        self.shown.setPlainText("\n".join(lines) if named else nothing)
        self.take.setEnabled(named and bool(preview.competences))

    def _on_take(self) -> None:
        self._take(self.mapping)
        self.accept()
