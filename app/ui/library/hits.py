"""What was found in the library of competences: of the frameworks first, then of ESCO."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from app.frameworks.esco import Concept
from app.i18n import Translator
from app.services.library_search import Entry, Ready, find, find_concepts, ready
from app.ui.library.rows import modest, row_items
from app.ui.tables import Register
from app.ui.tasks import Runner
from app.ui.theme import Theme
from app.ui.tokens import NOTE, S
from app.ui.widgets import column, para
from app.wording.esco import concept_kind_name

if TYPE_CHECKING:
    from app.services.desk import Desk

MOST: Final = 60
MOST_OF_ESCO: Final = 20


class Hits(QWidget):
    """`entry_opened` carries the keys of a framework and of a part of it, `concept_opened` an address in ESCO."""

    entry_opened = Signal(str, str)
    concept_opened = Signal(str)

    def __init__(self, theme: Theme, t: Translator, desk: Desk) -> None:
        super().__init__()
        self._t, self._desk = t, desk
        self._ready: Ready | None = None
        self._found: tuple[Entry | Concept, ...] = ()
        self._words, self.searched_for = "", ""
        self._runner = Runner(self)
        self._model = QStandardItemModel(self)
        self.register = Register(theme, t("What was found"))
        self.register.setModel(self._model)
        self.register.activated.connect(lambda index: self._open(index.row()))
        self.remark = para(theme, "", NOTE)
        rows = column(self, gap=S)
        modest(self.register)
        rows.addWidget(self.remark)
        rows.addWidget(self.register, 1)
        self.setFocusProxy(self.register)

    def forget(self) -> None:
        """The library has become another one: it is made ready anew when somebody searches."""
        self._ready = None

    def search(self, words: str) -> None:
        """Search at once; the first time that takes a moment, and goes on off the window's thread."""
        self._words, desk = words, self._desk
        if self._ready is None:
            self.remark.setText(self._t("The search is being made ready."))
            self._runner.start(lambda _job: ready(desk), self._take_ready, _fail)
            return
        concepts = find_concepts(desk, words, self._t.language, MOST_OF_ESCO)
        self._show((*find(self._ready, words, MOST), *concepts))
        self.searched_for = words

    def _take_ready(self, made: Ready) -> None:
        self._ready = made
        self.search(self._words)

    def _show(self, found: tuple[Entry | Concept, ...]) -> None:
        t, self._found = self._t, found
        self._model.clear()
        self._model.setHorizontalHeaderLabels([t("Name"), t("Code"), t("Stands in"), t("Framework")])
        for each in found:
            self._model.appendRow(row_items(self._texts(each)))
        self.register.share((42, 0, 24, 34))
        self.register.selectRow(0)
        self.register.setVisible(bool(found))
        none = t("Nothing was found. Try other words.")
        self.remark.setText(t.n("{n} found", "{n} found", len(found)) if found else none)

    def _texts(self, found: Entry | Concept) -> tuple[str, ...]:
        t = self._t
        if isinstance(found, Concept):
            return t.said(found.name), found.code, concept_kind_name(t, found.kind), "ESCO"
        name = t.said(found.name) or t.said(found.description)
        return name, found.code, t.said(found.above), t.said(found.framework.name)

    def _open(self, row: int) -> None:
        found = self._found[row]
        if isinstance(found, Concept):
            self.concept_opened.emit(found.uri)
        else:
            self.entry_opened.emit(found.framework.key, found.key)


def _fail(error: BaseException) -> None:
    """The library is there and whole, or the program is broken: whoever reports it is told."""
    raise error
