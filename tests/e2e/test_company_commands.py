"""Commands about one company: how far its survey is, forms for its staff, and what is owed to a person."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap, cli
from app.commands import staff
from app.mapping.interview import Place
from app.mapping.model import Assessor
from app.mapping.signal import When
from app.paths import DataFolder
from app.services import interviews, signals, staff_pin
from app.services.desk import Desk
from app.services.staff_pin import HandOver, new_pin
from app.wording.staff import VOICES
from tests.services.staff_company import CASE, fill

Change = Callable[[Desk], object]
COMPANY = CASE.company.name


class Line:
    """A command line over a data folder with one company, on the day of every test, in English."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self._capsys = DataFolder(folder), capsys
        self.change(lambda desk: desk.cases.add(CASE))

    def run(self, *arguments: str | Path) -> int:
        given = [str(argument) for argument in arguments]
        return cli.run(["--data", str(self.data.root), "--today", "2026-11-23", *given])

    def said(self) -> list[str]:
        return self._capsys.readouterr().out.splitlines()

    def json(self) -> Any:
        return json.loads(self._capsys.readouterr().out)

    def refused(self, *arguments: str | Path) -> str:
        """The sentence with which a command is refused."""
        assert self.run(*arguments) == 2
        [sentence] = self._capsys.readouterr().err.splitlines()
        return sentence

    def change(self, change: Change) -> None:
        desk = bootstrap.open_desk(self.data, date(2026, 11, 23))
        try:
            change(desk)
        finally:
            desk.close()

    def own(self) -> dict[tuple[str, str], int | None]:
        """Levels that people gave themselves."""
        found: dict[tuple[str, str], int | None] = {}

        def look(desk: Desk) -> None:
            answers = desk.cases.load(CASE.key).assessments
            found.update({(a.person_key, a.need_key): a.level for a in answers if a.assessor is Assessor.SELF})

        self.change(look)
        return found


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Line:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return Line(tmp_path / "data", capsys)


@pytest.mark.parametrize(("kind", "voice"), [("xlsx", "plain"), ("pdf", "sv")])
def test_that_each_person_gets_a_form(line: Line, tmp_path: Path, kind: str, voice: str) -> None:
    assert line.run("staff", "export", COMPANY, "--out", tmp_path / "forms", "--kind", kind, "--lang", voice) == 0
    names = sorted(path.name for path in (tmp_path / "forms").iterdir())
    assert [name[:3] for name in names] == ["H1-", "H2-", "H3-"]
    assert {name.rpartition(".")[2] for name in names} == {kind}
    assert line.said() == [f"3 forms are in {tmp_path / 'forms'}"]


def test_that_a_form_can_be_had_in_every_voice() -> None:
    assert set(staff.SPOKEN) == set(VOICES)


def test_that_forms_can_be_for_some_roles(line: Line, tmp_path: Path) -> None:
    assert line.run("staff", "export", COMPANY, "--out", tmp_path / "forms", "--role", "welder") == 0
    assert [path.name[:3] for path in (tmp_path / "forms").iterdir()] == ["H3-"]
    said = line.refused("staff", "export", COMPANY, "--out", tmp_path / "others", "--role", "Welder", "Painter")
    assert said == "There is no role Painter. There are: Machinist and Welder."
    assert not (tmp_path / "others").exists()


def test_that_a_role_with_nobody_to_ask_is_refused_and_does_not_mean_everybody(line: Line, tmp_path: Path) -> None:
    line.change(lambda desk: desk.cases.drop(CASE.key, CASE.people[2]))
    assert "nobody to ask" in line.refused("staff", "export", COMPANY, "--out", tmp_path / "forms", "--role", "Welder")
    assert not (tmp_path / "forms").exists()


@pytest.fixture
def filled(line: Line, tmp_path: Path) -> list[Path]:
    """Forms of H1, who can turn, and H3, who cannot weld; and a file that is none."""
    line.run("staff", "export", COMPANY, "--out", tmp_path / "forms")
    line.said()
    first, _second, third = sorted((tmp_path / "forms").iterdir())
    none = tmp_path / "none.xlsx"
    none.write_bytes(b"none")
    return [fill(first, ["3"]), fill(third, ["0"]), none]


