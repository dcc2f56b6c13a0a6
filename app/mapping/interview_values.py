"""What an answer may be.

A value is a tuple of texts, as in an XLSForm: one for most kinds, the chosen values of a multiple choice, the keys of a
list's entries. Numbers are written "12" or "2.5", days "2027-05-31", months "2027-05". There is no empty value: what is
not answered has no answer.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from app.errors import UserError
from app.mapping.answers import Value
from app.mapping.business_id import is_business_id
from app.mapping.privacy import holds_identity_code
from app.mapping.survey import SEVERAL, Kept, Kind, Question
from app.mapping.survey_operations import Datum, day_number

LONGEST_TEXT: Final = 2000
"""Characters of a text that says nothing else."""
_FIGURES: Final = {False: re.compile(r"-?[0-9]{1,9}"), True: re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,4})?")}
"""A number without decimals, and one that may have them."""
_MONTH: Final = re.compile(r"[0-9]{4}-[0-9]{2}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def refusal(question: Question, value: Value) -> UserError | None:
    """Why a value can be no answer to a question; None when it can. Constraints are another matter."""
    if not value:
        return _empty()
    if (len(value) > 1 and question.kind not in SEVERAL) or question.kind is Kind.NOTE:
        return UserError("{question} takes one answer.", {"question": question.phrase.text})
    return next(filter(None, (_of_one(question, one) for one in value)), None) or _of_all(question, value)


def datum(question: Question, value: Value) -> Datum:
    """A value as rules see it."""
    if question.kind in SEVERAL:
        return value
    text = value[0] if value else ""
    if question.kind is Kind.NUMBER and text:
        return text if _is_choice(question, text) else Fraction(text)
    return day_number(text) if question.kind is Kind.DATE and text else text


def ordered(question: Question, value: Value) -> Value:
    """A value as it is kept: chosen values in the order of the choices, a text without spaces around it."""
    if question.kind is Kind.MULTIPLE and not question.pick:
        return tuple(choice.value for choice in question.choices if choice.value in value)
    return tuple(text.strip() for text in value)


def _is_choice(question: Question, text: str) -> bool:
    return any(choice.value == text for choice in question.choices)


def _of_one(question: Question, text: str) -> UserError | None:
    """What is wrong with one value of an answer."""
    if holds_identity_code(text):
        return UserError("That looks like a personal identity code. It is never kept here; please take it away.")
    if not text.strip():
        return _empty()
    return _CHECKS.get(question.kind, _of_choice)(question, text)


def _empty() -> UserError:
    return UserError("This answer is empty. Write something, or take the answer away.")


def _of_choice(question: Question, text: str) -> UserError | None:
    """Entries of a list and keys of a catalogue are whatever they are."""
    if question.kind is Kind.LIST or question.pick or _is_choice(question, text):
        return None
    return UserError("{value} is none of the choices.", {"value": text})


def _of_number(question: Question, text: str) -> UserError | None:
    if _is_choice(question, text):
        return None
    if not _FIGURES[question.decimals].fullmatch(text):
        return UserError("{value} is not a number that can stand here.", {"value": text})
    least, most, value = question.at_least, question.at_most, Fraction(text)
    if least is not None and value < least:
        return UserError("{value} is too small: at least {least}.", {"value": value, "least": least})
    if most is not None and value > most:
        return UserError("{value} is too large: at most {most}.", {"value": value, "most": most})
    return None


def _of_date(question: Question, text: str) -> UserError | None:
    form = _MONTH if question.month else _DAY
    if form.fullmatch(text) and day_number(text) is not None:
        return None
    return UserError("{value} is not in the calendar.", {"value": text})


def _of_text(question: Question, text: str) -> UserError | None:
    if question.kept_as is Kept.BUSINESS_ID and not is_business_id(text.strip()):
        return UserError("This is no business id yet: seven digits, a dash and the check digit, such as 0112038-9.")
    most = question.at_most or LONGEST_TEXT
    if len(text.strip()) > most:
        return UserError("This text is longer than {most} characters. Shorten it.", {"most": most})
    return None


_CHECKS: Final = {Kind.NUMBER: _of_number, Kind.DATE: _of_date, Kind.TEXT: _of_text}


def _of_all(question: Question, value: Value) -> UserError | None:
    """What is wrong with several values together."""
    if question.kind not in SEVERAL:
        return None
    if len(set(value)) < len(value):
        return UserError("The same choice is there twice.")
    if len(value) > 1 and any(choice.alone and choice.value in value for choice in question.choices):
        return UserError("One of these excludes the others. Choose it alone, or not at all.")
    least, most = question.at_least, question.at_most
    if most is not None and len(value) > most:
        return UserError("At most {most} can be chosen here.", {"most": most})
    if least is not None and len(value) < least:
        return UserError("Choose at least {least}.", {"least": least})
    return None
