"""The sections with how far each is, and what was left open: a column beside the questions, or two menus above them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractButton, QListView, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.mapping.interview import Place
from app.ui import icons
from app.ui.survey.choice import TALL, WRAP
from app.ui.survey.field import Voice
from app.ui.survey.words import Row
from app.ui.tables import RowDelegate, row_height
from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, L, M, S
from app.ui.widgets import ALIGN, Button, Elided, Ground, column, focus_ring, label, line, para

WIDTH = 264  # pixels at 100 %
PLACE = Qt.ItemDataRole.UserRole + 10
LEAST_OPEN = 3  # rows of what is left open that are always seen
MOST_IN_MENU = 20
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Open = tuple[Place, str]
"""A question that is open, and its words."""


@dataclass(frozen=True, slots=True)
class State:
    """What the contents show: the sections, which of them is in hand, and what is left open first."""

    survey: str
    progress: str
    rows: Sequence[Row]
    here: str
    left_open: Sequence[Open]
    open_in_all: int


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the contents lead."""

    section: Callable[[str], None]
    question: Callable[[Place], None]
    other: Callable[[], None]


class SectionItem(QAbstractButton):
    """A mark, the name, and the minutes that are left."""

    def __init__(self, theme: Theme, row: Row) -> None:
        super().__init__()
        self._theme, self.row, self.here = theme, row, False
        self._heights: dict[int, int] = {}  # by width: Qt asks for each many times
        self.setText(row.name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_row(self, row: Row, spoken: str, *, here: bool) -> None:
        if (self.row, self.here, self.accessibleName()) == (row, here, spoken):
            return
        self.row, self.here = row, here
        self._heights.clear()
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    @property
    def _radius(self) -> float:
        return self._theme.height(1, 0, NOTE) / 2

    def _words(self, width: int) -> QRectF:
        """Where the name stands."""
        left = L + 2 * self._radius + S
        note = self._theme.metrics(NOTE).horizontalAdvance(self.row.note)
        return QRectF(left, 0, max(width - left - note - M - S, 1), TALL)

    def sizeHint(self) -> QSize:
        width = round(WIDTH * self._theme.zoom)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(WIDTH * self._theme.zoom) // 2, self._theme.height(1, 16))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            words = self._theme.metrics(BODY, "semibold").boundingRect(self._words(width), WRAP, self.text())
            self._heights[width] = round(words.height()) + 16
        return self._heights[width]

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, theme = QPainter(self), self._theme
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.here:
            p.fillRect(self.rect(), theme.colour("accent_wash"))
            p.fillRect(QRectF(0, 0, 3, self.height()), theme.colour("accent"))
        elif self.underMouse():
            p.fillRect(self.rect(), theme.colour("sunk"))
        self._draw_mark(p, QPointF(L + self._radius, self.height() / 2))
        p.setFont(theme.font(BODY, "semibold" if self.here else "regular"))
        p.setPen(theme.colour("ink"))
        words = self._words(self.width())
        p.drawText(QRectF(words.x(), 0, words.width(), self.height()), WRAP, self.text())
        p.setFont(theme.font(NOTE))
        p.setPen(theme.colour("important" if self.row.state == "begun" else "ink2"))
        p.drawText(QRectF(self.rect()).adjusted(0, 0, -M, 0), ALIGN.AlignRight | ALIGN.AlignVCenter, self.row.note)
        if self.hasFocus():
            focus_ring(p, theme, QRectF(self.rect()).adjusted(3, 2, -3, -2))

    def _draw_mark(self, p: QPainter, centre: QPointF) -> None:
        """As on the rail: a tick, half a ring, a thin ring; here an inked disc."""
        radius, state = self._radius, self.row.state
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius).adjusted(1, 1, -1, -1)
        p.setPen(QPen(self._theme.colour("rule" if state == "empty" else "accent"), 1.3))
        p.setBrush(self._theme.colour("accent") if self.here else Qt.BrushStyle.NoBrush)
        p.drawEllipse(box)
        if state == "begun" and not self.here:
            p.setPen(QPen(self._theme.colour("accent"), 2.6))
            p.drawArc(box, 90 * 16, -180 * 16)
        if state == "done":
            tone = self._theme.colour("on_accent" if self.here else "accent")
            icons.draw(p, "check", box.adjusted(2, 2, -2, -2), tone, 2.4)


