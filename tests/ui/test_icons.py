"""Icons: every one that the code names is there, and each takes the colour it is given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.paths import resource
from app.ui import icons

CODE = Path(icons.__file__).parent
FILES = sorted(path.stem for path in resource("icons").glob("*.svg"))
ALONE = {"arrow-of-field", "tick-on-light", "tick-on-dark"}
"""Drawn by the style sheet, which gives no colour."""


def named() -> set[str]:
    """Every word of the code of the window that is the name of an icon, or that is given where one is taken."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))
    given = re.findall(r'(?:icon|after)="([a-z-]+)"|Icon\([^)]*?"([a-z-]+)"|icons\.draw\(\w+, "([a-z-]+)"', text)
    return {name for names in given for name in names if name}


def test_that_every_icon_named_in_the_code_exists() -> None:
    names = named()
    assert len(names) > 10
    assert names - set(FILES) == set()


@pytest.mark.parametrize("name", FILES)
def test_that_an_icon_can_be_drawn_in_a_colour(qapp: QApplication, name: str) -> None:
    assert QSvgRenderer(str(resource("icons", f"{name}.svg"))).isValid()
    if name in ALONE:
        return
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    icons.draw(painter, name, QRectF(0, 0, 48, 48), QColor("#9A2B1C"))
    painter.end()
    seen = {image.pixelColor(x, y).name() for x in range(48) for y in range(48)}
    assert "#9a2b1c" in seen
    assert "#000000" not in seen


def test_that_an_icon_for_menus_is_sharp_on_fine_screens(qapp: QApplication) -> None:
    made = icons.icon("check", QColor("black"))
    assert not made.isNull()
    assert made.pixmap(18, 18).width() >= 18
