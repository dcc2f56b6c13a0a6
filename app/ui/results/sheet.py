"""The results laid out: what to fix and what matters most at the left, the whole picture at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import MAX_AGREED
from app.mapping.plan import Results
from app.services.results import results_of
from app.services.units import extents
from app.services.versions import since_last
from app.ui.place import Go, Say
from app.ui.results import acts, statements
from app.ui.results.block import StatementBlock
from app.ui.results.fold import Fold
from app.ui.results.hand import Hand
from app.ui.results.heat import heat_map
from app.ui.results.heat_model import HeatModel
from app.ui.results.heat_table import HeatTable
from app.ui.results.importance import ImportanceBlock
from app.ui.results.legend import BandLegend
from app.ui.results.order import agree_on_first
from app.ui.results.ranked import ranking
from app.ui.results.ranking import Ranking, RankingModel
from app.ui.results.room import GUTTER, Room
from app.ui.results.since import SinceBlock
from app.ui.results.units import UnitBlock
from app.ui.section import Section
from app.ui.theme import Theme
from app.ui.tokens import DISPLAY, XL, XS, XXL, L, M, S
from app.ui.widgets import Button, column, label, line
from app.wording.sentences import completeness_sentence

if TYPE_CHECKING:
    from app.services.desk import Desk

GAP: Final = 40 - GUTTER
LEAST_WIDE: Final = 1000
"""Under this width, in pixels at 100 %, the right column stands under the left one."""
LEAST_BESIDE, MOST_ABOVE = 2, 8
"""Priorities that show at the least beside the right column, and those that show at first above it."""
MOST_TO_FIX: Final = 5


def read(desk: Desk, key: str) -> Results:
    """The results of a mapping as it is stored."""
    return results_of(desk, desk.cases.load(key))


class ResultsSheet(QWidget):
    """Shows the results of a mapping, and lets the owner agree on five."""

    def __init__(self, theme: Theme, t: Translator, desk: Desk, results: Results, say: Say, go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self.results, self._say = theme, t, desk, results, say
        self._scrolls_itself = True
        self.fix_first = StatementBlock(theme, t("Fix first"), t("cards and permits, not scored"), MOST_TO_FIX)
        self.priorities = RankingModel()
        self.list = Ranking(theme, t, self.priorities)
        self.more = Fold(theme, t, self.list)
        self.hand = Hand(theme, t)
        self.heat = HeatModel(t)
        self.map = HeatTable(theme, t, self.heat)
        self.importance = ImportanceBlock(theme, t)
        self.since = SinceBlock(theme, t)
        self.coverage = StatementBlock(theme, t("Enough people able"), t("business-critical needs"))
        self.risks = StatementBlock(theme, t("Risks"))
        self.units = UnitBlock(theme, t)
        self._agreed = Section(theme, t("Priorities"))
        self._roles = Section(theme, t("Roles and competences"))
        self._lay_out(go)
        self._connect()
        self.show_results(results)
        self.setFocusProxy(self.list)

    # How it stands.

    def _lay_out(self, go: Go) -> None:
        self._right = Room(self._pictures())
        page = column(self, (XXL, L, XXL - GUTTER, M))
        page.addLayout(self._head(go))
        page.addSpacing(M)
        self._columns = line(gap=GAP)
        self._columns.addWidget(self._lists())
        self._columns.addWidget(self._right)
        page.addLayout(self._columns, 1)

    def _head(self, go: Go) -> QHBoxLayout:
        head = line(margins=(0, 0, GUTTER, 0), gap=M)
        head.addWidget(label(self._theme, self._t("What matters most?"), DISPLAY, "light"))
        head.addStretch(1)
        self.what_if = Button(self._theme, self._t("What if?"), "link", icon="compass")
        head.addWidget(self.what_if)
        self.onward = Button(self._theme, self._t("Plan the measures"), "primary", after="arrow-right")
        self.onward.clicked.connect(lambda: go("plan"))
        head.addWidget(self.onward)
        return head

    def _lists(self) -> QWidget:
        left = QWidget()
        rows = column(left)
        above = column(margins=(0, 0, GUTTER, XS))
        above.addWidget(self.fix_first)
        above.addWidget(self._agreed)
        below = column(margins=(0, M, GUTTER, 0))
        below.addWidget(self.more)
        below.addWidget(self.hand)
        rows.addLayout(above)
        rows.addWidget(self.list, 1000)
        rows.addLayout(below)
        rows.addStretch(1)  # only what the list does not need
        return left

    def _pictures(self) -> QWidget:
        inside = QWidget()
        rows = column(inside)
        rows.addWidget(self._roles)
        rows.addSpacing(S)
        rows.addWidget(self.map)
        rows.addSpacing(S)
        rows.addWidget(BandLegend(self._theme, self._t))
        rows.addSpacing(XL)
        for block in (self.importance, self.since, self.coverage, self.risks, self.units):
            rows.addWidget(block)
        rows.addStretch(1)
        return inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= LEAST_WIDE * self._theme.zoom
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._columns.setStretch(0, 1)
        self._columns.setStretch(1, 1 if wide else 0)
        self._scrolls_itself = wide
        self._hold()
        self._right.show_whole(whole=not wide)

    def _hold(self) -> None:
        """Where the page is scrolled, no list in it is."""
        self.fix_first.list.scroll_beyond(MOST_TO_FIX if self._scrolls_itself else None)
        self.list.show_at_least(LEAST_BESIDE if self._scrolls_itself else self.priorities.rowCount())
        self.more.hold(None if self._scrolls_itself else MOST_ABOVE)

    # What it shows.

    def show_results(self, results: Results) -> None:
        """Show other results; the need in hand stays in hand."""
        t = self._t
        self._show_order(results)
        self.fix_first.show_statements(statements.to_fix_first(t, results))
        self._roles.remark.setText(completeness_sentence(t, results.readiness))
        self.heat.show(heat_map(t, results))
        self.since.show_since(results, since_last(self._desk, results.mapping.key))
        self.coverage.show_statements(statements.enough_able(t, results))
        self.risks.show_statements(statements.at_risk(t, results))
        self.units.show_units(results, extents(self._desk, results.mapping))

    def _show_order(self, results: Results) -> None:
        """Show what follows from the owner's order, which is all that is changed here."""
        t, in_hand = self._t, self.list.in_hand()
        self.results = results
        self.priorities.show_ranking(ranking(t, results))
        self._hold()
        self.list.take(in_hand.scored.need.key if in_hand else "")
        self._agreed.remark.setText(t("{n} of {most} agreed", n=len(results.agreed), most=MAX_AGREED))
        self.importance.show_results(results)
        self._show_hand()

    def _show_hand(self) -> None:
        self.hand.show_priority(self.list.in_hand(), may_fill=bool(agree_on_first(self.results)))

    def flush(self) -> None:
        """Write the reason that is being typed."""
        self.hand.flush()

    # What is done.

    def _connect(self) -> None:
        self.list.toggled.connect(self._toggle)
        self.list.moved.connect(self._move)
        self.list.went.connect(self._show_hand)
        self.hand.filled.connect(self._fill)
        self.hand.moved.connect(self._move)
        self.hand.reasoned.connect(self._give_reason)
        self.map.chosen.connect(self._go_to)
        self.importance.chosen.connect(self._go_to)

    def _toggle(self) -> None:
        priority = self.list.in_hand()
        if priority:
            self._do(lambda: acts.toggle(self._desk, self._t, self.results, priority))

    def _fill(self) -> None:
        """The button is gone when there are five, so the list takes the focus."""
        self._do(lambda: acts.agree_on_first(self._desk, self._t, self.results))
        self.list.setFocus()

    def _move(self, step: Literal[-1, 1]) -> None:
        priority = self.list.in_hand()
        if priority:
            self._do(lambda: acts.move(self._desk, self._t, self.results, priority, step))

    def _give_reason(self, need_key: str, reason: str) -> None:
        self._do(lambda: acts.give_reason(self._desk, self._t, self.results, need_key, reason))

    def _go_to(self, need_key: str) -> None:
        self.more.open_for(self.priorities.row_of(need_key))
        self.list.setFocus()
        self.list.take(need_key)

    def _do(self, act: Callable[[], str]) -> None:
        """What cannot be done is said, too; either way the sheet shows what is stored."""
        try:
            words = act()
        except UserError as error:
            words = self._t.explain(error)
        self._show_order(read(self._desk, self.results.mapping.key))
        self._say(words)
