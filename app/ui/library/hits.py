"""What was found in the library of competences: of the frameworks first, then of ESCO."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from app.catalogues.qualifications import Qualification
from app.catalogues.titles import JobTitle
from app.frameworks.esco import Concept
from app.i18n import Translator
from app.services import libraries
from app.services.library_search import Entry, Found, Ready, codes_of, find, find_concepts, ready
from app.ui.library.rows import modest, row_items
from app.ui.tables import Register
from app.ui.tasks import Runner
from app.ui.theme import Theme
from app.ui.tokens import NOTE, S
from app.ui.widgets import column, para
from app.wording.esco import concept_kind_name
from app.wording.register import qualification_kind_name

if TYPE_CHECKING:
    from app.services.desk import Desk

MOST: Final = 60
MOST_OF_ESCO: Final = 20


class Hits(QWidget):
    """`entry_opened` carries the keys of a framework and of a part of it, `concept_opened` an address in ESCO, and
    `qualification_opened` a qualification that is not imported.
    """

    entry_opened = Signal(str, str)
    concept_opened = Signal(str)
    qualification_opened = Signal(object)

    def __init__(self, theme: Theme, t: Translator, desk: Desk) -> None:
        super().__init__()
        self._t, self._desk = t, desk
        self._ready: Ready | None = None
        self._found: tuple[Found | Concept, ...] = ()
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

    def _show(self, found: tuple[Found | Concept, ...]) -> None:
        t, self._found = self._t, found
        self._model.clear()
        self._model.setHorizontalHeaderLabels([t("Name"), t("Code"), t("Stands in"), t("Framework")])
        for each in found:
            self._model.appendRow(row_items(self._texts(each)))
        self.register.share((42, 0, 24, 34), under=(2, 3))
        self.register.selectRow(0)
        self.register.setVisible(bool(found))
        none = t("Nothing was found. Try other words.")
        self.remark.setText(t.n("{n} found", "{n} found", len(found)) if found else none)

    def _texts(self, found: Found | Concept) -> tuple[str, ...]:
        t, name = self._t, self._t.said(found.name)
        match found:
            case Concept():
                return name, found.code, concept_kind_name(t, found.kind), "ESCO"
            case Entry():
                above, framework = t.said(found.above), t.said(found.framework.name)
                return name or t.said(found.description), found.code, above, framework
            case Qualification():
                return name, found.code, qualification_kind_name(t, found.kind), t("not imported")
            case JobTitle():
                return name, ", ".join(codes_of(found)), t("job title"), self._profile(found)

    def _profile(self, title: JobTitle) -> str:
        return self._t.said(libraries.framework(self._desk, title.profile).name)

    def _open(self, row: int) -> None:
        match self._found[row]:
            case Concept() as concept:
                self.concept_opened.emit(concept.uri)
            case Entry() as entry:
                self.entry_opened.emit(entry.framework.key, entry.key)
            case Qualification() as qualification:
                self.qualification_opened.emit(qualification)
            case JobTitle() as title:
                self.entry_opened.emit(title.profile, "")


def _fail(error: BaseException) -> None:
    """The library is there and whole, or the program is broken: whoever reports it is told."""
    raise error
