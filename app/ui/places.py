"""What is built when somebody goes somewhere in the window. A place's module is imported only then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.errors import UserError
from app.ui import stops
from app.ui.home.place import HomePlace
from app.ui.home.ways import ways_in
from app.ui.place import HOME, LIBRARY

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.shell import Window


def made(window: Window, name: str) -> Any:
    """A place. Without data there is but the start, or why they cannot be opened."""
    if window.desk is None and window.closed_because:
        return _closed(window, window.closed_because)
    if window.desk is None or name == HOME:
        return _home(window)
    if name == LIBRARY:
        return _library(window, window.desk)
    kind = stops.place_class(name)
    more = (_left(window),) if name == stops.SURVEY else ()
    place = kind(window.theme, window.t, window.desk, window.mapping_key, window.told, window.go, *more)
    if name == stops.MATRIX:
        place.staff_asked.connect(lambda: _ask_staff(window))
    return place


def _left(window: Window) -> Any:
    from app.ui.survey.left import left_in

    return left_in(window, window.mapping_key)


def _ask_staff(window: Window) -> None:
    from app.ui.staff.opening import assess

    assess(window)


def _closed(window: Window, why: UserError) -> Any:
    from app.ui.trouble.closed import ClosedPlace

    return ClosedPlace(window.theme, window.t, why, window.wishes, window.close)


def _home(window: Window) -> HomePlace:
    home = HomePlace(window.theme, window.t, ways_in(window))
    if window.desk:
        home.show_recent(window.desk.cases.summaries())
    return home


def _library(window: Window, desk: Desk) -> Any:
    from app.ui.library.place import LibraryPlace

    return LibraryPlace(window.theme, window.t, desk, window.mapping_key, window.say, window.go)
