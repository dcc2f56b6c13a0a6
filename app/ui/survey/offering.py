"""The surveys there are, before one has begun."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.texts import Text
from app.ui.home.door import Door, Doors
from app.ui.survey.field import Voice
from app.ui.tokens import DISPLAY, LEAD, XL, XXL, L
from app.ui.widgets import Button, column, para

if TYPE_CHECKING:
    from app.services.desk import Desk


class Offering(QWidget):
    """Three doors, and below them surveys of one's `own`, by key and name.

    `running` is the key of the survey in hand, from which the others go on.
    """

    def __init__(
        self,
        voice: Voice,
        own: Sequence[tuple[str, Text]],
        begin: Callable[[str], None],
        running: str,
        back: Callable[[], None],
    ) -> None:
        super().__init__()
        t, theme = voice.t, voice.theme
        rows = self._rows = column(self, (56, XXL, XXL, XL))
        rows.addWidget(para(theme, t("Which survey?"), DISPLAY, "ink", "light"))
        rows.addSpacing(L)
        words = t("Everything can be left open. What is answered in one survey is taken along to the next.")
        rows.addWidget(para(theme, words))
        rows.addSpacing(XL)
        self._add_doors(voice, begin, running)
        self._add_own(voice, own, begin)
        if running:
            self.back = Button(theme, t("Go on with the survey in hand"), "link", icon="arrow-left")
            self.back.clicked.connect(back)
            rows.addWidget(self.back)
        rows.addStretch(1)
        self.setFocusProxy(self.doors["quick"])

    def _add_doors(self, voice: Voice, begin: Callable[[str], None], running: str) -> None:
        self.doors = {key: _door(voice, key, number, running) for number, key in enumerate(KEYS, 1)}
        for key, door in self.doors.items():
            door.clicked.connect(partial(begin, key))
        self._rows.addWidget(Doors(voice.theme, (*self.doors.values(),)))
        self._rows.addSpacing(L)

    def _add_own(self, voice: Voice, own: Sequence[tuple[str, Text]], begin: Callable[[str], None]) -> None:
        if own:
            self._rows.addWidget(para(voice.theme, voice.t("Imported surveys"), LEAD, "ink", "semibold"))
        names = {key: name.said(voice.t.language).text for key, name in own}
        self.own = {key: Button(voice.theme, name, "link", icon="document") for key, name in names.items()}
        for key, button in self.own.items():
            button.clicked.connect(partial(begin, key))
            self._rows.addWidget(button)
        self._rows.addSpacing(L)


def imported(desk: Desk) -> list[tuple[str, Text]]:
    """Surveys that were imported, each once, with the name of its newest version."""
    names: dict[str, Text] = {}
    for survey in desk.library.surveys():
        names.setdefault(survey.key, survey.name)
    return [(key, name) for key, name in names.items() if key not in KEYS]


KEYS = ("quick", "self", "visit")
"""The surveys that come with the program, from the shortest on."""
_ICONS = {"quick": "clock", "self": "person", "visit": "briefcase"}


def _door(voice: Voice, key: str, number: int, running: str) -> Door:
    t = voice.t
    names = {"quick": t("Quick scan"), "self": t("Self-assessment"), "visit": t("Company visit")}
    texts = {
        "quick": t("Twelve questions about the company, and what they come to."),
        "self": t("The owner answers alone, at their own pace. A visit can go on from it."),
        "visit": t("The consultant and the owner map the competence at one table."),
    }
    facts = {
        "quick": (t("10 min"), t("result in words")),
        "self": (t("30 min"), t("development plan")),
        "visit": (t("90 min"), t("development plan")),
    }
    text = texts[key]
    if key == running:
        text = t("{text} This one is in hand.", text=text)
    elif running:
        text = t("{text} It goes on from what you have answered.", text=text)
    return Door(voice.theme, str(number), _ICONS[key], names[key], text, facts[key])
