"""Where staff self-assessment begins: whom to ask, forms out and in, and the laptop handed over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import Mapping
from app.services import staff, staff_pin
from app.services.desk import Desk
from app.services.staff import Kind, Watch
from app.services.staff_judging import Form
from app.services.staff_pin import HandOver
from app.ui.dialog import Dialog
from app.ui.dialog_parts import ScrolledPart
from app.ui.flow import FlowLayout
from app.ui.forms import add_row
from app.ui.preview.pages import ONE_AT_A_TIME
from app.ui.scrolling import Body
from app.ui.section import Section
from app.ui.staff.brought import Brought
from app.ui.staff.handing import Handing
from app.ui.staff.whom import Whom
from app.ui.tasks import Job, Runner, Work
from app.ui.theme import Theme
from app.ui.tokens import L, M, S
from app.ui.widgets import Button, ChoiceBox, column, para
from app.wording.staff import VOICE_NAMES, VOICES, Voice

HandedOver = Callable[[HandOver], None]


def _watch(job: Job) -> Watch:
    def watch(file: str, done: int, of: int) -> bool:
        job.tell(file, done, of)
        return not job.cancelled()

    return watch


class StaffPanel(QWidget):
    """`handed_over` is called when the laptop is to be covered; `changed` when answers were taken from forms.

    `width` is what it has, in pixels.
    """

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        desk: Desk,
        mapping_key: str,
        handed_over: HandedOver,
        changed: Callable[[], None],
        width: int,
    ) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._key = theme, t, desk, mapping_key
        self._handed_over, self._changed = handed_over, changed
        self._runner = Runner(self)
        self._paths: tuple[Path, ...] = ()
        self._forms: tuple[Form, ...] = ()
        self.said = para(theme, "", tone="ink")
        self.progress = QProgressBar()
        self.progress.setAccessibleName(t("Progress of the forms"))
        self.progress.setTextVisible(False)
        self.progress.hide()
        rows = column(self, gap=M)
        rows.addWidget(self._scrolled(desk.cases.load(mapping_key), width), 1)
        rows.addWidget(self.progress)
        rows.addWidget(self.said)
        self.whom.changed.connect(self._allow)
        self._allow()

    def _scrolled(self, mapping: Mapping, width: int) -> ScrolledPart:
        theme, t, inner = self._theme, self._t, Body()
        self.whom = Whom(theme, t, mapping)
        self.voice = self._made_voice(mapping.company.service_language)
        self.brought = Brought(theme, t, self._read_again, self.take)
        self.handing = Handing(theme, t, self.hand_over, self.say)
        rows = column(inner, (0, 0, L, 0), M)
        for title, parts in (
            (t("Whom to ask"), (self.whom, self._named_voice())),
            (t("On paper or in a workbook"), (self._made_forms(), self.brought)),
            (t("Pass the laptop"), (self.handing,)),
        ):
            rows.addWidget(Section(theme, title))
            for part in parts:
                rows.addWidget(part)
            rows.addSpacing(M)
        rows.addStretch(1)
        return ScrolledPart(theme, inner, width)

    def _named_voice(self) -> QWidget:
        named = QWidget()
        add_row(self._theme, column(named), self._t("Language of the questions"), self.voice)
        return named

    def _made_voice(self, language: str) -> ChoiceBox:
        box = ChoiceBox(self._theme, self._t("Language of the questions"))
        for key, name in VOICE_NAMES.items():
            box.addItem(name, key)
        box.setCurrentIndex(box.findData(language))
        return box

    def _made_forms(self) -> QWidget:
        t, acts = self._t, QWidget()
        row = FlowLayout(acts, gap=S, line_gap=S)
        self.workbooks = Button(self._theme, t("Save workbooks"), icon="export")
        self.workbooks.clicked.connect(lambda _on: self._choose_folder("xlsx"))
        self.papers = Button(self._theme, t("Save papers as PDF"), icon="export")
        self.papers.clicked.connect(lambda _on: self._choose_folder("pdf"))
        self.filled = Button(self._theme, t("Read filled workbooks"), icon="import")
        self.filled.clicked.connect(lambda _on: self._choose_files())
        for button in (self.workbooks, self.papers, self.filled):
            row.addWidget(button)
        return acts

    def say(self, words: str) -> None:
        self.said.setText(words)

    def _spoken(self) -> Voice:
        return VOICES[str(self.voice.currentData())]

    def _allow(self) -> None:
        """Nothing is written where one may only look, and nobody is asked where nobody is chosen."""
        some, writes = bool(self.whom.chosen()), not self._desk.read_only
        self.workbooks.setEnabled(some)
        self.papers.setEnabled(some)
        self.filled.setEnabled(writes)
        self.handing.setEnabled(some and writes)

    # Forms out.

    def _choose_folder(self, kind: Kind) -> None:
        if name := QFileDialog.getExistingDirectory(self, self._t("Folder for the forms")):
            self.export_to(Path(name), kind)

    def export_to(self, folder: Path, kind: Kind) -> None:
        """Write the forms of those who are chosen."""
        desk, key, voice, people = self._desk, self._key, self._spoken(), self.whom.chosen()

        def work(job: Job) -> tuple[Path, ...]:
            with ONE_AT_A_TIME:
                return staff.export_forms(desk, key, folder, voice, kind, people, _watch(job))

        self._start(work, lambda paths: self._tell_exported(folder, paths))

    def _tell_exported(self, folder: Path, paths: Any) -> None:
        self.progress.hide()
        count = len(paths)
        self.say(self._t.n("{n} form is in {folder}", "{n} forms are in {folder}", count, folder=folder.name))

    # Forms in.

    def _choose_files(self) -> None:
        title, kinds = self._t("Read filled workbooks"), "XLSX (*.xlsx)"
        names, _kind = QFileDialog.getOpenFileNames(self, title, "", kinds)
        if names:
            self.read(tuple(map(Path, names)))

    def read(self, paths: Sequence[Path]) -> None:
        """Read filled forms and show what could be taken; nothing is kept yet."""
        self._paths = tuple(paths)
        self.brought.replacing.setChecked(False)
        self._read_again()

    def _read_again(self) -> None:
        desk, key, paths, replaces = self._desk, self._key, self._paths, self.brought.replacing.isChecked()
        self._start(
            lambda job: staff.read_forms(desk, key, paths, replace=replaces, watch=_watch(job)), self._show_forms
        )

    def _show_forms(self, forms: Any) -> None:
        self._forms = forms
        self.progress.hide()
        self.say("")
        self.brought.show_forms(self._forms)

    def take(self) -> None:
        """Keep what is shown."""
        try:
            count = staff.take(self._desk, self._key, self._forms, replace=self.brought.replacing.isChecked())
        except UserError as error:
            self.say(self._t.explain(error))
            return
        self.brought.hide()
        self.say(self._t.n("{n} answer was taken", "{n} answers were taken", count))
        self._changed()

    # Work that takes a while.

    def _start(self, work: Work, done: Callable[[Any], None]) -> None:
        """Off the window's thread; it stops after the file in hand when the panel goes."""
        job = self._runner.start(work, done, self._failed, self._show_progress)
        if job:
            self.destroyed.connect(job.cancel)
            self.progress.setRange(0, 0)
            self.progress.show()

    def _show_progress(self, file: str, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        self.say(file)

    def _failed(self, error: BaseException) -> None:
        self.progress.hide()
        if not isinstance(error, UserError):
            raise error
        self.say(self._t.explain(error))

    # The laptop.

    def hand_over(self, digits: str) -> None:
        """Keep that the laptop is handed over, and only then do it."""
        try:
            given = HandOver(self._key, self.whom.chosen(), self._spoken(), staff_pin.new_pin(digits))
            staff_pin.hand_over(self._desk.folder, given)
        except UserError as error:
            self.say(self._t.explain(error))
            return
        self._handed_over(given)


class StaffDialog(Dialog):
    """The panel over the window; it goes when the laptop is handed over."""

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        desk: Desk,
        mapping_key: str,
        handed_over: HandedOver,
        changed: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, t("Staff assess themselves"), parent)

        def begin(given: HandOver) -> None:
            self.accept()
            handed_over(given)

        self.panel = StaffPanel(theme, t, desk, mapping_key, begin, changed, self.breadth)
        self.rows.addWidget(self.panel, 1)
        leave = Button(theme, t("Close"))
        leave.clicked.connect(self.reject)
        self.add_foot(leave)
