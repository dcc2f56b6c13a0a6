"""Compound words taken apart."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.languages import LANGUAGES, Language
from app.search.compounds import parts
from app.search.text import stem, words

KNOWN = {
    "fi": "kirja kirja pito pito hitsaus hitsaus robotti verkko verkko kauppa kauppa turvallisuus työ",
    "sv": "arbete arbete plats plats svets svets robot robot handledare säkerhet säkerhet",
    "en": "fork lift truck",
}


def counts(language: Language) -> Counter[str]:
    return Counter(stem(word, language) for word in words(KNOWN[language]))


@pytest.mark.parametrize(
    ("language", "compound", "expected"),
    [
        ("fi", "hitsausrobotti", "hitsaus robotti"),
        ("fi", "kirjanpidosta", "kirja pito"),  # joined by n, inflected at the end
        ("fi", "verkkokaupassa", "verkko kauppa"),
        ("fi", "verkkokirjakauppa", "verkko kirja kauppa"),
        ("sv", "svetsrobot", "svets robot"),
        ("sv", "arbetsplats", "arbete plats"),  # joined by s
        ("sv", "arbetsplatssäkerhet", "arbete plats säkerhet"),
    ],
)
def test_that_a_compound_is_taken_apart_into_known_words(language: Language, compound: str, expected: str) -> None:
    assert parts(compound, language, counts(language)) == tuple(stem(word, language) for word in expected.split())


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "forklifttruck"),  # English writes its compounds apart
        ("fi", "työturvallisuus"),  # a part of three letters
        ("fi", "hitsauskurssi"),  # one part is not known
        ("fi", "kirja"),
        ("fi", "ea1kurssi"),
        ("fi", "kirja" * 9),  # longer than any word
    ],
)
def test_that_what_is_no_compound_of_known_words_stays_whole(language: Language, word: str) -> None:
    assert parts(word, language, counts(language)) == (stem(word, language),)


def test_that_a_word_commoner_than_its_parts_stays_whole() -> None:
    common = counts("sv") + Counter({"arbetsplat": 9, "arbetsplats": 9})
    assert parts("arbetsplats", "sv", common) == (stem("arbetsplats", "sv"),)


@given(st.text("abdeiklmnoprstuyåäö", min_size=1, max_size=45), st.sampled_from(LANGUAGES))
def test_that_any_word_has_parts(word: str, language: Language) -> None:
    found = parts(word, language, counts(language))
    assert found
    assert all(found)
