"""What an update would change, as JSON for the command line."""

from __future__ import annotations

from typing import Any

from app.frameworks.changes import FrameworkChange
from app.frameworks.model import Unit
from app.i18n import Translator
from app.languages import LANGUAGES
from app.offers.model import Offer
from app.services.updates_model import Applied, FrameworkPreview, OfferPreview, Preview
from app.texts import Text


def preview_json(t: Translator, preview: Preview, applied: Applied | None) -> dict[str, Any]:
    """The whole preview; `applied` is null when nothing was taken."""
    found = _frameworks(preview) if isinstance(preview, FrameworkPreview) else _offers(preview)
    taken = applied and {"new": applied.new, "updated": applied.updated, "ended": applied.ended}
    return found | {
        "refused": [t.explain(error) for error in preview.refused],
        "more": preview.more,
        "fetched_on": str(preview.fetched_on),
        "applied": taken,
    }


def _frameworks(preview: FrameworkPreview) -> dict[str, Any]:
    return {"frameworks": list(map(_framework, preview.changes)), "gone": [each.key for each in preview.gone]}


def _framework(change: FrameworkChange) -> dict[str, Any]:
    return {
        "id": change.after.key,
        "change": change.kind,
        "name": _text(change.after.name),
        "order_number": change.after.order_number,
        "order_number_before": change.before.order_number if change.before else None,
        "before": change.before.key if change.before else None,
        "units": len(change.after.units),
        "requirements": change.after.requirement_count,
        "new_units": list(map(_unit, change.new_units)),
        "gone_units": list(map(_unit, change.gone_units)),
        "renamed_units": [_unit(unit) | {"name_before": _text(old.name)} for old, unit in change.renamed],
        "changed_units": [
            _unit(each.unit)
            | {
                "new": list(map(_text, each.statements.new)),
                "gone": list(map(_text, each.statements.gone)),
                "reworded": [{"before": _text(old), "after": _text(new)} for old, new in each.statements.reworded],
            }
            for each in change.changed_units
        ],
    }


def _offers(preview: OfferPreview) -> dict[str, Any]:
    changes = preview.changes
    return {
        "new": list(map(_offer, changes.new)),
        "changed": [_offer(each.after) | {"fields": each.changed} for each in changes.changed],
        "unchanged": len(changes.unchanged),
        "gone": list(map(_offer, changes.gone)),
        "providers": len(preview.providers),
    }


def _unit(unit: Unit) -> dict[str, Any]:
    return {"code": unit.code, "name": _text(unit.name)}


def _offer(offer: Offer) -> dict[str, Any]:
    return {"id": offer.key, "name": _text(offer.name), "provider": _text(offer.provider)}


def _text(text: Text) -> dict[str, str]:
    return {language: text.get(language) for language in LANGUAGES}
