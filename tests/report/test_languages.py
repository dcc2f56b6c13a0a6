"""A plan speaks one language: no catalogue word of another is in it, and foreign content is marked as such."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel.messages.pofile import read_po

from app.languages import LANGUAGES, Language
from app.mapping.model import Mapping
from app.report.blocks import Run
from app.texts import Text
from tests.report.company import COURSE, MAPPING, MEASURES
from tests.report.printed import document_of, json_of, pdf_of, texts
from tests.report.stress import nothing
from tests.report.test_data import strings

ROOT = Path(__file__).parents[2]
SENTENCES = re.compile(r"\n| · |(?<=[.!?]) ")
LETTERS = re.compile(r"[^\W\d_]{2}")


@cache
def _sources() -> frozenset[str]:
    """Every English string of the source, singular and plural."""
    template = runpy.run_path(str(ROOT / "installer" / "messages.py"))["extracted"]()
    return frozenset(text for message in template if message.id for text in _forms(message.id))


@cache
def _same(language: str) -> frozenset[str]:
    """The strings that are the same in the language, as "Index" is in Swedish."""
    with (ROOT / "resources" / "locale" / language / "LC_MESSAGES" / "kartturi.po").open("rb") as file:
        pairs = [
            pair
            for m in read_po(file, locale=language)
            if m.id
            for pair in zip(_forms(m.id), _forms(m.string), strict=True)
        ]
    return frozenset(source for source, said in pairs if source == said)


def _forms(message: Any) -> tuple[str, ...]:
    """A string, or its singular and plural."""
    return (message,) if isinstance(message, str) else tuple(message)


@cache
def _english(language: str) -> re.Pattern[str]:
    """Any English string that should not be heard in a plan of the language; placeholders stand for anything."""
    frames = (_frame(text) for text in _sources() - _same(language))
    return re.compile("|".join(sorted(frame for frame in frames if frame)))


def _frame(text: str) -> str:
    """The string as a pattern, or nothing where it has no words of its own."""
    parts = [(literal, field is not None) for literal, field, _spec, _conversion in Formatter().parse(text)]
    if not LETTERS.search("".join(literal for literal, _field in parts)):
        return ""
    return "".join(re.escape(literal) + (".+" if field else "") for literal, field in parts)


def _lines(mapping: Mapping, language: Language) -> Iterator[str]:
    """What is printed: whole lines and cells, and their sentences."""
    for text in strings(json_of(mapping, language)):
        yield text
        yield from SENTENCES.split(text)


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("mapping", [MAPPING, nothing()], ids=["usual", "nothing"])
def test_that_no_english_is_left(mapping: Mapping, language: Language) -> None:
    pattern = _english(language)
    assert sorted({line for line in _lines(mapping, language) if line and pattern.fullmatch(line)}) == []


def test_that_the_check_would_notice() -> None:
    """Every line of the English plan that has words of ours is caught by it."""
    heard = {line for line in _lines(MAPPING, "en") if line and _english("fi").fullmatch(line)}
    assert {
        "What is done, by whom and when",
        "urgent",
        "Tick a measure only when its sign of success shows at work.",
    } <= heard


@pytest.mark.parametrize(
    ("language", "day", "price"),
    [("fi", "ti 12.1.2027", "640 €"), ("sv", "tis 12.1.2027", "640 €"), ("en", "Tue 12 Jan 2027", "€640")],
)
def test_that_days_and_prices_follow_the_language(language: Language, day: str, price: str) -> None:
    printed = " ".join(texts(pdf_of(MAPPING, language)))
    assert day in printed
    assert price in printed.replace("\N{NO-BREAK SPACE}", " ")


def test_that_content_which_exists_in_finnish_alone_is_printed_as_it_is_and_marked() -> None:
    swedish = " ".join(texts(pdf_of(MAPPING, "sv")))
    assert "Avustinjärjestelmien kalibrointi (fi)" in swedish
    assert "Korkeajännitetyön peruskurssi (fi)" in swedish
    assert "Auranlaakso yrkesinstitut (fi)" not in swedish
    assert "(fi)" not in " ".join(texts(pdf_of(MAPPING, "fi")))


def test_that_the_marked_words_carry_their_language() -> None:
    title = document_of(MAPPING, "sv").front.priorities.rows[4].title
    assert title == (
        Run("Avustinjärjestelmien kalibrointi", strong=True, language="fi"),
        Run(" (fi)", "quiet"),
    )


def test_that_own_words_are_printed_as_they_were_written(language: Language) -> None:
    printed = " ".join(texts(pdf_of(MAPPING, language)))
    for words in (MAPPING.goal, "Koneistaja", "Tulityökurssi varataan", "valtionosuus"):
        assert words in printed


def test_that_an_offer_in_three_languages_is_named_in_the_readers() -> None:
    offer = replace(COURSE, name=Text("Kurssi", "Kursen", "The course"))
    mapping = replace(MAPPING, measures=(replace(MEASURES[0], offer=offer),))
    for language in LANGUAGES:
        assert offer.name.get(language) in " ".join(texts(pdf_of(mapping, language)))
