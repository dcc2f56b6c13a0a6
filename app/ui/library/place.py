"""Frameworks, offers and surveys of one's own, and files read into the library."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.services import libraries
from app.services.libraries import ImportReport
from app.services.reports import import_lines
from app.ui.library.surveys import Surveys
from app.ui.place import Go, Say
from app.ui.tables import QUIET, STRONG, Register
from app.ui.tasks import Job, Runner
from app.ui.theme import Theme
from app.ui.tokens import DISPLAY, LEAD, XL, L, M, S
from app.ui.widgets import Button, column, label, line, para
from app.wording.frameworks import framework_kind_name, framework_source

if TYPE_CHECKING:
    from app.services.desk import Desk


class LibraryPlace(QWidget):
    """Reading goes on off the window's thread and can be cancelled; each file is taken whole or not at all."""

    dense = False

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._say = theme, t, desk, say
        self._runner = Runner(self)
        self._job: Job | None = None
        self._model = QStandardItemModel(self)
        self.register = Register(theme, t("Frameworks"))
        self.register.setModel(self._model)
        rows = column(self, (72, 36, 72, XL))
        self._add_head(rows, mapping_key, go)
        rows.addSpacing(L)
        rows.addWidget(self.register, 1)
        self.offers = para(theme, "")
        rows.addSpacing(M)
        rows.addWidget(self.offers)
        self._add_report(rows)
        self.surveys = Surveys(theme, t, desk, say)
        rows.addWidget(self.surveys)
        self._refresh()

    def flush(self) -> None:
        """Nothing is typed here."""

    def _add_head(self, rows: QVBoxLayout, mapping_key: str, go: Go) -> None:
        t = self._t
        head = line(gap=M)
        head.addWidget(label(self._theme, t("Library"), DISPLAY, "light"))
        head.addStretch(1)
        if mapping_key:
            back = Button(self._theme, t("Back to the company"), "link", icon="arrow-left")
            back.clicked.connect(lambda: go("needs"))
            head.addWidget(back)
        self.choose = Button(self._theme, t("Import files"), "primary", icon="import")
        self.choose.clicked.connect(self._choose_files)
        self.cancel = Button(self._theme, t("Cancel"), "quiet", icon="close")
        self.cancel.clicked.connect(self._cancel)
        self.cancel.hide()
        head.addWidget(self.cancel)
        head.addWidget(self.choose)
        rows.addLayout(head)
        rows.addSpacing(S)
        words = t(
            "Qualification requirements of ePerusteet (JSON), offers of Opintopolku (JSON), your own catalogue "
            "(CSV, XLSX), or your own survey as XLSForm (XLSX, XLS). A file is recognised by what is in it."
        )
        rows.addWidget(para(self._theme, words))
        self.progress = QProgressBar()
        self.progress.setAccessibleName(t("Progress of the import"))
        self.progress.setTextVisible(False)
        self.progress.hide()
        rows.addSpacing(M)
        rows.addWidget(self.progress)

    def _add_report(self, rows: QVBoxLayout) -> None:
        title = self._t("What came of the import")
        self._report_head = label(self._theme, title, LEAD, "semibold")
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setFont(self._theme.font())
        self.report.setAccessibleName(title)
        self.report.setMaximumHeight(self._theme.height(6))
        self._report_head.setContentsMargins(0, M, 0, S)
        for widget in (self._report_head, self.report):
            widget.hide()
            rows.addWidget(widget)

    def _refresh(self) -> None:
        t = self._t
        self._model.clear()
        heads = (t("Name"), t("Kind"), t("Version"), t("Contents"), t("Source"), t("Checked"))
        self._model.setHorizontalHeaderLabels(list(heads))
        for summary in libraries.frameworks(self._desk):
            contents = t.n("{n} unit", "{n} units", summary.units)
            if summary.requirements:
                contents = t("{units}, {n} requirements", units=contents, n=summary.requirements)
            if summary.competences:
                contents = t.n("{n} competence", "{n} competences", summary.competences)
            checked = t.day(summary.checked) if summary.checked else ""
            texts = (
                summary.name.said(t.language).text,
                framework_kind_name(t, summary.kind),
                summary.order_number or summary.version,
                contents,
                framework_source(self._t, summary),
                checked,
            )
            self._model.appendRow([self._item(i, text) for i, text in enumerate(texts)])
        self.register.share((60, 0, 0, 0, 40, 0))
        count = len(libraries.offers(self._desk))
        self.offers.setText(t.n("{n} training offer in the library.", "{n} training offers in the library.", count))

    def _item(self, place: int, text: str) -> QStandardItem:
        item = QStandardItem(text)
        item.setData(place == 0, STRONG)
        item.setData(place > 0, QUIET)
        item.setToolTip(text)
        return item

    def _choose_files(self) -> None:
        kinds = self._t("Files that are read here") + " (*.json *.csv *.xlsx *.xls *.txt)"
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
        self.progress.setRange(0, len(paths))
        self._show_busy(busy=True)

    def _cancel(self) -> None:
        if self._job:
            self._job.cancel()

    def _show_busy(self, *, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)
        self.choose.setEnabled(not busy)

    def _show_progress(self, file: str, done: int, of: int) -> None:
        self.progress.setValue(done)
        self._say(self._t("Reading {file} ({n} of {of})", file=file, n=done + 1, of=of))

    def _done(self, result: Any) -> None:
        reports: tuple[ImportReport, ...] = result
        self._show_busy(busy=False)
        lines = [line for report in reports for line in self._lines(report)]
        self.report.setPlainText("\n".join(lines))
        self._report_head.show()
        self.report.show()
        self._refresh()
        self.surveys.refresh()
        self._say(self._t.n("{n} file read", "{n} files read", sum(r.error is None for r in reports)))

    def _lines(self, report: ImportReport) -> list[str]:
        """Why nothing was taken; of a survey all faults, with sheet and row. Otherwise what was."""
        first = [self._t.explain(report.error)] if report.error else []
        return [*first, *import_lines(self._t, report)]

    def _failed(self, error: BaseException) -> None:
        self._show_busy(busy=False)
        if not isinstance(error, UserError):
            raise error
        self._say(self._t.explain(error))
