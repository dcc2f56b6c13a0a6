"""Names of places as they stand in a sentence."""

from __future__ import annotations

import pytest

from app.search.places import forms


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Turku", "Turussa Turkuun Turun Turusta"),
        ("Helsinki", "Helsingissä Helsinkiin"),
        ("Tampere", "Tampereella Tampereelle"),
        ("Lahti", "Lahdessa Lahteen"),
        ("Espoo", "Espoossa Espooseen"),
        ("Seinäjoki", "Seinäjoella Seinäjoen"),
        ("Äänekoski", "Äänekoskella"),
        ("Parainen", "Paraisilla"),
        ("Pieksämäki", "Pieksämäellä"),
        ("Orivesi", "Orivedellä"),
        ("Muhos", "Muhoksella"),
        ("Varsinais-Suomi", "Varsinais-Suomessa"),
    ],
)
def test_that_a_place_is_known_where_its_name_bends(name: str, written: str) -> None:
    assert {each.casefold() for each in [name, *written.split()]} <= forms(name)


@pytest.mark.parametrize(("name", "other"), [("Kemi", "kemian"), ("Salo", "salonki"), ("Pori", "porissakin")])
def test_that_another_word_that_begins_alike_is_no_place(name: str, other: str) -> None:
    assert other not in forms(name)
