"""The library: files read into it, and what stands in it."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.commands.common import DONE, TOLD, Add, add_out, complain, opened_desk, tell, tell_json
from app.i18n import Translator
from app.languages import LANGUAGES, Language


def add_commands(add: Add) -> None:
    importing = add("import", _import, "read frameworks, offers and surveys into the library")
    importing.add_argument("files", type=Path, nargs="+", metavar="FILE")
    kinds = ("eperusteet", "opintopolku", "catalogue", "survey")
    importing.add_argument("--kind", choices=kinds, help="do not guess the kind")
    importing.add_argument("--json", action="store_true")

    exporting = add("export", _export, "write a survey as an XLSForm")
    exporting.add_argument("survey", metavar="SURVEY", help="key of a survey")
    add_out(exporting, help_="an XLSX file")

    searching = add("search", _search, "search the offers")
    searching.add_argument("text", metavar="TEXT")
    searching.add_argument("--lang", choices=LANGUAGES)
    searching.add_argument("--limit", type=int, default=10, metavar="N")
    searching.add_argument("--json", action="store_true")

    listing = add("frameworks", _frameworks, "list frameworks and qualifications")
    listing.add_argument("--json", action="store_true")


def _import(options: argparse.Namespace, t: Translator) -> int:
    from app.services import libraries
    from app.services.reports import import_json, import_lines

    def progress(file: str, done: int, of: int) -> None:
        if not options.json:
            tell(t("Reading {file} ({n} of {of})", file=file, n=done + 1, of=of))

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


def _export(options: argparse.Namespace, t: Translator) -> int:
    from app.services import surveys

    with opened_desk(options) as desk:
        surveys.export_form(desk, options.survey, options.out)
    tell(t("The form is in {file}", file=options.out))
    return DONE


def _search(options: argparse.Namespace, t: Translator) -> int:
    from app.services import searching

    language: Language = options.lang or t.language
    with opened_desk(options) as desk:
        found = searching.search_offers(desk, options.text, language, options.limit)
    if options.json:
        tell_json([searching.as_json(hit, Translator(language)) for hit in found])
    elif found:
        for hit in found:
            tell(searching.as_line(hit, Translator(language)))
    else:
        tell(t("Nothing was found. Import offers first, or try other words."))
    return DONE


def _frameworks(options: argparse.Namespace, t: Translator) -> int:
    from app.services import libraries
    from app.services.reports import framework_json, framework_line

    with opened_desk(options) as desk:
        summaries = libraries.frameworks(desk)
    if options.json:
        tell_json([framework_json(s) for s in summaries])
    else:
        for s in summaries:
            tell(framework_line(t, s))
    return DONE
