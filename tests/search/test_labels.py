"""What is meant by words that somebody types, and which label fits them best."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.languages import Language
from app.search.labels import fit, typed
from app.search.text import words
from app.search.variants import meant, vocabulary

LABELS: dict[Language, tuple[str, ...]] = {
    "fi": ("kokki", "kokki, laiva", "kokkimestari", "teollisuuskokki", "kokin avustaja", "keittiöapulainen"),
    "sv": ("sjuksköterska, grundutbildad", "anestesisjuksköterska", "assisterande sjuksköterska", "undersköterska"),
    "en": ("waiter/waitress", "head waiter/head waitress", "cook", "cook on a ship", "diet cook", "cookery writer"),
}


def best_first(query: str, language: Language) -> list[str]:
    labels = LABELS[language]
    asked = typed(query, language, vocabulary("\n".join(sorted({w for label in labels for w in words(label)}))))
    found = {label: fit(label, asked) for label in labels}
    return sorted((label for label in labels if found[label] > 0), key=lambda label: -found[label])


@pytest.mark.parametrize(
    ("query", "language", "expected"),
    [
        ("kokki", "fi", ["kokki", "kokki, laiva", "teollisuuskokki"]),
        ("sjuksköterska", "sv", ["sjuksköterska, grundutbildad", "assisterande sjuksköterska"]),
        ("cook", "en", ["cook", "cook on a ship", "diet cook"]),
        ("waitress", "en", ["waiter/waitress"]),
        ("head waitress", "en", ["head waiter/head waitress"]),
        ("sjukskö", "sv", ["sjuksköterska, grundutbildad"]),
        ("cook on", "en", ["cook on a ship"]),
    ],
)
def test_that_the_very_label_comes_first_then_one_that_begins_with_it_then_one_that_has_it(
    query: str, language: Language, expected: list[str]
) -> None:
    assert best_first(query, language)[: len(expected)] == expected


WORDS = st.text("abcdeåäö", min_size=1, max_size=9)


@given(st.sets(WORDS, min_size=1), st.data())
def test_that_a_word_of_the_vocabulary_means_itself_most(known: set[str], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(sorted(known)))
    found = meant(word, "fi", vocabulary("\n".join(sorted(known))))
    assert found[word] == 1.0
    assert all(0 < weight < 1 for other, weight in found.items() if other != word)
    assert found.keys() <= known


@given(st.sets(st.text("abcdefgh", min_size=8, max_size=12), min_size=1), st.data())
def test_that_a_word_is_meant_by_itself_with_two_letters_in_each_others_place(
    known: set[str], data: st.DataObject
) -> None:
    word = data.draw(st.sampled_from(sorted(known)))
    at = data.draw(st.integers(0, len(word) - 2))
    slip = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert word in meant(slip, "en", vocabulary("\n".join(sorted(known)))) or slip in known


def test_that_nothing_is_meant_where_no_words_are_known() -> None:
    assert meant("hitsaus", "fi", vocabulary("")) == {}
