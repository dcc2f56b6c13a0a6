"""The day and the notes of a follow-up, written down by themselves."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from app.errors import UserError
from app.mapping.followups import FollowUp
from app.services import followups
from app.ui.autosave import Autosave
from app.ui.forms import TextField, add_row, text_of
from app.ui.plan.days import read_day, written
from app.ui.visit.sheet import Bench
from app.ui.widgets import column, line_edit, paint_text


class FollowUpNotes(QWidget):
    """What cannot be kept stays in its field, with the reason under it; the rest is kept."""

    def __init__(self, bench: Bench, follow_up: FollowUp) -> None:
        super().__init__()
        self._bench, self._t, self._follow_up = bench, bench.t, follow_up
        self._autosave = Autosave(self, self._write)
        rows = column(self)
        self._remarks: dict[TextField, QLabel] = {}
        self.day = line_edit(bench.theme, "", written(follow_up.due))
        if not follow_up.done_on:
            self._remarks[self.day] = add_row(bench.theme, rows, self._t("Day"), self.day)
        self.notes = QPlainTextEdit(follow_up.notes)
        self.notes.setFont(bench.theme.font())
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(bench.theme.height(3, 20))
        hint = self._t("About the work and about no person.")
        self._remarks[self.notes] = add_row(bench.theme, rows, self._t("Notes"), self.notes, hint)
        self._autosave.watch(*self._remarks)

    def flush(self) -> None:
        self._autosave.flush()

    def _write(self) -> None:
        """Without showing the page anew: the cursor may be on its way to something on it."""
        bench = self._bench
        found = next(f for f in bench.desk.cases.follow_ups(bench.key) if f.key == self._follow_up.key)
        words = ""
        for field, act in ((self.day, self._postpone), (self.notes, self._note)):
            if field in self._remarks:
                words = self._tried(field, act, found) or words
                found = next(f for f in bench.desk.cases.follow_ups(bench.key) if f.key == self._follow_up.key)
        bench.told(words or self._t("Saved"))
