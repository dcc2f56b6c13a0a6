"""Frameworks of others read into the library, and any framework written as a file, as a button or a command does it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.frameworks.readers import case
from app.frameworks.readers.table_columns import ColumnMapping
from app.i18n import Translator
from app.services import frameworks_io, libraries, table_mappings
from app.services.desk import Desk
from app.services.libraries import ImportReport, import_files
from app.texts import Text
from app.wording.frameworks import framework_source
from tests.frameworks.case_values import DOCUMENT, SMALL
from tests.hostile.workbooks import workbook
from tests.offers.catalogue_rows import FULL, csv

Run = Callable[..., int]
TABLE = b"Koodi;Osaaminen;Taso 1\nH1;Hitsaus;autettuna\n;;x\n"


def imported(desk: Desk, path: Path, content: Any, **how: Any) -> ImportReport:
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    [report] = import_files(desk, [path], **how)
    return report


@pytest.mark.parametrize(
    ("content", "kind", "key"),
    [
        (SMALL, "case", f"case:{DOCUMENT}"),
        (TABLE, "table", "table:file"),
        (TABLE.decode().encode("utf-16"), "table", "table:file"),
        (workbook([["Namn", "Område"], ["Svetsning", "Metall"]]), "table", "table:file"),
        (csv(FULL).encode(), "catalogue", "catalogue:cnc-1"),
        (b"name_fi;provider\nHitsaus;Opisto\n", None, ""),
    ],
)
def test_that_a_file_is_known_by_what_is_in_it(
    desk: Desk, tmp_path: Path, content: Any, kind: str | None, key: str
) -> None:
    report = imported(desk, tmp_path / "file.txt", content)

    assert (report.kind, report.new) == (kind, (key,) if key else ())
    assert bool(report.error) == (kind is None)


def test_that_real_files_are_known_too(desk: Desk, real_data: Path) -> None:
    names = ("case/opensalt_framework_sample.json", "entrecomp/entrecomp_progression_en.csv")
    digcomp = [
        real_data / "digcomp-3.0-en" / f"{name}.csv" for name in ("3_Competence_Statements", "4_Learning_Outcomes")
    ]
    reports = import_files(desk, [*(real_data / name for name in names), *digcomp])

    assert [report.kind for report in reports] == ["case", "entrecomp", "digcomp", "digcomp"]
    assert [report.error for report in reports] == [None] * 4
    counts = {each.key: (each.competences, each.requirements) for each in desk.library.frameworks()}
    assert counts["digcomp3"] == (21, 523)
    assert counts["entrecomp-threads"] == (60, 0)


def test_that_rows_that_were_not_taken_are_told(desk: Desk, tmp_path: Path) -> None:
    report = imported(desk, tmp_path / "oma.csv", TABLE)

    assert [(row.line, str(row.reason)) for row in report.refused] == [(3, "The row has no name of a competence.")]
    assert [each.code for each in desk.library.framework("table:oma").competences] == ["H1"]


def test_that_a_remembered_choice_of_columns_is_used(desk: Desk, tmp_path: Path) -> None:
    data = b"Asia;Selitys\nHitsaus;Hitsaa\n"
    assert imported(desk, tmp_path / "oma.csv", data).error
    table_mappings.remember(desk.folder, ["Asia", "Selitys"], ColumnMapping(("name_sv", "description_sv")))

    assert imported(desk, tmp_path / "oma.csv", data).kind == "table"
    assert desk.library.framework("table:oma").competences[0].name == Text(sv="Hitsaus")


def test_that_what_is_imported_does_not_say_that_it_came_with_the_program(desk: Desk, tmp_path: Path) -> None:
    imported(desk, tmp_path / "file.json", SMALL)
    [summary] = desk.library.frameworks()

    assert framework_source(Translator("en"), summary) == "Yritys Öy"
    assert framework_source(Translator("en"), libraries.frameworks(desk)[0]) == "comes with Kartturi"


# Out


def test_that_a_shipped_framework_comes_back_unchanged_and_a_changed_one_as_a_copy(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "machine.json"
    frameworks_io.export(desk, "sector:machine", out)
    value = json.loads(out.read_bytes())

    assert imported(desk, out, value).unchanged == ("sector:machine",)
    assert desk.library.frameworks() == ()
    value["CFDocument"]["title"] = "Meidän paja"
    assert imported(desk, out, value).new == ("own:sector:machine",)
    copy = desk.library.framework("own:sector:machine")
    assert copy.name.fi == "Meidän paja"
    assert {each.key.split("/")[0] for each in copy.competences} == {"own:sector:machine"}


@pytest.mark.parametrize("ending", ["json", "csv", "XLSX"])
def test_that_an_imported_framework_is_written_and_read_again(
    run: Run, tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given, out = tmp_path / "given.json", tmp_path / f"out.{ending}"
    given.write_text(json.dumps(SMALL))

    assert run("import", given) == 0
    assert run("export", f"case:{DOCUMENT}", "--out", out) == 0
    assert f"The framework is in {out}" in capsys.readouterr().out
    assert run("import", out, "--json") == 0
    [said] = json.loads(capsys.readouterr().out)
    kept = ("case", 0, 1) if ending == "json" else ("table", 1, 0)
    assert (said["kind"], said["new"], said["unchanged"] + said["updated"]) == kept


def test_that_a_survey_is_written_still(run: Run, tmp_path: Path) -> None:
    assert run("export", "quick", "--out", tmp_path / "quick.xlsx") == 0
    assert (tmp_path / "quick.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(("key", "file"), [("cefr", "out.pdf"), ("cefr", "out"), ("gone", "out.json")])
def test_that_what_cannot_be_written_is_told_and_not_written(
    run: Run, tmp_path: Path, key: str, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", key, "--out", tmp_path / file) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (tmp_path / file).exists()


def test_that_an_unknown_key_is_answered_by_all_that_can_be_written(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "gone", "--out", tmp_path / "out.json") == 2
    said = capsys.readouterr().err
    assert all(key in said for key in ("visit", "quick", "cefr", "sector:machine"))


@pytest.mark.parametrize("kind", ["case", "digcomp", "entrecomp", "table"])
def test_that_a_kind_that_is_said_is_not_guessed(desk: Desk, tmp_path: Path, kind: str) -> None:
    assert imported(desk, tmp_path / "file", b"a;b\n1;2\n", kind=kind).error
    assert imported(desk, tmp_path / "file", b'{"CFItems": []}', kind=kind).error
    assert desk.library.frameworks() == ()


def test_that_a_written_package_is_read_by_the_reader_alone(desk: Desk, tmp_path: Path) -> None:
    frameworks_io.export(desk, "digcomp", tmp_path / "digcomp.json")

    read = case.read(json.loads((tmp_path / "digcomp.json").read_bytes()), "digcomp.json")
    assert read == libraries.framework(desk, "digcomp")


def test_that_a_preview_uses_what_is_remembered(desk: Desk) -> None:
    from app.files import parse_table

    table = parse_table(b"Asia;Selitys\nHitsaus;Hitsaa\n", "oma.csv")
    assert frameworks_io.preview_table(desk, table, "oma.csv").competences == ()
    table_mappings.remember(desk.folder, table.header, ColumnMapping(("name_fi", "")))

    assert [str(each.name) for each in frameworks_io.preview_table(desk, table, "oma.csv").competences] == ["Hitsaus"]


@pytest.mark.parametrize(
    "content",
    [b'{"CFItems": [1]}', b"Competence number;Competence name;Competence area number;Competence descriptor\n", b"\0"],
)
def test_that_a_file_that_cannot_be_read_is_one_sentence_and_exit_code_2(
    run: Run, tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(content)

    assert run("import", tmp_path / "file") == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
