"""The rows of the company itself: who it is, what it does, how many and where."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from app.i18n import Translator
from app.languages import Language
from app.mapping.company import Company
from app.services.catalogues import OfCompany
from app.ui.company import said
from app.ui.company.choices import municipalities_to_find, sectors_to_find
from app.ui.forms import Form, text_of
from app.ui.pick import PickField
from app.ui.theme import Theme
from app.wording.catalogues import place_sentence


class CompanyCard:
    """Adds its rows to a form and reads them back. Sectors and municipalities are offered once they are there."""

    def __init__(self, theme: Theme, t: Translator, form: Form, company: Company) -> None:
        self._t, self._form = t, form
        self._catalogues: OfCompany | None = None
        self.name = form.text(t("Name or code name"), company.name)
        self.business_id = form.text(
            t("Business id"),
            company.business_id,
            t("Optional. Form: 1234567-8."),
            lambda text: said.check_business_id(t, text),
            lambda text: said.business_id_so_far(t, text),
        )
        self.sector = PickField(theme, t("Sector"), company.sector, company.sector)
        hint = t("Type a word or the first two digits of the industry code (TOL), and choose from the list.")
        form.pick(t("Sector"), self.sector, hint, self._check_sector)
        self.sector_words = form.text(t("Sector in own words"), company.sector_words)
        sizes = [("", t("not said")), *((size, size) for size in said.SIZES)]
        self.size = form.choice(t("Number of people"), sizes, company.size, said.size_hint(t, company.size))
        self.size.activated.connect(lambda _row: self._show_size())
        self.municipality = PickField(theme, t("Municipality"), company.municipality, company.municipality_name)
        hint = t("Type the beginning of the name, and choose from the list.")
        form.pick(t("Municipality"), self.municipality, hint, live=self._of_municipality)
        hint = t("Name, telephone or e-mail, if the person agrees.")
        self.contact = form.text(t("Contact person"), company.contact, hint)

    def offer(self, catalogues: OfCompany) -> None:
        """Let sectors and municipalities be picked from now on, and say where the municipality belongs."""
        self._catalogues = catalogues
        self.sector.offer(sectors_to_find(catalogues.sectors, self._t.language))
        self.municipality.offer(municipalities_to_find(catalogues.municipalities, self._t.language))
        self._form.refused()

    def settle(self) -> None:
        """What is written out as a sector or a municipality is one; any other municipality is kept in own words."""
        self.sector.settle()
        self.municipality.settle()
        if not self.municipality.settled:
            self.municipality.keep_words()

    def read(self, company: Company, refused: Container[QWidget], language: Language) -> Company:
        """The company with what stands in the fields; what is refused there stays as it is stored.

        The name of a municipality is kept in the language of the documents, in which it will be read.
        """

        def text(field: QLineEdit, stored: str) -> str:
            return stored if field in refused else text_of(field)

        number, place = self._place(company, refused, language)
        return replace(
            company,
            name=text(self.name, company.name),
            business_id=text(self.business_id, company.business_id),
            sector=company.sector if self.sector in refused else self.sector.value,
            sector_words=text(self.sector_words, company.sector_words),
            size=str(self.size.currentData()),
            contact=text(self.contact, company.contact),
            municipality=number,
            municipality_name=place,
        )

    def _place(self, company: Company, refused: Container[QWidget], language: Language) -> tuple[str, str]:
        """Number and name of the municipality; a name that is stored stays while the municipality is the same."""
        number = self.municipality.value
        if self.municipality in refused or (number and number == company.municipality):
            return company.municipality, company.municipality_name
        known = self._catalogues.municipalities.municipality(number) if self._catalogues else None
        return number, known.name.said(language).text if known else text_of(self.municipality)

    def _check_sector(self, _text: str) -> str:
        if self.sector.settled:
            return ""
        return self._t("Choose a sector from the list, or empty the field. Own words have a field of their own.")

    def _of_municipality(self, text: str) -> str:
        """Region and employment area of what was picked; a word where own words stand."""
        if not self._catalogues or not text or not self.municipality.settled:
            return ""
        known = self._catalogues.municipalities.municipality(self.municipality.value)
        if known is None:
            return self._t("This is not in the list of municipalities. It is kept as it is written.")
        return place_sentence(self._t, self._catalogues.municipalities, known)

    def _show_size(self) -> None:
        self._form.remark(self.size, said.size_hint(self._t, str(self.size.currentData())))
