"""Language needs and supports on a page of their own: they change no level and no priority (brief, I; JOP-6)."""

from __future__ import annotations

from typing import Final

from app.i18n import Translator
from app.mapping.plan import Results
from app.mapping.told import LanguageNeed, Told
from app.report.blocks import Block, Cell, Column, Group, Paragraph, Row, Section, Table
from app.report.content.phrases import cell, plain, quiet, said, strong

NOT_SAID: Final = ("", "not_sure")
"""Answers that leave a skill open."""


def section(t: Translator, results: Results) -> Section | None:
    """No section where nothing was said of language."""
    told = results.told
    table = _table(t, told)
    sentences = [*_support(t, told), *_supports(t, told)]
    if not table and not sentences:
        return None
    note = t(
        "Levels A1–C2 are those of the European framework. Language is looked at apart and changes no other level."
    )
    blocks: list[Block] = [table] if table else []
    blocks += [Paragraph(plain(sentence)) for sentence in sentences]
    lead = t("Which tasks need which skill in which language, and what supports people.")
    return Section("language", t("Language needs and supports"), lead, (*blocks, Paragraph(quiet(note))))


def _table(t: Translator, told: Told) -> Table | None:
    columns = (
        Column("task", t("Task"), 3.5),
        Column("language", t("Language"), 1.5),
        Column("reading", t("Reading"), 1.75),
        Column("listening", t("Listening"), 1.75),
        Column("speaking", t("Speaking"), 1.75),
        Column("writing", t("Writing"), 1.75),
    )
    rows = tuple(_row(t, need) for need in told.language_needs)
    return Table("language", columns, (Group(rows),)) if rows else None


def _row(t: Translator, need: LanguageNeed) -> Row:
    skills = (need.reading, need.listening, need.speaking, need.writing)
    return Row((cell(strong(need.task)), cell(said(t, need.language)), *(_skill(level) for level in skills)))


def _skill(level: str) -> Cell:
    """Not needed and not said are two things."""
    if level == "not_needed":
        return cell(quiet("–"))
    return cell(quiet("?") if level in NOT_SAID else plain(level))


def _support(t: Translator, told: Told) -> list[str]:
    none, some, much = told.support
    if none is some is much is None:
        return []
    counts = {"none": _count(none), "some": _count(some), "much": _count(much)}
    return [t("Support with the language at work: none needed {none}, some {some}, much {much} people.", **counts)]


def _count(people: int | None) -> str:
    return "?" if people is None else str(people)


def _supports(t: Translator, told: Told) -> list[str]:
    if not told.supports:
        return []
    names = (within(support.said(t.language).text) for support in told.supports)
    return [t("Supports in use: {supports}.", supports=t.listed(names))]


def within(name: str) -> str:
    """A name within a sentence begins small, unless it is an abbreviation such as "S2"."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
