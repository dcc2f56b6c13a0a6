"""What the plan is about, down the left: the agreed priorities in the owner's order, then the cards to fix first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import Translator
from app.mapping.model import Band, Mapping
from app.mapping.plan import AgreedNeed, FixFirst, Results, measures_for
from app.ui import icons, marks
from app.ui.scrolling import ModestScroll
from app.ui.theme import Theme
from app.ui.tokens import BODY, MARGIN, NOTE, XS, L, M, S
from app.ui.widgets import column, focus_ring, para
from app.wording.cards import card_clause, card_title
from app.wording.words import band_name, capital

WRAP: Final = Qt.TextFlag.TextWordWrap
_MARK: Final = 11
_BAR: Final = 10  # room for the scroll bar; right of that is a hairline


@dataclass(frozen=True, slots=True)
class Entry:
    """A need or a card: its key, name, what stands under it, how it is said; no band means a card."""

    key: str
    name: str
    note: str
    spoken: str
    band: Band | None = None


def entries(t: Translator, results: Results) -> tuple[Entry, ...]:
    """Agreed priorities, then what to fix first."""
    needs = [_of_need(t, results.mapping, place, agreed) for place, agreed in enumerate(results.agreed, 1)]
    return (*needs, *(_of_card(t, results.mapping, fix) for fix in results.fix_first))


def _of_need(t: Translator, mapping: Mapping, place: int, agreed: AgreedNeed) -> Entry:
    need, band = agreed.scored.need, agreed.scored.score.band
    role = next(r.name for r in mapping.roles if r.key == need.role_key)
    name, note = need.name.said(t.language).text, f"{role}, {_measures(t, len(agreed.measures))}"
    return Entry(need.key, name, note, f"{place}. {name}, {band_name(t, band)}, {note}", band)


def _of_card(t: Translator, mapping: Mapping, fix: FixFirst) -> Entry:
    name, count = card_title(t, fix.holding), len(measures_for(mapping, fix.holding.key))
    lines = [capital(card_clause(t, fix)), *([_measures(t, count)] if count else [])]
    return Entry(fix.holding.key, name, "\n".join(lines), ", ".join([name, *lines]))


def _measures(t: Translator, count: int) -> str:
    return t.n("{n} measure", "{n} measures", count) if count else t("choose a way forward")


def width(theme: Theme) -> int:
    """Width of the column; beyond some size the text wraps instead."""
    return round(MARGIN * min(theme.zoom, 1.3))


class EntryButton(QAbstractButton):
    """One line of the contents; the one in hand lies on a wash behind an accent edge."""

    def __init__(self, theme: Theme, entry: Entry) -> None:
        super().__init__()
        self._theme = theme
        self.entry = entry
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        """Show what has become of it."""
        self.entry = entry
        self.setText(entry.name)
        self.setAccessibleName(entry.spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(width(self._theme) - _BAR - 1, round(self._note_room().bottom() + M))

    def _name_room(self) -> QRectF:
        return self._room(self._theme.metrics(BODY, "semibold").boundingRect(self._wide(), WRAP, self.entry.name), M)

    def _note_room(self) -> QRectF:
        words = self._theme.metrics(NOTE).boundingRect(self._wide(), WRAP, self.entry.note)
        return self._room(words, self._name_room().bottom() + XS)

    def _wide(self) -> QRectF:
        return QRectF(0, 0, width(self._theme) - self._left() - _BAR - S, 10_000)

    def _left(self) -> float:
        return L + self._side() + M - 1

    def _side(self) -> float:
        return _MARK * self._theme.zoom

    def _room(self, words: QRectF, top: float) -> QRectF:
        return QRectF(self._left(), top, self._wide().width(), words.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, on, theme = QPainter(self), self.isChecked(), self._theme
        tone = "accent_wash" if on else "sunk" if self.underMouse() else "paper"
        p.fillRect(self.rect(), theme.colour(tone))
        if on:
            p.fillRect(QRectF(0, 0, 3, self.height()), theme.colour("accent"))
        self._draw_mark(p, tone)
        p.setFont(theme.font(BODY, "semibold"))
        p.setPen(theme.colour("ink"))
        p.drawText(self._name_room(), WRAP, self.entry.name)
        p.setFont(theme.font(NOTE))
        p.setPen(theme.colour("ink2"))
        p.drawText(self._note_room(), WRAP, self.entry.note)
        p.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.colour("line"))
        if self.hasFocus():
            focus_ring(p, theme, QRectF(self.rect()).adjusted(4, 3, -4, -4))

    def _draw_mark(self, p: QPainter, ground: str) -> None:
        middle = M + self._theme.metrics(BODY, "semibold").height() / 2
        box = QRectF(L, middle - self._side() / 2, self._side(), self._side())
        if self.entry.band:
            marks.draw_icon(p, self._theme, self.entry.band, box, self._theme.colour(ground))
        else:
            icons.draw(p, "card", box.adjusted(-2, -2, 2, 2), self._theme.colour("urgent"))


class Contents(ModestScroll):
    """All of them; arrows move among them, and the one moved to is taken in hand."""

    def __init__(self, theme: Theme, t: Translator, found: Sequence[Entry], choose: Callable[[str], None]) -> None:
        super().__init__(sideways=False)
        self._theme, self._t = theme, t
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda button: choose(button.entry.key))
        self._group.buttonClicked.connect(self.ensureWidgetVisible)
        self._build(found)

    def show_entries(self, found: Sequence[Entry], in_hand: str) -> None:
        """Show what has become of the same entries."""
        for button, entry in zip(self.buttons(), found, strict=True):
            button.show_entry(entry)
        self.take(in_hand)

    def buttons(self) -> list[EntryButton]:
        return [b for b in self._group.buttons() if isinstance(b, EntryButton)]

    def button(self, key: str) -> EntryButton:
        return next(b for b in self.buttons() if b.entry.key == key)

    def take(self, key: str) -> None:
        """Show which one is in hand."""
        button = self.button(key)
        button.setChecked(True)
        self.setFocusProxy(button)

    def _build(self, found: Sequence[Entry]) -> None:
        page = QWidget()
        rows = column(page, (0, L, 0, M))
        rows.addWidget(self._heading(self._t("Agreed, in order of importance")))
        self._add(rows, [e for e in found if e.band])
        cards = [e for e in found if not e.band]
        if cards:
            rows.addSpacing(L)
            rows.addWidget(self._heading(self._t("Fix first")))
            self._add(rows, cards)
        rows.addStretch(1)
        self.setWidget(page)

    def _add(self, rows: QVBoxLayout, found: Sequence[Entry]) -> None:
        for entry in found:
            button = EntryButton(self._theme, entry)
            self._group.addButton(button)
            rows.addWidget(button)

    def _heading(self, words: str) -> QLabel:
        head = para(self._theme, words, NOTE, "ink2", "semibold")
        head.setContentsMargins(L, 0, 0, S)
        return head
