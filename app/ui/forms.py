"""One helper builds every row of a form, so that no field can miss its label or its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.errors import UserError
from app.ui.paragraph import Paragraph
from app.ui.pick import PickField
from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, TITLE, XS, M
from app.ui.widgets import ChoiceBox, column, label, line_edit, paint_text, para

TextField = QLineEdit | QPlainTextEdit
Check = Callable[[str], str]
"""What is to be said of a text, such as why it is not kept as it stands; empty when nothing is."""


def _nothing(_text: str) -> str:
    """Most texts need no remark."""
    return ""


def add_row(theme: Theme, form: QVBoxLayout, name: str, field: QWidget, hint: str = "") -> QLabel:
    """Add a field under its label; the label is its buddy and its accessible name, the hint its description.

    Returns the line under the field, where a word about what was typed can stand.
    """
    head = label(theme, name, BODY, "semibold")
    head.setBuddy(field)
    field.setAccessibleName(name)
    row = column(gap=XS)
    row.addWidget(head)
    row.addWidget(field)
    remark = para(theme, hint, NOTE, "ink3")
    if not hint:
        remark.hide()  # never shown before it has a parent: it would flash as a window of its own
    field.setAccessibleDescription(hint)
    row.addWidget(remark)
    form.addLayout(row)
    form.addSpacing(M)
    return remark


def text_of(field: TextField) -> str:
    """What stands in a field, without the space round it."""
    return (field.text() if isinstance(field, QLineEdit) else field.toPlainText()).strip()


@dataclass(frozen=True, slots=True)
class _Checked:
    field: TextField
    hint: str
    check: Check
    live: Check

    @property
    def text(self) -> str:
        return text_of(self.field)


class Form(QWidget):
    """Rows in one column. What a check refuses stays in its field, and the reason stands under it."""

    def __init__(self, theme: Theme, check: Check, remind: Check = _nothing) -> None:
        """`check` and `remind` hold for every text; a field may have a check of its own beside the common one.

        What `remind` says is shown quietly while it holds, and stands in nobody's way.
        """
        super().__init__()
        self._theme, self._check, self._remind = theme, check, remind
        self.fields: list[QWidget] = []
        self._checked: dict[QWidget, _Checked] = {}
        self._remarks: dict[QWidget, QLabel] = {}
        self._rows = column(self)

    def section(self, title: str) -> None:
        """A heading between rows."""
        self._rows.addSpacing(M)
        self._rows.addWidget(label(self._theme, title, TITLE))
        self._rows.addSpacing(M)

    def text(self, name: str, text: str, hint: str = "", check: Check = _nothing, live: Check = _nothing) -> QLineEdit:
        """A field of one line. `live` is what is said of the text while it is typed, in place of the hint."""
        field = line_edit(self._theme, name, text)
        self._add(name, field, hint)
        self._watch(_Checked(field, hint, check, live))
        return field

    def paragraph(self, name: str, text: str, hint: str = "") -> QPlainTextEdit:
        """A field of three lines, and more as it is filled."""
        field = Paragraph(self._theme, name, text)
        self._add(name, field, hint)
        self._watch(_Checked(field, hint, _nothing, _nothing))
        return field

    def choice(self, name: str, choices: Sequence[tuple[str, str]], value: str, hint: str = "") -> QComboBox:
        """A list of values with their words; the first when `value` is none of them."""
        field = ChoiceBox(self._theme, name)
        for key, words in choices:
            field.addItem(words, str(key))
        field.setCurrentIndex(max(field.findData(str(value)), 0))
        self._add(name, field, hint)
        return field

    def pick(
        self, name: str, field: PickField, hint: str = "", check: Check = _nothing, live: Check = _nothing
    ) -> None:
        """A field to search and pick in."""
        self._add(name, field, hint)
        self._watch(_Checked(field, hint, check, live))

    def _add(self, name: str, field: QWidget, hint: str) -> None:
        self._remarks[field] = add_row(self._theme, self._rows, name, field, hint)
        self.fields.append(field)

    def _watch(self, checked: _Checked) -> None:
        self._checked[checked.field] = checked
        edited = checked.field.textChanged if isinstance(checked.field, QPlainTextEdit) else checked.field.textEdited
        edited.connect(lambda *_text: self._show_quiet(checked))

    def refused(self) -> dict[QWidget, str]:
        """Fields whose text is not kept, each with the reason, which is also shown under it from now on."""
        found = {field: self._check(c.text) or c.check(c.text) for field, c in self._checked.items()}
        for field, reason in found.items():
            if reason:
                self.remark(field, reason, warn=True)
            else:
                self._show_quiet(self._checked[field])
        return {field: reason for field, reason in found.items() if reason}

    def _show_quiet(self, checked: _Checked) -> None:
        """What may be said of a text that is not refused: a reminder before anything else, else its hint."""
        self.remark(checked.field, self._remind(checked.text) or checked.live(checked.text) or checked.hint)

    def remark(self, field: QWidget, words: str, *, warn: bool = False) -> None:
        """Say something under a field."""
        shown = self._remarks[field]
        shown.setText(words)
        shown.setVisible(bool(words))
        paint_text(shown, self._theme.colour("important" if warn else "ink3"))
        field.setAccessibleDescription(words)


class Accepts(QValidator):
    """Keeps the editor of a cell open while what is typed in it cannot be stored, and says why."""

    def __init__(
        self, parent: QWidget, refusal: Callable[[str], UserError | None], complain: Callable[[UserError], None]
    ) -> None:
        super().__init__(parent)
        self._refusal, self._complain = refusal, complain

    def validate(self, text: str, at: int) -> object:
        state = QValidator.State.Intermediate if self._refusal(text) else QValidator.State.Acceptable
        return state, text, at

    def fixup(self, text: str) -> str:
        if error := self._refusal(text):
            self._complain(error)
        return text
