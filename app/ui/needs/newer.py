"""A newer version of what the needs were made from: a quiet line that says so, and what moving to it would mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.model import Mapping, Role
from app.mapping.moving import Found, Move, gone_from, source_of
from app.services import moving
from app.services.moving import Newer
from app.ui.dialog import Dialog
from app.ui.tables import STRONG, Tree, row_height
from app.ui.theme import Theme
from app.ui.tokens import NOTE, M, S
from app.ui.widgets import LEFT, Button, column, line, para
from app.wording.moving import changes, found_line, moved_line, newer_line, step_line

if TYPE_CHECKING:
    from app.services.desk import Desk

Act = Callable[[Callable[[], object], str], bool]
"""Changes something, shows the place anew and says the words; whether it could be done."""
WIDTH: Final = 760  # pixels at 100 %
MOST_ROWS: Final = 12
SHARE: Final = 0.4  # of the height of the screen that the list takes at most


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
        self._t, self._roles = t, {role.key: role.name for role in roles}
        self.rows.addWidget(para(theme, step_line(t, step.need, step.to), tone="ink"))
        self.whole = para(theme, "", NOTE)
        self.tree = self._tree(theme, made)
        self.rows.addWidget(self.tree, 1)
        self.rows.addWidget(self.whole)
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

    def _tree(self, theme: Theme, made: Sequence[Move]) -> Tree:
        tree, model = Tree(theme, self._t("What would change")), QStandardItemModel(self)
        for found in Found:
            if words := found_line(self._t, made, found):
                head = _item(words)
                head.setData(True, STRONG)
                head.appendRows([self._row(move) for move in made if move.found is found])
                model.appendRow(head)
        tree.setModel(model)
        tree.expandAll()
        tree.selectionModel().currentChanged.connect(lambda now, _before: self.whole.setText(_long(tree, now)))
        tree.setCurrentIndex(model.index(0, 0))
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = min(_rows(model.invisibleRootItem()), MOST_ROWS) * row_height(theme)
        tree.setMinimumHeight(min(rows, round(self.room.height() * SHARE)))
        return tree

    def _row(self, move: Move) -> QStandardItem:
        need, t = move.before, self._t
        row = _item(t("{name}, {role}", name=t.said(need.name), role=self._roles.get(need.role_key, "")))
        row.appendRows([_item(each) for each in changes(t, move)])
        return row


def _long(tree: Tree, index: QModelIndex) -> str:
    """The words of a row that are cut short there."""
    words = str(index.data() or "")
    return words if tree.sizeHintForIndex(index).width() > tree.visualRect(index).width() else ""


def _rows(item: QStandardItem) -> int:
    """How many rows stand under an item, and itself."""
    return 1 + sum(_rows(item.child(row)) for row in range(item.rowCount()))


def _item(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setToolTip(words)
    return item
