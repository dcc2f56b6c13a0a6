"""The best set of offers for all that was agreed, in words, with the measures it would make. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.i18n import Translator
from app.mapping.best_set import BestSet
from app.mapping.best_set_choice import Budget
from app.mapping.corpus import Corpus
from app.mapping.model import Measure
from app.mapping.plan import Results
from app.mapping.ways import Option
from app.services import planning
from app.services.best_set import best_set_of
from app.ui.plan.facts import Way, way
from app.ui.plan.finding import matches_of, option_on
from app.ui.plan.panel import InHand
from app.wording.best_set import pick_sentence, set_sentences

Covers = tuple[tuple[str, Option], ...]
"""Keys of the needs that an offer covers, each with the way forward that the offer is for that need."""


@dataclass(frozen=True, slots=True)
class Programme:
    """A best set, and what each of its offers covers."""

    found: BestSet
    covers: tuple[Covers, ...]


def programme(results: Results, offers: Corpus, asked: Budget) -> Programme:
    """The best set of what was agreed; without anything agreed a UserError."""
    found = best_set_of(results, offers, asked)
    keys = {need.key for pick in found.picks for need, _share in pick.covers}
    matches = {key: matches_of(results, key, offers) for key in keys}

    def option(key: str, offer: str) -> Option:
        return option_on(results, key, matches[key][offer])

    covers = (tuple((need.key, option(need.key, pick.offer.key)) for need, _ in pick.covers) for pick in found.picks)
    return Programme(found, tuple(covers))


def told(t: Translator, of: Programme) -> list[str]:
    """What the whole covers, takes and leaves, and whether a better set can exist."""
    sentences = set_sentences(t, of.found)
    if of.found.exact and of.found.picks:
        sentences.append(t("This is proved: no other set within these limits covers more."))
    return sentences


def rows(t: Translator, of: Programme, today: date) -> tuple[list[Way], list[str]]:
    """Each offer in words, and what it covers."""
    ways = [way(t, covers[0][1], today) for covers in of.covers]
    return ways, [pick_sentence(t, pick) for pick in of.found.picks]


def missing(now: InHand, covers: Sequence[Covers]) -> list[Measure]:
    """The measures of these offers that are not in the plan yet: one for every need that an offer covers."""
    pairs = [(key, option) for each in covers for key, option in each if not now.measure_from(key, option)]
    return [planning.measure_from(now.results.mapping, key, option) for key, option in pairs]


def present(now: InHand, covers: Covers) -> list[Measure]:
    """The measures of an offer that are in the plan."""
    return [measure for key, option in covers if (measure := now.measure_from(key, option))]
