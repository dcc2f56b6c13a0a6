"""What a person asks of the window that is no place of a mapping. It outlives the buttons that ask for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Wishes(QObject):
    """Whoever can do one of these connects to it; whoever offers it emits it.

    `looks` is what is chosen of light, dark and as the system.
    """

    looks = "system"

    home = Signal()
    library = Signal()
    undo = Signal()
    again = Signal()  # open the data anew
    note = Signal()  # a quick signal
    notes = Signal()  # all of them
    keys = Signal()  # see what the keys do
    language = Signal(str)
    look = Signal(str)
    text_size = Signal(int)
    copies = Signal()
    other_folder = Signal()
    fresh_library = Signal()
