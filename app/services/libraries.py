"""The library: frameworks and offers that are shipped or imported, and the import of files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app import files
from app.errors import UserError
from app.frameworks.model import Framework, FrameworkSummary
from app.frameworks.packs import load_packs
from app.offers.model import Offer, Provider
from app.paths import resource
from app.services.desk import Desk, Shelf
from app.services.recognising import Kind, recognised

if TYPE_CHECKING:
    from app.offers.readers import Read, Refused
    from app.services.surveys import FormReport
    from app.store.library import Stored

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
        valid_from=framework.valid_from,
    )


def framework(desk: Desk, key: str, version: str = "") -> Framework:
    """One framework, whole, shipped or imported: in one version, or the newest."""
    return next((p for p in packs() if p.key == key), None) or desk.library.framework(key, version)


def versions(desk: Desk, key: str) -> tuple[FrameworkSummary, ...]:
    """All versions of a framework, the newest first; of what is shipped there is one."""
    return tuple(summary(p) for p in packs() if p.key == key) or desk.library.versions(key)


def offers(desk: Shelf) -> tuple[Offer, ...]:
    """Imported offers."""
    return desk.library.offers()


def import_files(
    desk: Desk,
    paths: Sequence[Path],
    progress: Progress = lambda _file, _done, _of: None,
    cancelled: Callable[[], bool] = lambda: False,
    kind: Kind | None = None,
) -> tuple[ImportReport, ...]:
    """Read files of any kind known here. Each file is taken whole or not at all; one bad file stops no other.

    Files of ESCO belong together: they are read last, and cancelling takes none of them.
    """
    from app.services import esco

    together = [path for path in paths if kind == "esco" or (kind is None and esco.is_esco(path))]
    reports = []
    for done, path in enumerate(path for path in paths if path not in together):
        if cancelled():
            break
        progress(path.name, done, len(paths))
        try:
            reports.append(_import_file(desk, path, kind))
        except UserError as error:
            reports.append(ImportReport(path.name, error=error))
    _join_offers(desk, reports)
    reports += _import_esco(desk, together, lambda path: progress(path.name, paths.index(path), len(paths)), cancelled)
    names = [path.name for path in paths]
    return tuple(sorted(reports, key=lambda report: names.index(report.file)))


def _import_esco(
    desk: Desk, paths: Sequence[Path], reading: Callable[[Path], None], cancelled: Callable[[], bool]
) -> list[ImportReport]:
    from app.services import esco

    try:
        outcomes = esco.import_parts(desk, paths, reading, cancelled) if paths else []
    except UserError as error:
        outcomes = [error] * len(paths)
    return [
        ImportReport(path.name, error=each) if isinstance(each, UserError) else _report(path, "esco", each)
        for path, each in zip(paths, outcomes or (), strict=False)
    ]


def _import_file(desk: Desk, path: Path, kind: Kind | None) -> ImportReport:
    found, content = recognised(desk, files.read_bytes(path), path.name, kind)
    return _READERS[found](desk, path, content)


def _import_case(desk: Desk, path: Path, value: Any) -> ImportReport:
    from app.services import frameworks_io

    return _report(path, "case", frameworks_io.import_case(desk, value, path.name))


def _import_eperusteet(desk: Desk, path: Path, value: Any) -> ImportReport:
    from app.frameworks.readers import eperusteet

    return _report(path, "eperusteet", desk.library.put_framework(eperusteet.read(value, path.name)))


def _import_digcomp(desk: Desk, path: Path, table: files.Table) -> ImportReport:
    from app.services import frameworks_io

    return _report(path, "digcomp", frameworks_io.import_digcomp(desk, table, path.name))


def _import_entrecomp(desk: Desk, path: Path, table: files.Table) -> ImportReport:
    from app.services import frameworks_io

    return _report(path, "entrecomp", frameworks_io.import_entrecomp(desk, table, path.name))


def _import_table(desk: Desk, path: Path, table: files.Table) -> ImportReport:
    from app.offers.readers import Refused
    from app.services import frameworks_io

    stored, left = frameworks_io.import_table(desk, table, path.name)
    return replace(_report(path, "table", stored), refused=tuple(Refused(row.line, row.reason) for row in left))


def _import_opintopolku(desk: Desk, path: Path, value: Any) -> ImportReport:
    from app.offers.readers import opintopolku

    read = opintopolku.read(value, path.name)
    known = desk.library.offers_of(key for o in read.offers for key in (o.key, o.parent_key))
    offers = opintopolku.joined(_fuller(read.offers, known), known)
    desk.library.put_providers(read.providers)
    return _report(path, "opintopolku", desk.library.put_offers(offers), read)


def _import_schema_org(desk: Desk, path: Path, value: Any) -> ImportReport:
    from app.offers.readers import schema_org

    return _offers_report(desk, path, "schema_org", schema_org.read(value, path.name))


def _import_elm(desk: Desk, path: Path, value: Any) -> ImportReport:
    from app.offers.readers import elm

    return _offers_report(desk, path, "elm", elm.read(value, path.name))


def _import_catalogue(desk: Desk, path: Path, table: files.Table) -> ImportReport:
    from app.offers.readers import table as catalogue

    return _offers_report(desk, path, "catalogue", catalogue.read(table, path.name))


def _import_form(desk: Desk, path: Path, data: bytes) -> ImportReport:
    from app.services import surveys

    form, stored = surveys.import_form(desk, data, path.name)
    if stored is None:
        return ImportReport(path.name, "survey", form=form, error=surveys.first_fault(form, path.name))
    return replace(_report(path, "survey", stored), form=form)


def _import_plan(desk: Desk, path: Path, data: bytes) -> ImportReport:
    from app.services import plan_reading

    taken = plan_reading.import_plan(desk, data, path.name)
    key = (taken.key,)
    return ImportReport(path.name, "plan", new=key if taken.new else (), unchanged=() if taken.new else key)


_READERS: Final[dict[Kind, Callable[[Desk, Path, Any], ImportReport]]] = {
    "case": _import_case,
    "eperusteet": _import_eperusteet,
    "digcomp": _import_digcomp,
    "entrecomp": _import_entrecomp,
    "table": _import_table,
    "opintopolku": _import_opintopolku,
    "schema_org": _import_schema_org,
    "elm": _import_elm,
    "catalogue": _import_catalogue,
    "survey": _import_form,
    "plan": _import_plan,
}
"""How a file of each kind is read, from the content as `recognising` gives it; files of ESCO are read together."""


def _fuller(offers: Iterable[Offer], known: Iterable[Offer]) -> list[Offer]:
    """The offers, but a hit of a search page never takes the place of the same education read whole.

    Opintopolku says when it was last changed of what is whole, and not of a hit.
    """
    whole = {offer.key: offer for offer in known if offer.checked_on}
    return [offer if offer.checked_on else whole.get(offer.key, offer) for offer in offers]


def _offers_report(desk: Desk, path: Path, kind: Kind, read: Read) -> ImportReport:
    return _report(path, kind, desk.library.put_offers(read.offers), read)


def _report(path: Path, kind: Kind, stored: Stored, read: Read | None = None) -> ImportReport:
    refused, providers = (read.refused, read.providers) if read else ((), ())
    return ImportReport(path.name, kind, stored.new, stored.updated, stored.unchanged, refused, providers)


def _join_offers(desk: Desk, reports: Iterable[ImportReport]) -> None:
    """Complete implementations from the education they belong to, whichever file came first."""
    from app.offers.readers import opintopolku

    if any(r.kind == "opintopolku" for r in reports):
        desk.library.put_offers(opintopolku.joined(desk.library.offers()))
