"""Words as they are compared."""

from __future__ import annotations

import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.languages import LANGUAGES, Language
from app.search.text import basic_stem, normalised, pieces, stem, telling, weighed, words, written_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HITSAUS", "hitsaus"),
        ("Työ Å Ä", "työ å ä"),
        (unicodedata.normalize("NFD", "Työ på väg"), "työ på väg"),
        ("café, naïve", "cafe, naive"),
        ("kunnossa\N{SOFT HYPHEN}pito", "kunnossapito"),
        ("STRASSE Straße", "strasse strasse"),
    ],
)
def test_that_a_text_is_compared_in_small_letters_without_foreign_accents(text: str, expected: str) -> None:
    assert normalised(text) == expected


@pytest.mark.parametrize(("one", "other"), [("säde", "sade"), ("tör", "tor"), ("båt", "bat")])
def test_that_the_letters_of_our_alphabet_stay_apart(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@given(st.text())
def test_that_a_normalised_text_stays_as_it_is(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def test_that_hyphens_part_words_and_figures_are_words() -> None:
    assert words("CAD/CAM-ohjelmointi, 3D ja C++ / C# (SFS 6002)") == [
        *("cad", "cam", "ohjelmointi", "3d", "ja", "c++", "c#", "sfs", "6002"),
    ]


def test_that_words_can_be_shown_as_they_were_written() -> None:
    assert written_words("CNC-Sorvaus ja -jyrsintä") == ["CNC", "Sorvaus", "ja", "jyrsintä"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fi", "hitsaus ja levytyöt", ["hitsaus", "levytyöt"]),
        ("sv", "svetsning av plåt och rör", ["svetsning", "plåt", "rör"]),
        ("en", "welding of sheet metal", ["welding", "sheet", "metal"]),
    ],
)
def test_that_small_words_tell_nothing(language: Language, text: str, expected: list[str]) -> None:
    assert telling(words(text), language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [("fi", "hitsauksen peruskurssi"), ("sv", "grundkurs svetsning"), ("en", "welding course")],
)
def test_that_a_word_for_a_course_counts_little_beside_what_is_taught(language: Language, text: str) -> None:
    least, most = sorted(weighed(words(text), language).values())
    assert least == pytest.approx(most / 10)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fi", "kirjanpito kirjanpidon kirjanpitoa kirjanpidossa"),
        ("fi", "turvallisuus turvallisuuden turvallisuutta turvallisuuksien"),
        ("fi", "kauppa kaupan kauppaa kaupoista"),
        ("fi", "hallinta hallinnan hallintaa"),
        ("fi", "rakentaminen rakentamisen rakentamiseen"),
        ("sv", "arbete arbetet arbeten"),
        ("sv", "maskin maskiner maskinerna"),
        ("en", "machine machines"),
        ("en", "weld welding welds"),
    ],
)
def test_that_the_forms_of_a_word_have_one_stem(language: Language, forms: str) -> None:
    assert len({stem(form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "word"),
    [("fi", "hitsaus"), ("fi", "verkko"), ("fi", "turvallisuus"), ("sv", "arbete"), ("sv", "maskin"), ("en", "weld")],
)
def test_that_a_basic_form_has_its_stem_without_the_long_way(language: Language, word: str) -> None:
    assert basic_stem(word, language) == stem(word, language)


def test_that_words_can_be_stemmed_at_the_same_time() -> None:
    asked = [(f"{word}{i}ssa", "fi") for i in range(50) for word in ("hitsaus", "kirjanpido", "sorvaukse")]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda each: stem.__wrapped__(*each), asked))
    assert together == [stem.__wrapped__(*each) for each in asked]


@given(st.text(), st.sampled_from(LANGUAGES))
def test_that_any_word_has_a_stem(text: str, language: Language) -> None:
    for word in words(text):
        assert stem(word, language)
        assert basic_stem(word, language)


def test_that_pieces_know_where_a_word_begins_and_ends() -> None:
    assert pieces("työ") == (" ty", "työ", "yö ", " työ", "työ ", " työ ")


def test_that_a_piece_that_comes_twice_is_there_twice() -> None:
    assert pieces("banana").count("ana") == 2
