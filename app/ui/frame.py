"""What stands round every place: the masthead above and the line at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.ui.theme import Theme
from app.ui.tokens import BODY, LEAD, NOTE, XL, L, M, S
from app.ui.widgets import LEFT, Button, Elided, Ground, Hair, Icon, label, line, para

TEXT_SIZES = (100, 125, 150, 200)  # per cent
# Each language by its own name, so that whoever opened the wrong one finds the way back.
LANGUAGE_NAMES: dict[Language, str] = {"fi": "Suomi", "sv": "Svenska", "en": "English"}


class Masthead(Ground):
    """The program's name, the company in hand, the saved sign, and the ways to everything that is no place of it."""

    home = Signal()
    library = Signal()
    copies = Signal()
    language = Signal(str)
    look = Signal(str)
    text_size = Signal(int)

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__(theme, edges="bottom")
        self.setMinimumHeight(theme.height(pad=34))
        row = line(self, (XL, 0, L, 0), S)
        row.addWidget(Icon(theme, "compass", "accent", 22))
        name = Button(theme, "Kartturi", "link")
        name.setAccessibleName(t("Kartturi, start screen"))
        name.clicked.connect(self.home)
        row.addWidget(name)
        self._divider = Hair(theme, "rule", vertical=True)
        self._divider.setFixedHeight(18)
        row.addWidget(self._divider)
        row.addSpacing(S)
        self.company = Elided(theme, "", LEAD)
        row.addWidget(self.company, 1)
        self.saved_icon = Icon(theme, "check", "ink2", 16)
        self.saved = label(theme, "", BODY, tone="ink2")
        row.addWidget(self.saved_icon)
        row.addWidget(self.saved)
        row.addSpacing(M)
        library = Button(theme, t("Library"), "link", icon="books")
        library.clicked.connect(self.library)
        row.addWidget(library)
        row.addWidget(self._settings_button(theme, t))
        row.addWidget(self._language_button(theme, t))
        self.show_company("")
        self.show_saved("")

    def _settings_button(self, theme: Theme, t: Translator) -> QWidget:
        """How the window looks, how large its text is, and the copies of what was entered."""
        button = Button(theme, t("Settings"), "link", icon="settings")
        menu = QMenu(button)
        menu.setAccessibleName(t("Settings"))
        for name, words in (("system", t("As the system")), ("light", t("Light")), ("dark", t("Dark"))):
            menu.addAction(words).triggered.connect(lambda _checked=False, chosen=name: self.look.emit(chosen))
        menu.addSeparator()
        for per_cent in TEXT_SIZES:
            action = menu.addAction(t("Text size {percent}", percent=t.percent(Fraction(per_cent, 100))))
            action.triggered.connect(lambda _checked=False, chosen=per_cent: self.text_size.emit(chosen))
        menu.addSeparator()
        menu.addAction(t("Copies of the companies")).triggered.connect(self.copies)
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        return button

    def _language_button(self, theme: Theme, t: Translator) -> QWidget:
        button = Button(theme, LANGUAGE_NAMES[t.language], "link", icon="language")
        button.setAccessibleName(t("Language of the program: {language}", language=LANGUAGE_NAMES[t.language]))
        menu = QMenu(button)
        menu.setAccessibleName(t("Language of the program"))
        for language in LANGUAGES:
            action = menu.addAction(LANGUAGE_NAMES[language])
            action.triggered.connect(lambda _checked=False, chosen=language: self.language.emit(chosen))
            if language == t.language:
                menu.setActiveAction(action)
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        return button

    def show_company(self, name: str) -> None:
        self.company.setText(name)
        self._divider.setVisible(bool(name))

    def show_saved(self, words: str) -> None:
        self.saved.setText(words)
        self.saved_icon.setVisible(bool(words))


class Foot(Ground):
    """Left, what was just done or went wrong, and the way back; right, the keys that work here, where there is room."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__(theme, edges="top")
        self.setMinimumHeight(theme.height(pad=18))
        row = line(self, (XL, 0, XL, 0), M)
        self.message = para(theme, "", tone="ink")
        self.message.setAlignment(LEFT)
        self.message.setAccessibleName(t("What was just done"))
        self.undo = Button(theme, t("Undo"), "link", icon="undo", key=t("Ctrl+Z"))
        self.undo.hide()
        self._keys = label(theme, "", NOTE, tone="ink3")
        row.addWidget(self.message, 1)
        row.addWidget(self.undo)
        row.addSpacing(M)
        row.addWidget(self._keys)

    def say(self, words: str, *, undo: bool = False) -> None:
        """Say something, also to those who listen; with `undo`, offer to take it back."""
        self.message.setText(words)
        self.undo.setVisible(undo)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.message, words))

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Pairs of key and what it does."""
        self._keys.setText("     ".join(f"{key}  {deed}" for key, deed in keys))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._keys.setVisible(self._keys.sizeHint().width() * 2 < self.width())
