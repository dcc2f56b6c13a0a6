"""What is due and how far a case is, in words for lists, the calendar and the command line (brief, JOE-2a, KEU-8)."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from typing import Final

from app.i18n import Translator, mark
from app.mapping.due import Ball, Due, Kind, Stage
from app.mapping.followups import FollowUp
from app.mapping.model import CardHolding, Mapping, Measure, RoleNeed
from app.wording.versions import measure_title

KINDS: Final = {
    Kind.CARD: mark("card or permit ends"),
    Kind.MEASURE: mark("deadline of a measure"),
    Kind.ANSWER: mark("answer to a referral"),
    Kind.MEETING: mark("next meeting"),
    Kind.FOLLOW_UP: mark("follow-up"),
    Kind.MAPPING: mark("time to map again"),
}
STAGES: Final = {
    Stage.NEW: mark("new"),
    Stage.MAPPED: mark("mapped"),
    Stage.PLAN: mark("plan"),
    Stage.IN_PROGRESS: mark("in progress"),
    Stage.FOLLOW_UP: mark("follow-up"),
    Stage.CLOSED: mark("closed"),
}
BALLS: Final = {
    Ball.CONSULTANT: mark("consultant"),
    Ball.COMPANY: mark("company"),
    Ball.SERVICE: mark("service"),
    Ball.NOBODY: mark("nobody"),
}


def kind_name(t: Translator, kind: Kind) -> str:
    return t(KINDS[kind])


def stage_name(t: Translator, stage: Stage) -> str:
    return t(STAGES[stage])


def ball_name(t: Translator, ball: Ball) -> str:
    return t(BALLS[ball])


def follow_up_name(t: Translator, follow_up: FollowUp) -> str:
    return t.n("Follow-up after {n} month", "Follow-up after {n} months", follow_up.months)


def names_of(t: Translator, mapping: Mapping) -> dict[str, str]:
    """What roles, needs and cards are called, by key."""
    parts: tuple[RoleNeed | CardHolding, ...] = (*mapping.needs, *mapping.cards)
    return {role.key: role.name for role in mapping.roles} | {p.key: p.name.said(t.language).text for p in parts}


def due_title(t: Translator, due: Due, names: Dict[str, str]) -> str:
    """What is due, with its role where it has one; `names` are those of roles, needs and cards by key."""
    match due.about:
        case CardHolding() as card:
            values = {"card": card.name.said(t.language).text, "role": names.get(card.role_key, "")}
            return t("{card} ends: {role}", **values)
        case Measure() as measure:
            title = measure_title(t, measure, names)
            return t("Answer awaited: {what}", what=title) if due.kind is Kind.ANSWER else title
        case FollowUp() as follow_up:
            return follow_up_name(t, follow_up)
        case None:
            return t("Next meeting") if due.kind is Kind.MEETING else t("Time to map again")


def days_clause(t: Translator, days: int) -> str:
    """When something is due, seen from today."""
    if days < 0:
        return t.n("{n} day late", "{n} days late", -days)
    return t.n("in {n} day", "in {n} days", days) if days else t("today")
