"""A plain table of competences: what its columns hold is guessed, told or remembered; what is written comes back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from app.errors import UserError
from app.files import Row, Table, parse_table, read_json
from app.frameworks.model import Competence, Framework
from app.frameworks.packs import load_packs
from app.frameworks.readers import eperusteet
from app.frameworks.readers.table import preview, read, recognises
from app.frameworks.readers.table_columns import MEANINGS, ColumnMapping, fingerprint, guess
from app.frameworks.writers.table import write_csv, write_workbook
from app.languages import LANGUAGES
from app.paths import DataFolder, resource
from app.services import table_mappings
from app.texts import Text
from tests.frameworks import strategies

PACKS = load_packs(resource("frameworks"))
WRITERS = (write_csv, write_workbook)


def table_of(header: str, *rows: str) -> Table:
    cells = [tuple(row.split("|")) for row in rows]
    return Table(tuple(header.split("|")), tuple(Row(line, row) for line, row in enumerate(cells, 2)))


def texts_of(each: Competence) -> list[Text]:
    return [each.name, each.description, each.group, *each.anchors]


def stripped(text: Text) -> Text:
    return Text(*(text.get(language).strip() for language in LANGUAGES))


def back(framework: Framework, write: object) -> tuple[Competence, ...]:
    data = write_csv(framework) if write is write_csv else write_workbook(framework)
    found = read(parse_table(data, "file.csv"), "file.csv")
    assert found.refused == ()
    return found.framework.competences


# What a column holds


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Koodi", "code"),
        ("kod", "code"),
        ("ID", "code"),
        ("Osaaminen", "name_fi"),
        ("Kompetens", "name_sv"),
        ("Skill", "name_en"),
        ("Nimi (sv)", "name_sv"),
        ("name_fi", "name_fi"),
        ("Nimi ruotsiksi", "name_sv"),
        ("Namn på finska", "name_fi"),
        ("Svenska", "name_sv"),
        ("KUVAUS", "description_fi"),
        ("Description in English", "description_en"),
        ("Osa-alue", "group_fi"),
        ("Taso 0", "level_0_fi"),
        ("Nivå 3 (fi)", "level_3_fi"),
        ("level_4_sv", "level_4_sv"),
        ("Level 2 – works alone", "level_2_en"),
        ("Tutkinnon osan koodi", "unit_codes"),
        ("examensdel", "unit_codes"),
        ("Tags", "tags"),
        ("Tavoitetaso", "target"),
        ("Taso 7", ""),
        ("Palkka", ""),
        ("", ""),
    ],
)
def test_that_a_column_tells_what_it_holds_in_any_of_the_languages(header: str, meaning: str) -> None:
    assert guess([header]) == ColumnMapping((meaning,))


def test_that_of_two_columns_with_one_meaning_the_first_has_it() -> None:
    assert guess(["Nimi", "Osaaminen", "Namn"]).columns == ("name_fi", "", "name_sv")


def test_that_what_is_written_has_columns_that_are_known() -> None:
    for pack in PACKS:
        assert "" not in guess(parse_table(write_csv(pack), "f").header).columns


def test_that_a_table_is_recognised_by_a_column_of_names() -> None:
    assert recognises(["Koodi", "Osaaminen"])
    assert not recognises(["a", "b"])


def test_that_the_fingerprint_is_that_of_the_names_alone() -> None:
    assert fingerprint(["Koodi ", "Osa-alue"]) == fingerprint(["KOODI", "osa_alue"])
    assert fingerprint(["Koodi", "Alue"]) != fingerprint(["Alue", "Koodi"])
    assert fingerprint(["ab", "c"]) != fingerprint(["a", "bc"])


# Reading


def test_that_a_row_is_a_competence() -> None:
    header = "Koodi|Nimi|Namn|Kuvaus|Alue|Taso 0|Taso 4|Tutkinnon osa|Tags|Tavoite|Kriittisyys|Palkka"
    found = read(
        table_of(header, "H1|Hitsaus|Svetsning|Hitsaa|Metalli|ei|opettaa|106401; 106402|a,b|3|2|9"), "Pajan.xlsx"
    )
    [one] = found.framework.competences

    assert (found.framework.key, found.framework.name.sv) == ("table:Pajan", "Pajan")
    assert one == Competence(
        key="table:Pajan/H1",
        code="H1",
        name=Text("Hitsaus", "Svetsning"),
        description=Text("Hitsaa"),
        group=Text("Metalli"),
        unit_codes=("106401", "106402"),
        links=("a", "b"),
        anchors=(Text("ei"), Text(), Text(), Text(), Text("opettaa")),
        target=3,
        criticality=2,
    )


def test_that_a_wrong_row_is_told_and_the_others_are_read() -> None:
    rows = ("a|Yksi|3", "b||3", "c|Kolme|5", "d|Neljä|x", "a|Viisi|")
    found = read(table_of("Koodi|Nimi|Tavoite", *rows), "f.csv")

    assert [each.key for each in found.framework.competences] == ["table:f/a", "table:f/a~2"]
    assert [(row.line, str(row.reason)) for row in found.refused] == [
        (3, "The row has no name of a competence."),
        (4, 'target cannot be "5". Allowed: a whole number from 0 to 4.'),
        (5, 'target cannot be "x". Allowed: a whole number from 0 to 4.'),
    ]


def test_that_a_competence_without_a_code_keeps_its_key_when_rows_move() -> None:
    [one, two] = read(table_of("Nimi", "Hitsaus", "Sorvaus"), "f.csv").framework.competences
    [_, first] = read(table_of("Nimi", "Jyrsintä", "Hitsaus"), "f.csv").framework.competences

    assert one.key == first.key != two.key


def test_that_a_mapping_goes_before_the_names_of_columns() -> None:
    table = table_of("Asia|Selitys|Nimi", "Hitsaus|Hitsaa|x")
    [one] = read(table, "f.csv", ColumnMapping(("name_sv", "description_sv", ""))).framework.competences

    assert (one.name, one.description) == (Text(sv="Hitsaus"), Text(sv="Hitsaa"))


@pytest.mark.parametrize("columns", [("name_fi",), ("name_fi", "name_fi"), ("name_fi", "salary"), ("code", "")])
def test_that_a_mapping_that_does_not_fit_is_told(columns: tuple[str, ...]) -> None:
    with pytest.raises(UserError, match=r"f\.csv"):
        read(table_of("a|b", "1|2"), "f.csv", ColumnMapping(columns))


def test_that_a_preview_tells_what_would_be_read_and_what_is_missing() -> None:
    seen = preview(table_of("Nimi|Palkka", *(f"{n}|x" for n in range(30))), "f.csv", rows=3)
    blind = preview(table_of("Asia|Palkka", "a|b"), "f.csv")

    assert [str(each.name) for each in seen.competences] == ["0", "1", "2"]
    assert (seen.mapping.columns, seen.left) == (("name_fi", ""), ("Palkka",))
    assert set(seen.missing) == {*MEANINGS} - {"name_fi"}
    assert (blind.competences, blind.left) == ((), ("Asia", "Palkka"))


# Remembering


def test_that_a_mapping_is_remembered_by_the_names_of_columns(tmp_path: Path) -> None:
    folder, mapping = DataFolder(tmp_path), ColumnMapping(("name_sv", ""))
    table_mappings.remember(folder, ["Asia", "Palkka"], mapping)

    assert table_mappings.recall(folder, ["ASIA ", "palkka"]) == mapping
    assert table_mappings.recall(folder, ["Asia"]) is None


@pytest.mark.parametrize("data", [b"", b"\xff", b"[1]", b"[" * 10**5, b'{"%s": 7}', b'{"%s": ["x"]}', b'{"%s": [[]]}'])
def test_that_what_is_remembered_wrongly_is_forgotten(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "table-mappings.json").write_bytes(data.replace(b"%s", fingerprint(["Asia"]).encode()))

    assert table_mappings.recall(DataFolder(tmp_path), ["Asia"]) is None


# Out and in


@settings(max_examples=20)  # a workbook each
@given(strategies.frameworks.filter(strategies.filled))
def test_that_no_text_of_a_competence_is_lost(framework: Framework) -> None:
    named = [each for each in framework.competences if stripped(each.name)]
    whole = Framework("k", "framework", Text("k"), competences=tuple(named))
    for write in WRITERS if named else ():
        for one, read_ in zip(named, back(whole, write), strict=True):
            anchors = one.anchors if any(map(stripped, one.anchors)) else ()
            expected = [one.name, one.description, one.group, *anchors]
            assert texts_of(read_) == [stripped(text) for text in expected]
            assert (read_.target, read_.criticality) == (one.target, one.criticality)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.key)
def test_that_every_shipped_competence_comes_back(pack: Framework) -> None:
    for write in WRITERS:
        for one, read_ in zip(pack.competences, back(pack, write), strict=True):
            assert texts_of(read_) == texts_of(one)
            assert (read_.code, read_.unit_codes, read_.links) == (one.code, one.unit_codes, one.links)


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''=1", " '=1", "\n=1", "'", "' =1"])
def test_that_a_text_which_looks_like_a_formula_comes_back_as_it_was(text: str) -> None:
    whole = Framework("k", "framework", Text("k"), competences=(Competence("a", "a", Text(text)),))
    for write in WRITERS:
        assert [each.name for each in back(whole, write)] == [Text(text.strip())]


def test_that_no_requirement_of_a_real_qualification_is_lost(real_data: Path) -> None:
    name = "tvt-OPH-1117-2019-old-shape.json"
    framework = eperusteet.read(read_json(real_data / "eperusteet" / name), name)
    told = {text for each in back(framework, write_workbook) for text in (each.name, each.description)}
    lines = {(language, line) for text in told for language in LANGUAGES for line in text.get(language).splitlines()}

    for unit in framework.units:
        assert unit.name in told
        for requirement in (*unit.requirements, *(each for area in unit.sub_areas for each in area.outcomes)):
            assert stripped(requirement.text) in told
            criteria = [each for level in requirement.levels for each in level.criteria]
            assert all(
                (language, each.get(language)) in lines
                for each in criteria
                for language in LANGUAGES
                if each.get(language)
            )


FORMULAS = ("=1+1", "+358", "-x", "@SUM(A1)", "'=1", "''-2", "'tis")


@pytest.mark.parametrize("text", FORMULAS)
def test_that_no_text_becomes_a_formula_and_none_is_changed(text: str) -> None:
    framework = Framework("k", "framework", Text("k"), competences=(Competence("k/1", text, Text(text)),))
    [row] = load_workbook(BytesIO(write_workbook(framework))).worksheets[0].iter_rows(min_row=2)

    assert all(cell.data_type in ("s", "n") for cell in row)
    assert row[1].quotePrefix == (text != "'tis")
    assert write_csv(framework).decode("utf-8-sig").splitlines()[1].split(";")[0].strip('"')[0] not in "=+-@"
    for write in WRITERS:
        [read_] = back(framework, write)
        assert (read_.code, read_.name.fi) == (text, text)
