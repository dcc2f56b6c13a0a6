"""Offers, funding and services: searched, checked, and told for one company; and needs that no offer fits."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.commands.common import (
    DONE,
    Add,
    add_company,
    add_limit,
    company_key,
    opened_desk,
    opened_shelf,
    tell,
    tell_all,
    tell_found,
    tell_json,
)
from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES

if TYPE_CHECKING:
    from app.services.directory import Told


def add_commands(add: Add) -> None:
    searching = add("search", _search, "search the offers")
    searching.add_argument(
        "text", metavar="TEXT", nargs="?", help="words; place, time, language, price and kind filter"
    )
    searching.add_argument("--queries", type=Path, metavar="FILE", help="answer every line of a file")
    searching.add_argument("--lang", choices=LANGUAGES, help="search in this language alone, and speak it")
    add_limit(searching)
    searching.add_argument("--json", action="store_true")

    funding = add("funding", _funding, "list funding routes, or those that come into question for a company")
    funding.add_argument("company", metavar="COMPANY", nargs="?", help="name, or key of the mapping")
    funding.add_argument("--json", action="store_true")

    services = add("services", _services, "list the services that people can be referred to")
    services.add_argument("--json", action="store_true")

    refer = add("refer", _refer, "to whom a company is referred, and by which rule")
    add_company(refer)
    refer.add_argument("--json", action="store_true")

    unmet = add("unmet", _unmet, "agreed needs of all companies that no offer fits")
    form = unmet.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--csv", action="store_true")

    checking = add("catalogue-check", _check, "what each imported offer lacks")
    checking.add_argument("--json", action="store_true")


def _search(options: argparse.Namespace, t: Translator) -> int:
    from app.services import searching

    if (options.text is None) == (options.queries is None):
        raise UserError("Say what to search for, or name a file of queries with --queries.")
    queries = [options.text] if options.queries is None else _lines_of(options.queries)
    t = Translator(options.lang) if options.lang else t
    with opened_shelf(options) as desk:
        searched = searching.ready(desk, [options.lang] if options.lang else LANGUAGES)
        for query in queries:
            found = searching.search(searched, query, options.limit)
            if not options.json:
                tell_all((*([query] if options.queries else []), *searching.as_lines(found, t, desk.today)))
            elif options.queries:
                tell(json.dumps(searching.answer_json(found, query, t), ensure_ascii=False))
            else:
                tell_json(searching.found_json(found, query, t, desk.today))
    return DONE


def _lines_of(path: Path) -> list[str]:
    from app import files

    return files.decoded(files.read_bytes(path), path.name).splitlines()


def _funding(options: argparse.Namespace, t: Translator) -> int:
    from app.services import directory
    from app.services.catalogues import of_directory

    with opened_desk(options) as desk:
        if options.company:
            return _funding_of(directory.told_of(desk, desk.cases.load(company_key(desk, options))), options, t)
        known, today = of_directory(desk).directory, desk.today
    routes = known.funding.routes
    lines = chain.from_iterable(directory.route_lines(t, each, known, today) for each in routes)
    return tell_found(options, lambda: [directory.route_json(t, each, known, today) for each in routes], lines)


def _funding_of(told: Told, options: argparse.Namespace, t: Translator) -> int:
    from app.services import directory

    found = [directory.routes_json(t, told, measure) for measure in told.measures]
    return tell_found(
        options, lambda: found, _of_measures(found), t("No measures have been agreed on in this mapping.")
    )


def _of_measures(found: Iterable[dict[str, Any]]) -> Iterator[str]:
    for measure in found:
        yield measure["what"]
        for route in measure["routes"]:
            yield from (f"  {route['code']}  {route['name']}", f"    {route['why']}")
            yield from (f"    {line}" for line in route["told"])


def _services(options: argparse.Namespace, t: Translator) -> int:
    from app.services import directory
    from app.services.catalogues import of_directory

    with opened_desk(options) as desk:
        known, today = of_directory(desk).directory, desk.today
    services = known.services.services
    lines = chain.from_iterable(directory.service_lines(t, each, known, today) for each in services)
    return tell_found(options, lambda: [directory.service_json(t, each, known, today) for each in services], lines)


def _refer(options: argparse.Namespace, t: Translator) -> int:
    from app.services import directory

    with opened_desk(options) as desk:
        told = directory.told_of(desk, desk.cases.load(company_key(desk, options)))
        found = directory.referred(desk, told)
    besides = directory.besides(told)
    known, today = told.directory, told.results.today
    if options.json:
        by_measure = [directory.service_json(t, each, known, today) for each in besides]
        tell_json({"by_rule": [directory.referral_json(t, told, each) for each in found], "by_measure": by_measure})
        return DONE
    for each in found:
        tell(each.rule.told.said(t.language).text)
        tell_all(f"  {line}" for line in directory.service_lines(t, each.service, known, today))
    for service in besides:
        tell_all(directory.service_lines(t, service, known, today))
    if not found and not besides:
        tell(t("No rule refers this company to anybody."))
    return DONE


def _unmet(options: argparse.Namespace, t: Translator) -> int:
    from app.services import unmet

    with opened_desk(options) as desk:
        needs = unmet.unmet_needs(desk)
    nothing = t("Every agreed need has an offer, or nothing has been agreed yet.")
    lines = (unmet.as_line(t, need) for need in needs)
    return tell_found(options, lambda: [*map(unmet.as_json, needs)], lines, nothing, lambda: unmet.as_csv(needs))


def _check(options: argparse.Namespace, t: Translator) -> int:
    from app.services import offers_check

    with opened_desk(options) as desk:
        found = offers_check.check(desk)
    lines = (offers_check.as_line(t, each) for each in found)
    nothing = t("No imported offer lacks anything.")
    return tell_found(options, lambda: [offers_check.as_json(t, each) for each in found], lines, nothing)
