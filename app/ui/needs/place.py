"""Roles on the left, the needs of the role in hand in the middle, where needs come from on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.mapping.interview_profile import profile_of
from app.mapping.model import Mode, PeopleMode, Person, Role, RoleNeed
from app.services import esco, mappings, persons
from app.services.mappings import MAX_NEEDS
from app.ui.needs.middle import Middle, NeedActs
from app.ui.needs.newer import NewerLines
from app.ui.needs.people import NameList, OnePerson
from app.ui.needs.picker import Chosen, Picker, needs_of
from app.ui.needs.roles import Acts, RoleList
from app.ui.place import LIBRARY, Go, Say
from app.ui.theme import Theme
from app.ui.tokens import HEAD, XL, L, M
from app.ui.trying import refusal
from app.ui.widgets import Button, Hair, column, label, line, tab_after, turn

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.services.esco import RoleDraft
    from app.ui.needs.esco import EscoDialog

ROLES_PART, NEEDS_PART, PICKER_PART = 25, 49, 26
ABREAST = 1100  # pixels at 100 % that the three parts need side by side


class NeedsPlace(QWidget):
    """Every change is written at once."""

    dense = True

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._key, self._say, self._go = theme, t, desk, mapping_key, say, go
        self._mapping = desk.cases.load(mapping_key)
        self.role_key = self._mapping.roles[0].key if self._mapping.roles else ""
        self.roles = RoleList(theme, t, Acts(self.choose, self._write_role, self._remove_role, self._add_role))
        self.names = NameList(theme, t, self._rename)
        self.one = OnePerson(theme, t, desk, mapping_key, say)
        self.one.erased.connect(self.refresh)
        self.middle = Middle(theme, t, NeedActs(self._write_need, self._remove_need, self._ask_link, say))
        self.model, self.table = self.middle.model, self.middle.table
        self.picker = Picker(theme, t, desk, self._take, self._take_own)
        self.newer = NewerLines(theme, t, desk, self._try, self)
        self.occupation = Button(theme, t("Role from an occupation…"), "quiet", icon="briefcase")
        self.occupation.clicked.connect(self._ask_occupation)
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        rows = column(self, (28, XL, 28, L))
        rows.addLayout(self._head())
        rows.addWidget(self.newer)
        rows.addSpacing(L)
        self._hairs = (Hair(self._theme, vertical=True), Hair(self._theme, vertical=True))
        self._parts = line(gap=XL)
        self._parts.addWidget(self._left(), ROLES_PART)
        self._parts.addWidget(self._hairs[0])
        self._parts.addWidget(self.middle, NEEDS_PART)
        self._parts.addWidget(self._hairs[1])
        self._parts.addWidget(self.picker, PICKER_PART)
        rows.addLayout(self._parts, 1)

    def flush(self) -> None:
        self._flush_names()
        self.picker.flush()

    def _flush_names(self) -> None:
        """What is typed of roles and people; own words may still be on their way."""
        self.roles.flush()
        self.names.flush()

    def _head(self) -> QHBoxLayout:
        head = line(gap=M)
        head.addWidget(label(self._theme, self._t("Roles and needs"), HEAD))
        head.addStretch(1)
        if self._mapping.mode is Mode.SELF:  # the survey goes on with what is chosen here
            self.survey = Button(self._theme, self._t("Back to the survey"), "link", icon="arrow-left")
            self.survey.clicked.connect(lambda: self._go("survey"))
            head.addWidget(self.survey)
        self.onward = Button(self._theme, self._t("Present levels"), "primary", after="arrow-right")
        self.onward.clicked.connect(lambda: self._go("matrix"))
        head.addWidget(self.onward)
        return head

    def _left(self) -> QWidget:
        left = QWidget()
        rows = column(left, gap=XL)
        self.roles.more.addWidget(self.occupation)
        rows.addWidget(self.roles)
        rows.addWidget(self.names)
        rows.addWidget(self.one)
        rows.addStretch(1)
        return left

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, or one under another where there is no room: then the table shows all its rows."""
        super().resizeEvent(event)
        abreast = self.width() >= ABREAST * self._theme.zoom
        turn(self._parts, self._hairs, abreast=abreast)
        self.table.setMinimumHeight(0 if abreast else self.table.height_of(MAX_NEEDS))
        self.picker.tree.setMinimumHeight(0 if abreast else self.table.height_of(MAX_NEEDS))

    def choose(self, role_key: str) -> None:
        """Take another role in hand."""
        if role_key != self.role_key:
            self.names.flush()
            self.role_key = role_key
            self.roles.show_chosen(role_key)
            self._show_needs()
            self._show_names()

    def refresh(self) -> None:
        self._mapping = self._desk.cases.load(self._key)
        if self.role_key not in {r.key for r in self._mapping.roles}:
            self.role_key = self._mapping.roles[0].key if self._mapping.roles else ""
        self.roles.show_roles(self._mapping.roles, self.role_key)
        self.setFocusProxy(self.roles.lines[0].name if self.roles.lines else self.roles.add)
        self.newer.show_mapping(self._mapping)
        self.picker.show_first(profile_of(self._mapping))
        self._show_needs()
        self._show_names()

    def _show_needs(self) -> None:
        self.middle.show_needs(self._role(), self._needs(), profile_of(self._mapping))

    def _show_names(self) -> None:
        named = self._mapping.people_mode is PeopleMode.NAMES
        self.names.show_people([p for p in self._mapping.people if named and p.role_key == self.role_key])
        self.one.show_people(persons.people_known(self._mapping, self.role_key), self._mapping.people_mode)
        names = (*self.names.fields, *self.one.tab_stops())
        tab_after(self.onward, [*self.newer.buttons, *self.roles.tab_stops(), self.occupation, *names])

    def _role(self) -> Role | None:
        return next((r for r in self._mapping.roles if r.key == self.role_key), None)

    def _needs(self) -> list[RoleNeed]:
        return [n for n in self._mapping.needs if n.role_key == self.role_key]

    # Changes. Each is one transaction; what cannot be done is said, and the place shows what is stored.

    def _try(self, change: Callable[[], object], words: str) -> bool:
        """Change something and show it anew; whether it could be done."""
        refused = refusal(self._t, change)
        self.refresh()
        self._say(refused or words)
        return not refused

    def _quietly(self, change: Callable[[], object]) -> bool:
        """Change something while its field keeps the cursor, so nothing is built anew; whether it could be done."""
        before, refused = self._mapping, refusal(self._t, change)
        self._mapping = self._desk.cases.load(self._key)
        if refused or self._mapping != before:
            self._say(refused or self._t("Saved"))
        return not refused

    def _add_role(self) -> None:
        t = self._t
        self._flush_names()

        def change() -> None:
            self.role_key = mappings.add_role(self._desk, self._key, t("New role"), 1).key

        if self._try(change, t("Role added")):
            self.roles.lines[-1].name.setFocus()
            self.roles.lines[-1].name.selectAll()

    def _write_role(self, role: Role, name: str, head_count: int) -> None:
        def change() -> None:
            stored = next(r for r in self._mapping.roles if r.key == role.key)
            named = replace(stored, name=mappings.kept_text(name) or stored.name)
            if named != stored:
                self._desk.cases.put(self._key, named)
            if head_count != stored.head_count:
                mappings.set_head_count(self._desk, self._key, named, head_count)

        self._quietly(change)
        self._show_needs()
        self._show_names()

    def _rename(self, person: Person, name: str) -> None:
        def change() -> None:
            self._desk.cases.put(self._key, replace(person, display_name=mappings.kept_text(name)))

        self._quietly(change)

    def _remove_role(self, role: Role) -> None:
        if self._try(lambda: mappings.remove_role(self._desk, self._key, role), self._t("Role taken away")):
            self.roles.add.setFocus()

    def _write_need(self, need: RoleNeed) -> bool:
        return self._quietly(lambda: self._desk.cases.put(self._key, need))

    def _remove_need(self, need: RoleNeed) -> None:
        self._try(lambda: mappings.remove_need(self._desk, self._key, need), self._t("Need taken away"))

    def _take(self, chosen: Sequence[Chosen]) -> None:
        self._add(lambda role: [need for content in chosen for need in needs_of(content, role)])

    def _take_own(self, words: str) -> bool:
        return self._add(lambda role: [mappings.own_need(role, words, self._t.language)])

    def _add(self, made: Callable[[Role], Sequence[RoleNeed]]) -> bool:
        """Add needs to the role in hand; whether at least one was added."""
        t, role = self._t, self._role()
        if role is None:
            self._say(t("Begin with a role: who does what here?"))
            return False
        try:
            added = mappings.add_needs(self._desk, self._key, role, made(role))
        except UserError as error:
            self._say(t.explain(error))
            return False
        self.refresh()
        words = t.n("{n} need added", "{n} needs added", len(added.needs))
        if added.without_room:
            words = t("{words}. A role has at most {most}: nobody scores more in a visit.", words=words, most=MAX_NEEDS)
        self._say(words)
        return bool(added.needs)

    # ESCO.

    def _ask_occupation(self) -> None:
        from app.ui.needs.esco import DraftActs, OccupationDialog

        room = MAX_NEEDS - len(self._needs()) if self._role() else None
        acts = DraftActs(room, self._take_draft, self._begin_role)
        self._open(OccupationDialog(self._theme, self._t, self._desk, acts, self))

    def _open(self, dialog: EscoDialog) -> None:
        dialog.to_library.connect(lambda: self._go(LIBRARY))
        dialog.open()

    def _take_draft(self, draft: RoleDraft, chosen: Sequence[str]) -> None:
        self._add(lambda role: esco.draft_needs(draft, role, chosen))

    def _begin_role(self, draft: RoleDraft, chosen: Sequence[str]) -> None:
        self._flush_names()

        def change() -> None:
            self.role_key = esco.begin_role(self._desk, self._key, draft, chosen, self._t.language).key

        self._try(change, self._t("Role added"))

    def _ask_link(self, need: RoleNeed) -> None:
        from app.ui.needs.esco import LinkDialog

        def store(changed: RoleNeed) -> None:
            self._try(lambda: self._desk.cases.put(self._key, changed), self._t("Saved"))

        self._open(LinkDialog(self._theme, self._t, self._desk, need, store, self))
