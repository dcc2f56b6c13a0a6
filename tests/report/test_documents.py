"""The documents beside the plan: in each language, on as many pages as they may have, and of roles alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import pytest

from app.i18n import Translator
from app.languages import Language
from app.mapping.model import Measure, OptionType, PeopleMode
from app.report import apprenticeship_sheet, dialogue, owner, scan_page
from app.report.by_mode import by_mode
from app.report.roles_only import roles_only
from app.wording.documents import NAMES, no_decision
from tests.report.company import CAM, MEASURES, NOTE, SAFETY, TODAY, VOLTAGE, WELDING
from tests.report.company import NAMES as PEOPLE
from tests.report.papers import (
    KINDS,
    LONG_PDFS,
    PDFS,
    SECTIONS,
    VERSION,
    WORKSHOP,
    directory,
    pdf_of,
    results_of,
    sectors,
    told,
)
from tests.report.printed import bare, opened, texts
from tests.report.scans import USUAL, scan
from tests.report.stress import LONG, nothing
from tests.report.test_data import strings
from tests.report.test_languages import SENTENCES, _english

CODE: Final = re.compile(r"\bH\d+\b")
PAGES: Final = {"owner": 4, "scan": 1, "dialogue": 4, "apprenticeship": 2, "unmet": 5}
"""At most, with the longest words there may be."""
each_kind: Final = pytest.mark.parametrize("kind", KINDS)


def _said(kind: str, t: Translator) -> tuple[str, ...]:
    """What a document must say, in the language of the translator."""
    language = t.language
    return {
        "owner": (
            WORKSHOP.goal,
            VOLTAGE.get(language),
            MEASURES[0].what,
            t("Who pays"),
            t.day(TODAY.replace(year=2027, month=2)),
            t("checked {day}", day=t.day(TODAY.replace(day=16))),
            t("Computed by method version {version}.", version="1.0"),
        ),
        "scan": (
            {"fi": "Selvä tarve", "sv": "Klart behov", "en": "A clear need"}[language],
            {"fi": "Osaajien saatavuus", "sv": "Tillgång på kunnigt folk", "en": "Finding skilled people"}[language],
            t("What next"),
        ),
        "dialogue": (
            t("1. Present state and foreseeable changes"),
            t("2. Aims and measures"),
            t("3. Responsibility and schedule"),
            t("4. Follow-up"),
            t("Principles of using outside labour"),
            t("From 50 people on, these matters belong to the dialogue under the Co-operation Act."),
        ),
        "apprenticeship": (
            t("What is there and what is missing"),
            CAM.get(language),
            "101103",
            {"fi": "Oppisopimuspalvelut", "sv": "Läroavtalsbyrå", "en": "Apprenticeship office"}[language],
        ),
        "unmet": (CAM.get(language), WELDING.get(language), t("under {n}", n=5), f"45 {sectors()['45'].get(language)}"),
    }[kind]


@each_kind
def test_that_it_says_what_it_must_in_the_language_asked_for(kind: str, language: Language) -> None:
    t = Translator(language)
    paper = bare(" ".join(texts(pdf_of(kind, language))))
    words = (t(NAMES[kind]), no_decision(t), t.day(TODAY), *_said(kind, t))
    assert [word for word in words if bare(word).casefold() not in paper.casefold()] == []
    assert opened(pdf_of(kind, language)).Root.Lang == {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}[language]


@pytest.mark.parametrize("language", ["fi", "sv"])
@each_kind
def test_that_no_english_is_left(kind: str, language: Language) -> None:
    pattern = _english(language)
    assert sorted({line for line in _lines(kind, language) if line and pattern.fullmatch(line)}) == []


def _lines(kind: str, language: Language) -> Iterator[str]:
    for text in strings(told(kind, language)):
        yield text
        yield from SENTENCES.split(text)


@each_kind
def test_that_every_page_says_which_of_how_many_it_is(kind: str) -> None:
    pages = texts(pdf_of(kind, "en"))
    assert [f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, 1)] == [True] * len(pages)


@each_kind
def test_that_the_longest_words_keep_to_the_pages(kind: str, language: Language) -> None:
    pages = texts(LONG_PDFS[kind](Translator(language)))
    assert 1 <= len(pages) <= PAGES[kind]


def test_that_page_1_of_the_short_plan_holds_five_priorities_of_120_letters() -> None:
    first = bare(texts(LONG_PDFS["owner"](Translator("fi")))[0])
    assert [title for title in LONG if bare(title) not in first] == []


@each_kind
def test_that_the_same_is_the_same_to_the_byte(kind: str) -> None:
    assert PDFS[kind](Translator("sv")) == pdf_of(kind, "sv")


@each_kind
def test_that_nobody_is_named(kind: str, language: Language) -> None:
    pdf = pdf_of(kind, language)
    printed = " ".join(texts(pdf))
    assert CODE.findall(printed) == []
    assert [name for name in (*PEOPLE, NOTE, "Aino Lehtola") if name in printed] == []
    assert [name for name in PEOPLE if name.encode() in pdf or name.encode("utf-16-be") in pdf] == []


def test_that_a_mapping_that_has_only_been_begun_leaves_room_to_write(language: Language) -> None:
    t, found = Translator(language), results_of(nothing())
    for pdf in (
        owner.render(roles_only(found), t, VERSION, directory()),
        dialogue.render(found, t, VERSION),
        apprenticeship_sheet.render(found, t, VERSION, directory()),
    ):
        assert bare(no_decision(t)) in bare(" ".join(texts(pdf)))


def test_that_the_short_plan_names_whom_the_people_mode_allows() -> None:
    measure = Measure("m", "machinist-cam", OptionType.PAIR_WORK, "Šimo opettaa, H2 oppii", deadline=TODAY)
    mapping = replace(WORKSHOP, measures=(measure,))

    def printed(mode: PeopleMode) -> str:
        found = by_mode(results_of(replace(mapping, people_mode=mode)))
        pdf = owner.render(found, Translator("fi"), VERSION, directory(), roles_only=False)
        return " ".join(texts(pdf))

    assert "Šimo opettaa, H2 oppii" in printed(PeopleMode.NAMES)
    assert "Koneistaja opettaa, H2 oppii" in printed(PeopleMode.PSEUDONYMS)
    for mode in (PeopleMode.ROLES_ONLY, PeopleMode.OWNER):
        assert "Koneistaja opettaa, Koneistaja oppii" in printed(mode)


def test_that_the_scan_tells_its_word_and_never_its_number(language: Language) -> None:
    assert scan().result.index == 50
    printed = " ".join(texts(pdf_of("scan", language)))
    assert re.search(r"(?<![\d.])50(?!\d)", printed) is None


def test_that_the_scan_shows_the_statutory_theme_first_and_a_bar_for_every_answer() -> None:
    words, themes, _next = scan_page.paper(Translator("en"), scan()).sections
    bars = str(words.blocks[1])
    assert bars.count("Bar(") == 8
    assert "Bar(name='Cards and permits', filled=2, of=3, words='Partly')" in bars
    rows = [str(row) for row in themes.blocks[0].groups[0].rows]  # type: ignore[union-attr] # it is a table
    names = ("Cards and permits", "Finding skilled people", "Skills now")
    assert [name in row for name, row in zip(names, rows, strict=True)] == [True] * 3


def test_that_a_scan_without_a_need_says_so() -> None:
    calm = USUAL | {"Q3": "0", "Q4": "0", "Q5": "clear", "Q7": "none", "Q8": "yes", "Q9": "0"}
    del calm["Q7a"]
    printed = " ".join(texts(scan_page.render(scan(calm), Translator("en"), VERSION)))
    assert "In good shape" in printed
    assert "Nothing calls for an act now." in printed


def test_that_the_dialogue_of_a_small_company_is_one_sheet(language: Language) -> None:
    """Brief, 9.8: on one side what is known, on the other what is left to write on."""
    first, second = texts(pdf_of("dialogue", language))
    t = Translator(language)
    assert all(bare(t(known)) in bare(first) for known in ("1. Present state and foreseeable changes", "4. Follow-up"))
    assert bare(t("Left open here")) in bare(second)


def test_that_the_dialogue_tells_figures_only_of_what_five_people_share() -> None:
    """Leading is wanted of one person: its figures would be a level of that person (brief, 9.6)."""
    printed = " ".join(texts(pdf_of("dialogue", "en")))
    assert re.search(r"Electronic work orders .{0,60} 3 5", printed)
    assert "Leading a team Työnjohto 3 3 3" in printed  # what is wanted, never what is there
    assert "fewer than 5 people" in printed


@pytest.mark.parametrize(
    ("told_of", "missing"),
    [
        ({"open_posts": "yes", "instructor": "yes"}, {"hours"}),
        ({"open_posts": "no", "instructor": "not_sure"}, {"post", "hours", "instructor"}),
    ],
)
def test_that_the_apprenticeship_sheet_says_what_is_missing(told_of: dict[str, str], missing: set[str]) -> None:
    found = results_of()
    found = replace(found, told=replace(found.told, **told_of))  # type: ignore[arg-type] # answers of the survey
    state = apprenticeship_sheet.paper(Translator("en"), found, directory()).sections[0]
    rows = [str(row) for row in state.blocks[0].groups[0].rows]  # type: ignore[union-attr] # it is a table
    lacking = {
        word for word in ("post", "hours", "instructor", "unit") for row in rows if word in row and "missing" in row
    }
    assert lacking == missing


def test_that_the_apprenticeship_sheet_can_be_of_one_role() -> None:
    printed = " ".join(
        texts(apprenticeship_sheet.render(results_of(), Translator("en"), VERSION, directory(), "mechanic"))
    )
    assert VOLTAGE.en in printed
    assert CAM.en not in printed


def test_that_few_companies_are_no_figure_and_their_own_words_are_not_told() -> None:
    printed = " ".join(texts(pdf_of("unmet", "en")))
    assert "Lehtola" not in printed
    assert "1 need in a company's own words is not told" in printed
    assert re.search(r"Welding important under 5 – Swedish", printed)


def test_that_the_short_plan_tells_cards_that_page_1_has_no_room_for() -> None:
    keys = [section.key for section in SECTIONS["owner"](Translator("fi"))]
    assert keys == ["measures", "cards", "alive", "notes"]
    assert SAFETY.fi in str(told("owner", "fi")[1])
