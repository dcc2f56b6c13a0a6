"""The laptop in the hands of one person: their own questions and nothing else, until the supervisor's PIN.

After the program was ended by force it opens here again, locked: the PIN is asked before anything of anybody is shown,
since nobody knows who has the laptop by then.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import Assessment, Assessor, Mapping, PeopleMode, Person, RoleNeed
from app.services import staff, staff_pin
from app.services.desk import Desk
from app.services.staff_pin import Gate, HandOver
from app.ui.staff import pages
from app.ui.staff.pages import Page, QuestionPage
from app.ui.staff.pin import PinPage
from app.ui.tabs import TextTabs
from app.ui.theme import Theme
from app.ui.tokens import BODY, XL, L, M
from app.ui.widgets import Button, Ground, column, label, line
from app.wording.staff import VOICE_NAMES, VOICES, Sign, sign_of, voice_key

Show = Callable[[], None]


class StaffView(Ground):
    """`t` speaks to the supervisor, the voice to the person. `done` is called once, after the PIN."""

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        desk: Desk,
        given: HandOver,
        done: Callable[[], None],
        *,
        locked: bool = False,
    ) -> None:
        super().__init__(theme)
        self._theme, self._t, self._desk, self._given, self._done = theme, t, desk, given, done
        self._gate = Gate(given.pin, time.monotonic)
        self._mapping, self.people = self._found()
        self.person: Person | None = None
        self._needs: tuple[RoleNeed, ...] = ()
        self._own: dict[str, Assessment] = {}
        self._voice = given.voice
        self._at = 0
        self._again: Show | None = None
        self.page: Page | None = None
        self._rows = column(self)
        self._bar = QWidget()
        self._rows.addWidget(self._bar)
        if locked or not self.people:
            self.ask_pin()
        else:
            self._turn_to(self.people[0])

    def _found(self) -> tuple[Mapping | None, tuple[Person, ...]]:
        """The people whose turn it is and who are still there; nobody when the company cannot be read."""
        try:
            mapping = self._desk.cases.load(self._given.mapping_key)
        except UserError:
            return None, ()
        asked = {person.key: person for person in staff.people_asked(mapping)}
        return mapping, tuple(asked[key] for key in self._given.person_keys if key in asked)

    # One person.

    @property
    def _speak(self) -> Translator:
        return Translator(self._voice.language)

    def _turn_to(self, person: Person) -> None:
        """It is somebody's turn; each begins in the voice chosen for all."""
        assert self._mapping
        self.person, self._at, self._voice = person, 0, self._given.voice
        self._needs = staff.needs_of(self._mapping, person)
        self._own = staff.own_answers(self._mapping, person.key)
        self._welcome()

    def _welcome(self) -> None:
        count, plain = len(self._needs), self._voice.plain
        begin = partial(self._ask, 0)
        self._show(pages.welcome(self._theme, self._speak, self._whose(), count, begin, plain=plain), self._welcome)

    def _whose(self) -> str:
        assert self.person
        named = self._mapping is not None and self._mapping.people_mode is PeopleMode.NAMES
        return (self.person.display_name if named else "") or self.person.code

    def _ask(self, at: int) -> None:
        """Ask a question; before the first is the welcome, after the last the end."""
        if at < 0:
            self._welcome()
        elif at >= len(self._needs):
            self._review()
        else:
            self._at = at
            need = self._needs[at]
            page = QuestionPage(self._theme, self._speak, need, self._sign(need), plain=self._voice.plain)
            page.answered.connect(self._keep)
            page.forward.connect(lambda: self._ask(at + 1))
            page.backward.connect(lambda: self._ask(at - 1))
            self._show(page, partial(self._ask, at))

    def _sign(self, need: RoleNeed) -> Sign | None:
        known = self._own.get(need.key)
        return sign_of(known) if known else None

    def _keep(self, sign: Sign) -> None:
        """Keep an answer; what could not be kept is not shown as if it were."""
        need, page = self._needs[self._at], self.page
        assert self.person
        assert isinstance(page, QuestionPage)
        before = self._own.get(need.key) or Assessment(self.person.key, need.key, Assessor.SELF)
        try:
            self._own[need.key] = staff.answer(self._desk, self._given.mapping_key, before, sign)
            page.saved.setText(self._speak("Saved"))
        except UserError as error:
            page.saved.setText(self._speak.explain(error))
        page.show_answer(self._sign(need))

    def _review(self) -> None:
        answered = sum(need.key in self._own for need in self._needs)
        again, count = partial(self._ask, 0), len(self._needs)
        self._show(pages.review(self._theme, self._speak, answered, count, again, self._thank), self._review)

    def _thank(self) -> None:
        """From here no way leads back to the answers without the PIN."""
        self.person, self._own = None, {}
        self._show(pages.thanks(self._theme, self._speak, self.ask_pin), self._thank)

    # The supervisor.

    def ask_pin(self) -> None:
        """Ask for the PIN; closing the window leads here, too."""
        if isinstance(self.page, PinPage):
            return
        go_on = self._again if self.person else None
        self._show(PinPage(self._theme, self._t, self._gate, self._supervise, go_on), None)

    def _supervise(self) -> None:
        """Whose turn is next, or back to the program."""
        self.person, self._own = None, {}
        self._mapping, self.people = self._found()
        t = self._t
        page = Page(self._theme, t("Who is next?"))
        for person in self.people:
            page.act(self._progress(person), partial(self._turn_to, person))
        page.rows.addSpacing(M)
        page.act(t("Back to the program"), self._end, first=True)
        page.close_up()
        self._show(page, None)

    def _progress(self, person: Person) -> str:
        assert self._mapping
        needs, own = staff.needs_of(self._mapping, person), staff.own_answers(self._mapping, person.key)
        answered = sum(need.key in own for need in needs)
        return self._t("{code}: {n} of {of} answered", code=person.code, n=answered, of=len(needs))

    def _end(self) -> None:
        try:
            staff_pin.take_back(self._desk.folder)
        except UserError as error:
            assert self.page
            self.page.say(self._t.explain(error), BODY)
            return
        self._done()

    # What is on the screen.

    def _show(self, page: Page, again: Show | None) -> None:
        """Show a page in place of another; `again` shows it anew, in another voice or after the PIN was not given."""
        self._again = again or self._again
        old = self.page
        self.page = page
        if old:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows.addWidget(page, 1)
        page.show()  # at once, so that the keys can go there
        self._show_bar(voices=again is not None)
        page.focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_bar(self, *, voices: bool) -> None:
        """Whose turn it is, how far they are, and the voices; nothing of the company."""
        old = self._bar
        self._bar = Ground(self._theme, "sheet", "bottom")
        row = line(self._bar, (XL, L, XL, L), L)
        if voices:
            row.addWidget(label(self._theme, self._where(), BODY, "semibold", "ink2"))
            name, current = self._speak("Language"), voice_key(self._voice)
            self.voices = TextTabs(self._theme, name, VOICE_NAMES.items(), current)
            self.voices.chosen.connect(self._change_voice)
            row.addWidget(self.voices, 1)
            if self.person:
                give_back = Button(self._theme, self._speak("Give the laptop back"), "link")
                give_back.clicked.connect(self.ask_pin)
                row.addWidget(give_back)
        else:
            row.addWidget(label(self._theme, "Kartturi", BODY, "semibold", "ink2"))
            row.addStretch(1)
        self._rows.removeWidget(old)
        self._rows.insertWidget(0, self._bar)
        self._bar.show()
        old.hide()
        old.deleteLater()

    def _where(self) -> str:
        if isinstance(self.page, QuestionPage):
            return self._speak("{n} of {of}", n=self._at + 1, of=len(self._needs))
        return "Kartturi"

    def _change_voice(self, key: str) -> None:
        self._voice = VOICES[key]
        if self._again:
            self._again()

    def event(self, event: QEvent) -> bool:
        """No shortcut of the window works: a key means here what it means here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
