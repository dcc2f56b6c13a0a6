"""What many offers say that a query may ask for besides words, as arrays: filters are answered without the offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from app.offers.ending import last_day
from app.offers.filters import SPOKEN, TOLD, Filter, FilterKind, places, said, values
from app.offers.model import Offer
from app.search.kept import Arrays, of_lists, read, sized, spelt, to_lists
from app.search.lists import Lists, lists, turned

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CALLED: Final = "called:"
"""Begins what is kept of the name of a place."""
_MAYBE: Final = 0.5
"""How far an offer is so that does not tell its price: it comes below what tells it, unless that hardly fits."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Made by `facts`; offers are known by their places, in the order of `keys`.

    `last_days` and `starts` are ordinals of days, as late as can be where none is known. `prices` are in euros, not a
    number where none is known. `values` have numbers, and `having` gives the offers of each. `said` is, for each kind
    of filter that looks into words, the UTF-8 of what each offer says, with a line end after it.
    """

    keys: Sequence[str]
    last_days: NDArray[Any]
    starts: NDArray[Any]
    prices: NDArray[Any]
    values: Mapping[str, int]
    having: Lists
    said: Mapping[FilterKind, Lists]


def facts(offers: Sequence[Offer]) -> Facts:
    """Of each offer what a query may ask for."""
    found = [tuple(_values(offer)) for offer in offers]
    known = {value: number for number, value in enumerate(dict.fromkeys(v for each in found for v in each))}
    return Facts(
        keys=[offer.key for offer in offers],
        last_days=_days(offers, last_day),
        starts=_days(offers, lambda offer: offer.start),
        prices=_prices(offers),
        values=known,
        having=turned(lists(map(known.__getitem__, each) for each in found), len(known)),
        said={kind: _lines([said(offer, kind) for offer in offers]) for kind in SPOKEN},
    )


def _values(offer: Offer) -> Iterator[str]:
    for kind in TOLD:
        yield from (f"{kind}:{value}" for value in sorted(values(offer, kind)))
    yield from (f"{_CALLED}{name}" for name in sorted(places(offer)))


def _lines(said: Iterable[str]) -> Lists:
    import numpy as np

    lines = [f"{each}\n".encode() for each in said]
    bounds = np.array(list(accumulate(map(len, lines), initial=0)), np.int64)
    return Lists(bounds, np.frombuffer(b"".join(lines), np.uint8))


def _days(offers: Iterable[Offer], day_of: Callable[[Offer], date | None]) -> NDArray[Any]:
    import numpy as np

    return np.array([(day_of(offer) or date.max).toordinal() for offer in offers], np.int32)


def _prices(offers: Iterable[Offer]) -> NDArray[Any]:
    import numpy as np

    return np.array([float("nan" if offer.price_eur is None else offer.price_eur) for offer in offers], np.float64)


def open_on(known: Facts, today: date) -> NDArray[Any]:
    """Whether each offer is still open."""
    still: NDArray[Any] = known.last_days >= today.toordinal()
    return still


def meeting(known: Facts, asked: Filter) -> NDArray[Any]:
    """How far each offer is so, 0…1. What its source does not say, it is not; but its price may still be low enough."""
    if asked.kind == "price_limit":
        return _up_to(known.prices, float(asked.values[0]))
    return _having(known, asked).astype(float)


def _up_to(prices: NDArray[Any], most: float) -> NDArray[Any]:
    import numpy as np

    return np.where(np.isnan(prices), _MAYBE, prices <= most)


def _having(known: Facts, asked: Filter) -> NDArray[Any]:
    """Whether each offer has one of the values, or says one of the words."""
    import numpy as np

    found = np.zeros(len(known.keys), bool)
    wanted = [f"{asked.kind}:{value}" for value in asked.values]
    if asked.kind == "place":
        wanted += [f"{_CALLED}{word}" for word in asked.words]
    for number in (known.values[value] for value in wanted if value in known.values):
        found[known.having.of(number)] = True
    if asked.kind in known.said:
        found[_saying(known.said[asked.kind], asked.words)] = True
    return found


def _saying(every: Lists, words: Iterable[str]) -> NDArray[Any]:
    """The places of the offers that say one of the words."""
    import numpy as np

    text = every.members.tobytes()
    found = [at for word in words for at in _lines_with(text, word.encode())]
    return np.searchsorted(every.bounds, found, "right") - 1


def _lines_with(text: bytes, word: bytes) -> Iterator[int]:
    """Where a word stands first in each line that has it; far quicker than a regular expression."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, text.index(b"\n", at))


def apart(known: Facts) -> Arrays:
    """All of the facts as named arrays."""
    return {
        "keys": spelt(known.keys),
        "last_days": known.last_days,
        "starts": known.starts,
        "prices": known.prices,
        "values": spelt(known.values),
        **of_lists("having", known.having),
        **{name: each for kind in SPOKEN for name, each in of_lists(kind, known.said[kind]).items()},
    }


def together(arrays: Arrays) -> Facts:
    """The facts that were taken apart. What does not fit together: ValueError or KeyError."""
    keys, known = read(arrays["keys"]), read(arrays["values"])
    return Facts(
        keys=keys,
        last_days=sized(arrays["last_days"], len(keys)),
        starts=sized(arrays["starts"], len(keys)),
        prices=sized(arrays["prices"], len(keys)),
        values={value: number for number, value in enumerate(known)},
        having=to_lists(arrays, "having", len(known), len(keys)),
        said={kind: to_lists(arrays, kind, len(keys), 256) for kind in SPOKEN},
    )
