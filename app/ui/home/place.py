"""The start screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import Translator
from app.ui.flow import FlowLayout
from app.ui.home.door import Door, Doors
from app.ui.search import Search
from app.ui.theme import Theme
from app.ui.tokens import BODY, DISPLAY, TITLE, XL, XXL, L, M, S
from app.ui.widgets import Button, Hair, Icon, column, label, line, para, tab_after

if TYPE_CHECKING:
    from PySide6.QtCore import QSortFilterProxyModel

    from app.store.cases import MappingSummary
    from app.ui.home.recent import RecentModel
    from app.ui.home.register import CompanyRegister

EDGE = 72
SEARCH_WIDTH = 280  # pixels at 100 %


class Ways(NamedTuple):
    """Where the start screen leads."""

    visit: Callable[[], None]
    alone: Callable[[], None]
    scan: Callable[[], None]
    sample: Callable[[], None]
    open: Callable[[str], None]
    remove: Callable[[str], None]
    note: Callable[[], object]
    notes: Callable[[], object]
    due: Callable[[], object]


class HomePlace(QWidget):
    """Three doors and a register. It is shown before the data is open; the register fills when it is."""

    dense = False

    def __init__(self, theme: Theme, t: Translator, ways: Ways) -> None:
        super().__init__()
        self._theme, self._t, self._ways = theme, t, ways
        body = column(self, (EDGE, 36, EDGE, XL))
        body.addWidget(label(theme, t("Where shall we begin?"), DISPLAY, "light"))
        body.addSpacing(XL)
        body.addWidget(self._doors())
        body.addSpacing(XXL)
        self._add_register(body)

    def flush(self) -> None:
        """Nothing is typed here but a search."""

    def _doors(self) -> Doors:
        t = self._t
        visit = Door(
            self._theme,
            "1",
            "briefcase",
            t("Company visit"),
            t("The consultant and the owner map the competence at one table."),
            (t("90 min"), t("development plan")),
        )
        alone = Door(
            self._theme,
            "2",
            "person",
            t("Self-assessment"),
            t("The owner answers alone, at their own pace. A visit can go on from it."),
            (t("30 min"), t("development plan")),
        )
        scan = Door(
            self._theme,
            "3",
            "clock",
            t("Quick scan"),
            t("Twelve questions about the company, at a fair or over the phone. No names are asked."),
            (t("10 min"), t("result in words")),
        )
        for door, way in ((visit, self._ways.visit), (alone, self._ways.alone), (scan, self._ways.scan)):
            door.clicked.connect(way)
        self.setFocusProxy(visit)
        return Doors(self._theme, (visit, alone, scan))

    def _add_register(self, body: QVBoxLayout) -> None:
        t = self._t
        head = line(gap=L)
        head.addWidget(label(self._theme, t("Companies"), TITLE))
        head.addStretch(1)
        self.sample = Button(self._theme, t("Try with the sample company"), "link", icon="play")
        self.sample.setToolTip(t("A filled-in example to look at and try things on. It is a copy: nothing can break."))
        self.sample.clicked.connect(self._ways.sample)
        head.addWidget(self.sample)
        self.search = Search(self._theme, t("Search a company or a place"))
        self.search.setMinimumWidth(round(SEARCH_WIDTH * self._theme.zoom))
        head.addWidget(self.search)
        body.addLayout(head)
        body.addSpacing(M)
        self._companies = 0
        self.search.textChanged.connect(self._filter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty())
        self._show_page()
        body.addWidget(self._pages, 1)
        body.addWidget(self._foot())

    @cached_property
    def register(self) -> CompanyRegister:
        """The companies as a table. Made when there is something to show: before the first paint it would cost time."""
        from app.ui.home.register import CompanyRegister

        made = CompanyRegister(self._theme, self._t)
        made.setModel(self._shown)
        made.share((30, 30, 0, 40, 0, 0))
        made.opened.connect(self._ways.open)
        made.removed.connect(self._ways.remove)
        self._pages.addWidget(made)
        tab_after(self.search, [made])
        return made

    @cached_property
    def _shown(self) -> QSortFilterProxyModel:
        """The companies that the search lets through."""
        from PySide6.QtCore import QSortFilterProxyModel, Qt

        made = QSortFilterProxyModel(self)
        made.setFilterKeyColumn(-1)
        made.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        made.setSourceModel(self._model)
        return made

    @cached_property
    def _model(self) -> RecentModel:
        from app.ui.home.recent import RecentModel

        return RecentModel(self._t)

    def _empty(self) -> QWidget:
        page = QWidget()
        rows = column(page, (0, S, 0, 0))
        self._nothing = para(self._theme, "")
        rows.addWidget(Hair(self._theme, "rule"))
        rows.addSpacing(M)
        rows.addWidget(self._nothing)
        rows.addStretch(1)
        return page

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = FlowLayout(foot, gap=S)
        row.addWidget(self._where_it_stays())
        self.notes = Button(self._theme, self._t("Quick signals"), "link")
        self.notes.clicked.connect(self._ways.notes)
        self.note = Button(self._theme, self._t("Note a quick signal"), "link", icon="plus", key=self._t("Ctrl+K"))
        self.note.clicked.connect(self._ways.note)
        self.due = Button(self._theme, self._t("What is due"), "link")
        self.due.clicked.connect(self._ways.due)
        for button in (self.note, self.notes, self.due):
            row.addWidget(button)
        return foot

    def _where_it_stays(self) -> QWidget:
        words = QWidget()
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = line(words, gap=S)
        row.addWidget(Icon(self._theme, "saved", size=16))
        row.addWidget(label(self._theme, self._t("Everything stays on this computer."), BODY, tone="ink2"), 1)
        return words

    def _filter(self, words: str) -> None:
        self._shown.setFilterFixedString(words)
        self._show_page()

    def show_recent(self, summaries: Sequence[MappingSummary]) -> None:
        """Fill the register; the cursor stays at its row, or at the last one."""
        row = self.register.currentIndex().row() if self._companies else -1
        self._companies = len(summaries)
        self._model.show(summaries)
        self._show_page()
        if row >= 0 and self._shown.rowCount():
            self.register.selectRow(min(row, self._shown.rowCount() - 1))

    def _show_page(self) -> None:
        """The register, or why there is nothing in it."""
        t = self._t
        begin = t("No companies yet. Open a door above: everything you enter is saved on this computer as you go.")
        no_hit = t("No company or place has these words.")
        self._nothing.setText(no_hit if self._companies else begin)
        if self._companies and self._shown.rowCount():
            self._pages.setCurrentWidget(self.register)
        else:
            self._pages.setCurrentIndex(0)
