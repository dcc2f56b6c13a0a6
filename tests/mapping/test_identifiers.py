"""Identifiers: a company's is checked, a person's is never let in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.business_id import is_business_id
from app.mapping.privacy import holds_identity_code


@pytest.mark.parametrize("text", ["0112038-9", "1572860-0", "2331972-7"])
def test_that_real_business_ids_are_right(text: str) -> None:
    assert is_business_id(text)


@pytest.mark.parametrize("text", ["", "0112038-8", "112038-9", "01120389", "0112038-9 ", "abcdefg-h"])
def test_that_other_texts_are_no_business_id(text: str) -> None:
    assert not is_business_id(text)


@given(st.from_regex(r"\A[0-9]{7}\Z"))
def test_that_at_most_one_check_digit_fits(digits: str) -> None:
    assert sum(is_business_id(f"{digits}-{check}") for check in range(10)) <= 1


@pytest.mark.parametrize("sign", "-+ABCDEFUVWXY")
def test_that_an_identity_code_is_found_with_every_sign_of_the_century(sign: str) -> None:
    assert holds_identity_code(f"H1 on 131052{sign}308T, soita")
    assert holds_identity_code(f"131052{sign}308Tkoneistaja")


@pytest.mark.parametrize(
    "text", ["", "131052-308", "1310523081", "451352-308T", "0112038-9", "OPH-5410-2021", "131052G308T"]
)
def test_that_other_texts_hold_no_identity_code(text: str) -> None:
    assert not holds_identity_code(text)
