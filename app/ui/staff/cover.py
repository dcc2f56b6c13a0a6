"""What is laid over a window while the laptop is passed round: nothing of the window is seen or reached."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.services.desk import Desk
from app.services.staff_pin import HandOver
from app.ui.staff.view import StaffView
from app.ui.theme import Theme

_REFUSED = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Cover(QObject):
    """Hides what stands in a window, takes its shortcuts and drops away, and lets closing it ask for the PIN.

    What it has hidden stays so when it is lifted: levels have changed meanwhile, and the window is built anew. What is
    built in the window meanwhile, as when the system changes its colours, is hidden, too.
    """

    def __init__(self, window: QWidget, view: StaffView) -> None:
        super().__init__(window)
        self._window, self._view = window, view
        inside = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for widget in inside:
            _hide(widget)
        self._silent = [each for each in window.findChildren(QShortcut) if each.isEnabled()]
        for shortcut in self._silent:
            shortcut.setEnabled(False)
        layout = window.layout()
        assert layout
        layout.addWidget(view)
        window.installEventFilter(self)
        view.show()
        if view.page:
            view.page.focus.setFocus()

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if isinstance(event, QChildEvent) and event.added():
            _hide(event.child())
        if event.type() == QEvent.Type.Close:
            event.ignore()
            self._view.ask_pin()
            return True
        if event.type() in _REFUSED:
            event.ignore()
            return True
        return False

    def lift(self) -> None:
        """Let the window take keys and drops again, and be closed."""
        self._window.removeEventFilter(self)
        self._view.hide()
        self._view.deleteLater()
        for shortcut in self._silent:
            shortcut.setEnabled(True)
        self.deleteLater()


def _hide(thing: QObject) -> None:
    """Dialogs stay: they know nobody."""
    if isinstance(thing, QWidget) and not thing.isWindow():
        thing.hide()


def pass_laptop(
    window: QWidget,
    theme: Theme,
    t: Translator,
    desk: Desk,
    given: HandOver,
    then: Callable[[], None],
    *,
    locked: bool = False,
) -> StaffView:
    """Cover a window with the questions of those whose turn it is; afterwards `then` builds what it covered anew."""

    def done() -> None:
        cover.lift()
        then()

    view = StaffView(theme, t, desk, given, done, locked=locked)
    cover = Cover(window, view)
    return view
