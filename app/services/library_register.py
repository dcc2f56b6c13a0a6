"""The register of qualifications beside the library: what is not imported, and orders that are not the newest."""

from __future__ import annotations

from collections.abc import Iterable

from app.catalogues.qualifications import Order, Qualification
from app.frameworks.model import Framework, FrameworkSummary
from app.services import catalogues
from app.services.desk import Desk


def not_imported(desk: Desk, known: Iterable[FrameworkSummary]) -> tuple[Qualification, ...]:
    """Qualifications of the register of which none of these frameworks is an order to rely on."""
    codes = {each.code for each in known if each.kind == "qualification" and not order_instead(desk, each)}
    return tuple(q for q in catalogues.qualifications(desk).qualifications if q.code not in codes)


def order_instead(desk: Desk, framework: Framework | FrameworkSummary) -> Order | None:
    """What stands in the register against relying on this order: the newest one, or this one where it is of a trial."""
    found = catalogues.qualifications(desk).qualification(framework.code)
    if found is None or framework.kind != "qualification":
        return None
    here = next((order for order in found.orders if order.number and order.number == framework.order_number), None)
    if here and here.standing == "trial":
        return here
    newest = found.newest
    if newest is None or newest == here:
        return None
    is_later = newest.valid_from and framework.valid_from and newest.valid_from > framework.valid_from
    return newest if is_later or (here and here.standing == "earlier") else None
