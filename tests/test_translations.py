"""Compiled catalogues are looked up as the standard library would."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from app import translations
from app.paths import resource
from app.translations import Translations

SENTENCES = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)


def _file(language: str) -> Path:
    return resource("locale", language, "LC_MESSAGES", "kartturi.mo")


def _mo(sentences: Mapping[Any, str | tuple[str, str]]) -> bytes:
    catalog, content = Catalog(locale="fi"), BytesIO()
    for message, said in sentences.items():
        catalog.add(message, said)
    write_mo(content, catalog)
    return content.getvalue()


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_that_every_sentence_that_ships_is_said_as_the_standard_library_says_it(language: str) -> None:
    with _file(language).open("rb") as content:
        expected = gettext.GNUTranslations(content)
    ours = translations.read(_file(language))
    known = [key for key in vars(expected)["_catalog"] if key]  # without one stands the head of the file
    assert len(known) > 2000
    for message in known:
        if isinstance(message, str):
            assert ours.one(message) == expected.gettext(message)
        else:
            one, form = message
            assert ours.several(one, "", 2 if form else 1) == expected.ngettext(one, "", 2 if form else 1)


@given(st.dictionaries(SENTENCES, SENTENCES))
def test_that_any_sentence_is_found_among_any_others(sentences: dict[str, str]) -> None:
    ours = Translations(_mo(sentences))
    assert {message: ours.one(message) for message in sentences} == sentences


@given(st.dictionaries(SENTENCES, SENTENCES), SENTENCES)
def test_that_a_sentence_that_is_not_there_stays_as_it_is(sentences: dict[str, str], other: str) -> None:
    sentences.pop(other, None)
    ours = Translations(_mo(sentences))
    assert ours.one(other) == other
    assert (ours.several(other, "many", 1), ours.several(other, "many", 2)) == (other, "many")


def test_that_a_sentence_with_two_forms_may_be_said_without_a_number() -> None:
    ours = Translations(_mo({("one day", "{n} days"): ("päivä", "{n} päivää"), "one": "yksi"}))
    assert (ours.one("one day"), ours.several("one day", "{n} days", 3)) == ("päivä", "{n} päivää")


def test_that_without_translations_every_sentence_stays_as_it_is() -> None:
    assert translations.nothing().one("Saved {time}") == "Saved {time}"
