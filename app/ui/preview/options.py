"""How a paper is to be: its language, whether people are named in it, and of which role it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.languages import LANGUAGE_NAMES, LANGUAGES
from app.services.mappings import ALONE_IN_ROW
from app.ui.flow import FlowLayout
from app.ui.preview.papers import Paper, Wish
from app.ui.theme import Theme
from app.ui.ticks import Tick
from app.ui.tokens import L, M, S
from app.ui.widgets import ChoiceBox, label, line

if TYPE_CHECKING:
    from app.mapping.model import Mapping


class Options(QWidget):
    """What cannot be chosen of a paper is not shown. The language is the paper's own, whatever the window speaks."""

    def __init__(self, theme: Theme, t: Translator, mapping: Mapping, changed: Callable[[], None]) -> None:
        super().__init__()
        self._theme, self._mapping = theme, mapping
        self.row = FlowLayout(self, L, S)
        self.language = ChoiceBox(theme, t("Language of the document"))
        for language in LANGUAGES:
            self.language.addItem(LANGUAGE_NAMES[language], language)
        self.language.setCurrentIndex(LANGUAGES.index(mapping.document_language))
        self.language.activated.connect(lambda _row: changed())
        self._add(self.language)
        self.role = ChoiceBox(theme, t("Role"))
        self.role.addItem(t("All roles"), "")
        for role in mapping.roles:
            self.role.addItem(role.name, role.key)
        self.role.activated.connect(lambda _row: changed())
        self._of_role = self._add(self.role)
        self.names = Tick(theme, t("People too, not only roles"))
        self.names.toggled.connect(lambda _on: changed())
        self.row.addWidget(self.names)

    def _add(self, box: ChoiceBox) -> QWidget:
        """A list with its words before it."""
        pair = QWidget()
        row = line(pair, gap=M)
        words = label(self._theme, box.accessibleName(), tone="ink2")
        words.setBuddy(box)
        row.addWidget(words)
        row.addWidget(box)
        self.row.addWidget(pair)
        return pair

    def suit(self, paper: Paper) -> None:
        """Show what can be chosen of a paper."""
        self._of_role.setVisible(bool(paper.kind and paper.kind.role))
        self.names.setVisible(bool(paper.kind and paper.kind.names) and self._mapping.people_mode in ALONE_IN_ROW)

    def wish(self, paper: Paper) -> Wish:
        """The paper as it is asked for now."""
        names = not self.names.isHidden() and self.names.isChecked()
        role = "" if self._of_role.isHidden() else self.role.currentData()
        return Wish(paper, LANGUAGES[self.language.currentIndex()], names, role)
