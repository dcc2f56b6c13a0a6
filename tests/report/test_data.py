"""The plan as data: exactly what is printed, and nothing more."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.languages import LANGUAGES, Language
from tests.report.company import MAPPING
from tests.report.printed import bare, json_of, pages_of, pdf_of, texts, words_on
from tests.report.stress import nothing

CODES = {"language", "key", "table"}
"""What is said to programs, not printed."""


def strings(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from strings(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, name)
    elif isinstance(value, str) and name not in CODES:
        yield value


@pytest.mark.parametrize("mapping", [MAPPING, nothing()], ids=["usual", "nothing"])
def test_that_all_of_it_is_printed(mapping: Any, language: Language) -> None:
    printed = bare("".join(texts(pdf_of(mapping, language))))
    said = set(strings(json_of(mapping, language)))
    assert sorted(text for text in said if bare(text) not in printed) == []


@pytest.mark.parametrize("mapping", [MAPPING, nothing()], ids=["usual", "nothing"])
def test_that_all_that_is_printed_is_in_it(mapping: Any, language: Language) -> None:
    """But the running heads, which are the first lines of every page."""
    said = bare("".join(strings(json_of(mapping, language))))
    lines = [words.line.text for page in pages_of(mapping, language) for words in words_on(page)[2:]]
    assert [line for line in lines if bare(line) not in said and not line.isdigit()] == []


def test_that_it_says_its_language(language: Language) -> None:
    assert json_of(MAPPING, language)["language"] == language


def test_that_it_is_plain_json() -> None:
    for language in LANGUAGES:
        value = json_of(MAPPING, language)
        assert json.loads(json.dumps(value, ensure_ascii=False)) == value


def test_that_the_data_need_no_library_that_draws() -> None:
    """Whatever asks for a plan loads them only when it prints one."""
    script = (
        "import sys, app.services.plans, app.report.plan\n"
        "print([name for name in ('reportlab', 'matplotlib', 'pikepdf') if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_that_the_parts_are_found_by_name() -> None:
    value = json_of(MAPPING, "en")
    assert value["front"]["goal"]["text"] == f"“{MAPPING.goal}”"
    assert value["front"]["priorities"]["rows"][0]["urgency"] == "urgent"
    measures = next(section for section in value["sections"] if section["key"] == "measures")
    row = measures["blocks"][0]["groups"][0]["rows"][1]
    assert set(row) == {"deadline", "what", "who", "sign", "cost"}
    assert row["who"] == "työnjohtaja"
