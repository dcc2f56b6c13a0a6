"""Identifiers: a company's is checked, a person's is never let in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.business_id import is_business_id, so_far
from app.mapping.privacy import holds_identity_code, sounds_private


@pytest.mark.parametrize("text", ["0112038-9", "1572860-0", "2331972-7"])
def test_that_real_business_ids_are_right(text: str) -> None:
    assert is_business_id(text)


@pytest.mark.parametrize("text", ["", "0112038-8", "112038-9", "01120389", "0112038-9 ", "abcdefg-h", "٠١١٢٠٣٨-٩"])
def test_that_other_texts_are_no_business_id(text: str) -> None:
    assert not is_business_id(text)


@given(st.from_regex(r"\A[0-9]{7}\Z"))
def test_that_at_most_one_check_digit_fits(digits: str) -> None:
    assert sum(is_business_id(f"{digits}-{check}") for check in range(10)) <= 1


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("", "empty"),
        ("0", "digits"),
        ("011203", "digits"),
        ("0112038", "dash"),
        ("0112038-", "check_digit"),
        ("0112038-9", "right"),
        ("0112038-8", "wrong"),
        ("01120389", "other"),
        ("0112038-99", "other"),
        ("FI0112038", "other"),
    ],
)
def test_that_a_business_id_is_followed_while_it_is_written(text: str, stage: str) -> None:
    assert so_far(text) == stage


@given(st.from_regex(r"\A[0-9]{7}-[0-9]\Z"), st.integers(0, 9))
def test_that_the_way_to_a_business_id_is_never_off_it(text: str, length: int) -> None:
    assert so_far(text[:length]) in ("empty", "digits", "dash", "check_digit", "right", "wrong")
    assert (so_far(text) == "right") == is_business_id(text)


@pytest.mark.parametrize("sign", "-+ABCDEFUVWXY")
def test_that_an_identity_code_is_found_with_every_sign_of_the_century(sign: str) -> None:
    assert holds_identity_code(f"H1 on 131052{sign}308T, soita")
    assert holds_identity_code(f"131052{sign}308Tkoneistaja")


@pytest.mark.parametrize(
    "text", ["", "131052-308", "1310523081", "451352-308T", "0112038-9", "OPH-5410-2021", "131052G308T"]
)
def test_that_other_texts_hold_no_identity_code(text: str) -> None:
    assert not holds_identity_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "Virtanen on sairauslomalla kevääseen",
        "MASENNUSTA takana",
        "H2 jäi työuupumuksen takia pois",
        "diagnoosi tekemättä",
        "ammattiliiton jäsen",
        "hon är sjukskriven",
        "gravid, tillbaka i maj",
        "utbränd i fjol",
        "on sick leave until May",
        "had a burnout",
        "Burnt out",
        "trade union member",
    ],
)
def test_that_words_of_health_belief_or_union_sound_private(text: str) -> None:
    assert sounds_private(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sairaanhoitajat ja lähihoitajat",
        "sairaalan siivous",
        "Terveydenhuollon laitteiden huolto",
        "alkoholilaki ja anniskelupassi",
        "raskas kalusto, raskaat kuljetukset",
        "leikkaus ja särmäys",
        "Sjukvård och hemvård",
        "sjuksköterskor söks",
        "Health care equipment",
        "the European Union pays a share",
        "skilled in drilling",
        "Hitsaus, koneistus ja CAM-ohjelmointi",
    ],
)
def test_that_words_of_work_do_not(text: str) -> None:
    assert not sounds_private(text)
