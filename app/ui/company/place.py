"""The company card as a form that writes itself down."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.business_id import is_business_id
from app.mapping.model import Company, Mapping, PeopleMode
from app.services import mappings
from app.ui.autosave import Autosave
from app.ui.forms import Form, TextField, text_of
from app.ui.frame import LANGUAGE_NAMES
from app.ui.place import Go, Say
from app.ui.plan.days import read_day, written
from app.ui.theme import Theme
from app.ui.tokens import COLUMN, DISPLAY, MARGIN, XL, XXL, L, M
from app.ui.widgets import Button, column, label, line, para, turn
from app.wording.words import capital, people_mode_name

if TYPE_CHECKING:
    from app.services.desk import Desk

SIZES = ("1", "2–4", "5–9", "10–19", "20–49", "50–249")
GAP = 48


class CompanyPlace(QWidget):
    """A form in one column; what the program makes of an answer stands under the field."""

    dense = False

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._say = theme, t, desk, say
        self._mapping = desk.cases.load(mapping_key)
        self._autosave = Autosave(self, self._write)
        self.form = Form(theme, self._refuse_identity_code)
        self._columns = line(self, (56, XXL, XXL, XL), GAP)
        self._columns.addWidget(self._sheet(go), 100)  # all that it may take, then the margin
        self._columns.addWidget(self._margin(), 1)
        self._add_company(self._mapping.company)
        self._add_rest()
        self._autosave.watch(*self.form.fields)
        self.form.refused()
        self.setFocusProxy(self.name)

    def flush(self) -> None:
        self._autosave.flush()

    def _sheet(self, go: Go) -> QWidget:
        """The form under its title, and the way on under it."""
        onward = Button(self._theme, self._t("Roles and needs"), "primary", after="arrow-right")
        onward.clicked.connect(lambda: go("needs"))
        sheet = QWidget()
        sheet.setMaximumWidth(round(COLUMN * self._theme.zoom))
        body = column(sheet)
        body.addWidget(label(self._theme, self._t("Company"), DISPLAY, "light"))
        body.addSpacing(L)
        body.addWidget(self.form)
        body.addSpacing(M)
        body.addWidget(onward)
        body.addStretch(1)
        return sheet

    def _add_company(self, company: Company) -> None:
        t, form = self._t, self.form
        self.name = form.text(t("Name or code name"), company.name)
        hint = t("Optional. Form: 1234567-8.")
        self.business_id = form.text(t("Business id"), company.business_id, hint, self._check_business_id)
        self.sector = form.text(t("Sector in own words"), company.sector_words)
        hint = t("Optional. The first two digits of the industry code (TOL), such as 25.")
        self.sector_code = form.text(t("Sector code"), company.sector, hint, self._check_sector_code)
        sizes = [("", t("not said")), *((size, size) for size in SIZES)]
        self.company_size = form.choice(t("Number of people"), sizes, company.size)
        self.municipality = form.text(t("Municipality"), company.municipality_name)

    def _add_rest(self) -> None:
        t, form, mapping = self._t, self.form, self._mapping
        form.section(t("Goal"))
        hint = t("In the owner's own words: they become the title of the plan.")
        self.goal = form.paragraph(t("What must be better in a year?"), mapping.goal, hint)
        form.section(t("Languages"))
        names = [(language, LANGUAGE_NAMES[language]) for language in LANGUAGES]
        self.service = form.choice(t("Service language"), names, mapping.company.service_language)
        self.document = form.choice(t("Language of the documents"), names, mapping.document_language)
        form.section(t("People"))
        modes = [(mode, capital(people_mode_name(t, mode))) for mode in PeopleMode]
        self.people = form.choice(t("How people appear"), modes, mapping.people_mode, self._people_hint())
        form.section(t("Next meeting"))
        hint = t("Optional. Write it like 1.9.2026.")
        self.meeting_day = form.text(t("Date"), written(mapping.next_meeting), hint, self._check_day)
        self.meeting = form.text(t("Time and place"), mapping.next_meeting_note)

    def _refuse_identity_code(self, text: str) -> str:
        return self._refusal(lambda: mappings.kept_text(text))

    def _check_business_id(self, text: str) -> str:
        if not text or is_business_id(text):
            return ""
        return self._t("This is no business id yet: seven digits, a dash and the check digit, such as 0112038-9.")

    def _check_sector_code(self, text: str) -> str:
        return "" if not text or re.fullmatch(r"[0-9]{2}", text) else self._t("This is not two digits.")

    def _check_day(self, text: str) -> str:
        return self._refusal(lambda: read_day(text, self._desk.today))

    def _refusal(self, act: Callable[[], object]) -> str:
        """The sentence of what an act refuses, empty when it refuses nothing."""
        try:
            act()
        except UserError as error:
            return self._t.explain(error)
        return ""

    def _people_hint(self) -> str:
        """What the mode in hand means, and what it never means."""
        t = self._t
        meaning = {
            PeopleMode.NAMES: t("Names are seen by whoever opens this mapping: ask each person first."),
            PeopleMode.PSEUDONYMS: t("People are H1, H2 and so on. Only you know who is who."),
            PeopleMode.ROLES_ONLY: t("Nobody has a row of their own, only head counts by level."),
            PeopleMode.OWNER: t("The owner estimates each role as one team."),
        }
        plan = t("The printed plan speaks of roles only, whatever is chosen here.")
        return f"{meaning[self._mapping.people_mode]} {plan}"

    def _margin(self) -> QWidget:
        """What happens to the data, beside the form where it is asked; under it where there is no room."""
        margin = QWidget()
        notes = column(margin)
        self._above_note = margin
        notes.addWidget(label(self._theme, self._t("Where this is kept"), weight="semibold", tone="accent"))
        words = self._t(
            "On this computer only. People are codes such as H1 unless you choose names, and nobody's health, "
            "opinions or identity code belong here."
        )
        note = para(self._theme, words)
        note.setMaximumWidth(round(MARGIN * self._theme.zoom))
        notes.addWidget(note)
        notes.addStretch(1)
        return margin

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = round((COLUMN + MARGIN) * self._theme.zoom) + GAP + 56 + XXL
        beside = self.width() >= needed
        turn(self._columns, (), abreast=beside)
        top = self._theme.height(1, L, DISPLAY) if beside else 0
        self._above_note.setContentsMargins(0, top, 0, 0)

    # Writing down.

    def _write(self) -> None:
        """Store what differs from what is stored; what is refused stands under its field, and is said if all is."""
        refused = self.form.refused()
        changed = self._read(refused)
        if changed != self._mapping:
            self._say(self._refusal(lambda: self._store(changed)) or self._t("Saved"))
        elif refused:
            self._say(next(iter(refused.values())))

    def _store(self, changed: Mapping) -> None:
        self._desk.cases.put_head(changed)
        if changed.people_mode is not self._mapping.people_mode:
            mappings.set_people_mode(self._desk, changed.key, changed.people_mode)
        self._mapping = self._desk.cases.load(self._mapping.key)
        self.form.remark(self.people, self._people_hint())

    def _read(self, refused: Container[QWidget]) -> Mapping:
        """The mapping with what stands in the fields; what is refused there stays as it is stored."""
        old, company = self._mapping, self._mapping.company

        def text(field: TextField, stored: str) -> str:
            return stored if field in refused else text_of(field)

        day = old.next_meeting if self.meeting_day in refused else read_day(text_of(self.meeting_day), self._desk.today)
        return replace(
            old,
            company=replace(
                company,
                name=text(self.name, company.name),
                business_id=text(self.business_id, company.business_id),
                sector_words=text(self.sector, company.sector_words),
                sector=text(self.sector_code, company.sector),
                size=str(self.company_size.currentData()),
                municipality_name=text(self.municipality, company.municipality_name),
                service_language=_language(self.service),
            ),
            goal=text(self.goal, old.goal),
            document_language=_language(self.document),
            people_mode=PeopleMode(self.people.currentData()),
            next_meeting=day,
            next_meeting_note=text(self.meeting, old.next_meeting_note),
        )


def _language(field: QComboBox) -> Language:
    return next(language for language in LANGUAGES if language == field.currentData())
