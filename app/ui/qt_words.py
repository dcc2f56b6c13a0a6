"""Qt's own words, such as those of its file dialogs and text menus, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from app.languages import Language
from app.ui.shell import Window


class QtWords(QObject):
    """Follows the language of a window. English is in Qt itself."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._translator = QTranslator(self)
        self.speak(window.t.language)
        window.spoke.connect(self.speak)

    def speak(self, language: Language) -> None:
        """Take Qt's words of another language in use; where Qt has none, its English stays."""
        QCoreApplication.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != "en" and self._translator.load(f"qtbase_{language}", folder):
            QCoreApplication.installTranslator(self._translator)
