"""The day and the notes of a follow-up, written down by themselves."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from app.errors import UserError
from app.mapping.followups import FollowUp
from app.services import followups
from app.ui.autosave import Autosave
from app.ui.days import read_day, written
from app.ui.forms import add_row, text_of
from app.ui.paragraph import Paragraph
from app.ui.visit.looking import stored
from app.ui.visit.sheet import Bench
from app.ui.widgets import column, line_edit, paint_text


class FollowUpNotes(QWidget):
    """What cannot be kept stays in its field, with the reason under it and in `refused`; the page stays as it is."""

    def __init__(self, bench: Bench, follow_up: FollowUp) -> None:
        super().__init__()
        self._bench, self._t, self._key = bench, bench.t, follow_up.key
        self.refused = ""
        self._rows = column(self)
        self._autosave = Autosave(self, self._write)
        self._remarks: dict[QWidget, QLabel] = {}
        self.day = line_edit(bench.theme, self._t("Day"), written(self._t, follow_up.due))
        self._add(self._t("Day"), self.day)
        self.notes = Paragraph(bench.theme, self._t("Notes"), follow_up.notes)
        self._add(self._t("Notes"), self.notes)

    def _add(self, name: str, field: QWidget) -> None:
        self._remarks[field] = add_row(self._bench.theme, self._rows, name, field)
        paint_text(self._remarks[field], self._bench.theme.colour("important"))
        self._autosave.watch(field)

    def flush(self) -> None:
        self._autosave.flush()

    def _write(self) -> None:
        """What was not changed is not told of: it would count as refused."""
        before = stored(self._bench, self._key)
        tried = [self._tried(field, before) for field in self._remarks]
        self.refused = next(filter(None, tried), "")
        if self.refused or stored(self._bench, self._key) != before:
            self._bench.told(self.refused or self._t("Saved"))

    def _tried(self, field: QWidget, before: FollowUp) -> str:
        """Keep what stands in a field; else why it is not kept, which is also said under it."""
        words = ""
        try:
            self._keep_day(before) if field is self.day else self._keep_notes(before)
        except UserError as error:
            words = self._t.explain(error)
        self._remarks[field].setText(words)
        self._remarks[field].setVisible(bool(words))
        field.setAccessibleDescription(words)
        return words

    def _keep_day(self, before: FollowUp) -> None:
        day = read_day(self.day.text(), self._bench.desk.today)
        if day and day != before.due:
            followups.postpone(self._bench.desk, self._bench.key, before, day)

    def _keep_notes(self, before: FollowUp) -> None:
        text = text_of(self.notes)
        if text != before.notes:
            followups.note(self._bench.desk, self._bench.key, stored(self._bench, self._key), text)
