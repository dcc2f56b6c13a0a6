"""Where a window and the questions to its staff meet: the dialog opened over it, and the laptop passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services import staff_pin
from app.ui.place import Refreshable

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.services.staff_pin import HandOver
    from app.ui.shell import Window


def assess(window: Window) -> None:
    """Let the staff of the mapping in hand assess themselves, once what is being typed is written."""
    from app.ui.staff.panel import StaffDialog

    desk = window.desk
    if desk is None or not window.flush():
        return

    def pass_on(given: HandOver) -> None:
        _pass(window, desk, given)

    def taken() -> None:
        """Answers of forms were kept."""
        if isinstance(window.place, Refreshable):
            window.place.refresh()
        window.told(window.t("Saved"))

    StaffDialog(window.theme, window.t, desk, window.mapping_key, pass_on, taken, window).open()


def cover_if_handed_over(window: Window) -> None:
    """After the program was ended while somebody of the staff had the laptop, the window opens at the PIN."""
    if window.desk and (held := staff_pin.handed_over(window.desk.folder)):
        _pass(window, window.desk, held, locked=True)


def _pass(window: Window, desk: Desk, given: HandOver, *, locked: bool = False) -> None:
    from app.ui.staff.cover import pass_laptop

    def build_anew() -> None:
        window.dress(window.theme)

    pass_laptop(window, window.theme, window.t, desk, given, build_anew, locked=locked)
