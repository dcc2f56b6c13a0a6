"""Many lists of numbers kept one after another, so that numpy can walk through all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Lists:
    """List number n is `members[bounds[n]:bounds[n + 1]]`; there is one bound more than lists."""

    bounds: NDArray[Any]
    members: NDArray[Any]

    def of(self, number: int) -> NDArray[Any]:
        found: NDArray[Any] = self.members[self.bounds[number] : self.bounds[number + 1]]
        return found


def lists(given: Iterable[Iterable[int]]) -> Lists:
    import numpy as np

    whole = [tuple(each) for each in given]
    bounds = np.fromiter(accumulate(map(len, whole), initial=0), np.int64, len(whole) + 1)
    return Lists(bounds, np.fromiter(chain.from_iterable(whole), np.intp, int(bounds[-1])))


def owners(of: Lists) -> NDArray[Any]:
    """For every member the number of the list it stands in."""
    import numpy as np

    return np.repeat(np.arange(len(of.bounds) - 1, dtype=np.intp), np.diff(of.bounds))


def turned(of: Lists, size: int) -> Lists:
    """The other way round: for each of `size` numbers the lists that have it, in their order."""
    import numpy as np

    order = np.argsort(of.members, kind="stable")
    bounds = np.concatenate(([0], np.cumsum(np.bincount(of.members, minlength=size))))
    return Lists(bounds, owners(of)[order])


def summed(of: Lists, values: NDArray[Any], numbers: NDArray[Any] | None = None) -> NDArray[Any]:
    """For each list, or for each of those asked for, the sum of the values of its members; 0 for an empty one."""
    import numpy as np

    if numbers is None:
        members, many = of.members, np.diff(of.bounds)
    else:
        where, many = places_of(of, numbers)
        members = of.members[where]
    sums = np.zeros(len(many))
    filled = np.flatnonzero(many)
    if len(filled):
        sums[filled] = np.add.reduceat(values[members], (np.cumsum(many) - many)[filled])
    return sums


def places_of(of: Lists, numbers: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Where the members of some lists stand among all members, list after list, and how many each list has."""
    import numpy as np

    many = of.bounds[numbers + 1] - of.bounds[numbers]
    starts = np.repeat(of.bounds[numbers] - np.cumsum(many) + many, many)
    return starts + np.arange(len(starts)), many
