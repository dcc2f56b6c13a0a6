"""Every command of the program; without arguments the window opens.

Help is in English; the sentences a command reports follow the language of the system. Exit codes: 0 done,
2 something the person can put right, told in one sentence on standard error.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from app import __version__, bootstrap
from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.paths import DataFolder, default_data_folder
from app.services.desk import Desk

DONE, TOLD = 0, 2


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code."""
    options = _parser().parse_args(arguments)
    t = Translator(system_language())
    command: Callable[[argparse.Namespace, Translator], int] = options.command
    try:
        return command(options, t)
    except UserError as error:
        print(t.explain(error), file=sys.stderr)  # noqa: T201 - the command line speaks by printing
        return TOLD


def system_language() -> Language:
    """The language of the person's system, or English when it is none of ours."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return next((language for language in LANGUAGES if value.startswith(language)), "en")
    return "en"


def tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the command line speaks by printing


def _tell_json(value: Any) -> None:
    tell(json.dumps(value, ensure_ascii=False, indent=1))


@contextmanager
def _desk(options: argparse.Namespace) -> Iterator[Desk]:
    desk = bootstrap.open_desk(_folder(options), options.today)
    try:
        yield desk
    finally:
        desk.close()


def _folder(options: argparse.Namespace) -> DataFolder:
    return DataFolder(options.data) if options.data else default_data_folder()


def _window(options: argparse.Namespace, t: Translator) -> int:
    return bootstrap.run_window(_folder(options), options.today, t.language)


def _demo(options: argparse.Namespace, t: Translator) -> int:
    from app.services import demo

    t = Translator(options.lang) if options.lang else t
    with tempfile.TemporaryDirectory() as folder:
        desk = bootstrap.open_desk(DataFolder(Path(folder)), options.today)
        try:
            demo.run(desk, options.out, t, tell, options.qualification, options.offers)
        finally:
            desk.close()
    tell(t("The plan is in {file}", file=options.out / "plan.pdf"))
    return DONE


def _import(options: argparse.Namespace, t: Translator) -> int:
    from app.services import libraries
    from app.services.reports import import_json, import_lines

    def progress(file: str, done: int, of: int) -> None:
        if not options.json:
            tell(t("Reading {file} ({n} of {of})", file=file, n=done + 1, of=of))

    with _desk(options) as desk:
        reports = libraries.import_files(desk, options.files, progress, kind=options.kind)
    if options.json:
        _tell_json([import_json(t, report) for report in reports])
    else:
        for report in reports:
            for line in import_lines(t, report):
                tell(line)
    for report in reports:
        if report.error:
            print(t.explain(report.error), file=sys.stderr)  # noqa: T201 - the command line speaks by printing
    return TOLD if any(report.error for report in reports) else DONE


def _export(options: argparse.Namespace, t: Translator) -> int:
    from app.services import surveys

    with _desk(options) as desk:
        surveys.export_form(desk, options.survey, options.out)
    tell(t("The form is in {file}", file=options.out))
    return DONE


def _score(options: argparse.Namespace, t: Translator) -> int:
    from app import files
    from app.services import scoring

    rows = scoring.score_items(files.read_json(options.file), options.file.name)
    if options.json:
        _tell_json(rows)
    else:
        for line in scoring.lines(rows, t):
            tell(line)
    return DONE


def _search(options: argparse.Namespace, t: Translator) -> int:
    from app.services import searching

    language: Language = options.lang or t.language
    with _desk(options) as desk:
        found = searching.search_offers(desk, options.text, language, options.limit)
    if options.json:
        _tell_json([searching.as_json(hit, Translator(language)) for hit in found])
    elif found:
        for hit in found:
            tell(searching.as_line(hit, Translator(language)))
    else:
        tell(t("Nothing was found. Import offers first, or try other words."))
    return DONE


def _frameworks(options: argparse.Namespace, t: Translator) -> int:
    from app.services import libraries
    from app.services.reports import framework_json, framework_line

    with _desk(options) as desk:
        summaries = libraries.frameworks(desk)
    if options.json:
        _tell_json([framework_json(s) for s in summaries])
    else:
        for s in summaries:
            tell(framework_line(t, s))
    return DONE


def _plan(options: argparse.Namespace, t: Translator) -> int:
    from app.services import companies, plans

    with _desk(options) as desk:
        chosen = companies.find(companies.recent(desk), options.company)
        plans.write_pdf(desk, chosen.key, options.lang or chosen.document_language, options.out)
    tell(t("The plan is in {file}", file=options.out))
    return DONE


def _self_test(options: argparse.Namespace, t: Translator) -> int:
    from app.services import selftest

    selftest.run(lambda root: bootstrap.open_desk(DataFolder(root), options.today), t, tell)
    seconds = bootstrap.show_window_once(t.language)
    tell(t("Window opened in {seconds} s", seconds=t.number(seconds, 1)))
    return DONE


def _common() -> argparse.ArgumentParser:
    """What may stand before and after the name of a command.

    A new one each time and without defaults: otherwise a command would forget what was given before its name.
    """
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", type=Path, metavar="DIR", help="another data folder")
    common.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="fix the day (ISO)")
    return common


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kartturi", parents=[_common()], description="Without a command: the window.")
    parser.add_argument("--version", action="version", version=__version__)
    parser.set_defaults(command=_window, data=None, today=bootstrap.system_today())
    commands = parser.add_subparsers(metavar="COMMAND")

    def add(name: str, command: Callable[[argparse.Namespace, Translator], int], text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, parents=[_common()], help=text, description=text)
        sub.set_defaults(command=command)
        return sub

    demo = add("demo", _demo, "the whole main job on the sample company, in a throwaway data folder")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for plan.pdf and plan.json")
    demo.add_argument("--lang", choices=LANGUAGES, help="language of the plan")
    demo.add_argument("--qualification", type=Path, metavar="FILE", help="map the roles on this qualification")
    demo.add_argument("--offers", type=Path, nargs="+", default=(), metavar="FILE", help="draw on these offers")

    importing = add("import", _import, "read frameworks, offers and surveys into the library")
    importing.add_argument("files", type=Path, nargs="+", metavar="FILE")
    kinds = ("eperusteet", "opintopolku", "catalogue", "survey")
    importing.add_argument("--kind", choices=kinds, help="do not guess the kind")
    importing.add_argument("--json", action="store_true")

    exporting = add("export", _export, "write a survey as an XLSForm")
    exporting.add_argument("survey", metavar="SURVEY", help="key of a survey")
    exporting.add_argument("--out", type=Path, required=True, metavar="FILE", help="an XLSX file")

    scoring = add("score", _score, "score a JSON list of items")
    scoring.add_argument("file", type=Path, metavar="FILE")
    scoring.add_argument("--json", action="store_true")

    searching = add("search", _search, "search the offers")
    searching.add_argument("text", metavar="TEXT")
    searching.add_argument("--lang", choices=LANGUAGES)
    searching.add_argument("--limit", type=int, default=10, metavar="N")
    searching.add_argument("--json", action="store_true")

    listing = add("frameworks", _frameworks, "list frameworks and qualifications")
    listing.add_argument("--json", action="store_true")

    plan = add("plan", _plan, "write the plan of a company as PDF")
    plan.add_argument("company", metavar="COMPANY", help="name, or key of the mapping")
    plan.add_argument("--lang", choices=LANGUAGES)
    plan.add_argument("--out", type=Path, required=True, metavar="FILE")

    add("self-test", _self_test, "prove that the program can do its main job here")
    return parser
