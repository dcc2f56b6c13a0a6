"""A measure that is somebody else's service: to whom, with whose consent, and what came of it (brief, JOE-3b)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.errors import UserError


@dataclass(frozen=True, slots=True)
class Referral:
    """`service` is a key of the catalogue of services, empty for one in own words; `to` is what it is called.

    `sends` is what is passed on, `consent_by` who agreed to that: a role in words rather than a name.
    """

    service: str = ""
    to: str = ""
    sends: str = ""
    consent_by: str = ""
    consent_on: date | None = None
    sent_on: date | None = None
    answer_due: date | None = None
    answered_on: date | None = None


def refusal(referral: Referral) -> UserError | None:
    """Why a referral cannot be so; None when it can. Nothing is sent before the customer has agreed to it."""
    sent, agreed = referral.sent_on, referral.consent_on
    if sent and not (agreed and referral.consent_by.strip()):
        return UserError("Nothing is sent before the customer agrees: say who agreed, and on which day.")
    if sent and agreed and sent < agreed:
        return UserError(
            "It was sent on {sent}, before the customer agreed on {agreed}. Put one of the days right.",
            {
                "sent": sent,
                "agreed": agreed,
            },
        )
    if referral.answered_on and not (sent and sent <= referral.answered_on):
        return UserError("An answer comes after something was sent: give the day of sending, no later than the answer.")
    return None


def awaited(referral: Referral | None) -> bool:
    """Whether something was sent and no answer has come."""
    return bool(referral and referral.sent_on and not referral.answered_on)
