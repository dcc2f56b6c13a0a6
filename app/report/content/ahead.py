"""The days on which a plan is looked at again."""

from __future__ import annotations

from datetime import date

from app.mapping.followups import MONTHS, months_after
from app.mapping.plan import Results


def follow_ups(results: Results) -> tuple[date, ...]:
    """Counted from the day the visit was closed, or from today while it is not."""
    begun = results.mapping.visit.closed or results.today
    return tuple(months_after(begun, months) for months in MONTHS)
