"""Job titles for lists of roles: those of qualifications, and a few that small companies use (brief, 5.3)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.catalogues.model import About
from app.catalogues.reading import Lies, about, broken, refuse_twice, validated
from app.languages import Language
from app.texts import Text

if TYPE_CHECKING:
    from app.catalogues import register_shape as shape

TITLES: Final = "titles"


@dataclass(frozen=True, slots=True)
class JobTitle:
    """`codes` are those of the national list of qualification titles, none for a title of our own.

    `profile` is the key of the sector profile where it is usual, empty when it is usual everywhere; `occupations` are
    the codes of those of ESCO that it is; `working` are the languages whose name is ours.
    """

    name: Text
    codes: tuple[str, ...] = ()
    profile: str = ""
    occupations: tuple[str, ...] = ()
    working: tuple[Language, ...] = ()


@dataclass(frozen=True, slots=True)
class JobTitles:
    about: About
    titles: tuple[JobTitle, ...]

    def usual_in(self, profile: str) -> tuple[JobTitle, ...]:
        """Titles of a sector profile, then those that are usual everywhere."""
        return tuple(t for key in (profile, "") for t in self.titles if t.profile == key)


def load_titles(lies: Lies) -> JobTitles:
    """All titles; each code and each Finnish name is there once."""
    from app.catalogues import register_shape as shape

    path = lies(f"{TITLES}.yaml")
    read = validated(path, shape.JobTitles)
    refuse_twice(path, "titles", "name.fi", [title.name.fi for title in read.titles])
    _refuse_codes(path, read)
    return JobTitles(about(read), tuple(map(_title, read.titles)))


def _refuse_codes(path: Path, read: shape.JobTitles) -> None:
    known = set[str]()
    for place, title in enumerate(read.titles):
        if again := known.intersection(title.codes):
            raise broken(path, f"titles[{place}].codes", min(again))
        known.update(title.codes)


def _title(read: shape.JobTitle) -> JobTitle:
    return JobTitle(
        read.name.text(), tuple(read.codes), read.profile or "", tuple(read.occupations), tuple(read.working)
    )
