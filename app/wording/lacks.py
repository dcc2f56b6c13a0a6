"""What is said of that which an offer does not tell."""

from __future__ import annotations

from typing import Final

from app.i18n import Translator, mark
from app.offers.lacks import Lack
from app.offers.model import STALE_AFTER

LACKS: Final[dict[Lack, str]] = {
    "provider": mark("who gives it"),
    "code": mark("a code or a competence"),
    "for_whom": mark("for whom it is"),
    "can_do_after": mark("what you can do afterwards"),
    "extent": mark("the extent"),
    "place": mark("the place"),
    "language": mark("the teaching language"),
    "start": mark("when it begins"),
    "price": mark("the price"),
    "link": mark("a link or a contact"),
    "checked_on": mark("the day on which it was checked"),
    "checked_long_ago": mark("a check within {n} days"),
}


def lack_said(t: Translator, lack: Lack) -> str:
    return t(LACKS[lack], n=STALE_AFTER.days)
