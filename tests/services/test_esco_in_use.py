"""ESCO in use: its real files counted, occupations as drafts of roles, and concepts linked with needs."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import open_desk
from app.cli import run
from app.errors import UserError
from app.languages import LANGUAGES, Language
from app.mapping.model import Role, Targets
from app.paths import DataFolder
from app.services import catalogues, esco, libraries, mappings
from app.services.desk import Desk
from app.services.libraries import ImportReport, import_files
from app.texts import Text
from tests.frameworks.esco_values import FILES, TURN, TURNER
from tests.hostile.kinds import QUALIFICATION, TODAY
from tests.store.samples import WORKSHOP

ROLE = Role("role", "Turner", 2)


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Our small files, and a qualification among them."""
    given = {**FILES, "qualification.json": json.dumps(QUALIFICATION).encode()}
    for name, data in given.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in sorted(given)]


def counts(reports: tuple[ImportReport, ...]) -> dict[str, tuple[str | None, int, int, int]]:
    return {r.file: (r.kind, len(r.new), len(r.updated), len(r.unchanged)) for r in reports}


# Importing


def test_that_files_are_taken_at_once_or_one_after_another(desk: Desk, paths: list[Path]) -> None:
    told: list[str] = []
    reports = import_files(desk, paths, lambda file, _done, _of: told.append(file))
    assert [report.file for report in reports] == [path.name for path in paths]
    assert sorted(told) == [path.name for path in paths]
    assert {report.kind for report in reports} == {"esco", "eperusteet"}
    assert not any(report.error for report in reports)
    for path in paths:
        [again] = import_files(desk, [path])
        assert (again.new, again.updated, again.error) == ((), (), None)


def test_that_a_broken_file_stops_no_other(desk: Desk, paths: list[Path]) -> None:
    broken = next(path for path in paths if path.name == "skills_fi.csv")
    broken.write_bytes(b"conceptUri,preferredLabel\n1,2\n")
    reports = import_files(desk, paths)
    assert [report.file for report in reports if report.error] == ["skills_fi.csv"]
    assert desk.library.esco.concept(TURN).name == Text(sv="svarva metall", en="turn metal")


def test_that_cancelling_takes_no_file_of_esco(desk: Desk, paths: list[Path]) -> None:
    of_esco = [path for path in paths if path.name != "qualification.json"]
    for turn in range(len(of_esco) + 3):
        answers = iter([False] * turn)
        reports = import_files(desk, of_esco, cancelled=lambda answers=answers: next(answers, True))  # type: ignore[misc]  # no lambda can be typed
        assert reports == ()
        assert desk.library.esco.count("skill", "en") == 0


def test_that_a_kind_that_is_said_is_not_guessed(desk: Desk, paths: list[Path]) -> None:
    qualification = next(path for path in paths if path.name == "qualification.json")
    [report] = import_files(desk, [qualification], kind="esco")
    assert report.error
    [report] = import_files(desk, [paths[0]], kind="catalogue")
    assert report.error


# In use


def test_that_an_occupation_becomes_needs_linked_with_themselves(desk: Desk, paths: list[Path]) -> None:
    import_files(desk, paths)
    [found] = esco.find_occupations(desk, "sorvaaja", "fi")
    draft = esco.role_draft(desk, found.concept.uri)
    assert draft.occupation.name == Text("sorvaaja", "svarvare", "turner")
    [need] = esco.draft_needs(draft, ROLE)
    assert need.name == Text("sorvata metallia", "svarva metall", "turn metal")
    assert (need.role_key, need.source_key, need.competence_code) == ("role", "esco", TURN)
    assert (need.tags, need.targets, need.criticality) == ((f"esco:{TURN}",), Targets(3, 3, 3), 2)
    assert esco.draft_needs(draft, ROLE, chosen=["another"]) == ()


def test_that_an_occupation_without_relations_is_told(desk: Desk, paths: list[Path]) -> None:
    import_files(desk, [path for path in paths if path.name.startswith("occupations_en")])
    with pytest.raises(UserError, match="Import occupationSkillRelations"):
        esco.role_draft(desk, TURNER)
    with pytest.raises(UserError, match="is not in the library"):
        esco.role_draft(desk, TURN)


