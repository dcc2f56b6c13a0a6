"""What stands round the questions of a section: ways out of it, how far one is, and the switch to plain Finnish."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from app.ui.place import Go, Say
from app.ui.survey.contents import State
from app.ui.survey.field import Voice
from app.ui.survey.hand import Hand
from app.ui.survey.words import Course, answered_of, passed_by
from app.ui.widgets import Button

MOST_LISTED: Final = 60
"""Questions in the list of those left open."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Where a survey leads out of itself.

    `plain` goes over to plain Finnish, or back; `moved` tells that another section is shown.
    """

    told: Say
    go: Go
    offer: Callable[[], None]
    plain: Callable[[], None]
    moved: Callable[[], None]


def state_of(voice: Voice, hand: Hand, course: Course, here: str) -> State:
    """What the contents show while a section is in hand."""
    left_open = passed_by(hand.stand, course.sections)
    listed = [(place, hand.called(voice, place)) for place in left_open[:MOST_LISTED]]
    progress = answered_of(voice.t, course.sections)
    return State(voice.says(hand.survey.name), progress, course.rows, here, listed, len(left_open))


def plain_switch(voice: Voice, switch: Callable[[], None]) -> Button | None:
    """The switch to plain Finnish and back; other languages have no such texts."""
    if voice.t.language != "fi":
        return None
    plain = voice.variant == "plain"
    button = Button(voice.theme, voice.t("Plain language"), "chosen" if plain else "quiet")
    button.setCheckable(True)
    button.setChecked(plain)
    button.clicked.connect(switch)
    return button
