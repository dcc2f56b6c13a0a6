"""Beside the question in hand: where its answer leads, and the way to take it back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from app.ui.survey.block import Block
from app.ui.survey.field import Voice
from app.ui.survey.words import leads
from app.ui.tokens import MARGIN, L, S
from app.ui.widgets import Button, column, label, para


class Margin(QWidget):
    """A column as high as the section, with one note that stands where the question in hand does."""

    clear = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self.setFixedWidth(round(MARGIN * voice.theme.zoom))
        self.note = QWidget(self)
        rows = self._rows = column(self.note, (0, L, 0, 0), S)
        rows.addWidget(label(voice.theme, voice.t("Where this answer leads"), weight="semibold", tone="accent"))
        self.leads = para(voice.theme, "")
        rows.addWidget(self.leads)
        self.away = Button(voice.theme, voice.t("Clear the answer"), "link", icon="remove")
        self.away.clicked.connect(self.clear)
        rows.addWidget(self.away)
        rows.addStretch(1)
        self.note.hide()

    def show_block(self, block: Block | None) -> None:
        """Stand beside a question."""
        t = self._voice.t
        self.note.setVisible(block is not None)
        if block:
            self.leads.setText("\n".join(leads(t, block.question)) or t("Background: no result is counted from it."))
            self.away.setVisible(bool(block.stored and block.field and block.field.takes))
            height = self._rows.heightForWidth(self.width())
            top = self.mapFromGlobal(block.mapToGlobal(QPoint())).y()
            self.note.setGeometry(0, top, self.width(), height)
