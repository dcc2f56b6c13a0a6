"""The best set of offers of a company."""

from __future__ import annotations

import argparse
from decimal import Decimal, InvalidOperation

from app.commands.common import Add, add_company, company_key, opened_desk, tell_found
from app.i18n import Translator
from app.languages import LANGUAGES


def add_commands(add: Add) -> None:
    best = add("best-set", _best_set, "few offers that together cover most of the agreed priorities")
    add_company(best)
    best.add_argument("--hours", type=_amount, metavar="N", help="hours that each person can spare")
    best.add_argument("--euros", type=_amount, metavar="N", help="euros that the company can spend")
    best.add_argument("--lang", choices=LANGUAGES)
    best.add_argument("--json", action="store_true")


def _amount(text: str) -> Decimal:
    """A number of hours or euros, with a point or a comma."""
    try:
        amount = Decimal(text.replace(",", "."))
    except InvalidOperation:
        amount = Decimal(-1)
    if not amount.is_finite() or not 0 <= amount <= 10**9:
        raise argparse.ArgumentTypeError("a number from 0 upwards is wanted")
    return amount


def _best_set(options: argparse.Namespace, t: Translator) -> int:
    from app.mapping.best_set_choice import Budget
    from app.services.best_set import as_json, best_set_of, lines
    from app.services.options import ready_offers
    from app.services.results import results_of

    t = Translator(options.lang) if options.lang else t
    with opened_desk(options) as desk:
        mapping = desk.cases.load(company_key(desk, options))
        found = best_set_of(
            results_of(desk, mapping), ready_offers(desk, mapping), Budget(options.hours, options.euros)
        )
    return tell_found(options, lambda: as_json(t, found), lines(t, found))
