"""The roles of a company: name and head count, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QWidget

from app.i18n import Translator
from app.mapping.model import Role
from app.services.mappings import MAX_PEOPLE
from app.ui.autosave import Autosave
from app.ui.flow import FlowLayout
from app.ui.theme import Theme
from app.ui.tokens import LEAD, NOTE, XL, XS, M, S
from app.ui.widgets import ALIGN, Button, Ground, column, label, line, line_edit


@dataclass(frozen=True, slots=True)
class Acts:
    """What the list of roles can bring about."""

    choose: Callable[[str], None]
    write: Callable[[Role, str, int], None]
    remove: Callable[[Role], None]
    add: Callable[[], None]


class RoleLine(Ground):
    """One role: its name, how many do it, and a way to take it away. The role in hand lies on a wash."""

    def __init__(self, theme: Theme, t: Translator, role: Role, acts: Acts) -> None:
        super().__init__(theme, edges="bottom")
        self.role, self._acts = role, acts
        self.name: QLineEdit = line_edit(theme, t("Name of the role"), role.name)
        self.name.setCursorPosition(0)  # a name that is longer than its field shows its beginning
        self.count = HeadCount(theme, t("People in the role {role}", role=role.name), role.head_count)
        self.away = Button(theme, "", "link", icon="remove")
        self.away.setAccessibleName(t("Take away the role {role}", role=role.name))
        self.away.setToolTip(self.away.accessibleName())
        self.away.clicked.connect(lambda: acts.remove(role))
        self.autosave = Autosave(self, self._changed)
        self.autosave.watch(self.name, self.count)
        row = line(self, (S, S, 0, S), XS)
        row.addWidget(self.name, 1)
        row.addWidget(self.count)
        row.addWidget(self.away)
        for field in (self.name, self.count):
            field.installEventFilter(self)

    def show_chosen(self, *, chosen: bool) -> None:
        self._tone = "accent_wash" if chosen else "paper"
        self.update()

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._acts.choose(self.role.key)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._acts.choose(self.role.key)

    def _changed(self) -> None:
        self._acts.write(self.role, self.name.text(), self.count.value())


class HeadCount(QSpinBox):
    """A number to type or to step with the arrows; the wheel scrolls the page, not the number."""

    def __init__(self, theme: Theme, name: str, value: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(theme.font())
        self.setRange(0, MAX_PEOPLE)
        self.setValue(value)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(_count_width(theme))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _count_width(theme: Theme) -> int:
    return round(theme.metrics().horizontalAdvance("000")) + XL + M


class RoleList(QWidget):
    """All roles, and a button that adds one."""

    def __init__(self, theme: Theme, t: Translator, acts: Acts) -> None:
        super().__init__()
        self._theme, self._t, self._acts = theme, t, acts
        self.lines: list[RoleLine] = []
        rows = column(self)
        rows.addLayout(self._head())
        rows.addSpacing(S)
        self._block = QWidget()
        self._place = column()
        self._place.addWidget(self._block)
        rows.addLayout(self._place)
        rows.addSpacing(M)
        self.add = Button(theme, t("Add a role"), "quiet", icon="plus")
        self.add.clicked.connect(acts.add)
        more = QWidget()
        self.more = FlowLayout(more, gap=S, line_gap=S)
        self.more.addWidget(self.add)
        rows.addWidget(more)

    def _head(self) -> QHBoxLayout:
        """The word over each column of the lines."""
        head = line(gap=XS)
        head.addWidget(label(self._theme, self._t("Roles"), LEAD, "semibold"), 1)
        people = label(self._theme, self._t("people"), NOTE, "semibold", "ink2", ALIGN.AlignCenter)
        people.setFixedWidth(_count_width(self._theme))
        head.addWidget(people)
        head.addSpacing(Button(self._theme, "", "link", icon="remove").sizeHint().width())
        return head

    def show_roles(self, roles: Sequence[Role], chosen: str) -> None:
        """Show others. The old lines go all at once, so that the cursor does not wander through them."""
        self._block.hide()
        self._block.deleteLater()
        self._block = QWidget()
        rows = column(self._block)
        self.lines = [RoleLine(self._theme, self._t, role, self._acts) for role in roles]
        for made in self.lines:
            rows.addWidget(made)
        self._place.addWidget(self._block)
        self._block.show()  # at once, so that the cursor can go there
        self.show_chosen(chosen)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through here, in the order of reading."""
        return [*(part for each in self.lines for part in (each.name, each.count, each.away)), self.add]

    def show_chosen(self, chosen: str) -> None:
        for each in self.lines:
            each.show_chosen(chosen=each.role.key == chosen)

    def flush(self) -> None:
        for each in self.lines:
            each.autosave.flush()
