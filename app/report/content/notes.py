"""What stands at the end of every paper: what it is not, by which method, from which sources, and of whom it speaks."""

from __future__ import annotations

from collections.abc import Sequence

from app.i18n import Translator
from app.mapping.plan import Results
from app.report.blocks import Column, Group, Line, Row, Section, Table
from app.report.content.phrases import cell, plain, strong
from app.report.content.sources import sources
from app.wording.documents import no_decision, speaks_of_roles
from app.wording.sentences import completeness_sentence, method_sentence, scale_sentence

Fact = tuple[str, Sequence[Line]]
"""A word for what is told, and lines that tell it."""


def notes(t: Translator, facts: Sequence[Fact]) -> Section:
    """The facts as a last section."""
    return Section("notes", t("About this paper"), "", (fact_table("notes", facts),))


def fact_table(key: str, facts: Sequence[Fact]) -> Table:
    """Two columns without heads; a fact of which there is nothing to tell is left out."""
    rows = tuple(Row((cell(strong(fact)), cell(*lines))) for fact, lines in facts if any(lines))
    return Table(key, (Column("fact", "", 2.5), Column("words", "", 9.5)), (Group(rows),))


def of_results(t: Translator, results: Results, *, roles_only: bool = True) -> list[Fact]:
    """What must be known of a paper that follows from levels."""
    method = method_sentence(t, results.mapping.method_version)
    unknown = t("What is not assessed is never counted as zero; it is left out.")
    people = speaks_of_roles(t) if roles_only else t("This paper may name people: it is for the company's own eyes.")
    return [
        (t("Please note"), [strong(no_decision(t)), plain(scale_sentence(t)), plain(people)]),
        (t("Method"), [plain(f"{method} {completeness_sentence(t, results.readiness)} {unknown}")]),
        (t("Sources"), sources(t, results, units=False)),
    ]
