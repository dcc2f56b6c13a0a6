"""Many lists of numbers kept one after another, so that numpy can walk through all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from numpy.typing import NDArray


_AT_ONCE: Final = 1 << 16
"""Members whose values are added up at the same time."""


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
        return _sums(of.bounds, of.members, values)
    where, many = places_of(of, numbers)
    return _sums(np.concatenate(([0], np.cumsum(many))), of.members[where], values)


def _sums(bounds: NDArray[Any], members: NDArray[Any], values: NDArray[Any]) -> NDArray[Any]:
    """Some lists at a time, so that what is added up is still at hand in the processor."""
    import numpy as np

    sums, filled = np.zeros(len(bounds) - 1), np.flatnonzero(np.diff(bounds))
    edges = np.append(bounds[filled], len(members))
    cuts = np.unique(np.append(np.searchsorted(edges, np.arange(0, len(members), _AT_ONCE)), len(filled)))
    for first, last in pairwise(cuts.tolist()):
        # None is beyond the values, and to look for it would take longer.
        of_these = values.take(members[edges[first] : edges[last]], mode="clip")
        sums[filled[first:last]] = np.add.reduceat(of_these, edges[first:last] - edges[first])
    return sums


def places_of(of: Lists, numbers: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Where the members of some lists stand among all members, list after list, and how many each list has."""
    import numpy as np

    many = of.bounds[numbers + 1] - of.bounds[numbers]
    starts = np.repeat(of.bounds[numbers] - np.cumsum(many) + many, many)
    return starts + np.arange(len(starts)), many
