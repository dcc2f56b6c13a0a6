"""Design tokens: the only place where a colour, a size or a distance of the screen is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from app.mapping.model import Band


class BandColours(NamedTuple):
    """`ink` for the word, icon and bar of a band; `wash` for the ground under its pattern."""

    ink: str
    wash: str


class Palette(NamedTuple):
    """Colours as #RRGGBB, named by what they are for."""

    name: str
    paper: str  # the window
    sheet: str  # a sheet lying on it: fields, options, doors
    sunk: str  # under the pointer, quiet grounds
    ink: str  # text
    ink2: str  # secondary text
    ink3: str  # hints, units, stale facts: still 4.5:1
    line: str  # decoration, never the only edge of a control
    rule: str  # edge of a control or an indicator: 3:1
    accent: str  # the program: focus, chosen, here
    accent_hover: str
    on_accent: str
    accent_wash: str
    urgent: BandColours
    important: BandColours
    watch: BandColours
    in_order: BandColours
    not_assessed: BandColours
    level: tuple[str, str, str, str, str]  # grounds of the level cells 0…4

    def band(self, band: Band) -> BandColours:
        """Colours of a band."""
        colours: BandColours = getattr(self, band.value)
        return colours


LIGHT: Final = Palette(
    name="light",
    paper="#F6F3EB",
    sheet="#FDFBF7",
    sunk="#EEE9DE",
    ink="#1E2422",
    ink2="#4C524E",
    ink3="#636760",
    line="#DDD6C7",
    rule="#857F72",
    accent="#0F5257",
    accent_hover="#0A3F43",
    on_accent="#FDFBF7",
    accent_wash="#E1EBE7",
    urgent=BandColours("#9A2B1C", "#F7E4DC"),
    important=BandColours("#7A5000", "#F6EAD0"),
    watch=BandColours("#3E5878", "#E5EAF0"),
    in_order=BandColours("#3C6337", "#E6EDDE"),
    not_assessed=BandColours("#636760", "#F6F3EB"),
    level=("#FDFBF7", "#EDF2EE", "#DDE9E5", "#C8DDD8", "#ABCCC7"),
)

DARK: Final = Palette(
    name="dark",
    paper="#191B1A",
    sheet="#212423",
    sunk="#2A2E2C",
    ink="#ECE8DE",
    ink2="#BFBBB0",
    ink3="#A19E94",
    line="#383C39",
    rule="#7F7E76",
    accent="#7CC7C1",
    accent_hover="#9AD8D3",
    on_accent="#0E2220",
    accent_wash="#213634",
    urgent=BandColours("#F09A85", "#3D2620"),
    important=BandColours("#E2B763", "#38301D"),
    watch=BandColours("#A4BEDD", "#252E39"),
    in_order=BandColours("#A3C99B", "#263224"),
    not_assessed=BandColours("#A19E94", "#191B1A"),
    level=("#212423", "#22302F", "#243E3C", "#284D4A", "#2E5E5A"),
)

# Type in points: notes and units, reading, questions and row names, block titles, page titles, one a screen.
NOTE: Final = 9.0
BODY: Final = 10.5
LEAD: Final = 12.0
TITLE: Final = 15.0
HEAD: Final = 20.0
DISPLAY: Final = 28.0

# Space in pixels.
XS: Final = 4
S: Final = 8
M: Final = 12
L: Final = 16
XL: Final = 24
XXL: Final = 32

RADIUS: Final = 6
CELL_RADIUS: Final = 3
RAIL: Final = 248
RAIL_SLIM: Final = 64
COLUMN: Final = 640  # reading column of a form
MARGIN: Final = 264  # margin column, where the program concludes something
