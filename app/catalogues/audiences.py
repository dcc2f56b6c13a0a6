"""The words by which an offer tells that it is kept for people who are not staff of a company (brief, 4.8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.catalogues.reading import Lies, refuse_twice, validated
from app.languages import LANGUAGES
from app.search.text import normalised
from app.texts import Text

AUDIENCES: Final = "audiences"


@dataclass(frozen=True, slots=True)
class Audiences:
    """`others` tell of people outside companies; where one of `welcome` stands beside them, staff may come, too."""

    others: tuple[str, ...] = ()
    welcome: tuple[str, ...] = ()

    def leave_staff_out(self, for_whom: Text) -> bool:
        """Whether an offer for these people is for others alone; one that does not say is for everybody."""
        if not (for_whom and self.others):
            return False
        said = normalised(" ".join(for_whom.get(language) for language in LANGUAGES))
        return any(word in said for word in self.others) and not any(word in said for word in self.welcome)


def load_audiences(lies: Lies) -> Audiences:
    """The words of all audiences; each key is there once."""
    from app.catalogues import audiences_shape as shape

    path = lies(f"{AUDIENCES}.yaml")
    read = validated(path, shape.Audiences)
    refuse_twice(path, "audiences", "key", [audience.key for audience in read.audiences])
    others = (word for audience in read.audiences for word in audience.words)
    return Audiences(tuple(map(normalised, others)), tuple(map(normalised, read.welcome)))
