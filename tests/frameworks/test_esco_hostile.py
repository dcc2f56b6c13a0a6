"""Files of ESCO that are broken, or made to do harm: one sentence, and the library stays as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from app.bootstrap import open_desk
from app.errors import UserError
from app.services.desk import Desk
from app.services.libraries import import_files
from tests.frameworks.esco_values import (
    BROADER,
    COLLECTION,
    COLUMNS,
    CRAFT,
    EN,
    FI,
    FILES,
    HIERARCHY,
    MEASURE,
    OCCUPATIONS,
    PREFIX,
    RELATIONS,
    TURN,
    TURNER,
    labels,
    skill,
    table,
)
from tests.hostile.ends import end_of
from tests.hostile.kinds import TODAY
from tests.stores import made_in

ROW: Final = skill(TURN, "turn metal")
LONG: Final = "x" * 10_000_000


def edges(*pairs: tuple[str, str]) -> bytes:
    return table(BROADER, *(f"SkillGroup,{PREFIX}skill/{a},SkillGroup,{PREFIX}skill/{b}" for a, b in pairs))


def skills(*rows: str) -> bytes:
    return table(COLUMNS, *rows)


BROKEN: Final[dict[str, bytes]] = {
    "a quotation mark that never ends": skills(ROW.replace('"turn metal"', '"turn metal')),
    "a quotation mark within a cell": skills(ROW.replace('"turn metal"', '"turn" metal')),
    "a row that is too wide": skills(f"{ROW},more,and more"),
    "a row cut at the end of the file": EN[: EN.rindex(b",")],
    "a row cut within quotes": EN[:-12],
    "only a header": table(COLUMNS),
    "a header with one name twice": table(f"{COLUMNS},conceptUri", ROW),
    "a header without names": skills(ROW).replace(b"preferredLabel", b"label"),
    "a header without kinds": skills(ROW).replace(b"conceptType", b"type"),
    "hundreds of columns": table(f"{COLUMNS},{','.join(f'c{n}' for n in range(300))}", ROW),
    "a null in a name": skills(ROW).replace(b"metal", b"me\0tal"),
    "utf-16 without a mark": skills(ROW).decode().encode("utf-16-le"),
    "utf-16 cut in the middle of a letter": skills(ROW).decode().encode("utf-16")[:-1],
    "utf-8 that breaks off": FI.replace(b"mitata", "mitätä".encode() + b"\xff"),
    "utf-8 read as windows-1252 once": skills(skill(TURN, "mäta")).decode().encode().decode("cp1252").encode(),
    "a sign that stands for lost letters": skills(skill(TURN, "m\ufffdta")),
    "a bell in a name": skills(skill(TURN, "turn\x07")),
    "a name of ten megabytes": skills(skill(TURN, LONG)),
    "a name longer than any": skills(skill(TURN, "x" * 1001)),
    "other names without end": skills(skill(TURN, "turn", "x" * 20_001)),
    "a description without end": skills(skill(TURN, "turn", about="x" * 20_001)),
    "a code without end": table(OCCUPATIONS, f"Occupation,{TURNER},7223,turner,,,released,,,,,,,{'7' * 99}"),
    "a concept twice": skills(ROW, skill(TURN, "turn wood")),
    "a concept without an address": skills(skill("", "turn")),
    "an address of another site": skills(skill("http://example.com/esco/skill/1", "turn")),
    "an address that leads upwards": skills(skill(f"{PREFIX}skill/../../x y", "turn")),
    "an address with a script": skills(skill(f"{PREFIX}skill/<script>", "turn")),
    "an address without end": skills(skill(f"{PREFIX}skill/{'a' * 500}", "turn")),
    "a number for a kind": skills(ROW.replace("KnowledgeSkillCompetence", "7")),
    "no kind": skills(ROW.replace("KnowledgeSkillCompetence", "")),
    "a formula for a skill type": skills(
        skill(TURN, "turn", kind="=cmd|' /C calc'!A0 and what comes after it is long")
    ),
    "a relation of no kind": table(RELATIONS, f"{TURNER},maybe,,{TURN}"),
    "a relation without a skill": table(RELATIONS, f"{TURNER},essential,,"),
    "a relation twice": table(RELATIONS, *[f"{TURNER},essential,,{TURN}"] * 2),
    "a relation that is both": table(RELATIONS, f"{TURNER},essential,,{TURN}", f"{TURNER},optional,,{TURN}"),
    "a concept above itself": edges(("a", "a")),
    "a circle of two": edges(("a", "b"), ("b", "a")),
    "a long circle": edges(*((str(n), str((n + 1) % 5000)) for n in range(5000))),
    "a circle with what is known": table(BROADER, f"SkillGroup,{CRAFT},KnowledgeSkillCompetence,{TURN}"),
    "a broader concept without an address": table(BROADER, f"SkillGroup,{CRAFT},SkillGroup,"),
    "a hierarchy in a circle": table(
        HIERARCHY, f"{CRAFT},the use of the tools,{MEASURE},and the,,,,,,,,,,", f"{MEASURE},a,{CRAFT},b,,,,,,,,,,"
    ),
    "a hierarchy of no addresses": table(HIERARCHY, "S,skills"),
    "a collection that nobody knows": table(COLLECTION, f"KnowledgeSkillCompetence,{TURN},turn,released,,,,,,"),
    "labels that are no list": labels()[1:-1],
    "labels that end early": labels()[:-3],
    "labels without an address": labels(uri=None),
    "labels with a number for a name": labels(prefLabel={"fi": 7}),
    "labels with a text for names": labels(prefLabel="sorvaaja"),
    "labels with a number for a code": labels(notation=7223),
    "labels with a text for what is above": labels(broader=TURN),
    "labels above themselves": labels(broader=[TURNER]),
    "labels twice": json.dumps(json.loads(labels()) * 2).encode(),
    "labels nested without end": b'[{"uri": "' + PREFIX.encode() + b'x", "prefLabel": ' + b"[" * 100_000,
    "labels with a null for an entry": labels()[:-1] + b", null]",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A library with our small ESCO in it."""
    folder = tmp_path_factory.mktemp("esco")
    desk = open_desk(made_in(folder / "data"), TODAY)
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    assert not any(report.error for report in import_files(desk, [folder / name for name in FILES]))
    yield desk
    desk.close()


def kept(desk: Desk) -> list[Any]:
    """Every row of ESCO in the library."""
    tables = ("esco_concepts", "esco_broader", "esco_relations", "esco_members", "esco_words")
    with desk.library._database.reading() as connection:
        return [connection.exec_driver_sql(f"SELECT * FROM {table}").all() for table in tables]


@pytest.mark.parametrize("case", BROKEN)
def test_that_a_broken_file_is_one_sentence_and_changes_nothing(desk: Desk, tmp_path: Path, case: str) -> None:
    before, path = kept(desk), tmp_path / ("skills_en.csv" if "labels" not in case else "labels.json")
    if "collection" in case or "hierarchy" in case:
        path = tmp_path / "file_en.csv"
    path.write_bytes(BROKEN[case])

    def read() -> None:
        [report] = import_files(desk, [path])
        assert (report.new, report.updated, report.unchanged) == ((), (), ())
        raise report.error or AssertionError

    assert isinstance(end_of(read, path.name), UserError)
    assert kept(desk) == before
