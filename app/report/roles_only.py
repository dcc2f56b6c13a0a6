"""The paper names roles, never people: a code or a name in what somebody wrote becomes the name of the role.

What may not be recorded with a mapping, and came into one all the same, is not on it either.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from app.mapping.cards import NEVER_PRINTED
from app.mapping.model import Agreed, Mapping, Measure
from app.mapping.plan import AgreedNeed, Results
from app.mapping.referral_made import Referral
from app.mapping.told import Told

_LEAST = 2
"""Letters of a name; one letter stands in too many words that are no name."""
Masked = Callable[[str], str]


def roles_only(results: Results) -> Results:
    """The results with every person in free text replaced by the role; people's rows and levels stay as they are."""
    results = _recorded(results)
    masked = masking(results.mapping)
    measures = tuple(_measure(m, masked) for m in results.mapping.measures)
    mapping = replace(
        results.mapping,
        goal=masked(results.mapping.goal),
        next_meeting_note=masked(results.mapping.next_meeting_note),
        measures=measures,
        agreed=tuple(_agreed(a, masked) for a in results.mapping.agreed),
    )
    agreed = tuple(_agreed_need(a, masked) for a in results.agreed)
    return replace(results, mapping=mapping, agreed=agreed, told=_told(results.told, masked))


def _recorded(results: Results) -> Results:
    """Without cards that may not be recorded, and without what is done about them."""
    gone = {card.key for card in results.mapping.cards if card.card in NEVER_PRINTED}
    mapping = replace(
        results.mapping,
        cards=tuple(card for card in results.mapping.cards if card.key not in gone),
        measures=tuple(m for m in results.mapping.measures if m.for_key not in gone),
    )
    fix_first = tuple(fix for fix in results.fix_first if fix.holding.key not in gone)
    return replace(results, mapping=mapping, fix_first=fix_first)


def _told(told: Told, masked: Masked) -> Told:
    return replace(
        told,
        drivers=tuple(replace(driver, demand=masked(driver.demand)) for driver in told.drivers),
        language_needs=tuple(replace(need, task=masked(need.task)) for need in told.language_needs),
    )


def masking(mapping: Mapping) -> Masked:
    """What replaces the codes and names of the people of a mapping in a text by their roles."""
    roles = {role.key: role.name for role in mapping.roles}
    names = {
        name: roles.get(person.role_key, "")
        for person in mapping.people
        for name in (person.code, person.display_name.strip())
        if len(name) >= _LEAST
    }
    if not names:
        return lambda text: text
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return lambda text: pattern.sub(lambda found: names[found[0]], text)


def _measure(measure: Measure, masked: Masked) -> Measure:
    return replace(
        measure,
        what=masked(measure.what),
        responsible=masked(measure.responsible),
        success_sign=masked(measure.success_sign),
        funding_route=masked(measure.funding_route),
        why=masked(measure.why),
        referral=_referral(measure.referral, masked),
    )


def _referral(referral: Referral | None, masked: Masked) -> Referral | None:
    return referral and replace(
        referral, to=masked(referral.to), sends=masked(referral.sends), consent_by=masked(referral.consent_by)
    )


def _agreed(agreed: Agreed, masked: Masked) -> Agreed:
    return replace(agreed, reason=masked(agreed.reason))


def _agreed_need(agreed: AgreedNeed, masked: Masked) -> AgreedNeed:
    return replace(
        agreed,
        agreed=_agreed(agreed.agreed, masked),
        measures=tuple(_measure(m, masked) for m in agreed.measures),
    )
