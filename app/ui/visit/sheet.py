"""What every page of a visit is made of: its title, how it is done well, blocks of words and ways on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.visit_steps import STEPS
from app.ui.place import Go, Say
from app.ui.section import Section
from app.ui.theme import Theme
from app.ui.ticks import Tick
from app.ui.tokens import COLUMN, HEAD, NOTE, XL, XXL, L, M, S
from app.ui.trying import refusal
from app.ui.visit.steps import HINTS, NAMES, TO, step_of
from app.ui.widgets import Button, ButtonKind, Sheet, column, label, line, para

if TYPE_CHECKING:
    from app.mapping.model import Mapping
    from app.services.desk import Desk

EDGE: Final = 56


@dataclass(frozen=True, slots=True)
class Bench:
    """What a page works with. `anew` shows the page as the store has it; `kept` is what is in hand the while."""

    theme: Theme
    t: Translator
    desk: Desk
    key: str
    told: Say
    go: Go
    anew: Callable[[], None]
    kept: dict[str, Any] = field(default_factory=dict)

    def mapping(self) -> Mapping:
        return self.desk.cases.load(self.key)

    def act(self, change: Callable[[], object], done: str) -> None:
        """Change something and say so; what is refused is said, and the page shows what is stored."""
        refused = refusal(self.t, change)
        self.anew()
        self.told(refused or done)

    def keep(self, change: Callable[[], object]) -> None:
        """Store what the page shows already; only when that is refused, it shows what is stored."""
        refused = refusal(self.t, change)
        if refused:
            self.anew()
        self.told(refused or self.t("Saved"))


class Page(QWidget):
    """One column under the name of a step."""

    def __init__(self, bench: Bench, code: str) -> None:
        super().__init__()
        self._bench, self._theme, self._t, self._code = bench, bench.theme, bench.t, code
        self._has_primary = False
        sheet = QWidget()
        sheet.setMaximumWidth(round(COLUMN * self._theme.zoom))
        row = line(self, (EDGE, XL, XXL, XL))
        row.addWidget(sheet, 100)
        row.addStretch(1)
        self.rows = column(sheet, gap=S)
        head = line(gap=M)
        head.addWidget(label(self._theme, self._t(NAMES[code]), HEAD))
        head.addStretch(1)
        minutes = self._t("{n} min", n=step_of(code).minutes)
        head.addWidget(label(self._theme, self._t("{code}, {minutes}", code=code, minutes=minutes), NOTE, tone="ink2"))
        self.rows.addLayout(head)
        self.words(self._t(HINTS[code]))

    def flush(self) -> None:
        """Write what is being typed; on most pages nothing is."""

    def section(self, title: str, remark: str = "") -> None:
        """The heading of a block."""
        self.rows.addSpacing(L)
        self.rows.addWidget(Section(self._theme, title, remark))

    def words(self, text: str, tone: str = "ink2") -> None:
        """A paragraph."""
        self.rows.addWidget(para(self._theme, text, tone=tone))

    def meeting(self, mapping: Mapping) -> None:
        """The next meeting: its day, and what is noted of it, which is a sentence of its own."""
        t, day = self._t, mapping.next_meeting
        self.section(t("Next meeting"))
        said = (t.day(day), mapping.next_meeting_note) if day else (t("No day is agreed yet."),)
        self.words(". ".join(filter(None, said)), "ink")

    def points(self, texts: Iterable[str]) -> None:
        """Short paragraphs in a list."""
        for text in texts:
            row = line(gap=S)
            dash = para(self._theme, "–")
            dash.setFixedWidth(dash.sizeHint().width())
            row.addWidget(dash)
            row.addWidget(para(self._theme, text, tone="ink"), 1)
            self.rows.addLayout(row)

    def text(self, name: str, text: str) -> None:
        """A ready text on a sheet of its own, to read or to copy."""
        sheet = Sheet(self._theme)
        inside = column(sheet, (L, M, L, M))
        shown = para(self._theme, text, tone="ink")
        shown.setAccessibleName(name)
        inside.addWidget(shown)
        self.rows.addWidget(sheet)
        self.button(self._t("Copy text"), lambda: self._copy(text), icon="document").setAccessibleName(
            self._t("{what}: copy text", what=name)
        )

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._bench.told(self._t("Copied. Paste it where you write."))

    def button(self, words: str, do: Callable[[], object], *, primary: bool = False, icon: str = "") -> Button:
        """Something to do here."""
        self._has_primary = self._has_primary or primary
        made = Button(self._theme, words, "primary" if primary else "quiet", icon=icon)
        made.clicked.connect(do)
        self.rows.addWidget(made)
        return made

    def way(self, words: str, to: str) -> None:
        """A way to where it is done."""
        made = Button(self._theme, words, "link", after="arrow-right")
        made.clicked.connect(lambda: self._bench.go(to))
        self.rows.addWidget(made)

    def tick(self, words: str, *, on: bool) -> Tick:
        """Something to tick."""
        made = Tick(self._theme, words, on=on)
        self.rows.addWidget(made)
        return made

    def end(self) -> None:
        """The way on to the next step."""
        codes = [step.code for step in STEPS]
        self.rows.addSpacing(XL)
        if self._code != codes[-1]:
            code = codes[codes.index(self._code) + 1]
            name = f"{code} {self._t(NAMES[code])}"
            kind: ButtonKind = "quiet" if self._has_primary else "primary"
            onward = Button(self._theme, self._t("Next: {name}", name=name), kind, after="arrow-right")
            onward.clicked.connect(lambda: self._bench.go(TO[code]))
            self.rows.addWidget(onward)
        self.rows.addStretch(1)
