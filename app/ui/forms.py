"""One helper builds every row of a form, so that no field can miss its label or its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, TITLE, XS, M
from app.ui.widgets import ChoiceBox, column, label, line_edit, paint_text, para

TextField = QLineEdit | QPlainTextEdit
Check = Callable[[str], str]
"""Why a text is not kept as it stands, in a sentence; empty when it is."""


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


class Form(QWidget):
    """Rows in one column. What a check refuses stays in its field, and the reason stands under it."""

    def __init__(self, theme: Theme, check: Check) -> None:
        """`check` holds for every text; a field may have one of its own beside it."""
        super().__init__()
        self._theme, self._check = theme, check
        self.fields: list[QWidget] = []
        self._checked: list[_Checked] = []
        self._remarks: dict[QWidget, QLabel] = {}
        self._rows = column(self)

    def section(self, title: str) -> None:
        """A heading between rows."""
        self._rows.addSpacing(M)
        self._rows.addWidget(label(self._theme, title, TITLE))
        self._rows.addSpacing(M)

    def text(self, name: str, text: str, hint: str = "", check: Check = lambda _text: "") -> QLineEdit:
        field = line_edit(self._theme, name, text)
        self._add(name, field, hint)
        self._checked.append(_Checked(field, hint, check))
        return field

    def paragraph(self, name: str, text: str, hint: str = "") -> QPlainTextEdit:
        """A field of three lines; Tab leaves it."""
        field = QPlainTextEdit(text)
        field.setFont(self._theme.font())
        field.setTabChangesFocus(True)
        field.setFixedHeight(self._theme.height(3, 20))
        self._add(name, field, hint)
        self._checked.append(_Checked(field, hint, lambda _text: ""))
        return field

    def choice(self, name: str, choices: Sequence[tuple[str, str]], value: str, hint: str = "") -> QComboBox:
        """A list of values with their words; the first when `value` is none of them."""
        field = ChoiceBox(self._theme, name)
        for key, words in choices:
            field.addItem(words, str(key))
        field.setCurrentIndex(max(field.findData(str(value)), 0))
        self._add(name, field, hint)
        return field

    def _add(self, name: str, field: QWidget, hint: str) -> None:
        self._remarks[field] = add_row(self._theme, self._rows, name, field, hint)
        self.fields.append(field)

    def refused(self) -> dict[QWidget, str]:
        """Fields whose text is not kept, each with the reason, which is also shown under it from now on."""
        reasons = {c.field: self._check(text_of(c.field)) or c.check(text_of(c.field)) for c in self._checked}
        for checked in self._checked:
            self.remark(checked.field, reasons[checked.field] or checked.hint, warn=bool(reasons[checked.field]))
        return {field: reason for field, reason in reasons.items() if reason}

    def remark(self, field: QWidget, words: str, *, warn: bool = False) -> None:
        """Say something under a field."""
        shown = self._remarks[field]
        shown.setText(words)
        shown.setVisible(bool(words))
        paint_text(shown, self._theme.colour("important" if warn else "ink3"))
        field.setAccessibleDescription(words)
