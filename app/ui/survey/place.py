"""The survey in the window: the surveys there are, then the sections of the one that has begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.i18n import Translator
from app.mapping.interview import Place
from app.ui.place import Go, Say
from app.ui.survey.around import Outside
from app.ui.survey.catalogue import Shelf
from app.ui.survey.field import Voice
from app.ui.survey.hand import Hand
from app.ui.survey.left import Left
from app.ui.survey.making import Maker
from app.ui.survey.newer import NewerLine
from app.ui.survey.offering import Offering, imported
from app.ui.survey.running import Running
from app.ui.survey.words import SURVEYS, is_untouched, opening, variant_of
from app.ui.theme import Theme
from app.ui.widgets import column

if TYPE_CHECKING:
    from app.services.desk import Desk


class SurveyPlace(QWidget):
    """`running` is the survey in hand; None while there is none, or another is chosen from `offering`."""

    dense = True
    moved = Signal()

    def __init__(
        self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, told: Say, go: Go, left: Left | None = None
    ) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._told, self._go = theme, t, desk, told, go
        self._left = left or Left()
        self._hand = Hand(desk, mapping_key)
        self._shelf = Shelf(desk, self)
        self.running: Running | None = None
        self.offering: Offering | None = None
        self._inside: QWidget | None = None
        self._page = column(self)
        self.newer = NewerLine(self._voice(), desk, mapping_key, self._take_newer)
        self._page.addWidget(self.newer)
        self._build()

    def flush(self) -> None:
        """Write what is being typed."""
        if self.running:
            self.running.flush()

    def refresh(self) -> None:
        """Show what the store now holds; another survey, or none, is shown from its beginning."""
        before = self._hand.survey if self._hand.begun else None
        self._hand.reload()
        if self.running and self._hand.begun and self._hand.survey == before:
            self.running.show_anew()
        else:
            self._back()

    @property
    def part(self) -> str:
        """The section that is shown."""
        return self.running.here if self.running else ""

    def show_at(self, part: str) -> None:
        """A section by its id, a question by its own and the entries it is asked for ("G1/role"), or the surveys."""
        name, *path = part.split("/")
        place = Place(name, tuple(path))
        if self.running and name == SURVEYS:
            self.offer()
        elif self.running and name == self.running.here:
            self.running.begin()
        elif self.running and any(section.id == name for section in self._hand.survey.sections):
            self.running.go_section(name)
        elif self.running and place in self._hand.stand.asked:
            self.running.go_question(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin where there is something to do."""
        super().focusInEvent(event)
        if self.running:
            self.running.begin()
        else:
            self._inside_or_self().setFocus(Qt.FocusReason.OtherFocusReason)

    def _inside_or_self(self) -> QWidget:
        return self._inside or self

    def _voice(self) -> Voice:
        return Voice(self._theme, self._t, variant_of(self._t, plain=self._left.plain))

    def _build(self) -> None:
        """The section where one left off, or the surveys there are."""
        if not self._hand.begun:
            self.offer()
            return
        maker = Maker(self._voice(), self._desk.today, self._go, self._shelf.serve)
        outside = Outside(self._told, self._go, self.offer, self._switch_language, self._moved)
        first = opening(self._hand.survey) if is_untouched(self._hand.stand) else ""
        self.running = Running(maker, self._hand, outside, self._left.section or first)
        self._show(self.running)
        self._moved()
        self.newer.look()

    def _moved(self) -> None:
        """Remember the section in hand; one that is still being built is told of by whoever builds it."""
        if self.running:
            self._left.section = self.running.here
            self.moved.emit()

    def _show(self, inside: QWidget) -> None:
        if self._inside:
            self._page.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside
        self._page.addWidget(inside)

    def offer(self) -> None:
        """Show the surveys there are."""
        if self.running and self.running.stays():
            return
        self.running = None
        self.newer.hide()
        in_hand = self._hand.survey.key if self._hand.begun else ""
        self.offering = Offering(self._voice(), imported(self._desk), self._begin, in_hand, self._back)
        self._show(self.offering)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, survey_key: str) -> None:
        """Begin a survey; what was answered in the one before goes along."""
        try:
            self._hand.begin(survey_key)
        except UserError as error:
            self._told(self._t.explain(error))
            return
        self._left.section = opening(self._hand.survey)
        self._back()
        self._told(self._t("Saved"))

    def _back(self) -> None:
        """Go on with the survey in hand."""
        self._build()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch_language(self) -> None:
        self.speak_plainly(plain=not self._left.plain)

    def speak_plainly(self, *, plain: bool) -> None:
        """Show the survey's own texts in plain Finnish, or as they were."""
        if self.running and not self.running.stays():
            self._left.plain = plain
            self._back()

    def _take_newer(self) -> None:
        """Go on with the newer version of the survey in hand."""
        if self.running and not self.running.stays():
            try:
                self._hand.carry_over()
            except UserError as error:
                self._told(self._t.explain(error))
                return
            self._back()
            self._told(self._t("Saved"))
