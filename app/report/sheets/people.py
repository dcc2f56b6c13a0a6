"""Sheets that can say who: cards and permits, and present levels. By roles alone the cards are counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from app.mapping.cards import CardLine, card_lines
from app.mapping.levels import confidence, present, substance_level
from app.mapping.model import Assessment, Person, RoleNeed
from app.mapping.plan import Results
from app.report.content.card_rows import card_rows
from app.report.sheets.frame import Frame, sheet
from app.report.xlsx import Column, Sheet, Value
from app.wording.words import card_state_name, confidence_name, level_name, not_part_of_job

COUNT = 5
"""The column of the cards that counts people, from 1."""


def cards(frame: Frame) -> Sheet:
    """Cards and permits with their state; with names a row for each holding."""
    t = frame.t
    columns = (
        Column(t("Card or permit"), 44),
        Column(t("Role"), 24),
        Column(t("Who"), 18) if frame.names else Column(t("Number"), 10),
        Column(t("State"), 26),
        Column(t("People"), 9, total=True),
        Column(t("Valid to"), 13),
        Column(t("Days left"), 10),
    )
    lines = card_lines(frame.results.mapping, frame.results.today) if frame.names else _by_role(frame.results)
    rows = [_card(frame, line, number) for number, line in enumerate(lines, 1)]
    return sheet(frame, t("Cards and permits"), columns, rows)


def _by_role(results: Results) -> tuple[CardLine, ...]:
    return tuple(CardLine(row.holding, row.state, row.fix.days) for row in card_rows(results))


def _card(frame: Frame, line: CardLine, number: int) -> list[Value]:
    holding = line.holding
    people = {person.key: called(person) for person in frame.results.mapping.people}
    return [
        frame.text(holding.name),
        frame.role(holding.role_key),
        people.get(holding.person_key, "") if frame.names else number,
        card_state_name(frame.t, line.state),
        holding.count,
        holding.valid_to if holding.state == "held" else None,
        line.days,
    ]


def levels(frame: Frame) -> Sheet:
    """The level that counts of each person in each need, and how well it is founded; no sums over a person."""
    t = frame.t
    columns = (
        Column(t("Role"), 24),
        Column(t("Who"), 18),
        Column(t("Competence"), 44),
        Column(t("Level"), 9),
        Column(t("In words"), 34),
        Column(t("Founded"), 14),
    )
    return sheet(frame, t("Levels"), columns, list(_levels(frame)), frozen=2)


def _levels(frame: Frame) -> Iterator[list[Value]]:
    mapping = frame.results.mapping
    answers: dict[tuple[str, str], list[Assessment]] = defaultdict(list)
    for answer in mapping.assessments:
        answers[answer.person_key, answer.need_key].append(answer)
    for person in mapping.people:
        for need in mapping.needs:
            if need.role_key == person.role_key:
                yield _level(frame, person, need, present(answers[person.key, need.key]))


def _level(frame: Frame, person: Person, need: RoleNeed, answer: Assessment | None) -> list[Value]:
    t = frame.t
    level = substance_level(answer) if answer and not answer.not_part_of_job else None
    words = not_part_of_job(t) if answer and answer.not_part_of_job else level_name(t, level)
    founded = confidence_name(t, confidence(answer)) if answer else ""
    return [frame.role(need.role_key), called(person), frame.text(need.name), level, words, founded]


def called(person: Person) -> str:
    """The name of a person, where it may be shown, or the code."""
    return person.display_name or person.code
