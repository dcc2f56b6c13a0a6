"""What differs between two versions of a plan, as sentences: people as sums, unless they stand by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Mapping as Dict
from datetime import date
from fractions import Fraction
from typing import Any, Final

from app.i18n import Translator, mark
from app.mapping.levels import Tally
from app.mapping.model import (
    CardHolding,
    CostClass,
    Mapping,
    Measure,
    MeasureStatus,
    OptionType,
    PeopleMode,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.referral_made import Referral
from app.mapping.trend import Movement
from app.mapping.versions import (
    Added,
    Approval,
    Changed,
    Difference,
    LevelChanged,
    LevelsChanged,
    OrderChanged,
    Part,
    ReasonChanged,
    Removed,
)
from app.offers.model import Offer
from app.texts import Text
from app.wording.words import (
    card_state_name,
    cost_name,
    criticality_name,
    level_name,
    option_name,
    people_mode_name,
    status_name,
)

FIELDS: Final = {
    "goal": mark("goal"),
    "people_mode": mark("how people appear"),
    "next_meeting": mark("next meeting"),
    "next_meeting_note": mark("note on the next meeting"),
    "name": mark("name"),
    "head_count": mark("head count"),
    "importance": mark("importance"),
    "role_key": mark("role"),
    "targets": mark("target levels"),
    "criticality": mark("criticality"),
    "required": mark("how many must master it"),
    "statutory": mark("demanded by law"),
    "state": mark("state"),
    "valid_to": mark("valid until"),
    "count": mark("number of people"),
    "for_key": mark("what it is for"),
    "option": mark("way forward"),
    "what": mark("what is done"),
    "responsible": mark("responsible"),
    "deadline": mark("deadline"),
    "success_sign": mark("sign of success"),
    "cost": mark("cost"),
    "status": mark("status"),
    "funding_route": mark("funding route"),
    "offer": mark("offer"),
    "why": mark("why"),
    "first_step": mark("first step"),
    "decided_on": mark("day of decision"),
    "referral": mark("referral"),
}
Names = Dict[str, str]
"""What roles, needs and cards are called, by key."""


def difference_lines(t: Translator, old: Mapping, new: Mapping, found: Iterable[Difference]) -> list[str]:
    """Each difference between two states of a mapping as a sentence."""
    names = _names(t, old) | _names(t, new)
    return [_line(t, names, difference) for difference in found]


def _names(t: Translator, mapping: Mapping) -> dict[str, str]:
    roles = {role.key: role.name for role in mapping.roles}
    of_roles: tuple[RoleNeed | CardHolding, ...] = (*mapping.needs, *mapping.cards)
    in_role = {part.key: _in_role(t, part, roles) for part in of_roles}
    return roles | in_role | {measure.key: measure_title(t, measure, in_role) for measure in mapping.measures}


def _in_role(t: Translator, part: RoleNeed | CardHolding, roles: Names) -> str:
    """A need or card with its role: "Welder: hot work"."""
    return t("{role}: {name}", role=roles.get(part.role_key, ""), name=part.name.said(t.language).text)


def measure_title(t: Translator, measure: Measure, names: Names) -> str:
    """What is done, or, where nobody has put it in words, the way forward and what it is for."""
    kind = option_name(t, measure.option)
    return measure.what or t("{option}: {name}", option=kind, name=names.get(measure.for_key, ""))


def _line(t: Translator, names: Names, found: Difference) -> str:
    match found:
        case Added(part=part):
            return t(_kinds(part)[0], name=names[part.key])
        case Removed(part=part):
            return t(_kinds(part)[1], name=names[part.key])
        case Changed():
            return _changed_line(t, names, found)
        case OrderChanged():
            before, after = (_order(t, names, order) for order in (found.before, found.after))
            return t("The agreed order was {before}; it is {after}.", before=before, after=after)
        case _:
            return _need_line(t, names, found)


def _order(t: Translator, names: Names, order: tuple[RoleNeed, ...]) -> str:
    return t.listed(names[need.key] for need in order) or t("nothing")


def _need_line(t: Translator, names: Names, found: LevelsChanged | LevelChanged | ReasonChanged) -> str:
    """What changed about a need that is no field of it."""
    name = names[found.need.key]
    match found:
        case LevelsChanged():
            before, after = people_at(t, found.before), people_at(t, found.after)
            return t("{name}, people by level: {before} before, {after} now.", name=name, before=before, after=after)
        case LevelChanged(person=person):
            before, after = level_name(t, found.before), level_name(t, found.after)
            who = person.display_name or person.code
            return t("{who}, {name}: {before} before, {after} now.", who=who, name=name, before=before, after=after)
        case ReasonChanged():
            before, after = _quoted(t, found.before), _quoted(t, found.after)
            words = mark("{name}, reason for its place: {before} before, {after} now.")
            return t(words, name=name, before=before, after=after)


def _kinds(part: Part) -> tuple[str, str]:
    """What is said of a part that is new, and of one that is gone."""
    match part:
        case Role():
            return mark("New role: {name}."), mark("The role is gone: {name}.")
        case RoleNeed():
            return mark("New competence: {name}."), mark("The competence is gone: {name}.")
        case CardHolding():
            return mark("New card or permit: {name}."), mark("The card or permit is gone: {name}.")
        case Measure():
            return mark("New measure: {name}."), mark("The measure is gone: {name}.")


def _changed_line(t: Translator, names: Names, found: Changed) -> str:
    before, after = (_value(t, names, found, value) for value in (found.before, found.after))
    field = t(FIELDS[found.field])
    if found.part is None:
        return t("The plan, {field}: {before} before, {after} now.", field=field, before=before, after=after)
    name = names[found.part.key]
    return t("{name}, {field}: {before} before, {after} now.", name=name, field=field, before=before, after=after)


def _quoted(t: Translator, text: str) -> str:
    return t("“{text}”", text=text) if text else t("nothing")


def _value(t: Translator, names: Names, found: Changed, value: Any) -> str:
    """A value of a field in words; what is not there is nothing."""
    if found.field in ("for_key", "role_key"):
        return names.get(value, "") or t("nothing")
    if found.field == "criticality":
        return criticality_name(t, value)
    if found.field == "state":
        return t("held") if value == "held" else card_state_name(t, value)
    if found.field == "required" and value == "all":
        return t("everybody")
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    said = next((say for kind, say in _SAID.items() if isinstance(value, kind)), None)
    return said(t, value) if said else _plain(t, value)


def _plain(t: Translator, value: Any) -> str:
    return _quoted(t, value) if isinstance(value, str) else t.said(value) if value is not None else t("nothing")


def _targets(t: Translator, targets: Targets) -> str:
    levels = (t("none") if level is None else t.number(level) for level in (targets.now, targets.y1, targets.y3))
    now, y1, y3 = levels
    return t("now {now}, in one year {y1}, in three years {y3}", now=now, y1=y1, y3=y3)


def referral_line(t: Translator, referral: Referral) -> str:
    """How far a referral is: to whom, agreed, sent, answered."""
    steps: list[tuple[str, date | None]] = [
        (mark("agreed {day}"), referral.consent_on),
        (mark("sent {day}"), referral.sent_on),
        (mark("answered {day}"), referral.answered_on),
    ]
    return ", ".join(filter(None, [referral.to, *(t(words, day=t.day(day)) for words, day in steps if day)]))


def _text(t: Translator, text: Text) -> str:
    return _quoted(t, text.said(t.language).text)


def _offer(t: Translator, offer: Offer) -> str:
    return _text(t, offer.name)


_SAID: Final[dict[type, Callable[[Translator, Any], str]]] = {
    Targets: _targets,
    PeopleMode: people_mode_name,
    OptionType: option_name,
    CostClass: cost_name,
    MeasureStatus: status_name,
    Referral: referral_line,
    Offer: _offer,
    Text: _text,
}
"""How values of a kind are said."""


def people_at(t: Translator, people: Tally) -> str:
    """How many people are at which level: "1 at 2, 2 at 3"; those whom something else holds back are added."""
    at = [t("{n} at level {level}", n=n, level=level) for level, n in enumerate(people.at) if n]
    held = sum(people.held_back)
    back = [t.n("{n} held back by something else", "{n} held back by something else", held)] if held else []
    return ", ".join([*at, *back]) or t("nobody")


def approval_line(t: Translator, approval: Approval) -> str:
    """One version as it stands in a list."""
    head = t("Version {number}, approved {day}", number=approval.number, day=t.day(approval.approved_on))
    by = t("by {who}", who=approval.approved_by) if approval.approved_by else ""
    erased = t("changed on {day} by erasing a person", day=t.day(approval.erased_on)) if approval.erased_on else ""
    return ", ".join(filter(None, (head, by, approval.note, erased)))


def movement_line(t: Translator, movement: Movement) -> str:
    """What became of the levels in one need, by what was said then and by what is said of then today."""
    name, before, after = movement.need.name.said(t.language).text, movement.level_before, movement.level_after
    if before is None or after is None:
        return t("{name}: not assessed both times.", name=name)
    values = {"name": name, "before": t.number(before, 1), "after": t.number(after, 1)}
    if before == after:
        said = t("{name}: level {level}, as it was.", name=name, level=values["after"])
    else:
        said = t("{name}: level {before} then, {after} now ({change}).", **values, change=_signed(t, after - before))
    if movement.then is None or movement.change_in_hindsight is None:
        return said
    then = t(
        "In hindsight it was {then} ({change}).", then=movement.then, change=_signed(t, movement.change_in_hindsight)
    )
    return f"{said} {then}"


def level_change(t: Translator, movement: Movement) -> str:
    """The mean level then and now, in few words: "1.3 → 2.0 (+0.7)"; nothing where it was not known both times."""
    if movement.level_before is None or movement.level_after is None or movement.change is None:
        return ""
    before, after = t.number(movement.level_before, 1), t.number(movement.level_after, 1)
    return t("{before} → {after} ({change})", before=before, after=after, change=_signed(t, movement.change))


def level_change_in_hindsight(t: Translator, movement: Movement) -> str:
    """The level of then as it is judged today, and what has been gained on it."""
    if movement.then is None or movement.change_in_hindsight is None:
        return ""
    return t("{then} ({change})", then=movement.then, change=_signed(t, movement.change_in_hindsight))


def _signed(t: Translator, value: Fraction) -> str:
    return f"+{t.number(value, 1)}" if value > 0 else t.number(value, 1)
