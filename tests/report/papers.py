"""The documents beside the development plan, of the small workshop and of the hardest mappings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import Any, Final

from app.catalogues.funding import load_funding
from app.catalogues.model import Directory
from app.catalogues.sectors import load_sectors
from app.catalogues.services import load_services
from app.i18n import Translator
from app.languages import Language
from app.mapping.model import Band, Mapping
from app.mapping.plan import Results, results
from app.mapping.told import ChangeDriver, Told
from app.mapping.unmet import UnmetNeed
from app.paths import resource
from app.report import apprenticeship_sheet, dialogue, owner, scan_page, unmet_sheet
from app.report.blocks import Section
from app.report.data import as_data
from app.report.roles_only import roles_only
from app.texts import Text
from tests.report.company import CAM, MAPPING, TODAY, WELDING
from tests.report.printed import document_of
from tests.report.scans import long_scan, scan
from tests.report.stress import LONG, full

VERSION: Final = "1.2.3"
COMPANY: Final = replace(MAPPING.company, size="50–249", municipality_name="Turku", sector="25")
WORKSHOP: Final = replace(MAPPING, company=COMPANY)
DRIVER: Final = Text("Sähköistyminen", "Elektrifiering", "Electrification")
TOLD: Final = Told((ChangeDriver("c", DRIVER, "Veikko kalibroi", ("mechanic-voltage",)),), open_posts="yes")
NEEDS: Final = (
    UnmetNeed(CAM, ("sector:machine", "cam"), 7, Band.URGENT, 21, ("25", "45"), ("fi", "sv"), "101103", "351108"),
    UnmetNeed(WELDING, ("sector:machine", "welding"), 2, Band.IMPORTANT, 4, ("25",), ("sv",)),
    UnmetNeed(Text("Lehtolan oma kone"), ("", "lehtolan oma kone"), 1, Band.WATCH, 1, ("25",), ("fi",)),
)
MANY: Final = tuple(
    replace(NEEDS[0], name=Text(LONG[n % 5]), competence=("a", str(n)), companies=n) for n in range(40, 0, -1)
)


@cache
def directory() -> Directory:
    """The shipped routes and services."""
    lies = partial(resource, "catalogues")
    return Directory(load_funding(lies), load_services(lies))


@cache
def sectors() -> dict[str, Text]:
    return {each.code: each.name for each in load_sectors(partial(resource, "catalogues")).divisions}


@cache
def results_of(mapping: Mapping = WORKSHOP) -> Results:
    return results(mapping, TODAY, TOLD)


PDFS: Final[dict[str, Callable[[Translator], bytes]]] = {
    "owner": lambda t: owner.render(roles_only(results_of()), t, VERSION, directory()),
    "scan": lambda t: scan_page.render(scan(), t, VERSION),
    "dialogue": lambda t: dialogue.render(results_of(), t, VERSION),
    "apprenticeship": lambda t: apprenticeship_sheet.render(results_of(), t, VERSION, directory()),
    "unmet": lambda t: unmet_sheet.render(NEEDS, TODAY, t, VERSION, sectors()),
}
LONG_PDFS: Final[dict[str, Callable[[Translator], bytes]]] = {
    "owner": lambda t: owner.render(roles_only(results_of(full())), t, VERSION, directory()),
    "scan": lambda t: scan_page.render(long_scan(), t, VERSION),
    "dialogue": lambda t: dialogue.render(results_of(full()), t, VERSION),
    "apprenticeship": lambda t: apprenticeship_sheet.render(results_of(full()), t, VERSION, directory()),
    "unmet": lambda t: unmet_sheet.render(MANY, TODAY, t, VERSION, sectors()),
}
SECTIONS: Final[dict[str, Callable[[Translator], tuple[Section, ...]]]] = {
    "owner": lambda t: owner.document(t, roles_only(results_of()), directory()).sections,
    "scan": lambda t: scan_page.paper(t, scan()).sections,
    "dialogue": lambda t: dialogue.paper(t, results_of()).sections,
    "apprenticeship": lambda t: apprenticeship_sheet.paper(t, results_of(), directory()).sections,
    "unmet": lambda t: unmet_sheet.paper(t, NEEDS, TODAY, sectors()).sections,
}
KINDS: Final = tuple(PDFS)


@cache
def pdf_of(kind: str, language: Language) -> bytes:
    return PDFS[kind](Translator(language))


def told(kind: str, language: Language) -> Any:
    """The sections as data: the printed words by what they are."""
    sections = SECTIONS[kind](Translator(language))
    return as_data(replace(document_of(WORKSHOP, language), sections=sections))["sections"]
