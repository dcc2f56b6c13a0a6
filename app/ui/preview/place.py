"""Everything that can be made of a mapping: pages are made and drawn off the window's thread, files are saved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import UserError
from app.files.writing import write_file
from app.i18n import Translator
from app.mapping.model import Mode
from app.ui.place import Go, Say
from app.ui.preview import papers
from app.ui.preview.listing import PaperList
from app.ui.preview.options import Options
from app.ui.preview.pages import ONE_AT_A_TIME, PagesView, drawn_width, pages_of
from app.ui.preview.papers import HOLDS, SCAN, Paper, Wish
from app.ui.stops import VISIT
from app.ui.tasks import Job, Runner
from app.ui.theme import Theme
from app.ui.tokens import HEAD, XL, L, M, S
from app.ui.widgets import Button, column, line, para

if TYPE_CHECKING:
    from app.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as a file, its pages as pictures, and what is to be known of it."""

    pdf: bytes
    pages: tuple[QImage, ...]
    remark: str


class PreviewPlace(QWidget):
    """`part` is the paper in hand."""

    dense = True
    moved = Signal()

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._key, self._say = theme, t, desk, mapping_key, say
        self._go = go
        self._runner, self._saver = Runner(self), Runner(self)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._begin)
        self.pdf = b""
        groups = papers.groups(t, desk.cases.approvals(mapping_key))
        self._papers = [paper for _title, those in groups for paper in those]
        self.paper = self._papers[0]
        self.title = para(theme, "", HEAD, "ink")
        self.save = Button(theme, t("Save as PDF"), "primary", icon="export")
        self.save.clicked.connect(self._choose_file)
        self.list = PaperList(theme, groups, self._choose)
        mapping = desk.cases.load(mapping_key)
        self.options = Options(theme, t, mapping, self._make)
        self.approve = Button(theme, t("Approve the plan"), "link", after="arrow-right")
        self.approve.clicked.connect(lambda: self._go(f"{VISIT}#A6"))
        self._approves = mapping.mode is not Mode.VISIT  # in a visit the step stands on the rail
        self._remark = para(theme, "")
        self.pages = PagesView(theme, t)
        self._lay_out()
        self.setFocusProxy(self.list)
        self._show_paper()

    def _lay_out(self) -> None:
        rows = column(self, (28, XL, 28, L))
        head = line(gap=M)
        head.addWidget(self.title, 1)
        if self._approves:
            head.addWidget(self.approve, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(head)
        rows.addSpacing(M)
        beside = line(gap=XL)
        beside.addWidget(self.list)
        right = column(gap=S)
        for widget in (self.options, self._remark):
            right.addWidget(widget)
        right.addWidget(self.pages, 1)
        beside.addLayout(right, 1)
        rows.addLayout(beside, 1)

    @property
    def part(self) -> str:
        return self.paper.part

    def flush(self) -> None:
        """Nothing is typed here."""

    def show_at(self, part: str) -> None:
        """Show a paper by its part."""
        found = next((paper for paper in self._papers if paper.part == part), None)
        if found and found != self.paper:
            self._choose(found)

    def _choose(self, paper: Paper) -> None:
        self.paper = paper
        self._show_paper()
        self.moved.emit()

    def _show_paper(self) -> None:
        paper, t = self.paper, self._t
        self.list.take(paper)
        self.title.setText(paper.name)
        self.save.setText(t("Save as PDF") if paper.drawn else t("Save as {format}", format=paper.format))
        self.save.setAccessibleName(self.save.text())
        self.save.updateGeometry()
        self.options.suit(paper)
        self._make()

    def _make(self) -> None:
        """Make the pages anew, in a moment: somebody may be on the way to another paper."""
        self.pdf = b""
        self.save.setEnabled(not self.paper.drawn)
        self._remark.hide()
        self.pages.show_words(self._t("Making the pages …") if self.paper.drawn else self._t(HOLDS[self.paper.part]))
        self._soon.stop()
        if self.paper.drawn:
            self._soon.start()
        else:
            self._say("")  # how many pages the paper before it has is not true of a file

    def _begin(self) -> None:
        """Begin to make what is in hand; what is chosen meanwhile is made after it."""
        desk, key, t, width = self._desk, self._key, self._t, drawn_width(self._theme)
        wish = self.options.wish(self.paper)

        def work(job: Job) -> Made | None:
            with ONE_AT_A_TIME:
                if job.cancelled():
                    return None
                pdf = papers.made(desk, key, wish)
                return Made(pdf, pages_of(pdf, width), papers.remark(t, desk, key, wish.paper))

        if job := self._runner.start(work, lambda made: self._show(wish, made), lambda error: self._fail(wish, error)):
            self.destroyed.connect(job.cancel)
            self._say(self._t("Making the pages …"))

    def _is_still(self, wish: Wish) -> bool:
        """Whether what was made is what is asked for now; else that is made."""
        if still := wish == self.options.wish(self.paper):
            return still
        self._make()
        return False

    def _show(self, wish: Wish, made: Any) -> None:
        if self._is_still(wish):
            self.pdf = made.pdf
            self.pages.show_pages(made.pages)
            self._remark.setText(made.remark)
            self._remark.setVisible(bool(made.remark))
            self.save.setEnabled(True)
            self._say(self._t.n("{n} page", "{n} pages", len(made.pages)))

    def _fail(self, wish: Wish, error: BaseException) -> None:
        """What a paper lacks is said in its place."""
        if not isinstance(error, UserError):
            raise error
        if self._is_still(wish):
            self.pages.show_words(self._t.explain(error), self._way())
            self._say(self._t.explain(error))

    def _way(self) -> Button | None:
        """To where the paper in hand gets what it lacks: only the quick scan can lack anything."""
        if self.paper.part != SCAN:
            return None
        way = Button(self._theme, self._t("Go on with the quick scan"), "primary", after="arrow-right")
        way.clicked.connect(lambda: self._go(papers.way_to_scan(self._desk, self._key)))
        return way

    def _choose_file(self) -> None:
        paper = self.paper
        kind = f"{paper.format} (*.{paper.format.lower()})"
        name, _kind = QFileDialog.getSaveFileName(self, self.save.text(), paper.file, kind)
        if name:
            self.save_as(Path(name))

    def save_as(self, path: Path) -> None:
        """Save what is shown, or the file that is not drawn."""
        if self.paper.drawn and not self.pdf:
            return
        desk, key, wish, pdf = self._desk, self._key, self.options.wish(self.paper), self.pdf

        def work(_job: Job) -> None:
            if pdf:
                write_file(path, pdf)
            else:
                papers.write(desk, key, wish, path)

        self._saver.start(work, lambda _none: self._say(self._t("Saved as {file}", file=path.name)), self._fail_to_save)

    def _fail_to_save(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(self._t.explain(error))
