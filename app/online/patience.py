"""How long a service is waited for, how often it is asked again, and how much of an answer is taken."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from app.errors import UserError

_SLICE: Final = 0.1
"""Seconds between two questions whether the person has had enough."""


@dataclass(frozen=True, slots=True)
class Patience:
    """`connect`, `read` and `whole` are seconds: until a service takes the call, until it says anything more, and until
    it has said everything. `pauses` are the seconds before each further try; `longest_pause` is the longest that a
    service may ask us to wait.
    """

    connect: float = 10.0
    read: float = 30.0
    whole: float = 180.0
    pauses: tuple[float, ...] = (1.0, 4.0, 10.0)
    longest_pause: float = 60.0
    max_bytes: int = 40 * 2**20


USUAL: Final = Patience()


def refuse_cancelled(cancelled: Callable[[], bool]) -> None:
    """UserError once the person has had enough."""
    if cancelled():
        raise UserError("The update was stopped. What was fetched is kept: start it again to go on.")


def rest(seconds: float, cancelled: Callable[[], bool]) -> None:
    """Wait, unless it is cancelled meanwhile."""
    end = time.monotonic() + seconds
    refuse_cancelled(cancelled)
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(left, _SLICE))
        refuse_cancelled(cancelled)
