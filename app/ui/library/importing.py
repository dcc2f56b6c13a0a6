"""Reading files into the library: off the window's thread, with progress, and then what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QProgressBar, QWidget

from app import files
from app.errors import UserError
from app.i18n import Translator
from app.offers.readers import Refused
from app.services import frameworks_io, libraries, table_mappings
from app.services.libraries import ImportReport
from app.services.reports import import_lines
from app.ui.place import Say
from app.ui.tasks import Job, Runner
from app.ui.theme import Theme
from app.ui.tokens import LEAD, M, S
from app.ui.widgets import Button, column, label, line

if TYPE_CHECKING:
    from app.frameworks.readers.table_columns import ColumnMapping
    from app.services.desk import Desk

_TABLES: Final = (".csv", ".txt", ".xlsx", ".xls")


class Progress(QWidget):
    """How far a piece of work is, and a way to cancel it; hidden while there is none."""

    def __init__(self, theme: Theme, t: Translator, name: str, cancel: Callable[[], None]) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setAccessibleName(name)
        self.bar.setTextVisible(False)
        self.cancel = Button(theme, t("Cancel"), "quiet", icon="close")
        self.cancel.clicked.connect(cancel)
        row = line(self, gap=M)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.hide()


class Importing(QWidget):
    """How an import goes, and its report. `choose` is the button for it, which stands where the place wants it.

    `changed` is called when files were read.
    """

    def __init__(self, theme: Theme, t: Translator, desk: Desk, say: Say, changed: Callable[[], None]) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._say, self._changed = theme, t, desk, say, changed
        self._runner = Runner(self)
        self._job: Job | None = None
        self._paths: dict[str, Path] = {}
        self._table: Path | None = None
        self.choose = Button(theme, t("Import files"), "primary", icon="import")
        self.choose.clicked.connect(self._choose_files)
        self.progress = Progress(theme, t, t("Progress of the import"), self._cancel)
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setFont(theme.font())
        self.report.setAccessibleName(t("What came of the import"))
        self.report.setFixedHeight(theme.height(4))
        self.columns = Button(theme, t("Choose the columns"), "link", icon="settings")
        self.columns.clicked.connect(self._choose_columns)
        self.close_report = Button(theme, t("Close"), "link", icon="close")
        self.close_report.clicked.connect(self._put_away)
        rows = column(self, gap=S)
        rows.addWidget(self.progress)
        self._outcome = self._made_outcome()
        rows.addWidget(self._outcome)

    def _made_outcome(self) -> QWidget:
        """The report under its heading; hidden until there is one."""
        outcome = QWidget()
        head = line(gap=M)
        head.addWidget(label(self._theme, self._t("What came of the import"), LEAD, "semibold"))
        head.addStretch(1)
        head.addWidget(self.columns)
        head.addWidget(self.close_report)
        rows = column(outcome, gap=S)
        rows.addLayout(head)
        rows.addWidget(self.report)
        outcome.hide()
        return outcome

    def _put_away(self) -> None:
        self._outcome.hide()
        self.choose.setFocus()

    def _choose_files(self) -> None:
        kinds = self._t("Files that are read here") + " (*.json *.csv *.xlsx *.xls *.txt *.pdf)"
        names, _kind = QFileDialog.getOpenFileNames(self, self._t("Import files"), "", kinds)
        if names:
            self.read([Path(name) for name in names])

    def read(self, paths: Sequence[Path]) -> None:
        """Read files into the library."""
        desk = self._desk

        def work(job: Job) -> tuple[ImportReport, ...]:
            return libraries.import_files(desk, paths, job.tell, job.cancelled)

        job = self._runner.start(work, self._done, self._failed, self._show_progress)
        if job is None:
            return
        self._job = job
        self._paths = {path.name: path for path in paths}
        self.progress.bar.setRange(0, len(paths))
        self._show_busy(busy=True)

    def _cancel(self) -> None:
        if self._job:
            self._job.cancel()

    def _show_busy(self, *, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.choose.setEnabled(not busy)

    def _show_progress(self, file: str, done: int, of: int) -> None:
        self.progress.bar.setValue(done)
        self._say(self._t("Reading {file} ({n} of {of})", file=file, n=done + 1, of=of))

    def _done(self, result: Any) -> None:
        reports: tuple[ImportReport, ...] = result
        self._show_busy(busy=False)
        self.report.setPlainText("\n".join(each for report in reports for each in self._lines(report)))
        self._table = next((self._paths[each.file] for each in reports if _may_be_competences(each)), None)
        self.columns.setVisible(self._table is not None)
        self._outcome.show()
        self._changed()
        self._say(self._t.n("{n} file read", "{n} files read", sum(r.error is None for r in reports)))

    def _lines(self, report: ImportReport) -> list[str]:
        """Why nothing was taken; of a survey all faults, with sheet and row. Otherwise what was."""
        first = [self._t.explain(report.error)] if report.error else []
        return [*first, *import_lines(self._t, report)]

    # A plain table of competences, whose columns a person tells

    def _choose_columns(self) -> None:
        """Read the table again, and ask what its columns hold."""
        from app.ui.library.columns import ColumnsDialog

        path, desk = self._table, self._desk
        if path is None:
            return
        try:
            table = files.parse_table(files.read_bytes(path), path.name)
        except UserError as error:
            self._say(self._t.explain(error))
            return
        take = partial(self._read_table, path.name, table)
        ColumnsDialog(self._theme, self._t, desk, table, path.name, take, self.window()).open()

    def _read_table(self, file: str, table: files.Table, mapping: ColumnMapping) -> None:
        """Take a table into the library with the columns that were told, which are remembered."""
        desk = self._desk

        def work(_job: Job) -> tuple[ImportReport, ...]:
            stored, left = frameworks_io.import_table(desk, table, file, mapping)
            table_mappings.remember(desk.folder, table.header, mapping)
            refused = tuple(Refused(row.line, row.reason) for row in left)
            return (ImportReport(file, "table", stored.new, stored.updated, stored.unchanged, refused),)

        if self._runner.start(work, self._done, self._failed):
            self.progress.bar.setRange(0, 0)  # nobody knows how long it takes
            self._show_busy(busy=True)

    def _failed(self, error: BaseException) -> None:
        self._show_busy(busy=False)
        if not isinstance(error, UserError):
            raise error
        self._say(self._t.explain(error))


def _may_be_competences(report: ImportReport) -> bool:
    """Whether somebody may have to tell what the columns hold: a table that was guessed, or that was refused whole."""
    is_table = Path(report.file).suffix.lower() in _TABLES
    return report.kind == "table" or (is_table and report.error is not None and report.kind is None)
