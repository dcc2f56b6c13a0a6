"""Audiences: whether an offer says in words that it is for others than staff of a company (brief, 4.8)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.catalogues.audiences import Audiences, load_audiences
from app.errors import UserError
from app.paths import resource
from app.texts import Text


@pytest.fixture(scope="module")
def audiences() -> Audiences:
    return load_audiences(resource("catalogues").joinpath)


@pytest.mark.parametrize(
    "for_whom",
    [
        Text(fi="Työttömille työnhakijoille"),
        Text(fi="KAIKILLE TYÖTTÖMILLE"),
        Text(sv="För arbetslösa i Åboregionen"),
        Text(en="Unemployed jobseekers"),
        Text(fi="Vain oppilaitoksen opiskelijoille"),
        Text(sv="För våra studerande"),
        Text(en="For degree students of the college"),
    ],
    ids=str,
)
def test_that_what_is_for_the_unemployed_or_students_alone_leaves_staff_out(
    audiences: Audiences, for_whom: Text
) -> None:
    assert audiences.leave_staff_out(for_whom)


@pytest.mark.parametrize(
    "for_whom",
    [
        Text(),
        Text(fi="Kaikille"),
        Text(fi="Työntekijät, yrittäjät ja työnhakijat"),
        Text(fi="Kaikille, myös työttömille"),
        Text(fi="Opiskelijoita ja uusia kollegoja ohjaaville"),
        Text(fi="Työttömien parissa toimiville"),
        Text(sv="För anställda och arbetslösa"),
        Text(sv="För dem som handleder studerande"),
        Text(en="Employees and unemployed people"),
        Text(fi="Työttömille", en="Unemployed people and company staff"),
    ],
    ids=str,
)
def test_that_staff_may_come_where_they_are_named_too_or_nobody_is_left_out(
    audiences: Audiences, for_whom: Text
) -> None:
    assert not audiences.leave_staff_out(for_whom)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("key: students", "key: unemployed", "audiences[1].key"),
        ("welcome:", "welcome: []\nothers:", "others"),
        ("      - työttömät", "      - työttömille", "audiences[0].words"),
    ],
)
def test_that_a_fault_is_told_with_its_place(copies: Path, old: str, new: str, place: str) -> None:
    text = (copies / "audiences.yaml").read_text("utf-8")
    assert old in text
    (copies / "audiences.yaml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(UserError) as refused:
        load_audiences(copies.joinpath)
    assert refused.value.values["place"] == place
