"""ESCO in the needs: a role from an occupation, and a competence of one's own linked with concepts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.frameworks.esco import ConceptKind
from app.i18n import Translator
from app.mapping.model import RoleNeed
from app.services import esco
from app.services.esco import FoundConcept, RoleDraft
from app.services.mappings import MAX_NEEDS
from app.ui.dialog import Dialog
from app.ui.dialog_parts import LEAST_LINES
from app.ui.forms import add_row
from app.ui.pick import Choice, PickField
from app.ui.scrolling import Scroll
from app.ui.theme import Theme
from app.ui.ticks import Tick
from app.ui.tokens import NOTE, XS, S
from app.ui.widgets import Button, column, para
from app.wording.esco import acknowledgement, concept_kind_name, how_to_get_it, what_is_missing, why_nothing

if TYPE_CHECKING:
    from app.services.desk import Desk

WIDTH: Final = 720  # pixels at 100 %


class Ticks(Scroll):
    """Competences to tick, each known by its address."""

    def __init__(self, theme: Theme, name: str, lines: int, changed: Callable[[], None]) -> None:
        """`lines` is how many ticks show without scrolling, on a screen that has room for them."""
        super().__init__()
        self._theme, self._changed = theme, changed
        self._heights = tuple(theme.height(1, S + XS) * n for n in (LEAST_LINES, lines))
        self.ticks: dict[str, Tick] = {}
        self.setAccessibleName(name)
        self.clear()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._heights[1])

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._heights[0])

    def clear(self, words: str = "") -> None:
        """No ticks; words in their place."""
        self.ticks = {}
        inside = QWidget()
        self._rows = column(inside, gap=XS)
        if words:
            self._rows.addWidget(para(self._theme, words))
        self._rows.addStretch(1)
        self.setWidget(inside)

    def add(self, value: str, words: str, *, on: bool) -> None:
        """One more at the end; one that is there already is ticked."""
        if value in self.ticks:
            self.ticks[value].setChecked(True)
            return
        tick = self.ticks[value] = Tick(self._theme, words, on=on)
        tick.toggled.connect(lambda _on: self._changed())
        self._rows.insertWidget(len(self.ticks) - 1, tick)

    def chosen(self) -> list[str]:
        return [value for value, tick in self.ticks.items() if tick.isChecked()]


class EscoDialog(Dialog):
    """A field to search ESCO in, over ticks, and what the Commission asks to be said; or how to get ESCO.

    `lines` is how many ticks show where there is room for them; `kind` is what is searched.
    """

    lines = 10
    kind: ConceptKind = "occupation"
    to_library = Signal()

    def __init__(self, theme: Theme, t: Translator, desk: Desk, title: str, parent: QWidget) -> None:
        super().__init__(theme, title, parent, WIDTH)
        self._theme, self._t, self._desk = theme, t, desk
        self.leave = Button(theme, t("Cancel"))
        self.leave.clicked.connect(self.reject)

    def lay_out(self, name: str, find: Callable[[str], Sequence[FoundConcept]], buttons: Iterable[Button]) -> None:
        t, self._missing = self._t, esco.missing_files(self._desk, self.kind, self._t.language)
        self.nothing = para(self._theme, what_is_missing(t, self._missing))
        self.nothing.setVisible(bool(self._missing))
        self.search = PickField(self._theme, name)
        self.search.offer(lambda text: self._told(text, _choices(t, find(text))))
        self.search.picked.connect(lambda: self.picked(self.search.value))
        self.ticks = Ticks(self._theme, t("Competences to choose from"), self.lines, self.count)
        self.counted = para(self._theme, "")
        add_row(self._theme, self.rows, name, self.search)
        self.rows.addWidget(self.nothing)
        self.rows.addWidget(self.ticks, 1)
        self.rows.addWidget(self.counted)
        self.rows.addWidget(para(self._theme, acknowledgement(t), NOTE, "ink3"))
        self.add_foot(self.leave, *buttons)
        self.search.setFocus()

    def _told(self, text: str, found: list[Choice]) -> list[Choice]:
        """What was found, to choose from; that it is nothing is said. What is missing is said from the start."""
        nothing = bool(text.strip()) and not found
        say = why_nothing if nothing else what_is_missing
        self.nothing.setText(say(self._t, self._missing))
        self.nothing.setVisible(bool(self.nothing.text()))
        return found

    def say_how_to_get_it(self) -> None:
        t = self._t
        self.rows.addWidget(para(self._theme, how_to_get_it(t), tone="ink"))
        self.leave.setText(t("Close"))
        self.leave.setAccessibleName(t("Close"))
        self.library = Button(self._theme, t("Library"), "primary", after="arrow-right")
        self.library.clicked.connect(self.accept)
        self.library.clicked.connect(self.to_library)
        self.add_foot(self.leave, self.library)
        self.library.setFocus()

    def picked(self, uri: str) -> None:
        """Something was taken from the list of what was found."""
        raise NotImplementedError

    def count(self) -> None:
        """Another number of ticks is set."""


@dataclass(frozen=True, slots=True)
class DraftActs:
    """`take` asks a draft of the role in hand, `begin` of a new one; each is given what is chosen of it, by address.

    `room` is how many needs the role in hand can still have; None without one.
    """

    room: int | None
    take: Callable[[RoleDraft, Sequence[str]], None]
    begin: Callable[[RoleDraft, Sequence[str]], None]


class OccupationDialog(EscoDialog):
    """What is essential for an occupation, to be asked of the role in hand or of a new one."""

    def __init__(self, theme: Theme, t: Translator, desk: Desk, acts: DraftActs, parent: QWidget) -> None:
        super().__init__(theme, t, desk, t("Role from an occupation"), parent)
        self._room = room = acts.room
        self.draft: RoleDraft | None = None
        self.anew = Button(theme, t("As a new role"), "quiet" if room is not None else "primary", icon="plus")
        self.anew.clicked.connect(lambda: self._end(acts.begin))
        self.add = Button(theme, t("Add to the role"), "primary", icon="plus")
        self.add.clicked.connect(lambda: self._end(acts.take))
        if not esco.is_here(desk, self.kind):
            self.say_how_to_get_it()
            return
        buttons = (self.anew, self.add) if room is not None else (self.anew,)
        self.lay_out(t("Occupation"), lambda text: esco.find_occupations(desk, text, t.language), buttons)
        self.ticks.clear(t("Search for an occupation. What is essential for it is then listed here."))
        self.count()

    def picked(self, uri: str) -> None:
        """List what is essential; ticked as far as the role has room, what few occupations need first."""
        self.draft = None
        try:
            self.draft = esco.role_draft(self._desk, uri)
        except UserError as error:
            self.ticks.clear(self._t.explain(error))
        else:
            self.ticks.clear()
            for n, each in enumerate(self.draft.framework.competences):
                self.ticks.add(each.code, self._t.said(each.name), on=n < (self._room or MAX_NEEDS))
        self.count()

    def count(self) -> None:
        t, n = self._t, len(self.ticks.chosen())
        said = t("{n} chosen. A new role has room for {most}.", n=n, most=MAX_NEEDS)
        if self._room is not None:
            said = t(
                "{n} chosen. This role has room for {room}, a new one for {most}.",
                n=n,
                room=self._room,
                most=MAX_NEEDS,
            )
        self.counted.setText(said if self.ticks.ticks else "")
        self.anew.setEnabled(0 < n <= MAX_NEEDS)
        self.add.setEnabled(0 < n <= (self._room or 0))

    def _end(self, act: Callable[[RoleDraft, Sequence[str]], None]) -> None:
        chosen, draft = self.ticks.chosen(), self.draft
        self.accept()
        if draft:
            act(draft, chosen)


class LinkDialog(EscoDialog):
    """Concepts that a competence is linked with: offers of the same concept are then found for it."""

    lines = 4
    kind = "skill"

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        desk: Desk,
        need: RoleNeed,
        store: Callable[[RoleNeed], None],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, t, desk, t("Link with ESCO: {name}", name=t.said(need.name)), parent)
        self._need, self._store = need, store
        self.keep = Button(theme, t("Save the links"), "primary")
        self.keep.clicked.connect(self._end)
        if not esco.is_here(desk, self.kind):
            self.say_how_to_get_it()
            return
        self.lay_out(t("Competence in ESCO"), lambda text: esco.find_concepts(desk, text, t.language), (self.keep,))
        self.counted.setText(t("Offers that are linked with the same concept are found for this competence."))
        for concept in esco.links(desk, need):
            self.ticks.add(concept.uri, t.said(concept.name), on=True)

    def picked(self, uri: str) -> None:
        self.ticks.add(uri, self.search.text(), on=True)
        QTimer.singleShot(0, self.search, lambda: self.search.put(Choice("", "")))  # Qt sets the words once more

    def _end(self) -> None:
        need = esco.linked(self._need, self.ticks.chosen())
        self.accept()
        self._store(need)


def _choices(t: Translator, found: Sequence[FoundConcept]) -> list[Choice]:
    """Each name once: what is taken is known by its words."""
    choices: dict[str, Choice] = {}
    for each in found:
        concept, words = each.concept, t.said(each.concept.name)
        choices.setdefault(words, Choice(concept.uri, words, concept.code or concept_kind_name(t, concept.kind)))
    return list(choices.values())
