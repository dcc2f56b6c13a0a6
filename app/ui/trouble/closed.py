"""What is shown while the data cannot be opened: why, and every way out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.services.safekeeping import is_damaged_library
from app.ui.theme import Theme
from app.ui.tokens import COLUMN, DISPLAY, LEAD, XL, L, M
from app.ui.widgets import Button, column, label, para
from app.ui.wishes import Wishes


class ClosedPlace(QWidget):
    """It stands where the start screen would. The library has no copies: what was imported can be imported again."""

    dense = False

    def __init__(
        self, theme: Theme, t: Translator, why: UserError, wishes: Wishes, close: Callable[[], object]
    ) -> None:
        super().__init__()
        rows = column(self, (72, 36, 72, XL))
        rows.addWidget(label(theme, t("The data cannot be opened"), DISPLAY, "light"))
        rows.addSpacing(L)
        self.why = para(theme, t.explain(why), LEAD, "ink")
        self.why.setMaximumWidth(round(COLUMN * theme.zoom))
        rows.addWidget(self.why)
        rows.addSpacing(XL)
        self.again = Button(theme, t("Try again"), "primary")
        self.copies = Button(theme, t("Take a copy back"), icon="clock")
        self.fresh_library = Button(theme, t("Set the library aside and begin an empty one"), icon="books")
        self.elsewhere = Button(theme, t("Choose another data folder"), icon="export")
        self.leave = Button(theme, t("Close Kartturi"), icon="close")
        _add(rows, self.again, wishes.again.emit)
        if is_damaged_library(why):
            _add(rows, self.fresh_library, wishes.fresh_library.emit)
        else:
            _add(rows, self.copies, wishes.copies.emit)
        _add(rows, self.elsewhere, wishes.other_folder.emit)
        _add(rows, self.leave, close)
        rows.addStretch(1)
        self.setFocusProxy(self.again)

    def flush(self) -> None:
        """Nothing is typed here."""


def _add(rows: QVBoxLayout, button: Button, way: Callable[[], object]) -> None:
    button.clicked.connect(lambda _checked: way())
    rows.addWidget(button)
    rows.addSpacing(M)
