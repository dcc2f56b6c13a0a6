"""What was decided on a measure, and its referral to a service, as they are written. No Qt."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import date
from typing import Literal

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import Measure
from app.mapping.referral_made import Referral, refusal
from app.services.referrals import referred
from app.ui.plan.facts import CHECKED, ROWS, checked
from app.wording.versions import referral_line
from app.wording.words import capital

Faulty = Literal["", "sent_on", "answered_on"]


def with_referral(measure: Measure, asked: Referral) -> tuple[Measure, Faulty, UserError | None]:
    """The measure with as much of a referral as may be; where not all may, which day stands in the way, and why.

    The days of sending and of the answer then stay as they were. A referral without any content is none.
    """
    if not any(astuple(asked)):
        return replace(measure, referral=None), "", None
    error = refusal(asked)
    if error is None:
        return referred(measure, asked), "", None
    faulty: Faulty = "answered_on" if refusal(replace(asked, answered_on=None)) is None else "sent_on"
    had = measure.referral or Referral()
    rest = replace(asked, answered_on=had.answered_on)
    if faulty == "sent_on":
        rest = replace(rest, sent_on=had.sent_on)
    return (measure if refusal(rest) else referred(measure, rest)), faulty, error


def summary(t: Translator, measure: Measure, today: date) -> str:
    """When a measure was decided on, how far its referral is, and how fresh its offer."""
    decided = t("Decided on {day}.", day=t.day(measure.decided_on)) if measure.decided_on else t("Not decided yet.")
    told = capital(referral_line(t, measure.referral)) if measure.referral else ""
    fresh = f"{t(ROWS[CHECKED])}: {checked(t, measure.offer, today)}" if measure.offer else ""
    return " ".join([decided, *(f"{said.removesuffix('.')}." for said in (told, fresh) if said)])
