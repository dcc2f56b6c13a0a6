"""One helper builds every row of a form, so that no field can miss its label or its name."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, XS, M
from app.ui.widgets import column, label, para


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
    remark.setVisible(bool(hint))
    if hint:
        field.setAccessibleDescription(hint)
    row.addWidget(remark)
    form.addLayout(row)
    form.addSpacing(M)
    return remark
