"""The window: masthead, rail, the place the person is at, and the line at the foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.languages import Language
from app.ui import stops
from app.ui.frame import Foot, Masthead
from app.ui.home.place import HomePlace, Ways
from app.ui.place import Place
from app.ui.rail import Rail
from app.ui.theme import Theme
from app.ui.widgets import Ground, line

if TYPE_CHECKING:
    from app.services.desk import Desk

HOME, LIBRARY = "home", "library"


class Window(QWidget):
    """Everything is built anew when the language changes; what was typed is in the store by then.

    The data are opened after the first paint, so that the window is there at once.
    """

    def __init__(self, theme: Theme, language: Language, open_desk: Callable[[], Desk]) -> None:
        super().__init__()
        self._theme, self._t, self._open_desk = theme, Translator(language), open_desk
        self.desk: Desk | None = None
        self.mapping_key = ""
        self.here = HOME
        self.place: Place | None = None
        self._painted = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setWindowTitle("Kartturi")
        self.resize(1366, 768)
        self._add_shortcuts()
        self._build()

    # What the window is made of.

    def _build(self) -> None:
        self._frame = Ground(self._theme)
        rows = QVBoxLayout(self._frame)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.masthead = Masthead(self._theme, self._t)
        self.masthead.home.connect(lambda: self.go(HOME))
        self.masthead.library.connect(lambda: self.go(LIBRARY))
        self.masthead.language.connect(self.speak)
        self.rail = Rail(self._theme, self._t, self.go)
        self._stack = QStackedWidget()
        self.foot = Foot(self._theme, self._t)
        middle = line()
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, 1)
        rows.addWidget(self.masthead)
        rows.addLayout(middle, 1)
        rows.addWidget(self.foot)
        self._column.addWidget(self._frame)
        self._show(self.here)

    def _add_shortcuts(self) -> None:
        for number, name in enumerate(stops.NAMES, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda place=name: self._jump(place))
        QShortcut(QKeySequence("Ctrl+Home"), self).activated.connect(lambda: self.go(HOME))

    def speak(self, language: Language) -> None:
        """Go on in another language, at the same place."""
        self._flush()
        self._t = Translator(language)
        old = self._frame
        self._column.removeWidget(old)
        self.place = None
        self._build()
        old.deleteLater()

    # Where the person is.

    def open(self, key: str, place: str = "") -> None:
        """Open a mapping where there is something to do next."""
        self.mapping_key = key
        self.go(place or stops.COMPANY)

    def go(self, name: str) -> None:
        """Go to a place; what is being typed where the person was is written first."""
        self._flush()
        if name in (HOME, LIBRARY):
            self.mapping_key = self.mapping_key if name == LIBRARY else ""
        self._show(name)

    def _jump(self, name: str) -> None:
        if self.mapping_key:
            self.go(name)

    def _show(self, name: str) -> None:
        try:
            widget = self._made(name)
        except UserError as error:
            self.say(self._t.explain(error))
            return
        self.here, self.place = name, widget
        while old := self._stack.currentWidget():
            self._stack.removeWidget(old)
            old.deleteLater()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self._show_frame()
        if name != HOME:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, name: str) -> Any:
        if name == HOME or self.desk is None:
            return self._made_home()
        if name == LIBRARY:
            from app.ui.library.place import LibraryPlace

            return LibraryPlace(self._theme, self._t, self.desk, self.mapping_key, self.say, self.go)
        kind = stops.place_class(name)
        return kind(self._theme, self._t, self.desk, self.mapping_key, self.told, self.go)

    def _made_home(self) -> HomePlace:
        ways = Ways(
            visit=lambda: self._begin("visit"),
            alone=lambda: self._begin("self"),
            sample=self._begin_sample,
            open=self._resume,
        )
        home = HomePlace(self._theme, self._t, ways)
        if self.desk:
            home.show_recent(self.desk.cases.summaries())
        return home

    def _show_frame(self) -> None:
        """Masthead, rail and keys as the store has it: the saved sign is the time of the last change on disk."""
        mapping = self.desk.cases.load(self.mapping_key) if self.desk and self.mapping_key else None
        self.rail.setVisible(mapping is not None and self.here in stops.NAMES)
        self.masthead.show_company((mapping.company.name or self._t("Company without a name")) if mapping else "")
        changed = mapping.changed if mapping else None
        saved = self._t("Saved {time}", time=self._t.clock(changed.astimezone())) if changed else ""
        self.masthead.show_saved(saved)
        if mapping:
            dense = bool(self.place and self.place.dense)
            self.rail.show_stops(stops.stops(self._t, mapping), self.here, slim=dense)
        self._show_keys()

    def _show_keys(self) -> None:
        t = self._t
        keys = [(t("Tab"), t("next field"))]
        if self.mapping_key and self.here in stops.NAMES:
            keys.append((t("Ctrl+1–6"), t("another step")))
        keys.append((t("Ctrl+Home"), t("start")))
        self.foot.show_keys(keys)

    # Ways in from the start screen.

    def _begin(self, mode: str) -> None:
        from app.mapping.model import Mode
        from app.services import companies

        if self.desk:
            self.open(companies.begin(self.desk, "", Mode(mode), self._t.language))

    def _begin_sample(self) -> None:
        from app.services import companies

        if self.desk:
            self.open(companies.begin_sample(self.desk), stops.RESULTS)

    def _resume(self, key: str) -> None:
        self.open(key)

    # What is said.

    def say(self, words: str) -> None:
        """A line at the foot."""
        self.foot.say(words)

    def told(self, words: str) -> None:
        """A place has written something, or could not: say which, and show what the store now holds."""
        self.say(words)
        self._show_frame()

    # Life of the window.

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.ready)

    def ready(self) -> None:
        """Open the data, if nobody has yet."""
        if self.desk is None:
            try:
                self.desk = self._open_desk()
            except UserError as error:
                self.say(self._t.explain(error))
                return
            self._show(self.here)

    def _flush(self) -> None:
        if self.place:
            self.place.flush()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._flush()
        if self.desk:
            self.desk.close()
            self.desk = None
        super().closeEvent(event)
