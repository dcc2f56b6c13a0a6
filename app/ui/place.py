"""What a place in the window is. Each is built as `XPlace(theme, t, desk, mapping_key, say, go)`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

Say = Callable[[str], None]
Go = Callable[[str], None]


class Place(Protocol):
    """A widget the person goes to. It is built anew when the language or the theme changes.

    `dense` places need the width of the window: the rail folds to its marks.
    """

    dense: bool

    def flush(self) -> None:
        """Write what is being typed."""


@runtime_checkable
class Refreshable(Place, Protocol):
    """A place that can show the store as it now is and keep the cursor where it stands; others are built anew."""

    def refresh(self) -> None:
        """Show what the store now holds."""
