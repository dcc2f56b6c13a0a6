"""The theme: fonts, palette and the short style sheet, all from tokens. A `Theme` is passed to whoever draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from app.paths import font_file, resource
from app.ui import tokens
from app.ui.tokens import BODY, HEAD, LIGHT, RADIUS, Palette

if TYPE_CHECKING:
    from app.mapping.model import Band

Weight = Literal["light", "regular", "semibold"]

FAMILY: Final = "Source Sans Pro"
# A style sheet takes pictures from files alone, so this arrow has one grey that shows on either sheet.
_DOWN: Final = resource("icons", "arrow-of-field.svg").as_posix()
_WEIGHTS: Final = {
    "light": QFont.Weight.Light,
    "regular": QFont.Weight.Normal,
    "semibold": QFont.Weight.DemiBold,
}


class Theme(NamedTuple):
    """A palette and a text size (1.0 is 100 %).

    With `of_system` the palette is made of the system's own, which is in force, too, and without a style sheet.
    """

    palette: Palette = LIGHT
    zoom: float = 1.0
    of_system: bool = False

    def font(self, size: float = BODY, weight: Weight = "regular") -> QFont:
        """A font of the family in a step of the scale; large sizes are set a touch tighter."""
        font = QFont(FAMILY)
        font.setPointSizeF(size * self.zoom)
        font.setWeight(_WEIGHTS[weight])
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if size >= HEAD:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99)
        return font

    def metrics(self, size: float = BODY, weight: Weight = "regular") -> QFontMetricsF:
        return QFontMetricsF(self.font(size, weight))

    def colour(self, name: str, alpha: int = 255) -> QColor:
        """A palette colour by its token name; the name of a band gives the ink of that band."""
        value = getattr(self.palette, name)
        colour = QColor(value.ink if isinstance(value, tokens.BandColours) else value)
        colour.setAlpha(alpha)
        return colour

    def band_ink(self, band: Band) -> QColor:
        return QColor(self.palette.band(band).ink)

    def band_wash(self, band: Band) -> QColor:
        return QColor(self.palette.band(band).wash)

    def height(self, lines: float = 1, pad: int = 2 * tokens.S, size: float = BODY) -> int:
        """Height of a row with so many lines of text and so much air, in pixels; grows with the text."""
        return round(self.metrics(size).height() * lines + pad)


STYLE: Final = ("-style", "Fusion")
"""Arguments of the application. Asking for the style by a call costs a tenth of the time before the first paint."""


def load_fonts() -> None:
    """Make the family known to Qt; a missing file is an error, not a silent fall-back."""
    for weight in ("Light", "Regular", "Semibold"):
        path = font_file(weight)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path.name)


def apply(app: QApplication, theme: Theme) -> None:
    """Put a theme in force for the whole program."""
    app.setFont(theme.font())
    app.setPalette(QPalette() if theme.of_system else _qt_palette(theme))
    app.setStyleSheet("" if theme.of_system else style_sheet(theme.palette))


def _qt_palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    names = {
        role.Window: "paper",
        role.Base: "sheet",
        role.AlternateBase: "sunk",
        role.Text: "ink",
        role.WindowText: "ink",
        role.Button: "sheet",
        role.ButtonText: "ink",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.PlaceholderText: "ink3",
        role.ToolTipBase: "ink",
        role.ToolTipText: "paper",
        role.Link: "accent",
        role.Mid: "rule",
        role.Midlight: "line",
    }
    palette = QPalette()
    for qt_role, name in names.items():
        palette.setColor(qt_role, theme.colour(name))
    for qt_role in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, qt_role, theme.colour("ink3"))
    return palette


def style_sheet(p: Palette) -> str:
    """What a palette cannot say: edges of fields, arrows and ticks, scroll bars, menus."""
    return _fields(p) + _indicators(p) + _areas(p)


def _fields(p: Palette) -> str:
    """Fields to write in and to choose from; their words begin at one distance from the edge."""
    return f"""
    QLineEdit, QComboBox, QSpinBox, QDateEdit, QPlainTextEdit {{
        background: {p.sheet}; border: 1px solid {p.rule}; border-radius: {RADIUS}px; padding: 7px 9px;
        color: {p.ink}; placeholder-text-color: {p.ink3};
        selection-background-color: {p.accent}; selection-color: {p.on_accent}; }}
    QComboBox {{ padding-left: 11px; combobox-popup: 0; }}
    QSpinBox, QDateEdit {{ padding: 6px 0 5px 0; }}
    QPlainTextEdit {{ padding: 5px 7px; }}
    QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QPlainTextEdit:focus {{
        border: 2px solid {p.accent}; }}
    QLineEdit:focus, QComboBox:focus {{ padding: 6px 8px; }}
    QComboBox:focus {{ padding-left: 10px; }}
    QSpinBox:focus, QDateEdit:focus {{ padding: 5px 0 4px 0; }}
    QPlainTextEdit:focus {{ padding: 4px 6px; }}
    QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled {{ color: {p.ink3}; border-color: {p.line}; }}
    QComboBox::drop-down {{ border: none; width: 1.6em; }}
    QComboBox::down-arrow {{ image: url("{_DOWN}"); width: 0.9em; height: 0.9em; }}
    QComboBox QAbstractItemView {{ background: {p.sheet}; border: 1px solid {p.rule}; padding: 4px; }}
    QComboBox QAbstractItemView::item {{ min-height: 2em; padding: 0 6px; border-radius: 4px; color: {p.ink}; }}
    QComboBox QAbstractItemView::item:selected {{ background: {p.accent_wash}; color: {p.ink}; }}
    QSpinBox QLineEdit, QDateEdit QLineEdit {{ border: none; padding: 0 9px; }}
    QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button {{
        width: 0; border: none; }}
    """


def _indicators(p: Palette) -> str:
    """Boxes and rings to tick. Fusion's own reach only 2.1:1 (light) and 1.1:1 (dark)."""
    tick = resource("icons", f"tick-on-{p.name}.svg").as_posix()
    return f"""
    QCheckBox, QRadioButton {{ spacing: 8px; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px; border: 1px solid {p.rule};
        background: {p.sheet}; }}
    QCheckBox::indicator {{ border-radius: 4px; }}
    QRadioButton::indicator {{ border-radius: 8px; }}
    QCheckBox::indicator:checked, QRadioButton::indicator:checked {{
        background: {p.accent}; border-color: {p.accent}; }}
    QCheckBox::indicator:checked {{ image: url("{tick}"); }}
    QCheckBox::indicator:focus, QRadioButton::indicator:focus {{
        width: 14px; height: 14px; border: 2px solid {p.accent}; }}
    QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus {{ border-color: {p.ink}; }}
    """


