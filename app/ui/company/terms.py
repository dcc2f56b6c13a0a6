"""The rows of the mapping: its goal, its languages, how people appear, and when one meets next."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from app.i18n import Translator
from app.languages import LANGUAGE_NAMES, LANGUAGES, Language
from app.mapping.model import Mapping, PeopleMode
from app.ui.company import said
from app.ui.days import EXAMPLE, read_day, written
from app.ui.forms import Form, text_of
from app.ui.paragraph import one_line
from app.ui.trying import refusal
from app.wording.words import capital, people_mode_name


class Terms:
    """Adds its rows to a form and reads them back."""

    def __init__(self, t: Translator, form: Form, mapping: Mapping, today: date) -> None:
        self._t, self._form, self._today = t, form, today
        form.section(t("Goal"))
        hint = t("In the owner's own words: they become the title of the plan.")
        self.goal = form.paragraph(t("What must be better in a year?"), mapping.goal, hint)
        form.section(t("Languages"))
        names = [(language, LANGUAGE_NAMES[language]) for language in LANGUAGES]
        self.service = form.choice(t("Service language"), names, mapping.company.service_language)
        self.document = form.choice(t("Language of the documents"), names, mapping.document_language)
        form.section(t("People"))
        modes = [(mode, capital(people_mode_name(t, mode))) for mode in PeopleMode]
        hint = said.people_hint(t, mapping.people_mode)
        self.people = form.choice(t("How people appear"), modes, mapping.people_mode, hint)
        form.section(t("Next meeting"))
        self.meeting_day = form.text(
            t("Date"),
            written(t, mapping.next_meeting),
            t("Optional. Write it like {example}.", example=t.day(EXAMPLE)),
            lambda text: refusal(t, lambda: read_day(text, today)),
        )
        self.meeting = form.paragraph(t("Time and place"), mapping.next_meeting_note)

    def show_mode(self, mode: PeopleMode) -> None:
        """Show the mode in force and say what it means."""
        self.people.setCurrentIndex(self.people.findData(mode.value))
        self._form.remark(self.people, said.people_hint(self._t, mode))

    def read(self, mapping: Mapping, refused: Container[QWidget]) -> Mapping:
        """The mapping with what stands in the fields; what is refused there stays as it is stored."""
        keep_day = self.meeting_day in refused
        return replace(
            mapping,
            company=replace(mapping.company, service_language=_language(self.service)),
            goal=mapping.goal if self.goal in refused else text_of(self.goal),
            document_language=_language(self.document),
            people_mode=PeopleMode(self.people.currentData()),
            next_meeting=mapping.next_meeting if keep_day else read_day(text_of(self.meeting_day), self._today),
            next_meeting_note=mapping.next_meeting_note if self.meeting in refused else one_line(self.meeting),
        )


def _language(field: QComboBox) -> Language:
    return next(language for language in LANGUAGES if language == field.currentData())
