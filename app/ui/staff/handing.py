"""The laptop handed over: the supervisor sets a PIN."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.i18n import Translator
from app.ui.staff.pin import pin_field
from app.ui.theme import Theme
from app.ui.tokens import BODY, XS, M, S
from app.ui.widgets import Button, column, label, line, para


class Handing(QWidget):
    """The PIN is typed twice, since nobody sees it; `begin` gets it when both are the same."""

    def __init__(self, theme: Theme, t: Translator, begin: Callable[[str], None], say: Callable[[str], None]) -> None:
        super().__init__()
        self._theme, self._t, self._begin, self._say = theme, t, begin, say
        rows = column(self, gap=M)
        rows.addWidget(
            para(
                theme,
                t(
                    "The person sees only their own questions. You choose a PIN of 4 to 8 digits, and it alone leads "
                    "back to the program. Should the program end meanwhile, it opens again at the PIN."
                ),
            )
        )
        self.pin, self.again = pin_field(theme, t("PIN")), pin_field(theme, t("PIN once more"))
        fields = line(gap=M)
        fields.addLayout(self._named(self.pin))
        fields.addLayout(self._named(self.again))
        fields.addStretch(1)
        rows.addLayout(fields)
        self.start = Button(theme, t("Hand the laptop over"), "primary", icon="people")
        self.start.clicked.connect(lambda _on: self._try())
        self.again.returnPressed.connect(self._try)
        row = line(gap=S)
        row.addWidget(self.start)
        row.addStretch(1)
        rows.addLayout(row)

    def _named(self, field: QLineEdit) -> QVBoxLayout:
        head = label(self._theme, field.accessibleName(), BODY, "semibold")
        head.setBuddy(field)
        rows = column(gap=XS)
        rows.addWidget(head)
        rows.addWidget(field)
        return rows

    def _try(self) -> None:
        if self.pin.text() != self.again.text():
            self.again.clear()
            self._say(self._t("The two PINs differ. Type the second one again."))
        else:
            self._begin(self.pin.text())
