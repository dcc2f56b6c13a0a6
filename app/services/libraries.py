"""The library: frameworks and offers that are shipped or imported, and the import of files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from app import files
from app.errors import UserError
from app.frameworks.model import Framework, FrameworkSummary
from app.frameworks.packs import load_packs
from app.offers.model import Offer, Provider
from app.paths import resource
from app.services.desk import Desk

if TYPE_CHECKING:
    from app.offers.readers import Read, Refused
    from app.services.surveys import FormReport
    from app.store.library import Stored

Kind = Literal["eperusteet", "opintopolku", "catalogue", "survey"]
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of one file: keys by outcome and refused rows, or the one reason why nothing was taken.

    `providers` are those of a page of providers, whatever became of each; `form` says more of a survey.
    """

    file: str
    kind: Kind | None = None
    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    providers: tuple[Provider, ...] = ()
    form: FormReport | None = None
    error: UserError | None = None


@lru_cache(maxsize=1)
def packs() -> tuple[Framework, ...]:
    """The shipped sector profiles and frameworks; they never change while the program runs."""
    return load_packs(resource("frameworks"))


@lru_cache(maxsize=1)
def example_offers() -> tuple[Offer, ...]:
    """Our own invented offers, for the sample company only."""
    from app.offers.readers.table import load_examples

    return load_examples(resource("offers", "examples.csv"))


def frameworks(desk: Desk) -> tuple[FrameworkSummary, ...]:
    """Shipped packs, then what was imported."""
    return tuple(summary(p) for p in packs()) + desk.library.frameworks()


def summary(framework: Framework) -> FrameworkSummary:
    return FrameworkSummary(
        key=framework.key,
        kind=framework.kind,
        name=framework.name,
        code=framework.code,
        order_number=framework.order_number,
        version=framework.version,
        units=len(framework.units),
        requirements=framework.requirement_count,
        competences=len(framework.competences),
        source=framework.source,
        checked=framework.checked,
    )


def framework(desk: Desk, key: str) -> Framework:
    """One framework, whole, shipped or imported."""
    return next((p for p in packs() if p.key == key), None) or desk.library.framework(key)


def offers(desk: Desk) -> tuple[Offer, ...]:
    """Imported offers."""
    return desk.library.offers()


def import_files(
    desk: Desk,
    paths: Sequence[Path],
    progress: Progress = lambda _file, _done, _of: None,
    cancelled: Callable[[], bool] = lambda: False,
    kind: Kind | None = None,
) -> tuple[ImportReport, ...]:
    """Read files of any kind known here. Each file is taken whole or not at all; one bad file stops no other."""
    reports = []
    for done, path in enumerate(paths):
        if cancelled():
            break
        progress(path.name, done, len(paths))
        try:
            reports.append(_import_file(desk, path, kind))
        except UserError as error:
            reports.append(ImportReport(path.name, error=error))
    _join_offers(desk, reports)
    return tuple(reports)


def _import_file(desk: Desk, path: Path, kind: Kind | None) -> ImportReport:
    from app.offers.readers import table
    from app.services import surveys

    data = files.read_bytes(path)
    if kind == "survey" or (kind is None and surveys.is_form(data)):
        return _import_form(desk, path, data)
    if kind == "catalogue" or (kind is None and not _looks_like_json(data)):
        read = table.read(files.parse_table(data, path.name), path.name)
        return _report(path, "catalogue", desk.library.put_offers(read.offers), read)
    return _import_json(desk, path, files.parse_json(data, path.name), kind)


def _import_form(desk: Desk, path: Path, data: bytes) -> ImportReport:
    from app.services import surveys

    form, stored = surveys.import_form(desk, data, path.name)
    if stored is None:
        return ImportReport(path.name, "survey", form=form, error=surveys.first_fault(form, path.name))
    return replace(_report(path, "survey", stored), form=form)


def _looks_like_json(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] in (b"{", b"[")


def _import_json(desk: Desk, path: Path, value: Any, kind: Kind | None) -> ImportReport:
    from app.frameworks.readers import eperusteet
    from app.offers.readers import opintopolku

    if kind == "eperusteet" or (kind is None and eperusteet.recognises(value)):
        stored = desk.library.put_framework(eperusteet.read(value, path.name))
        return _report(path, "eperusteet", stored)
    if kind == "opintopolku" or (kind is None and opintopolku.recognises(value)):
        read = opintopolku.read(value, path.name)
        known = desk.library.offers_of(key for o in read.offers for key in (o.key, o.parent_key))
        offers = opintopolku.joined(_fuller(read.offers, known), known)
        desk.library.put_providers(read.providers)
        return _report(path, "opintopolku", desk.library.put_offers(offers), read)
    raise UserError(
        "{file} is JSON, but neither qualification requirements of ePerusteet nor an offer of Opintopolku. "
        "Nothing was read.",
        {"file": path.name},
    )


def _fuller(offers: Iterable[Offer], known: Iterable[Offer]) -> list[Offer]:
    """The offers, but a hit of a search page never takes the place of the same education read whole.

    Opintopolku says when it was last changed of what is whole, and not of a hit.
    """
    whole = {offer.key: offer for offer in known if offer.checked_on}
    return [offer if offer.checked_on else whole.get(offer.key, offer) for offer in offers]


def _report(path: Path, kind: Kind, stored: Stored, read: Read | None = None) -> ImportReport:
    refused, providers = (read.refused, read.providers) if read else ((), ())
    return ImportReport(path.name, kind, stored.new, stored.updated, stored.unchanged, refused, providers)


def _join_offers(desk: Desk, reports: Iterable[ImportReport]) -> None:
    """Complete implementations from the education they belong to, whichever file came first."""
    from app.offers.readers import opintopolku

    if any(r.kind == "opintopolku" for r in reports):
        desk.library.put_offers(opintopolku.joined(desk.library.offers()))
