"""What a plan carries within it is what it prints, and nothing more: roles stay roles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import pytest

from app.languages import LANGUAGES, Language
from app.mapping.model import Mapping, PeopleMode
from app.report import kept
from tests.report.company import MAPPING, NAMES, NOTE
from tests.report.printed import bare, document_of, opened, pdf_of, texts
from tests.report.stress import full
from tests.report.test_privacy import CODE

KEYS: Final = ("key", "role_key", "need_key", "for_key", "method_version")
NOT_WORDS: Final = (
    "language",
    "service_language",
    "document_language",
    "people_mode",
    "state",
    "option",
    "cost",
    "status",
    "deciding",
    "provider_type",
    "extent_unit",
    "mode",
    "languages",
    "price_eur",
)


def _carried(mapping: Mapping, language: Language) -> bytes:
    with opened(pdf_of(mapping, language)) as read:
        return read.attachments[kept.NAME].get_file().read_bytes()


@pytest.mark.parametrize("mode", PeopleMode)
def test_that_no_person_is_in_a_file_within_the_file(mode: PeopleMode) -> None:
    mapping = replace(MAPPING, people_mode=mode)
    for language in LANGUAGES:
        with opened(pdf_of(mapping, language)) as read:
            within = [spec.get_file().read_bytes() for spec in read.attachments.values()]
        assert len(within) == 1
        for words in (*NAMES, NOTE, "Aino Lehtola"):
            assert all(
                words.encode(code) not in data for data in within for code in ("utf-8", "utf-16-be", "utf-16-le")
            )
            assert json.dumps(words).encode() not in within[0]
        assert CODE.findall(within[0].decode()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_it_is_the_document_block_by_block(language: Language) -> None:
    plan = kept.read(_carried(MAPPING, language))
    assert plan.document == document_of(MAPPING, language)


@pytest.mark.parametrize("mapping", [MAPPING, full()], ids=["usual", "full"])
def test_that_of_the_mapping_it_holds_only_what_is_printed(mapping: Mapping) -> None:
    printed = bare(" ".join([document_of(mapping, "sv").title, *texts(pdf_of(mapping, "sv"))]))
    value = json.loads(_carried(mapping, "sv"))
    for words in _words({key: part for key, part in value.items() if key not in ("format", "day", "document")}):
        assert bare(words) in printed, words


def _words(value: Any, key: str = "") -> Iterator[str]:
    """Every text of a JSON value but keys, codes and days."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _words(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _words(part, key)
    elif isinstance(value, str) and key not in (*KEYS, *NOT_WORDS, *DAYS):
        yield value.replace(".", ",") if key in FIGURES else value


FIGURES: Final = ("gap", "mean")
DAYS: Final = ("next_meeting", "deadline", "valid_to", "checked_on", "start", "offer_type", "apply_by")
