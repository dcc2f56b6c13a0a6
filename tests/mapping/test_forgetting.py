"""Whose name a word is: what goes by itself, and what somebody has to look at."""

from __future__ import annotations

import pytest

from app.mapping.forgetting import doubts, masking, traces


@pytest.mark.parametrize(
    ("names", "others", "text", "left", "doubtful"),
    [
        (["Aino"], [], "Aino opettaa.", "— opettaa.", ()),
        (["Aino"], [], "Ainon työ, AINO, H1:n työ", "Ainon työ, AINO, —:n työ", ("Ainon", "AINO")),
        (["Aino"], ["Aino Koski"], "Aino opettaa", "Aino opettaa", ("Aino",)),
        (["Aino"], ["Aino-Maija"], "Aino-Maija ja Aino", "Aino-Maija ja Aino", ("Aino",)),
        (["Aino Koski"], [], "Aino Koski, Aino ja Koski", "—, — ja Koski", ("Koski",)),
        (["Aino Koski"], ["Pekka Koski"], "Aino Koski ja Koski", "— ja Koski", ("Koski",)),
        (["Aino Koski"], ["Aino Laine"], "Aino Koski, Aino", "—, Aino", ("Aino",)),
        (["Aino Koski"], ["Aino Koski"], "Aino Koski", "Aino Koski", ("Aino Koski",)),
        (["Å"], [], "Å ja Åke", "Å ja Åke", ("Å",)),
        (["Aino"], [], "Aino", "", ()),
        (["A.B+"], [], "A.B+ ja AxB+", "— ja AxB+", ()),
        ([""], [], "H1 ja H10", "— ja H10", ()),
    ],
)
def test_that_whole_words_of_the_person_alone_go(
    names: list[str], others: list[str], text: str, left: str, doubtful: tuple[str, ...]
) -> None:
    called = traces(names, ["H1"], others)
    masked = masking(called)(text)
    assert masked == left
    assert doubts(called, masked) == doubtful


def test_that_a_word_somebody_gave_up_goes_though_it_is_anothers_too() -> None:
    assert masking(traces(["Aino"], [], ["Aino Koski"], also=["Aino", "Ainon"]))("Aino, Ainon") == "—, —"
