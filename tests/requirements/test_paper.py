"""Every paper: letters of all names, the standard sentence, how and from what it was made, when that was checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.plan import results
from app.report import plan
from app.report.blocks import Section, Table
from app.report.content.offers import section
from app.texts import Text
from app.wording.documents import no_decision
from app.wording.sentences import method_sentence, no_decision_sentence
from tests.report.company import COURSE, MAPPING, MEASURES, TODAY
from tests.report.papers import LONG_PDFS, PDFS, VERSION, WORKSHOP, directory
from tests.report.printed import bare, pages_of, texts, words_on
from tests.report.stress import LONG, full
from tests.report.test_funding_section import text

each_language = pytest.mark.parametrize("language", LANGUAGES)
PAPERS: dict[str, Callable[[Translator], bytes]] = {
    **PDFS,
    "plan": lambda t: plan.render(results(WORKSHOP, TODAY), t, VERSION, directory=directory()),
}


@cache
def _text(kind: str, language: Language) -> str:
    return " ".join(texts(PAPERS[kind](Translator(language))))


@each_language
@pytest.mark.parametrize("kind", PAPERS)
def test_that_every_paper_says_that_it_decides_nothing_and_where_it_is_from(kind: str, language: Language) -> None:
    t, said = Translator(language), bare(_text(kind, language))
    assert bare(no_decision_sentence(t)) in said or bare(no_decision(t)) in said
    assert bare(t("Answered by the company." if kind == "scan" else "Sources")) in said


@each_language
@pytest.mark.parametrize("kind", ["plan", "owner", "dialogue"])
def test_that_every_paper_of_figures_says_by_which_method_version(kind: str, language: Language) -> None:
    assert bare(method_sentence(Translator(language), WORKSHOP.method_version)) in bare(_text(kind, language))


@each_language
@pytest.mark.parametrize("kind", ["plan", "apprenticeship"])
def test_that_routes_are_printed_with_the_day_on_which_they_were_checked(kind: str, language: Language) -> None:
    days = {Translator(language).day(route.checked) for route in directory().funding.routes}
    assert any(bare(day) in bare(_text(kind, language)) for day in days)


def test_that_a_reason_in_another_language_stands_apart_from_the_mark_that_says_so() -> None:
    offer = replace(COURSE, can_do_after=Text(sv="Leder arbetet"))
    measure = replace(MEASURES[0], offer=offer, why="")
    found = section(Translator("fi"), results(replace(MAPPING, measures=(measure,)), TODAY))
    assert found
    assert "Leder arbetet (sv)" in "\n".join(_cells(found))


@pytest.mark.parametrize("word", ["Åsa,", "Šimo,", "Žanna,", "Čáhppe,", "Eŋŋel,", "Đorđe", "Ŧuŋŋá"])
def test_that_names_of_all_peoples_of_the_country_stand_there_letter_by_letter(word: str) -> None:
    assert word in LONG[3]
    for kind in ("owner", "dialogue"):
        assert word in " ".join(texts(_long(kind)))


def _cells(found: Section) -> list[str]:
    tables = [block for block in found.blocks if isinstance(block, Table)]
    return [text(*row.cells) for table in tables for group in table.groups for row in group.rows]


@cache
def _long(kind: str) -> bytes:
    return LONG_PDFS[kind](Translator("fi"))


def test_that_twelve_roles_by_twelve_competences_are_split_by_role_and_none_is_lost() -> None:
    pages = pages_of(full(), "fi")
    said = bare(" ".join(words.line.text for page in pages for words in words_on(page)))
    assert [role.name for role in full().roles if bare(role.name) not in said] == []
    assert len(full().needs) == 12 * 12
    first = bare(" ".join(words.line.text for words in words_on(pages[0])))
    assert [title for title in LONG if bare(title) not in first] == []
