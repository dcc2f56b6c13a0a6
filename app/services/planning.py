"""From ways forward to measures: what the button "Add to the plan" does, and what one first step means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.catalogues.model import FundingRoute
from app.i18n import Translator
from app.languages import Language
from app.mapping.corpus import Corpus
from app.mapping.funding import as_chosen, chosen_code
from app.mapping.matching import best
from app.mapping.model import CardHolding, CostClass, Mapping, Measure, OptionType, RoleNeed
from app.mapping.paths import Step
from app.mapping.plan import Results, measures_for
from app.mapping.ways import Option, options
from app.mapping.ways_rules import NOTHING_KNOWN, OPTION_OF_OFFER, Known
from app.services.companies import new_key
from app.services.options import asked
from app.wording.funding import apprenticeship
from app.wording.offers import match_reason, option_why
from app.wording.words import capital, option_name

_WEIGHED: Final = 20
"""Offers of a need, best first, among which those of use and within reach are looked for."""


def subject(mapping: Mapping, key: str) -> RoleNeed | CardHolding:
    """The need or the card holding that has this key."""
    everything: tuple[RoleNeed | CardHolding, ...] = (*mapping.needs, *mapping.cards)
    return next(found for found in everything if found.key == key)


def ways(found: Results, key: str, offers: Corpus, known: Known = NOTHING_KNOWN) -> tuple[Option, ...]:
    """Ways forward for a need, or courses that put a card right; never none: at the least a word with a college.

    `offers` are those of `options.ready_offers`, `known` is that of `options.known`; a caller with several needs makes
    them once.
    """
    of = subject(found.mapping, key)
    question = asked(found, of, offers)
    if isinstance(of, RoleNeed):
        scored = next(s for s in found.ranked if s.need.key == key)
        return options(found, scored, best(question, offers, _WEIGHED), known)
    return tuple(Option(OptionType.CARD, "offer_fits", m) for m in best(question, offers)) or (
        Option(OptionType.REFERRAL, "no_offer"),
    )


def why(t: Translator, option: Option) -> str:
    """Why a way forward is proposed, as sentences; of an offer every reason, strongest first.

    Of an apprenticeship also what is missing before a provider is contacted.
    """
    reasons = option.match.reasons if option.match else ()
    sentences = [f"{capital(match_reason(t, reason))}." for reason in reasons] or [option_why(t, option.why)]
    return " ".join([*sentences, apprenticeship(t, option.lacks)] if option.lacks else sentences)


def is_from(measure: Measure, option: Option) -> bool:
    """Whether a measure is this way forward: of the same kind, and on the same offer."""
    offer = option.match.offer.key if option.match else None
    return measure.option is option.option and (measure.offer.key if measure.offer else None) == offer


def measure_from(mapping: Mapping, key: str, option: Option) -> Measure:
    """A way forward as a measure of the need or card `key`, in the documents' language, its offer quoted whole."""
    t = Translator(mapping.document_language)
    offer = option.match.offer if option.match else None
    blank = own_measure(mapping, key, option.option)
    if offer is None:
        return replace(blank, why=why(t, option))
    return replace(
        blank,
        what=_what(t, option.option, offer.name.said(t.language).text),
        cost=CostClass.NONE if offer.price_eur == 0 else CostClass.UNKNOWN,
        offer=offer,
        why=why(t, option),
    )


def measures_from(mapping: Mapping, key: str, steps: Sequence[Step]) -> tuple[Measure, ...]:
    """A path as measures of the need `key`, one a step and in their order."""
    ways = (Option(OPTION_OF_OFFER[step.offer.offer_type], "offer_fits", step.match) for step in steps)
    made = [measure_from(mapping, key, way) for way in ways]
    return tuple(replace(measure, position=measure.position + n) for n, measure in enumerate(made))


def own_measure(mapping: Mapping, key: str, option: OptionType) -> Measure:
    """A measure of this kind without an offer, last among those of the need or card `key`."""
    t = Translator(mapping.document_language)
    last = max((m.position for m in measures_for(mapping, key)), default=-1)
    name = _name(mapping, key, t.language)
    return Measure(new_key(), key, option, what=_what(t, option, name), position=last + 1)


def funded(mapping: Mapping, measure: Measure, route: FundingRoute) -> Measure:
    """The measure with this funding route, named in the documents' language; without it if it has it already."""
    taken_off = chosen_code(measure) == route.code
    return replace(measure, funding_route="" if taken_off else as_chosen(route, mapping.document_language))


def _name(mapping: Mapping, key: str, language: Language) -> str:
    return subject(mapping, key).name.said(language).text


def _what(t: Translator, option: OptionType, name: str) -> str:
    return t("{option}: {name}", option=capital(option_name(t, option)), name=name)


def changed(mapping: Mapping, measure: Measure) -> tuple[Measure, ...]:
    """What is to be stored with a changed measure: one that has become the first step takes the mark from others."""
    if not measure.first_step:
        return (measure,)
    others = (m for m in mapping.measures if m.first_step and m.key != measure.key)
    return (measure, *(replace(m, first_step=False) for m in others))
