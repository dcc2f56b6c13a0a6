"""What is asked of a public service, and what its answers would change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.errors import UserError
from app.frameworks.changes import FrameworkChange
from app.frameworks.model import FrameworkSummary
from app.languages import Language
from app.offers.changes import OfferChanges
from app.offers.model import Provider

Source = Literal["eperusteet", "opintopolku"]
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for. `text` is words, an order number or the number of a qualification in ePerusteet; without it,
    what the library has. At most `limit` finds of a search are fetched. `address` is another one than in the settings.
    """

    source: Source
    text: str = ""
    language: Language = "fi"
    limit: int = 10
    address: str = ""


@dataclass(frozen=True, slots=True)
class FrameworkPreview:
    """What taking the qualifications would change; nothing is taken yet.

    `gone` are those of the library that the service has no more: they stay. `refused` say why one cannot be read.
    `more` was found than the limit allows. `fetched_on` is the day of the oldest answer.
    """

    changes: tuple[FrameworkChange, ...]
    gone: tuple[FrameworkSummary, ...]
    refused: tuple[UserError, ...]
    more: bool
    fetched_on: date


@dataclass(frozen=True, slots=True)
class OfferPreview:
    """What taking the offers would change; nothing is taken yet. The rest as for qualifications."""

    changes: OfferChanges
    providers: tuple[Provider, ...]
    refused: tuple[UserError, ...]
    more: bool
    fetched_on: date


Preview = FrameworkPreview | OfferPreview


@dataclass(frozen=True, slots=True)
class Applied:
    """Keys of what an update brought, changed, and marked as given no more."""

    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
