"""The roles of a company: name and head count, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.i18n import Translator
from app.mapping.model import Role
from app.ui.autosave import Autosave
from app.ui.theme import Theme
from app.ui.tokens import LEAD, XS, L, M, S
from app.ui.widgets import Button, Ground, column, label, line, line_edit

MOST_PEOPLE = 250


class RoleLine(Ground):
    """One role: its name, how many do it, and a way to take it away. The role in hand lies on a wash."""

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        role: Role,
        choose: Callable[[str], None],
        write: Callable[[Role, str, int], None],
        remove: Callable[[Role], None],
    ) -> None:
        super().__init__(theme, edges="bottom")
        self.role, self._choose, self._write = role, choose, write
        self.name: QLineEdit = line_edit(theme, t("Name of the role"), role.name)
        self.count = QSpinBox()
        self.count.setFont(theme.font())
        self.count.setRange(0, MOST_PEOPLE)
        self.count.setValue(role.head_count)
        self.count.setAccessibleName(t("People in the role {role}", role=role.name))
        self.count.setMinimumWidth(round(theme.metrics().height() * 3.6))
        away = Button(theme, "", "link", icon="remove")
        away.setAccessibleName(t("Take away the role {role}", role=role.name))
        away.setToolTip(away.accessibleName())
        away.clicked.connect(lambda: remove(role))
        self.autosave = Autosave(self, self._changed)
        self.autosave.watch(self.name, self.count)
        row = line(self, (S, S, 0, S), XS)
        row.addWidget(self.name, 1)
        row.addWidget(self.count)
        row.addWidget(away)
        for field in (self.name, self.count):
            field.installEventFilter(self)

    def show_chosen(self, *, chosen: bool) -> None:
        self._tone = "accent_wash" if chosen else "paper"
        self.update()

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._choose(self.role.key)
        return False

    def _changed(self) -> None:
        self._write(self.role, self.name.text().strip(), self.count.value())


class RoleList(QWidget):
    """All roles, and a button that adds one."""

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        choose: Callable[[str], None],
        write: Callable[[Role, str, int], None],
        remove: Callable[[Role], None],
        add: Callable[[], None],
    ) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._choose, self._write, self._remove = choose, write, remove
        self.lines: list[RoleLine] = []
        rows = column(self)
        head = line(gap=S)
        head.addWidget(label(theme, t("Roles"), LEAD, "semibold"))
        head.addStretch(1)
        head.addWidget(label(theme, t("people"), tone="ink2"))
        head.addSpacing(L + M)
        rows.addLayout(head)
        rows.addSpacing(S)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        rows.addLayout(self._rows)
        rows.addSpacing(M)
        self.add = Button(theme, t("Add a role"), "quiet", icon="plus")
        self.add.clicked.connect(add)
        rows.addWidget(self.add)
        rows.addStretch(1)

    def show_roles(self, roles: Sequence[Role], chosen: str) -> None:
        for old in self.lines:
            self._rows.removeWidget(old)
            old.deleteLater()
        self.lines = [RoleLine(self._theme, self._t, role, self._choose, self._write, self._remove) for role in roles]
        for made in self.lines:
            self._rows.addWidget(made)
        self.show_chosen(chosen)

    def show_chosen(self, chosen: str) -> None:
        for each in self.lines:
            each.show_chosen(chosen=each.role.key == chosen)

    def flush(self) -> None:
        for each in self.lines:
            each.autosave.flush()
