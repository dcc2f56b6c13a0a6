"""Looking in ePerusteet for qualifications, and for newer ones of those in the library."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import Final, TypeVar

from app.errors import UserError
from app.frameworks.changes import compare
from app.frameworks.model import Framework, FrameworkSummary
from app.frameworks.readers import eperusteet as reader
from app.frameworks.readers.eperusteet_list import Listed
from app.online import eperusteet
from app.online.service import Service
from app.services.desk import Desk
from app.services.updates_model import FrameworkPreview, Progress, Question
from app.texts import Text

_NUMBER: Final = re.compile(r"(?:eperusteet:)?([0-9]{1,12})", re.IGNORECASE)
_ORDER: Final = re.compile(r"[a-z]{2,5}-[0-9]{1,6}-[0-9]{4}|[0-9]{1,4}/[0-9]{3}/[0-9]{4}", re.IGNORECASE)
T = TypeVar("T")


def number_of(text: str) -> str:
    """The key of a qualification that is named by its number in ePerusteet, or an empty string."""
    found = _NUMBER.fullmatch(text)
    return eperusteet.KEY + found[1] if found else ""


def first(found: dict[str, T], limit: int) -> tuple[dict[str, T], bool]:
    """As many finds as the limit allows, and whether there are more."""
    return dict(islice(found.items(), limit)), len(found) > limit


def imported(desk: Desk) -> dict[str, FrameworkSummary]:
    """Qualifications of the library that came from ePerusteet, by key."""
    return {each.key: each for each in desk.library.frameworks() if each.key.startswith(eperusteet.KEY)}


def look(desk: Desk, service: Service, question: Question, progress: Progress) -> FrameworkPreview:
    """Fetch what the question asks for, and compare it with the library."""
    known = imported(desk)
    wanted, more = _wanted(desk, service, question, known)
    changes, gone, refused = [], [], []
    for done, (key, name) in enumerate(wanted.items()):
        progress(name.said(question.language).text, done, len(wanted))
        value = eperusteet.whole(service, key)
        if value is None:
            if key in known:
                gone.append(known[key])
            continue
        try:
            after = reader.read(value, str(name))
        except UserError as error:
            refused.append(error)
        else:
            changes.append(compare(_before(desk, known.values(), after), after))
    fetched_on = service.pages.oldest() or desk.today
    return FrameworkPreview(tuple(changes), tuple(gone), tuple(refused), more, fetched_on)


def _wanted(
    desk: Desk, service: Service, question: Question, known: dict[str, FrameworkSummary]
) -> tuple[dict[str, Text], bool]:
    """Names of the qualifications to fetch, by key, and whether there are more."""
    text = question.text.strip()
    if not text:
        return _known_and_newer(desk, service, known), False
    if key := number_of(text):
        return {key: known[key].name if key in known else Text(key)}, False
    if _ORDER.fullmatch(text):
        listed = eperusteet.by_order_number(service, text)
    else:
        listed = eperusteet.by_words(service, text, question.language)
    return first({each.key: each.name for each in islice(listed, question.limit + 1)}, question.limit)


def _known_and_newer(desk: Desk, service: Service, known: dict[str, FrameworkSummary]) -> dict[str, Text]:
    """Those of the library, and what is in force after the newest of them by the same code."""
    if not known:
        raise UserError("The library has no qualification from ePerusteet yet. Write what to look for.")
    wanted = {key: summary.name for key, summary in known.items()}
    for code in dict.fromkeys(filter(None, (summary.code for summary in known.values()))):
        newest = _newest(desk, code, known.values())
        later = (each for each in eperusteet.by_code(service, code) if _is_later(each, newest))
        wanted |= {each.key: each.name for each in later if each.key not in known}
    return wanted


def _newest(desk: Desk, code: str, known: Iterable[FrameworkSummary]) -> date | None:
    """Since when the newest of the library by this code is in force."""
    days = (desk.library.framework(each.key).valid_from for each in known if each.code == code)
    return max(filter(None, days), default=None)


def _is_later(listed: Listed, newest: date | None) -> bool:
    return newest is None or listed.valid_from is None or listed.valid_from > newest


def _before(desk: Desk, known: Iterable[FrameworkSummary], after: Framework) -> Framework | None:
    """What is here of this qualification: the same order of it, or else the latest one by its code."""
    same = [each for each in known if each.key == after.key or (after.code and each.code == after.code)]
    nearest = max(same, key=lambda each: (each.key == after.key, each.version), default=None)
    return desk.library.framework(nearest.key) if nearest else None
