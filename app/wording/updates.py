"""What an update from a public service would change, in sentences: what it is first, its parts indented below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.frameworks.changes import ChangeKind, FrameworkChange
from app.frameworks.model import Framework, FrameworkSummary, Unit
from app.i18n import Translator, mark
from app.offers.changes import OfferChanges
from app.offers.model import Offer
from app.texts import Text

_KINDS: Final[dict[ChangeKind, str]] = {
    "new": mark("{name} is new: {units} units, {requirements} requirements"),
    "newer": mark("{name} is a newer order, and is kept beside the earlier one"),
    "changed": mark("{name} has changed"),
    "unchanged": mark("{name} is as it was"),
}


def framework_change_lines(t: Translator, change: FrameworkChange) -> list[str]:
    """What taking one qualification would change."""
    return [framework_change_title(t, change), *(f"  {line}" for line in _parts(t, change))]


def framework_change_title(t: Translator, change: FrameworkChange) -> str:
    after = change.after
    return t(
        _KINDS[change.kind],
        name=_numbered(t, after),
        units=t.number(len(after.units)),
        requirements=t.number(after.requirement_count),
    )


def gone_framework_line(t: Translator, framework: FrameworkSummary) -> str:
    return t("{name} is no longer at the service; it stays in the library", name=_numbered(t, framework))


def offer_change_lines(t: Translator, changes: OfferChanges) -> list[str]:
    """What taking the offers would change; what is unchanged is only counted."""
    counts = t(
        "{new} new, {changed} changed, {unchanged} unchanged, {gone} given no more",
        new=t.number(len(changes.new)),
        changed=t.number(len(changes.changed)),
        unchanged=t.number(len(changes.unchanged)),
        gone=t.number(len(changes.gone)),
    )
    told = [
        *(t("new: {name}", name=_offer(t, offer)) for offer in changes.new),
        *(t("changed: {name}", name=_offer(t, each.after)) for each in changes.changed),
        *(t("given no more: {name}", name=_offer(t, offer)) for offer in changes.gone),
    ]
    return [counts, *(f"  {line}" for line in told)]


def _parts(t: Translator, change: FrameworkChange) -> Iterator[str]:
    before, after = change.before, change.after
    if before is None:
        return
    if before.order_number != after.order_number:
        yield t("order number {before} → {after}", before=before.order_number, after=after.order_number)
    yield from (t("new unit: {name}", name=_unit(t, unit)) for unit in change.new_units)
    yield from (t("unit that is gone: {name}", name=_unit(t, unit)) for unit in change.gone_units)
    for old, unit in change.renamed:
        yield t("renamed unit: {before} → {after}", before=_said(t, old.name), after=_unit(t, unit))
    for changed in change.changed_units:
        found = changed.statements
        yield t(
            "{unit}, requirements: {new} new, {gone} gone, {reworded} reworded",
            unit=_unit(t, changed.unit),
            new=t.number(len(found.new)),
            gone=t.number(len(found.gone)),
            reworded=t.number(len(found.reworded)),
        )


def _said(t: Translator, text: Text) -> str:
    return text.said(t.language).text


def _numbered(t: Translator, framework: Framework | FrameworkSummary) -> str:
    name = _said(t, framework.name)
    return f"{name} ({framework.order_number})" if framework.order_number else name


def _unit(t: Translator, unit: Unit) -> str:
    return f"{_said(t, unit.name)} ({unit.code})" if unit.code else _said(t, unit.name)


def _offer(t: Translator, offer: Offer) -> str:
    provider = _said(t, offer.provider)
    return f"{_said(t, offer.name)} ({provider})" if provider else _said(t, offer.name)
