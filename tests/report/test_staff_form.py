"""The form on paper and as a workbook: one person's questions in one voice, and nothing of anybody else."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from app.i18n import Translator
from app.mapping.model import Person, RoleNeed
from app.report.pdf.items import PenBox
from app.report.staff_form import Form, as_pdf, as_workbook, form
from app.report.staff_form_key import FIRST_ROW, HIDDEN_SHEET, FormKey
from app.report.staff_form_pdf import laid_out
from app.report.tokens import BOTTOM, PAGE_WIDTH, RIGHT
from app.texts import Text
from app.wording import staff as words
from app.wording.staff import SIGNS, VOICES, Voice, level_of, voice_key
from tests.report.printed import opened, texts, words_on
from tests.services.staff_company import CASE, NAMES, NEEDS, TODAY

MACHINIST = NEEDS[:3]
every_voice = pytest.mark.parametrize("voice", VOICES.values(), ids=VOICES)


def of(person: Person, voice: Voice, needs: tuple[RoleNeed, ...] = MACHINIST) -> Form:
    return form(CASE, person, needs, voice, TODAY)


def cells_of(data: bytes, sheet: int = 0) -> dict[str, Any]:
    book = load_workbook(BytesIO(data))
    return {cell.coordinate: cell for row in book.worksheets[sheet] for cell in row if cell.value is not None}


def of_many(count: int, name: str = "Sorvaus") -> Form:
    needs = tuple(replace(NEEDS[0], key=f"n{n}", name=Text(f"{n} {name}")) for n in range(count))
    return of(CASE.people[0], VOICES["fi"], needs)


# On paper.


@every_voice
def test_that_the_paper_asks_every_question_with_every_answer(voice: Voice) -> None:
    pages = " ".join(texts(as_pdf(of(CASE.people[0], voice), "1.2.3")))
    t = Translator(voice.language)
    for need in MACHINIST:
        assert t.said(need.name).strip("\x07") in pages
    for sign in SIGNS:
        assert pages.count(words.label(t, sign, plain=voice.plain)) == len(MACHINIST)
    assert f"{t.said(NEEDS[0].anchors[3])}" in pages


@every_voice
def test_that_the_paper_names_its_person_by_code_and_number_alone(voice: Voice) -> None:
    data = as_pdf(of(CASE.people[0], voice), "1.2.3")
    pages = texts(data)
    assert all("H1" in page and of(CASE.people[0], voice).key.number in page for page in pages)
    assert not [name for name in (*NAMES, "H2", "secret") if name in " ".join(pages)]
    assert not [name for name in NAMES if name in str(opened(data).docinfo)]


def test_that_there_is_a_large_box_for_every_answer() -> None:
    boxes = [item for page in laid_out(of_many(7)) for item in page.items if isinstance(item, PenBox)]
    assert len(boxes) == 7 * len(SIGNS)
    assert min(box.size for box in boxes) >= 17


@pytest.mark.parametrize("count", [1, 2, 3, 12])
@pytest.mark.parametrize("name", ["Sorvaus", "Pitkä nimi joka jatkuu ja jatkuu " * 40, "W" * 3000])
def test_that_no_question_leaves_its_page(count: int, name: str) -> None:
    for page in laid_out(of_many(count, name)):
        assert min(item.y for item in page.items if isinstance(item, PenBox)) >= BOTTOM - 1
        assert min(item.y for item in words_on(page)) >= BOTTOM - 1
        assert max(item.x + item.line.width for item in words_on(page) if not item.right) <= PAGE_WIDTH - RIGHT + 1


def test_that_a_question_is_never_parted_by_a_page() -> None:
    for page in laid_out(of_many(12)):
        assert sum(isinstance(item, PenBox) for item in page.items) % len(SIGNS) == 0


def test_that_the_same_form_gives_the_same_paper() -> None:
    assert as_pdf(of_many(3), "1") == as_pdf(of_many(3), "1")


# As a workbook.


@every_voice
def test_that_the_workbook_offers_seven_answers_in_the_voice_of_the_form(voice: Voice) -> None:
    book = load_workbook(BytesIO(as_workbook(of(CASE.people[0], voice))))
    [offered] = book.worksheets[0].data_validations.dataValidation
    assert (offered.type, offered.formula1) == ("list", f"{HIDDEN_SHEET}!$B$1:$B$7")
    assert str(offered.sqref) == f"G{FIRST_ROW}:G{FIRST_ROW + 2}"
    labels = [book[HIDDEN_SHEET].cell(row, 2).value for row in range(1, 8)]
    t = Translator(voice.language)
    assert labels == [words.label(t, sign, plain=voice.plain) for sign in SIGNS]


def test_that_all_cells_but_the_answers_are_protected() -> None:
    book = load_workbook(BytesIO(as_workbook(of(CASE.people[0], VOICES["fi"]))))
    sheet = book.worksheets[0]
    free = [cell.coordinate for row in sheet for cell in row if not cell.protection.locked]
    assert free == ["G6", "G7", "G8"]
    assert sheet.protection.sheet
    assert book.security.lockStructure
    assert book[HIDDEN_SHEET].sheet_state == "veryHidden"


def test_that_no_text_of_anybody_becomes_a_formula() -> None:
    data = as_workbook(of(CASE.people[0], VOICES["en"]))
    found = {**cells_of(data), **{f"hidden {at}": cell for at, cell in cells_of(data, 1).items()}}
    assert {cell.data_type for cell in found.values()} == {"s"}
    assert found["A7"].value == "=1+1\n@SUM(A1)"
    assert found["F8"].value.startswith("=cmd()")


def test_that_letters_that_no_workbook_can_hold_and_endless_names_do_no_harm() -> None:
    needs = (replace(NEEDS[0], name=Text("a\x00\x07b" + "x" * 50_000)), NEEDS[1])
    name = cells_of(as_workbook(of(CASE.people[0], VOICES["fi"], needs)))["A6"].value
    assert name.startswith("abx")
    assert name.endswith("…")
    assert len(name) == 2000


def test_that_a_text_in_another_language_says_so() -> None:
    assert cells_of(as_workbook(of(CASE.people[0], VOICES["sv"])))["A8"].value == "Mittaus (fi)"


def test_that_the_workbook_holds_nobodys_name_and_nobodys_level() -> None:
    data = as_workbook(of(CASE.people[0], VOICES["fi"]))
    book = load_workbook(BytesIO(data))
    written = " ".join(str(cell.value) for sheet in book for row in sheet for cell in row)
    assert not [name for name in (*NAMES, "H2", "secret") if name in written]
    assert book.properties.creator == "Kartturi"


# Which form it is.


def test_that_a_number_tells_people_apart_and_stays_the_same() -> None:
    one, other = (FormKey("case", person, ("n",)) for person in ("p1", "p2"))
    assert one.number == FormKey("case", "p1", ("n", "m")).number
    assert len({one.number, other.number, FormKey("other", "p1", ("n",)).number}) == 3
    assert one.number.isalnum()
    assert len(one.number) == 8


def test_that_the_sum_minds_every_word_and_its_place_and_no_space() -> None:
    key = FormKey("case", "p1", ("n",))
    whole = key.check([((1, 1), "a b"), ((2, 1), "c")])
    assert whole == key.check([((2, 1), "c"), ((1, 1), " a\r\n b")])
    others = [key.check([((1, 1), "a b"), ((3, 1), "c")]), key.check([((1, 1), "a b"), ((2, 1), "d")])]
    others.append(FormKey("case", "p1", ("m",)).check([((1, 1), "a b"), ((2, 1), "c")]))
    assert whole not in others


# How it is said.


def test_that_signs_labels_and_levels_fit_each_other() -> None:
    known = words.signs_by_label()
    for voice in VOICES.values():
        labels = [words.label(Translator(voice.language), sign, plain=voice.plain) for sign in SIGNS]
        assert [known[label.casefold()] for label in labels] == list(SIGNS)
    assert [level_of(sign) for sign in SIGNS] == [0, 1, 2, 3, 4, None, None]


def test_that_every_voice_has_its_key() -> None:
    assert [voice_key(voice) for voice in VOICES.values()] == list(VOICES)
    assert voice_key(Voice("sv", plain=True)) == "sv"


def test_that_plain_finnish_is_said_of_oneself() -> None:
    t = Translator("fi")
    assert [words.choice(t, sign, plain=True) for sign in ("1", "?", "-")] == [
        "Osaan, kun joku neuvoo.",
        "En tiedä.",
        "Ei kuulu työhöni.",
    ]