def test_that_filled_forms_are_taken_and_one_that_is_none_stops_no_other(line: Line, filled: list[Path]) -> None:
    assert line.run("staff", "import", COMPANY, *filled) == 2
    assert line.said()[-1] == "2 answers were taken"
    assert line.own() == {("p1", "turning"): 3, ("p3", "welding"): 0}


def test_that_a_dry_run_takes_nothing(line: Line, filled: list[Path]) -> None:
    assert line.run("staff", "import", COMPANY, "--dry-run", *filled[:2]) == 0
    assert line.said()[-1] == "2 answers can be taken"
    assert line.own() == {}


def test_that_an_earlier_answer_gives_way_only_where_it_is_said(line: Line, filled: list[Path]) -> None:
    assert line.run("staff", "import", COMPANY, filled[0]) == 0
    fill(filled[0], ["1"])
    assert line.run("staff", "import", COMPANY, filled[0]) == 0
    assert line.own() == {("p1", "turning"): 3}
    line.said()
    assert line.run("staff", "import", COMPANY, filled[0], "--replace", "--json") == 0
    [told] = line.json()
    assert (told["code"], told["replaced"], told["error"]) == ("H1", 1, None)
    assert line.own() == {("p1", "turning"): 1}


def test_that_a_handing_over_can_be_ended_without_its_pin(line: Line) -> None:
    assert line.refused("staff", "take-back") == "Nobody of the staff has the laptop."
    staff_pin.hand_over(line.data, HandOver(CASE.key, ("p1",), VOICES["fi"], new_pin("2468")))
    assert line.run("staff", "take-back") == 0
    assert staff_pin.handed_over(line.data) is None


def answer(desk: Desk, question: str) -> None:
    """Answer with the first choice."""
    interview = interviews.running(desk, CASE.key)
    assert interview
    value = interview.routing.questions[question].choices[0].value
    interviews.answer(desk, CASE.key, Place(question), (value,))


def test_that_the_state_of_a_survey_is_told(line: Line) -> None:
    assert line.refused("survey", COMPANY) == "No survey has been begun here yet."
    line.change(lambda desk: interviews.begin(desk, CASE.key, "quick"))
    assert line.run("survey", COMPANY, "--json") == 0
    state = line.json()
    assert (state["survey"], state["complete"]) == ("quick", 0)
    first = state["left_open"][0]["question"]
    line.change(lambda desk: answer(desk, first))
    assert line.run("survey", COMPANY, "--json") == 0
    after = line.json()
    assert after["complete"] > 0
    assert first not in [each["question"] for each in after["left_open"]]
    assert sum(s["of"] - s["answered"] for s in after["sections"]) == len(after["left_open"])
    assert line.run("survey", COMPANY) == 0
    said = line.said()
    assert said[0].startswith("Survey quick, version ")
    assert [text.strip() for text in said[said.index("Left open") + 1 :]] == [q["text"] for q in after["left_open"]]


@pytest.mark.parametrize("ending", ["pdf", "json"])
def test_that_a_person_gets_what_is_stored_of_them(line: Line, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"own.{ending}"
    assert line.run("person", COMPANY, "h2", "--out", out, "--lang", "en") == 0
    assert out.read_bytes().startswith(b"%PDF-" if ending == "pdf" else b"{")
    assert line.said() == [f"What is stored of H2 is in {out}"]
    assert line.refused("person", COMPANY, "H9", "--out", out) == "Nobody in this company has the code H9."


def test_that_signals_are_listed(line: Line) -> None:
    assert line.run("signals") == 0
    assert line.said() == ["No quick signal has been noted."]
    line.change(lambda desk: signals.note(desk, "=A welder", "25", When.NOW, "fi"))
    assert line.run("signals") == 0
    assert line.said() == ["2026-11-23  now  25  =A welder"]
    assert line.run("signals", "--json") == 0
    assert [row["what"] for row in line.json()] == ["=A welder"]
    assert line.run("signals", "--csv") == 0
    head, row = line.said()
    assert head.startswith("type;on;when;sector;what")
    assert "'=A welder" in row
