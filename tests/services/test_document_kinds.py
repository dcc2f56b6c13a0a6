"""Every document from what is stored, by the service and by the command line."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.errors import UserError
from app.mapping.interview import Place
from app.mapping.model import Mapping, Mode, PeopleMode
from app.services import companies, documents, interviews, plans
from app.services.desk import Desk
from app.services.documents import Order, kind_of, made, write_document
from app.store.cases import Cases
from app.store.library import Library
from tests.report.company import MAPPING, NAMES, TODAY
from tests.report.printed import texts
from tests.report.scans import USUAL
from tests.stores import made_in

WORKSHOP = MAPPING.company.name


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The workshop's; every test that changes a company begins one of its own."""
    folder = made_in(tmp_path_factory.mktemp("data"))
    desk = Desk(folder, Cases(folder.cases), Library(folder.library), TODAY)
    desk.cases.add(MAPPING)
    yield desk
    desk.close()


@pytest.fixture
def mapping(desk: Desk) -> Mapping:
    return desk.cases.load(MAPPING.key)


@pytest.fixture
def scanned(desk: Desk) -> str:
    """A company whose quick scan is answered."""
    key = companies.begin(desk, "Pajala", Mode.QUICK, "sv")
    interviews.begin(desk, key, "quick")
    for question, value in USUAL.items():
        interviews.answer(desk, key, Place(question), (value,))
    return key


def test_that_the_document_is_written_in_the_language_asked_for(desk: Desk, mapping: Mapping, tmp_path: Path) -> None:
    out = tmp_path / "papers" / "short.pdf"
    write_document(kind_of("owner"), Order(desk, mapping, "sv"), out)
    assert "Vad görs, av vem och när" in " ".join(texts(out.read_bytes()))


def test_that_every_kind_but_the_scan_can_be_made_of_any_mapping(desk: Desk, mapping: Mapping) -> None:
    begins = {".pdf": b"%PDF-", ".xlsx": b"PK", ".json": b"{", ".csv": b"\xef\xbb\xbf"}
    for kind in documents.documents():
        if kind.key != "scan":
            order = Order(desk, None if kind.of_all else mapping, "fi")
            assert made(kind, order).startswith(begins[kind.suffix])


def test_that_the_data_are_those_of_the_plan(desk: Desk, mapping: Mapping, tmp_path: Path) -> None:
    plans.write_json(desk, mapping.key, "fi", tmp_path / "plan.json")
    assert made(kind_of("json"), Order(desk, mapping, "fi")) == (tmp_path / "plan.json").read_bytes()


def test_that_the_scan_is_told_also_after_the_company_has_gone_on_to_a_visit(desk: Desk, scanned: str) -> None:
    def page() -> str:
        return " ".join(texts(made(kind_of("scan"), Order(desk, desk.cases.load(scanned), "en"))))

    before = page()
    assert "A clear need" in before
    interviews.begin(desk, scanned, "visit")
    assert "A clear need" in page()


def test_that_a_scan_with_an_open_question_is_refused(desk: Desk, scanned: str) -> None:
    interviews.clear(desk, scanned, Place("Q8"))
    with pytest.raises(UserError, match="not answered whole"):
        made(kind_of("scan"), Order(desk, desk.cases.load(scanned), "fi"))


@pytest.mark.parametrize("kind", [kind.key for kind in documents.documents() if not kind.names])
def test_that_a_document_for_many_eyes_refuses_to_name_anybody(kind: str, desk: Desk, mapping: Mapping) -> None:
    with pytest.raises(UserError, match="never names anybody"):
        made(kind_of(kind), Order(desk, mapping, "fi", names=True))


@pytest.mark.parametrize(
    ("mode", "named"), [(PeopleMode.NAMES, True), (PeopleMode.ROLES_ONLY, False), (PeopleMode.OWNER, False)]
)
def test_that_names_are_told_only_as_the_people_mode_allows(
    mode: PeopleMode, named: bool, desk: Desk, mapping: Mapping
) -> None:
    order = Order(desk, replace(mapping, people_mode=mode), "fi", names=True)
    with zipfile.ZipFile(BytesIO(made(kind_of("xlsx"), order))) as book:
        said = b"".join(book.read(part) for part in book.namelist()).decode()
    assert [name in said for name in NAMES] == [named] * len(NAMES)
    assert (">H1<" in said) is False


def test_that_what_does_not_suit_a_document_is_said(desk: Desk, mapping: Mapping) -> None:
    with pytest.raises(UserError, match="no document called"):
        kind_of("poster")
    with pytest.raises(UserError, match="of which company"):
        made(kind_of("owner"), Order(desk, None, "fi"))
    with pytest.raises(UserError, match="not about one role"):
        made(kind_of("owner"), Order(desk, mapping, "fi", role_key="mechanic"))


def _run(desk: Desk, *arguments: str | Path) -> int:
    given = [str(argument) for argument in arguments]
    return cli.run(["--data", str(desk.folder.root), "--today", TODAY.isoformat(), "document", *given])


def test_that_the_command_line_lists_and_writes(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(desk, "--list", "--json") == 0
    listed: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    assert {row["key"]: row["suffix"] for row in listed}["xlsx"] == ".xlsx"
    assert [row["key"] for row in listed if row["of_all_companies"]] == ["unmet"]
    assert _run(desk, "--list") == 0
    assert len(capsys.readouterr().out.splitlines()) == len(listed)
    sheet, needs = tmp_path / "sheet.pdf", tmp_path / "needs.pdf"
    assert _run(desk, "apprenticeship", WORKSHOP, "--role", "asentaja", "--lang", "en", "--out", sheet) == 0
    assert "High-voltage work" in " ".join(texts(sheet.read_bytes()))
    assert _run(desk, "unmet", "--lang", "sv", "--out", needs) == 0
    assert needs.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    "arguments",
    [
        ("owner",),
        ("owner", "--out", "x.pdf"),
        ("owner", "Nobody Oy", "--out", "x.pdf"),
        ("apprenticeship", WORKSHOP, "--role", "Kokki", "--out", "x.pdf"),
        ("dialogue", WORKSHOP, "--names", "--out", "x.pdf"),
    ],
)
def test_that_the_command_line_says_in_one_sentence_what_is_wrong(
    arguments: tuple[str, ...],
    desk: Desk,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert _run(desk, *arguments) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (tmp_path / "x.pdf").exists()