def test_that_it_is_told_which_files_are_missing(desk: Desk, paths: list[Path]) -> None:
    import_files(desk, [path for path in paths if path.name == "occupations_en.csv"])
    assert esco.missing_files(desk, "occupation", "sv") == (
        "occupations_sv.csv",
        "skills_sv.csv",
        "occupationSkillRelations_sv.csv",
    )
    assert esco.missing_files(desk, "skill", "sv") == ("skills_sv.csv",)
    import_files(desk, paths)
    assert esco.missing_files(desk, "occupation", "sv") == ()


def test_that_a_need_in_own_words_is_linked_with_a_concept_once(desk: Desk, paths: list[Path]) -> None:
    import_files(desk, paths)
    own = replace(mappings.own_need(ROLE, "Sorvin käyttö", "fi"), tags=("card:hot",))
    [found, *_] = esco.find_concepts(desk, "sorvaus", "fi")
    linked = esco.linked(own, [found.concept.uri])
    assert linked.tags == ("card:hot", f"esco:{TURN}")
    assert esco.linked(linked, [found.concept.uri]) == linked
    assert esco.links(desk, linked) == (found.concept,)
    assert esco.linked(linked, []) == own


def test_that_an_occupation_becomes_a_role_in_one_act(desk: Desk, paths: list[Path]) -> None:
    import_files(desk, paths)
    desk.cases.add(WORKSHOP)
    draft = esco.role_draft(desk, TURNER)
    role = esco.begin_role(desk, "workshop", draft, [TURN], "sv")
    mapping = desk.cases.load("workshop")
    assert (role.name, role.head_count) == ("Svarvare", 1)
    assert [(n.role_key, n.competence_code) for n in mapping.needs if n.source_key == "esco"] == [(role.key, TURN)]
    assert len([p for p in mapping.people if p.role_key == role.key]) == 1
    assert desk.cases.undo("workshop")
    assert replace(desk.cases.load("workshop"), changed=WORKSHOP.changed) == WORKSHOP


def test_that_versions_are_told_of_what_is_shipped_too(desk: Desk) -> None:
    pack = libraries.packs()[0]
    assert [each.version for each in libraries.versions(desk, pack.key)] == [pack.version]


def test_the_command(tmp_path: Path, paths: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(tmp_path / "data")]
    assert run(["import", *map(str, paths), *data]) == 0
    capsys.readouterr()
    assert run(["occupations", "svarvare", "--lang", "sv", *data]) == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("svarvare, ")
    assert run(["occupations", "7223.1", "--json", *data]) == 0
    [found] = json.loads(capsys.readouterr().out)
    assert found["essential"] == [
        {"uri": TURN, "name": {"fi": "sorvata metallia", "sv": "svarva metall", "en": "turn metal"}}
    ]
    assert run(["occupations", "nothing like it", *data]) == 0
    assert capsys.readouterr().out.startswith("Nothing was found.")
    assert run(["occupations", "svarvare", "--data", str(tmp_path / "empty")]) == 0
    assert capsys.readouterr().out.startswith("The library has no ESCO yet.")


# The real files


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def real(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, dict[str, Any]]]:
    """All real files in a library, with what was reported of each."""
    folder = real_data / "esco"
    desk = open_desk(DataFolder(tmp_path_factory.mktemp("real")), TODAY)
    yield desk, counts(import_files(desk, sorted(folder.iterdir())))
    desk.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_as_many_names_are_kept_as_the_files_have(
    real: tuple[Desk, dict[str, Any]], real_data: Path, language: Language
) -> None:
    skills = {row["conceptUri"] for row in rows(real_data / f"esco/skills_{language}.csv") if row["preferredLabel"]}
    occupations = json.loads((real_data / "esco/occupation-labels-fi-sv-en.json").read_bytes())
    named = {each["uri"] for each in occupations if "/occupation/" in each["uri"] and each["prefLabel"].get(language)}
    if language == "en":
        named |= {row["conceptUri"] for row in rows(real_data / "esco/occupations_en.csv")}
    count = real[0].library.esco.count
    assert count("skill", language) == len(skills) == (13_930 if language == "en" else 13_702)
    assert count("occupation", language) == len(named) > 3_000


