"""An index taken apart into arrays and put together again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.languages import LANGUAGES, Language
from app.search.index import Document, alike, build, lookup, shared
from app.search.kept import apart, together
from app.search.lists import lists

WORDS = ("hitsausrobotti", "kirjanpito", "svetsning", "truckförare", "welding", "c++", "työ", "2027", "ja", "on")
texts = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
documents = st.lists(st.builds(Document, texts, texts, texts), max_size=8)
SOME = [Document("Hitsauksen perusteet", "MIG", "Kurssilla hitsataan"), Document(""), Document("Robottihitsaus")]


@given(documents, texts, st.sampled_from(LANGUAGES))
def test_that_what_was_kept_finds_the_same_with_the_same_sums(
    docs: list[Document], text: str, language: Language
) -> None:
    fresh = build(docs, language)
    again = together(apart(fresh), language)
    assert alike(again, text) == alike(fresh, text)
    assert lookup(again, text) == lookup(fresh, text)
    assert [shared(again, text, n) for n in range(len(docs))] == [shared(fresh, text, n) for n in range(len(docs))]


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("stems", np.frombuffer(b"[1]", np.uint8)),
        ("stems", np.frombuffer(b'["a"', np.uint8)),
        ("runs", np.frombuffer(b"{}", np.uint8)),
        ("counts", np.zeros(1, np.int64)),
        ("weights", np.zeros(0)),
        ("pulls", np.zeros(0)),
        ("lengths", np.zeros(99)),
        ("spelt.bounds", np.zeros(1, np.int64)),
        ("with_body", np.array([3])),
        ("with_body", np.zeros(0, np.intp)),
        ("titles.bounds", np.array([0, 5, 1])),
        ("titles.members", np.zeros(0, np.int32)),
        ("words.members", None),
    ],
)
def test_that_what_does_not_fit_together_is_refused(name: str, instead: Any) -> None:
    arrays = {**apart(build(SOME, "fi")), name: instead}
    if instead is None:
        arrays.pop(name)
    with pytest.raises((ValueError, KeyError)):
        together(arrays, "fi")


def test_that_a_number_of_nothing_is_refused() -> None:
    whole = build(SOME, "fi")
    beyond = replace(whole, titles=lists([[7]] + [[]] * (len(whole.stems) - 1)))
    with pytest.raises(ValueError, match="no such members"):
        together(apart(beyond), "fi")
