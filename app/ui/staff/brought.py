"""What filled forms brought, before anything of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QCheckBox, QWidget

from app.i18n import Translator
from app.services.staff_judging import Form
from app.services.staff_said import form_lines
from app.ui.dialog_parts import Report
from app.ui.theme import Theme
from app.ui.tokens import NOTE, M, S
from app.ui.widgets import Button, column, line

LINES: Final = 8  # of what the forms hold


class Brought(QWidget):
    """Hidden until there is something to look at. `read` reads anew, `take` keeps what is shown."""

    def __init__(self, theme: Theme, t: Translator, read: Callable[[], None], take: Callable[[], None]) -> None:
        super().__init__()
        self._t = t
        rows = column(self, gap=S)
        self.words = Report(theme, t("What the forms hold"), LINES, NOTE)
        rows.addWidget(self.words)
        self.replacing = QCheckBox(t("Let the forms replace earlier answers of the same person"))
        self.replacing.setAccessibleName(self.replacing.text())
        self.replacing.setFont(theme.font())
        self.replacing.clicked.connect(lambda _on: read())
        rows.addWidget(self.replacing)
        self.take = Button(theme, t("Take the answers"), "primary")
        self.take.clicked.connect(lambda _on: take())
        row = line(gap=M)
        row.addWidget(self.take)
        row.addStretch(1)
        rows.addLayout(row)
        self.hide()

    def show_forms(self, forms: Sequence[Form]) -> None:
        count = sum(len(form.taken) for form in forms)
        self.words.setPlainText("\n".join(form_lines(self._t, forms)))
        name = self._t.n("Take {n} answer", "Take {n} answers", count)
        self.take.setText(name)
        self.take.setAccessibleName(name)
        self.take.setEnabled(count > 0)
        self.take.updateGeometry()
        self.show()
