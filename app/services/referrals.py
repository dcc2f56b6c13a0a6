"""Referring a company to another service as a measure: consent first, then sending, then an answer (brief, JOE-3b)."""

from __future__ import annotations

from dataclasses import replace

from app.catalogues.model import Service
from app.languages import Language
from app.mapping.model import Measure
from app.mapping.referral_made import Referral, refusal
from app.services.mappings import kept_text


def to_service(measure: Measure, service: Service, language: Language) -> Measure:
    """The measure as a referral to a service of the catalogue, called by its name; what was agreed and sent goes."""
    return replace(measure, referral=Referral(service=service.key, to=service.name.said(language).text))


def referred(measure: Measure, referral: Referral) -> Measure:
    """The measure with this referral; one that cannot be so, such as sent before it was agreed, is a UserError."""
    words = {name: kept_text(getattr(referral, name)) for name in ("to", "sends", "consent_by")}
    kept = replace(referral, **words)  # type: ignore[arg-type] # these are texts
    if wrong := refusal(kept):
        raise wrong
    return replace(measure, referral=kept)
