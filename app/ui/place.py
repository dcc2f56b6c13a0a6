"""What a place in the window is. Each is built as `XPlace(theme, t, desk, mapping_key, say, go)`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

Say = Callable[[str], None]
Go = Callable[[str], None]
"""To a place, or to one of its parts: "survey#C"."""

HOME, LIBRARY = "home", "library"
"""The places that are of no mapping."""


class Place(Protocol):
    """A widget the person goes to. It is built anew when the language or the theme changes.

    `dense` places need the width of the window: the rail folds to its marks.
    """

    dense: bool

    def flush(self) -> None:
        """Write what is being typed."""


@runtime_checkable
class Parted(Place, Protocol):
    """A place that shows one of its parts at a time; `go("place#part")` leads to one."""

    @property
    def part(self) -> str:
        """The part that is shown."""

    @property
    def moved(self) -> SignalInstance:
        """Tells that another part is shown."""

    def show_at(self, part: str) -> None:
        """Show a part; one that is not there is no reason to go anywhere."""


@runtime_checkable
class Refreshable(Place, Protocol):
    """A place that can show the store as it now is and keep the cursor where it stands; others are built anew."""

    def refresh(self) -> None:
        """Show what the store now holds."""
