"""What is said of a search: the filters that were understood, and why an offer was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from app.i18n import Translator
from app.offers.filters import Filter, FilterKind
from app.wording.offers import language_name, offer_mode_name, offer_type_name, provider_type_name, time_name

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
        case kind:
            return _NAMES[kind](t, asked.values[0])


def filters_said(t: Translator, asked: Iterable[Filter]) -> str:
    return t.listed(filter_said(t, each) for each in asked)


def speaks_of(t: Translator, said: Iterable[str]) -> str:
    """Why an offer was found by its words."""
    return t("speaks of the same: {value}", value=", ".join(said))
