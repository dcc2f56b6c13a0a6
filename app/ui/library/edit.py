"""Correcting the words of something in a copy of one's own, language by language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from app.errors import UserError
from app.frameworks.model import Competence, Framework, Requirement
from app.i18n import Translator
from app.languages import LANGUAGE_NAMES, LANGUAGES, Language
from app.services.library_edit import Words, words_of
from app.texts import Text
from app.ui.dialog import Dialog
from app.ui.dialog_parts import ScrolledPart
from app.ui.forms import add_row
from app.ui.tabs import TextTabs
from app.ui.theme import Theme
from app.ui.tokens import M
from app.ui.widgets import Button, column, paint_text
from app.wording.library import Part
from app.wording.words import level_name

WIDTH = 720  # pixels at 100 %
LEVELS = 5


@dataclass(slots=True)
class _Field:
    """A text in three languages, of which one is in the field."""

    field: QPlainTextEdit
    texts: dict[Language, str]
    remark: QLabel

    @property
    def text(self) -> Text:
        return Text(*(self.texts[each] for each in LANGUAGES))


class EditDialog(Dialog):
    """What is written is kept by the button; Esc gives it up. `keep` may refuse with a UserError."""

    def __init__(
        self, theme: Theme, t: Translator, content: Framework | Part, keep: Callable[[Words], None], parent: QWidget
    ) -> None:
        super().__init__(theme, t("Correct the words"), parent, WIDTH)
        self._theme, self._t, self._keep, self._language = theme, t, keep, t.language
        self._fields: list[_Field] = []
        self.languages = TextTabs(theme, t("Language of the words"), LANGUAGE_NAMES.items(), t.language)
        self.languages.chosen.connect(self._turn_to)
        self.rows.addWidget(self.languages)
        self.rows.addWidget(self._form(content), 1)
        self._add_buttons()
        self.name.setFocus()

    @property
    def name(self) -> QPlainTextEdit:
        """The field that nothing can do without."""
        return self._fields[0].field

    def _form(self, content: Framework | Part) -> ScrolledPart:
        """A field for each text; scrolled where they are many."""
        t, words = self._t, words_of(content)
        page = QWidget()
        self._rows = column(page, (0, 0, M, 0))
        self._add(t("Requirement") if isinstance(content, Requirement) else t("Name"), words.name)
        if isinstance(content, Competence):
            self._add(t("What it looks like at work"), words.description)
            for level in range(LEVELS):
                said = words.anchors[level] if words.anchors else Text()
                self._add(f"{level} {level_name(t, level)}", said)
        return ScrolledPart(self._theme, page, self.breadth, sideways=False)

    def _add(self, name: str, text: Text) -> None:
        field = QPlainTextEdit(text.get(self._language))
        field.setFont(self._theme.font())
        field.setTabChangesFocus(True)
        field.setFixedHeight(self._theme.height(2, 20))
        remark = add_row(self._theme, self._rows, name, field)
        self._fields.append(_Field(field, {each: text.get(each) for each in LANGUAGES}, remark))

    def _add_buttons(self) -> None:
        leave = Button(self._theme, self._t("Cancel"))
        leave.clicked.connect(self.reject)
        self.keep = Button(self._theme, self._t("Keep the change"), "primary")
        self.keep.clicked.connect(self._take)
        self.add_foot(leave, self.keep)

    def _turn_to(self, language: str) -> None:
        """Show the words in another language; what was written in this one is kept in mind."""
        self._note()
        self._language = next(each for each in LANGUAGES if each == language)
        for each in self._fields:
            each.field.setPlainText(each.texts[self._language])

    def _note(self) -> None:
        for each in self._fields:
            each.texts[self._language] = " ".join(each.field.toPlainText().split())

    def _take(self) -> None:
        self._note()
        name, *others = [each.text for each in self._fields]
        description, *anchors = others or [Text()]
        try:
            self._keep(Words(name, description, tuple(anchors)))
        except UserError as error:
            self._refuse(self._t.explain(error))
            return
        self.accept()

    def _refuse(self, words: str) -> None:
        """Say under the name why it is not kept."""
        remark = self._fields[0].remark
        remark.setText(words)
        paint_text(remark, self._theme.colour("important"))
        remark.show()
        self.name.setAccessibleDescription(words)
        self.name.setFocus()
