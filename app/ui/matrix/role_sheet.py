"""One role at a time, one assessor in hand, every answer kept as it is typed."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QPersistentModelIndex, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import Translator
from app.mapping.model import Assessor, Mapping, PeopleMode, Role
from app.services.desk import Desk
from app.ui.matrix import sheet, words
from app.ui.matrix.blocks import Blocks
from app.ui.matrix.columns import columns_of
from app.ui.matrix.editor import EvidenceEditor
from app.ui.matrix.halves import Halves
from app.ui.matrix.history import HistoryDialog, entries
from app.ui.matrix.legend import Legend
from app.ui.matrix.model import Index, MatrixModel
from app.ui.matrix.pen import Pen
from app.ui.matrix.said import SaidLine
from app.ui.matrix.sheet import Entry
from app.ui.matrix.switch import View, ViewSwitch
from app.ui.matrix.table import matrix_table
from app.ui.place import Say
from app.ui.tabs import TextTabs
from app.ui.theme import Theme
from app.ui.tokens import BODY, HEAD, NOTE, XL, L, M, S
from app.ui.widgets import Button, Hair, column, label, line, para
from app.wording.words import assessor_name, capital

ENTRIES: Final[dict[str, Entry]] = {"0": 0, "1": 1, "2": 2, "3": 3, "4": 4, "?": "?", "-": "-"}


def roles_of(mapping: Mapping) -> tuple[Role, ...]:
    """Roles of which something is asked."""
    return tuple(role for role in mapping.roles if sheet.needs_of(mapping, role.key))


class RoleSheet(QWidget):
    """Head, table, and the two lines under it: who said what, and the scale or the evidence."""

    staff_asked = Signal()

    def __init__(
        self, theme: Theme, t: Translator, desk: Desk, mapping: Mapping, roles: tuple[Role, ...], say: Say
    ) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._say = theme, t, desk, say
        self._roles = {r.key: r for r in roles}
        self._editing = QPersistentModelIndex()
        self.model = MatrixModel(t, mapping, roles[0], sheet.assessors_for(mapping.people_mode)[0], self)
        self._pen = Pen(desk, t, self.model, say)
        self.table = matrix_table(theme, t, self.model)
        self._blocks = Blocks(desk, t, self.table, self.show_mapping, say)
        self.said = SaidLine(theme, t)
        self.said.evidence.setVisible(not self._counts)
        self.legend = Legend(theme, t)
        self.editor = EvidenceEditor(theme, t)
        self._foot = QStackedWidget()
        self.completeness = label(theme, "", BODY, tone="ink2")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.table.setCurrentIndex(self.model.first_answer())
        self._tell_all()

    def _lay_out(self) -> None:
        page = column(self, margins=(XL + 4, M, XL + 4, S))
        self._add_head(page)
        page.addSpacing(S)
        page.addWidget(self.table, 1)
        page.addWidget(Hair(self._theme))
        page.addSpacing(S // 2)
        page.addWidget(self.said)
        page.addSpacing(S // 2)
        page.addWidget(Hair(self._theme))
        page.addSpacing(S)
        self._foot.addWidget(self._scale())
        self._foot.addWidget(self.editor)
        page.addWidget(self._foot)

    def _add_head(self, page: QVBoxLayout) -> None:
        """Title and roles; under them who answers, and how much is answered."""
        t, mapping = self._t, self.model.mapping
        tabs = [(r.key, f"{r.name}  {r.head_count}") for r in self._roles.values()]
        self.roles = TextTabs(self._theme, t("Role"), tabs, self.model.role.key)
        whose, looked = line(gap=L), line(gap=L)
        looked.addStretch(1)
        whose.addWidget(label(self._theme, t("Present levels"), HEAD))
        whose.addWidget(self.roles, 1)
        looked.addWidget(self.completeness)
        self.views = ViewSwitch(self._theme, t, View.ROLE)
        if mapping.people_mode is not PeopleMode.OWNER:  # a team has no people to look at in another way
            looked.addWidget(self.views)
        page.addWidget(Halves(self._theme, whose, looked))
        choices = [(a.value, capital(assessor_name(t, a))) for a in sheet.assessors_for(mapping.people_mode)]
        self.assessors = TextTabs(self._theme, t("Whose answer"), choices, self.model.assessor.value)
        self.onward = Button(self._theme, t("Cards and permits"), "link", after="arrow-right")
        answer, ways = line(gap=S), line(gap=S)
        ways.addStretch(1)
        if len(choices) > 1 and not self._counts:
            answer.addWidget(label(self._theme, t("Whose answer"), NOTE, "semibold", "ink2"))
            answer.addWidget(self.assessors, 1)
            ask = Button(self._theme, t("Staff assess themselves"), "link", icon="people")
            ask.clicked.connect(lambda _on: self.staff_asked.emit())
            ways.addWidget(ask)
        ways.addWidget(self.onward)
        page.addWidget(Halves(self._theme, answer, ways))

    def _scale(self) -> QWidget:
        t = self._t
        if self._counts:
            return para(self._theme, t("Type how many people are at each level. Delete takes a number back."))
        return self.legend

    def _connect(self) -> None:
        self.roles.chosen.connect(self._show_role)
        self.assessors.chosen.connect(self._take_assessor)
        self.table.typed.connect(self.type)
        self.table.cleared.connect(self._clear)
        self.table.evidence_asked.connect(self._open_editor)
        self.table.history_asked.connect(self._show_history)
        self.table.copy_asked.connect(self._blocks.copy)
        self.table.paste_asked.connect(self._blocks.paste)
        self.table.moved.connect(self._moved)
        self.model.renewed.connect(self._tell_all)
        self.model.modelReset.connect(self._tell_all)
        self.said.evidence.clicked.connect(self._open_editor)
        self.said.history.clicked.connect(self._show_history)
        self.legend.chosen.connect(self.enter)
        self.editor.changed.connect(self._amend)
        self.editor.closed.connect(self._close_editor)

    def _show_role(self, key: str) -> None:
        self._close_editor()
        self.model.show(self.model.mapping, self._roles[key])
        self.table.setCurrentIndex(self.model.first_answer())

    def fits(self, mapping: Mapping) -> bool:
        """Whether a state of the mapping has the same roles and columns as what is shown."""
        same_roles = roles_of(mapping) == tuple(self._roles.values())
        return same_roles and columns_of(mapping, self.model.role) == self.model.columns

    def show_mapping(self, mapping: Mapping) -> None:
        """Show another state of the mapping; the cursor stays where it is."""
        here = self.table.currentIndex()
        row, place = here.row(), here.column()
        self._close_editor()
        self.model.show(mapping, self.model.role)
        self.table.setCurrentIndex(self.model.index(min(row, len(self.model.rows) - 1), place))

    def _take_assessor(self, value: str) -> None:
        self.model.set_assessor(Assessor(value))
        self.table.setFocus()

    def type(self, key: str) -> None:
        """A key meant for the cell in hand."""
        t, index = self._t, self.table.currentIndex()
        if not index.isValid() or not self.model.column_at(index).is_answer:
            self._say(t("Go to a cell in the middle of the table first, then type."))
        elif self._counts:
            if key.isdigit():
                self._pen.count(index, int(key))
        elif key in ENTRIES:
            self.enter(ENTRIES[key])
        else:
            self._say(t("Levels go from 0 to 4."))

    def enter(self, entry: Entry) -> None:
        """An answer for the cell in hand; the cursor stays."""
        index = self.table.currentIndex()
        if self.model.cell_at(index):
            self._pen.enter(index, entry)

    def _clear(self) -> None:
        index = self.table.currentIndex()
        if self.model.cell_at(index):
            self._pen.clear(index)
        elif index.isValid() and self.model.column_at(index).is_answer:
            self._pen.clear_count(index)

    def _show_history(self) -> None:
        """What became of the cell in hand, over the window; Esc leads back to the cell."""
        index = self.table.currentIndex()
        if not index.isValid() or not self.model.column_at(index).is_answer:
            self._say(self._t("Go to a cell in the middle of the table first."))
            return
        self.editor.flush()
        found = entries(self._t, self._desk.cases, self.model, index)
        dialog = HistoryDialog(self._theme, self._t, self._coded_words(index), found, self.window())
        dialog.finished.connect(lambda _how: self.table.setFocus())
        dialog.open()

    def _coded_words(self, index: Index) -> str:
        """Whose cell it is by code, however people appear, or which level is counted; and the competence."""
        row, column_, mode = self.model.at(index)
        whose = column_.person.code if column_.person and column_.person.code else words.heading(self._t, column_, mode)
        return f"{whose}, {words.need_name(self._t, row.need)}"

    @property
    def _counts(self) -> bool:
        return self.model.mapping.people_mode is PeopleMode.ROLES_ONLY

    def _moved(self) -> None:
        self._pen.lift()
        if self._foot.currentWidget() is self.editor:
            self._open_editor(focus=False)
        self._tell()

    def _tell_all(self) -> None:
        """How much is answered, and what is known of the cell in hand."""
        done, of = sheet.completeness(self.model.rows, self.model.role.head_count)
        self.completeness.setText(self._t("Assessed {done}/{of}", done=done, of=of))
        self._tell()

    def _tell(self) -> None:
        """What is known of the cell in hand."""
        index = self.table.currentIndex()
        if not index.isValid():
            self.said.show_words("", "")
        elif cell := self.model.cell_at(index):
            self.said.show_cell(self._place_words(index), self._pen.answers(index), cell)
        else:
            self.said.show_words(self._place_words(index), self._side_words(index))

    def _side_words(self, index: Index) -> str:
        """The cell in hand in full; of a count also how many of the role are counted in its row."""
        spoken, row = words.spoken(self._t, *self.model.at(index)), self.model.row_at(index)
        if not self.model.column_at(index).is_answer:
            return spoken
        counted = sum(count or 0 for count in row.counts)
        return words.counted_sentence(self._t, spoken, counted, self.model.role.head_count)

    def _place_words(self, index: Index) -> str:
        """Who and what: "H3, CAM programming"; in a side column the competence alone."""
        row, column_, mode = self.model.at(index)
        name = words.need_name(self._t, row.need)
        return f"{words.heading(self._t, column_, mode)}, {name}" if column_.person else name

    def _open_editor(self, *, focus: bool = True) -> None:
        t, index = self._t, self.table.currentIndex()
        answer = self._pen.shown(index) if index.isValid() else None
        self.editor.flush()
        if answer is None:
            self._close_editor()
            if focus:
                self._say(t("Give a level first; evidence and reason belong to it."))
            return
        self._editing = QPersistentModelIndex(index)
        self.editor.show_answer(answer)
        self._foot.setCurrentWidget(self.editor)
        if focus:
            self.editor.choice("evidence").setFocus()

    def _close_editor(self) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.editor.isAncestorOf(focused)
        self._foot.setCurrentIndex(0)
        if had_focus:
            self.table.setFocus()

    def _amend(self, field: str, value: Any) -> None:
        if not self._editing.isValid():
            return
        if field == "note":
            self._pen.note(self._editing, value)
        else:
            self._pen.amend(self._editing, **{field: value})
