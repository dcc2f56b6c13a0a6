"""How far apart two words are by slips of the pen, and which words one may be a slip for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.search.letters import letters
from app.search.sure import corrected, slips

WORDS = st.text("abcå", min_size=1, max_size=7)


@given(WORDS, WORDS)
def test_that_slips_are_none_for_the_same_word_and_as_many_either_way(word: str, other: str) -> None:
    assert (slips(word, other, 99) == 0) == (word == other)
    assert slips(word, other, 99) == slips(other, word, 99) <= max(len(word), len(other))


@given(WORDS, WORDS, st.integers(0, 3))
def test_that_few_slips_are_counted_to_the_end_and_many_are_more_than_most(word: str, other: str, most: int) -> None:
    counted, whole = slips(word, other, most), slips(word, other, 99)
    assert counted == whole if whole <= most else counted > most


@given(st.text("abcdefgh", min_size=5, max_size=12), st.data())
def test_that_a_letter_left_out_or_swapped_is_one_slip(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    for slip in (word[:at] + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :]):
        assert slips(slip, word, 1) <= 1


def test_that_a_short_word_has_no_slips_and_a_long_one_two() -> None:
    known = letters([["bil", "excel", "hitsaustekniikka", "svenska"]])
    right = {"bli": "bli", "exel": "excel", "svets": "svets", "hitasustek": "hitsaustekniikka"}
    assert {slip: corrected(known, slip) for slip in right} == right
