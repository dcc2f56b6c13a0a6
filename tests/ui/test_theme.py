"""The theme in force: the bundled typeface, colours from the tokens, and text that grows."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.mapping.model import Band
from app.ui import theme as themes
from app.ui.legibility import INDICATOR, contrast
from app.ui.theme import FAMILY, Theme
from app.ui.tokens import DARK, LIGHT, Palette

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
SAMI_AND_SIGNS = "åäöšžčđŋŧ€–−…↑"


def test_that_the_family_is_the_bundled_one_in_three_weights(theme: Theme) -> None:
    assert FAMILY in QFontDatabase.families()
    widths = {theme.metrics(20, weight).horizontalAdvance("Osaaminen") for weight in ("light", "regular", "semibold")}
    assert len(widths) == 3
    assert QFontInfo(theme.font()).family() == FAMILY


def test_that_the_family_has_the_letters_of_finland(theme: Theme) -> None:
    metrics = QFontMetricsF(theme.font())
    assert [letter for letter in SAMI_AND_SIGNS if not metrics.inFontUcs4(ord(letter))] == []


def test_that_digits_are_of_one_width(theme: Theme) -> None:
    assert len({theme.metrics().horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_that_text_and_rows_grow_together(theme: Theme) -> None:
    large = theme._replace(zoom=2.0)
    assert large.font().pointSizeF() == 2 * theme.font().pointSizeF()
    assert large.height(1, 0) == pytest.approx(2 * theme.height(1, 0), abs=2)


@PALETTES
def test_that_a_colour_goes_by_its_token(palette: Palette) -> None:
    theme = Theme(palette)
    assert theme.colour("ink") == QColor(palette.ink)
    assert theme.colour("urgent") == QColor(palette.urgent.ink)
    assert theme.colour("ink", 40).alpha() == 40
    for band in Band:
        assert theme.band_ink(band) == QColor(palette.band(band).ink)
        assert theme.band_wash(band) == QColor(palette.band(band).wash)


@PALETTES
def test_that_the_style_sheet_has_no_colour_of_its_own(palette: Palette) -> None:
    found = set(re.findall(r"#[0-9A-Fa-f]{6}", themes.style_sheet(palette)))
    assert found
    values = repr(palette)
    assert [colour for colour in found if colour not in values] == []


@PALETTES
def test_that_fields_are_drawn_on_the_sheet_with_an_edge_that_shows(
    qapp: QApplication, qtbot: QtBot, palette: Palette
) -> None:
    themes.load_fonts()
    themes.apply(qapp, Theme(palette))
    field = QLineEdit("x")
    qtbot.addWidget(field)
    field.resize(200, field.sizeHint().height())
    with qtbot.waitExposed(field):
        field.show()
    image = field.grab().toImage()
    assert image.pixelColor(100, image.height() // 2) == QColor(palette.sheet)
    assert contrast(image.pixelColor(100, 0).name(), palette.sheet) >= INDICATOR


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox])
def test_that_fields_of_one_line_are_of_one_height(theme: Theme, qtbot: QtBot, kind: type[QWidget]) -> None:
    field, other = kind(), QLineEdit()
    for made in (field, other):
        qtbot.addWidget(made)
        made.ensurePolished()
        made.setFont(theme.font())
    assert field.sizeHint().height() == other.sizeHint().height()


def test_that_a_number_shows_in_its_field(theme: Theme, qtbot: QtBot) -> None:
    field = QSpinBox()
    field.setFixedWidth(60)
    field.setValue(8)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    assert field.lineEdit().width() > 40


def test_that_the_hint_in_a_field_is_as_legible_as_a_note(theme: Theme, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    assert field.palette().color(QPalette.ColorRole.PlaceholderText) == QColor(LIGHT.ink3)


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox, QPlainTextEdit])
def test_that_the_focus_shows(theme: Theme, qtbot: QtBot, kind: type[QWidget]) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field = kind(page)
    field.resize(200, 60)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    field.clearFocus()
    without = field.grab().toImage().pixelColor(100, 0)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.qWait(1)
    assert field.grab().toImage().pixelColor(100, 0) == QColor(LIGHT.accent)
    assert without == QColor(LIGHT.rule)


@PALETTES
def test_that_a_ticked_box_bears_a_tick(qtbot: QtBot, qapp: QApplication, palette: Palette) -> None:
    """A box filled with colour alone would say nothing to whoever does not tell the colours apart."""
    theme = Theme(palette)
    themes.apply(qapp, theme)
    box = QCheckBox("")
    qtbot.addWidget(box)
    box.setChecked(True)
    with qtbot.waitExposed(box):
        box.show()
    seen = box.grab().toImage()
    colours = {seen.pixelColor(x, y).name().upper() for x in range(seen.width()) for y in range(seen.height())}
    assert {palette.accent.upper(), palette.on_accent.upper()} <= colours
