"""What the person who has the laptop sees: a welcome, one competence at a time, and the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import Translator
from app.mapping.model import RoleNeed
from app.texts import Text
from app.ui.scrolling import Scroll
from app.ui.staff.choice import ChoiceButton
from app.ui.theme import Theme
from app.ui.tokens import BODY, DISPLAY, HEAD, LEAD, NOTE, XL, XS, L, M, S
from app.ui.widgets import ALIGN, Button, column, label, line, para
from app.wording import staff as words
from app.wording.staff import SIGNS, Sign

WIDTH: Final = 760  # pixels of a line of text at 100 %
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Page(QWidget):
    """A column at the middle of the window, scrolled where there is no room; `focus` is where the keys go first."""

    def __init__(self, theme: Theme, title: str, size: float = DISPLAY) -> None:
        super().__init__()
        self.theme = theme
        inner = QWidget()
        inner.setMaximumWidth(round(WIDTH * theme.zoom))
        self.rows: QVBoxLayout = column(inner, gap=M)
        self.title = para(theme, title, size, "ink", "light" if size == DISPLAY else "semibold")
        self.rows.addWidget(self.title)
        self._scroll = _scrolled(inner)
        column(self).addWidget(self._scroll, 1)
        self.focus: QWidget = self

    def say(self, text: str, size: float = LEAD) -> None:
        self.rows.addWidget(para(self.theme, text, size))

    def act(self, text: str, act: Callable[[], None], *, first: bool = False) -> Button:
        """A button under what is said; the first is what Enter does."""
        button = Button(self.theme, text, "primary" if first else "quiet")
        button.clicked.connect(lambda _on: act())
        self.rows.addWidget(button)
        if first:
            self.focus = button
        return button

    def close_up(self) -> None:
        """All that is to be said is said: the rest of the column is empty."""
        self.rows.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the button says that has the focus."""
        button = self.focusWidget()
        if event.key() in _ENTER and isinstance(button, Button):
            button.click()
        else:
            super().keyPressEvent(event)


def _scrolled(inner: QWidget) -> Scroll:
    """A column at the middle of what is as wide as the window."""
    middle = QWidget()
    across = line(middle, (XL, L, XL, L))
    across.addStretch(1)
    across.addWidget(inner, 1_000)
    across.addStretch(1)
    return Scroll(middle)


class QuestionPage(Page):
    """One competence. Digits, "?" and "-" answer, Enter goes on, Backspace goes back; a click answers, too."""

    answered = Signal(str)
    forward = Signal()
    backward = Signal()

    def __init__(self, theme: Theme, t: Translator, need: RoleNeed, sign: Sign | None, *, plain: bool) -> None:
        super().__init__(theme, t.said(need.name), HEAD)
        self._t = t
        self.focus = self
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(t.said(need.name))
        self.setAccessibleDescription(t.said(need.description))
        if need.description:
            self.say(t.said(need.description))
        self.rows.addWidget(label(theme, words.question(t, plain=plain), BODY, "semibold", "ink2"))
        self.choices = [self._choice(sign, need, plain=plain) for sign in SIGNS]
        self.rows.addLayout(self._laid_out())
        self.rows.addWidget(self._foot())
        self.close_up()
        self.show_answer(sign)

    def _choice(self, sign: Sign, need: RoleNeed, *, plain: bool) -> ChoiceButton:
        level = words.level_of(sign)
        anchor = need.anchors[level] if level is not None and level < len(need.anchors) else Text()
        made = ChoiceButton(self.theme, sign, words.choice(self._t, sign, plain=plain), self._t.said(anchor))
        made.clicked.connect(lambda _on: self.answered.emit(sign))
        return made

    def _laid_out(self) -> QVBoxLayout:
        """The levels one under another, and side by side what is no level."""
        choices, others = column(gap=S), line(gap=S)
        for choice in self.choices:
            (choices if words.level_of(choice.sign) is not None else others).addWidget(choice)
        choices.addLayout(others)
        return choices

    def _foot(self) -> QWidget:
        t = self._t
        self.back = Button(self.theme, t("Back"), icon="arrow-left")
        self.back.clicked.connect(self.backward)
        self.next = Button(self.theme, t("Next"), "primary", key=t("Enter"))
        self.next.clicked.connect(self.forward)
        self.saved = para(self.theme, "", BODY)
        self.saved.setAlignment(ALIGN.AlignRight | ALIGN.AlignVCenter)
        foot = QWidget()
        rows = column(foot, (0, S, 0, 0), XS)
        row = line(gap=M)
        row.addWidget(self.back)
        row.addWidget(self.saved, 1)
        row.addWidget(self.next)
        rows.addLayout(row)
        keys = t("Keys: 0–4, ? and - answer, Enter goes on, Backspace goes back.")
        rows.addWidget(para(self.theme, keys, NOTE, "ink3"))
        return foot

    def show_answer(self, sign: Sign | None) -> None:
        """Show what is kept; without a sign nothing is."""
        for choice in self.choices:
            choice.setChecked(choice.sign == sign)
            if choice.isChecked():
                self._scroll.ensureWidgetVisible(choice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        focused = self.focusWidget()
        if text and text in SIGNS:
            self.answered.emit(text)
        elif event.key() == Qt.Key.Key_Backspace:
            self.backward.emit()
        elif event.key() in _ENTER and not isinstance(focused, Button):
            self.forward.emit()
        else:
            super().keyPressEvent(event)


def welcome(theme: Theme, t: Translator, whose: str, count: int, begin: Callable[[], None], *, plain: bool) -> Page:
    """The first thing a person sees: whether it is their turn, what is asked and who sees it."""
    page = Page(theme, t("This is for {person}", person=whose))
    page.say(t.n("There is {n} question about your work.", "There are {n} questions about your work.", count))
    page.say(words.privacy(t, plain=plain))
    page.rows.addSpacing(M)
    page.act(t("Begin"), begin, first=True)
    page.close_up()
    return page


def review(
    theme: Theme, t: Translator, answered: int, count: int, again: Callable[[], None], done: Callable[[], None]
) -> Page:
    """After the last question, while the person can still go back."""
    page = Page(theme, t("You have answered {n} of {of}", n=answered, of=count))
    page.say(t("When you are done, your answers are put away. You cannot see them here after that."))
    page.rows.addSpacing(M)
    page.act(t("I am done"), done, first=True)
    page.act(t("Look at my answers again"), again)
    page.close_up()
    return page


def thanks(theme: Theme, t: Translator, give_back: Callable[[], None]) -> Page:
    """The end; no way leads back to the answers."""
    page = Page(theme, t("Thank you"))
    page.say(t("Your answers are saved. Give the laptop back to your supervisor."))
    page.rows.addSpacing(M)
    page.act(t("I am the supervisor"), give_back, first=True)
    page.close_up()
    return page
