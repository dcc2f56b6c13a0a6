"""The middle of the plan: the one in hand, its ways forward side by side, and its measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.i18n import Translator
from app.mapping.model import Measure, OptionType
from app.ui.flow import FlowLayout
from app.ui.plan.aside import Kind
from app.ui.plan.cells import Complain
from app.ui.plan.comparison import Comparison, Toggle
from app.ui.plan.facts import Way
from app.ui.plan.funding import Funding, FundingPanel
from app.ui.plan.measures import MeasuresModel
from app.ui.plan.register import MeasuresView
from app.ui.scrolling import Body, ModestScroll
from app.ui.section import Section
from app.ui.theme import Theme
from app.ui.tokens import BODY, HEAD, XL, XS, L, M, S
from app.ui.widgets import ALIGN, Button, column, line, para, tab_after, turn
from app.wording.words import capital, option_name

SIDE: Final = 28
ABREAST: Final = 560  # pixels at 100 %


@dataclass(frozen=True, slots=True)
class Deeds:
    """What can be done here: a way put in or taken out by its place, a measure begun or taken away by its row.

    `fund` chooses a funding route, by its code, for the measure in hand; `beside` opens something in the drawer.
    """

    toggle: Callable[[int], None]
    add_own: Callable[[OptionType], None]
    remove: Callable[[int], None]
    fund: Callable[[str], None]
    complain: Complain
    preview: Callable[[], None]
    beside: Callable[[Kind], None]


class _Scroll(ModestScroll):
    """Tells its content how wide it may be before it is laid out."""

    def __init__(self, arrange: Callable[[int], None]) -> None:
        super().__init__()
        self._arrange = arrange

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(self.viewport().width())
        super().resizeEvent(event)


class Page(QWidget):
    """Shows what it is given, and calls a deed for whatever is pressed."""

    def __init__(self, theme: Theme, t: Translator, model: MeasuresModel, deeds: Deeds) -> None:
        super().__init__()
        self._theme, self._t, self._deeds = theme, t, deeds
        self._title = para(theme, "", HEAD, "ink")
        self._reason = para(theme, "", BODY)
        self.comparison: Comparison | None = None
        self.waiting = para(theme, "")
        self.section = Section(theme, t("Measures"))
        self.empty = para(
            theme, t("Nothing is agreed on here yet: choose a way forward above, or write an own measure.")
        )
        self.empty.setContentsMargins(0, S, 0, 0)
        self.table = MeasuresView(theme, t("Measures"), model, deeds.remove, deeds.complain)
        self.table.moved.connect(self._follow)
        self.decided = para(theme, "")
        self.funding = FundingPanel(theme, t, deeds.fund)
        self.preview = Button(theme, t("Preview the plan"), "primary", icon="document")
        self.preview.clicked.connect(deeds.preview)
        self._scroll = _Scroll(self._arrange)
        self._body = Body()
        self._rows = self._lay_out_body()
        self._scroll.setWidget(self._body)
        rows = column(self, (SIDE, L, 0, 0), L)
        self._head = self._made_head()
        rows.addLayout(self._head)
        rows.addWidget(self._scroll, 1)

    def _made_head(self) -> QHBoxLayout:
        words = column(gap=XS)
        words.addWidget(self._title)
        words.addWidget(self._reason)
        head = line(margins=(0, 0, SIDE, 0), gap=L)
        head.addLayout(words, 1)
        head.addWidget(self.preview, 0, ALIGN.AlignLeft | ALIGN.AlignTop)  # under the title it would else narrow it
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stands beside the title, or under it where there is no room for a long word and both."""
        turn(self._head, (), abreast=self.width() >= round(ABREAST * self._theme.zoom))
        super().resizeEvent(event)

    def _lay_out_body(self) -> QVBoxLayout:
        rows = column(self._body, (0, 0, SIDE, L))
        rows.addWidget(self.waiting)
        rows.addSpacing(L)
        rows.addWidget(self._ways_besides())
        rows.addSpacing(XL)
        rows.addWidget(self.section)
        rows.addWidget(self.empty)
        rows.addWidget(self.table)
        rows.addSpacing(M)
        rows.addWidget(self._acts_on_measures())
        rows.addSpacing(S)
        rows.addWidget(self.decided)
        rows.addSpacing(XL)
        rows.addWidget(self.funding)
        rows.addStretch(1)
        return rows

    def _ways_besides(self) -> QWidget:
        """What is opened beside: every offer, several steps, and one programme for all priorities."""
        t, row = self._t, QWidget()
        self.search = self._opens(t("Search all offers"), "search", "search")
        self.steps = self._opens(t("Show as steps"), "arrow-up", "steps")
        self.programme = self._opens(t("One programme for all priorities"), "compass", "programme")
        self.steps.hide()
        flow = FlowLayout(row, gap=M, line_gap=S)
        for button in (self.search, self.steps, self.programme):
            flow.addWidget(button)
        return row

    def _opens(self, words: str, icon: str, kind: Kind) -> Button:
        made = Button(self._theme, words, "quiet", icon=icon)
        made.clicked.connect(lambda: self._deeds.beside(kind))
        return made

    def _acts_on_measures(self) -> QWidget:
        row = QWidget()
        self.detail = self._opens(self._t("Decision and referral"), "talk", "detail")
        flow = FlowLayout(row, gap=M, line_gap=S)
        flow.addWidget(self._own())
        flow.addWidget(self.detail)
        return row

    def _own(self) -> Button:
        """Begins a measure of any kind there is."""
        self.own = Button(self._theme, self._t("Add own measure"), "quiet", icon="plus")
        self.kinds = QMenu(self.own)
        self.kinds.setFont(self._theme.font())
        self.kinds.setAccessibleName(self._t("Kind of measure"))
        for option in OptionType:
            action = self.kinds.addAction(capital(option_name(self._t, option)))
            action.triggered.connect(lambda _checked=False, kind=option: self._deeds.add_own(kind))
        self.own.clicked.connect(lambda: self.kinds.popup(self.own.mapToGlobal(self.own.rect().bottomLeft())))
        return self.own

    def toggles(self) -> list[Toggle]:
        """The buttons of the ways forward that are shown."""
        return self.comparison.toggles if self.comparison else []

    def show_subject(self, title: str, reason: str) -> None:
        """What is in hand, and why it stands where it stands; ways forward are still to come."""
        self._title.setText(title)
        self._reason.setText(reason)
        self._clear()
        self._scroll.verticalScrollBar().setValue(0)

    def show_waiting(self, words: str) -> None:
        """A sentence in the place of the ways forward."""
        self._clear()
        self.waiting.setText(words)
        self.waiting.show()

    def show_ways(self, ways: Sequence[Way]) -> None:
        self._clear()
        self.comparison = Comparison(self._theme, self._t, ways, self._deeds.toggle)
        self.comparison.arrange(self._room(self._scroll.viewport().width()))
        self._rows.insertWidget(0, self.comparison)
        tab_after(self.preview, [*self.toggles(), self.search])  # what is built last would be reached last

    def show_measures(self, measures: Sequence[Measure], chosen: Sequence[bool]) -> None:
        """The measures in the table, and which ways forward are among them."""
        self.table.setVisible(bool(measures))
        self.empty.setVisible(not measures)
        count = len(measures)
        self.section.remark.setText(self._t.n("{n} measure", "{n} measures", count) if count else "")
        if self.comparison:
            self.comparison.show_chosen(chosen)

    def show_path(self, *, there: bool) -> None:
        """Whether there is a path of several steps to show."""
        self.steps.setVisible(there)

    def show_decided(self, words: str, name: str) -> None:
        """How far the measure in hand is decided on and referred, and what it is called; nothing without one."""
        self.detail.setVisible(bool(name))
        self.detail.setAccessibleDescription(name)
        self.decided.setText(f"{name}: {words}" if words else "")
        self.decided.setVisible(bool(words))

    def show_funding(self, found: Funding | None) -> None:
        """Funding routes of the measure in hand; None while there is no measure."""
        self.funding.show_funding(found)
        tab_after(self.own, [self.detail, *self.funding.buttons])

    def _clear(self) -> None:
        self.waiting.hide()
        if self.comparison:
            self._rows.removeWidget(self.comparison)
            self.comparison.hide()
            self.comparison.deleteLater()
            self.comparison = None

    def _arrange(self, width: int) -> None:
        if self.comparison:
            self.comparison.arrange(self._room(width))

    def _room(self, width: int) -> int:
        return width - SIDE

    def _follow(self, cell: QRect) -> None:
        """Keep the cell in hand in sight. What is clicked is in sight, and must not move under a second click."""
        clicked = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if clicked or not self.table.hasFocus():
            return
        centre = self.table.mapTo(self._body, cell.center())
        self._scroll.ensureVisible(centre.x(), centre.y(), 0, cell.height())
