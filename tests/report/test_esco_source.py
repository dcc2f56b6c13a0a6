"""A plan that uses ESCO says so among its sources, and no other plan does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.i18n import Translator
from app.report.content.sources import sources
from tests.report.papers import WORKSHOP, results_of

SENTENCE = "This service uses the ESCO classification of the European Commission."
USED: list[dict[str, Any]] = [{"source_key": "esco", "competence_code": "http://x"}, {"tags": ("esco:http://x",)}]


def said(**changes: Any) -> list[str]:
    """The sources of the workshop's plan, with its first need changed."""
    first, *others = WORKSHOP.needs
    mapping = replace(WORKSHOP, needs=(replace(first, **changes), *others))
    return ["".join(run.text for run in line) for line in sources(Translator("en"), results_of(mapping))]


@pytest.mark.parametrize("use", USED)
def test_that_a_need_from_esco_or_linked_with_it_is_acknowledged_once(use: dict[str, Any]) -> None:
    assert said(**use).count(SENTENCE) == 1


def test_that_a_plan_without_esco_does_not_mention_it() -> None:
    assert not any("ESCO" in line for line in said())
