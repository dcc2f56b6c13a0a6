"""High contrast of the system: its colours, whatever they are, and nothing that cannot be seen on its ground."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui import stops
from app.ui import theme as themes
from app.ui.contrast import palette_of
from app.ui.legibility import contrast, pairs
from app.ui.liking import asks_for_contrast, system_palette
from app.ui.place import HOME
from app.ui.shell import Window
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop

ROLE = QPalette.ColorRole
ROLES = (
    ROLE.Window,
    ROLE.Base,
    ROLE.WindowText,
    ROLE.Text,
    ROLE.Highlight,
    ROLE.HighlightedText,
    ROLE.Link,
    ROLE.PlaceholderText,
)
COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: QColor(*parts))


def system(*colours: str | QColor) -> QPalette:
    """A system's palette: window, fields, text of both, what marks and what is written on it, links, hints."""
    made = QPalette()
    for role, colour in zip(ROLES, colours, strict=True):
        made.setColor(role, QColor(colour))
    return made


BLACK = ("#000000", "#000000", "#FFFFFF", "#FFFFFF", "#FFFF00", "#000000", "#FFFF00", "#C0C0C0")
WHITE = ("#FFFFFF", "#FFFFFF", "#000000", "#000000", "#37006E", "#FFFFFF", "#00009F", "#600000")
DESERT = ("#FFFAEF", "#FFFAEF", "#3D3D3D", "#3D3D3D", "#903909", "#FFF5E3", "#1C5E75", "#4A4A4A")
KNOWN = pytest.mark.parametrize("colours", [BLACK, WHITE, DESERT], ids=["black", "white", "desert"])


@KNOWN
def test_that_everything_can_be_told_from_its_ground(colours: tuple[str, ...]) -> None:
    bad = [pair for pair in pairs(palette_of(system(*colours))) if contrast(pair.fore, pair.ground) < pair.needed]
    assert bad == []


@given(st.tuples(*[COLOURS] * len(ROLES)))
def test_that_it_holds_for_whatever_colours_a_system_gives(colours: tuple[QColor, ...]) -> None:
    bad = [pair for pair in pairs(palette_of(system(*colours))) if contrast(pair.fore, pair.ground) < pair.needed]
    assert bad == []


@KNOWN
def test_that_the_colours_are_those_of_the_system(colours: tuple[str, ...]) -> None:
    window, base, ink, _text, marks, on_mark, _link, hint = colours
    made = palette_of(system(*colours))
    assert (made.paper, made.sheet, made.ink, made.accent) == (window, base, ink, marks)
    assert (made.on_accent, made.ink3) == (on_mark, hint)
    assert {made.urgent.ink, made.watch.ink, made.line, made.rule} == {ink}


def test_that_a_hint_given_half_transparent_is_reckoned_on_its_ground() -> None:
    faint = QColor("#FFFFFF")
    faint.setAlphaF(0.25)
    assert palette_of(system(*BLACK[:-1], faint)).ink3 == "#FFFFFF", "a quarter of white on black cannot be read"
    faint.setAlphaF(0.75)
    assert palette_of(system(*BLACK[:-1], faint)).ink3 == "#BFBFBF"


@pytest.fixture
def high_contrast(qapp: QApplication, theme: Theme) -> Iterator[Theme]:
    """The theme of a system in black and yellow, in force, and the light one again afterwards."""
    high = Theme(palette_of(system(*BLACK)), of_system=True)
    themes.apply(qapp, high)
    qapp.setPalette(system(*BLACK))
    yield high
    themes.apply(qapp, theme)


def test_that_neither_palette_nor_style_sheet_of_our_own_is_in_force(qapp: QApplication, theme: Theme) -> None:
    own = qapp.palette().color(ROLE.Window)
    themes.apply(qapp, Theme(palette_of(system(*BLACK)), of_system=True))
    found = qapp.styleSheet(), qapp.palette()
    themes.apply(qapp, theme)
    assert found[0] == ""
    assert found[1].color(ROLE.Window) != own
    assert found[1] == system_palette(qapp)
    assert not asks_for_contrast(qapp.styleHints()), "there is no system here that asks"


@pytest.mark.parametrize("place", [HOME, stops.NEEDS, stops.MATRIX, stops.RESULTS])
def test_that_a_window_is_painted_in_no_other_colours(
    high_contrast: Theme, qtbot: QtBot, open_desk: OpenDesk, workshop: Workshop, place: str
) -> None:
    desk = open_desk(workshop())
    window = Window(high_contrast, "en", lambda: desk)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.desk is not None)
    window.open("mapping", place)
    qtbot.wait(1)
    seen = _colours(window)
    # Yellow on black: blue never goes above the others but for a slight tint at the edges of letters.
    assert [c.name() for c in seen if c.blue() > max(c.red(), c.green()) + 16] == []
    assert {"#000000", "#ffffff", "#ffff00"} <= {c.name() for c in seen}


def _colours(window: QWidget) -> list[QColor]:
    image = window.grab().toImage()
    names = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    return [QColor(name) for name in names]
