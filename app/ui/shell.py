"""The window: where the person is, the data that are open, and what is said and taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent

from app.errors import UserError
from app.i18n import Translator
from app.languages import Language
from app.ui import places, stops
from app.ui.frame import Frame
from app.ui.home.place import HomePlace
from app.ui.keys import keys_at
from app.ui.place import HOME, LIBRARY, Parted, Place, Refreshable
from app.ui.tabbing import TabbedWindow
from app.ui.theme import Theme
from app.ui.widgets import column
from app.ui.wishes import Wishes

if TYPE_CHECKING:
    from app.mapping.model import Mapping
    from app.services.desk import Desk
    from app.store.cases import Cases
    from app.ui.course import Course


RAIL_MS: Final = 150


class Window(TabbedWindow):
    """Everything is built anew when the language changes; what was typed is in the store by then.

    The data are opened after the first paint, so that the window is there at once.
    """

    opening = Signal()  # for the first time, once it is painted, unless somebody is quicker
    opened = Signal()
    spoke = Signal(str)
    went = Signal()  # to another place, or to another part of one
    closing = Signal()

    def __init__(self, theme: Theme, language: Language, open_desk: Callable[[], Desk]) -> None:
        super().__init__()
        self.theme, self.t, self._open_desk = theme, Translator(language), open_desk
        self.desk: Desk | None = None
        self.closed_because: UserError | None = None
        self._refused = False
        self.mapping_key = ""
        self.here, self.part = HOME, ""
        self.place: Place | None = None
        self._last_step = ("", 0)  # of the mapping in hand
        self._soon = QTimer(self)  # the rail follows once a run of keys is over: it takes the whole mapping
        self._soon.setSingleShot(True)
        self._soon.setInterval(RAIL_MS)
        self._soon.timeout.connect(self._show_frame)
        self._painted = self._has_begun = False
        self._column = column(self)
        self.setWindowTitle("Kartturi")
        self.resize(1366, 768)
        self.wishes = Wishes(self)
        self._heed_wishes()
        self._build()

    # What the window is made of.

    def _build(self) -> None:
        self._frame = Frame(self.theme, self.t, self.wishes, self.go)
        self.masthead, self.foot = self._frame.masthead, self._frame.foot
        self._column.addWidget(self._frame)
        self._show(self.here, self.part)

    def _heed_wishes(self) -> None:
        self.wishes.home.connect(lambda: self.go(HOME))
        self.wishes.library.connect(lambda: self.go(LIBRARY))
        self.wishes.language.connect(self.speak)
        self.wishes.keys.connect(self.show_keys)
        self.wishes.undo.connect(self.undo)
        self.wishes.again.connect(self.reopen)

    def show_keys(self) -> None:
        """What every key does, over the place one is at."""
        from app.ui.key_page import KeyPage

        KeyPage(self.theme, self.t, self.here, self).open()

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
        place, _, part = name.partition("#")
        if place == HOME:
            self.mapping_key = ""
        self.say("")
        if part and place == self.here and isinstance(self.place, Parted):
            self.place.show_at(part)
        else:
            self._show(place, part)

    def _show(self, name: str, part: str = "") -> None:
        try:
            widget = places.made(self, name)
        except UserError as error:
            self.say(self.t.explain(error))
            return
        self.here, self.place, self.part = name, widget, part
        self._frame.show_place(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, Parted):
            if part:
                widget.show_at(part)
            self.part = widget.part
            widget.moved.connect(self._follow)
        self._show_frame()
        self.went.emit()

    def _follow(self) -> None:
        """Another part of the place is shown; the rail follows."""
        if isinstance(self.place, Parted):
            self.part = self.place.part
            self._soon.start()
            self.went.emit()

    def _show_frame(self) -> None:
        """What stands round the place as the store has it."""
        self._soon.stop()
        mapping = self.desk.cases.load(self.mapping_key) if self.desk and self.mapping_key else None
        self._frame.show_mapping(mapping, self._course(mapping), slim=bool(self.place and self.place.dense))
        self._frame.show_look_only(shown=bool(self.desk and self.desk.read_only))
        self.foot.show_keys([] if self.closed_because else keys_at(self.t, self.here, self.part))
        self._has_changed()

    def _course(self, mapping: Mapping | None) -> Course | None:
        """How far the mapping in hand is."""
        if not self.desk or not mapping:
            return None
        from app.ui.course import course  # the domain costs start-up time

        return course(self.desk, self.t, mapping, self.here, self.part)

    def _has_changed(self) -> bool:
        """Whether anything was done to the mapping in hand since this was last asked."""
        (key, before) = self._last_step
        step = self.desk.cases.last_step(self.mapping_key) if self.desk and self.mapping_key else 0
        self._last_step = self.mapping_key, step
        return key == self.mapping_key and step > before  # erasing takes steps away, and is nothing to undo

    # What is said and taken back.

    def say(self, words: str) -> None:
        """A line at the foot."""
        self.foot.say(words)

    def told(self, words: str) -> None:
        """A place has written something, or could not: say which, and show what the store now holds."""
        changed = self._has_changed()
        if changed and self.desk:
            self._frame.show_saved(self.desk.cases.saved_at(self.mapping_key))
            self._soon.start()
        self._refused = not changed
        self.foot.say(words, undo=changed)
        # Where nothing can be written, fields show what is stored; only the plan on paper speaks without writing.
        if self._refused and self.desk and self.desk.read_only and self.here != stops.PREVIEW:
            QTimer.singleShot(0, self._show_anew)

    def undo(self) -> None:
        """Take back the last thing done to the mapping in hand."""
        self._turn(lambda cases: cases.undo(self.mapping_key), self.t("Undone"), self.t("There is nothing to undo."))

    def redo(self) -> None:
        """Do again what was taken back last."""
        nothing = self.t("There is nothing to do again.")
        self._turn(lambda cases: cases.redo(self.mapping_key), self.t("Done again"), nothing)

    def _turn(self, turn: Callable[[Cases], bool], done: str, nothing: str) -> None:
        self.flush()
        try:
            turned = bool(self.desk and self.mapping_key and turn(self.desk.cases))
        except UserError as error:
            self.told(self.t.explain(error))
            return
        if turned:
            self._show_anew()
        self.say(done if turned else nothing)

    def _show_anew(self) -> None:
        """What the store now holds, at the place one is at."""
        if isinstance(self.place, Refreshable):
            self.place.refresh()
            self._show_frame()
        else:
            self._show(self.here, self.part)

    # Life of the window.

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.ready)

    def ready(self) -> None:
        """Open the data, unless somebody has or the window was closed meanwhile, and show what is there."""
        if self.isVisible() and not self.desk and (desk := self.opened_desk()) and isinstance(self.place, HomePlace):
            self.place.show_recent(desk.cases.summaries())
            self._show_frame()

    def opened_desk(self) -> Desk | None:
        """The data to work on. They are opened if they are not yet; if they cannot be, it is said why."""
        if not self.desk:
            self._begin_opening()
            try:
                self.desk, self.closed_because = self._open_desk(), None
            except UserError as error:
                self.closed_because = error
                self._show(HOME)
            else:
                self.opened.emit()
        return self.desk

    def _begin_opening(self) -> None:
        """Let in, once, what the first paint does not wait for: keys, and who does what the window is asked for."""
        if not self._has_begun:
            from app.ui.shortcuts import add_shortcuts

            self._has_begun = True
            add_shortcuts(self)
            self.opening.emit()

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
