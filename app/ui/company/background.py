"""What public sources say of a company before a visit, with the source and the day (brief, 2.2 B2)."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.company import Company
from app.ui.days import EXAMPLE, read_day, written
from app.ui.forms import Form, text_of
from app.ui.trying import refusal


class Background:
    """Adds its rows to a form and reads them back."""

    def __init__(self, t: Translator, form: Form, company: Company, today: date) -> None:
        self._today = today
        form.section(t("Background"))
        hint = t("From public sources, looked up before the visit: size, news, what changes in the sector.")
        self.what = form.paragraph(t("What is known of the company"), company.background, hint)
        self.source = form.text(t("Source"), company.background_source)
        self.day = form.text(
            t("Looked up on"),
            written(t, company.background_on),
            t("Optional. Write it like {example}.", example=t.day(EXAMPLE)),
            lambda text: refusal(t, lambda: read_day(text, today)),
        )
        hint = t("Which area it is, and whom to ask there about services for companies.")
        self.employment_contact = form.text(t("Contact at the employment area"), company.employment_contact, hint)

    def read(self, company: Company, refused: Container[QWidget]) -> Company:
        """The company with what stands in the fields; what is refused there stays as it is stored."""
        return replace(
            company,
            background=company.background if self.what in refused else text_of(self.what),
            background_source=company.background_source if self.source in refused else text_of(self.source),
            background_on=company.background_on if self.day in refused else read_day(text_of(self.day), self._today),
            employment_contact=company.employment_contact
            if self.employment_contact in refused
            else text_of(self.employment_contact),
        )
