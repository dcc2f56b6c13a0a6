"""The Qt application round the window."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.languages import Language
from app.paths import DataFolder
from app.services import incidents, settings
from app.services.settings import Settings
from app.ui import theme as themes
from app.ui.liking import Liking, theme_now
from app.ui.shell import Window
from app.ui.theme import Theme
from app.ui.trouble.hooks import watched
from app.ui.trouble.watch import Watch

if TYPE_CHECKING:
    from app.services.desk import Desk


def application(theme: Theme) -> QApplication:
    """The one application, with its fonts and theme in force."""
    app = _with_fonts()
    themes.apply(app, theme)
    return app


def _with_fonts() -> QApplication:
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([*sys.argv[:1], *themes.STYLE])
    app.setApplicationName("Kartturi")
    themes.load_fonts()
    return app


def run(folder: DataFolder, open_desk: Callable[[DataFolder], Desk], language: Language) -> int:
    """Show the window until it is closed; returns the exit code."""
    liked = settings.load(folder)
    app = _with_fonts()
    theme = theme_now(liked, app)
    themes.apply(app, theme)
    window = Window(theme, liked.language or language, partial(open_desk, folder))
    Liking(window, app, folder, liked)
    watch = Watch(window, folder, app.exit)
    window.opening.connect(lambda: _attend(window, watch, folder, open_desk, liked))
    with incidents.watching_for_crashes(folder, datetime.now(UTC)), watched(watch.tell):
        window.show()
        code = app.exec()
        window.let_go()
        hand_over_copied(app)
    return code


def hand_over_copied(app: QApplication) -> None:
    """Leave what was copied as text: an object of Python's on the clipboard outlives Python, and ends in a crash."""
    clipboard = app.clipboard()
    if clipboard.ownsClipboard() or app.platformName() == "offscreen":  # which has its own, and does not say so
        clipboard.setText(clipboard.text())


def _attend(
    window: Window, watch: Watch, folder: DataFolder, open_desk: Callable[[DataFolder], Desk], liked: Settings
) -> None:
    """Who does what the window is asked for, and hears first when its data are opened."""
    from app.ui.qt_words import QtWords
    from app.ui.signals.noting import Noting
    from app.ui.trouble.keeper import Keeper
    from app.ui.trouble.resuming import Resuming

    QtWords(window)
    Keeper(window, folder, open_desk)
    Noting(window)
    Resuming(window, liked)
    window.opened.connect(watch.offer_earlier)
    window.opened.connect(lambda: _take_drops(window))
    window.opened.connect(lambda: _cover(window))  # last, so that nothing comes to stand over it


def _take_drops(window: Window) -> None:
    """Once there are data; the library's place is too much to load before the first paint."""
    from app.ui.dropping import Dropping

    Dropping(window)


def _cover(window: Window) -> None:
    """Once it is known whether somebody of the staff has the laptop."""
    from app.ui.staff.opening import cover_if_handed_over

    cover_if_handed_over(window)


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
