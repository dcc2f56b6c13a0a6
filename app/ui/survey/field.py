"""What takes an answer, and how it speaks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.mapping.answers import Value
from app.mapping.survey import Phrase, Variant
from app.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Voice:
    """How a survey is shown: `t` speaks for the program, the variant is that of the survey's own texts."""

    theme: Theme
    t: Translator
    variant: Variant

    def says(self, phrase: Phrase) -> str:
        return phrase.said(self.variant).text


class Field(QWidget):
    """Takes the answer to one question.

    `answered` says that it was chosen, and is to be written at once; `refused` why what was pressed was not taken.

    `typed` are the fields that are written when one leaves them. The focus proxy is where one begins. One
    that does not take the answer shows what is answered elsewhere.
    """

    answered = Signal()
    refused = Signal(UserError)
    typed: tuple[QWidget, ...] = ()
    takes = True

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> Value:
        """What is shown, () for nothing; a UserError when it cannot be read."""
        return ()

    def show_value(self, value: Value) -> None:
        """Show an answer that is stored."""

    def call(self, name: str, description: str) -> None:
        """Name what takes the focus, for those who do not see the question above it."""
        target = self.focusProxy() or self
        target.setAccessibleName(name)
        target.setAccessibleDescription(description)

    def describe(self, description: str) -> None:
        """What there is to know about the answer, for those who do not see it below the question."""
        target = self.focusProxy() or self
        target.setAccessibleDescription(description)
