"""Roles on the left, the needs of the role in hand in the middle, where needs come from on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import Role, RoleNeed
from app.services import mappings
from app.ui.needs.picker import Chosen, Picker
from app.ui.needs.roles import RoleList
from app.ui.needs.table import NeedsModel, NeedsView
from app.ui.place import Go, Say
from app.ui.theme import Theme
from app.ui.tokens import HEAD, NOTE, XL, XXL, L, M
from app.ui.widgets import Button, Hair, column, label, line, para

if TYPE_CHECKING:
    from app.services.desk import Desk

ROLES_PART, NEEDS_PART, PICKER_PART = 22, 46, 30


class NeedsPlace(QWidget):
    """Every change is written at once."""

    dense = True

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._key, self._say = theme, t, desk, mapping_key, say
        self._mapping = desk.cases.load(mapping_key)
        self.role_key = self._mapping.roles[0].key if self._mapping.roles else ""
        self.roles = RoleList(theme, t, self.choose, self._write_role, self._remove_role, self._add_role)
        self.model = NeedsModel(t, self._write_need)
        self.table = NeedsView(theme, t("Needs of the role"), self._remove_need)
        self.table.setModel(self.model)
        self.table.share((52, 9, 9, 9, 12, 12))
        self.picker = Picker(theme, t, desk, self._take, self._take_own)
        rows = column(self, (28, XL, 28, L))
        rows.addLayout(self._head(go))
        rows.addSpacing(L)
        parts = line(gap=XL)
        parts.addWidget(self.roles, ROLES_PART)
        parts.addWidget(Hair(theme, vertical=True))
        parts.addWidget(self._middle(), NEEDS_PART)
        parts.addWidget(Hair(theme, vertical=True))
        parts.addWidget(self.picker, PICKER_PART)
        rows.addLayout(parts, 1)
        self._refresh()

    def flush(self) -> None:
        self.roles.flush()

    def _head(self, go: Go) -> QHBoxLayout:
        head = line(gap=M)
        head.addWidget(label(self._theme, self._t("Roles and needs"), HEAD))
        head.addStretch(1)
        onward = Button(self._theme, self._t("Present levels"), "primary", after="arrow-right")
        onward.clicked.connect(lambda: go("matrix"))
        head.addWidget(onward)
        return head

    def _middle(self) -> QWidget:
        """The table, or one sentence while there is nothing in it, and how it is filled in."""
        self._pages = QStackedWidget()
        empty = QWidget()
        words = column(empty, (0, XXL, 0, 0))
        self._empty = para(self._theme, "")
        words.addWidget(self._empty)
        words.addStretch(1)
        self._pages.addWidget(empty)
        self._pages.addWidget(self.table)
        middle = QWidget()
        rows = column(middle, gap=M)
        rows.addWidget(self._pages, 1)
        t = self._t
        keys = t("0–4 target, - no target; criticality 1–3; how many: a number or a = all. Delete takes a need away.")
        rows.addWidget(para(self._theme, keys, NOTE, "ink3"))
        return middle

    def choose(self, role_key: str) -> None:
        """Take another role in hand."""
        if role_key != self.role_key:
            self.role_key = role_key
            self.roles.show_chosen(role_key)
            self._show_needs()

    def _refresh(self) -> None:
        self._mapping = self._desk.cases.load(self._key)
        if self.role_key not in {r.key for r in self._mapping.roles}:
            self.role_key = self._mapping.roles[0].key if self._mapping.roles else ""
        self.roles.show_roles(self._mapping.roles, self.role_key)
        self._show_needs()

    def _show_needs(self) -> None:
        t = self._t
        needs = [n for n in self._mapping.needs if n.role_key == self.role_key]
        self.model.show(needs)
        self._pages.setCurrentIndex(1 if needs else 0)
        no_need = t("Nothing is asked of this role yet. Choose competences on the right, or write them in own words.")
        self._empty.setText(no_need if self.role_key else t("Begin with a role: who does what here?"))

    def _role(self) -> Role | None:
        return next((r for r in self._mapping.roles if r.key == self.role_key), None)

    # Changes. Each is one transaction; what cannot be done is said, and the place shows what is stored.

    def _try(self, change: Callable[[], object], words: str) -> None:
        try:
            change()
        except UserError as error:
            words = self._t.explain(error)
        self._refresh()
        self._say(words)

    def _add_role(self) -> None:
        t = self._t
        self.roles.flush()

        def change() -> None:
            self.role_key = mappings.add_role(self._desk, self._key, t("New role"), 1).key

        self._try(change, t("Role added"))
        if self.roles.lines:
            self.roles.lines[-1].name.setFocus()
            self.roles.lines[-1].name.selectAll()

    def _write_role(self, role: Role, name: str, head_count: int) -> None:
        """Written while its fields keep the cursor, so the list is not rebuilt."""
        try:
            stored = next(r for r in self._mapping.roles if r.key == role.key)
            if name and name != stored.name:
                stored = replace(stored, name=name)
                self._desk.cases.put(self._key, stored)
            if head_count != stored.head_count:
                mappings.set_head_count(self._desk, self._key, stored, head_count)
        except UserError as error:
            self._say(self._t.explain(error))
            return
        self._mapping = self._desk.cases.load(self._key)
        self._say(self._t("Saved"))

    def _remove_role(self, role: Role) -> None:
        answered = {a.need_key for a in self._mapping.assessments}
        if any(n.key in answered for n in self._mapping.needs if n.role_key == role.key):
            self._say(
                self._t(
                    "{role} has levels. Clear them in the matrix first, so that nothing is lost unseen.", role=role.name
                )
            )
            return
        self._try(lambda: self._desk.cases.drop(self._key, role), self._t("Role taken away"))

    def _write_need(self, need: RoleNeed) -> None:
        self._desk.cases.put(self._key, need)
        self._mapping = self._desk.cases.load(self._key)
        self._say(self._t("Saved"))

    def _remove_need(self, row: int) -> None:
        need = self.model.needs[row]
        if any(a.need_key == need.key for a in self._mapping.assessments):
            name = need.name.said(self._t.language).text
            self._say(
                self._t("{name} has levels. Clear them in the matrix first, so that nothing is lost unseen.", name=name)
            )
            return
        self._try(lambda: self._desk.cases.drop(self._key, need), self._t("Need taken away"))

    def _take(self, chosen: Sequence[Chosen]) -> None:
        role = self._role()
        if role is None:
            self._say(self._t("Begin with a role: who does what here?"))
            return
        needs = [need for content in chosen for need in self._made(role, content)]
        self._add_needs(needs)

    def _made(self, role: Role, content: Chosen) -> tuple[RoleNeed, ...]:
        framework, what = content
        if not isinstance(what, tuple):
            return mappings.competence_needs(framework, [what], role)
        unit, requirement = what
        if requirement is None:
            return (mappings.unit_need(framework, unit, role),)
        return mappings.requirement_needs(framework, unit, [requirement], role)

    def _take_own(self, words: str) -> None:
        role = self._role()
        if role is None:
            self._say(self._t("Begin with a role: who does what here?"))
            return
        self._add_needs([mappings.own_need(role, words, self._t.language)])

    def _add_needs(self, needs: Sequence[RoleNeed]) -> None:
        """Add those that the role does not have yet, at the end."""
        mine = [n for n in self._mapping.needs if n.role_key == self.role_key]
        there = {(n.source_key, n.competence_code) for n in mine if n.competence_code}
        fresh = [n for n in needs if (n.source_key, n.competence_code) not in there]
        start = max((n.position for n in mine), default=-1) + 1
        placed = [replace(n, position=start + i) for i, n in enumerate(fresh)]
        words = self._t.n("{n} need added", "{n} needs added", len(placed))
        if len(mine) + len(placed) > mappings.MAX_NEEDS:
            words = self._t("More than {n} needs for a role: nobody scores them all in a visit.", n=mappings.MAX_NEEDS)
        self._try(lambda: self._desk.cases.put(self._key, *placed), words)
