"""The people of a role by name, where the company has chosen that names are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.i18n import Translator
from app.mapping.model import Person
from app.ui.autosave import Autosave
from app.ui.theme import Theme
from app.ui.tokens import LEAD, XS, M, S
from app.ui.widgets import column, label, line_edit


class NameList(QWidget):
    """A field for each person beside the code they have everywhere else."""

    def __init__(self, theme: Theme, t: Translator, rename: Callable[[Person, str], None]) -> None:
        super().__init__()
        self._theme, self._t, self._rename = theme, t, rename
        self._people: tuple[Person, ...] = ()
        self.fields: list[QLineEdit] = []
        self._autosave = Autosave(self, self._write)
        rows = column(self, gap=S)
        rows.addWidget(label(theme, t("Names"), LEAD, "semibold"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(XS)
        rows.addLayout(self._grid)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show others; what was being typed must have been flushed."""
        self._people = tuple(people)
        while item := self._grid.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self.fields = [self._field(row, person) for row, person in enumerate(people)]
        self.setVisible(bool(people))

    def _field(self, row: int, person: Person) -> QLineEdit:
        code = label(self._theme, person.code, tone="ink2")
        field = line_edit(self._theme, self._t("Name of {code}", code=person.code), person.display_name)
        code.setBuddy(field)
        self._autosave.watch(field)
        self._grid.addWidget(code, row, 0)
        self._grid.addWidget(field, row, 1)
        field.show()  # at once, so that the cursor can go there
        return field

    def flush(self) -> None:
        self._autosave.flush()

    def _write(self) -> None:
        for person, field in zip(self._people, self.fields, strict=True):
            if field.text().strip() != person.display_name:
                self._rename(person, field.text())
