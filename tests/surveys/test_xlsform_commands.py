"""Surveys of organisations' own: imported into the library, and written as forms."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.errors import UserError
from app.i18n import Translator
from app.mapping.survey_routing import Routing
from app.services import surveys
from app.services.desk import Desk
from app.services.libraries import ImportReport, import_files
from app.services.reports import import_lines
from tests.surveys.forms import FILE, SETTINGS, form, text, workbook

Run = Callable[..., int]
PERSONS = ({"type": "begin_repeat", "name": "p", "label": "Työntekijät"}, text(), {"type": "end_repeat"})


def imported(desk: Desk, path: Path, data: bytes) -> ImportReport:
    path.write_bytes(data)
    [report] = import_files(desk, [path])
    return report


def test_that_a_form_is_kept_under_its_key_and_version(desk: Desk, tmp_path: Path) -> None:
    report = imported(desk, tmp_path / FILE, form(text()))
    later = imported(desk, tmp_path / FILE, form(text(), text("r"), settings={**SETTINGS, "version": "2"}))

    assert (report.kind, report.new, report.error) == ("survey", ("oma",), None)
    assert later.form is not None
    assert later.form.questions == (("q", "text"), ("r", "text"))
    assert {(each.key, each.version, each.source) for each in desk.library.surveys()} == {
        ("oma", "1", FILE),
        ("oma", "2", FILE),
    }
    assert [question.id for question in desk.library.survey("oma", "1").questions] == ["q"]


def test_that_the_same_form_again_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    assert imported(desk, tmp_path / FILE, form(text())).new == ("oma",)
    assert imported(desk, tmp_path / FILE, form(text())).unchanged == ("oma",)
    assert imported(desk, tmp_path / FILE, form(text(hint="Uusi"))).updated == ("oma",)


def test_that_of_a_form_with_a_fault_nothing_is_kept(desk: Desk, tmp_path: Path) -> None:
    report = imported(desk, tmp_path / FILE, form(text("first"), *PERSONS))

    assert desk.library.surveys() == ()
    assert report.kind == "survey"
    assert str(report.error).startswith("oma.xlsx, sheet survey, row 3: This repeat would add fields about persons.")


def test_that_a_catalogue_is_a_catalogue_still(desk: Desk, tmp_path: Path) -> None:
    rows = [["offer_id", "name_fi", "provider"], ["1", "Kurssi", "Opisto"]]
    report = imported(desk, tmp_path / "offers.xlsx", workbook({"Tarjonta": rows}))

    assert (report.kind, report.form) == ("catalogue", None)


@pytest.mark.parametrize("key", ["quick", "self", "visit"])
def test_that_a_shipped_survey_comes_back_as_what_is_there(desk: Desk, tmp_path: Path, key: str) -> None:
    surveys.export_form(desk, key, tmp_path / FILE)
    report = imported(desk, tmp_path / FILE, (tmp_path / FILE).read_bytes())

    assert (report.unchanged, report.error) == ((key,), None)
    assert desk.library.surveys() == ()


def test_that_no_form_takes_the_place_of_a_shipped_survey(desk: Desk, tmp_path: Path) -> None:
    report = imported(desk, tmp_path / FILE, form(text(), settings={**SETTINGS, "form_id": "visit"}))

    assert "has the key visit of a survey that comes with the program" in str(report.error)
    assert desk.library.surveys() == ()


def test_that_a_survey_is_found_by_its_key(desk: Desk, tmp_path: Path, visit: Routing) -> None:
    imported(desk, tmp_path / FILE, form(text()))

    assert surveys.find(desk, "visit") == visit.survey
    assert surveys.find(desk, "oma").key == "oma"
    with pytest.raises(UserError, match="There is no survey gone") as told:
        surveys.find(desk, "gone")
    assert told.value.values["keys"] == ["quick", "self", "visit", "oma"]


def test_that_what_is_said_of_a_form_names_every_place(desk: Desk, tmp_path: Path) -> None:
    good = imported(desk, tmp_path / FILE, form(text(), {"type": "image", "name": "i"}))
    bad = imported(desk, tmp_path / FILE, form(text("1q"), text("2q"), *PERSONS))

    assert import_lines(Translator("en"), good) == [
        "oma.xlsx: 1 question was taken",
        "  sheet survey, row 3: The type image is not supported. The question is left out.",
    ]
    assert [line.partition(":")[0] for line in import_lines(Translator("en"), bad)] == []
    two = imported(desk, tmp_path / FILE, form(text("1q"), text("2q")))
    assert [line.partition(":")[0] for line in import_lines(Translator("en"), two)] == ["  sheet survey, row 3"]


def test_the_json_of_an_imported_form(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / FILE
    path.write_bytes(form(text(), {"type": "image", "name": "i"}))

    assert run("import", path, "--json") == 0
    [said] = json.loads(capsys.readouterr().out)
    assert said["kind"] == "survey"
    assert said["survey"] == {"key": "oma", "version": "1", "name": {"fi": "Oma kysely", "sv": "", "en": ""}}
    assert said["questions"] == [{"id": "q", "kind": "text"}]
    reason = "The type image is not supported. The question is left out."
    assert said["left_out"] == [{"sheet": "survey", "row": 3, "reason": reason}]
    assert said["faults"] == []


def test_the_json_of_a_form_that_is_refused(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / FILE
    path.write_bytes(form(text(relevant="${gone} = 1"), text("r", constraint=". > now()")))

    assert run("import", path, "--json") == 2
    out, err = capsys.readouterr()
    [said] = json.loads(out)
    assert (said["survey"], said["questions"], said["new"]) == (None, [], 0)
    assert [(each["sheet"], each["row"]) for each in said["faults"]] == [("survey", 2), ("survey", 3)]
    assert said["error"] == err.strip()
    assert err.startswith("oma.xlsx, sheet survey, row 2: ")


def test_that_a_workbook_that_is_said_to_be_a_form_is_read_as_one(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / FILE
    path.write_bytes(workbook({"Sheet1": [["offer_id"]]}))

    assert run("import", path, "--kind", "survey") == 2
    assert "a form has them in the sheet `survey`" in capsys.readouterr().err


def test_that_a_survey_is_exported_and_imported_by_commands(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "visit", "--out", tmp_path / "visit.xlsx") == 0
    capsys.readouterr()
    assert run("import", tmp_path / "visit.xlsx", "--json") == 0
    [said] = json.loads(capsys.readouterr().out)
    assert said["unchanged"] == 1
    assert (len(said["questions"]) > 80, said["left_out"], said["faults"]) == (True, [], [])


@pytest.mark.parametrize("out", ["folder", "gone/deep/visit.xlsx"])
def test_that_an_export_ends_with_a_file_or_one_sentence(
    run: Run, tmp_path: Path, out: str, capsys: pytest.CaptureFixture[Any]
) -> None:
    (tmp_path / "folder").mkdir()
    ended = run("export", "quick", "--out", tmp_path / out)

    assert (ended, (tmp_path / out).is_file()) in {(0, True), (2, False)}
    assert len(capsys.readouterr().err.splitlines()) == (ended == 2)
