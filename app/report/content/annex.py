"""Annex: how the order was computed, how much is known, by which method and from which sources."""

from __future__ import annotations

from typing import Final

from app.i18n import Translator
from app.mapping.plan import Results
from app.mapping.scoring import NeedScore
from app.report.blocks import Column, Group, Row, Section, Table
from app.report.content import phrases
from app.report.content.phrases import cell, plain, quiet, said, strong
from app.report.content.sources import origin, sources
from app.wording.sentences import (
    completeness_sentence,
    formula_sentences,
    known_clause,
    method_sentence,
    no_decision_sentence,
    order_sentence,
    organisational_note,
    priority_clause,
    readiness_sentence,
    scale_sentence,
)

LONG_GOAL: Final = 180
"""A goal longer than this may have been cut on page 1, and stands here whole."""


def section(t: Translator, results: Results) -> Section:
    facts = Table("facts", (Column("fact", "", 2.5), Column("words", "", 9.5)), (Group(_facts(t, results)),))
    lead = t("The computed order is where the talk begins. The agreed order is the owner's decision.")
    title = t("Annex: how the order was computed")
    order = Table("order", _columns(t), (Group(tuple(_row(t, results, n) for n in range(len(results.ranked)))),))
    return Section("annex", title, lead, (order, facts) if results.ranked else (facts,))


def _columns(t: Translator) -> tuple[Column, ...]:
    return (
        Column("competence", t("Competence, role and where the index comes from"), 6.5),
        Column("urgency", t("Urgency"), 2.25),
        Column("index", t("Index"), 1, right=True),
        Column("agreed", t("Agreed"), 2.25, right=True),
    )


def _row(t: Translator, results: Results, place: int) -> Row:
    row = results.ranked[place]
    agreed = next((a for a in results.agreed if a.agreed.need_key == row.need.key), None)
    agreed_place = results.agreed.index(agreed) + 1 if agreed else 0
    moved = order_sentence(t, agreed, agreed_place) if agreed else ""
    return Row(
        (
            cell((*phrases.number(place + 1), *said(t, row.need.name, strong=True))),
            phrases.band_cell(t, row.score.band),
            cell(plain("–" if row.score.index is None else str(row.score.index))),
            cell(strong(str(agreed_place)) if agreed else quiet("–")),
        ),
        foot=quiet(phrases.joined(_inputs(t, results, row), moved)),
    )


def _inputs(t: Translator, results: Results, row: NeedScore) -> str:
    """The role, and what the index was computed from."""
    role, score = phrases.role_of(results.mapping, row.need.role_key).name, row.score
    known = known_clause(t, score) if score.of else ""
    return phrases.joined(role, priority_clause(t, score), known, organisational_note(t, score), origin(t, row.need))


def _facts(t: Translator, results: Results) -> tuple[Row, ...]:
    mapping, readiness = results.mapping, results.readiness
    complete = completeness_sentence(t, readiness)
    unknown = t("What is not assessed is never counted as zero; it is left out.")
    facts = [
        (t("Please note"), [strong(no_decision_sentence(t)), plain(scale_sentence(t))]),
        (t("Goal"), [plain(mapping.goal)] if len(mapping.goal) > LONG_GOAL else []),
        (t("Readiness"), [plain(readiness_sentence(t, readiness))]),
        (t("Completeness"), [plain(f"{complete} {unknown}")]),
        (t("Method"), [plain(s) for s in (method_sentence(t, mapping.method_version), *formula_sentences(t))]),
        (t("Sources"), sources(t, results)),
        (t("People"), [plain(t("This paper speaks of roles. It has no codes, names, levels or notes of persons."))]),
    ]
    return tuple(Row((cell(strong(fact)), cell(*lines))) for fact, lines in facts if lines)
