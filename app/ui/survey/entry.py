"""The head of an entry of a list, and the button that adds one more."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui import icons
from app.ui.survey.block import GUTTER, Part
from app.ui.survey.choice import TALL, WRAP
from app.ui.survey.field import Voice
from app.ui.survey.items import Head, More
from app.ui.survey.picked import taking_away
from app.ui.theme import Theme
from app.ui.tokens import LEAD, XS, L, M, S
from app.ui.widgets import LEFT, Button, focus_ring, label, line, para


class HeadPart(Part):
    """What an entry is called, how much of it is answered, and what opens it or takes it away."""

    opened = Signal()
    taken_away = Signal()

    def __init__(self, voice: Voice, head: Head, name: str) -> None:
        super().__init__(voice.theme, len(head.path) - 1, hangs=head.hangs)
        self.head, self._voice = head, voice
        theme = voice.theme
        self.fold = Fold(theme) if head.foldable else None
        self.away = taking_away(voice, name) if head.removable else None
        self.name = para(theme, "", LEAD, "accent", "semibold")
        self.name.setAlignment(LEFT)
        self._number = label(theme, "", LEAD, tone="accent")
        self._number.setFixedWidth(round(GUTTER * theme.zoom) - M)
        self.progress = label(theme, "", tone="ink2")
        self._row = line(self, (self.left, M, 0, 0), M)
        self._row.addWidget(self._number)
        self._row.addWidget(self.fold or self.name, 1)
        self._row.addWidget(self.progress)
        if self.fold:
            self.fold.clicked.connect(self.opened)
        if self.away:
            self._row.addWidget(self.away)
            self.away.clicked.connect(self.taken_away)

    def show_head(self, head: Head, name: str) -> None:
        t = self._voice.t
        self.head = head
        name = name or t("Without a name yet")
        progress = t("{answered} of {n} answered", answered=head.answered, n=head.wanted) if head.wanted else ""
        self._number.setText(str(head.number))
        self.name.setText(name)
        self.progress.setText(progress if head.foldable else "")
        self._row.setContentsMargins(self.left, M, 0, M if head.folded else 0)
        if self.fold:
            self.fold.show_head(name, folded=head.folded)
            self.fold.setAccessibleDescription(progress)
        if self.away:
            self.away.setAccessibleName(t("Take away: {name}", name=name))


class Fold(QAbstractButton):
    """The name of an entry that opens when it is pressed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._folded = theme, True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(theme.font(LEAD, "semibold"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_head(self, name: str, *, folded: bool) -> None:
        self._folded = folded
        self.setText(name)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    @property
    def _side(self) -> int:
        return self._theme.height(1, 0)

    def sizeHint(self) -> QSize:
        words = self._theme.metrics(LEAD, "semibold").horizontalAdvance(self.text())
        return QSize(self._side + S + round(words + 1) + XS, self._theme.height(1, 0, LEAD))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._side + S + 6 * self._side, self._theme.height(1, 0, LEAD))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, max(width - self._side - S, 1), TALL)
        return round(self._theme.metrics(LEAD, "semibold").boundingRect(room, WRAP, self.text()).height()) + 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, side = QPainter(self), self._side
        name = "chevron-right" if self._folded else "chevron-down"
        icons.draw(p, name, QRectF(0, XS / 2, side, side), self._theme.colour("accent"))
        p.setFont(self.font())
        p.setPen(self._theme.colour("accent"))
        p.drawText(QRectF(side + S, 0, self.width() - side - S, self.height()), WRAP, self.text())
        if self.hasFocus():
            focus_ring(p, self._theme, QRectF(self.rect()))


class MorePart(Part):
    """The button that adds an entry to a list. Space presses it; Enter goes on."""

    added = Signal()

    def __init__(self, voice: Voice, more: More, words: str) -> None:
        super().__init__(voice.theme, len(more.of.path), hangs=more.hangs)
        self.more = more
        self.add = Button(voice.theme, voice.t("Add"), "quiet", icon="plus", key=voice.t("Space"))
        self.add.setAccessibleName(voice.t("Add: {list}", list=words))
        self.add.clicked.connect(self.added)
        row = line(self, (self.left + round(GUTTER * voice.theme.zoom), S, 0, L))
        row.addWidget(self.add)
        row.addStretch(1)
