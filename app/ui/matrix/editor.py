"""Evidence, reason, level apart from language, and a note: what stands behind one answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.i18n import Translator
from app.mapping.levels import LEVELS
from app.mapping.model import Assessment, Evidence, GapReason
from app.ui.flow import FlowLayout
from app.ui.matrix.legend import SHORT_WORDS
from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, XS, L, S
from app.ui.widgets import Button, ChoiceBox, column, label, line_edit
from app.wording.words import assessor_name, capital, evidence_name, reason_name

MOST_OF_NOTE: Final = 140
"""Characters of a note (brief 3.4)."""


class EvidenceEditor(QWidget):
    """Fields for one answer. Each change is told at once as `changed(field, value)`; Esc or the button ends it."""

    changed = Signal(str, object)
    closed = Signal()

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._shown: Assessment | None = None
        self._choices: dict[str, tuple[QComboBox, list[Any]]] = {}
        self._by = label(theme, "", BODY, "semibold")
        self.note = line_edit(theme, t("Note: no health, no opinions of the person"))
        self.note.setMaxLength(MOST_OF_NOTE)
        self.note.editingFinished.connect(self.flush)
        self.note.returnPressed.connect(self.closed)
        self._lay_out()

    def _lay_out(self) -> None:
        t = self._t
        evidence = [(e, evidence_name(t, e)) for e in Evidence]
        reasons = [(None, t("no reason given")), *((r, reason_name(t, r)) for r in GapReason)]
        levels = [(None, t("the same")), *((n, f"{n} {t(SHORT_WORDS[n])}") for n in LEVELS)]
        self._by.setMinimumHeight(self.note.sizeHint().height())
        row = FlowLayout(self, gap=L, line_gap=S)
        row.addWidget(self._named(t("Whose answer"), self._by))
        row.addWidget(self._choice("evidence", t("Evidence"), evidence))
        row.addWidget(self._choice("reason", t("Why below target"), reasons))
        row.addWidget(self._choice("language_free_level", t("Level apart from language"), levels))
        row.addWidget(self._named(self.note.accessibleName(), self.note))
        done = Button(self._theme, t("Done"), "quiet", key="Esc")
        done.clicked.connect(self._close)
        row.addWidget(self._named("", done))

    def _named(self, name: str, field: QWidget) -> QWidget:
        """A field under its name; without a name it stands at the height of the other fields."""
        head = label(self._theme, name, NOTE, "semibold", "ink2")
        if name:
            head.setBuddy(field)
            field.setAccessibleName(name)
        block = QWidget()
        rows = column(block, gap=XS)
        rows.addWidget(head)
        rows.addWidget(field, 1)
        return block

    def _choice(self, field: str, name: str, choices: Iterable[tuple[Any, str]]) -> QWidget:
        """A list to choose from. Values are kept here: Qt would turn an enumeration into bare text."""
        box, values = ChoiceBox(self._theme, name), list[Any]()
        for value, words in choices:
            box.addItem(capital(words))
            values.append(value)
        box.activated.connect(lambda at: self.changed.emit(field, values[at]))
        self._choices[field] = box, values
        return self._named(name, box)

    def choice(self, field: str) -> QComboBox:
        return self._choices[field][0]

    def values(self, field: str) -> list[Any]:
        """What the items of a list stand for, in their order."""
        return self._choices[field][1]

    def show_answer(self, answer: Assessment) -> None:
        """Fill the fields from an answer; what was being typed must have been flushed."""
        self._shown = answer
        self._by.setText(capital(assessor_name(self._t, answer.assessor)))
        for field, (box, values) in self._choices.items():
            box.setCurrentIndex(values.index(getattr(answer, field)))
        self.note.setText(answer.note)

    def flush(self) -> None:
        """Tell a note that has been typed but not yet told."""
        note = self.note.text().strip()
        if self._shown and note != self._shown.note:
            self._shown = replace(self._shown, note=note)
            self.changed.emit("note", note)

    def _close(self) -> None:
        self.flush()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)
