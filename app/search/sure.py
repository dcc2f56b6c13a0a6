"""Words that surely are what somebody types: those that begin with it or hold it, or that it is a slip of the pen for.

Letters in common are not enough: svets and svenska share three. How much may be miswritten hangs on how long a word is,
and its first letter is believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from app.languages import Language
from app.search.letters import Letters, having
from app.search.lists import places_of
from app.search.text import pieces, stem
from app.search.variants import root

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BEGINNING: Final[dict[Language, int]] = {"fi": 4, "sv": 3, "en": 4}
"""Letters of a stem that begins words that are made of it. Swedish keeps short ones whole: bilar, bilmekaniker."""
_WORD, _PART = 4, 5
"""Letters of what may stand at the end of a word, and anywhere in it; fewer come by chance."""
_SLIPS: Final = ((8, 2), (4, 1))
"""In words of so many letters so many slips are forgiven, and in shorter ones none."""
_LONG: Final = _SLIPS[0][0]
_LIKELIEST: Final = 25
"""Words whose spelling is looked at for slips: those with most letters in common."""


def is_known(known: Letters, word: str) -> bool:
    """Whether any word is this one, begins with it or holds it."""
    return len(_holding(known, word)) > 0


def kin(known: Letters, word: str, language: Language) -> NDArray[Any]:
    """The numbers of words that hold the root of a word, begin with its stem or, if it is short, end in it."""
    import numpy as np

    its = stem(word, language)
    begun = _beginning(known, its if len(its) >= _BEGINNING[language] else word)
    if len(word) < _PART:
        return np.concatenate((begun, _ending(known, word)))
    return np.concatenate((begun, _holding(known, word[: max(_PART, len(root(word, language)))])))


def _holding(known: Letters, text: str) -> NDArray[Any]:
    """The numbers of the words that hold a text or, if it is short, begin with it."""
    if len(text) < _PART:
        return _beginning(known, text)
    return _with_all(known, {run for run in pieces(text) if " " not in run})


def _beginning(known: Letters, text: str) -> NDArray[Any]:
    return _with_all(known, {run for run in pieces(text) if not run.endswith(" ")})


def _ending(known: Letters, text: str) -> NDArray[Any]:
    """Those of words that end in what is long enough to be a word of its own."""
    long = len(text) >= _WORD
    return _with_all(known, {run for run in pieces(text) if long and not run.startswith(" ")})


def _with_all(known: Letters, runs: set[str]) -> NDArray[Any]:
    import numpy as np

    if not runs or not runs <= known.runs.keys():
        return np.array([], np.intp)
    return np.flatnonzero(having(known, runs) == len(runs))


def texts_with(known: Letters, numbers: NDArray[Any]) -> NDArray[Any]:
    """1 for every text that has one of these words, and 0 for the others."""
    import numpy as np

    found = np.zeros(len(known.lengths))
    found[known.documents.members[places_of(known.documents, numbers)[0]]] = 1
    return found


def corrected(known: Letters, word: str) -> str:
    """The word that one is most likely a slip for, or what goes on after that; itself where none is near enough."""
    forgiven = next((many for least, many in _SLIPS if len(word) >= least), 0)
    apart = ((_apart(word, other, forgiven), other) for other in _near(known, word, forgiven)) if forgiven else ()
    return min(((many, other) for many, other in apart if many <= forgiven), key=itemgetter(0), default=(0, word))[1]


def _apart(word: str, other: str, most: int) -> int:
    """How many slips lie between two words; a long one may end before the other does."""
    its = other[: len(word) + most] if len(word) >= _LONG else other
    if abs(len(word) - len(its)) > most or len({*word}.difference(its)) > most:
        return most + 1
    return slips(word, its, most, goes_on=its != other)


def _near(known: Letters, word: str, forgiven: int) -> Iterator[str]:
    """Words that begin with the same letter and are not much shorter: those with most letters in common."""
    import numpy as np

    shared = having(known, {run for run in pieces(word) if not run.endswith(" ")})
    long, first = np.diff(known.spelt.bounds) >= len(word) - forgiven, word[0].encode()[0]
    some = np.flatnonzero(long & (shared > 0))
    some = some[known.spelt.members[known.spelt.bounds[some]] == first]
    for number in some[np.argsort(-shared[some], kind="stable")][:_LIKELIEST].tolist():
        yield known.spelt.of(number).tobytes().decode(errors="replace")


def slips(word: str, other: str, most: int, *, goes_on: bool = False) -> int:
    """The fewest letters to be put in, left out, exchanged or swapped with the next one, to make one word of another.

    More than `most` are not counted to the end. Where the other `goes_on`, the word may end before it does, but in the
    same letter as there: or else a slip at the end would make every other ending one.
    """
    before, row = list[int](), list(range(len(other) + 1))
    for at, letter in enumerate(word):
        last, row = row, [at + 1]
        for place, its in enumerate(other):
            least = min(last[place] + (letter != its), last[place + 1] + 1, row[place] + 1)
            if at and place and letter == other[place - 1] and word[at - 1] == its:
                least = min(least, before[place - 1] + 1)
            row.append(least)
        if min(row) > most <= min(last):
            return most + 1
        before = last
    return min((many for many, its in zip(row[1:], other, strict=True) if goes_on and its == word[-1]), default=row[-1])
