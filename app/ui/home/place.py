"""The start screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import Translator
from app.ui.home.door import Door
from app.ui.home.recent import KEY, RecentModel
from app.ui.tables import Register
from app.ui.theme import Theme
from app.ui.tokens import BODY, DISPLAY, TITLE, XL, XXL, L, M, S
from app.ui.widgets import Hair, Icon, Search, Sheet, column, label, line, para

if TYPE_CHECKING:
    from app.store.cases import MappingSummary

EDGE = 72


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the start screen leads."""

    visit: Callable[[], None]
    alone: Callable[[], None]
    sample: Callable[[], None]
    open: Callable[[str], None]


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

    def _doors(self) -> Sheet:
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
        sample = Door(
            self._theme,
            "3",
            "play",
            t("Sample company"),
            t("A filled-in example to look at and try things on. It is a copy: nothing can break."),
            ("", t("ready at once")),
        )
        sheet = Sheet(self._theme)
        row = line(sheet)
        for door, way in ((visit, self._ways.visit), (alone, self._ways.alone), (sample, self._ways.sample)):
            if row.count():
                row.addWidget(Hair(self._theme, vertical=True))
            door.clicked.connect(way)
            row.addWidget(door, 1)
        return sheet

    def _add_register(self, body: QVBoxLayout) -> None:
        t = self._t
        head = line(gap=L)
        head.addWidget(label(self._theme, t("Companies"), TITLE))
        head.addStretch(1)
        self.search = Search(self._theme, t("Search a company or a place"))
        self.search.setMinimumWidth(280)
        head.addWidget(self.search)
        body.addLayout(head)
        body.addSpacing(M)
        self._model = RecentModel(t)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterKeyColumn(-1)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search.textChanged.connect(self._shown.setFilterFixedString)
        self.register = Register(self._theme, t("Companies"))
        self.register.setModel(self._shown)
        self.register.share((24, 22, 14, 27, 13))
        self.register.activated.connect(self._open)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty())
        self._pages.addWidget(self.register)
        body.addWidget(self._pages, 1)
        body.addLayout(self._foot())

    def _empty(self) -> QWidget:
        page = QWidget()
        rows = column(page, (0, S, 0, 0))
        words = self._t(
            "No companies yet. Open a door above: everything you enter is saved on this computer as you go."
        )
        rows.addWidget(Hair(self._theme, "rule"))
        rows.addSpacing(M)
        rows.addWidget(para(self._theme, words))
        rows.addStretch(1)
        return page

    def _foot(self) -> QHBoxLayout:
        row = line(gap=S)
        row.addWidget(Icon(self._theme, "saved", size=16))
        row.addWidget(label(self._theme, self._t("Everything stays on this computer."), BODY, tone="ink2"))
        row.addStretch(1)
        return row

    def _open(self, index: QModelIndex) -> None:
        self._ways.open(str(index.data(KEY)))

    def show_recent(self, summaries: Sequence[MappingSummary]) -> None:
        """Fill the register."""
        self._model.show(summaries)
        self._pages.setCurrentIndex(1 if summaries else 0)
