"""The company card as a form that writes itself down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.business_id import is_business_id
from app.mapping.model import Mapping, PeopleMode
from app.mapping.privacy import holds_identity_code
from app.ui.autosave import Autosave
from app.ui.forms import add_row
from app.ui.frame import LANGUAGE_NAMES
from app.ui.place import Go, Say
from app.ui.theme import Theme
from app.ui.tokens import COLUMN, DISPLAY, MARGIN, TITLE, XL, XXL, L, M
from app.ui.widgets import Button, column, label, line, line_edit, para
from app.wording.words import people_mode_name

if TYPE_CHECKING:
    from app.services.desk import Desk

SIZES = ("1", "2–4", "5–9", "10–19", "20–49", "50–249")


class CompanyPlace(QWidget):
    """A form in one column; what the program makes of an answer stands under the field."""

    dense = False

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._say = theme, t, desk, say
        self._mapping = desk.cases.load(mapping_key)
        self._autosave = Autosave(self, self._write)
        self._remarks: dict[QWidget, QLabel] = {}
        page = QWidget()
        columns = line(page, (56, XXL, XXL, XL), 48)
        self._form = column()
        columns.addLayout(self._form)
        columns.addLayout(self._margin(), 1)
        self._add_fields()
        onward = Button(theme, t("Roles and needs"), "primary", after="arrow-right")
        onward.clicked.connect(lambda: go("needs"))
        self._form.addSpacing(M)
        self._form.addWidget(onward)
        self._form.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(self).addWidget(scroll)
        self.setFocusProxy(self.name)

    def flush(self) -> None:
        self._autosave.flush()

    def _add_fields(self) -> None:
        theme, t, mapping = self._theme, self._t, self._mapping
        company = mapping.company
        self._form.addWidget(label(theme, t("Company"), DISPLAY, "light"))
        self._form.addSpacing(L)
        self.name = self._text(t("Name or code name"), company.name)
        self.business_id = self._text(t("Business id"), company.business_id, t("Optional. Form: 1234567-8."))
        self.sector = self._text(t("Sector in own words"), company.sector_words)
        self.company_size = self._choice(t("Number of people"), [("", t("not said")), *((s, s) for s in SIZES)], company.size)
        self.municipality = self._text(t("Municipality"), company.municipality_name)
        self._section(t("Goal"))
        self.goal = self._paragraph(t("What must be better in a year?"), mapping.goal, self._goal_hint())
        self._section(t("Languages"))
        names = [(language, LANGUAGE_NAMES[language]) for language in LANGUAGES]
        self.service = self._choice(t("Service language"), names, company.service_language)
        self.document = self._choice(t("Language of the documents"), names, mapping.document_language)
        self._section(t("People"))
        modes = [(mode, people_mode_name(t, mode)) for mode in PeopleMode]
        self.people = self._choice(t("How people appear"), modes, mapping.people_mode, self._people_hint())
        self._section(t("Next meeting"))
        self.meeting = self._text(t("When and where"), mapping.next_meeting_note)

    def _goal_hint(self) -> str:
        return self._t("In the owner's own words: they become the title of the plan.")

    def _people_hint(self) -> str:
        return self._t("The printed plan speaks of roles only, whatever is chosen here.")

    def _section(self, title: str) -> None:
        self._form.addSpacing(M)
        self._form.addWidget(label(self._theme, title, TITLE))
        self._form.addSpacing(M)

    def _text(self, name: str, text: str, hint: str = "") -> QLineEdit:
        field = line_edit(self._theme, name, text)
        self._add(name, field, hint)
        return field

    def _paragraph(self, name: str, text: str, hint: str) -> QPlainTextEdit:
        field = QPlainTextEdit(text)
        field.setFont(self._theme.font())
        field.setTabChangesFocus(True)
        field.setFixedHeight(self._theme.height(3, 20))
        self._add(name, field, hint)
        return field

    def _choice(self, name: str, choices: Sequence[tuple[str, str]], value: str, hint: str = "") -> QComboBox:
        field = QComboBox()
        field.setFont(self._theme.font())
        for key, words in choices:
            field.addItem(words, str(key))
        field.setCurrentIndex(max(field.findData(str(value)), 0))
        self._add(name, field, hint)
        return field

    def _add(self, name: str, field: QWidget, hint: str) -> None:
        field.setMaximumWidth(COLUMN)
        field.setMinimumWidth(COLUMN // 2)
        self._remarks[field] = add_row(self._theme, self._form, name, field, hint)
        self._autosave.watch(field)

    def _margin(self) -> QVBoxLayout:
        """What happens to the data, beside the form where it is asked."""
        notes = column()
        notes.addSpacing(self._theme.height(2, XXL, DISPLAY))
        notes.addWidget(label(self._theme, self._t("Where this is kept"), weight="semibold", tone="accent"))
        words = self._t(
            "On this computer only. People are codes such as H1 unless you choose names, and nobody's health, "
            "opinions or identity code belong here."
        )
        note = para(self._theme, words)
        note.setMaximumWidth(round(MARGIN * self._theme.zoom))
        notes.addWidget(note)
        notes.addStretch(1)
        return notes

    def _write(self) -> None:
        """Store what differs from what is stored; what may not be stored is said and stays on the screen."""
        try:
            changed = self._read()
            if changed == self._mapping:
                return
            self._store(changed)
        except UserError as error:
            self._say(self._t.explain(error))
            return
        self._mapping = self._desk.cases.load(self._mapping.key)
        self._say(self._t("Saved"))

    def _store(self, changed: Mapping) -> None:
        self._desk.cases.put_head(changed)
        if changed.people_mode is not self._mapping.people_mode:
            from app.services import mappings

            mappings.set_people_mode(self._desk, changed.key, changed.people_mode)

    def _read(self) -> Mapping:
        fields = (self.name, self.business_id, self.sector, self.municipality, self.meeting)
        texts = [*(field.text() for field in fields), self.goal.toPlainText()]
        if any(holds_identity_code(text) for text in texts):
            raise UserError("That looks like a personal identity code. It is never kept here; please take it away.")
        company = replace(
            self._mapping.company,
            name=self.name.text().strip(),
            business_id=self._checked_business_id(),
            sector_words=self.sector.text().strip(),
            size=str(self.company_size.currentData()),
            municipality_name=self.municipality.text().strip(),
            service_language=_language(self.service),
        )
        return replace(
            self._mapping,
            company=company,
            goal=self.goal.toPlainText().strip(),
            document_language=_language(self.document),
            people_mode=PeopleMode(self.people.currentData()),
            next_meeting_note=self.meeting.text().strip(),
        )

    def _checked_business_id(self) -> str:
        """What is typed, if it is a business id; meanwhile the one stored, and a word under the field."""
        typed = self.business_id.text().strip()
        right = not typed or is_business_id(typed)
        remark = self._remarks[self.business_id]
        wrong = self._t("This is no business id yet: seven digits, a dash and the check digit, such as 0112038-9.")
        remark.setText(self._t("Optional. Form: 1234567-8.") if right else wrong)
        return typed if right else self._mapping.company.business_id


def _language(field: QComboBox) -> Language:
    return next(language for language in LANGUAGES if language == field.currentData())
