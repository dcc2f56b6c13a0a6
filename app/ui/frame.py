"""What stands round every place: masthead, rail, and the line at the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.i18n import Translator
from app.ui.masthead import Masthead
from app.ui.scrolling import Scroll
from app.ui.theme import Theme
from app.ui.tokens import NOTE, XL, M
from app.ui.widgets import LEFT, Button, Ground, column, label, line, para, tab_after
from app.ui.wishes import Wishes

if TYPE_CHECKING:
    from datetime import datetime

    from app.mapping.model import Mapping
    from app.ui.course import Course
    from app.ui.rail import Rail
    from app.ui.trouble.strip import LookOnly
    from app.ui.visit.ruler import Ruler

APART = " " * 5  # between two keys at the foot


class Frame(Ground):
    """Built anew with the language and the theme, and then given a place and a mapping to show.

    What a start screen does not show is made when it is first to be seen: before the first paint it would cost time.
    """

    def __init__(self, theme: Theme, t: Translator, wishes: Wishes, go: Callable[[str], None]) -> None:
        super().__init__(theme)
        self._t, self._wishes, self._go = t, wishes, go
        self.masthead = Masthead(theme, t, wishes)
        self.foot = Foot(theme, t, wishes)
        self._middle, self._right = line(), column()
        self._right.addWidget(self._made_page(), 1)
        self._middle.addLayout(self._right, 1)
        self._rows = column(self)
        self._rows.addWidget(self.masthead)
        self._rows.addLayout(self._middle, 1)
        self._rows.addWidget(self.foot)

    def _made_page(self) -> Scroll:
        """Where a place stands; one that needs more room than there is (large text, small window) is scrolled."""
        self._stack = QStackedWidget()
        return Scroll(self._stack)

    def show_place(self, place: QWidget) -> None:
        """Let a place stand where another stood."""
        while old := self._stack.currentWidget():
            self._stack.removeWidget(old)
            old.deleteLater()
        self._stack.addWidget(place)
        self._let_undo_be_last()

    def _let_undo_be_last(self) -> None:
        """Tab reaches the foot after the place, as one reads."""
        window = self.window()
        last = window.previousInFocusChain()
        while last is not None and last.focusPolicy() is Qt.FocusPolicy.NoFocus:
            last = last.previousInFocusChain()
        if last is not None:
            tab_after(last, [self.foot.undo])

    def _is_made(self, part: str) -> bool:
        return part in self.__dict__

    @cached_property
    def look_only(self) -> LookOnly:
        """Says that another window has the data in hand."""
        from app.ui.trouble.strip import LookOnly

        made = LookOnly(self._theme, self._t, self._wishes.again.emit)
        self._rows.insertWidget(1, made)
        tab_after(self.masthead.language, [made.again])
        return made

    @cached_property
    def rail(self) -> Rail:
        """The stops of the mapping in hand, which Tab comes to before the place."""
        from app.ui.rail import Rail

        above = self.look_only.again if self._is_made("look_only") else self.masthead.language
        made = Rail(self._theme, self._t, self._go, above)
        self._middle.insertWidget(0, made)
        return made

    @cached_property
    def ruler(self) -> Ruler:
        """The clock of a visit."""
        from app.ui.visit.ruler import Ruler

        made = Ruler(self._theme, self._t)
        self._right.insertWidget(0, made)
        return made

    def show_mapping(self, mapping: Mapping | None, course: Course | None, *, slim: bool) -> None:
        """Show the company in hand, when it was saved, and on the rail and the clock how far it is."""
        t = self._t
        self.masthead.show_company((mapping.company.name or t("Company without a name")) if mapping else "")
        self.show_saved(mapping.changed if mapping else None)
        stops = course.stops if course else ()
        if stops or self._is_made("rail"):
            self.rail.setVisible(bool(stops))
        if course and stops:
            self.rail.show_stops(stops, course.here, slim=slim)
        if self._is_made("ruler") or (course and course.visit.began):
            self.ruler.show_visit(course.visit if course else None, course.here if course else "")

    def show_look_only(self, *, shown: bool) -> None:
        """Whether the data can only be looked at."""
        if shown or self._is_made("look_only"):
            self.look_only.setVisible(shown)

    def show_saved(self, changed: datetime | None) -> None:
        """The saved sign: the time of the last change that is on the disk."""
        t = self._t
        self.masthead.show_saved(t("Saved {time}", time=t.clock(changed.astimezone())) if changed else "")


class Foot(Ground):
    """Left, what was just done or went wrong, and the way back; right, the keys that work here, where there is room."""

    def __init__(self, theme: Theme, t: Translator, wishes: Wishes) -> None:
        super().__init__(theme, edges="top")
        self.setMinimumHeight(theme.height(pad=18))
        row = line(self, (XL, 0, XL, 0), M)
        self.message = para(theme, "", tone="ink")
        self.message.setAlignment(LEFT)
        self.message.setAccessibleName(t("What was just done"))
        self.undo = Button(theme, t("Undo"), "link", icon="undo", key=t("Ctrl+Z"))
        self.undo.clicked.connect(wishes.undo)
        self.undo.hide()
        self._keys, self._known = label(theme, "", NOTE, tone="ink3"), list[str]()
        row.addWidget(self.message, 1)
        row.addWidget(self.undo)
        row.addSpacing(M)
        row.addWidget(self._keys)

    def say(self, words: str, *, undo: bool = False) -> None:
        """Say something, also to those who listen; with `undo`, offer to take it back."""
        self.message.setText(words)
        self.undo.setVisible(undo)
        if words:
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # they cost time before the first paint

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.message, words))

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Pairs of key and what it does."""
        self._known = [f"{key}  {deed}" for key, deed in keys]
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Up to half of the line: the keys of the place first, and always the last, which tells of all the others."""
        shown = [*self._known]
        self._keys.setText(APART.join(shown))
        while shown and self._keys.sizeHint().width() * 2 >= self.width():
            del shown[max(len(shown) - 2, 0)]
            self._keys.setText(APART.join(shown))
        self._keys.setVisible(bool(shown))
