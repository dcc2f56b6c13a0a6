"""Which field takes the answer to which question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.mapping.survey import CHOOSING, Kind, Question
from app.ui.place import Go
from app.ui.survey.catalogue import CATALOGUES, CatalogueField
from app.ui.survey.choices import Choices
from app.ui.survey.field import Field, Voice
from app.ui.survey.items import is_growing
from app.ui.survey.picked import KeyField, LinkField, ListField, place_of
from app.ui.survey.written import DateField, NumberField, TextField


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes fields.

    `today` tells which day is meant by 1.9., `go` leads to the places that answer some questions, and `serve` brings a
    field its catalogue.
    """

    voice: Voice
    today: date
    go: Go
    serve: Callable[[CatalogueField], None]

    def field(self, question: Question, take_away: Callable[[str], None], *, listed: bool) -> Field | None:
        """The field of a question; None where there is only something to read.

        Entries of a list are `listed` where nothing is asked for each of them.
        """
        if question.kind is Kind.LIST:
            way = take_away if is_growing(question) else None
            return ListField(self.voice, question, self.go, way, listed=listed)
        if place_of(question):
            return LinkField(self.voice, question, self.go)
        return None if question.kind is Kind.NOTE else self._taking(question)

    def _taking(self, question: Question) -> Field:
        if question.kind is Kind.DATE:
            return DateField(self.voice, question, self.today)
        if question.kind is Kind.NUMBER:
            return NumberField(self.voice, question)
        if question.kind in CHOOSING and not question.pick:
            return Choices(self.voice, question)
        if question.kind is Kind.SINGLE and question.pick in CATALOGUES:
            return self._catalogue(question)
        return KeyField(self.voice, question) if question.pick else TextField(self.voice, question)

    def _catalogue(self, question: Question) -> Field:
        field = CatalogueField(self.voice, question)
        self.serve(field)
        return field
