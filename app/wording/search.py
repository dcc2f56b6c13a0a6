"""What is said of a search: the filters that were understood, and why an offer was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from app.i18n import Translator
from app.offers.filters import Filter, FilterKind
from app.offers.model import Offer
from app.wording.offers import euros, language_name, offer_mode_name, offer_type_name, provider_type_name, time_name

_NAMES: Final[Mapping[FilterKind, Callable[[Translator, Any], str]]] = {
    "time": time_name,
    "mode": offer_mode_name,
    "type": offer_type_name,
    "provider": provider_type_name,
    "language": lambda t, value: t("teaching language: {value}", value=language_name(t, value)),
    "price": lambda t, _value: t("free of charge"),
}


def filter_said(t: Translator, asked: Filter) -> str:
    """A filter as a clause: "in the evenings", "place: Turku", "teaching language: Swedish"."""
    match asked.kind:
        case "place":
            return t("place: {place}", place=asked.name.said(t.language).text)
        case "start":
            return t("begins: {when}", when=asked.typed)
        case "card":
            return t("card or permit: {card}", card=asked.typed)
        case "price_limit":
            return t("costs no more than {price}", price=euros(t, Decimal(asked.values[0])))
        case kind:
            return _NAMES[kind](t, asked.values[0])


def filter_met(t: Translator, asked: Filter, offer: Offer) -> str:
    """How an offer that was found meets a filter; one that does not tell its price may or may not."""
    if asked.kind == "price_limit" and offer.price_eur is None:
        return t("the price is not known, ask for it")
    return filter_said(t, asked)


def filters_said(t: Translator, asked: Iterable[Filter]) -> str:
    return t.listed(filter_said(t, each) for each in asked)


def speaks_of(t: Translator, said: Iterable[str]) -> str:
    """Why an offer was found by its words."""
    return t("speaks of the same: {value}", value=", ".join(said))
