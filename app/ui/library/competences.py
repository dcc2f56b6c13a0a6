"""Competences in the library: a list of frameworks, one of them opened, and a search over everything in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.catalogues.qualifications import Qualification
from app.frameworks.model import Framework, FrameworkSummary
from app.i18n import Translator
from app.languages import LANGUAGES
from app.services import libraries, library_edit, library_register
from app.ui.flow import FlowLayout
from app.ui.library.esco import EscoPage
from app.ui.library.framework import FrameworkPage
from app.ui.library.hits import Hits
from app.ui.library.register import RegisterPage
from app.ui.library.rows import by_name, modest, row_items
from app.ui.place import Say
from app.ui.search import Search
from app.ui.theme import Theme
from app.ui.tokens import M, S
from app.ui.widgets import Button, column
from app.ui.wrapping import WrappedRegister
from app.wording.frameworks import framework_kind_name
from app.wording.library import contents, kind_and_source, version_of

if TYPE_CHECKING:
    from app.services.desk import Desk

PAUSE_MS: Final = 150
"""How long somebody has not typed before it is searched."""


class Competences(QWidget):
    """`changed` tells that the library has become another one; `update_asked`, what to ask the network for."""

    changed = Signal()
    update_asked = Signal(str)

    def __init__(self, theme: Theme, t: Translator, desk: Desk, say: Say) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._say = theme, t, desk, say
        self.frameworks: tuple[FrameworkSummary, ...] = ()
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._search)
        self.search = Search(theme, t("Search names, codes and what is said of them"))
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._into_results)
        self.online = Button(theme, t("Look in ePerusteet (network)"), icon="arrow-down")
        self.online.clicked.connect(lambda: self.update_asked.emit(""))
        self._list = QStandardItemModel(self)
        self.register = WrappedRegister(theme, t("Frameworks"))
        self.register.setModel(self._list)
        modest(self.register)
        self.register.activated.connect(lambda index: self._open_row(index.row()))
        self.hits = Hits(theme, t, desk)
        self.hits.entry_opened.connect(self.open)
        self.hits.concept_opened.connect(self.open_esco)
        self.page = FrameworkPage(theme, t, desk, say)
        self.page.changed.connect(self._on_changed)
        self.page.removed.connect(self._offer_back)
        self.put_back = Button(theme, t("Put the copy back"), icon="undo")
        self.put_back.clicked.connect(self._put_back)
        self.put_back.hide()
        self._removed: Framework | None = None
        self.hits.qualification_opened.connect(self._open_qualification)
        self.esco = EscoPage(theme, t, desk)
        self.known = RegisterPage(theme, t, desk)
        self.known.asked.connect(self.update_asked)
        for page in (self.page, self.esco, self.known):
            page.back.connect(self._leave_page)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QWidget()
        parts = FlowLayout(head, gap=M, line_gap=S)
        parts.addWidget(self.search)
        parts.addWidget(self.online)
        parts.addWidget(self.put_back)
        self._pages = QStackedWidget()
        for page in (self.register, self.hits, self.page, self.esco, self.known):
            self._pages.addWidget(page)
        rows = column(self, gap=S)
        rows.addWidget(head)
        rows.addWidget(self._pages, 1)
        self.setFocusProxy(self.search)

    def refresh(self) -> None:
        """What the library now holds; the cursor stays at its row."""
        t, row = self._t, max(self.register.currentIndex().row(), 0)
        self.frameworks = by_name(t, libraries.frameworks(self._desk))
        self.hits.forget()
        self._list.clear()
        heads = (t("Name"), t("Kind"), t("Version"), t("Contents"), t("Source"), t("Checked"))
        self._list.setHorizontalHeaderLabels(list(heads))
        for summary in self.frameworks:
            self._list.appendRow(row_items(self._texts(summary)))
        if concepts := self._esco_texts():
            self._list.appendRow(row_items(concepts))
        self.register.share((60, 0, 0, 0, 40, 0), under=(4,))
        self.register.selectRow(min(row, self._list.rowCount() - 1))

    def _texts(self, summary: FrameworkSummary) -> tuple[str, ...]:
        t = self._t
        kind, source = kind_and_source(t, summary)
        version = version_of(summary)
        if self._has_newer(summary):
            version = t("{version}, newer exists", version=version)
        checked = t.day(summary.checked) if summary.checked else ""
        return t.said(summary.name), kind, version, contents(t, summary), source, checked

    def _esco_texts(self) -> tuple[str, ...]:
        """ESCO as a row, once some of its files have been read."""
        t, esco = self._t, self._desk.library.esco
        count = max(esco.count("skill", language) for language in LANGUAGES)
        if not count:
            return ()
        said = t.n("{n} competence", "{n} competences", count)
        return "ESCO", framework_kind_name(t, "framework"), "", said, t("European Commission"), ""

    def _has_newer(self, summary: FrameworkSummary) -> bool:
        """Only qualifications are looked at, of which there may be several orders, here or in the register."""
        if summary.kind != "qualification":
            return False
        every = library_edit.versions(self._desk, summary.key, self.frameworks)
        known = library_register.order_instead(self._desk, summary)
        return library_edit.newer(summary, every) is not None or (known is not None and known.standing == "newest")

    def open(self, key: str, part_key: str = "") -> None:
        """Open a framework, with the cursor on a part of it."""
        self.page.show_framework(key, part_key)
        self._pages.setCurrentWidget(self.page)
        self.page.tree.setFocus()

    def open_esco(self, uri: str = "") -> None:
        """Open ESCO, with the cursor on one of its concepts."""
        self.esco.show_concept(uri)
        self._pages.setCurrentWidget(self.esco)
        self.esco.tree.setFocus()

    def _open_qualification(self, qualification: Qualification) -> None:
        self.known.show_qualification(qualification)
        self._pages.setCurrentWidget(self.known)
        self.known.setFocus()

    def _open_row(self, row: int) -> None:
        if row < len(self.frameworks):
            self.open(self.frameworks[row].key)
        else:
            self.open_esco()

    def _leave_page(self) -> None:
        """Back to what was found, or to the list."""
        shown = self.hits if self.search.text().strip() else self.register
        self._pages.setCurrentWidget(shown)
        shown.setFocus()

    def _on_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _offer_back(self, removed: Framework) -> None:
        """Whoever removed a copy by mistake puts it back."""
        self._removed = removed
        self._on_changed()
        self._leave_page()
        self.put_back.show()
        self._say(self._t("The copy is removed. What a mapping took from it stays there."))

    def _put_back(self) -> None:
        assert self._removed
        self._desk.library.put_framework(self._removed)
        self.put_back.hide()
        self._on_changed()
        self.open(self._removed.key)

    def _search(self) -> None:
        """What was found stands in place of the list while something is searched for."""
        words = self.search.text()
        if words.strip():
            self.hits.search(words)
        self._pages.setCurrentWidget(self.hits if words.strip() else self.register)

    def _into_results(self) -> None:
        """Enter goes to what is shown."""
        shown = self._pages.currentWidget()
        (shown.tree if isinstance(shown, FrameworkPage | EscoPage) else shown or self).setFocus()
