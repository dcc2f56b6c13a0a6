"""Removing a mapping from the start screen, after asking once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.i18n import Translator
from app.services import companies, safekeeping
from app.ui.dialog import Dialog
from app.ui.home.place import HomePlace
from app.ui.theme import Theme
from app.ui.widgets import Button, para

if TYPE_CHECKING:
    from app.mapping.model import Mapping
    from app.services.desk import Desk
    from app.ui.shell import Window


def ask_to_remove(window: Window, key: str) -> None:
    """Ask, and remove when the answer is yes; where nothing may be changed, say so before asking."""
    if not (desk := window.opened_desk()):
        return
    try:
        companies.refuse_if_read_only(desk)
        mapping = desk.cases.load(key)
    except UserError as error:
        window.say(window.t.explain(error))
        return
    copies = len(safekeeping.copies(desk.folder))
    RemoveDialog(window.theme, window.t, mapping, copies, lambda: _remove(window, desk, mapping), window).open()


def _remove(window: Window, desk: Desk, mapping: Mapping) -> None:
    QThreadPool.globalInstance().waitForDone()  # a copy that is just being made would still hold it
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # every copy is written anew
    t, name = window.t, name_of(window.t, mapping)
    words = t("{company} is removed, from the copies on this computer, too.", company=name)
    try:
        companies.remove(desk, mapping.key)
    except UserError as error:
        words = t.explain(error)
    finally:
        QGuiApplication.restoreOverrideCursor()
    if isinstance(window.place, HomePlace):
        window.place.show_recent(desk.cases.summaries())
    window.say(words)


def name_of(t: Translator, mapping: Mapping) -> str:
    return mapping.company.name or t("Company without a name")


class RemoveDialog(Dialog):
    """It says what goes and what stays. Enter keeps everything: what is removed cannot be had back."""

    def __init__(
        self, theme: Theme, t: Translator, mapping: Mapping, copies: int, remove: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(theme, t("Remove {company}?", company=name_of(t, mapping)), parent)
        self.what = para(theme, what_goes(t, mapping), tone="ink")
        self.rows.addWidget(self.what)
        self.copies = para(theme, _from_copies(t, copies), tone="ink")
        self.rows.addWidget(self.copies)
        self.rows.addWidget(
            para(theme, t("It cannot be taken back. Plans you have saved as files stay where they are."))
        )
        self.keep = Button(theme, t("Cancel"))
        self.keep.clicked.connect(self.reject)
        self.remove = Button(theme, t("Remove for good"), "primary", icon="remove")
        self.remove.clicked.connect(self.accept)
        self.accepted.connect(remove)
        self.add_foot(self.keep, self.remove)
        self.keep.setFocus()


def what_goes(t: Translator, mapping: Mapping) -> str:
    """What was entered and goes with a mapping, counted."""
    answers = len(mapping.assessments) + len(mapping.level_counts) + len(mapping.answers)
    counted = (
        (mapping.roles, t.n("{n} role", "{n} roles", len(mapping.roles))),
        (mapping.people, t.n("{n} person", "{n} people", len(mapping.people))),
        (mapping.needs, t.n("{n} need", "{n} needs", len(mapping.needs))),
        (answers, t.n("{n} answer", "{n} answers", answers)),
        (mapping.measures, t.n("{n} measure", "{n} measures", len(mapping.measures))),
    )
    parts = [words for there, words in counted if there]
    if not parts:
        return t("What is known of the company goes. Nothing else was entered.")
    return t("What goes: what is known of the company, {parts}, and everything noted with them.", parts=t.listed(parts))


def _from_copies(t: Translator, copies: int) -> str:
    if not copies:
        return t("There is no copy of the companies yet that would still hold it.")
    return t.n(
        "It is taken out of the copy of the companies on this computer, too. The other companies in it stay.",
        "It is taken out of the {n} copies of the companies on this computer, too. The other companies in them stay.",
        copies,
    )
