"""The Qt application round the window."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from app.languages import Language
from app.ui import theme as themes
from app.ui.shell import Window
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.services.desk import Desk


def application(theme: Theme) -> QApplication:
    """The one application, with its fonts and theme in force."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Kartturi")
    themes.load_fonts()
    themes.apply(app, theme)
    return app


def run(open_desk: Callable[[], Desk], language: Language) -> int:
    """Show the window until it is closed; returns the exit code."""
    theme = Theme()
    app = application(theme)
    window = Window(theme, language, open_desk)
    window.show()
    code = app.exec()
    QThreadPool.globalInstance().waitForDone()
    return code


def show_once(open_desk: Callable[[], Desk], language: Language) -> float:
    """Show the window, wait until it has painted and opened its data, close it; the time of the paint (epoch, s)."""
    theme = Theme()
    app = application(theme)
    window = _Timed(theme, language, open_desk)
    window.show()
    while window.desk is None:
        app.processEvents()
    window.close()
    return window.painted_at


class _Timed(Window):
    """Notes when it painted first."""

    painted_at = 0.0

    def ready(self) -> None:
        self.painted_at = time.time()
        super().ready()
