"""Forms go out, come back filled, and what they say is kept as the person's own word, or is told why not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import Assessment, Assessor, Evidence, PeopleMode, RoleNeed
from app.services import staff
from app.services.desk import Desk
from app.services.staff_judging import Form
from app.services.staff_said import form_json, form_lines
from app.texts import Text
from app.wording.staff import SIGNS, VOICES, Sign, label, sign_of
from tests.services.staff_company import CASE, NAMES, NEEDS, ROWS_ONLY, TODAY, Typed, desk_over, fill

EN = Translator("en")
VOICE_KEYS = sorted(VOICES)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_over(tmp_path / "data", CASE) as desk:
        yield desk


@pytest.fixture
def forms(desk: Desk, tmp_path: Path) -> list[Path]:
    """The workbooks of H1, H2 and H3, in English."""
    return list(staff.export_forms(desk, "case", tmp_path / "forms", VOICES["en"], "xlsx"))


def own(desk: Desk, person: str) -> dict[str, Assessment]:
    return staff.own_answers(desk.cases.load("case"), person)


def reasons(form: Form) -> dict[str, str]:
    return {left.cell: EN.explain(left.reason) for left in form.left}


def taken(form: Form) -> dict[str, Sign]:
    return {found.need.key: sign_of(found.answer) for found in form.taken}


def refusal(form: Form) -> str:
    assert form.error
    assert not form.taken
    return EN.explain(form.error)


# Out.


@pytest.mark.parametrize("kind", ["xlsx", "pdf"])
def test_that_each_person_has_a_file_whose_name_tells_nobodys_name(
    desk: Desk, tmp_path: Path, kind: staff.Kind
) -> None:
    paths = staff.export_forms(desk, "case", tmp_path / "forms", VOICES["fi"], kind)
    assert [path.name[:3] for path in paths] == ["H1-", "H2-", "H3-"]
    assert {path.suffix for path in paths} == {f".{kind}"}
    assert not [name for path in paths for name in NAMES if name.casefold() in path.name.casefold()]
    assert sorted(paths) == sorted((tmp_path / "forms").iterdir())


def test_that_only_those_who_are_chosen_get_a_form(desk: Desk, tmp_path: Path) -> None:
    welders = [p.key for p in staff.people_asked(CASE, ["welder"])]
    paths = staff.export_forms(desk, "case", tmp_path / "forms", VOICES["fi"], "xlsx", welders)
    assert [path.name[:3] for path in paths] == ["H3-"]


def test_that_a_form_that_may_be_filled_in_is_never_written_over(desk: Desk, forms: list[Path]) -> None:
    fill(forms[2], ["2"])
    forms[0].unlink()
    before = forms[2].read_bytes()
    with pytest.raises(UserError, match="may have been filled in"):
        staff.export_forms(desk, "case", forms[0].parent, VOICES["en"], "xlsx")
    assert forms[2].read_bytes() == before
    assert not forms[0].exists()


@pytest.mark.parametrize("mode", ROWS_ONLY)
def test_that_nobody_is_asked_where_nobody_has_a_row(tmp_path: Path, mode: PeopleMode) -> None:
    with desk_over(tmp_path / "data", replace(CASE, people_mode=mode)) as desk, pytest.raises(UserError, match="row"):
        staff.export_forms(desk, "case", tmp_path / "forms", VOICES["fi"], "xlsx")


def test_that_a_code_that_is_no_file_name_stays_out_of_it(tmp_path: Path) -> None:
    people = (replace(CASE.people[0], code="../H1: *?"), replace(CASE.people[2], code=""))
    with desk_over(tmp_path / "data", replace(CASE, people=people, assessments=())) as desk:
        paths = staff.export_forms(desk, "case", tmp_path / "forms", VOICES["fi"], "xlsx")
    assert [path.parent for path in paths] == [tmp_path / "forms"] * 2
    assert paths[0].name.startswith("H1-")


def test_that_making_forms_can_be_watched_and_stopped(desk: Desk, tmp_path: Path) -> None:
    told = list[tuple[str, int, int]]()

    def watch(file: str, done: int, of: int) -> bool:
        told.append((file[:2], done, of))
        return done < 1

    paths = staff.export_forms(desk, "case", tmp_path / "forms", VOICES["fi"], "xlsx", (), watch)
    assert told == [("H1", 0, 3), ("H2", 1, 3)]
    assert list(paths) == list((tmp_path / "forms").iterdir())
    assert len(paths) == 1
    assert len(staff.read_forms(desk, "case", [*paths, *paths], watch=watch)) == 1


# In.


def test_that_a_filled_form_becomes_the_persons_own_dated_answers(desk: Desk, forms: list[Path]) -> None:
    fill(forms[0], ["2 – Independent in normal situations", "Not assessed", "Not part of the job"])
    read = staff.read_forms(desk, "case", [forms[0]])
    assert own(desk, "p1") == {}, "reading changes nothing"
    assert staff.take(desk, "case", read) == 3
    kept = own(desk, "p1")
    assert {key: (a.level, a.not_part_of_job) for key, a in kept.items()} == {
        "turning": (2, False),
        "formula": (None, False),
        "only-finnish": (None, True),
    }
    assert {a.on for a in kept.values()} == {TODAY}
    supervisors = [a for a in desk.cases.load("case").assessments if a.assessor is Assessor.SUPERVISOR]
    assert supervisors == list(CASE.assessments), "nobody else's word is touched"


def test_that_what_is_not_answered_changes_nothing_and_is_told(desk: Desk, forms: list[Path]) -> None:
    [read] = staff.read_forms(desk, "case", [forms[0]])
    assert [need.key for need in read.blank] == ["turning", "formula", "only-finnish"]
    assert staff.take(desk, "case", [read]) == 0
    assert own(desk, "p1") == {}


@pytest.mark.parametrize("voice", VOICE_KEYS)
def test_that_any_answers_come_back_as_they_were_filled_in(desk: Desk, tmp_path: Path, voice: str) -> None:
    spoken = VOICES[voice]
    t = Translator(spoken.language)
    [path] = staff.export_forms(desk, "case", tmp_path / "forms", spoken, "xlsx", ["p1"])

    @settings(max_examples=20)
    @given(signs=st.lists(st.sampled_from([None, *SIGNS]), min_size=3, max_size=3))
    def check(signs: list[Sign | None]) -> None:
        filled = Path(shutil.copy(path, tmp_path / "filled.xlsx"))
        fill(filled, [sign and label(t, sign, plain=spoken.plain) for sign in signs])
        [read] = staff.read_forms(desk, "case", [filled])
        wanted = dict(zip(["turning", "formula", "only-finnish"], signs, strict=True))
        assert taken(read) == {key: sign for key, sign in wanted.items() if sign}
        assert {need.key for need in read.blank} == {key for key, sign in wanted.items() if sign is None}
        assert not read.left

    check()


@pytest.mark.parametrize(
    ("typed", "sign"),
    [("3", "3"), (3, "3"), (0, "0"), (3.0, "3"), ("?", "?"), ("-", "-"), (" 4 ", "4"), ("not ASSESSED", "?")],
)
def test_that_an_answer_typed_by_hand_is_understood(desk: Desk, forms: list[Path], typed: Typed, sign: Sign) -> None:
    [read] = staff.read_forms(desk, "case", [fill(forms[0], [typed])])
    assert taken(read) == {"turning": sign}


@pytest.mark.parametrize(
    "typed",
    [
        5,
        -1,
        2.5,
        "2-3",
        "four",
        "²",
        "٣",
        "Ⅳ",
        "2 – ",
        True,
        TODAY,
        "x" * 30_000,
        "131052-308T",
        "#N/A",
        "4 – No skill yet",
    ],
)
def test_that_what_is_no_answer_of_the_list_is_left_and_told_without_repeating_it(
    desk: Desk, forms: list[Path], typed: Typed
) -> None:
    [read] = staff.read_forms(desk, "case", [fill(forms[0], [typed, 2])])
    assert taken(read) == {"formula": "2"}
    assert reasons(read) == {"G6": "It is no answer of the list. Choose one from it."}
    assert "131052" not in "".join(form_lines(EN, [read]))


def test_that_a_formula_is_no_answer(desk: Desk, forms: list[Path]) -> None:
    [read] = staff.read_forms(desk, "case", [fill(forms[0], ["=2", '=HYPERLINK("http://x")', 1])])
    assert taken(read) == {"only-finnish": "1"}
    assert set(reasons(read)) == {"G6", "G7"}
    assert "formula" in reasons(read)["G6"]


def test_that_a_different_earlier_answer_is_told_and_replaced_only_when_asked(desk: Desk, forms: list[Path]) -> None:
    earlier = Assessment("p1", "turning", Assessor.SELF, 1, evidence=Evidence.SEEN, note="kept", on=TODAY)
    desk.cases.put("case", earlier, replace(earlier, need_key="formula", level=3))
    fill(forms[0], ["2", "3", "0"])
    [read] = staff.read_forms(desk, "case", [forms[0]])
    assert taken(read) == {"only-finnish": "0"}
    assert [need.key for need in read.same] == ["formula"]
    assert "answered 1 before, and 2 on the form" in reasons(read)["G6"]
    staff.take(desk, "case", [read])
    assert own(desk, "p1")["turning"] == earlier
    again = staff.read_forms(desk, "case", [forms[0]], replace=True)
    assert [t.earlier for t in again[0].taken] == [earlier]
    assert staff.take(desk, "case", again, replace=True) == 1
    assert own(desk, "p1")["turning"] == replace(earlier, level=2)


def test_that_two_forms_of_one_person_must_agree(desk: Desk, forms: list[Path]) -> None:
    copy = Path(shutil.copy(forms[0], forms[0].with_name("copy.xlsx")))
    fill(forms[0], ["2", "3"])
    fill(copy, ["2", "4", "1"])
    first, second = staff.read_forms(desk, "case", [forms[0], copy])
    assert taken(first) == {"turning": "2"}
    assert taken(second) == {"only-finnish": "1"}
    assert [need.key for need in second.same] == ["turning"]
    assert "copy.xlsx is a form of the same person" in reasons(first)["G7"]
    assert forms[0].name in reasons(second)["G7"]
    assert staff.take(desk, "case", [first, second]) == 2


def test_that_the_same_file_twice_is_read_once(desk: Desk, forms: list[Path]) -> None:
    fill(forms[0], ["2"])
    assert len(staff.read_forms(desk, "case", [forms[0], forms[0], forms[0].parent])) == 3


def test_that_a_folder_stands_for_the_workbooks_in_it(desk: Desk, forms: list[Path]) -> None:
    (forms[0].parent / "~$open.xlsx").write_bytes(b"lock")
    (forms[0].parent / "notes.txt").write_text("not a form")
    read = staff.read_forms(desk, "case", [forms[0].parent])
    assert [form.code for form in read] == ["H1", "H2", "H3"]


def test_that_an_empty_folder_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match="no workbook"):
        staff.read_forms(desk, "case", [tmp_path / "empty"])


# What has changed since the form was made.


def test_that_answers_to_a_competence_since_removed_are_told(desk: Desk, forms: list[Path]) -> None:
    desk.cases.drop("case", NEEDS[1])
    [read] = staff.read_forms(desk, "case", [fill(forms[0], ["2", "3"])])
    assert taken(read) == {"turning": "2"}
    assert "does not have this competence any more" in reasons(read)["G7"]


def test_that_competences_since_added_are_told(desk: Desk, forms: list[Path]) -> None:
    desk.cases.put("case", RoleNeed("fresh", "machinist", Text(en="Robots"), position=9))
    [read] = staff.read_forms(desk, "case", [fill(forms[0], ["2"])])
    assert [need.key for need in read.not_asked] == ["fresh"]
    assert "Robots" in "".join(form_lines(EN, [read]))


def test_that_a_person_who_has_left_is_told(desk: Desk, forms: list[Path]) -> None:
    desk.cases.drop("case", CASE.people[0])
    assert "not in the company any more" in refusal(staff.read_forms(desk, "case", [fill(forms[0], ["2"])])[0])


def test_that_another_companys_form_is_told(desk: Desk, forms: list[Path], tmp_path: Path) -> None:
    with desk_over(tmp_path / "other", replace(CASE, key="other")) as other:
        assert "another company" in refusal(staff.read_forms(other, "other", [fill(forms[0], ["2"])])[0])


def test_that_nothing_is_taken_when_the_company_changed_between_reading_and_taking(
    desk: Desk, forms: list[Path]
) -> None:
    read = staff.read_forms(desk, "case", [fill(forms[0], ["2"])])
    desk.cases.put("case", Assessment("p1", "turning", Assessor.SELF, 4, on=TODAY))
    with pytest.raises(UserError, match="has changed since"):
        staff.take(desk, "case", read)
    assert own(desk, "p1")["turning"].level == 4


# What is said of it.


def test_that_the_json_holds_every_answer_and_every_reason_and_no_name(desk: Desk, forms: list[Path]) -> None:
    [read] = staff.read_forms(desk, "case", [fill(forms[0], ["2", "9"], {"J1": "hello"})])
    said = form_json(EN, read)
    assert said["taken"] == [{"need": "turning", "competence": "Turning", "answer": "2"}]
    assert [left["cell"] for left in said["left"]] == ["G7"]
    assert said["blank"] == ["Mittaus\x07"]
    assert said["beside"] == ["J1 is outside the form, and what is written there is not read."]
    assert not [name for name in NAMES if name in str(said)]


def test_that_each_count_of_a_form_is_in_its_line(desk: Desk, forms: list[Path]) -> None:
    lines = form_lines(EN, staff.read_forms(desk, "case", [fill(forms[0], ["2", "9"])]))
    assert lines[0] == f"{forms[0].name} (H1): 1 taken, 0 known already, 1 not answered, 1 left out"
    assert lines[1].startswith("  G7, =1+1: ")


def test_that_an_answer_of_ones_own_is_kept_at_once_beside_what_others_say(desk: Desk) -> None:
    said = staff.answer(desk, "case", Assessment("p1", "turning", Assessor.SELF, note="mine"), "4")
    assert own(desk, "p1") == {"turning": said}
    assert (said.level, said.note, said.on) == (4, "mine", TODAY)
    assert own(desk, "p2") == {}
