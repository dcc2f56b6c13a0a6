"""Codes without the list they stand in and without their version."""

from __future__ import annotations

import pytest

from app.offers.codes import bare


@pytest.mark.parametrize(
    ("code", "plain"),
    [
        ("tutkinnonosat_106401#3", "106401"),
        ("tutkinnonosat_106401", "106401"),
        ("106401", "106401"),
        (" koulutus_351301#12\n", "351301"),
        ("kansallinenkoulutusluokitus2016koulutusalataso1_04#1", "04"),
        ("kunta_091", "091"),
        ("C05", "C05"),
        ("", ""),
    ],
)
def test_that_a_code_is_made_bare(code: str, plain: str) -> None:
    assert bare(code) == plain
    assert bare(plain) == plain


@pytest.mark.parametrize("odd", ["paikallinen_tutkinnon_osa_1#2", "two words", "#1"])
def test_that_what_has_no_such_form_is_left_as_it_is(odd: str) -> None:
    assert bare(odd) == odd
