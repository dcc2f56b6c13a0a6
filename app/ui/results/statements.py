"""Rows that say one thing each: what to fix first, whether enough people are able, and what is at risk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.i18n import Translator
from app.mapping.cards import BANDS
from app.mapping.model import Band
from app.mapping.plan import FixFirst, Results
from app.mapping.risks import Risk, risks
from app.mapping.scoring import NeedScore
from app.ui.results import words
from app.wording.cards import card_clause, fix_first_sentence
from app.wording.sentences import coverage_sentence, risk_sentence
from app.wording.words import capital

CRITICAL = 3


@dataclass(frozen=True, slots=True)
class Able:
    """How many can, of how many who must; `have` is None when it is not known."""

    have: int | None
    need: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """What it is about (`beside` stands after the name), and what is said of it; `band` gives the tone."""

    name: str
    said: str
    spoken: str
    beside: str = ""
    band: Band | None = None
    able: Able | None = None


def to_fix_first(t: Translator, results: Results) -> tuple[Statement, ...]:
    """Cards and permits, most pressing first; never a number of points."""
    return of_fixes(t, results, results.fix_first)


def of_fixes(t: Translator, results: Results, fixes: Iterable[FixFirst]) -> tuple[Statement, ...]:
    """Some of the cards and permits of these results."""
    return tuple(_card(t, results, fix) for fix in fixes)


def _card(t: Translator, results: Results, fix: FixFirst) -> Statement:
    holding = fix.holding
    role = words.role_name(results.mapping, holding.role_key)
    return Statement(
        name=words.said(t, holding.name),
        said=capital(card_clause(t, fix)),
        spoken=f"{fix_first_sentence(t, fix)} {role}.",
        beside=t.n("{name}, {n} person", "{name}, {n} people", holding.count, name=role),
        band=BANDS[fix.state],
    )


def enough_able(t: Translator, results: Results) -> tuple[Statement, ...]:
    """Whether enough people are able in what is business-critical, most pressing first."""
    critical = (row for row in results.ranked if row.need.criticality == CRITICAL and row.need.targets.highest)
    return tuple(_coverage(t, results, row) for row in critical)


def _coverage(t: Translator, results: Results, row: NeedScore) -> Statement:
    at = row.score.decided
    made = _of_need(t, results, row, coverage_sentence(t, row.score))
    if at is None:
        return replace(made, able=Able(None))
    alone = at.covered == 1 and at.required > 1
    band = Band.URGENT if not at.covered else Band.IMPORTANT if alone else None
    return replace(made, able=Able(at.covered, at.required), band=band)


def at_risk(t: Translator, results: Results) -> tuple[Statement, ...]:
    """Flags of these results; those of cards stand under what to fix first."""
    return of_risks(t, results, risks(results))


def of_risks(t: Translator, results: Results, flags: Iterable[Risk]) -> tuple[Statement, ...]:
    """Flags but those of cards, each said once for all needs or roles that raise it."""
    by_sentence: dict[str, list[str]] = {}
    for risk in flags:
        if not risk.fix:
            by_sentence.setdefault(risk_sentence(t, risk), []).extend(_at_risk(t, results, risk))
    return tuple(
        Statement(sentence, t.listed(needs), f"{sentence} {t.listed(needs)}." if needs else sentence)
        for sentence, needs in by_sentence.items()
    )


def _at_risk(t: Translator, results: Results, risk: Risk) -> list[str]:
    """The need or the role that a flag is of; of the company, nothing."""
    if risk.scored:
        return [_with_role(t, results, risk.scored)]
    return [words.role_name(results.mapping, risk.role_key)] if risk.role_key else []


def _with_role(t: Translator, results: Results, row: NeedScore) -> str:
    role = words.role_name(results.mapping, row.need.role_key)
    return t("{name} ({role})", name=words.said(t, row.need.name), role=role)


def _of_need(t: Translator, results: Results, row: NeedScore, sentence: str) -> Statement:
    name, role = words.said(t, row.need.name), words.role_name(results.mapping, row.need.role_key)
    return Statement(name, sentence, f"{words.of_role(t, name, role)} {sentence}", beside=role)