def _areas(p: Palette) -> str:
    """Tables, trees, scroll bars, progress, menus and tips."""
    return f"""
    QAbstractItemView {{ background: transparent; border: none; outline: none;
        selection-background-color: {p.accent_wash}; selection-color: {p.ink}; }}
    QHeaderView, QHeaderView::section, QTableCornerButton::section {{ background: transparent; border: none; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QScrollArea[reads="true"] {{ border: 2px solid transparent; border-radius: {RADIUS}px; }}
    QScrollArea[reads="true"]:focus {{ border-color: {p.accent}; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle {{ background: {p.rule}; border-radius: 3px; margin: 2px; }}
    QScrollBar::handle:hover {{ background: {p.ink3}; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QProgressBar {{ background: {p.sunk}; border: none; border-radius: 3px; max-height: 6px; }}
    QProgressBar::chunk {{ background: {p.accent}; border-radius: 3px; }}
    QMenu {{ background: {p.sheet}; border: 1px solid {p.rule}; padding: 4px; }}
    QMenu::item {{ padding: 6px 16px; border-radius: 4px; }}
    QMenu::indicator {{ width: 8px; height: 8px; margin-left: 6px; border-radius: 4px; }}
    QMenu::indicator:checked {{ background: {p.accent}; }}
    QMenu::item:selected {{ background: {p.accent_wash}; color: {p.ink}; }}
    QToolTip {{ background: {p.ink}; color: {p.paper}; border: none; padding: 4px 8px; }}
    """
