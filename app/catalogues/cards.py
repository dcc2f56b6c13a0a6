"""The catalogue of cards, permits and other statutory items (brief, section 7)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.catalogues.model import CardCatalogue, CardType, UsualCards
from app.catalogues.reading import Lies, about, broken, validated

if TYPE_CHECKING:
    from app.catalogues import shape

CARDS: Final = "cards"


def load_cards(lies: Lies) -> CardCatalogue:
    """All cards; each code is there once, and what is usual is among them."""
    from app.catalogues import shape

    path = lies(f"{CARDS}.yaml")
    read = validated(path, shape.Cards)
    _refuse_codes(path, read)
    usual = tuple(UsualCards(u.key, tuple(u.divisions), tuple(u.cards)) for u in read.profiles)
    remind = tuple(sorted(read.remind, reverse=True))
    return CardCatalogue(about(read), remind, tuple(_card(card) for card in read.cards), usual)


def _refuse_codes(path: Path, read: shape.Cards) -> None:
    known = set[str]()
    for place, card in enumerate(read.cards):
        if card.code in known:
            raise broken(path, f"cards[{place}].code", card.code)
        known.add(card.code)
    for place, usual in enumerate(read.profiles):
        if unknown := set(usual.cards) - known:
            raise broken(path, f"profiles[{place}].cards", min(unknown))


def _card(card: shape.Card) -> CardType:
    return CardType(
        code=card.code,
        name=card.name.text(),
        nature=tuple(card.nature),
        ends=card.ends,
        certainty=card.certainty,
        years=card.years,
        basis=card.basis.text(),
        note=card.note.text(),
        restricted=card.restricted,
    )
