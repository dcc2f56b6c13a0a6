"""What became of the answers in one cell: when, who, from what to what, and on what grounds. Newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n import Translator
from app.mapping.model import Assessment, Assessor, Item, LevelCount
from app.ui.dialog import Dialog
from app.ui.dialog_parts import ScrolledPart
from app.ui.matrix.model import Index, MatrixModel
from app.ui.matrix.words import answer_sign
from app.ui.scrolling import Body, let_read
from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, L, M, S
from app.ui.widgets import ALIGN, Button, label, para
from app.wording.answers import act_words, founded_on
from app.wording.words import assessor_name, capital

if TYPE_CHECKING:
    from app.store.cases import Cases
    from app.store.past import Past

WIDTH = 720  # pixels at 100 %


@dataclass(frozen=True, slots=True)
class Entry:
    """One change in words: when, by whom, "supervisor: 1 → 3", and evidence, reason and note of what it became.

    Where the level stayed, it stands alone: what stands under it has changed.
    """

    when: str
    by: str
    what: str
    founded: str

    @property
    def sentence(self) -> str:
        """The whole, for those who listen."""
        return ". ".join(part for part in (self.when, self.by, self.what, self.founded) if part)


def entries(t: Translator, cases: Cases, model: MatrixModel, index: Index) -> tuple[Entry, ...]:
    """Every change of the cell at an index, by whomever it is answered."""
    found = [past for item in _items(model, index) for past in cases.past(model.mapping.key, item)]
    return tuple(_entry(t, past) for past in sorted(found, key=lambda past: past.at)[::-1])


def _items(model: MatrixModel, index: Index) -> Iterable[Item]:
    """What has ever stood, or may have stood, in a cell."""
    need, column = model.row_at(index).need, model.column_at(index)
    if column.person is None:
        return [LevelCount(need.key, column.level, 0)]
    return [Assessment(column.person.key, need.key, assessor) for assessor in Assessor]


def _entry(t: Translator, past: Past) -> Entry:
    kept, by = past.after or past.before, capital(assessor_name(t, past.by))
    before, after = _sign(t, past.before), _sign(t, past.after)
    change = after if before == after else t("{before} → {after}", before=before, after=after)
    if isinstance(kept, Assessment):
        change = t("{who}: {state}", who=assessor_name(t, kept.assessor), state=change)
    founded = founded_on(t, past.after) if isinstance(past.after, Assessment) else []
    act = act_words(t, past.act.value)
    return Entry(t.said(past.at.astimezone()), f"{by} · {act}" if act else by, change, " · ".join(founded))


def _sign(t: Translator, item: object) -> str:
    """The sign of a cell; what was not answered has words, for a blank would tell nothing."""
    if isinstance(item, Assessment):
        return answer_sign(item)
    return str(item.count) if isinstance(item, LevelCount) else t("not answered")


class HistoryDialog(Dialog):
    """A list to read. Esc or the button closes it."""

    def __init__(self, theme: Theme, t: Translator, about: str, found: tuple[Entry, ...], parent: QWidget) -> None:
        super().__init__(theme, t("History: {cell}", cell=about), parent, WIDTH)
        self._theme, self.entries = theme, found
        self.leave = Button(theme, t("Close"), "primary", key="Esc")
        self.leave.clicked.connect(self.accept)
        if found:
            self.reading = self._reading(about)
            self.rows.addWidget(self.reading, 1)
        else:
            self.rows.addWidget(para(theme, t("No change of this cell has been written down.")))
        self.add_foot(self.leave)
        (self.reading if found else self.leave).setFocus()

    def _reading(self, about: str) -> ScrolledPart:
        """The list, scrolled by keys where it is long, and heard as one text."""
        page = Body()
        grid = QGridLayout(page)
        grid.setContentsMargins(S, S, S, S)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(M)
        grid.setColumnStretch(2, 1)
        for row, entry in enumerate(self.entries):
            self._add(grid, row, entry)
        grid.setRowStretch(len(self.entries), 1)
        area = ScrolledPart(self._theme, page, self.breadth)
        let_read(area, about, " ".join(f"{entry.sentence}." for entry in self.entries))
        return area

    def _add(self, grid: QGridLayout, row: int, entry: Entry) -> None:
        top = ALIGN.AlignLeft | ALIGN.AlignTop
        grid.addWidget(label(self._theme, entry.when, NOTE, tone="ink2", align=top), row, 0)
        grid.addWidget(label(self._theme, entry.by, NOTE, tone="ink2", align=top), row, 1)
        what = para(self._theme, entry.what, BODY, "ink", "semibold")
        if not entry.founded:
            grid.addWidget(what, row, 2)
            return
        both = QGridLayout()
        both.addWidget(what, 0, 0)
        both.addWidget(para(self._theme, entry.founded, NOTE), 1, 0)
        grid.addLayout(both, row, 2)
