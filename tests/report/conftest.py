"""The small workshop as a printed plan, in each language."""

from __future__ import annotations

import pytest

from app.languages import LANGUAGES, Language
from tests.report.company import MAPPING
from tests.report.printed import pdf_of, texts


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    chosen: Language = request.param
    return chosen


@pytest.fixture
def pdf(language: Language) -> bytes:
    """The workshop's plan in the language of the test."""
    return pdf_of(MAPPING, language)


@pytest.fixture
def pages(pdf: bytes) -> list[str]:
    """Its text by page."""
    return texts(pdf)
