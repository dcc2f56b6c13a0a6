"""What a quick scan comes to. The vectors of the brief are in tests/surveys, on the scan that is shipped."""

from __future__ import annotations

import pytest

from app.mapping.interview import Place, begun, standing
from app.mapping.interview_scan import ScanResult, scan_result
from app.mapping.survey import Choice, Hint, IndexWords, Kind, Question, Theme
from tests.surveys.questions import answering, phrase, question, routing


def scored(key: str, theme: str, *points: int, **fields: object) -> Question:
    choices = tuple(Choice(str(p), phrase(str(p)), points=p) for p in points)
    return question(key, Kind.SLIDER, choices=choices, theme=theme, **fields)


THEMES = (
    Theme("cards", phrase("cards"), first_from=2),
    Theme("people", phrase("people"), (Hint(phrase("all"), "visit"), Hint(phrase("many"), "offers", "${b} > 1"))),
    Theme("change", phrase("change")),
    Theme("digital", phrase("digital")),
)
READY = routing(
    scored("a", "cards", 0, 2, 3),
    scored("b", "people", 0, 1, 2, 3),
    scored("c", "change", 0, 1, 3),
    scored("c2", "change", 0, 1, relevant="${c} = 3"),
    scored("d", "digital", 0, 1, 2, 3),
    themes=THEMES,
    index_words=(IndexWords(0, phrase("fine")), IndexWords(50, phrase("need"))),
)


def result(*answers: tuple[str, str]) -> ScanResult:
    return scan_result(standing(answering(READY, *answers)))


def order(*answers: tuple[str, str]) -> list[str]:
    return [need.theme.id for need in result(*answers).themes]


def test_that_the_index_is_rounded_once_and_half_up() -> None:
    assert result(("a", "0"), ("b", "3"), ("c", "0"), ("d", "0")).index == 25  # 3 of 12
    assert result(("a", "0"), ("b", "1"), ("c", "0"), ("d", "0")).index == 8  # 8⅓
    assert result(("a", "2"), ("b", "3"), ("c", "3"), ("c2", "0"), ("d", "0")).index == 62  # 8 of 13


def test_that_a_hidden_question_is_neither_in_the_sum_nor_in_what_is_possible() -> None:
    hidden = result(("a", "0"), ("b", "3"), ("c", "3"), ("c2", "1"), ("c", "0"), ("d", "0"))
    assert hidden == result(("a", "0"), ("b", "3"), ("c", "0"), ("d", "0"))


def test_that_a_missing_answer_is_never_counted_as_no_need() -> None:
    unfinished = result(("a", "0"), ("b", "3"), ("c", "0"))
    assert (unfinished.index, unfinished.words) == (None, None)
    assert unfinished.open == (Place("d"),)
    assert "digital" not in [need.theme.id for need in unfinished.themes]


def test_that_a_scan_without_answers_says_nothing() -> None:
    assert scan_result(standing(begun(READY))).themes == ()
    assert scan_result(standing(begun(routing(question("x"))))) == ScanResult(None, None, (), ())


@pytest.mark.parametrize(("points", "words"), [("0", "fine"), ("3", "need")])
def test_that_the_index_is_told_in_words(points: str, words: str) -> None:
    told = result(("a", points), ("b", points), ("c", "0"), ("d", "0")).words
    assert told is not None
    assert str(told.phrase.text) == words


def test_that_themes_stand_by_need_and_ties_by_the_order_of_the_survey() -> None:
    assert order(("a", "0"), ("b", "2"), ("c", "3"), ("c2", "0"), ("d", "2")) == [
        "change",
        "people",
        "digital",
        "cards",
    ]


def test_that_a_theme_that_must_come_first_does_so_from_its_points_on() -> None:
    assert order(("a", "2"), ("b", "3"), ("c", "0"), ("d", "3"))[0] == "cards"
    assert order(("a", "0"), ("b", "1"), ("c", "0"), ("d", "3"))[:2] == ["digital", "people"]


def test_that_points_of_one_theme_are_summed() -> None:
    themes = {need.theme.id: need.points for need in result(("c", "3"), ("c2", "1")).themes}
    assert themes == {"change": 4}


def test_that_no_more_than_three_themes_are_spoken_of_and_none_without_need() -> None:
    assert [n.theme.id for n in result(("a", "2"), ("b", "1"), ("c", "1"), ("d", "1")).top] == [
        "cards",
        "people",
        "change",
    ]
    assert result(("a", "0"), ("b", "0"), ("c", "0"), ("d", "0")).top == ()


def test_that_a_hint_is_given_to_those_whom_it_concerns() -> None:
    hints = {b: [str(h.phrase.text) for h in result(("b", b)).themes[0].hints] for b in ("1", "2")}
    assert hints == {"1": ["all"], "2": ["all", "many"]}
