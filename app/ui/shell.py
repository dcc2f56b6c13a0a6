"""The window: masthead, rail, the place the person is at, and the line at the foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.languages import Language
from app.ui import stops
from app.ui.frame import Foot, Masthead
from app.ui.history import History
from app.ui.home.place import HomePlace
from app.ui.home.ways import ways_in
from app.ui.keys import keys_at
from app.ui.place import Place, Refreshable
from app.ui.rail import Rail
from app.ui.theme import Theme
from app.ui.trouble.strip import LookOnly
from app.ui.widgets import Ground, column, line, tab_after

if TYPE_CHECKING:
    from app.mapping.model import Mapping
    from app.services.desk import Desk

HOME, LIBRARY = "home", "library"


class Window(QWidget):
    """Everything is built anew when the language changes; what was typed is in the store by then.

    The data are opened after the first paint, so that the window is there at once.
    """

    opened = Signal()
    copies_wanted = Signal()
    folder_wanted = Signal()
    library_unwanted = Signal()
    look_wanted = Signal(str)
    size_wanted = Signal(int)
    spoke = Signal(str)
    closing = Signal()

    def __init__(self, theme: Theme, language: Language, open_desk: Callable[[], Desk]) -> None:
        super().__init__()
        self.theme, self.t, self._open_desk = theme, Translator(language), open_desk
        self.desk: Desk | None = None
        self._closed_because: UserError | None = None
        self._refused = False
        self.mapping_key = ""
        self.here = HOME
        self.place: Place | None = None
        self._history = History()
        self._painted = False
        self._column = column(self)
        self.setWindowTitle("Kartturi")
        self.resize(1366, 768)
        self._add_shortcuts()
        self._build()

    # What the window is made of.

    def _build(self) -> None:
        self._frame = Ground(self.theme)
        self.masthead = Masthead(self.theme, self.t)
        self.masthead.home.connect(lambda: self.go(HOME))
        self.masthead.library.connect(lambda: self.go(LIBRARY))
        self.masthead.copies.connect(self.copies_wanted)
        self.masthead.language.connect(self.speak)
        self.masthead.look.connect(self.look_wanted)
        self.masthead.text_size.connect(self.size_wanted)
        self.rail = Rail(self.theme, self.t, stops.stops(self.t), self.go)
        self.foot = Foot(self.theme, self.t)
        self.foot.undo.clicked.connect(self.undo)
        middle = line()
        middle.addWidget(self.rail)
        middle.addWidget(self._made_page(), 1)
        rows = column(self._frame)
        rows.addWidget(self.masthead)
        self.look_only = LookOnly(self.theme, self.t, self.reopen)
        rows.addWidget(self.look_only)
        rows.addLayout(middle, 1)
        rows.addWidget(self.foot)
        self._column.addWidget(self._frame)
        self._show(self.here)

    def _made_page(self) -> QScrollArea:
        """Where a place stands; one that needs more room than there is (large text, small window) is scrolled."""
        self._stack = QStackedWidget()
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setWidget(self._stack)
        return page

    def _add_shortcuts(self) -> None:
        for number, name in enumerate(stops.NAMES, 1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self).activated.connect(lambda place=name: self._jump(place))
        QShortcut(QKeySequence("Ctrl+Home"), self).activated.connect(lambda: self.go(HOME))
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.undo)

    def speak(self, language: Language) -> None:
        """Go on in another language, at the same place."""
        if self.flush():
            self.t = Translator(language)
            self._build_anew()
            self.spoke.emit(language)

    def dress(self, theme: Theme) -> bool:
        """Go on in another palette or text size, at the same place; whether nothing that is typed stood in the way."""
        if not self.flush():
            return False
        self.theme = theme
        self._build_anew()
        return True

    def _build_anew(self) -> None:
        old = self._frame
        self._column.removeWidget(old)
        self._build()
        old.deleteLater()

    # Where the person is.

    def open(self, key: str, place: str = "") -> None:
        """Open a mapping where there is something to do next."""
        if self.flush():
            self.mapping_key = key
            self.go(place or stops.COMPANY)

    def go(self, name: str) -> None:
        """Go to a place; what is being typed where the person was is written first.

        If it is refused, the person stays and is told why; what is not typed anew until the next try is given up.
        """
        if not self.flush():
            return
        if name == HOME:
            self.mapping_key = ""
        self.say("")
        self._show(name)

    def _jump(self, name: str) -> None:
        if self.mapping_key:
            self.go(name)

    def _show(self, name: str) -> None:
        try:
            widget = self._made(name)
        except UserError as error:
            self.say(self.t.explain(error))
            return
        self.here, self.place = name, widget
        while old := self._stack.currentWidget():
            self._stack.removeWidget(old)
            old.deleteLater()
        self._stack.addWidget(widget)
        self._let_undo_be_last()
        self._show_frame()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_undo_be_last(self) -> None:
        """Tab reaches the foot after the place, as one reads."""
        last = self.previousInFocusChain()
        while last is not None and last.focusPolicy() is Qt.FocusPolicy.NoFocus:
            last = last.previousInFocusChain()
        if last is not None:
            tab_after(last, [self.foot.undo])

    def _made(self, name: str) -> Any:
        if self.desk is None and self._closed_because:
            from app.ui.trouble.closed import ClosedPlace, WaysOut

            library, folder = self.library_unwanted.emit, self.folder_wanted.emit
            ways = WaysOut(self.reopen, self.copies_wanted.emit, library, folder, self.close)
            return ClosedPlace(self.theme, self.t, self._closed_because, ways)
        if name == HOME or self.desk is None:
            return self._made_home()
        if name == LIBRARY:
            from app.ui.library.place import LibraryPlace

            return LibraryPlace(self.theme, self.t, self.desk, self.mapping_key, self.say, self.go)
        kind = stops.place_class(name)
        return kind(self.theme, self.t, self.desk, self.mapping_key, self.told, self.go)

    def _made_home(self) -> HomePlace:
        home = HomePlace(self.theme, self.t, ways_in(self))
        if self.desk:
            home.show_recent(self.desk.cases.summaries())
        return home

    def _show_frame(self) -> bool:
        """Masthead, rail and keys as the store has it; whether it has changed since this was last shown."""
        mapping = self.desk.cases.load(self.mapping_key) if self.desk and self.mapping_key else None
        self.masthead.show_company((mapping.company.name or self.t("Company without a name")) if mapping else "")
        self.masthead.show_saved(self._saved(mapping))
        self.look_only.setVisible(bool(self.desk and self.desk.read_only))
        self.rail.setVisible(mapping is not None and self.here in stops.NAMES)
        if mapping:
            dense = bool(self.place and self.place.dense)
            self.rail.show_stops(stops.stops(self.t, mapping), self.here, slim=dense)
        self.foot.show_keys([] if self._closed_because else keys_at(self.t, self.here))
        return self._history.note(mapping)

    def _saved(self, mapping: Mapping | None) -> str:
        """The saved sign: the time of the last change that is on the disk."""
        changed = mapping.changed if mapping else None
        return self.t("Saved {time}", time=self.t.clock(changed.astimezone())) if changed else ""

    # What is said and taken back.

    def say(self, words: str) -> None:
        """A line at the foot."""
        self.foot.say(words)

    def told(self, words: str) -> None:
        """A place has written something, or could not: say which, and show what the store now holds."""
        changed = self._show_frame()
        self._refused = not changed
        self.foot.say(words, undo=changed)
        # Where nothing can be written, fields show what is stored; only the plan on paper speaks without writing.
        if self._refused and self.desk and self.desk.read_only and self.here != stops.PREVIEW:
            QTimer.singleShot(0, lambda: self._show(self.here))

    def undo(self) -> None:
        """Take back the last thing done to the mapping in hand."""
        self.flush()
        earlier = self._history.back()
        if earlier is None or self.desk is None:
            self.say(self.t("There is nothing to undo."))
            return
        self._put_back(earlier)

    def _put_back(self, earlier: Mapping) -> None:
        from app.services import mappings

        assert self.desk
        try:
            mappings.restore(self.desk, earlier)
        except UserError as error:
            self.told(self.t.explain(error))
            return
        if isinstance(self.place, Refreshable):
            self.place.refresh()
            self._show_frame()
        else:
            self._show(self.here)
        self.say(self.t("Undone"))

    # Life of the window.

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.ready)

    def ready(self) -> None:
        """Open the data, if nobody has yet, and show what is there."""
        if not self.desk and (desk := self.opened_desk()) and isinstance(self.place, HomePlace):
            self.place.show_recent(desk.cases.summaries())
            self._show_frame()

    def opened_desk(self) -> Desk | None:
        """The data to work on. They are opened if they are not yet; if they cannot be, it is said why."""
        if not self.desk:
            try:
                self.desk, self._closed_because = self._open_desk(), None
            except UserError as error:
                self._closed_because = error
                self._show(HOME)
            else:
                self.opened.emit()
        return self.desk

    def flush(self) -> bool:
        """Write what is being typed; whether nothing of it was refused."""
        self._refused = False
        if self.place:
            self.place.flush()
        return not self._refused

    def reopen(self, open_desk: Callable[[], Desk] | None = None) -> None:
        """Open the data anew, or other data, and begin at the start."""
        self.let_go()
        self._open_desk = open_desk or self._open_desk
        self.mapping_key = ""
        if self.opened_desk():
            self._show(HOME)

    def let_go(self) -> None:
        """Close the data, once the work under way is done that stands on them."""
        QThreadPool.globalInstance().waitForDone()
        if self.desk:
            self.desk.close()
            self.desk = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless what is being typed cannot be written; another try then gives it up."""
        event.ignore()
        if self.flush():
            event.accept()
            self.closing.emit()
            self.hide()
            self.let_go()
