"""The register of vocational qualifications: names, codes and what is known of their orders (brief, 5.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from app.catalogues.model import About
from app.catalogues.reading import Lies, about, refuse_twice, validated
from app.texts import Text

if TYPE_CHECKING:
    from app.catalogues import register_shape as shape

QUALIFICATIONS: Final = "qualifications"
Kind = Literal["vocational", "further", "specialist"]
"""Perustutkinto, ammattitutkinto, erikoisammattitutkinto."""
Standing = Literal["newest", "earlier", "trial"]
"""The newest order known here; one that has been replaced; one of a trial, which is not the qualification at large."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order of requirements. The number is empty where only the day is known; `eperusteet` is its id there."""

    number: str
    standing: Standing
    valid_from: date | None = None
    eperusteet: int | None = None


@dataclass(frozen=True, slots=True)
class Qualification:
    """`points` are competence points, none where not known; `profile` is the key of the sector profile next to it."""

    code: str
    kind: Kind
    name: Text
    points: int | None = None
    profile: str = ""
    orders: tuple[Order, ...] = ()
    note: Text = Text()

    @property
    def newest(self) -> Order | None:
        """The newest order known. None does not mean that there is none: the requirements are to be imported."""
        return next((order for order in self.orders if order.standing == "newest"), None)


@dataclass(frozen=True, slots=True)
class Qualifications:
    about: About
    qualifications: tuple[Qualification, ...]

    def qualification(self, code: str) -> Qualification | None:
        return next((q for q in self.qualifications if q.code == code), None)


def load_qualifications(lies: Lies) -> Qualifications:
    """All qualifications; each code is there once."""
    from app.catalogues import register_shape as shape

    path = lies(f"{QUALIFICATIONS}.yaml")
    read = validated(path, shape.Qualifications)
    refuse_twice(path, "qualifications", "code", [q.code for q in read.qualifications])
    return Qualifications(about(read), tuple(map(_qualification, read.qualifications)))


def _qualification(read: shape.Qualification) -> Qualification:
    return Qualification(
        code=read.code,
        kind=read.kind,
        name=read.name.text(),
        points=read.points,
        profile=read.profile or "",
        orders=tuple(Order(o.number or "", o.standing, o.valid_from, o.eperusteet) for o in read.orders),
        note=read.note.text(),
    )
