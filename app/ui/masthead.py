"""The masthead of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from app.i18n import Translator
from app.languages import LANGUAGE_NAMES, Language
from app.ui.theme import Theme
from app.ui.tokens import BODY, LEAD, XL, L, M, S
from app.ui.widgets import Button, Elided, Ground, Hair, Icon, label, line
from app.ui.wishes import Wishes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

Choice = TypeVar("Choice", str, int, Language)
TEXT_SIZES = (100, 125, 150, 200)  # per cent


class Masthead(Ground):
    """The program's name, the company in hand, the saved sign, and the ways to everything that is no place of it."""

    def __init__(self, theme: Theme, t: Translator, wishes: Wishes) -> None:
        super().__init__(theme, edges="bottom")
        self._t, self._wishes = t, wishes
        self.setMinimumHeight(theme.height(pad=34))
        row = line(self, (XL, 0, L, 0), S)
        row.addWidget(Icon(theme, "compass", "accent", 22))
        name = Button(theme, "Kartturi", "link")
        name.setAccessibleName(t("Kartturi, start screen"))
        name.clicked.connect(wishes.home)
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
        for button in self._buttons(theme):
            row.addWidget(button)
        self.show_company("")
        self.show_saved("")

    def _buttons(self, theme: Theme) -> tuple[Button, Button, Button]:
        t = self._t
        library = Button(theme, t("Library"), "link", icon="books")
        library.clicked.connect(self._wishes.library)
        self.settings = Button(theme, t("Settings"), "link", icon="settings")
        self.settings.clicked.connect(lambda: _open(self.settings, t("Settings"), self._fill_settings))
        self.language = Button(theme, LANGUAGE_NAMES[t.language], "link", icon="language")
        self.language.setAccessibleName(t("Language of the program: {language}", language=LANGUAGE_NAMES[t.language]))
        self.language.clicked.connect(lambda: _open(self.language, t("Language of the program"), self._fill_languages))
        return library, self.settings, self.language

    def _fill_settings(self, menu: QMenu) -> None:
        """How the window looks, how large its text is, what the keys do, and the copies of what was entered."""
        t, wishes = self._t, self._wishes
        looks = {"system": t("As the system"), "light": t("Light"), "dark": t("Dark")}
        _offer(menu, looks, wishes.looks, wishes.look.emit)
        menu.addSeparator()
        sizes = {size: t("Text size {percent}", percent=t.points(size)) for size in TEXT_SIZES}
        _offer(menu, sizes, round(self._theme.zoom * 100), wishes.text_size.emit)
        menu.addSeparator()
        menu.addAction(t("Note a quick signal")).triggered.connect(wishes.note)
        menu.addAction(t("Quick signals")).triggered.connect(wishes.notes)
        menu.addSeparator()
        menu.addAction(t("Keys")).triggered.connect(wishes.keys)
        menu.addAction(t("Copies of the companies")).triggered.connect(wishes.copies)

    def _fill_languages(self, menu: QMenu) -> None:
        _offer(menu, LANGUAGE_NAMES, self._t.language, self._wishes.language.emit)

    def show_company(self, name: str) -> None:
        self.company.setText(name)
        self._divider.setVisible(bool(name))

    def show_saved(self, words: str) -> None:
        self.saved.setText(words)
        self.saved_icon.setVisible(bool(words))


def _offer(menu: QMenu, choices: Mapping[Choice, str], chosen: Choice, choose: Callable[[Choice], None]) -> None:
    """One of several, of which the chosen one is marked."""
    from PySide6.QtGui import QActionGroup

    group = QActionGroup(menu)
    for choice, words in choices.items():
        action = group.addAction(menu.addAction(words))
        action.setCheckable(True)
        action.setChecked(choice == chosen)
        action.setData(choice)
    group.triggered.connect(lambda action: choose(action.data()))


def _open(button: Button, name: str, fill: Callable[[QMenu], None]) -> None:
    """Let a menu down from a button. It is made at each click: before the first paint it would cost time."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMenu

    menu = QMenu(button)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(name)
    fill(menu)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
