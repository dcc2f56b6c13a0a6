"""Every document that can be made: which there are, and each as bytes or as a file.

A document is in the language asked for, whatever the window speaks. It speaks of roles alone, unless names are asked
for and the kind can tell them; then the people mode of the mapping says what people may be called.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app import __version__
from app.errors import UserError
from app.files.writing import write_file
from app.i18n import Translator
from app.languages import Language
from app.mapping.interview import Standing, standing
from app.mapping.interview_scan import scan_result
from app.mapping.model import Mapping
from app.mapping.plan import Results
from app.services import interviews, plans
from app.services.catalogues import of_company, of_directory
from app.services.desk import Desk
from app.services.mappings import ALONE_IN_ROW
from app.services.results import results_of
from app.services.units import extents
from app.wording.documents import document_name

QUICK: Final = "quick"


@dataclass(frozen=True, slots=True)
class Order:
    """What a document is made for: a company, unless it is about all of them; `role_key` narrows some to a role."""

    desk: Desk
    chosen: Mapping | None
    language: Language
    names: bool = False
    role_key: str = ""

    @property
    def mapping(self) -> Mapping:
        if self.chosen is None:
            raise UserError("Say of which company this document is to be.")
        return self.chosen

    @property
    def t(self) -> Translator:
        return Translator(self.language)

    @property
    def named(self) -> bool:
        """Whether people are told apart: names are asked for, and people have rows of their own here."""
        return self.names and self.mapping.people_mode in ALONE_IN_ROW

    @property
    def results(self) -> Results:
        """As they may be shown: by roles, or by the people mode where names are asked for."""
        from app.report.by_mode import by_mode
        from app.report.roles_only import roles_only

        found = results_of(self.desk, self.mapping)
        return by_mode(found) if self.named else roles_only(found)


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """`of_all` is about all companies of this computer; `names` can tell of people; `role` can be about one role."""

    key: str
    suffix: str
    build: Callable[[Order], bytes]
    of_all: bool = False
    names: bool = False
    role: bool = False


def documents() -> tuple[DocumentKind, ...]:
    """All kinds, in the order in which they are offered."""
    return tuple(KINDS.values())


def kind_of(key: str) -> DocumentKind:
    """The kind with a key; another key is a UserError."""
    if key not in KINDS:
        raise UserError(
            "There is no document called {name}. There are: {known}.", {"name": key, "known": ", ".join(KINDS)}
        )
    return KINDS[key]


def made(kind: DocumentKind, order: Order) -> bytes:
    """A document; the same stored data, day, language and version give the same bytes."""
    if order.names and not kind.names:
        raise UserError("This document never names anybody. Make it without names.")
    if order.role_key and not kind.role:
        raise UserError("This document is not about one role. Make it without a role.")
    return kind.build(order)


def write_document(kind: DocumentKind, order: Order, out: Path) -> None:
    """Make a document and write it whole, or not at all."""
    write_file(out, made(kind, order))


def as_json(t: Translator) -> list[dict[str, Any]]:
    """The kinds as data, named in the language of the translator."""
    return [
        {
            "key": kind.key,
            "name": document_name(t, kind.key),
            "suffix": kind.suffix,
            "of_all_companies": kind.of_all,
            "can_name_people": kind.names,
            "can_be_of_a_role": kind.role,
        }
        for kind in documents()
    ]


def _plan(order: Order) -> bytes:
    return plans.render(order.desk, order.mapping, order.language)


def _owner(order: Order) -> bytes:
    from app.report import owner

    directory = of_directory(order.desk).directory
    return owner.render(order.results, order.t, __version__, directory, roles_only=not order.named)


def _scan(order: Order) -> bytes:
    from app.report import scan_page
    from app.report.content.scan import Scan

    mapping, stand = order.mapping, _quick(order)
    found = scan_result(stand)
    if found.words is None:
        raise UserError("The quick scan of this company is not answered whole. Answer it first: its result needs all.")
    scan = Scan(mapping.company, order.desk.today, stand, found, mapping.example, mapping.method_version)
    return scan_page.render(scan, order.t, __version__)


def _quick(order: Order) -> Standing:
    """The quick scan as it stands, also after the company has gone on from it to a longer survey."""
    from app.services.surveys import find

    survey = order.desk.cases.survey(order.mapping.key)
    if survey is None or not survey.index_words:
        survey = find(order.desk, QUICK)
    return standing(interviews.of_mapping(order.mapping, survey, order.desk.today))


def _dialogue(order: Order) -> bytes:
    from app.report import dialogue

    return dialogue.render(order.results, order.t, __version__)


def _apprenticeship(order: Order) -> bytes:
    from app.report import apprenticeship_sheet

    directory = of_directory(order.desk).directory
    return apprenticeship_sheet.render(order.results, order.t, __version__, directory, order.role_key)


def _unmet(order: Order) -> bytes:
    from app.report import unmet_sheet
    from app.services.unmet import unmet_needs

    sectors = {each.code: each.name for each in of_company(order.desk).sectors.sectors.divisions}
    return unmet_sheet.render(unmet_needs(order.desk), order.desk.today, order.t, __version__, sectors)


def _json(order: Order) -> bytes:
    """What the development plan prints, as data."""
    from app.report import plan

    desk, mapping = order.desk, order.mapping
    directory = of_directory(desk).directory
    value = plan.as_json(results_of(desk, mapping), order.t, extents(desk, mapping), directory)
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def _workbook(order: Order) -> bytes:
    from app.report import workbook

    return workbook.render(order.results, order.t, __version__, names=order.named)


def _measures_csv(order: Order) -> bytes:
    from app.report import tables

    return tables.as_csv(tables.measures(order.t, order.results))


def _needs_csv(order: Order) -> bytes:
    from app.report import tables

    return tables.as_csv(tables.needs(order.t, order.results))


_ALL: Final = (
    DocumentKind("plan", ".pdf", _plan),
    DocumentKind("owner", ".pdf", _owner, names=True),
    DocumentKind("scan", ".pdf", _scan),
    DocumentKind("dialogue", ".pdf", _dialogue),
    DocumentKind("apprenticeship", ".pdf", _apprenticeship, role=True),
    DocumentKind("unmet", ".pdf", _unmet, of_all=True),
    DocumentKind("xlsx", ".xlsx", _workbook, names=True),
    DocumentKind("json", ".json", _json),
    DocumentKind("measures-csv", ".csv", _measures_csv, names=True),
    DocumentKind("needs-csv", ".csv", _needs_csv),
)
KINDS: Final = {kind.key: kind for kind in _ALL}
