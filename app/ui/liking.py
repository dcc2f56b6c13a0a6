"""How a person likes the window: language, light or dark, size of the text, and where it stood. Kept between runs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import QApplication

from app.errors import UserError
from app.languages import Language
from app.paths import DataFolder
from app.services import settings
from app.services.settings import Settings, ThemeName
from app.ui import theme as themes
from app.ui.shell import Window
from app.ui.theme import Theme
from app.ui.tokens import DARK, LIGHT


def theme_for(liked: Settings, *, dark_system: bool) -> Theme:
    """The palette and text size of the settings; "system" follows the system."""
    dark = dark_system if liked.theme == "system" else liked.theme == "dark"
    return Theme(DARK if dark else LIGHT, liked.text_size / 100)


def system_is_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


class Liking(QObject):
    """Dresses a window as it was liked last, and remembers each change at once."""

    def __init__(self, window: Window, app: QApplication, folder: DataFolder, liked: Settings) -> None:
        super().__init__(window)
        self._window, self._app, self._folder, self._liked = window, app, folder, liked
        window.look_wanted.connect(self._look)
        window.size_wanted.connect(self._size)
        window.spoke.connect(self._speak)
        window.closing.connect(self._stand)
        if liked.window:
            window.restoreGeometry(QByteArray.fromBase64(liked.window.encode()))

    def _look(self, name: ThemeName) -> None:
        self._dress(replace(self._liked, theme=name))

    def _size(self, per_cent: int) -> None:
        self._dress(replace(self._liked, text_size=per_cent))

    def _dress(self, liked: Settings) -> None:
        theme = theme_for(liked, dark_system=system_is_dark(self._app))
        if self._window.dress(theme):
            themes.apply(self._app, theme)
            self._keep(liked)

    def _speak(self, language: Language) -> None:
        self._keep(replace(self._liked, language=language))

    def _stand(self) -> None:
        geometry = bytes(self._window.saveGeometry().toBase64().data()).decode()
        self._keep(replace(self._liked, window=geometry))

    def _keep(self, liked: Settings) -> None:
        self._liked = liked
        try:
            settings.save(self._folder, liked)
        except UserError as error:
            self._window.say(self._window.t.explain(error))
