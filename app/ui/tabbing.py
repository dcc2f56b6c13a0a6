"""Where Tab goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class TabbedWindow(QWidget):
    """A window in which Tab leaves nothing out.

    A place hands the focus on to the part where one begins. Qt would take the place itself for a stop of Tab, and so
    leave out whatever stands in it before that part.
    """

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        here = QApplication.focusWidget() or self
        there = _step(here, forward=forward)
        while there is not here and not _is_stop(there, self):
            there = _step(there, forward=forward)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        there.setFocus(reason)
        return there is not here


def _step(widget: QWidget, *, forward: bool) -> QWidget:
    found = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
    return found or widget


def _is_stop(widget: QWidget, window: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and not widget.focusProxy() and widget.isVisibleTo(window) and widget.isEnabled()
