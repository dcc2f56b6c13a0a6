"""What is said of a card or permit (brief, section 7)."""

from __future__ import annotations

from app.i18n import Translator
from app.mapping.cards import ONLY_SEEN
from app.mapping.model import CardHolding
from app.mapping.plan import FixFirst
from app.wording.words import card_state_name


def card_title(t: Translator, holding: CardHolding) -> str:
    """The card and how many people it concerns: "Hot-work card, 2 people"."""
    name = holding.name.said(t.language).text
    return t.n("{name}, {n} person", "{name}, {n} people", holding.count, name=name)


def card_clause(t: Translator, fix: FixFirst) -> str:
    """What is wrong and since or until when: "expired 30 Sep 2026, 54 days ago"."""
    if fix.days is None or fix.holding.valid_to is None:
        return _undated(t, fix)
    day = t.day(fix.holding.valid_to)
    if fix.days < 0:
        return t.n("expired {day}, {n} day ago", "expired {day}, {n} days ago", -fix.days, day=day)
    if fix.days == 0:
        return t("ends today, {day}", day=day)
    return t.n("ends {day}, in {n} day", "ends {day}, in {n} days", fix.days, day=day)


def _undated(t: Translator, fix: FixFirst) -> str:
    if fix.state == "missing":
        return t("needed but missing")
    if fix.state == "not_known":
        return t("find out whether it is valid")
    if fix.state == "no_end" and fix.holding.card in ONLY_SEEN:
        return t("seen")
    return card_state_name(t, fix.state)


def fix_first_sentence(t: Translator, fix: FixFirst) -> str:
    """One line of what to fix first."""
    return t("{card}: {state}.", card=card_title(t, fix.holding), state=card_clause(t, fix))
