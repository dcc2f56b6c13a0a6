"""Competences in the library: a list of frameworks, one of them opened, and a search over everything in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.frameworks.model import FrameworkSummary
from app.i18n import Translator
from app.services import libraries, library_edit
from app.services.library_search import Entry, Ready, find, ready
from app.ui.library.framework import FrameworkPage
from app.ui.library.rows import row_items
from app.ui.place import Say
from app.ui.search import Search
from app.ui.tables import Register
from app.ui.tasks import Runner
from app.ui.theme import Theme
from app.ui.tokens import NOTE, M, S
from app.ui.widgets import Button, column, line, para
from app.wording.library import contents, kind_and_source, version_of

if TYPE_CHECKING:
    from app.services.desk import Desk

MOST: Final = 60
PAUSE_MS: Final = 150
"""How long somebody has not typed before it is searched."""


class Competences(QWidget):
    """`changed` tells that the library has become another one; `update_asked`, that the network should be asked."""

    changed = Signal()
    update_asked = Signal()

    def __init__(self, theme: Theme, t: Translator, desk: Desk, say: Say) -> None:
        super().__init__()
        self._theme, self._t, self._desk = theme, t, desk
        self.frameworks: tuple[FrameworkSummary, ...] = ()
        self._ready: Ready | None = None
        self._hits: tuple[Entry, ...] = ()
        self.searched_for = ""
        self._runner = Runner(self)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._search)
        self.search = Search(theme, t("Search names, codes and what is said of them"))
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._into_results)
        self.online = Button(theme, t("Look in ePerusteet (network)"), icon="arrow-down")
        self.online.clicked.connect(self.update_asked)
        self._list, self.register = self._made_register(t("Frameworks"))
        self._found, self.hits = self._made_register(t("What was found"))
        self.register.activated.connect(lambda index: self.open(self.frameworks[index.row()].key))
        self.hits.activated.connect(lambda index: self._open_hit(index.row()))
        self.page = FrameworkPage(theme, t, desk, say)
        self.page.back.connect(self._leave_page)
        self.page.changed.connect(self._on_changed)
        self._lay_out()

    def _made_register(self, name: str) -> tuple[QStandardItemModel, Register]:
        model, register = QStandardItemModel(self), Register(self._theme, name)
        register.setModel(model)
        return model, register

    def _lay_out(self) -> None:
        head = line(gap=M)
        head.addWidget(self.search, 1)
        head.addWidget(self.online)
        self._pages = QStackedWidget()
        for page in (self.register, self.hits, self.page):
            self._pages.addWidget(page)
        rows = column(self, gap=S)
        self._remark = para(self._theme, "", NOTE)
        self._remark.hide()
        rows.addLayout(head)
        rows.addWidget(self._remark)
        rows.addWidget(self._pages, 1)
        self.setFocusProxy(self.search)

    def refresh(self) -> None:
        """What the library now holds; the cursor stays at its row."""
        t, row = self._t, max(self.register.currentIndex().row(), 0)
        self.frameworks, self._ready = libraries.frameworks(self._desk), None
        self._list.clear()
        heads = (t("Name"), t("Kind"), t("Version"), t("Contents"), t("Source"), t("Checked"))
        self._list.setHorizontalHeaderLabels(list(heads))
        for summary in self.frameworks:
            self._list.appendRow(row_items(self._texts(summary)))
        self.register.share((60, 0, 0, 0, 40, 0))
        self.register.selectRow(min(row, len(self.frameworks) - 1))

    def _texts(self, summary: FrameworkSummary) -> tuple[str, ...]:
        t = self._t
        kind, source = kind_and_source(t, summary)
        version = version_of(summary)
        if self._has_newer(summary):
            version = t("{version}, newer exists", version=version)
        checked = t.day(summary.checked) if summary.checked else ""
        return t.said(summary.name), kind, version, contents(t, summary), source, checked

    def _has_newer(self, summary: FrameworkSummary) -> bool:
        """Only qualifications are looked at, of which there may be several orders."""
        if summary.kind != "qualification":
            return False
        every = library_edit.versions(self._desk, summary.key, self.frameworks)
        return library_edit.newer(summary, every) is not None

    def open(self, key: str, part_key: str = "") -> None:
        """Open a framework, with the cursor on a part of it."""
        self._remark.hide()
        self.page.show_framework(key, part_key)
        self._pages.setCurrentWidget(self.page)
        self.page.tree.setFocus()

    def _open_hit(self, row: int) -> None:
        entry = self._hits[row]
        self.open(entry.framework.key, entry.key)

    def _leave_page(self) -> None:
        """Back to what was found, or to the list."""
        searched = bool(self.search.text().strip())
        shown = self.hits if searched else self.register
        self._remark.setVisible(searched)
        self._pages.setCurrentWidget(shown)
        shown.setFocus()

    def _on_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    # Searching

    def _search(self) -> None:
        """Make ready what is searched when it is first needed, which takes a moment, and then search at once."""
        if not self.search.text().strip():
            self._remark.hide()
            self._pages.setCurrentWidget(self.register)
        elif self._ready is None:
            self._remark.setText(self._t("The search is being made ready."))
            self._remark.show()
            desk = self._desk
            self._runner.start(lambda _job: ready(desk), self._take_ready, _fail)
        else:
            self.searched_for = self.search.text()
            self._show_hits(find(self._ready, self.searched_for, MOST))

    def _take_ready(self, made: Ready) -> None:
        self._ready = made
        self._search()

    def _show_hits(self, found: tuple[Entry, ...]) -> None:
        t, self._hits = self._t, found
        self._found.clear()
        self._found.setHorizontalHeaderLabels([t("Name"), t("Code"), t("Stands in"), t("Framework")])
        for entry in found:
            name = t.said(entry.name) or t.said(entry.description)
            texts = (name, entry.code, t.said(entry.above), t.said(entry.framework.name))
            self._found.appendRow(row_items(texts))
        self.hits.share((42, 0, 24, 34))
        self.hits.selectRow(0)
        self._pages.setCurrentWidget(self.hits)
        none = t("Nothing was found. Try other words.")
        self._remark.setText(t.n("{n} found", "{n} found", len(found)) if found else none)
        self._remark.show()

    def _into_results(self) -> None:
        """Enter goes to what was found."""
        shown = self._pages.currentWidget()
        (self.page.tree if shown is self.page else shown or self).setFocus()


def _fail(error: BaseException) -> None:
    """The library is there and whole, or the program is broken: whoever reports it is told."""
    raise error
