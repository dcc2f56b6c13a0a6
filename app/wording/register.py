"""Words for the register of qualifications and for job titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from app.catalogues.qualifications import Kind, Order, Qualification, Standing
from app.i18n import Translator, mark
from app.wording.library import Fact, Told, known_facts, other_names

_KINDS: Final[dict[Kind, str]] = {
    "vocational": mark("vocational qualification"),
    "further": mark("further vocational qualification"),
    "specialist": mark("specialist vocational qualification"),
}
_STANDINGS: Final[dict[Standing, str]] = {
    "newest": mark("Newest order known"),
    "earlier": mark("Earlier order"),
    "trial": mark("Order of a trial"),
}


def qualification_kind_name(t: Translator, kind: Kind) -> str:
    return t(_KINDS[kind])


def qualification_told(t: Translator, qualification: Qualification, profile: str, checked: str) -> Told:
    """A qualification of which the library has nothing but this; `profile` is the sector profile near it."""
    facts = (
        *other_names(t, qualification.name),
        (t("Code"), qualification.code),
        (t("Competence points"), t.number(qualification.points) if qualification.points else ""),
        *_orders(t, qualification.orders),
        (t("Note"), t.said(qualification.note)),
        (t("Sector profile"), profile),
        (t("Checked"), checked),
    )
    lead = t(
        "Its units and requirements are not in the library yet. Look for it in ePerusteet over the network, or save it "
        "there whole as JSON and import that file."
    )
    kind = qualification_kind_name(t, qualification.kind)
    return Told(t.said(qualification.name), kind, lead, known_facts(facts))


def warning_of_order(t: Translator, order: Order | None) -> str:
    """What to mind where the register knows another order, or knows that this one is of a trial."""
    if order is None:
        return ""
    if order.standing == "trial":
        return t("This is the order of a trial, which is not the qualification at large.")
    return t("A newer order is known: {order}. Import it from ePerusteet.", order=_order(t, order))


def _orders(t: Translator, orders: Iterable[Order]) -> Iterator[Fact]:
    for each in orders:
        yield t(_STANDINGS[each.standing]), _order(t, each)


def _order(t: Translator, order: Order) -> str:
    """Its number, its day, or both."""
    since = t("in force from {day}", day=t.day(order.valid_from)) if order.valid_from else ""
    return ", ".join(filter(None, (order.number, since)))