def test_that_everything_is_kept_and_a_second_time_changes_nothing(
    real: tuple[Desk, dict[str, Any]], real_data: Path
) -> None:
    desk, reported = real
    essential = sum(row["relationType"] == "essential" for row in rows(real_data / "esco/occupationSkillRelations.csv"))
    kept = sum(
        len(desk.library.esco.skills(row["conceptUri"])) for row in rows(real_data / "esco/occupations_en.csv")[::60]
    )
    assert 0 < kept < essential
    assert {kind for kind, *_ in reported.values()} == {"esco"}
    again = counts(import_files(desk, [real_data / "esco" / name for name in ("skills_fi.csv", "occupations_en.csv")]))
    assert again == {"skills_fi.csv": ("esco", 0, 0, 13_702), "occupations_en.csv": ("esco", 0, 0, 3_039)}


@pytest.mark.parametrize(
    ("words", "language", "name"),
    [("hitsaaja", "fi", "hitsaaja"), ("svetsare", "sv", "svetsare"), ("welder", "en", "welder")],
)
def test_that_a_welder_needs_the_same_in_every_language(
    real: tuple[Desk, dict[str, Any]], real_data: Path, words: str, language: Language, name: str
) -> None:
    desk, _ = real
    found = esco.find_occupations(desk, words, language, 5)
    assert name in found[0].concept.name.get(language)
    welder = next(row for row in rows(real_data / "esco/occupations_en.csv") if row["preferredLabel"] == "welder")
    needed = {
        r["skillUri"]
        for r in rows(real_data / "esco/occupationSkillRelations.csv")
        if r["occupationUri"] == welder["conceptUri"]
    }
    needs = esco.draft_needs(esco.role_draft(desk, welder["conceptUri"]), ROLE)
    assert {need.competence_code for need in needs} == needed
    assert all(need.name.en for need in needs)
    assert sum(bool(need.name.get(language)) for need in needs) >= len(needs) - 2


@pytest.mark.parametrize(
    ("words", "language", "code"),
    [
        ("sairaanhoitaja", "fi", "2221.2"),
        ("lähihoitaja", "fi", "5321.1"),
        ("kuorma-autonkuljettaja", "fi", "8332.2"),  # only a job title
        ("levyseppähitsaaja", "fi", "7213.4"),  # only a job title
        ("ohjelmistokehittäjä", "fi", "2512.4"),
        ("sjuksköterska", "sv", "2221.2"),
        ("närvårdare", "sv", "5321.1"),  # only a job title
        ("svetsare", "sv", "7212.3"),
        ("elektriker", "sv", "7411.1"),
        ("nurse", "en", "2221.2"),
        ("waiter", "en", "5131.2"),
        ("lorry driver", "en", "8332.2"),
    ],
)
def test_that_an_ordinary_occupation_is_the_first_to_be_found(
    real: tuple[Desk, dict[str, Any]], words: str, language: Language, code: str
) -> None:
    assert esco.find_occupations(real[0], words, language)[0].concept.code == code


def test_that_every_job_title_leads_to_its_occupations(real: tuple[Desk, dict[str, Any]]) -> None:
    desk, _ = real
    for title in catalogues.titles(desk).titles:
        for language in LANGUAGES:
            found = esco.find_occupations(desk, title.name.get(language), language)
            codes = {each.concept.code for each in found if each.score >= 0.96}
            assert codes.issuperset(title.occupations), title.name.fi


@pytest.mark.parametrize(
    ("words", "language", "part"),
    [
        ("hitsaaja", "fi", "hitsaus"),
        ("hitasus", "fi", "hitsau"),
        ("hitsaus", "fi", "hitsaa"),
        ("svetsning", "sv", "svets"),
        ("svets", "sv", "svets"),
        ("asiakaspalvelua", "fi", "asiakaspalvelu"),
        ("custmer service", "en", "customer service"),
        ("koneen huolto", "fi", "huoltaa koneita"),
    ],
)
def test_that_forms_compounds_and_slips_are_found(
    real: tuple[Desk, dict[str, Any]], words: str, language: Language, part: str
) -> None:
    found = real[0].library.esco.find(words, language, ("skill", "skill_group", "occupation"), 10)
    assert any(part in each.name.get(language).lower() for each, _ in found)
