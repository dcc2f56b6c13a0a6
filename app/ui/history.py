"""Earlier states of the mapping in hand, so that what was done can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.mapping.model import Mapping

MOST: Final = 100


class History:
    """Remembers each state of one mapping that is not the one before it; going to another mapping begins anew."""

    def __init__(self) -> None:
        self._earlier: list[Mapping] = []
        self._now: Mapping | None = None

    def note(self, mapping: Mapping | None) -> bool:
        """Take notice of the state in the store; whether something was done since the last time."""
        before, self._now = self._now, mapping
        if before is None or mapping is None or before.key != mapping.key:
            self._earlier = []
            return False
        if replace(before, changed=mapping.changed) == mapping:
            return False
        self._earlier = [*self._earlier[-MOST + 1 :], before]
        return True

    def back(self) -> Mapping | None:
        """The state before the last thing done, which counts as present from then on; None when there is none."""
        if not self._earlier:
            return None
        self._now = self._earlier.pop()
        return self._now
