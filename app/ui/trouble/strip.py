"""A strip under the masthead that stands there as long as what it says is so."""

from __future__ import annotations

from collections.abc import Callable

from app.i18n import Translator
from app.ui.theme import Theme
from app.ui.tokens import XL, L, S
from app.ui.widgets import LEFT, Button, Ground, Icon, line, para


class LookOnly(Ground):
    """The data are open in another window: here they can be looked at only."""

    def __init__(self, theme: Theme, t: Translator, again: Callable[[], None]) -> None:
        super().__init__(theme, "accent_wash", edges="bottom")
        row = line(self, (XL, S, L, S), S)
        row.addWidget(Icon(theme, "warning", "accent"))
        self.words = para(theme, t("Open in another window: you can look, not change."), tone="ink", weight="semibold")
        self.words.setAlignment(LEFT)
        row.addWidget(self.words, 1)
        self.again = Button(theme, t("Try again"), "link")
        self.again.setAccessibleDescription(t("Open for changes, if the other window is closed by now"))
        self.again.clicked.connect(lambda _checked: again())
        row.addWidget(self.again)
