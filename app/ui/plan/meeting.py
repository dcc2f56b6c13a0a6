"""When the company and the consultant meet next: a day and a note, at the foot of the contents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import Mapping
from app.mapping.privacy import holds_identity_code
from app.ui.autosave import Autosave
from app.ui.days import read_day, written
from app.ui.paragraph import Paragraph, one_line
from app.ui.place import Say
from app.ui.theme import Theme
from app.ui.tokens import NOTE, XS, L, M
from app.ui.widgets import column, label, line_edit, para

if TYPE_CHECKING:
    from app.services.desk import Desk


class Meeting(QWidget):
    """Written down by itself. What cannot be stored is said under its field and stays there; the rest is stored."""

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say) -> None:
        super().__init__()
        self._t, self._desk, self._key, self._say = t, desk, mapping_key, say
        self._autosave = Autosave(self, self._write)
        self.day = line_edit(theme, t("Next meeting"), hint=written(t, desk.today))
        self.note = Paragraph(theme, t("When and where"), least=1, most=4)
        self.note.setPlaceholderText(t("When and where"))
        self._remarks: dict[QWidget, QLabel] = {field: para(theme, "", NOTE, "important") for field in self.fields()}
        self._autosave.watch(*self.fields())
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        rows = column(self, (L, M, L, M), XS)
        head = label(theme, self._t("Next meeting"), weight="semibold")
        head.setBuddy(self.day)
        rows.addWidget(head)
        for field, remark in self._remarks.items():
            rows.addWidget(field)
            rows.addWidget(remark)

    def show_meeting(self, mapping: Mapping) -> None:
        """Show what is stored, except where somebody is writing."""
        if not self.day.hasFocus():
            self.day.setText(written(self._t, mapping.next_meeting))
            self._remark(self.day)
        if not self.note.hasFocus() and one_line(self.note) != mapping.next_meeting_note:
            self.note.setPlainText(mapping.next_meeting_note)
            self._remark(self.note)

    def fields(self) -> tuple[QLineEdit, QPlainTextEdit]:
        return self.day, self.note

    def flush(self) -> None:
        self._autosave.flush()

    def _write(self) -> None:
        try:
            stored = self._desk.cases.load(self._key)
            changed = replace(stored, next_meeting=self._read_day(stored), next_meeting_note=self._read_note(stored))
            if changed == stored:
                return
            self._desk.cases.put_head(changed)
        except UserError as error:
            self._say(self._t.explain(error))
            return
        self._say(self._t("Saved"))

    def _read_day(self, stored: Mapping) -> date | None:
        try:
            day = read_day(self.day.text(), self._desk.today)
        except UserError as error:
            self._remark(self.day, self._t.explain(error))
            return stored.next_meeting
        self._remark(self.day)
        if not self.day.hasFocus():
            self.day.setText(written(self._t, day))
        return day

    def _read_note(self, stored: Mapping) -> str:
        note = one_line(self.note)
        if holds_identity_code(note):
            words = self._t("That looks like a personal identity code. It is never kept here; please take it away.")
            self._remark(self.note, words)
            return stored.next_meeting_note
        self._remark(self.note)
        return note

    def _remark(self, field: QWidget, words: str = "") -> None:
        self._remarks[field].setText(words)
        self._remarks[field].setVisible(bool(words))
