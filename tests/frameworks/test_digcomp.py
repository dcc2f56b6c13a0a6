"""DigComp 3.0 from the tables of its supplement, and EntreComp from its progression statements."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from app.errors import UserError
from app.files import BrokenRow, Row, Table, read_table
from app.frameworks.model import Framework
from app.frameworks.readers import digcomp, entrecomp
from app.texts import Text

FOLDER = "digcomp-3.0-en"
STATEMENTS = {
    "Competence area number": "1",
    "Competence area name": "Information",
    "Competence number": "1.1",
    "Competence name": "Browsing",
    "Competence descriptor": "To browse.",
    "Competence statement ID": "CS1.1.01",
    "Competence statement": "Use search tools.",
    "Proficiency level name": "Basic",
}
PROGRESSION = {
    "area": "resources",
    "competence": "Mobilising Others",
    "thread": "Persuade",
    "level_1_8": "3",
    "level_action": "Experiment",
    "level_name": "On my own",
    "statement_en": "I can persuade others.",
}


def table_of(*rows: dict[str, str]) -> Table:
    return Table(tuple(rows[0]), tuple(Row(line, tuple(row.values())) for line, row in enumerate(rows, 2)))


def raw(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def sentences(framework: Framework) -> Counter[int]:
    """Sentences of all anchors, by level."""
    return Counter(
        level
        for each in framework.competences
        for level, anchor in enumerate(each.anchors)
        for _ in anchor.en.splitlines()
    )


# DigComp


def test_that_statements_are_anchors_by_level() -> None:
    [found] = digcomp.read(
        table_of(STATEMENTS, STATEMENTS | {"Proficiency level name": "Highly advanced "}), "f"
    ).competences

    assert (found.key, found.code, found.name) == ("digcomp3/1.1", "1.1", Text(en="Browsing"))
    assert (found.group, found.description) == (Text(en="1 Information"), Text(en="To browse."))
    assert [anchor.en for anchor in found.anchors] == ["", "Use search tools.", "", "", "Use search tools."]


def test_that_the_tables_of_the_supplement_complete_each_other_in_any_order(real_data: Path) -> None:
    names = ("1_Competence_Areas_Competences", "3_Competence_Statements", "4_Learning_Outcomes")
    found = []
    for order in (names, names[::-1]):
        known: Framework | None = None
        for name in order:
            known = digcomp.joined(digcomp.read(read_table(real_data / FOLDER / f"{name}.csv"), name), known)
        assert known is not None
        found.append(known)
    levels = Counter(row["Proficiency level name"].strip() for row in raw(real_data / FOLDER / f"{names[1]}.csv"))

    pairs = list(zip(found[0].competences, found[1].competences, strict=True))
    assert found[0].units == found[1].units
    assert all(one.anchors == other.anchors for one, other in pairs)
    # The tables describe one competence in two ways: the words of the later stay.
    assert [one.code for one, other in pairs if one != other] == ["5.2"]
    assert len(found[0].competences) == len(found[0].units) == 21
    assert found[0].requirement_count == len(raw(real_data / FOLDER / f"{names[2]}.csv")) == 523
    order_of_levels = ("Basic", "Intermediate", "Advanced", "Highly advanced")
    assert sentences(found[0]) == {place: levels[name] for place, name in enumerate(order_of_levels, 1)}
    assert sum(levels.values()) == 362


def test_that_a_table_without_competences_says_which_have_them(real_data: Path) -> None:
    table = read_table(real_data / FOLDER / "2_Proficiency_Levels.csv")

    assert digcomp.recognises(table.header)
    with pytest.raises(UserError, match="holds no competences"):
        digcomp.read(table, "levels.csv")


@pytest.mark.parametrize("column", ["Competence number", "Competence name", "Competence statement"])
def test_that_a_gap_in_an_official_table_is_told_with_its_line(column: str) -> None:
    with pytest.raises(UserError, match=f"f.csv .* line 3, {column} cannot be"):
        digcomp.read(table_of(STATEMENTS, STATEMENTS | {column: " "}), "f.csv")


def test_that_a_level_that_is_none_and_a_broken_row_are_told() -> None:
    with pytest.raises(UserError, match='cannot be "Expert"'):
        digcomp.read(table_of(STATEMENTS | {"Proficiency level name": "Expert"}), "f.csv")
    broken = Table(tuple(STATEMENTS), (), (BrokenRow(7, UserError("No.")),))
    with pytest.raises(UserError, match="damaged on line 7"):
        digcomp.read(broken, "f.csv")


# EntreComp


def test_that_a_thread_is_a_competence_and_two_levels_are_one() -> None:
    rows = [PROGRESSION | {"level_1_8": str(level), "statement_en": str(level)} for level in range(1, 9)]
    [found] = entrecomp.read(table_of(*rows), "f.csv").competences

    assert (found.code, str(found.name), str(found.group)) == ("2.1.1", "Persuade", "2 Resources › Mobilising Others")
    assert [anchor.en for anchor in found.anchors] == ["", "1\n2", "3\n4", "5\n6", "7\n8"]
    assert found.links == ("entrecomp:2.1",)


def test_that_every_statement_of_the_real_table_has_a_place(real_data: Path) -> None:
    path = real_data / "entrecomp" / "entrecomp_progression_en.csv"
    table = read_table(path)
    framework = entrecomp.read(table, path.name)
    rows = [row for row in raw(path) if row["statement_en"].strip()]

    assert entrecomp.recognises(table.header)
    assert len(framework.competences) == len({(row["competence"], row["thread"]) for row in rows}) == 60
    assert sentences(framework) == Counter((int(row["level_1_8"]) + 1) // 2 for row in rows)
    assert {each.links[0] for each in framework.competences} == {
        f"entrecomp:{a}.{c}" for a in (1, 2, 3) for c in range(1, 6)
    }


@pytest.mark.parametrize("wrong", [{"level_1_8": "9"}, {"level_1_8": ""}, {"level_1_8": "²"}, {"thread": " "}])
def test_that_a_row_that_cannot_be_is_told_with_its_line(wrong: dict[str, str]) -> None:
    with pytest.raises(UserError, match=r"f\.csv .* line 3"):
        entrecomp.read(table_of(PROGRESSION, PROGRESSION | wrong), "f.csv")


def test_that_a_table_with_no_rows_is_empty() -> None:
    for reader, row in ((digcomp, STATEMENTS), (entrecomp, PROGRESSION)):
        with pytest.raises(UserError, match="is empty"):
            reader.read(Table(tuple(row), ()), "f.csv")
