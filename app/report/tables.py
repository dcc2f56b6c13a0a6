"""Measures and needs as tables for other programs: roles and counts, days in ISO, no figure without a name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from app.i18n import Translator
from app.mapping.levels import LEVELS, Tally, tallies
from app.mapping.model import Horizon, Measure, RoleNeed
from app.mapping.plan import Results
from app.mapping.scoring import NeedScore
from app.report.content import phrases
from app.report.content.aims import aim, printed, what
from app.report.content.phrases import text_of
from app.wording.words import band_name, cost_name, horizon_name, level_name, option_name, status_name

Row = Sequence[str | int]


def as_csv(rows: Iterable[Row]) -> bytes:
    """With semicolons and a byte order mark, as the spreadsheets of the country expect; nothing runs as a formula."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([_harmless(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _harmless(value: str | int) -> str:
    text = str(value)
    return f"'{text}" if text.lstrip()[:1] in ("=", "+", "-", "@") else text


def measures(t: Translator, results: Results) -> list[Row]:
    """A row a measure under a row of heads, in the order of time; dropped ones are left out."""
    heads = (
        t("Latest by"),
        t("What is done"),
        t("Kind"),
        t("What for"),
        t("Who"),
        t("Sign of success"),
        t("Cost"),
        t("Funding"),
        t("Status"),
        t("Offer"),
        t("Provider"),
    )
    return [heads, *(_measure(t, results, measure) for measure in printed(results))]


def _measure(t: Translator, results: Results, measure: Measure) -> Row:
    offer = measure.offer
    return (
        measure.deadline.isoformat() if measure.deadline else "",
        what(t, results, measure),
        option_name(t, measure.option),
        text_of(aim(results, measure).name(t)),
        measure.responsible,
        measure.success_sign,
        cost_name(t, measure.cost),
        measure.funding_route,
        status_name(t, measure.status),
        offer.name.said(t.language).text if offer else "",
        offer.provider.said(t.language).text if offer else "",
    )


def needs(t: Translator, results: Results) -> list[Row]:
    """A row a need under a row of heads, in the computed order, with people counted by level."""
    heads = (
        t("Role"),
        t("Competence"),
        t("Qualification"),
        t("Unit"),
        t("Criticality"),
        t("Must be able"),
        *(t("Level wanted {when}", when=horizon_name(t, horizon)) for horizon in Horizon),
        *(t("People at level {level}", level=level) for level in LEVELS),
        level_name(t, None),
        t("Index"),
        t("Urgency"),
    )
    people = tallies(results.mapping, results.mapping.needs)
    return [heads, *(_need(t, results, row, people[row.need.key]) for row in results.ranked)]


def _need(t: Translator, results: Results, row: NeedScore, people: Tally) -> Row:
    need, score = row.need, row.score
    return (
        phrases.role_of(results.mapping, need.role_key).name,
        text_of(phrases.said(t, need.name)),
        need.qualification_code,
        need.unit_code,
        need.criticality,
        required(t, need),
        *_targets(need),
        *people.at,
        people.unknown,
        "" if score.index is None else score.index,
        band_name(t, score.band),
    )


def required(t: Translator, need: RoleNeed) -> str | int:
    return t("all") if need.required == "all" else need.required


def _targets(need: RoleNeed) -> list[str | int]:
    targets = (need.targets.at(horizon) for horizon in Horizon)
    return ["" if target is None else target for target in targets]
