"""One framework of the library: its tree on the left, what is in hand on the right, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import UserError
from app.frameworks.model import Framework, FrameworkSummary
from app.i18n import Translator
from app.services import frameworks_io, libraries, library_edit
from app.services.library_edit import Words
from app.ui.flow import FlowLayout
from app.ui.library.reading import Reading
from app.ui.library.tree import FrameworkTree
from app.ui.place import Say
from app.ui.theme import Theme
from app.ui.tokens import L, M, S
from app.ui.widgets import Button, Hair, column, line, turn
from app.wording.library import Part, Told, framework_told, is_own, part_told, version_of

if TYPE_CHECKING:
    from app.services.desk import Desk

ABREAST = 760  # pixels at 100 % that the two parts need side by side


class FrameworkPage(QWidget):
    """`back` asks for the list; `changed` tells that the library has become another one."""

    back = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, t: Translator, desk: Desk, say: Say) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._say = theme, t, desk, say
        self.framework: Framework | None = None
        self._versions: tuple[library_edit.Version, ...] = ()
        self._names = {
            f"{pack.key}:{each.code}": t.said(each.name) for pack in libraries.packs() for each in pack.competences
        }
        self.tree = FrameworkTree(theme, t)
        self.reading = Reading(theme, t("About what is in hand"), "")
        self.tree.selectionModel().currentChanged.connect(lambda _now, _before: self._show_in_hand())
        self.tree.activated.connect(lambda _index: self._edit())
        self._add_acts()
        self._lay_out()

    def _add_acts(self) -> None:
        theme, t = self._theme, self._t
        self.leave = Button(theme, t("All frameworks"), "link", icon="arrow-left")
        self.leave.clicked.connect(self.back)
        self.edit = Button(theme, t("Edit"), icon="document")
        self.edit.clicked.connect(self._edit)
        self.copy = Button(theme, t("Make a copy of one's own"), icon="plus")
        self.copy.clicked.connect(self._copy)
        self.compare = Button(theme, t("Compare versions"), icon="books")
        self.compare.clicked.connect(self._compare)
        self.export = Button(theme, t("Export"), icon="export")
        self.export.clicked.connect(self._choose_file)

    def _lay_out(self) -> None:
        self._hair = Hair(self._theme, vertical=True)
        self._parts = line(gap=L)
        self._parts.addWidget(self.tree, 46)
        self._parts.addWidget(self._hair)
        self._parts.addWidget(self.reading, 54)
        acts = QWidget()
        row = FlowLayout(acts, gap=M, line_gap=S)
        for button in (self.leave, self.edit, self.copy, self.compare, self.export):
            row.addWidget(button)
        rows = column(self, gap=S)
        rows.addWidget(acts)
        rows.addLayout(self._parts, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or one under the other where there is no room."""
        super().resizeEvent(event)
        abreast = self.width() >= ABREAST * self._theme.zoom
        turn(self._parts, (self._hair,), abreast=abreast)
        least = self._theme.height(6 if abreast else 9)
        self.tree.setMinimumHeight(least)
        self.reading.setMinimumHeight(least)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace and Esc lead back to the list."""
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def show_framework(self, key: str, part_key: str = "") -> None:
        """Show the newest version of a framework, with the cursor on a part of it."""
        self.framework = libraries.framework(self._desk, key)
        self._versions = library_edit.versions(self._desk, key)
        own = is_own(self.framework)
        self.edit.setVisible(own)
        self.copy.setVisible(not own)
        self.compare.setVisible(len(self._versions) > 1)
        self.tree.show_framework(self.framework, part_key)
        self._show_in_hand()

    def _show_in_hand(self) -> None:
        content, above = self.tree.in_hand()
        self.edit.setEnabled(content is not None)
        self.reading.show_told(self._told(content, above))

    def _told(self, content: Framework | Part | None, above: str) -> Told | None:
        if self.framework is None:
            return None
        if content is None:
            return Told(str(self.tree.currentIndex().data() or ""), self._t.said(self.framework.name))
        if not isinstance(content, Framework):
            return part_told(self._t, self.framework, above, content, self._names)
        summary = self._summary(content)
        newer = library_edit.newer(summary, self._versions)
        return framework_told(self._t, content, summary, version_of(newer.summary) if newer else "")

    def _summary(self, framework: Framework) -> FrameworkSummary:
        known = (each.summary for each in self._versions)
        return next(
            (each for each in known if (each.key, each.version) == (framework.key, framework.version)),
            libraries.summary(framework),
        )

    def _copy(self) -> None:
        """The copy opens where the cursor was; what is numbered in it has its own keys."""
        assert self.framework
        content, _above = self.tree.in_hand()
        try:
            own = library_edit.copy(self._desk, self.framework.key)
        except UserError as error:
            self._say(self._t.explain(error))
            return
        self.changed.emit()
        here = content.key if content else ""
        part = f"{own}/{here.rpartition('/')[2]}" if content in self.framework.competences else here
        self.show_framework(own, part)
        self.tree.setFocus()
        self._say(self._t("The copy is yours: what you correct in it stays here. The original is as it was."))

    def _edit(self) -> None:
        from app.ui.library.edit import EditDialog

        content, _above = self.tree.in_hand()
        if self.framework is None or content is None or not is_own(self.framework):
            return
        EditDialog(self._theme, self._t, content, self._keep(self.framework.key, content.key), self.window()).open()

    def _keep(self, key: str, part_key: str) -> Callable[[Words], None]:
        def keep(words: Words) -> None:
            library_edit.correct(self._desk, key, part_key, words)
            self.changed.emit()
            self.show_framework(key, part_key)
            self._say(self._t("The change is in your copy."))

        return keep

    def _compare(self) -> None:
        from app.ui.library.compare import CompareDialog

        assert self.framework
        here = self._summary(self.framework)
        CompareDialog(self._theme, self._t, self._desk, here, self._versions, self.window()).open()

    def _choose_file(self) -> None:
        assert self.framework
        kinds = "CASE (*.json);;XLSX (*.xlsx);;CSV (*.csv)"
        name = f"{self._t.said(self.framework.name)}.json".replace("/", "-")
        chosen, kind = QFileDialog.getSaveFileName(self, self._t("Export"), name, kinds)
        if chosen:
            ending = kind.partition("*")[2].rstrip(")")
            path = Path(chosen)
            self.export_to(path if path.suffix else path.with_suffix(ending))

    def export_to(self, out: Path) -> None:
        """Write the framework as CASE or as a table, by the ending of the file."""
        assert self.framework
        try:
            frameworks_io.export(self._desk, self.framework.key, out)
        except UserError as error:
            self._say(self._t.explain(error))
            return
        self._say(self._t("The framework is in {file}", file=out.name))
