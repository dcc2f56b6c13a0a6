"""One framework of the library: its tree on the left, what is in hand on the right, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu

from app.errors import UserError
from app.frameworks.model import Competence, Framework, FrameworkSummary
from app.i18n import Translator
from app.services import frameworks_io, libraries, library_edit, library_register
from app.services.library_edit import Words
from app.ui.library.tree import FrameworkTree
from app.ui.library.tree_page import TreePage
from app.ui.place import Say
from app.ui.theme import Theme
from app.ui.widgets import Button, ChoiceBox
from app.wording.library import Part, Told, framework_told, is_own, name_and_version, part_told, version_of
from app.wording.register import warning_of_order

if TYPE_CHECKING:
    from app.services.desk import Desk


class FrameworkPage(TreePage):
    """`changed` tells that the library has become another one, `removed` carries a copy that was removed from it."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, theme: Theme, t: Translator, desk: Desk, say: Say) -> None:
        tree = FrameworkTree(theme, t)
        super().__init__(theme, t, tree)
        self.tree, self._t, self._desk, self._say = tree, t, desk, say
        self.framework: Framework | None = None
        self._versions: tuple[FrameworkSummary, ...] = ()
        self._names = {
            f"{pack.key}:{each.code}": t.said(each.name) for pack in libraries.packs() for each in pack.competences
        }
        self.tree.selectionModel().currentChanged.connect(lambda _now, _before: self._show_in_hand())
        self.tree.activated.connect(lambda _index: self._edit())
        self._add_acts()
        self.lay_out((self.version, self.edit, self.copy, self.compare, self.export, self.remove, self.linked))

    def _add_acts(self) -> None:
        theme, t = self._theme, self._t
        self.version = ChoiceBox(theme, t("Version"))
        self.version.activated.connect(self._turn_to)
        self.linked = Button(theme, t("Go to what is linked"), icon="arrow-right")
        self.links = QMenu(self.linked)
        self.links.setFont(theme.font())
        self.links.setAccessibleName(t("Linked to"))
        self.links.triggered.connect(self._follow_soon)
        self.linked.clicked.connect(lambda: self.links.popup(self.linked.mapToGlobal(self.linked.rect().bottomLeft())))
        self.edit = Button(theme, t("Edit"), icon="document")
        self.edit.clicked.connect(self._edit)
        self.copy = Button(theme, t("Make a copy of one's own"), icon="plus")
        self.copy.clicked.connect(self._copy)
        self.compare = Button(theme, t("Compare versions"), icon="books")
        self.compare.clicked.connect(self._compare)
        self.export = Button(theme, t("Export"), icon="export")
        self.export.clicked.connect(self._choose_file)
        self.remove = Button(theme, t("Remove from the library"), icon="remove")
        self.remove.clicked.connect(self._remove)

    def show_framework(self, key: str, part_key: str = "", version: str = "") -> None:
        """Show one version of a framework, or its newest, with the cursor on a part of it."""
        self.framework = libraries.framework(self._desk, key, version)
        self._versions = library_edit.versions(self._desk, key)
        own = is_own(self.framework)
        self.edit.setVisible(own)
        self.remove.setVisible(own)
        self.copy.setVisible(not own)
        self.compare.setVisible(len(self._versions) > 1)
        self._offer_versions()
        self.tree.show_framework(self.framework, part_key)
        self._show_in_hand()

    def _offer_versions(self) -> None:
        """All that there is of the framework, to turn to; nothing where it stands alone."""
        assert self.framework
        self.version.clear()
        self.version.addItems([name_and_version(self._t, each) for each in self._versions])
        self.version.setCurrentIndex(self._versions.index(self._summary(self.framework)))
        self.version.setVisible(len(self._versions) > 1)

    def _turn_to(self, place: int) -> None:
        """Another version, with the cursor where it was as far as that is there, too."""
        content, _above = self.tree.in_hand()
        chosen = self._versions[place]
        self.show_framework(chosen.key, content.key if content else "", chosen.version)

    def _show_in_hand(self) -> None:
        content, above = self.tree.in_hand()
        self.edit.setEnabled(content is not None)
        self._offer_links(content)
        self.reading.show_told(self._told(content, above))

    def _offer_links(self, content: Framework | Part | None) -> None:
        """What a competence is linked with, to go to."""
        links = content.links if isinstance(content, Competence) else ()
        self.links.clear()
        for link in (each for each in links if each in self._names):
            self.links.addAction(self._names[link]).setData(link)
        self.linked.setVisible(not self.links.isEmpty())

    def _follow_soon(self, chosen: QAction) -> None:
        """Once the menu has closed, since following fills it anew."""
        QTimer.singleShot(0, self, partial(self._follow, chosen.data()))

    def _follow(self, link: str) -> None:
        key, _sign, code = link.rpartition(":")
        self.show_framework(key, f"{key}/{code}")
        self.tree.setFocus()

    def _told(self, content: Framework | Part | None, above: str) -> Told | None:
        if self.framework is None:
            return None
        if content is None:
            return Told(str(self.tree.currentIndex().data() or ""), self._t.said(self.framework.name))
        if not isinstance(content, Framework):
            return part_told(self._t, self.framework, above, content, self._names)
        summary = self._summary(content)
        newer = library_edit.newer(summary, self._versions)
        warning = warning_of_order(self._t, library_register.order_instead(self._desk, content))
        return framework_told(self._t, content, summary, version_of(newer) if newer else "", warning)

    def _summary(self, framework: Framework) -> FrameworkSummary:
        mine = (framework.key, framework.version)
        return next(each for each in self._versions if (each.key, each.version) == mine)

    def _copy(self) -> None:
        """The copy opens where the cursor was."""
        assert self.framework
        original, (content, _above) = self.framework, self.tree.in_hand()
        try:
            own = library_edit.copy(self._desk, original.key, original.version)
        except UserError as error:
            self._say(self._t.explain(error))
            return
        self.changed.emit()
        here = content.key if content else own
        is_competence = isinstance(content, Competence)
        self.show_framework(own, library_edit.in_copy(own, original, here) if is_competence else here)
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

    def _remove(self) -> None:
        assert self.framework
        try:
            removed = library_edit.remove(self._desk, self.framework.key)
        except UserError as error:
            self._say(self._t.explain(error))
            return
        self.removed.emit(removed)

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
            frameworks_io.export(self._desk, self.framework.key, out, self.framework.version)
        except UserError as error:
            self._say(self._t.explain(error))
            return
        self._say(self._t("The framework is in {file}", file=out.name))
