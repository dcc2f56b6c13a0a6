"""The library: files read into it, and what stands in it."""

from __future__ import annotations

import argparse
from itertools import chain
from pathlib import Path

from app.commands.common import DONE, TOLD, Add, add_out, complain, opened_desk, tell, tell_found, tell_json
from app.errors import UserError
from app.i18n import Translator, mark


def add_commands(add: Add) -> None:
    importing = add("import", _import, "read frameworks, offers and surveys into the library")
    importing.add_argument("files", type=Path, nargs="+", metavar="FILE")
    kinds = (
        "eperusteet",
        "case",
        "digcomp",
        "entrecomp",
        "esco",
        "table",
        "opintopolku",
        "schema_org",
        "elm",
        "catalogue",
        "survey",
        "plan",
    )
    importing.add_argument("--kind", choices=kinds, help="do not guess the kind")
    importing.add_argument("--dry-run", action="store_true", help="say what files of offers would change, by id")
    importing.add_argument("--json", action="store_true")

    exporting = add("export", _export, "write a survey as an XLSForm, or a framework as CASE or as a table")
    exporting.add_argument("key", metavar="KEY", help="key of a survey or of a framework")
    add_out(exporting, help_="of a survey .xlsx; of a framework .json (CASE), .csv or .xlsx")

    listing = add("frameworks", _frameworks, "list frameworks and qualifications")
    listing.add_argument("--json", action="store_true")


def _import(options: argparse.Namespace, t: Translator) -> int:
    from app.services import libraries
    from app.services.reports import import_json, import_lines

    def progress(file: str, done: int, of: int) -> None:
        if not options.json:
            tell(t("Reading {file} ({n} of {of})", file=file, n=done + 1, of=of))

    if options.dry_run:
        return _preview(options, t)
    with opened_desk(options) as desk:
        reports = libraries.import_files(desk, options.files, progress, kind=options.kind)
    if options.json:
        tell_json([import_json(t, report) for report in reports])
    else:
        for report in reports:
            for line in import_lines(t, report):
                tell(line)
    for report in reports:
        if report.error:
            complain(t.explain(report.error))
    return TOLD if any(report.error for report in reports) else DONE


def _preview(options: argparse.Namespace, t: Translator) -> int:
    from app.services import offer_preview

    with opened_desk(options) as desk:
        found = [offer_preview.preview(desk, path) for path in options.files]
    lines = chain.from_iterable(offer_preview.as_lines(t, each) for each in found)
    return tell_found(options, lambda: [offer_preview.as_json(t, each) for each in found], lines)


def _export(options: argparse.Namespace, t: Translator) -> int:
    from app.services import frameworks_io, libraries, surveys

    with opened_desk(options) as desk:
        forms, frameworks = surveys.keys(desk), [each.key for each in libraries.frameworks(desk)]
        is_framework = options.key in frameworks
        if is_framework:
            frameworks_io.export(desk, options.key, options.out)
        elif options.key in forms:
            surveys.export_form(desk, options.key, options.out)
        else:
            values = {"key": options.key, "surveys": list(forms), "frameworks": frameworks}
            raise UserError("Nothing here has the key {key}. Surveys: {surveys}. Frameworks: {frameworks}.", values)
    said = mark("The framework is in {file}") if is_framework else mark("The form is in {file}")
    tell(t(said, file=options.out))
    return DONE


def _frameworks(options: argparse.Namespace, t: Translator) -> int:
    from app.services import libraries
    from app.services.reports import framework_json, framework_line

    with opened_desk(options) as desk:
        summaries = libraries.frameworks(desk)
    lines = (framework_line(t, each) for each in summaries)
    return tell_found(options, lambda: [*map(framework_json, summaries)], lines)
