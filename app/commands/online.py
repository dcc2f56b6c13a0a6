"""Updates of the library from public services: shown, and taken only when that is asked."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from app.commands.common import DONE, Add, common_options, complain, opened_desk, tell, tell_json
from app.i18n import Translator
from app.languages import LANGUAGES

if TYPE_CHECKING:
    from app.services.updates_model import Applied, Preview, Source


def add_commands(add: Add) -> None:
    updating = add(
        "update", partial(_update, "eperusteet"), "look for updates in public services"
    )  # one of the services is required
    services = updating.add_subparsers(metavar="SERVICE", required=True)

    def service(name: Source, text: str, wanted: str) -> None:
        parser = services.add_parser(name, parents=[common_options()], help=text, description=text)
        parser.set_defaults(command=partial(_update, name))
        parser.add_argument("text", nargs="?", default="", metavar="TEXT", help=wanted)
        parser.add_argument("--apply", action="store_true", help="take what is shown into the library")
        parser.add_argument("--fresh", action="store_true", help="ask again for what was fetched and not taken")
        parser.add_argument("--limit", type=_limit, default=10, metavar="N", help="fetch at most N finds of a search")
        parser.add_argument("--lang", choices=LANGUAGES, help="language of the search")
        parser.add_argument("--url", default="", metavar="URL", help="another address than in the settings")
        parser.add_argument("--json", action="store_true")

    service(
        "eperusteet",
        "qualifications, and newer ones of those in the library",
        "words, an order number or a number in ePerusteet; without it, those in the library",
    )
    service(
        "opintopolku",
        "training offers, and those that are given no more",
        "words, or a number in ePerusteet; without it, what leads to the qualifications in the library",
    )


def _limit(text: str) -> int:
    """1…100: a service of others is not emptied."""
    if not text.isdecimal() or not 1 <= int(text) <= 100:
        raise argparse.ArgumentTypeError("a number from 1 to 100")
    return int(text)


def _update(source: Source, options: argparse.Namespace, t: Translator) -> int:
    from app.online.client import open_client
    from app.services import updates
    from app.services.updates_json import preview_json
    from app.services.updates_model import Question

    def progress(what: str, done: int, of: int) -> None:
        if not options.json and sys.stderr.isatty():
            complain(t("Fetching {what} ({n} of {of})", what=what, n=done + 1, of=of))

    question = Question(source, options.text, options.lang or t.language, options.limit, options.url)
    with opened_desk(options) as desk, closing(open_client()) as client:
        if options.fresh:
            updates.drop(desk, question.source)
        preview = updates.look_for_updates(desk, client, question, progress)
        applied = updates.apply(desk, preview) if options.apply else None
    if options.json:
        tell_json(preview_json(t, preview, applied))
        return DONE
    for line in [*_lines(t, preview), *_end(t, preview, applied)]:
        tell(line)
    for error in preview.refused:
        complain(t.explain(error))
    return DONE


def _lines(t: Translator, preview: Preview) -> Iterator[str]:
    from app.services.updates_model import FrameworkPreview
    from app.wording import updates as wording

    if isinstance(preview, FrameworkPreview):
        for change in preview.changes:
            yield from wording.framework_change_lines(t, change)
        if not (preview.changes or preview.gone or preview.refused):
            yield t("Nothing was found. Try other words.")
        yield from (wording.gone_framework_line(t, each) for each in preview.gone)
    else:
        yield from wording.offer_change_lines(t, preview.changes)
        if providers := len(preview.providers):
            yield t.n("{n} provider was found", "{n} providers were found", providers)


def _end(t: Translator, preview: Preview, applied: Applied | None) -> Iterator[str]:
    if preview.more:
        yield t("There is more than is shown. Look with more words, or with a higher --limit.")
    if applied is None:
        day = t.day(preview.fetched_on)
        yield t("Fetched {day}. Nothing was taken: give --apply to take it, --fresh to ask again.", day=day)
        return
    yield t(
        "Taken: {new} new, {updated} updated, {ended} given no more",
        new=t.number(len(applied.new)),
        updated=t.number(len(applied.updated)),
        ended=t.number(len(applied.ended)),
    )
