"""What is said of the facts in the catalogues: of a card's rules, and of where a municipality belongs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.catalogues.model import CardType, EmploymentArea, Municipalities, Municipality, Nature, Region
from app.i18n import Translator, mark

NATURES: Final[dict[Nature, str]] = {
    "law": mark("the law"),
    "authority": mark("an authority"),
    "customer": mark("customers"),
    "industry": mark("the industry"),
    "employer": mark("the employer"),
}


def validity_sentence(t: Translator, card: CardType) -> str:
    """How long a card is valid."""
    match card.ends:
        case "years":
            return t.n("Valid for {n} year.", "Valid for {n} years.", card.years or 0)
        case "review":
            years = card.years or 0
            return t.n("No end by law; reviewed every year.", "No end by law; reviewed every {n} years.", years)
        case "on_card":
            return t("The last day stands on the card or permit.")
        case "no_end":
            return t("Valid until further notice.")
        case "seen":
            return t("Only that it was seen is noted.")
        case "not_known":
            return t("How long it is valid is not known here: ask whoever gives it.")


def card_sentences(t: Translator, card: CardType) -> str:
    """All that the catalogue says of a card, as running text."""
    return " ".join(filter(None, _of_card(t, card)))


def _of_card(t: Translator, card: CardType) -> Iterator[str]:
    yield validity_sentence(t, card)
    if card.certainty in ("memory", "unknown"):
        yield t("Check this before you rely on it.")
    yield t("Demanded or given by: {who}.", who=t.listed(t(NATURES[nature]) for nature in card.nature))
    if card.basis:
        yield t("Basis: {basis}.", basis=card.basis.said(t.language).text)
    yield card.note.said(t.language).text


def place_sentence(t: Translator, catalogue: Municipalities, municipality: Municipality) -> str:
    """The region and the employment area of a municipality."""
    region = catalogue.region_of(municipality)
    name = t("Region: {region}.", region=region.name.said(t.language).text)
    return f"{name} {_area(t, region, catalogue.area_of(municipality))}"


def _area(t: Translator, region: Region, area: EmploymentArea | None) -> str:
    if not region.employment_areas:
        return t("There are no employment areas here.")
    if area is None:
        return t("Employment area: not known here; ask the municipality.")
    name = area.name.said(t.language).text
    if area.status == "working":
        return t("Employment area: {area} (not checked).", area=name)
    return t("Employment area: {area}.", area=name)
