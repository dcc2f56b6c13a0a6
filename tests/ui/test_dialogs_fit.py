"""Every dialog stands on the screen of a small laptop with text at 200 %, and its buttons with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple, cast

import pytest
from PySide6.QtCore import QPoint, QRect, QThreadPool
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.files.tables import Row, Table
from app.frameworks.esco import Concept, Part
from app.frameworks.model import Competence, Framework
from app.i18n import Translator
from app.languages import LANGUAGES
from app.mapping.model import Mapping
from app.mapping.signal import When
from app.services import moving, signals
from app.services.desk import Desk
from app.services.incidents import Incident
from app.services.persons import Doubt, Stored
from app.services.safekeeping import Copy, Occasion
from app.texts import Text
from app.ui import theme as themes
from app.ui.dialog import TITLE_BAR, Dialog
from app.ui.home.removing import RemoveDialog
from app.ui.key_page import KeyPage
from app.ui.library.columns import ColumnsDialog
from app.ui.library.compare import CompareDialog
from app.ui.library.edit import EditDialog
from app.ui.library.update import UpdateDialog
from app.ui.matrix.history import Entry, HistoryDialog
from app.ui.needs.esco import DraftActs, LinkDialog, OccupationDialog
from app.ui.needs.newer import MoveDialog
from app.ui.needs.person_dialogs import EraseDialog, ExtractDialog, Goes
from app.ui.place import HOME
from app.ui.signals.dialog import SignalDialog
from app.ui.signals.listing import SignalsDialog
from app.ui.staff.panel import StaffDialog
from app.ui.survey.field import Voice
from app.ui.survey.newer import NewerDialog
from app.ui.survey.words import variant_of
from app.ui.theme import Theme
from app.ui.trouble.copies import CopiesDialog
from app.ui.trouble.dialog import IncidentDialog
from app.ui.versions.due_dialog import DueDialog
from app.ui.widgets import Button
from tests.ui.kinds import OpenDesk, Workshop
from tests.ui.test_labels_fit import cut

SCREEN: Final = QRect(0, 0, 1366, 728)
"""What the bar of the system leaves of 1366 × 768, in pixels."""
WORDS: Final = "Sets up a machine that is controlled by numbers and says when the first part is good"
NAME: Final = Text(WORDS, WORDS, WORDS)
MANY: Final = 12
MADE_AT: Final = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


class Laptop(QWidget):
    """A window on a small screen."""

    def screen(self) -> QScreen:
        return cast("QScreen", self)

    def availableGeometry(self) -> QRect:  # noqa: N802 - Qt's own name
        return SCREEN


class Around(NamedTuple):
    """What a dialog stands in."""

    theme: Theme
    t: Translator
    desk: Desk
    over: QWidget

    @property
    def mapping(self) -> Mapping:
        return self.desk.cases.load("mapping")

    def versions(self) -> tuple[Framework, Framework]:
        """A framework that the needs quote, and a newer one in which everything reads differently."""
        needs = [replace(n, source_version="2025", source_name=NAME, competence_code=n.key) for n in self.mapping.needs]
        self.desk.cases.put("mapping", *needs)
        quoted = tuple(Competence(n.key, n.key, n.name, NAME, anchors=(NAME,) * 5) for n in needs)
        old = Framework("profile", "sector_profile", NAME, "2025", competences=quoted)
        new = replace(old, version="2027", competences=tuple(replace(one, name=NAME) for one in quoted))
        for each in (old, new):
            self.desk.library.put_framework(each)
        return old, new


def nothing(*_given: object) -> None:
    """No dialog is answered here."""


def comparing(at: Around) -> Dialog:
    versions = at.desk.library.versions(at.versions()[0].key)
    return CompareDialog(at.theme, at.t, at.desk, versions[0], versions, at.over)


def moved(at: Around) -> Dialog:
    at.versions()
    [step] = moving.newer(at.desk, at.mapping)
    return MoveDialog(at.theme, at.t, step, moving.preview(at.desk, at.mapping, step), at.mapping.roles, at.over)


def columns(at: Around) -> Dialog:
    header = tuple(f"Column number {n}" for n in range(MANY))
    table = Table(header, tuple(Row(n, (WORDS,) * MANY) for n in range(MANY)))
    return ColumnsDialog(at.theme, at.t, at.desk, table, "competences.csv", nothing, at.over)


def listed(at: Around) -> Dialog:
    for _n in range(MANY - len(at.desk.cases.signals())):
        signals.note(at.desk, WORDS, "25", When.LATER, at.t.language)
    return SignalsDialog(at.theme, at.t, at.desk, at.over)


def occupation(at: Around) -> Dialog:
    """With a part of ESCO in the library, so that it is also said what is missing, and something found in it."""
    at.desk.library.esco.put([Part("occupations_fi.csv", (Concept("turner", "occupation", NAME),))])
    made = OccupationDialog(at.theme, at.t, at.desk, DraftActs(4, nothing, nothing), at.over)
    for n in range(MANY):
        made.ticks.add(str(n), WORDS, on=True)
    made.count()
    return made


def link(at: Around) -> Dialog:
    at.desk.library.esco.put([Part("skills_fi.csv", (Concept("turn", "skill", NAME),))])
    return LinkDialog(at.theme, at.t, at.desk, replace(at.mapping.needs[0], name=NAME), nothing, at.over)


def told(at: Around) -> Dialog:
    entry = Entry("23 Nov 2026, 8.30", "Consultant", WORDS, WORDS)
    return HistoryDialog(at.theme, at.t, WORDS, (entry,) * MANY, at.over)


def erased(at: Around) -> Dialog:
    goes = Goes(Stored(12, 3, 2), 10, [Doubt(at.mapping, WORDS, (f"word{n}",)) for n in range(MANY)])
    return EraseDialog(at.theme, at.t, at.mapping.people[0], goes, nothing, at.over)


def failed(at: Around) -> IncidentDialog:
    return IncidentDialog(at.theme, at.t, Incident(f"{WORDS}\n" * MANY, Path("incident.txt")), WORDS, nothing, at.over)


def newer_survey(at: Around) -> Dialog:
    voice = Voice(at.theme, at.t, variant_of(at.t, plain=False))
    return NewerDialog(voice, WORDS, [("Reads differently", WORDS)] * MANY, nothing, at.over)


DIALOGS: Final[dict[str, Callable[[Around], Dialog]]] = {
    "removing": lambda at: RemoveDialog(at.theme, at.t, at.mapping, 10, nothing, at.over),
    "keys": lambda at: KeyPage(at.theme, at.t, HOME, at.over),
    "columns": columns,
    "compare": comparing,
    "edit": lambda at: EditDialog(at.theme, at.t, at.versions()[0].competences[0], nothing, at.over),
    "update": lambda at: UpdateDialog(at.theme, at.t, at.desk, "eperusteet", nothing, at.over),
    "history": told,
    "occupation": occupation,
    "link": link,
    "no esco": lambda at: LinkDialog(at.theme, at.t, at.desk, at.mapping.needs[0], nothing, at.over),
    "move": moved,
    "erase": erased,
    "extract": lambda at: ExtractDialog(at.theme, at.t, at.mapping.people[0], "fi", nothing, at.over),
    "signal": lambda at: SignalDialog(at.theme, at.t, at.desk, nothing, at.over),
    "signals": listed,
    "staff": lambda at: StaffDialog(at.theme, at.t, at.desk, "mapping", nothing, nothing, at.over),
    "newer survey": newer_survey,
    "copies": lambda at: CopiesDialog(
        at.theme, at.t, [Copy(Path("copy"), MADE_AT, 400_000, Occasion.RESTORE)] * MANY, nothing, at.over
    ),
    "incident": failed,
    "due": lambda at: DueDialog(at.theme, at.t, at.desk, nothing, at.over),
}


@pytest.fixture(scope="module")
def large(qapp: QApplication, look: object) -> Theme:
    """The theme at 200 %, in force once for all of these tests: that takes long. `look` has loaded the typeface."""
    large = Theme(zoom=2.0)
    themes.apply(qapp, large)
    return large


def foot(dialog: Dialog) -> list[Button]:
    """The buttons under what may be scrolled."""
    return [button for button in dialog.findChildren(Button) if not dialog._area.isAncestorOf(button)]


def stands_in(dialog: Dialog, widget: QWidget) -> bool:
    return dialog.rect().contains(QRect(widget.mapTo(dialog, QPoint()), widget.size()))


@pytest.mark.parametrize("name", DIALOGS)
def test_that_a_dialog_is_on_the_screen_with_its_buttons_and_nothing_is_cut(
    large: Theme, open_desk: OpenDesk, workshop: Workshop, qtbot: QtBot, name: str
) -> None:
    desk = open_desk(workshop())
    for language in LANGUAGES:
        over = Laptop()
        qtbot.addWidget(over)
        dialog = DIALOGS[name](Around(large, Translator(language), desk, over))
        dialog.show()
        QThreadPool.globalInstance().waitForDone()
        for _ in range(3):
            QApplication.processEvents()
        assert SCREEN.width() >= dialog.width(), language
        assert SCREEN.height() >= dialog.height() + TITLE_BAR, language
        assert foot(dialog), language
        assert [button.text() for button in foot(dialog) if not stands_in(dialog, button)] == [], language
        assert [*cut(dialog)] == [], language


def test_that_a_dialog_grows_with_what_is_said_later(
    large: Theme, open_desk: OpenDesk, workshop: Workshop, qtbot: QtBot
) -> None:
    over = Laptop()
    qtbot.addWidget(over)
    dialog = failed(Around(large, Translator("en"), open_desk(workshop()), over))
    dialog.show()
    QApplication.processEvents()
    before, lines = dialog.height(), dialog.report.height()
    dialog.add(WORDS)
    QApplication.processEvents()
    assert dialog.height() > before
    assert dialog.report.height() == lines


def test_that_a_dialog_that_was_moved_to_another_screen_grows_there(
    large: Theme, open_desk: OpenDesk, workshop: Workshop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = Laptop()
    qtbot.addWidget(over)
    monkeypatch.setattr(over, "availableGeometry", lambda: SCREEN.translated(0, -SCREEN.height()))
    dialog = failed(Around(large, Translator("en"), open_desk(workshop()), over))
    dialog.show()
    dialog.move(0, 0)
    QApplication.processEvents()
    before = dialog.height()
    dialog.add(WORDS)
    QApplication.processEvents()
    assert dialog.height() > before
    assert dialog.pos() == QPoint(0, 0)
