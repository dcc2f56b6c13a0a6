"""A qualification that is known by the register alone: what it is, and how to get its requirements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.catalogues.qualifications import Qualification
from app.i18n import Translator
from app.services import catalogues, libraries
from app.ui.flow import FlowLayout
from app.ui.library.reading import Reading
from app.ui.theme import Theme
from app.ui.tokens import M, S
from app.ui.widgets import Button, column
from app.wording.register import qualification_told

if TYPE_CHECKING:
    from app.services.desk import Desk


class RegisterPage(QWidget):
    """`back` asks for the list, and so do Backspace and Esc; `asked` for what to look for over the network."""

    back = Signal()
    asked = Signal(str)

    def __init__(self, theme: Theme, t: Translator, desk: Desk) -> None:
        super().__init__()
        self._t, self._desk, self._name = t, desk, ""
        self.leave = Button(theme, t("All frameworks"), "link", icon="arrow-left")
        self.leave.clicked.connect(self.back)
        self.online = Button(theme, t("Look for it in ePerusteet (network)"), icon="arrow-down")
        self.online.clicked.connect(lambda: self.asked.emit(self._name))
        self.reading = Reading(theme, t("About what is in hand"), "")
        head = QWidget()
        row = FlowLayout(head, gap=M, line_gap=S)
        for act in (self.leave, self.online):
            row.addWidget(act)
        rows = column(self, gap=S)
        rows.addWidget(head)
        rows.addWidget(self.reading, 1)
        self.setFocusProxy(self.reading)

    def show_qualification(self, qualification: Qualification) -> None:
        """Tell what the register says of it."""
        t, self._name = self._t, self._t.said(qualification.name)
        profile = next((each for each in libraries.packs() if each.key == qualification.profile), None)
        checked = t.day(catalogues.qualifications(self._desk).about.checked)
        self.reading.show_told(qualification_told(t, qualification, t.said(profile.name) if profile else "", checked))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
            self.back.emit()
        else:
            super().keyPressEvent(event)
