"""The best set of a company: few offers that together cover most of what was agreed, within its hours and euros."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from app.errors import UserError
from app.files.collecting import nothing_collected
from app.i18n import Translator
from app.mapping.best_set import BestSet, Pick, Wish, best_set, budget_told, people_to_teach
from app.mapping.best_set_choice import Budget
from app.mapping.corpus import Corpus
from app.mapping.matching import best
from app.mapping.plan import AgreedNeed, Results
from app.services.options import asked
from app.services.solving import solve
from app.wording.best_set import pick_sentence, set_sentences

_MOST_MATCHES: Final = 2000
"""Offers of one priority that are weighed, best first."""


def best_set_of(found: Results, offers: Corpus, asked: Budget) -> BestSet:
    """The best set for the agreed priorities of a mapping. What is not asked for is limited by what the survey told.

    `offers` are those of `options.ready_offers`. A UserError without any agreed priority.
    """
    if not found.agreed:
        raise UserError("No priorities have been agreed on in this mapping. Agree on them first.")
    told = budget_told(found.told)
    hours = told.hours if asked.hours is None else asked.hours
    euros = told.euros if asked.euros is None else asked.euros
    with nothing_collected():
        wishes = tuple(_wish(found, agreed, offers) for agreed in found.agreed)
        return best_set(wishes, Budget(hours, euros), found.today, solve)


def _wish(found: Results, agreed: AgreedNeed, offers: Corpus) -> Wish:
    need, score = agreed.scored.need, agreed.scored.score
    question = asked(found, need, offers)
    return Wish(
        need,
        score.index or 0,  # nothing is known of its gap, so that nothing can be covered
        people_to_teach(score),
        best(question, offers, _MOST_MATCHES),
        question.level_from,
        question.level_to,
    )


def lines(t: Translator, found: BestSet) -> list[str]:
    """What the best set says: of the whole, and of each offer."""
    whole, *rest = set_sentences(t, found)
    return [whole, *(pick_sentence(t, pick) for pick in found.picks), *rest]


def as_json(t: Translator, found: BestSet) -> dict[str, Any]:
    return {
        "offers": [_pick_json(t, pick) for pick in found.picks],
        "uncovered": [{"need": need.key, "name": need.name.said(t.language).text} for need in found.uncovered],
        "share": round(float(found.share), 3),
        "hours": float(found.hours),
        "euros": float(found.euros),
        "budget": {"hours": _number(found.budget.hours), "euros": _number(found.budget.euros)},
        "left_out": found.left_out,
        "exact": found.exact,
        "sentences": set_sentences(t, found),
    }


def _pick_json(t: Translator, pick: Pick) -> dict[str, Any]:
    return {
        "id": pick.offer.key,
        "name": pick.offer.name.said(t.language).text,
        "provider": pick.offer.provider.said(t.language).text,
        "covers": [{"need": need.key, "share": round(float(share), 3)} for need, share in pick.covers],
        "people": pick.people,
        "hours": _number(pick.hours),
        "euros": _number(pick.euros),
        "example": pick.offer.example,
        "reason": pick_sentence(t, pick),
    }


def _number(known: Decimal | None) -> float | None:
    """A figure; null is not known, or no limit."""
    return None if known is None else float(known)
