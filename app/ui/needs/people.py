"""The people of a role: their names, where these are to be seen, and what is owed to each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QThreadPool, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.languages import Language
from app.mapping.model import PeopleMode, Person
from app.services import persons, safekeeping
from app.services.companies import refuse_if_read_only
from app.services.persons import Kind
from app.ui.autosave import Autosave
from app.ui.flow import FlowLayout, empty
from app.ui.needs.person_dialogs import EraseDialog, ExtractDialog, Goes
from app.ui.place import Say
from app.ui.preview.pages import ONE_AT_A_TIME
from app.ui.tasks import Job, Runner
from app.ui.theme import Theme
from app.ui.tokens import LEAD, XS, M, S
from app.ui.widgets import Button, ChoiceBox, column, label, line_edit

if TYPE_CHECKING:
    from app.services.desk import Desk


class NameList(QWidget):
    """A field for each person beside the code they have everywhere else."""

    def __init__(self, theme: Theme, t: Translator, rename: Callable[[Person, str], None]) -> None:
        super().__init__()
        self._theme, self._t, self._rename = theme, t, rename
        self._people: tuple[Person, ...] = ()
        self.fields: list[QLineEdit] = []
        self._autosave = Autosave(self, self._write)
        rows = column(self, gap=S)
        rows.addWidget(label(theme, t("Names"), LEAD, "semibold"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(XS)
        rows.addLayout(self._grid)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show others; what was being typed must have been flushed."""
        self._people = tuple(people)
        empty(self._grid)
        self.fields = [self._field(row, person) for row, person in enumerate(people)]
        self.setVisible(bool(people))

    def _field(self, row: int, person: Person) -> QLineEdit:
        code = label(self._theme, person.code, tone="ink2")
        field = line_edit(self._theme, self._t("Name of {code}", code=person.code), person.display_name)
        code.setBuddy(field)
        self._autosave.watch(field)
        self._grid.addWidget(code, row, 0)
        self._grid.addWidget(field, row, 1)
        field.show()  # at once, so that the cursor can go there
        return field

    def flush(self) -> None:
        self._autosave.flush()

    def _write(self) -> None:
        for person, field in zip(self._people, self.fields, strict=True):
            if field.text().strip() != person.display_name:
                self._rename(person, field.text())


class OnePerson(QWidget):
    """One of the people of a role, however they appear, with what is owed to them (brief, 9.5).

    A list and two buttons: with forty people Tab is not to pass eighty.
    """

    erased = Signal()

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._key, self._say = theme, t, desk, mapping_key, say
        self._people: tuple[Person, ...] = ()
        self._runner = Runner(self)
        rows = column(self, gap=S)
        title = label(theme, t("What is stored of one person"), LEAD, "semibold")
        self.box = ChoiceBox(theme, t("Person"))
        title.setBuddy(self.box)
        rows.addWidget(title)
        rows.addWidget(self.box)
        acts = QWidget()
        row = FlowLayout(acts, gap=S, line_gap=XS)
        self.extract = Button(theme, t("Extract…"), icon="export")
        self.extract.clicked.connect(lambda _on: self._ask_how())
        self.erase = Button(theme, t("Erase…"), icon="remove")
        self.erase.clicked.connect(lambda _on: self._ask_whether())
        row.addWidget(self.extract)
        row.addWidget(self.erase)
        rows.addWidget(acts)

    def show_people(self, people: Sequence[Person], mode: PeopleMode) -> None:
        """Show the people of a role; whoever is chosen stays so."""
        chosen = self.chosen()
        self._people = tuple(people)
        self.box.clear()
        for person in people:
            name = person.display_name if mode is PeopleMode.NAMES else ""
            self.box.addItem(f"{person.code} {name}".strip())
        keys = [person.key for person in people]
        self.box.setCurrentIndex(keys.index(chosen.key) if chosen and chosen.key in keys else min(0, len(keys) - 1))
        self.setVisible(bool(people))

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through here, in the order of reading."""
        return [self.box, self.extract, self.erase]

    def chosen(self) -> Person | None:
        """The person in hand; nobody where there are no people."""
        at = self.box.currentIndex()
        return self._people[at] if 0 <= at < len(self._people) else None

    # The extract.

    def _ask_how(self) -> None:
        if person := self.chosen():
            language = self._desk.cases.load(self._key).document_language

            def choose_file(kind: Kind, language: Language) -> None:
                self._choose_file(person, kind, language)

            ExtractDialog(self._theme, self._t, person, language, choose_file, self.window()).open()

    def _choose_file(self, person: Person, kind: Kind, language: Language) -> None:
        title = self._t("Extract for {code}", code=person.code)
        name, _kind = QFileDialog.getSaveFileName(
            self, title, persons.file_name(self._desk, person, kind), f"{kind.upper()} (*.{kind})"
        )
        if name:
            self.save_as(Path(name), person, kind, language)

    def save_as(self, out: Path, person: Person, kind: Kind, language: Language) -> None:
        """Write the extract of a person, off the window's thread."""
        desk, key = self._desk, self._key

        def work(_job: Job) -> None:
            with ONE_AT_A_TIME:
                persons.write(desk, key, person.key, language, out, kind)

        words = self._t("Saved as {file}", file=out.name)
        self._runner.start(work, lambda _done: self._say(words), self._failed)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(self._t.explain(error))

    # Erasing.

    def _ask_whether(self) -> None:
        """Ask before a person is erased; where nothing may be changed, say so instead."""
        desk, person = self._desk, self.chosen()
        if person is None:
            return
        try:
            refuse_if_read_only(desk)
            stored = persons.stored_of(desk.cases.load(self._key), person)
            goes = Goes(stored, len(safekeeping.copies(desk.folder)), persons.doubts_about(desk, self._key, person))
        except UserError as error:
            self._say(self._t.explain(error))
            return

        def erase(also: tuple[str, ...]) -> None:
            self._erase(person, also)

        EraseDialog(self._theme, self._t, person, goes, erase, self.window()).open()

    def _erase(self, person: Person, also: tuple[str, ...]) -> None:
        QThreadPool.globalInstance().waitForDone()  # a copy that is just being made would still hold them
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # every copy is written anew
        words = self._t("{code} is erased, from the copies on this computer, too.", code=person.code)
        try:
            persons.erase(self._desk, self._key, person, also)
        except UserError as error:
            words = self._t.explain(error)
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.erased.emit()
        self._say(words)
