"""How a person likes the window: language, light or dark, size of the text, and where it stood. Kept between runs."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, Qt, Slot
from PySide6.QtGui import QPalette, QStyleHints
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


def theme_for(liked: Settings, *, dark_system: bool, contrast: QPalette | None = None) -> Theme:
    """The palette and text size of the settings; "system" follows the system.

    Where the system asks for high contrast, its palette `contrast` goes before whatever is liked.
    """
    zoom = liked.text_size / 100
    if contrast:
        from app.ui import contrast as contrasts

        return Theme(contrasts.palette_of(contrast), zoom, of_system=True)
    dark = dark_system if liked.theme == "system" else liked.theme == "dark"
    return Theme(DARK if dark else LIGHT, zoom)


def theme_now(liked: Settings, app: QApplication) -> Theme:
    """The theme of the settings as the system is at the moment."""
    hints = app.styleHints()
    contrast = system_palette(app) if asks_for_contrast(hints) else None
    return theme_for(liked, dark_system=hints.colorScheme() is Qt.ColorScheme.Dark, contrast=contrast)


def asks_for_contrast(hints: QStyleHints) -> bool:
    """Whether the system asks for high contrast now."""
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def system_palette(app: QApplication) -> QPalette:
    """The palette of the system, which is in force from then on."""
    app.setPalette(QPalette())
    return app.palette()


class Liking(QObject):
    """Dresses a window as it was liked last and as the system changes, and remembers each change at once."""

    def __init__(self, window: Window, app: QApplication, folder: DataFolder, liked: Settings) -> None:
        super().__init__(window)
        self._window, self._app, self._folder, self._liked = window, app, folder, liked
        window.wishes.looks = liked.theme
        window.wishes.look.connect(self._look)
        window.wishes.text_size.connect(self._size)
        window.spoke.connect(self._speak)
        window.went.connect(self._remember)
        window.closing.connect(self._stand)
        app.styleHints().colorSchemeChanged.connect(self._follow)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._follow)
        if liked.window:
            window.restoreGeometry(QByteArray.fromBase64(liked.window.encode()))

    @Slot(str)
    def _look(self, name: ThemeName) -> None:
        self._change(self._liked._replace(theme=name))
        if self._window.theme.of_system:
            self._window.say(self._window.t("The system asks for high contrast, so its colours are used."))

    @Slot(int)
    def _size(self, per_cent: int) -> None:
        self._change(self._liked._replace(text_size=per_cent))

    def _change(self, liked: Settings) -> None:
        if self._dress(liked):
            self._keep(liked)

    @Slot()
    def _follow(self) -> None:
        """The system has changed its colours."""
        self._dress(self._liked)

    def _dress(self, liked: Settings) -> bool:
        theme = theme_now(liked, self._app)
        dressed = theme == self._window.theme or self._window.dress(theme)
        themes.apply(self._app, self._window.theme)  # even where a new one was refused: the palette may be another
        return dressed

    @Slot(str)
    def _speak(self, language: Language) -> None:
        self._keep(self._liked._replace(language=language))

    @Slot()
    def _stand(self) -> None:
        geometry = bytes(self._window.saveGeometry().toBase64().data()).decode()
        self._keep(self._liked._replace(window=geometry, in_hand="", at=""))

    @Slot()
    def _remember(self) -> None:
        """Where one is, should the program not get to its end; of a window that only looks on, nothing."""
        window = self._window
        if window.desk is None or window.desk.read_only:
            return
        at = f"{window.here}#{window.part}" if window.part else window.here
        liked = self._liked._replace(in_hand=window.mapping_key, at=at if window.mapping_key else "")
        if liked != self._liked:
            self._keep(liked)

    def _keep(self, liked: Settings) -> None:
        self._liked = liked
        self._window.wishes.looks = liked.theme
        try:
            settings.save(self._folder, liked)
        except UserError as error:
            self._window.say(self._window.t.explain(error))
