"""Whom to ask: a role, and its people by code."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.model import Mapping, PeopleMode, Person
from app.services.staff import people_asked
from app.ui.flow import FlowLayout, empty
from app.ui.forms import add_row
from app.ui.theme import Theme
from app.ui.ticks import Tick
from app.ui.tokens import S
from app.ui.widgets import ChoiceBox, column, label


class Whom(QWidget):
    """A list of roles over boxes for their people, who are all ticked to begin with."""

    changed = Signal()

    def __init__(self, theme: Theme, t: Translator, mapping: Mapping) -> None:
        super().__init__()
        self._theme, self._mapping = theme, mapping
        self._people = people_asked(mapping)
        self.boxes: list[Tick] = []
        rows = column(self)
        self.roles = ChoiceBox(theme, t("Role"))
        self.roles.addItem(t("All roles"), "")
        asked = {person.role_key for person in self._people}
        for role in mapping.roles:
            if role.key in asked:
                self.roles.addItem(role.name, role.key)
        self.roles.activated.connect(lambda _row: self._show_people())
        add_row(theme, rows, t("Role"), self.roles)
        if not self._people:
            rows.addWidget(label(theme, t("There is nobody to ask."), tone="ink2"))
        self._boxes = QWidget()
        self._flow = FlowLayout(self._boxes, gap=S, line_gap=S)
        rows.addWidget(self._boxes)
        self._show_people()

    def chosen(self) -> tuple[str, ...]:
        """Keys of the people who are ticked, in order."""
        return tuple(p.key for p, box in zip(self._shown(), self.boxes, strict=True) if box.isChecked())

    def _shown(self) -> Sequence[Person]:
        role = self.roles.currentData()
        return [person for person in self._people if not role or person.role_key == role]

    def _show_people(self) -> None:
        empty(self._flow)
        self.boxes = [self._box(person) for person in self._shown()]
        self._boxes.setVisible(bool(self.boxes))
        self.changed.emit()

    def _box(self, person: Person) -> Tick:
        named = person.display_name if self._mapping.people_mode is PeopleMode.NAMES else ""
        box = Tick(self._theme, " · ".join(filter(None, (person.code, named))), on=True)
        box.toggled.connect(lambda _on: self.changed.emit())
        self._flow.addWidget(box)
        box.show()
        return box
