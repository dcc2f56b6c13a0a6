"""Where the doors of the start screen lead in the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.errors import UserError
from app.ui import stops
from app.ui.home.place import Ways

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.shell import Window


def ways_in(window: Window) -> Ways:
    """Each door begins a mapping and opens it; what is refused is said at the foot."""

    def enter(begin: Callable[[Desk], str], place: str = "") -> None:
        try:
            if desk := window.opened_desk():
                window.open(begin(desk), place)
        except UserError as error:
            window.say(window.t.explain(error))

    def begin(mode: str) -> None:
        from app.mapping.model import Mode
        from app.services import companies

        enter(lambda desk: companies.begin(desk, "", Mode(mode), window.t.language))

    def begin_sample() -> None:
        from app.services import companies

        enter(companies.begin_sample, stops.RESULTS)

    def remove(key: str) -> None:
        from app.ui.home.removing import ask_to_remove

        ask_to_remove(window, key)

    return Ways(lambda: begin("visit"), lambda: begin("self"), begin_sample, window.open, remove)
