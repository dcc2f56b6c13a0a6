"""What was read from a plan, joined to the library and the catalogues of this computer by the codes and names on paper.

A plan has each name in one language and no descriptions. Where the very version of a framework is at hand, a need gets
its other languages, levels in words and links back; a card of the catalogue is known by its name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.catalogues.model import CardType
from app.errors import UserError
from app.frameworks.model import Framework
from app.languages import Language
from app.mapping.model import CardHolding, Mapping, Role, RoleNeed
from app.services import mappings
from app.services.catalogues import of_cards
from app.services.desk import Desk
from app.services.libraries import framework
from app.texts import Text

NO_ROLE = Role("", "")


def linked(desk: Desk, mapping: Mapping) -> Mapping:
    """A mapping as it was read, joined to what is known here; what is not known stays as it is on paper."""
    language = mapping.document_language
    sources = {_source(need) for need in mapping.needs if need.source_key}
    quoted = {source: _quoted(desk, *source) for source in sources}
    known = {card.name.alone(language): card for card in of_cards(desk).cards.cards if not card.restricted}
    return replace(
        mapping,
        needs=tuple(_need(need, quoted.get(_source(need), {}), language) for need in mapping.needs),
        cards=tuple(_card(card, known.get(card.name)) for card in mapping.cards),
    )


def _source(need: RoleNeed) -> tuple[str, str]:
    return need.source_key, need.source_version


def _card(holding: CardHolding, card: CardType | None) -> CardHolding:
    return replace(holding, card=card.code, name=card.name) if card else holding


def as_printed(mapping: Mapping) -> Mapping:
    """A mapping without what joining it added, to be compared with what was read."""
    language = mapping.document_language
    return replace(
        mapping,
        needs=tuple(_need_on_paper(need, language) for need in mapping.needs),
        cards=tuple(_card_on_paper(card, language) for card in mapping.cards),
    )


def _quoted(desk: Desk, key: str, version: str) -> dict[str, RoleNeed]:
    """All that can be needed of a version of a framework, by code; nothing where that version is not here."""
    try:
        found = framework(desk, key, version)
    except UserError:
        return {}
    return {need.competence_code: need for need in _needs(found)} if found.version == version else {}


def _needs(found: Framework) -> Iterable[RoleNeed]:
    yield from mappings.competence_needs(found, found.competences, NO_ROLE)
    for unit in found.units:
        yield mappings.unit_need(found, unit, NO_ROLE)
        yield from mappings.requirement_needs(found, unit, unit.requirements, NO_ROLE)


def _need(need: RoleNeed, quoted: dict[str, RoleNeed], language: Language) -> RoleNeed:
    """A need with what its source says besides; one that is called otherwise there is another one."""
    source = quoted.get(need.competence_code)
    if source is None or source.name.alone(language) != need.name:
        return need
    return replace(
        need,
        name=source.name,
        source_name=source.source_name,
        description=source.description,
        anchors=source.anchors,
        unit_name=source.unit_name,
        tags=source.tags,
    )


def _need_on_paper(need: RoleNeed, language: Language) -> RoleNeed:
    return replace(
        need,
        name=need.name.alone(language),
        source_name=need.source_name.alone(language),
        description=Text(),
        anchors=(),
        unit_name=need.unit_name.alone(language),
        tags=(),
    )


def _card_on_paper(card: CardHolding, language: Language) -> CardHolding:
    return replace(card, card="", name=card.name.alone(language))
