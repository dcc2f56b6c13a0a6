"""What stands under the fields of the company card. No Qt here."""

from __future__ import annotations

from app.i18n import Translator
from app.mapping.business_id import so_far
from app.mapping.model import PeopleMode
from app.mapping.privacy import sounds_private

SIZES = ("1", "2–4", "5–9", "10–19", "20–49", "50–249")
DIGITS = 7


def business_id_so_far(t: Translator, text: str) -> str:
    """What comes next in a business id that is being written, or what the whole of it is."""
    match so_far(text):
        case "digits":
            return t.n("{n} digit to go before the dash.", "{n} digits to go before the dash.", DIGITS - len(text))
        case "dash":
            return t("Next come a dash and the check digit.")
        case "check_digit":
            return t("Next comes the check digit.")
        case "right":
            return t("The check digit is right.")
        case "wrong":
            return _wrong_check_digit(t)
        case _:
            return ""


def check_business_id(t: Translator, text: str) -> str:
    """Why a text is no business id; empty when it is one, or nothing."""
    stage = so_far(text)
    if stage in ("empty", "right"):
        return ""
    if stage == "wrong":
        return _wrong_check_digit(t)
    return t("This is no business id yet: seven digits, a dash and the check digit, such as 0112038-9.")


def _wrong_check_digit(t: Translator) -> str:
    return t("The check digit does not go with the seven digits: one of them is mistyped.")


def size_hint(t: Translator, size: str) -> str:
    """What the Co-operation Act asks of a company of this size (brief, 9.8)."""
    if size == SIZES[-1]:
        return t("Competence belongs to the dialogue and the development plan of the Co-operation Act at this size.")
    if size == SIZES[-2]:
        return t("The Co-operation Act asks for a lighter dialogue at this size.")
    return ""


def people_hint(t: Translator, mode: PeopleMode) -> str:
    """What a mode means, and what none ever means."""
    return f"{people_meaning(t, mode)} {t('The printed plan speaks of roles only, whatever is chosen here.')}"


def people_meaning(t: Translator, mode: PeopleMode) -> str:
    """What a mode means."""
    return {
        PeopleMode.NAMES: t("Names are seen by whoever opens this mapping: ask each person first."),
        PeopleMode.PSEUDONYMS: t("People are H1, H2 and so on. Only you know who is who."),
        PeopleMode.ROLES_ONLY: t("Nobody has a row of their own, only head counts by level."),
        PeopleMode.OWNER: t("The owner estimates each role as one team."),
    }[mode]


def private_reminder(t: Translator, text: str) -> str:
    """A quiet word where a text sounds like somebody's health, family, belief or union (brief, 9.1)."""
    if not sounds_private(text):
        return ""
    return t("If this is about a person's health, family, belief or union, please leave it out.")
