"""The needs of the role in hand: the table, what can be done with the need in hand, and the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.i18n import Translator
from app.mapping.interview_profile import of_other_profiles
from app.mapping.model import Role, RoleNeed
from app.mapping.moving import gone_from
from app.services.mappings import MAX_NEEDS
from app.ui.flow import FlowLayout
from app.ui.needs.table import NeedsModel, NeedsView
from app.ui.place import Say
from app.ui.section import Section
from app.ui.theme import Theme
from app.ui.tokens import NOTE, L, S
from app.ui.widgets import Button, column, para
from app.wording.moving import gone_line, other_profile_line


@dataclass(frozen=True, slots=True)
class NeedActs:
    """What can be done with a need; `write` tells whether it could be stored."""

    write: Callable[[RoleNeed], bool]
    remove: Callable[[RoleNeed], None]
    link: Callable[[RoleNeed], None]
    say: Say


class Middle(QWidget):
    """The table, or one sentence while there is nothing in it; over it how many are chosen, under it its keys."""

    def __init__(self, theme: Theme, t: Translator, acts: NeedActs) -> None:
        super().__init__()
        self._theme, self._t, self._acts = theme, t, acts
        self.head = Section(theme, "")
        self.model = NeedsModel(t, acts.write)
        self.table = NeedsView(theme, t("Needs of the role"), lambda row: acts.remove(self.model.needs[row]))
        self.table.setModel(self.model)
        self.table.share((1, 0, 0, 0, 0, 0))
        self._empty, self.gone = para(theme, ""), para(theme, "")
        self._pages = QStackedWidget()
        self._pages.addWidget(_on_page(self._empty))
        self._pages.addWidget(self.table)
        rows = column(self, gap=S)
        rows.addWidget(self.head)
        rows.addWidget(self._pages, 1)
        rows.addWidget(self.gone)
        rows.addWidget(self._foot())

    def _foot(self) -> QWidget:
        t = self._t
        keys = t(
            "0–4 target, > = < a later one grows, stays or declines, - no target; criticality 1–3; how many: a number "
            "or a = all. Delete takes a need away."
        )
        self.link = Button(self._theme, t("Link with ESCO…"), "link")
        self.link.clicked.connect(lambda: self._with_need(self._acts.link))
        self.away = Button(self._theme, t("Take the need away"), "link", icon="remove")
        self.away.clicked.connect(lambda: self._with_need(self._acts.remove))
        foot, acts = QWidget(), QWidget()
        side = FlowLayout(acts, gap=0)
        side.addWidget(self.link)
        side.addWidget(self.away)
        rows = column(foot)
        rows.addWidget(para(self._theme, keys, NOTE, "ink3"))
        rows.addWidget(acts)
        return foot

    def _with_need(self, act: Callable[[RoleNeed], None]) -> None:
        """Do something with the need in hand."""
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.needs):
            act(self.model.needs[row])
        else:
            self._acts.say(self._t("Go to a need in the table first."))

    def show_needs(self, role: Role | None, needs: Sequence[RoleNeed], profile: str) -> None:
        """Show the needs of a role, and tell which are gone from newer versions or of another sector profile."""
        t, here = self._t, self.table.currentIndex()
        self.model.show(needs)
        self.table.setCurrentIndex(self.model.index(min(here.row(), len(needs) - 1), here.column()))
        self._pages.setCurrentIndex(1 if needs else 0)
        for button in (self.link, self.away):
            button.setEnabled(bool(needs))
        gone, other = [need for need in needs if gone_from(need)], of_other_profiles(needs, profile)
        self.gone.setText(" ".join(filter(None, (gone_line(t, gone), other_profile_line(t, other)))))
        self.gone.setVisible(bool(self.gone.text()))
        self.head.title.setText(role.name if role else t("Needs of the role"))
        self.head.remark.setText(t("{n} of {most} chosen", n=len(needs), most=MAX_NEEDS) if role else "")
        no_need = t("Nothing is asked of this role yet. Choose competences on the right, or write them in own words.")
        self._empty.setText(no_need if role else t("Begin with a role: who does what here?"))


def _on_page(words: QWidget) -> QWidget:
    page = QWidget()
    rows = column(page, (0, L, 0, 0))
    rows.addWidget(words)
    rows.addStretch(1)
    return page
