"""Two versions of a framework side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from app.frameworks.model import FrameworkSummary
from app.i18n import Translator, mark
from app.languages import LANGUAGE_NAMES, LANGUAGES
from app.services import libraries
from app.services.library_compare import Row, What, compared
from app.texts import Text
from app.ui.dialog import Dialog
from app.ui.forms import add_row
from app.ui.library.rows import row_items
from app.ui.tables import Register
from app.ui.theme import Theme
from app.ui.widgets import Button, ChoiceBox, para
from app.wording.library import name_and_version

if TYPE_CHECKING:
    from app.services.desk import Desk

WIDTH: Final = 1100  # pixels at 100 %
WHAT: Final[dict[What, str]] = {
    "new": mark("New"),
    "gone": mark("Gone"),
    "renamed": mark("Renamed"),
    "reworded": mark("Reads differently"),
}


class CompareDialog(Dialog):
    """The version in hand on the right, and on the left the one that is chosen; the nearest other one at first."""

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        desk: Desk,
        here: FrameworkSummary,
        versions: tuple[FrameworkSummary, ...],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, t("Compare versions"), parent, WIDTH)
        self._theme, self._t, self._desk, self._here = theme, t, desk, here
        self._others = [one for one in versions if one != here]
        self.other = ChoiceBox(theme, t("Compare with"))
        for place, each in enumerate(self._others):
            self.other.addItem(name_and_version(t, each), place)
        self.other.currentIndexChanged.connect(lambda _index: self._show())
        add_row(theme, self.rows, t("Compare with"), self.other)
        self.summary = para(theme, "")
        self.rows.addWidget(self.summary)
        self._model = QStandardItemModel(self)
        self.register = Register(theme, t("What is different"))
        self.register.setModel(self._model)
        self.register.selectionModel().currentRowChanged.connect(lambda new, _old: self._show_whole(new.row()))
        self.add_list(self.register)
        self.whole = para(theme, "", tone="ink")
        self.whole.setMinimumHeight(theme.height(2, 0))  # so that the list does not jump from row to row
        self.rows.addWidget(self.whole)
        self._add_leave()
        self._show()
        self.other.setFocus()

    def _add_leave(self) -> None:
        leave = Button(self._theme, self._t("Close"), "primary")
        leave.clicked.connect(self.accept)
        self.add_foot(leave)

    def _show(self) -> None:
        """What is different from the version that is chosen now."""
        t, other = self._t, self._others[self.other.currentIndex()]
        before, after = (libraries.framework(self._desk, each.key, each.version) for each in (other, self._here))
        self._found = found = compared(before, after)
        self._model.setRowCount(0)  # clear() would send the cursor over the old rows
        heads = [t("What changes"), t("The other version"), t("This version"), t("Stands in")]
        self._model.setHorizontalHeaderLabels(heads)
        for row in found:
            self._model.appendRow(row_items(self._texts(row)))
        self.register.share((0, 40, 40, 20))
        self.register.selectRow(0)
        for part in (self.register, self.whole):
            part.setVisible(bool(found))
        nothing = t("Units, competences and what they say are the same.")
        self.summary.setText(t.n("{n} difference", "{n} differences", len(found)) if found else nothing)

    def _show_whole(self, row: int) -> None:
        """Both sides of the row in hand, of which cells may be cut short."""
        if row >= 0:
            _what, *sides, _above = self._texts(self._found[row])
            self.whole.setText(" → ".join(filter(None, sides)))

    def _texts(self, row: Row) -> tuple[str, ...]:
        t = self._t
        above = t.said(row.above) or row.code
        return t(WHAT[row.what]), *_sides(t, row.before, row.after), above


def _sides(t: Translator, before: Text, after: Text) -> tuple[str, str]:
    """Both sides in this language; where they differ in another one alone, in that."""
    if t.said(before) != t.said(after):
        return t.said(before), t.said(after)
    other = next((each for each in LANGUAGES if before.get(each) != after.get(each)), t.language)
    name = LANGUAGE_NAMES[other]
    return f"{name}: {before.get(other)}", f"{name}: {after.get(other)}"
