"""How wide the columns of the matrix are: names are whole before anything else, and nothing stands far apart."""

from __future__ import annotations

import pytest

from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.model import Person
from app.ui.matrix.columns import AFTER, BEFORE, Column, Kind
from app.ui.matrix.measures import GOOD_WIDTH, row_height, widths
from app.ui.theme import Theme
from app.ui.tokens import BODY, M, S

NAMES = ("Sähkö- ja hybridiautojen korkeajännitetyöt", "Vianhaku", "Kuljettajaa avustavien järjestelmien kalibrointi")
LAPTOP, SCREEN = 1189, 1797
"""What the table has on a laptop at 200 %, and on a screen of 1920 pixels at 100 %."""


def columns(people: int) -> tuple[Column, ...]:
    answers = (Column(Kind.PERSON, Person(f"p{at}", "role", f"H{at}"), place=at) for at in range(people))
    return (*BEFORE, *answers, *AFTER)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_large_text_fits_a_laptop_with_names_whole_in_two_lines(theme: Theme, language: Language) -> None:
    large = theme._replace(zoom=2.0)
    found = widths(large, Translator(language), columns(3), NAMES, LAPTOP)
    assert found.tall
    assert sum(found.columns) <= LAPTOP
    advance = large.metrics(BODY, "semibold").horizontalAdvance
    assert all(advance(word) <= found.columns[0] - M - S for name in NAMES for word in name.split())
    assert row_height(large, 7, 0, tall=True) >= 2 * large.metrics().height()


def test_that_columns_stand_no_further_apart_on_a_wide_screen(theme: Theme) -> None:
    found = widths(theme, Translator("en"), columns(3), NAMES, SCREEN)
    assert found.roomy
    assert GOOD_WIDTH - 3 <= sum(found.columns) <= GOOD_WIDTH


def test_that_a_name_is_whole_before_answers_are_wide(theme: Theme) -> None:
    advance = theme.metrics(BODY, "semibold").horizontalAdvance
    found = widths(theme, Translator("en"), columns(12), NAMES, LAPTOP + 400)
    assert found.columns[0] - M - S >= max(map(advance, NAMES))
    assert not found.tall
