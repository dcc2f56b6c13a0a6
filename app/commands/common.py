"""What every command needs: the data folder, a voice, and an exit code.

Help is in English; the sentences a command reports follow the language of the system. Exit codes: 0 done,
2 something the person can put right, told in one sentence on standard error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app import bootstrap
from app.i18n import Translator
from app.paths import DataFolder, default_data_folder

if TYPE_CHECKING:
    from app.services.desk import Desk, ShelfAlone

DONE, TOLD = 0, 2
Command = Callable[[argparse.Namespace, Translator], int]


class Add(Protocol):
    """Makes a command known by its name and one line of help; its own arguments are added to what is returned."""

    def __call__(self, name: str, command: Command, text: str) -> argparse.ArgumentParser: ...


def tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the command line speaks by printing


def tell_json(value: Any) -> None:
    import json  # the window, which comes this way too, does not need it

    tell(json.dumps(value, ensure_ascii=False, indent=1))


def tell_all(lines: Iterable[str], nothing: str = "") -> None:
    """Each line, or where there is none that there is nothing."""
    told = False
    for line in lines:
        tell(line)
        told = True
    if nothing and not told:
        tell(nothing)


def tell_found(
    options: argparse.Namespace,
    values: Callable[[], object],
    lines: Iterable[str],
    nothing: str = "",
    csv: Callable[[], str] | None = None,
) -> int:
    """What was found in the form that was asked for: as JSON, as CSV where there is such a form, or in words."""
    if options.json:
        tell_json(values())
    elif csv and options.csv:
        tell(csv().rstrip("\r\n"))
    else:
        tell_all(lines, nothing)
    return DONE


def complain(words: str) -> None:
    print(words, file=sys.stderr)  # noqa: T201 - the command line speaks by printing


def opened_desk(options: argparse.Namespace) -> closing[Desk]:
    return closing(bootstrap.open_desk(data_folder(options), options.today))


def opened_shelf(options: argparse.Namespace) -> closing[ShelfAlone]:
    """The library alone, for commands that ask for no company."""
    return closing(bootstrap.open_shelf(data_folder(options), options.today))


def data_folder(options: argparse.Namespace) -> DataFolder:
    return DataFolder(options.data) if options.data else default_data_folder()


def company_key(desk: Desk, options: argparse.Namespace) -> str:
    """The mapping that is meant by the name of its company, or by its key."""
    from app.services import companies

    return companies.find(companies.recent(desk), options.company).key


def add_company(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("company", metavar="COMPANY", help="name, or key of the mapping")


def add_out(parser: argparse.ArgumentParser, metavar: str = "FILE", help_: str | None = None) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar=metavar, help=help_)


def add_limit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=number, default=10, metavar="N", help="N finds at most (10)")


def number(text: str) -> int:
    """A number of things; one that nobody has is as good as all of them."""
    return max(0, min(int(text), sys.maxsize))


def common_options() -> argparse.ArgumentParser:
    """What may stand before and after the name of a command.

    A new one each time and without defaults: otherwise a command would forget what was given before its name.
    """
    common = argparse.ArgumentParser("kartturi", add_help=False, allow_abbrev=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", type=Path, metavar="DIR", help="another data folder")
    common.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="fix the day (ISO)")
    return common
