"""The heading of a block: a rule under it, and a quiet remark at its end."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme import Theme
from app.ui.tokens import BODY, LEAD, XS, M
from app.ui.widgets import Hair, column, label, line


class Section(QWidget):
    """A title and a remark, both of which may change."""

    def __init__(self, theme: Theme, title: str, remark: str = "") -> None:
        super().__init__()
        self.title: QLabel = label(theme, title, LEAD, "semibold")
        self.remark: QLabel = label(theme, remark, BODY, tone="ink2")
        row = line(gap=M)
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(self.remark)
        block = column(self, gap=XS)
        block.addLayout(row)
        block.addWidget(Hair(theme, "rule"))
