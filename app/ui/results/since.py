"""What became of each need since the last approved plan, and how it was then as people say today."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.plan import Results
from app.mapping.trend import Movement
from app.services.versions import Since
from app.ui.results import words
from app.ui.results.compared import Compared, Line
from app.ui.section import Section
from app.ui.theme import Theme
from app.ui.tokens import XL, S
from app.ui.widgets import column, para
from app.wording.versions import level_change, level_change_in_hindsight


def heads(t: Translator, *, hindsight: bool) -> tuple[str, ...]:
    """The last column is there where anybody has said how it was then."""
    return t("Competence"), t("Then"), t("Now"), t("Level"), *([t("In hindsight")] if hindsight else [])


def has_moved(movement: Movement) -> bool:
    """Whether anything is told of a need: another score, another level, or another view of then."""
    return movement.before != movement.after or bool(movement.change) or movement.then is not None


def line(t: Translator, results: Results, movement: Movement, *, hindsight: bool) -> Line:
    need = movement.need
    then, now = (words.band_and_index(t, score) for score in (movement.before, movement.after))
    said = [level_change_in_hindsight(t, movement)] if hindsight else []
    name, role = words.said(t, need.name), words.role_name(results.mapping, need.role_key)
    return Line(need.key, name, role, (then, now, level_change(t, movement), *said))


class SinceBlock(QWidget):
    """There while there is a plan to set beside this one."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._t = t
        self.heading = Section(theme, t("Since the last plan"))
        self.table = Compared(theme, t("Since the last plan"))
        self.rest = para(theme, "")
        rows = column(self)
        for part in (self.heading, self.table, self.rest):
            rows.addWidget(part)
            rows.addSpacing(S)
        rows.addSpacing(XL - S)

    def show_since(self, results: Results, since: Since | None) -> None:
        self.setVisible(since is not None)
        if since is None:
            return
        t, moved = self._t, [m for m in since.movements if has_moved(m)]
        hindsight = any(m.then is not None for m in moved)
        self.heading.remark.setText(t("approved on {day}", day=t.day(since.approval.approved_on)))
        self.table.show_lines(heads(t, hindsight=hindsight), [line(t, results, m, hindsight=hindsight) for m in moved])
        self.table.setVisible(bool(moved))
        self._show_rest(len(since.movements) - len(moved))

    def _show_rest(self, still: int) -> None:
        t = self._t
        self.rest.setText(t.n("{n} competence is as it was.", "{n} competences are as they were.", still))
        self.rest.setVisible(still > 0)
