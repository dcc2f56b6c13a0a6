"""The command line of the program; without arguments the window opens."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from app import __version__, bootstrap
from app.commands.common import (
    DONE,
    TOLD,
    Add,
    Command,
    add_out,
    common_options,
    complain,
    data_folder,
    tell,
    tell_json,
)
from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.paths import DataFolder


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code."""
    options, rest = common_options().parse_known_args(arguments, _for_window())
    if rest:  # otherwise the window opens sooner when sixty commands are not made ready first
        options = _parser().parse_args(arguments, _for_window())
    t = Translator(system_language())
    command: Command = options.command
    try:
        return command(options, t)
    except UserError as error:
        complain(t.explain(error))
        return TOLD


def system_language() -> Language:
    """The language of the person's system, or English when it is none of ours."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return next((language for language in LANGUAGES if value.startswith(language)), "en")
    return "en"


def _for_window() -> argparse.Namespace:
    """What holds as long as nothing else is asked for."""
    return argparse.Namespace(command=_window, data=None, today=bootstrap.system_today())


def _parser() -> argparse.ArgumentParser:
    from app.commands import best_set, companies, documents, esco, library, moving, offers, online, plans, staff

    parser = argparse.ArgumentParser(
        prog="kartturi", parents=[common_options()], description="Without a command: the window."
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(metavar="COMMAND")

    def add(name: str, command: Command, text: str) -> argparse.ArgumentParser:
        sub: argparse.ArgumentParser = commands.add_parser(
            name, parents=[common_options()], help=text, description=text
        )
        sub.set_defaults(command=command)
        return sub

    _add_demo(add)
    for those in (library, esco, offers, online, companies, moving, best_set, plans, documents, staff):
        those.add_commands(add)
    scoring = add("score", _score, "score a JSON list of items")
    scoring.add_argument("file", type=Path, metavar="FILE")
    scoring.add_argument("--json", action="store_true")
    add("self-test", _self_test, "prove that the program can do its main job here")
    return parser


def _add_demo(add: Add) -> None:
    demo = add("demo", _demo, "the whole main job on the sample company, in a throwaway data folder")
    add_out(demo, "DIR", "folder for plan.pdf and plan.json")
    demo.add_argument("--lang", choices=LANGUAGES, help="language of the plan")
    demo.add_argument("--qualification", type=Path, metavar="FILE", help="map the roles on this qualification")
    demo.add_argument("--offers", type=Path, nargs="+", default=(), metavar="FILE", help="draw on these offers")


def _window(options: argparse.Namespace, t: Translator) -> int:
    return bootstrap.run_window(data_folder(options), options.today, t.language)


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


def _score(options: argparse.Namespace, t: Translator) -> int:
    from app import files
    from app.services import scoring

    rows = scoring.score_items(files.read_json(options.file), options.file.name)
    if options.json:
        tell_json(rows)
    else:
        for line in scoring.lines(rows, t):
            tell(line)
    return DONE


def _self_test(options: argparse.Namespace, t: Translator) -> int:
    from app.services import selftest

    selftest.run(lambda root: bootstrap.open_desk(DataFolder(root), options.today), t, tell)
    seconds = bootstrap.show_window_once(t.language)
    tell(t("Window opened in {seconds} s", seconds=t.number(seconds, 1)))
    return DONE
