"""Sectors and municipalities: found by what is typed, and picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.mapping.answers import Value
from app.mapping.survey import Question
from app.ui.company.choices import municipalities_to_find, sectors_to_find
from app.ui.pick import Choice, Find, PickField, nothing_to_pick
from app.ui.survey.field import Field, Voice
from app.ui.tasks import Runner
from app.ui.widgets import column

if TYPE_CHECKING:
    from app.services.catalogues import OfCompany
    from app.services.desk import Desk

CATALOGUES = ("sectors", "municipalities")


class CatalogueField(Field):
    """Takes the key of a sector or a municipality; until the catalogues are there, as it is typed."""

    def __init__(self, voice: Voice, question: Question) -> None:
        super().__init__()
        self._language, self._sectors = voice.t.language, question.pick == "sectors"
        self._find: Find = nothing_to_pick
        self.edit = PickField(voice.theme, voice.says(question.phrase))
        self.edit.picked.connect(self.answered)
        column(self).addWidget(self.edit)
        self.typed = (self.edit,)
        self.setFocusProxy(self.edit)

    def offer(self, found: OfCompany) -> None:
        """The catalogues are there: what can be picked, and the words of what has been."""
        if self._sectors:
            self._find = sectors_to_find(found.sectors, self._language)
        else:
            self._find = municipalities_to_find(found.municipalities, self._language)
        self.edit.offer(self._find)

    @property
    def is_ready(self) -> bool:
        """Whether the catalogues are there."""
        return self._find is not nothing_to_pick

    def value(self) -> Value:
        self.edit.settle()
        if self.edit.settled:
            return (self.edit.value,) if self.edit.value else ()
        text = self.edit.text().strip()
        if not self.is_ready:
            return (text,)
        raise UserError("{text} is not in the list. Pick one from it.", {"text": text})

    def show_value(self, value: Value) -> None:
        key = value[0] if value else ""
        known = (choice for choice in self._find("") if choice.value == key)
        self.edit.put(next(known, Choice(key, key)))


class Shelf:
    """The catalogues, read off the window's thread when a question first wants one; then all of `place` get them."""

    def __init__(self, desk: Desk, place: QWidget) -> None:
        self._desk, self._place = desk, place
        self._runner = Runner(place)
        self._found: OfCompany | None = None

    def serve(self, field: CatalogueField) -> None:
        if self._found:
            field.offer(self._found)
            return
        from app.services import catalogues

        desk = self._desk
        self._runner.start(lambda _job: catalogues.of_company(desk), self._offer, _fail)

    def _offer(self, found: OfCompany) -> None:
        self._found = found
        for field in self._place.findChildren(CatalogueField):
            field.offer(found)


def _fail(error: BaseException) -> None:
    """The shipped catalogues are there and whole, or the program is broken: that is for whoever reports it."""
    raise error
