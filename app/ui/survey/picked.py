"""Questions whose answers come from elsewhere: entries of a list, and what is chosen in another place of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.mapping.answers import Value
from app.mapping.survey import SEVERAL, Kept, Question
from app.ui import stops
from app.ui.flow import empty
from app.ui.place import Go
from app.ui.survey.field import Field, Voice
from app.ui.tokens import M, S
from app.ui.widgets import Button, column, line, line_edit, para

Entry = tuple[str, str]
"""The key of an entry, and what it is called."""
_PICKED = {"competences": stops.NEEDS, "cards": stops.CARDS, "priorities": stops.RESULTS}
_KEPT = {Kept.LEVELS: stops.MATRIX, Kept.NEEDS: stops.NEEDS, Kept.CARDS: stops.CARDS, Kept.AGREED: stops.RESULTS}


def place_of(question: Question) -> str:
    """The place of the window where a question is answered; empty when it is answered here."""
    return _PICKED.get(question.pick) or (_KEPT.get(question.kept_as, "") if question.kept_as else "")


def way_to(voice: Voice, place: str, go: Go) -> Button:
    """A button to a place of the window."""
    names = {stop.place: stop.name for stop in stops.stops(voice.t)}
    button = Button(voice.theme, names[place], "quiet", after="arrow-right")
    button.clicked.connect(lambda: go(place))
    return button


class LinkField(Field):
    """Nothing is answered here: the place that does it is one step away."""

    takes = False

    def __init__(self, voice: Voice, question: Question, go: Go) -> None:
        super().__init__()
        self.way = way_to(voice, place_of(question), go)
        row = line(self)
        row.addWidget(self.way)
        row.addStretch(1)
        self.setFocusProxy(self.way)

    def call(self, name: str, description: str) -> None:
        """The button keeps its own name."""
        self.setAccessibleName(name)
        self.describe(" ".join(filter(None, (name, description))))


class ListField(Field):
    """The entries of a list, where nothing is asked for each of them in this section; the way to where they come from.

    With `take_away` entries can be taken away here.
    """

    takes = False

    def __init__(
        self, voice: Voice, question: Question, go: Go, take_away: Callable[[str], None] | None, *, listed: bool
    ) -> None:
        super().__init__()
        self._voice, self._take_away, self._listed = voice, take_away, listed
        self._entries: tuple[Entry, ...] | None = None
        rows = column(self, gap=S)
        self._rows = column(gap=S)
        rows.addLayout(self._rows)
        if place := place_of(question):
            self.way = way_to(voice, place, go)
            row = line()
            row.addWidget(self.way)
            row.addStretch(1)
            rows.addLayout(row)
            self.setFocusProxy(self.way)

    def call(self, name: str, description: str) -> None:
        """The button keeps its own name."""
        self.setAccessibleName(name)
        self.describe(" ".join(filter(None, (name, description))))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show what is in the list now; only that there is nothing, where each entry has questions below."""
        if self._entries == (shown := tuple(entries)):
            return
        self._entries = shown
        empty(self._rows)
        if not shown:
            self._rows.addWidget(para(self._voice.theme, self._voice.t("Nothing yet."), tone="ink3"))
        elif self._listed:
            for number, entry in enumerate(shown, 1):
                self._rows.addWidget(self._entry(number, *entry))

    def _entry(self, number: int, key: str, name: str) -> QWidget:
        theme = self._voice.theme
        made = QWidget()
        row = line(made, gap=M)
        row.addWidget(para(theme, str(number), tone="ink2"))
        row.addWidget(para(theme, name, tone="ink"), 1)
        if take_away := self._take_away:
            away = taking_away(self._voice, name)
            away.clicked.connect(lambda: take_away(key))
            row.addWidget(away)
        return made


def taking_away(voice: Voice, name: str) -> Button:
    """The button that takes an entry away."""
    button = Button(voice.theme, voice.t("Take away"), "link", icon="remove")
    button.setAccessibleName(voice.t("Take away: {name}", name=name))
    return button


class KeyField(Field):
    """Keys of a catalogue, written by hand; several are set apart by commas."""

    def __init__(self, voice: Voice, question: Question) -> None:
        super().__init__()
        self._several = question.kind in SEVERAL
        self.edit = line_edit(voice.theme, "")
        self.edit.setMaximumWidth(round(280 * voice.theme.zoom))
        column(self).addWidget(self.edit)
        self.typed = (self.edit,)
        self.setFocusProxy(self.edit)

    def value(self) -> Value:
        parts = self.edit.text().split(",") if self._several else [self.edit.text()]
        return tuple(part.strip() for part in parts if part.strip())

    def show_value(self, value: Value) -> None:
        self.edit.setText(", ".join(value))
