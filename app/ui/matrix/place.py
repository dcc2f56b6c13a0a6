"""The place "present levels": by role, where they are entered, and in views over all roles."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.i18n import Translator
from app.mapping.model import Mapping
from app.services.desk import Desk
from app.ui.invitation import Invitation
from app.ui.matrix.overview import OverviewPage
from app.ui.matrix.role_sheet import RoleSheet, roles_of
from app.ui.matrix.switch import View, ViewSwitch
from app.ui.place import Go, Say
from app.ui.stops import CARDS
from app.ui.theme import Theme
from app.ui.tokens import HEAD
from app.ui.widgets import column, label


class MatrixPlace(QWidget):
    """Competences × people of one role. In owner mode one team; with roles only, head counts by level.

    `part` is the view over all roles that is shown; where levels are entered, it is empty.
    """

    dense = True
    moved = Signal()
    staff_asked = Signal()  # the staff are to assess themselves

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._key, self._say, self._go = theme, t, desk, mapping_key, say, go
        self.sheet: RoleSheet | None = None
        self.overview: OverviewPage | None = None
        self._page = QStackedWidget()
        column(self).addWidget(self._page)
        self._build(desk.cases.load(mapping_key))

    def _build(self, mapping: Mapping) -> None:
        """Where levels are entered, anew."""
        roles = roles_of(mapping)
        self.sheet = RoleSheet(self._theme, self._t, self._desk, mapping, roles, self._say) if roles else None
        if self.sheet:
            self.sheet.staff_asked.connect(self.staff_asked)
            self.sheet.onward.clicked.connect(lambda: self._go(CARDS))
            self.sheet.views.chosen.connect(self.show_view)
        inside = self.sheet or _invitation(self._theme, self._t, self._go)
        while old := self._page.currentWidget():
            self._page.removeWidget(old)
            old.deleteLater()
        self.overview = None
        self._page.addWidget(inside)
        self.setFocusProxy(inside)
        self.moved.emit()

    @property
    def part(self) -> str:
        return self.overview.view.value if self.overview else ""

    def show_at(self, part: str) -> None:
        """Show a view by its name, where there are levels to look at."""
        if self.sheet and part in {view.value for view in View}:
            self.show_view(View(part))

    def show_view(self, view: View) -> None:
        """Look at the levels in another way; the role in hand is as it was when one comes back."""
        self.flush()
        mapping = self._desk.cases.load(self._key)
        by_keys = self._switch is not None and self._switch.in_hand()
        self._take_overview_away()
        if self.sheet and view is View.ROLE:
            self.sheet.show_mapping(mapping)
            self.sheet.views.show_chosen(view)
        else:
            self._add_overview(mapping, view)
        if self._switch and by_keys:
            self._switch.take_focus()
        else:
            self.setFocus()
        self.moved.emit()

    @property
    def _switch(self) -> ViewSwitch | None:
        """The switch that is seen."""
        if self.overview:
            return self.overview.switch
        return self.sheet.views if self.sheet else None

    def _take_overview_away(self) -> None:
        if self.overview and self.sheet:
            self._page.removeWidget(self.overview)
            self.overview.deleteLater()
            self.overview = None
            self.setFocusProxy(self.sheet)

    def _add_overview(self, mapping: Mapping, view: View) -> None:
        self.overview = OverviewPage(self._theme, self._t, mapping, view)
        self.overview.switch.chosen.connect(self.show_view)
        self._page.addWidget(self.overview)
        self._page.setCurrentWidget(self.overview)
        self.setFocusProxy(self.overview)

    def flush(self) -> None:
        """Write the note that is being typed."""
        if self.sheet:
            self.sheet.editor.flush()

    def refresh(self) -> None:
        """Show the store as it is; the cursor stays, unless other roles or people have columns now."""
        mapping = self._desk.cases.load(self._key)
        if not (self.sheet and self.sheet.fits(mapping)):
            self._build(mapping)
            self.setFocus()
        elif self.overview:
            self.show_view(self.overview.view)
        else:
            self.sheet.show_mapping(mapping)


def _invitation(theme: Theme, t: Translator, go: Go) -> QWidget:
    """No need has been chosen: say what is missing and where to get it."""
    sentence = t("No competences have been chosen for any role yet. Choose them first; the levels follow.")
    title = label(theme, t("Present levels"), HEAD)
    return Invitation(theme, title, sentence, t("Choose roles and needs"), lambda: go("needs"))
