"""A heading with statements under it; there while there is something to say."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from app.ui.results.lines import Lines, LinesModel
from app.ui.results.statement_delegate import StatementDelegate
from app.ui.results.statements import Statement
from app.ui.section import Section
from app.ui.theme import Theme
from app.ui.tokens import XL
from app.ui.widgets import column


class StatementBlock(QWidget):
    """With `most`, more rows than that are scrolled."""

    def __init__(self, theme: Theme, title: str, remark: str = "", most: int | None = None) -> None:
        super().__init__()
        self.model = LinesModel()
        self.list = Lines(theme, title, self.model, most)
        self.list.setItemDelegate(StatementDelegate(theme, self.list))
        rows = column(self)
        rows.addWidget(Section(theme, title, remark))
        rows.addWidget(self.list)
        rows.addSpacing(XL)

    def show_statements(self, statements: Iterable[Statement]) -> None:
        rows = tuple(statements)
        self.model.show(rows)
        self.setVisible(bool(rows))
