"""What a quick scan comes to: words, the three most pressing themes, and what to do about them; never the number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.mapping.interview import Place
from app.mapping.interview_scan import ScanResult, ThemeNeed
from app.mapping.survey import Link
from app.ui import stops
from app.ui.flow import FlowLayout
from app.ui.place import LIBRARY, Go
from app.ui.survey.field import Voice
from app.ui.tokens import DISPLAY, HEAD, LEAD, TITLE, XL, XXL, L, M, S
from app.ui.widgets import ALIGN, Button, Hair, column, label, line, para
from app.wording.words import capital


@dataclass(frozen=True, slots=True)
class After:
    """Where a result leads."""

    go: Go
    visit: Callable[[], None]
    question: Callable[[Place], None]


class Result(QWidget):
    """The result of a quick scan, or the way to what is still open."""

    def __init__(self, voice: Voice, result: ScanResult, after: After) -> None:
        super().__init__()
        self._voice, self._after = voice, after
        theme, t = voice.theme, voice.t
        self.rows = column(self)
        self.rows.addWidget(para(theme, t("Result of the quick scan"), DISPLAY, "ink", "light"))
        self.rows.addSpacing(L)
        if result.words is None:
            self._add_open(result)
        else:
            self._add_words(result)
        self.rows.addStretch(1)

    def _add_open(self, result: ScanResult) -> None:
        t, n = self._voice.t, len(result.open)
        words = t.n(
            "{n} question is still open. The result is told once it is answered.",
            "{n} questions are still open. The result is told once they are answered.",
            n,
        )
        self.rows.addWidget(para(self._voice.theme, words, LEAD, "ink"))
        self.rows.addSpacing(M)
        self.onward = Button(self._voice.theme, t("To the first of them"), "primary", after="arrow-right")
        self.onward.clicked.connect(lambda: self._after.question(result.open[0]))
        self.rows.addWidget(self.onward)
        self.setFocusProxy(self.onward)

    def _add_words(self, result: ScanResult) -> None:
        assert result.words
        voice, t = self._voice, self._voice.t
        words = para(voice.theme, capital(voice.says(result.words.phrase)), HEAD, "accent", "semibold")
        self.rows.addWidget(words)
        self.rows.addSpacing(XL)
        if result.top:
            self.rows.addWidget(label(voice.theme, t("Look at these first"), TITLE))
        for number, need in enumerate(result.top, 1):
            self.rows.addSpacing(M)
            self.rows.addWidget(self._theme_block(number, need))
        self.rows.addSpacing(XXL)
        self.onward = Button(voice.theme, t("Go on with a company visit"), "primary", after="arrow-right")
        self.onward.clicked.connect(self._after.visit)
        self.paper = Button(voice.theme, t("Result on paper"), "link", icon="document")
        self.paper.clicked.connect(lambda: self._after.go(f"{stops.PREVIEW}#scan"))
        ways = QWidget()
        laid = FlowLayout(ways, gap=M, line_gap=S)
        laid.addWidget(self.onward)
        laid.addWidget(self.paper)
        self.rows.addWidget(ways)
        self.setFocusProxy(self.onward)

    def _theme_block(self, number: int, need: ThemeNeed) -> QWidget:
        """A theme with its hints, and where they lead."""
        voice, made = self._voice, QWidget()
        rows = column(made, gap=S)
        rows.addWidget(Hair(voice.theme))
        rows.addSpacing(S)
        body = column(gap=S)
        body.addWidget(para(voice.theme, voice.says(need.theme.phrase), LEAD, "ink", "semibold"))
        for hint in need.hints:
            body.addWidget(para(voice.theme, voice.says(hint.phrase), tone="ink"))
        body.addWidget(self._ways(need))
        row = line(gap=M)
        row.addWidget(label(voice.theme, str(number), HEAD, "light", "ink2"), 0, ALIGN.AlignTop)
        row.addLayout(body, 1)
        rows.addLayout(row)
        return made

    def _ways(self, need: ThemeNeed) -> QWidget:
        """Where the hints of a theme lead, each place once."""
        made = QWidget()
        laid = FlowLayout(made, gap=S, line_gap=S)
        for link in dict.fromkeys(hint.link for hint in need.hints):
            if way := self._way(link):
                way.setAccessibleDescription(self._voice.says(need.theme.phrase))
                laid.addWidget(way)
        return made

    def _way(self, link: Link) -> Button | None:
        """A button to where a hint leads; None where there is no such place."""
        t = self._voice.t
        if link == "offers":
            return self._button(t("Training offers"), lambda: self._after.go(LIBRARY))
        if link == "cards":
            return self._button(t("Cards and permits"), lambda: self._after.go(stops.CARDS))
        return None

    def _button(self, words: str, go: Callable[[], None]) -> Button:
        button = Button(self._voice.theme, words, "quiet", after="arrow-right")
        button.clicked.connect(go)
        return button
