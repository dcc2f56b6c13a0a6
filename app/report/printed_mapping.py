"""Of a mapping what its plan prints, and no more: roles and sums, in the words and the language on paper.

It has keys of its own, which lead to nothing. Who was assessed, by whom and at which level is on no plan, and is in
none: there are the figures of each need instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from app.languages import Language
from app.mapping.company import Company
from app.mapping.model import Agreed, CardHolding, Mapping, Measure, PeopleMode, Role, RoleNeed
from app.mapping.plan import Results
from app.mapping.referral_made import Referral
from app.mapping.risks import KEY_ROLE, RiskKind, risks
from app.offers.model import Offer
from app.report.blocks import Document
from app.report.content.aims import printed
from app.report.content.alive import coming_meeting
from app.report.content.card_rows import card_rows
from app.report.content.offers import stale
from app.report.content.sources import named_by_code
from app.report.kept import FORMAT, PrintedPlan
from app.report.printed_told import printed_figures, printed_told
from app.report.roles_only import roles_only
from app.texts import Text


def printed_plan(results: Results, document: Document) -> PrintedPlan:
    """A plan with the mapping, the figures and what was told as far as the document tells of them."""
    reader = _Reader(roles_only(results), document.language, _printed_in(document))
    needs = reader.needs()
    mapping = _mapping(reader, document, needs)
    figures = tuple(printed_figures(reader.results, needs))
    told = printed_told(reader.results, needs, reader.role, reader.said)
    return PrintedPlan(FORMAT, results.today, document, mapping, figures, told)


def _mapping(reader: _Reader, document: Document, needs: dict[str, RoleNeed]) -> Mapping:
    found, meeting = reader.results.mapping, coming_meeting(reader.results)
    roles, cards = reader.roles(), reader.cards()
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
        """Roles that something is asked of or told of, in their order.

        How many people they have is told of those with needs; of their importance only that the result hangs on one.
        """
        asked = {row.need.role_key for row in self.results.ranked}
        flags = [risk for risk in risks(self.results) if risk.role_key]
        hangs = {risk.role_key for risk in flags if risk.kind is RiskKind.NO_SUBSTITUTE}
        told = asked | {card.role_key for card in self.results.mapping.cards} | {risk.role_key for risk in flags}
        return tuple(
            replace(
                Role(self.role(role.key), role.name, position=place),
                head_count=role.head_count if role.key in asked else 1,
                importance=KEY_ROLE if role.key in hangs else Role("", "").importance,
            )
            for place, role in enumerate(self.results.mapping.roles)
            if role.key in told
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
                **self.source(row.need),
                statutory=row.need.statutory,
                targets=row.need.targets,
                criticality=row.need.criticality,
                required=row.score.decided.required if row.score.decided else 1,
                position=place,
            )
            for place, row in enumerate(self.results.ranked, 1)
        }

    def source(self, need: RoleNeed) -> dict[str, Any]:
        """Where a need comes from, by the codes on paper; of a code that is none to print, only the unit."""
        unit = {
            "unit_code": need.unit_code,
            "unit_name": self.said(need.unit_name),
            "qualification_code": need.qualification_code,
        }
        if not named_by_code(need):
            return unit if need.unit_code else {}
        return unit | {
            "source_key": need.source_key,
            "source_version": need.source_version,
            "source_name": self.said(need.source_name),
            "source_order": need.source_order,
            "competence_code": need.competence_code,
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
                    self.offer(each, place),
                    self.kept(each.why) if each.offer else "",
                    each.first_step,
                    place,
                    referral=each.referral and _on_paper(each.referral),
                )

    def offer(self, measure: Measure, place: int) -> Offer | None:
        """An offer as it is told of; when it begins and what it costs only where that can still be relied on."""
        offer = measure.offer
        if offer is None:
            return None
        found = Offer(
            f"offer-{place + 1:04}",
            self.said(offer.name),
            self.said(offer.provider),
            offer.provider_type,
            offer.offer_type,
            extent_value=offer.extent_value,
            extent_unit=offer.extent_unit,
            languages=offer.languages,
            mode=offer.mode,
            places=tuple(place for place in map(self.said, offer.places) if self.kept(str(place))),
            link=offer.link,
            checked_on=offer.checked_on,
            source=offer.source,
            example=offer.example,
            **self.reason(measure, offer),
        )
        if stale(offer, self.results):
            return found
        return replace(
            found,
            start=offer.start,
            start_words=Text() if offer.start else self.said(offer.start_words),
            apply_by=offer.apply_by,
            price_eur=offer.price_eur,
            price_note=self.said(offer.price_note),
        )

    def reason(self, measure: Measure, offer: Offer) -> dict[str, Any]:
        """What an offer is proposed for, where the measure gives no reason of its own."""
        need = next((row.need for row in self.results.ranked if row.need.key == measure.for_key), None)
        if measure.why:
            return {}
        if need and need.unit_code in offer.unit_codes:
            return {"unit_codes": (need.unit_code,)}
        if need and need.qualification_code in offer.qualification_codes:
            return {"qualification_codes": (need.qualification_code,)}
        told = self.said(offer.can_do_after or offer.for_whom)
        return {"can_do_after": told} if self.kept(str(told)) else {}

    def said(self, text: Text) -> Text:
        """A text in the one language in which it is on paper."""
        return text.alone(self.language)


def _on_paper(referral: Referral) -> Referral:
    """To whom, and the days of what was done."""
    return Referral(
        to=referral.to,
        consent_on=referral.consent_on,
        sent_on=referral.sent_on,
        answered_on=referral.answered_on,
    )


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
