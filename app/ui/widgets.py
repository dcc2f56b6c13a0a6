"""Small parts that every place is made of: ordinary Qt widgets with names, keys and a visible focus."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons
from app.ui.theme import Theme, Weight
from app.ui.tokens import BODY, NOTE, RADIUS, XS, L, M, S

Layout = TypeVar("Layout", bound=QBoxLayout)
ButtonKind = Literal["primary", "quiet", "link", "chosen"]
ALIGN = Qt.AlignmentFlag
NO_LIMIT = 16_777_215  # pixels; Qt's own for a widget that may be of any size
LEFT = ALIGN.AlignLeft | ALIGN.AlignVCenter


def column(
    parent: QWidget | None = None, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0
) -> QVBoxLayout:
    """A vertical layout without Qt's own margins."""
    return _plain(QVBoxLayout(parent) if parent else QVBoxLayout(), margins, gap)


def line(parent: QWidget | None = None, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0) -> QHBoxLayout:
    """A horizontal layout without Qt's own margins."""
    return _plain(QHBoxLayout(parent) if parent else QHBoxLayout(), margins, gap)


def _plain(layout: Layout, margins: tuple[int, int, int, int], gap: int) -> Layout:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    return layout


def label(
    theme: Theme, text: str, size: float = BODY, weight: Weight = "regular", tone: str = "ink", align: ALIGN = LEFT
) -> QLabel:
    """One line of text."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.font(size, weight))
    made.setAlignment(align)
    paint_text(made, theme.colour(tone))
    return made


def para(theme: Theme, text: str, size: float = BODY, tone: str = "ink2", weight: Weight = "regular") -> QLabel:
    """Running text that wraps."""
    made = label(theme, text, size, weight, tone, ALIGN.AlignLeft | ALIGN.AlignTop)
    made.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


class Elided(QLabel):
    """One line of text that is cut short where there is no room for it; the tip has it whole."""

    def __init__(self, theme: Theme, text: str, size: float = BODY) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size))
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        p.drawText(self.rect(), LEFT, shown)


def paint_text(widget: QLabel, colour: QColor) -> None:
    palette = widget.palette()
    palette.setColor(widget.foregroundRole(), colour)
    widget.setPalette(palette)


class Ground(QWidget):
    """An area filled with one colour of the palette, with a hairline on the edges asked for."""

    def __init__(self, theme: Theme, tone: str = "paper", edges: str = "") -> None:
        super().__init__()
        self._theme, self._tone, self._edges = theme, tone, edges

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), self._theme.colour(self._tone))
        sides = {
            "bottom": QRectF(0, self.height() - 1, self.width(), 1),
            "top": QRectF(0, 0, self.width(), 1),
            "right": QRectF(self.width() - 1, 0, 1, self.height()),
        }
        for side in self._edges.split():
            p.fillRect(sides[side], self._theme.colour("line"))


class Hair(QFrame):
    """A hairline; in the tone "rule" it closes a table head."""

    def __init__(self, theme: Theme, tone: str = "line", *, vertical: bool = False) -> None:
        super().__init__()
        self._colour = theme.colour(tone)
        self.stand(vertical=vertical)

    def stand(self, *, vertical: bool) -> None:
        """Stand upright or lie."""
        self.setMaximumSize(1 if vertical else NO_LIMIT, NO_LIMIT if vertical else 1)
        self.setMinimumSize(1 if vertical else 0, 0 if vertical else 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._colour)


def turn(row: QBoxLayout, hairs: Iterable[Hair], *, abreast: bool) -> None:
    """Let parts stand abreast, or one under another where there is no room; the hairs between them turn along."""
    row.setDirection(QBoxLayout.Direction.LeftToRight if abreast else QBoxLayout.Direction.TopToBottom)
    for hair in hairs:
        hair.stand(vertical=abreast)


def tab_after(anchor: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab go through widgets after another one; those made later would else come last. All must take the focus."""
    for widget in widgets:
        QWidget.setTabOrder(anchor, widget)
        anchor = widget


class Icon(QWidget):
    """An icon that only repeats the word beside it."""

    def __init__(self, theme: Theme, name: str, tone: str = "ink2", size: int = 18) -> None:
        super().__init__()
        self._name, self._colour = name, theme.colour(tone)
        side = round(size * theme.zoom)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.draw(QPainter(self), self._name, QRectF(self.rect()), self._colour)


