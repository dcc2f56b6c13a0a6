"""What an offer is found by, in one language."""

from __future__ import annotations

from typing import Final

from app.languages import Language
from app.offers.model import Offer
from app.search.index import Document

_READ: Final = 600
"""Letters of each text that are compared: what it is about is said at its beginning. Words are found in all of it."""


def document(offer: Offer, language: Language) -> Document:
    """What an offer is found by: words (in another language where this one has none), codes, provider and places."""
    tags = (offer.keywords, *offer.unit_names)
    codes = (*offer.unit_codes, *offer.qualification_codes, offer.card)
    told = (offer.can_do_after, offer.for_whom, offer.description, offer.provider, *offer.places)
    cut = [_cut(part.said(language).text) for part in told]
    return Document(
        title=offer.name.said(language).text,
        tags=" ".join((*(tag.said(language).text for tag in tags), *codes)),
        body=" ".join(beginning for beginning, _ in cut),
        further=" ".join(rest for _, rest in cut),
    )


def _cut(text: str) -> tuple[str, str]:
    """The beginning of a text and its rest; a word is not cut in two, unless it is longer than any."""
    if len(text) <= _READ:
        return text, ""
    at = text.rfind(" ", 1, _READ + 1)
    at = at if at > 0 else _READ
    return text[:at], text[at:]