class Contents(Ground):
    """A column: the survey, its sections, and what is left open in those that have been begun."""

    def __init__(self, voice: Voice, ways: Ways) -> None:
        super().__init__(voice.theme, edges="right")
        theme = voice.theme
        self._voice, self._ways = voice, ways
        self.items: dict[str, SectionItem] = {}
        self.setFixedWidth(round(WIDTH * theme.zoom))
        rows = column(self, (0, L, 1, S))
        self.survey = para(theme, "", BODY, "ink", "semibold")
        self.progress = para(theme, "", NOTE)
        above = column(None, (L, 0, M, 0))
        above.addWidget(self.survey)
        above.addWidget(self.progress)
        rows.addLayout(above)
        rows.addSpacing(S)
        self._sections = column()
        rows.addLayout(self._sections)
        rows.addSpacing(M)
        self._add_open(rows)

    def _add_open(self, rows: QVBoxLayout) -> None:
        """What is left open, and the way to the other surveys."""
        theme, t = self._voice.theme, self._voice.t
        self.head = label(theme, "", NOTE, "semibold", "important")
        self.head.setIndent(S)
        self.open = OpenList(theme, t("Left open"), self._ways.question)
        self.other = Button(theme, t("Another survey"), "link")
        self.other.clicked.connect(self._ways.other)
        below = column(None, (S, 0, 0, 0))
        below.addWidget(self.head)
        below.addWidget(self.open, 1)
        below.addStretch(0)
        below.addWidget(self.other)
        rows.addLayout(below, 1)

    def show_state(self, state: State) -> None:
        self.survey.setText(state.survey)
        self.progress.setText(state.progress)
        self._make_items(state.rows)
        for row in state.rows:
            here = row.key == state.here
            spoken = self._voice.t("{stop}, here", stop=row.spoken) if here else row.spoken
            self.items[row.key].show_row(row, spoken, here=here)
        self.head.setText(self._voice.t("Left open ({n})", n=state.open_in_all))
        for widget in (self.head, self.open):
            widget.setVisible(bool(state.left_open))
        self.open.show_open(state.left_open)

    def _make_items(self, rows: Sequence[Row]) -> None:
        """An item for each section; one that asks nothing now is hidden, and there again when it does."""
        for place, row in enumerate(rows):
            if row.key not in self.items:
                item = self.items[row.key] = SectionItem(self._voice.theme, row)
                item.clicked.connect(partial(self._ways.section, row.key))
                self._sections.insertWidget(place, item)
        keys = {row.key for row in rows}
        for key, item in self.items.items():
            item.setVisible(key in keys)

    def stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        items = sorted(self.items.values(), key=self._sections.indexOf)
        return [*items, self.open, self.other]


class OpenList(QListView):
    """Questions that are left open; Enter or a click goes to one."""

    def __init__(self, theme: Theme, name: str, go: Callable[[Place], None]) -> None:
        super().__init__()
        self._theme, self._shown = theme, tuple[Open, ...]()
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.clicked.connect(lambda index: go(index.data(PLACE)))
        self.activated.connect(lambda index: go(index.data(PLACE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the question, and not further on."""
        super().keyPressEvent(event)
        event.setAccepted(event.isAccepted() or event.key() in _ENTER)

    def sizeHint(self) -> QSize:
        """No more than must be seen: it takes what is left of the column."""
        rows = min(self._rows.rowCount(), LEAST_OPEN)
        return QSize(0, rows * row_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_open(self, left_open: Sequence[Open]) -> None:
        if self._shown == (shown := tuple(left_open)):
            return
        self._shown = shown
        self._rows.clear()
        for place, words in shown:
            item = QStandardItem(words)
            item.setData(place, PLACE)
            item.setToolTip(words)
            self._rows.appendRow(item)
        self.updateGeometry()


class Bar(QWidget):
    """The same in one line, for where there is no room beside the questions."""

    def __init__(self, voice: Voice, ways: Ways) -> None:
        super().__init__()
        self._voice, self._ways = voice, ways
        self.sections = Button(voice.theme, voice.t("Sections"), "quiet", after="chevron-down")
        self.left_open = Button(voice.theme, voice.t("Left open"), "link", after="chevron-down")
        self.menu, self._open = QMenu(self.sections), QMenu(self.left_open)
        for button, menu in ((self.sections, self.menu), (self.left_open, self._open)):
            menu.setAccessibleName(button.accessibleName())
            button.clicked.connect(lambda _on=False, b=button, m=menu: m.popup(b.mapToGlobal(b.rect().bottomLeft())))
        self.progress = Elided(voice.theme, "")
        row = line(self, (L, M, L, M), M)
        row.addWidget(self.sections)
        row.addWidget(self.left_open)
        row.addWidget(self.progress, 1)

    def show_state(self, state: State) -> None:
        self.progress.setText(state.progress)
        self.left_open.setVisible(bool(state.left_open))
        self.menu.clear()
        for row in state.rows:
            action = self.menu.addAction(row.spoken, partial(self._ways.section, row.key))
            if row.key == state.here:
                self.menu.setActiveAction(action)
        self.menu.addSeparator()
        self.menu.addAction(self._voice.t("Another survey"), self._ways.other)
        self._open.clear()
        for place, words in state.left_open[:MOST_IN_MENU]:
            self._open.addAction(words, partial(self._ways.question, place))
