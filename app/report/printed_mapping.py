"""Of a mapping what its plan prints, and no more: roles and sums, in the words and the language on paper.

It has keys of its own, which lead to nothing. Who was assessed, by whom and at which level is on no plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from app.languages import Language, Text
from app.mapping.company import Company
from app.mapping.model import Agreed, CardHolding, Mapping, Measure, PeopleMode, Role, RoleNeed
from app.mapping.plan import Results
from app.offers.model import Offer
from app.report.blocks import Document
from app.report.content.aims import printed
from app.report.content.alive import coming_meeting
from app.report.content.card_rows import card_rows
from app.report.content.offers import stale
from app.report.roles_only import roles_only


def printed_mapping(results: Results, document: Document) -> Mapping:
    """The mapping as far as the document tells of it."""
    reader = _Reader(roles_only(results), document.language, _printed_in(document))
    found, meeting = reader.results.mapping, coming_meeting(reader.results)
    roles, needs, cards = reader.roles(), reader.needs(), reader.cards()
    aims = {key: part.key for key, part in (needs | cards).items()}
    return Mapping(
        key="plan",
        company=Company("company", document.company, service_language=document.language),
        people_mode=PeopleMode.ROLES_ONLY,
        document_language=document.language,
        goal=reader.kept(found.goal),
        method_version=found.method_version,
        next_meeting=meeting,
        next_meeting_note=reader.kept(found.next_meeting_note) if meeting else "",
        example=found.example,
        roles=roles,
        needs=tuple(needs.values()),
        cards=tuple(sorted({*cards.values()}, key=lambda card: card.key)),
        agreed=tuple(reader.agreed(aims)),
        measures=tuple(reader.measures(aims)),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """`kept` is a text if it is printed, and else nothing."""

    results: Results
    language: Language
    kept: Callable[[str], str]

    def roles(self) -> tuple[Role, ...]:
        """Roles that something is asked of, in their order; how many people they have is told of those with needs."""
        asked = {row.need.role_key for row in self.results.ranked}
        with_cards = {card.role_key for card in self.results.mapping.cards}
        return tuple(
            Role(self.role(role.key), role.name, role.head_count if role.key in asked else 1, position=place)
            for place, role in enumerate(self.results.mapping.roles)
            if role.key in asked | with_cards
        )

    def role(self, key: str) -> str:
        """The key of a role on paper."""
        keys = [role.key for role in self.results.mapping.roles]
        return f"role-{keys.index(key) + 1:04}"

    def needs(self) -> dict[str, RoleNeed]:
        """The needs by the keys that they have in the mapping, in the computed order.

        How many must be able is printed only of those in which somebody is known.
        """
        return {
            row.need.key: RoleNeed(
                f"need-{place:04}",
                self.role(row.need.role_key),
                self.said(row.need.name),
                statutory=row.need.statutory,
                targets=row.need.targets,
                criticality=row.need.criticality,
                required=row.score.decided.required if row.score.decided else 1,
                position=place,
            )
            for place, row in enumerate(self.results.ranked, 1)
        }

    def cards(self) -> dict[str, CardHolding]:
        """The cards by the keys that they have in the mapping; those that are one row on paper are one."""
        rows = {_alike(row.holding): (place, row.holding) for place, row in enumerate(card_rows(self.results), 1)}
        return {
            card.key: CardHolding(
                f"card-{place:04}",
                "",
                self.role(row.role_key),
                self.said(row.name),
                state=row.state,
                valid_to=row.valid_to if row.state == "held" else None,
                count=row.count,
            )
            for card in self.results.mapping.cards
            for place, row in [rows[_alike(card)]]
        }

    def agreed(self, aims: dict[str, str]) -> Iterator[Agreed]:
        for place, each in enumerate(self.results.agreed):
            yield Agreed(aims[each.agreed.need_key], place, self.kept(each.agreed.reason))

    def measures(self, aims: dict[str, str]) -> Iterator[Measure]:
        """What is printed of the measures, in the order on paper."""
        for place, each in enumerate(printed(self.results)):
            if each.for_key in aims:
                yield Measure(
                    f"measure-{place + 1:04}",
                    aims[each.for_key],
                    each.option,
                    self.kept(each.what),
                    self.kept(each.responsible),
                    each.deadline,
                    self.kept(each.success_sign),
                    each.cost,
                    each.status,
                    self.kept(each.funding_route),
                    self.offer(each.offer, place),
                    self.kept(each.why) if each.offer else "",
                    each.first_step,
                    place,
                )

    def offer(self, offer: Offer | None, place: int) -> Offer | None:
        """An offer by its name, provider and address; when it begins only where that can still be relied on."""
        return offer and Offer(
            f"offer-{place + 1:04}",
            self.said(offer.name),
            self.said(offer.provider),
            offer_type=offer.offer_type,
            start=None if stale(offer, self.results) else offer.start,
            link=offer.link,
            checked_on=offer.checked_on,
            example=offer.example,
        )

    def said(self, text: Text) -> Text:
        """A text in the one language in which it is on paper."""
        found = text.said(self.language)
        return Text(**{found.language: found.text})


def _alike(card: CardHolding) -> tuple[object, ...]:
    return card.role_key, card.card, card.name, card.state, card.valid_to


def _printed_in(document: Document) -> Callable[[str], str]:
    everything = "\n".join(_words(document))
    return lambda text: text if text in everything else ""


def _words(value: Any) -> Iterator[str]:
    """All words of a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words(getattr(value, field.name))
