"""What offers are asked for a mapping: which of them there are, and what a need or a card looks for in them."""

from __future__ import annotations

from app.mapping.corpus import Corpus, corpus
from app.mapping.matching import Wanted
from app.mapping.model import CardHolding, Mapping, RoleNeed
from app.offers.model import Offer
from app.services.desk import Desk
from app.services.libraries import example_offers, offers


def available_offers(desk: Desk, mapping: Mapping) -> tuple[Offer, ...]:
    """Imported offers; the sample company may also draw on our example offers."""
    return offers(desk) + (example_offers() if mapping.example else ())


def ready_offers(desk: Desk, mapping: Mapping) -> Corpus:
    """The available offers, ready to be matched; takes seconds for thousands, so whoever has several needs keeps it."""
    return corpus(available_offers(desk, mapping), desk.today)


def renewing(mapping: Mapping, holding: CardHolding) -> Wanted:
    """A card to put right as a question to the offers."""
    return Wanted(name=holding.name, card=holding.card, language=mapping.company.service_language)


def wanted(mapping: Mapping, need: RoleNeed) -> Wanted:
    """A need and the company's circumstances as a question to the offers."""
    company = mapping.company
    return Wanted(
        name=need.name,
        unit_code=need.unit_code,
        unit_name=need.unit_name,
        qualification_code=need.qualification_code,
        tags=need.tags,
        level_to=max((t for t in (need.targets.now, need.targets.y1, need.targets.y3) if t), default=None),
        language=company.service_language,
        municipality=company.municipality,
        municipality_name=company.municipality_name,
    )
