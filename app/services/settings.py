"""What the program remembers of how a person likes it: language, theme, text size, window. No answers, no names."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, get_args

from app.languages import LANGUAGES, Language
from app.paths import DataFolder

ThemeName = Literal["system", "light", "dark"]
SMALLEST_TEXT, LARGEST_TEXT = 100, 200
USUAL_EPERUSTEET = "https://virkailija.opintopolku.fi/eperusteet-service"
USUAL_OPINTOPOLKU = "https://opintopolku.fi/konfo-backend"


class Settings(NamedTuple):
    """`text_size` is in per cent, 100…200; `window` is the window's own encoded state, empty when it has none.

    `in_hand` is the key of the mapping that is open and `at` where in it: both empty after a clean end. `eperusteet`
    and `opintopolku` are addresses of the public services that are asked for updates; empty is the usual one.
    """

    language: Language | None = None
    theme: ThemeName = "system"
    text_size: int = SMALLEST_TEXT
    window: str = ""
    in_hand: str = ""
    at: str = ""
    eperusteet: str = ""
    opintopolku: str = ""


def load(folder: DataFolder) -> Settings:
    """The settings of a data folder; what is missing or makes no sense is as at the first start."""
    import json  # at the first start there is nothing to read

    try:
        value = json.loads(folder.settings.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return _understood(value) if isinstance(value, dict) else Settings()


def _understood(value: dict[str, Any]) -> Settings:
    themes: tuple[ThemeName, ...] = get_args(ThemeName)
    size, window, in_hand, at = (value.get(name) for name in ("text_size", "window", "in_hand", "at"))
    eperusteet, opintopolku = value.get("eperusteet"), value.get("opintopolku")
    return Settings(
        language=next((name for name in LANGUAGES if name == value.get("language")), None),
        theme=next((name for name in themes if name == value.get("theme")), "system"),
        text_size=size if isinstance(size, int) and SMALLEST_TEXT <= size <= LARGEST_TEXT else SMALLEST_TEXT,
        window=window if isinstance(window, str) else "",
        in_hand=in_hand if isinstance(in_hand, str) else "",
        at=at if isinstance(at, str) else "",
        eperusteet=eperusteet if isinstance(eperusteet, str) else "",
        opintopolku=opintopolku if isinstance(opintopolku, str) else "",
    )


def save(folder: DataFolder, settings: Settings) -> None:
    """Keep the settings; a UserError says why it could not be done."""
    import json

    from app.files.writing import write_file  # it costs start-up, and settings are read long before they are kept

    write_file(folder.settings, json.dumps(settings._asdict(), indent=1).encode())
