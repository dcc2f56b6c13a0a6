"""A newer version of what the needs were made from: a quiet line that says so, and what moving to it would mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.model import Mapping, Role
from app.mapping.moving import Move, gone_from, source_of
from app.services import moving
from app.services.moving import Newer
from app.ui.dialog import Dialog
from app.ui.needs.moves import MoveTree
from app.ui.theme import Theme
from app.ui.tokens import M, S
from app.ui.widgets import LEFT, Button, column, line, para
from app.wording.moving import moved_line, newer_line, step_line

if TYPE_CHECKING:
    from app.services.desk import Desk

Act = Callable[[Callable[[], object], str], bool]
"""Changes something, shows the place anew and says the words; whether it could be done."""
WIDTH: Final = 760  # pixels at 100 %


class NewerLines(QWidget):
    """One line for each framework of which there is a newer version; nothing else."""

    def __init__(self, theme: Theme, t: Translator, desk: Desk, act: Act, then: QWidget) -> None:
        """The focus goes on to `then` when the last line is gone."""
        super().__init__()
        self._theme, self._t, self._desk, self._act, self._then = theme, t, desk, act, then
        self._quoted: object = None
        self._block = QWidget()
        self.buttons: list[Button] = []
        self._place = column(self)
        self._place.addWidget(self._block)

    def show_mapping(self, mapping: Mapping) -> None:
        """Look in the library again when something else is quoted than before."""
        quoted = {(source_of(need), gone_from(need)) for need in mapping.needs}
        if quoted != self._quoted:
            self._quoted = quoted
            self._show(mapping, moving.newer(self._desk, mapping))

    def _show(self, mapping: Mapping, steps: Sequence[Newer]) -> None:
        self._block.hide()
        self._block.deleteLater()
        self._block, self.buttons = QWidget(), []
        rows = column(self._block, (0, M, 0, 0), S)
        for step in steps:
            row = line(gap=M)
            words = para(self._theme, newer_line(self._t, step.to))
            words.setAlignment(LEFT)
            row.addWidget(words, 1)
            row.addWidget(self._button(mapping, step))
            rows.addLayout(row)
        self._place.addWidget(self._block)
        self.setVisible(bool(steps))

    def _button(self, mapping: Mapping, step: Newer) -> Button:
        t = self._t
        button = Button(self._theme, t("What would change…"), "link")
        button.setAccessibleDescription(newer_line(t, step.to))
        button.clicked.connect(lambda: self._ask(mapping.key, step))
        self.buttons.append(button)
        return button

    def _ask(self, key: str, step: Newer) -> None:
        mapping = self._desk.cases.load(key)
        made = moving.preview(self._desk, mapping, step)
        dialog = MoveDialog(self._theme, self._t, step, made, mapping.roles, self)
        dialog.accepted.connect(lambda: self._move(key, step, made))
        dialog.open()

    def _move(self, key: str, step: Newer, made: Sequence[Move]) -> None:
        self._act(lambda: moving.move(self._desk, key, [step]), moved_line(self._t, made))
        (self.buttons[0] if self.buttons else self._then).setFocus()  # the button that had it may be gone


class MoveDialog(Dialog):
    """Each need by how it was found, with what else is otherwise under it. Nothing is changed before "Move"."""

    def __init__(
        self, theme: Theme, t: Translator, step: Newer, made: Sequence[Move], roles: Sequence[Role], parent: QWidget
    ) -> None:
        super().__init__(theme, t("Move to the newer version?"), parent, WIDTH)
        self.rows.addWidget(para(theme, step_line(t, step.need, step.to), tone="ink"))
        self.tree = MoveTree(theme, t, made, {role.key: role.name for role in roles})
        self.rows.addWidget(self.tree, 1)
        stays = t(
            "Levels, targets, agreed priorities and measures stay as they are. What is gone keeps its old words and is "
            "marked so."
        )
        self.rows.addWidget(para(theme, stays))
        self.cancel = Button(theme, t("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.move_on = Button(theme, t("Move"), "primary")
        self.move_on.clicked.connect(self.accept)
        self.add_foot(self.cancel, self.move_on)
        self.tree.setFocus()
