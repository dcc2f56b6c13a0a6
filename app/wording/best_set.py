"""What the best set of offers covers, takes and leaves, as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.i18n import Translator
from app.mapping.best_set import BestSet, Pick


def pick_sentence(t: Translator, pick: Pick) -> str:
    """What one chosen offer covers of which needs, and for how many people."""
    needs = (f"{need.name.said(t.language).text} ({t.percent(share)})" for need, share in pick.covers)
    return t.n(
        "{offer} covers {needs}; one person takes part.",
        "{offer} covers {needs}; {n} people take part.",
        pick.people,
        offer=pick.offer.name.said(t.language).text,
        needs="; ".join(needs),
    )


def set_sentences(t: Translator, found: BestSet) -> list[str]:
    """What the whole set covers, then what it takes, what it leaves, and how far it can be relied on."""
    return [_covers(t, found), *_takes(t, found), *_leaves(t, found)]


def _covers(t: Translator, found: BestSet) -> str:
    if not found.picks:
        return t("No offer that fits is known within these limits.")
    return t.n(
        "One offer covers {percent} of what lacks in the agreed priorities.",
        "{n} offers together cover {percent} of what lacks in the agreed priorities.",
        len(found.picks),
        percent=t.percent(found.share),
    )


def _takes(t: Translator, found: BestSet) -> Iterator[str]:
    """Euros and hours as far as they are known, and of how many offers they are not."""
    if any(pick.euros is not None for pick in found.picks):
        yield t("Price for all who take part: {euros}.", euros=_euros(t, found.euros))
    if unknown := sum(pick.euros is None for pick in found.picks):
        yield t.n("The price of one offer is to be asked.", "The prices of {n} offers are to be asked.", unknown)
    if any(pick.hours is not None for pick in found.picks):
        hours = t.number(found.hours, 0 if found.hours == found.hours.to_integral_value() else 1)
        yield t("Time of one person who takes part in all: {hours} h.", hours=hours)
    if unknown := sum(pick.hours is None for pick in found.picks):
        yield t.n("One offer does not say its hours.", "{n} offers do not say their hours.", unknown)


def _leaves(t: Translator, found: BestSet) -> Iterator[str]:
    if found.uncovered:
        needs = "; ".join(need.name.said(t.language).text for need in found.uncovered)  # names hold commas
        yield t("Left for other ways: {needs}.", needs=needs)
    if found.left_out:
        yield t.n(
            "One offer was left out because its price or its hours are not known.",
            "{n} offers were left out because their price or their hours are not known.",
            found.left_out,
        )
    if not found.exact:
        yield t("This was put together step by step: a better set may exist.")


def _euros(t: Translator, euros: Decimal) -> str:
    return t("€{amount}", amount=t.number(euros, 0 if euros == euros.to_integral_value() else 2))
