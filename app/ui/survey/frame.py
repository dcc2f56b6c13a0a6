"""What stands round a section: the contents, the margin, and the way on and back under it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.scrolling import Scroll
from app.ui.survey.block import Block
from app.ui.survey.contents import WIDTH, Bar, Contents, State, Ways
from app.ui.survey.field import Voice
from app.ui.survey.margin import Margin
from app.ui.survey.sheet import Sheet
from app.ui.tokens import COLUMN, MARGIN, XL, L, M, S
from app.ui.widgets import Button, Hair, column, line, tab_after

EDGE, GAP = 40, 40
LEAST_COLUMN = 520  # pixels at 100 % that questions keep beside the contents
FIRST = 3  # a question that begins in this part of the first screen is a first one
LEAST_SEEN = 6  # lines of a section that are seen before the place itself is scrolled


class Frame(QWidget):
    """The contents fold to one line above the questions where there is no room, and the margin into the questions."""

    def __init__(self, voice: Voice, ways: Ways) -> None:
        super().__init__()
        self._voice = voice
        self._block: Block | None = None
        self._zoom = voice.theme.zoom
        self.contents, self.bar = Contents(voice, ways), Bar(voice, ways)
        self.margin = Margin(voice)
        self.back = Button(voice.theme, voice.t("Back"), "link", icon="arrow-left")
        self.onward = Button(voice.theme, "", "primary", after="arrow-right")
        self._inside: QWidget | None = None
        self._seeks = False
        self._stops: list[QWidget] = []
        self._settling = QTimer(self, interval=0, singleShot=True)
        self._settling.timeout.connect(self._settle)
        self._lay_out()

    def _lay_out(self) -> None:
        self.view, self._aside = Scroll(), Scroll(self.contents, sideways=False)
        for area in (self.view, self._aside):
            area.setMinimumHeight(self._voice.theme.height(LEAST_SEEN, 0))
        self._aside.setFixedWidth(self.contents.width())
        self._page = QWidget()
        self._page.installEventFilter(self)
        self._row = line(self._page, (EDGE, XL, XL, XL), GAP)
        self._row.addWidget(self.margin, 0)
        self._row.addStretch(1)
        self.view.setWidget(self._page)
        middle = column()
        middle.addWidget(self.bar)
        middle.addWidget(self.view, 1)
        middle.addWidget(Hair(self._voice.theme))
        self._foot = line(gap=M)
        self._foot.addWidget(self.onward)
        self._foot.addWidget(self.back)
        self._foot.addStretch(1)
        middle.addLayout(self._foot)
        row = line(self)
        row.addWidget(self._aside)
        row.addLayout(middle, 1)

    def show_page(self, page: QWidget) -> None:
        """Show a section, or the result, in place of what is there."""
        self.stand_beside(None)
        if self._inside:
            self._row.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = page
        page.setMaximumWidth(round(COLUMN * self._zoom))
        self._row.insertWidget(0, page, 100)
        page.show()  # at once, not with the next event: the focus goes there now
        self.view.verticalScrollBar().setValue(0)
        self.arrange()

    def show_state(self, state: State) -> None:
        self.contents.show_state(state)
        self.bar.show_state(state)

    @property
    def inside(self) -> QWidget | None:
        """The page that is shown."""
        return self._inside

    def order(self, inside: Iterable[QWidget]) -> None:
        """Let Tab go as one reads: the contents, what is `inside`, and the ways on; the margin is last."""
        ways = (self.bar.sections, self.bar.left_open, *inside, self.onward, self.back, self.margin.away)
        stops = [*self.contents.stops(), *ways]
        if stops != self._stops:
            self._stops = stops
            tab_after(stops[0], stops[1:])

    def showEvent(self, event: QShowEvent) -> None:
        """Put into the window, parts come in the order they were made; from then on as one reads."""
        super().showEvent(event)
        tab_after(self._stops[0], self._stops[1:])

    def name_ways(self, onward: str, *, back: bool) -> None:
        """What comes next, in the words of the button; no button when there are none."""
        self.onward.setText(onward)
        self.onward.setAccessibleName(onward)
        self.onward.updateGeometry()
        self.onward.setVisible(bool(onward))
        self.back.setVisible(back)

    def part_in_hand(self) -> QWidget | None:
        """The part of the page in which the cursor is."""
        return None

    def bring_into_sight(self) -> None:
        """Scroll to the part in hand, once it stands where it will."""
        self._seeks = True
        self._settling.start()

    def stand_beside(self, block: Block | None) -> None:
        """Say beside a question where its answer leads."""
        self._block = block
        self._settling.start()

    def _settle(self) -> None:
        """Once everything stands where it will: the note beside its question, and that in sight."""
        self.margin.show_block(self._block if self.margin.isVisibleTo(self) else None)
        if self._seeks and (part := self.part_in_hand()):
            self._seek(part)
        self._seeks = False

    def _seek(self, part: QWidget) -> None:
        """Show a part as a whole, but do not push the heading away for a first one that is long."""
        hand, seen = QApplication.focusWidget(), self.view.viewport().height()
        top = part.mapTo(self._page, QPoint(0, 0)).y()
        if hand and top < seen // FIRST and hand.mapTo(self._page, QPoint(0, hand.height())).y() <= seen:
            self.view.verticalScrollBar().setValue(0)
        else:
            self.view.ensureWidgetVisible(part, 0, M)

    def eventFilter(self, _page: QObject, event: QEvent) -> bool:
        """The note stays beside its question when what is above it grows."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._settling.start()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Fold what there is no room for."""
        width, zoom = self.width(), self._zoom
        beside = width >= (WIDTH + LEAST_COLUMN) * zoom + 2 * EDGE
        room = width - (WIDTH * zoom if beside else 0)
        margin = isinstance(self._inside, Sheet) and room >= (COLUMN + MARGIN) * zoom + EDGE + GAP + XL + S
        self._aside.setVisible(beside)
        self.bar.setVisible(not beside)
        self.margin.setVisible(margin)
        edge = EDGE if beside else L
        self._row.setContentsMargins(edge, XL if beside else S, edge, XL)
        self._foot.setContentsMargins(edge, M, edge, M)
        if isinstance(self._inside, Sheet):
            self._inside.show_leads(here=not margin)
