"""The first sheet: what the others come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.mapping.model import Band, MeasureStatus
from app.report.sheets import needs as of_needs
from app.report.sheets import people as of_people
from app.report.sheets import roles as of_roles
from app.report.sheets import work as of_work
from app.report.sheets.frame import Frame, sheet
from app.report.xlsx import Column, Formula, Sheet, Value
from app.wording.documents import no_decision, speaks_of_roles
from app.wording.sentences import completeness_sentence, method_sentence, readiness_sentence
from app.wording.words import band_name, people_mode_name, status_name


@dataclass(frozen=True, slots=True)
class Counted:
    """The sheets that are counted."""

    roles: Sheet
    needs: Sheet
    cards: Sheet
    measures: Sheet


def summary(frame: Frame, counted: Counted) -> Sheet:
    columns = (Column(frame.t("What"), 34), Column(frame.t("Figure"), 14), Column(frame.t("Note"), 90))
    rows = [*_facts(frame), *_counts(frame, counted)]
    return sheet(frame, frame.t("Summary"), columns, rows)


def _facts(frame: Frame) -> list[list[Value]]:
    t, results = frame.t, frame.results
    mapping = results.mapping
    return [
        [t("Day"), results.today, no_decision(t)],
        [t("Goal"), "", mapping.goal],
        [t("Readiness"), "", readiness_sentence(t, results.readiness)],
        [t("Completeness"), "", completeness_sentence(t, results.readiness)],
        [t("Method"), mapping.method_version, method_sentence(t, mapping.method_version)],
        [t("People"), "", _people(frame)],
    ]


def _people(frame: Frame) -> str:
    t = frame.t
    if not frame.names:
        return speaks_of_roles(t)
    mode = people_mode_name(t, frame.results.mapping.people_mode)
    return t("People are shown by {mode}. Nothing is summed up over one person.", mode=mode)


def _counts(frame: Frame, counted: Counted) -> Iterator[list[Value]]:
    """Live figures; what is counted by are words of our own."""
    t = frame.t
    yield [t("People in all roles"), _sum(counted.roles, of_roles.PEOPLE), ""]
    yield [t("People short"), _sum(counted.needs, of_needs.SHORT), t("Over all needs: must be able, less able now.")]
    for band in Band:
        word = band_name(t, band)
        yield [t("Needs: {band}", band=word), _count(counted.needs, of_needs.URGENCY, word), ""]
    for status in (MeasureStatus.PLANNED, MeasureStatus.IN_PROGRESS, MeasureStatus.DONE):
        word = status_name(t, status)
        yield [t("Measures: {status}", status=word), _count(counted.measures, of_work.STATUS, word), ""]
    yield [t("Cards and permits: people"), _sum(counted.cards, of_people.COUNT), ""]


def _sum(found: Sheet, column: int) -> Formula:
    return Formula(f"SUM({found.span(column)})")


def _count(found: Sheet, column: int, word: str) -> Formula:
    return Formula(f'COUNTIF({found.span(column)},"{word}")')
