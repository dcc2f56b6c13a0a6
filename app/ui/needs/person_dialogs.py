"""What is asked before one person's extract is made, and before one person is erased."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.languages import LANGUAGE_NAMES, LANGUAGES, Language
from app.services.persons import Doubt, Kind, Stored
from app.ui.dialog import Dialog
from app.ui.forms import add_row
from app.ui.theme import Theme
from app.ui.ticks import Tick
from app.ui.tokens import XS
from app.ui.widgets import Button, ChoiceBox, column, para

if TYPE_CHECKING:
    from app.mapping.model import Person

Save = Callable[[Kind, Language], None]
MOST_LETTERS: Final = 120
"""Of a text in which a word stands."""


class ExtractDialog(Dialog):
    """The language is that of whoever reads the extract, whatever the window speaks."""

    def __init__(
        self, theme: Theme, t: Translator, person: Person, language: Language, save: Save, parent: QWidget
    ) -> None:
        super().__init__(theme, t("Extract for {code}", code=person.code), parent)
        self._save = save
        words = t("It has all that is stored of this person, and nothing of anybody else. Give it to nobody but them.")
        self.rows.addWidget(para(theme, words, tone="ink"))
        self.language = ChoiceBox(theme, t("Language of the document"))
        for each in LANGUAGES:
            self.language.addItem(LANGUAGE_NAMES[each], each)
        self.language.setCurrentIndex(LANGUAGES.index(language))
        add_row(theme, self.rows, t("Language of the document"), self.language)
        self.cancel = Button(theme, t("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.data = Button(theme, t("Save as data (JSON)"), icon="export")
        self.data.clicked.connect(lambda _on: self._end("json"))
        self.paper = Button(theme, t("Save as PDF"), "primary", icon="export")
        self.paper.clicked.connect(lambda _on: self._end("pdf"))
        self.add_foot(self.cancel, self.data, self.paper)
        self.paper.setFocus()

    def _end(self, kind: Kind) -> None:
        language = LANGUAGES[self.language.currentIndex()]
        self.accept()
        self._save(kind, language)


@dataclass(frozen=True, slots=True)
class Goes:
    """What goes with a person: what is stored, the number of copies it is taken out of, and words in doubt."""

    stored: Stored
    copies: int
    doubts: Sequence[Doubt] = ()


class EraseDialog(Dialog):
    """It says what goes. Enter keeps everything: what is erased cannot be had back."""

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        person: Person,
        goes: Goes,
        erase: Callable[[tuple[str, ...]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, t("Erase {code}?", code=person.code), parent)
        self._theme, self._t = theme, t
        self.what = para(theme, what_goes(t, goes.stored), tone="ink")
        self.copies = para(theme, _from_copies(t, goes.copies), tone="ink")
        rest = t("It cannot be taken back. Extracts and plans you have saved as files stay where they are.")
        for words in (self.what, self.copies, para(theme, rest)):
            self.rows.addWidget(words)
        self.also = self._add_doubts(goes.doubts)
        self.keep = Button(theme, t("Cancel"))
        self.keep.clicked.connect(self.reject)
        self.erase = Button(theme, t("Erase for good"), "primary", icon="remove")
        self.erase.clicked.connect(self.accept)
        self.accepted.connect(lambda: erase(tuple(word for word, tick in self.also.items() if tick.isChecked())))
        self.add_foot(self.keep, self.erase)
        self.keep.setFocus()

    def _add_doubts(self, doubts: Sequence[Doubt]) -> dict[str, Tick]:
        """Words that may be the person's or not, each with a place where it stands; what is ticked goes, too."""
        where: dict[str, list[str]] = {}
        for doubt in doubts:
            for word in doubt.words:
                where.setdefault(word, []).append(doubt.text)
        if not where:
            return {}
        ask = self._t("These words may be about this person, or not. Tick those that are: they go, too.")
        self.rows.addWidget(para(self._theme, ask, tone="ink"))
        return {word: self._add_doubt(word, texts) for word, texts in where.items()}

    def _add_doubt(self, word: str, texts: Sequence[str]) -> Tick:
        t = self._t
        tick = Tick(self._theme, t.n("“{word}”, in {n} text", "“{word}”, in {n} texts", len(texts), word=word))
        said = t("“{words}”", words=shorten(texts[0], MOST_LETTERS, placeholder=" …"))
        tick.setAccessibleDescription(said)
        row = column(gap=XS)
        row.addWidget(tick)
        row.addWidget(para(self._theme, said))
        self.rows.addLayout(row)
        return tick


def what_goes(t: Translator, stored: Stored) -> str:
    """What goes with a person, counted."""
    counted = (
        (stored.answers, t.n("{n} answer", "{n} answers", stored.answers)),
        (stored.notes, t.n("{n} note", "{n} notes", stored.notes)),
        (stored.cards, t.n("{n} card or permit", "{n} cards or permits", stored.cards)),
    )
    parts = [words for there, words in counted if there]
    history = t("the history of their answers")
    return t("What goes: {parts}. The role has one person fewer.", parts=t.listed([*parts, history]))


def _from_copies(t: Translator, copies: int) -> str:
    if not copies:
        return t("There is no copy of the companies yet that would still hold it.")
    return t.n(
        "It is taken out of the copy of the companies on this computer, too.",
        "It is taken out of the {n} copies of the companies on this computer, too.",
        copies,
    )
