"""How, when and for how much a toteutus is taught: the code lists of Opintopolku in our words."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from app.languages import LANGUAGES
from app.offers.codes import bare
from app.offers.model import Mode, Time
from app.offers.readers.opintopolku_shape import Code, Education, Season, Teaching
from app.texts import Text

_LANGUAGES: Final = {
    "1": ("fi",),
    "2": ("sv",),
    "3": ("fi", "sv"),
    "4": ("en",),
    "5": ("se",),
}
_MODES: Final[dict[str, tuple[Mode, ...]]] = {
    "1": ("onsite",),
    "2": ("online",),
    "3": ("online",),
    "4": ("blended",),
    "6": ("workplace",),
}
"""5, independent study, says nothing of a place."""
_TIMES: Final[dict[str, tuple[Time, ...]]] = {
    "1": ("day",),
    "2": ("evening",),
    "3": ("weekend",),
    "4": ("day", "evening"),
    "5": ("own_pace",),
}


def taught(education: Education) -> dict[str, Any]:
    """The fields of an offer that say how it is taught."""
    teaching = education.metadata.teaching
    seasons = _seasons(education)
    starts = {season.start.date() for season in seasons if season.start}
    ends = {season.end.date() for season in seasons if season.end}
    return {
        "languages": _meant(_LANGUAGES, teaching.languages),
        "mode": _meant(_MODES, teaching.modes),
        "time": _meant(_TIMES, teaching.times),
        "price_eur": _price(teaching),
        "price_note": teaching.fee_note.text,
        "start": starts.pop() if len(starts) == 1 else None,
        "end": ends.pop() if len(ends) == 1 else None,
        "start_words": _season_words(seasons),
    }


def _meant(meanings: dict[str, tuple[Any, ...]], codes: Iterable[Code]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(meaning for code in codes for meaning in meanings.get(bare(code.uri), ())))


def _price(teaching: Teaching) -> Decimal | None:
    """The price in euros. A tuition fee ("lukuvuosimaksu") is asked only of those from outside Europe."""
    if teaching.fee == "maksuton":
        return Decimal(0)
    return None if teaching.price is None or teaching.fee == "lukuvuosimaksu" else Decimal(f"{teaching.price:.2f}")


def _seasons(education: Education) -> list[Season]:
    """When it begins, as the implementation says, or else the rounds of applications to it."""
    teaching = education.metadata.teaching
    own = teaching.begins.model_copy(update={"year": teaching.begins.year or teaching.year})
    return [own] if own.start or _words(own) else [one.begins for one in education.rounds]


def _season_words(seasons: Iterable[Season]) -> Text:
    """Seasons of a year, where no day is said: "Syksy 2027, Kevät 2028"."""
    said = [_words(season) for season in seasons if not season.start]
    return Text(*(", ".join(dict.fromkeys(filter(None, (one.get(each) for one in said)))) for each in LANGUAGES))


def _words(season: Season) -> Text:
    """A season of a year, or what is said of a plan of one's own."""
    name = season.season.name.text or season.name.text
    if not (name and season.year):
        return season.plan.text
    return Text(*(f"{name.get(each)} {season.year}" if name.get(each) else "" for each in LANGUAGES))