class Sheet(QFrame):
    """A sheet of paper lying on the table: one hairline, round corners, no shadow."""

    def __init__(self, theme: Theme, ground: str = "sheet", edge: str = "line", *, dashed: bool = False) -> None:
        super().__init__()
        self._ground = theme.colour(ground)
        self._pen = QPen(theme.colour(edge), 1)
        if dashed:
            self._pen.setDashPattern([4, 4])

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(self._pen)
        p.setBrush(self._ground)
        p.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def focus_ring(p: QPainter, theme: Theme, r: QRectF, radius: float = RADIUS) -> None:
    """Two pixels of accent inside the edge: the same everywhere."""
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(QPen(theme.colour("accent"), 2))
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawRoundedRect(r.adjusted(1, 1, -1, -1), radius, radius)
    p.restore()


class Button(QAbstractButton):
    """A word that does something: filled (one a screen), outlined, text only, or chosen."""

    def __init__(
        self, theme: Theme, text: str, kind: ButtonKind = "quiet", *, icon: str = "", after: str = "", key: str = ""
    ) -> None:
        super().__init__()
        self._theme, self.kind, self._icon, self._after, self._key = theme, kind, icon, after, key
        self.setText(text)
        self.setAccessibleName(text)
        self.setFont(theme.font(BODY, "semibold"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def _pad(self) -> int:
        return S if self.kind == "link" else L

    @property
    def _icon_side(self) -> float:
        return float(self._theme.metrics().height()) * 0.95

    def sizeHint(self) -> QSize:
        width = self._theme.metrics(BODY, "semibold").horizontalAdvance(self.text()) + 2 * self._pad
        width += sum(self._icon_side + (S if self.text() else 0) for name in (self._icon, self._after) if name)
        if self._key:
            width += M + self._theme.metrics(NOTE).horizontalAdvance(self._key)
        return QSize(round(width + 1), self._theme.height(pad=18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(p, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        self._draw_words(p, self._tone())
        if self.hasFocus():
            focus_ring(p, self._theme, QRectF(self.rect()))

    def _tone(self) -> str:
        if not self.isEnabled():
            return "ink3"
        return {"primary": "on_accent", "link": "accent", "chosen": "accent"}.get(self.kind, "ink")

    def _draw_ground(self, p: QPainter, r: QRectF) -> None:
        over = self.underMouse() and self.isEnabled()
        grounds = {
            "primary": "accent_hover" if over else "accent",
            "chosen": "accent_wash",
            "quiet": "sunk" if over else "sheet",
            "link": "sunk" if over else "",
        }
        ground = grounds[self.kind]
        if self.kind == "primary" and not self.isEnabled():
            ground = "sunk"
        if ground:
            p.setPen(QPen(self._theme.colour("rule"), 1) if self.kind == "quiet" else Qt.PenStyle.NoPen)
            p.setBrush(self._theme.colour(ground))
            p.drawRoundedRect(r, RADIUS, RADIUS)

    def _draw_words(self, p: QPainter, tone: str) -> None:
        colour, side, x = self._theme.colour(tone), self._icon_side, float(self._pad)
        top = (self.height() - side) / 2
        if self._icon:
            icons.draw(p, self._icon, QRectF(x, top, side, side), colour)
            x += side + S
        p.setFont(self.font())
        p.setPen(colour)
        advance = self._theme.metrics(BODY, "semibold").horizontalAdvance(self.text())
        p.drawText(QRectF(x, 0, advance + 2, self.height()), ALIGN.AlignVCenter, self.text())
        x += advance + S
        if self._after:
            icons.draw(p, self._after, QRectF(x, top, side, side), colour)
            x += side + S
        if self._key:
            p.setFont(self._theme.font(NOTE))
            p.setPen(self._theme.colour("on_accent" if self.kind == "primary" else "ink3"))
            p.drawText(QRectF(x + XS, 0, self.width(), self.height()), ALIGN.AlignVCenter, self._key)


def line_edit(theme: Theme, name: str, text: str = "", hint: str = "", size: float = BODY) -> QLineEdit:
    """A field of one line, named for those who do not see its label."""
    field = QLineEdit(text)
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setFont(theme.font(size))
    return field


class ChoiceBox(QComboBox):
    """A list to choose from; what drops down from it has its name, too. The wheel scrolls the page, not the choice."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font())
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
