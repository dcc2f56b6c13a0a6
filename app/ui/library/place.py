"""The library: what can be known, learnt and asked for here, how old it is, and files read into it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QStackedWidget, QWidget

from app.catalogues.model import Directory
from app.errors import UserError
from app.i18n import Translator
from app.offers.ending import is_over
from app.offers.model import Offer
from app.services import libraries
from app.services.catalogues import of_directory
from app.services.updates_model import Source
from app.ui.library.competences import Competences
from app.ui.library.directory import Services
from app.ui.library.importing import Importing
from app.ui.library.kinds import KindTabs
from app.ui.library.offers import Offers
from app.ui.library.surveys import Surveys
from app.ui.place import Go, Say
from app.ui.tables import LARGE
from app.ui.tasks import Job, Runner
from app.ui.theme import Theme
from app.ui.tokens import HEAD, NOTE, L, M, S
from app.ui.widgets import Button, Hair, column, label, line, para
from app.wording.library_offers import is_doubtful

if TYPE_CHECKING:
    from app.services.desk import Desk

Counted = tuple[tuple[Offer, ...], Directory, tuple[UserError, ...]]


class LibraryPlace(QWidget):
    """Reading goes on off the window's thread and can be cancelled; each file is taken whole or not at all."""

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._say = theme, t, desk, say
        self.dense = theme.zoom >= LARGE
        self._runner, self._count_again = Runner(self), False
        self.importing = Importing(theme, t, desk, say, self.refresh)
        self.competences = Competences(theme, t, desk, say)
        self.offers = Offers(theme, t, desk)
        self.services = Services(theme, t, desk)
        self.surveys = Surveys(theme, t, desk, say)
        self._panes: dict[str, QWidget] = {
            "competences": self.competences,
            "offers": self.offers,
            "services": self.services,
            "surveys": self.surveys,
        }
        self._lay_out(mapping_key, go)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.competences.changed.connect(self._count_frameworks)
        self.competences.update_asked.connect(lambda words: self.ask("eperusteet", words))
        self.offers.update_asked.connect(lambda: self.ask("opintopolku"))
        self.surveys.changed.connect(self._count_surveys)
        self.kinds.chosen.connect(self._turn_to)

    def _lay_out(self, mapping_key: str, go: Go) -> None:
        t = self._t
        names = (t("Competences"), t("Offers"), t("Services and funding"), t("Surveys"))
        self.kinds = KindTabs(self._theme, t("What to see of the library"), zip(self._panes, names, strict=True))
        self._stack = QStackedWidget()
        for pane in self._panes.values():
            self._stack.addWidget(pane)
        rows = column(self, (28, L, 28, L), S)
        rows.addLayout(self._head(mapping_key, go))
        words = t(
            "Qualifications of ePerusteet, frameworks as CASE, files of ESCO, DigComp and EntreComp, offers of "
            "Opintopolku, a table of your own, a survey as XLSForm, or a plan. A file is recognised by what is in it."
        )
        rows.addWidget(para(self._theme, words, NOTE, "ink3"))
        tabs = column()
        tabs.addWidget(self.kinds)
        tabs.addWidget(Hair(self._theme, "rule"))
        rows.addLayout(tabs)
        rows.addWidget(self._stack, 1)
        rows.addWidget(self.importing)
        self.setFocusProxy(self.competences.search)

    def _head(self, mapping_key: str, go: Go) -> QHBoxLayout:
        head = line(gap=M)
        head.addWidget(label(self._theme, self._t("Library"), HEAD))
        head.addStretch(1)
        if mapping_key:
            back = Button(self._theme, self._t("Back to the company"), "link", icon="arrow-left")
            back.clicked.connect(lambda: go("needs"))
            head.addWidget(back)
        head.addWidget(self.importing.choose)
        return head

    def flush(self) -> None:
        """Nothing is typed here that is not kept at once."""

    @property
    def report(self) -> QPlainTextEdit:
        """What came of the last import."""
        return self.importing.report

    def read(self, paths: Sequence[Path]) -> None:
        """Read files into the library."""
        self.importing.read(paths)

    def ask(self, source: Source, words: str = "") -> None:
        """Let a public service be asked, which goes to the network, for what these words tell."""
        from app.ui.library.update import UpdateDialog

        asking = UpdateDialog(self._theme, self._t, self._desk, source, self._taken, self.window())
        asking.text.setText(words)
        asking.open()

    def _taken(self, words: str) -> None:
        self.refresh()
        self._say(words)

    def _turn_to(self, kind: str) -> None:
        """Show one; the others ask for no height meanwhile, so that no place is scrolled for what is not seen."""
        for each, pane in self._panes.items():
            asks = QSizePolicy.Policy.Preferred if each == kind else QSizePolicy.Policy.Ignored
            pane.setSizePolicy(QSizePolicy.Policy.Preferred, asks)
        self._stack.setCurrentWidget(self._panes[kind])

    @property
    def busy(self) -> bool:
        """Whether the tabs do not yet tell all."""
        return self._runner.busy

    # How many there are of each, and how old

    def refresh(self) -> None:
        """Show what the library now holds. Offers may be many, so they are read off the window's thread."""
        self.competences.refresh()
        self._count_frameworks()
        self.surveys.refresh()
        self._count_surveys()
        self._count_others()

    def _count_others(self) -> None:
        """Once more at the end, where it is asked for while it is under way: the library has changed meanwhile."""
        desk = self._desk

        def work(_job: Job) -> Counted:
            found = of_directory(desk)
            return libraries.offers(desk), found.directory, found.faults

        self._count_again = self._runner.start(work, self._show_counted, _fail) is None

    def _show_counted(self, counted: Any) -> None:
        found: Counted = counted
        offers, directory, faults = found
        t, today = self._t, self._desk.today
        self.offers.show_offers(offers)
        self.services.show_directory(directory)
        doubtful = sum(is_doubtful(offer, today) and not is_over(offer, today) for offer in offers)
        self._tell("offers", len(offers), self._to_check(doubtful), to_mind=doubtful > 0)
        to_check = self.services.to_check
        self._tell("services", self.services.count, self._to_check(to_check), to_mind=to_check > 0)
        for fault in faults:
            self._say(t.explain(fault))
        if self._count_again:
            self._count_others()

    def _to_check(self, count: int) -> str:
        return self._t.n("{n} to check first", "{n} to check first", count) if count else ""

    def _count_frameworks(self) -> None:
        known = self.competences.frameworks
        oldest = min((each.checked for each in known if each.checked), default=None)
        note = self._t("oldest checked {day}", day=self._t.day(oldest)) if oldest else ""
        self._tell("competences", len(known), note)

    def _count_surveys(self) -> None:
        last = self.surveys.last_imported
        note = self._t("last imported {day}", day=self._t.day(last)) if last else ""
        self._tell("surveys", self.surveys.count, note)

    def _tell(self, kind: str, count: int, note: str, *, to_mind: bool = False) -> None:
        self.kinds.tabs[kind].tell(self._t.number(count), note, to_mind=to_mind)


def _fail(error: BaseException) -> None:
    """The library is there and whole, or the program is broken: whoever reports it is told."""
    raise error
