"""The three surveys that come with the program: complete in every variant, and as the brief wants them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml

from app.i18n import Translator
from app.languages import LANGUAGES
from app.mapping.model import CostClass
from app.mapping.survey import VARIANTS, Feed, Kind, Phrase, Question, Survey, Variant
from app.mapping.survey_routing import Routing
from app.paths import resource
from app.wording.words import LEVELS, PLAIN_LEVELS

ASKED_IN_BRIEF = {
    "A": [f"A{n}" for n in range(1, 9)],
    "B": [f"B{n}" for n in range(1, 6)],
    "C": [f"C{n}" for n in range(1, 5)],
    "D": [f"D{n}" for n in range(1, 8)],
    "E": ["E1", "E2", "E3a", "E3b", "E4", "E5", "E6"],
    "F": ["F1"],
    "G": [f"G{n}" for n in range(1, 6)],
    "H": [f"H{n}" for n in range(1, 5)],
    "I": [f"I{n}" for n in range(1, 5)],
    "J": [f"J{n}" for n in range(1, 7)],
    "K": ["K1", "K2", "K3", "K4a", "K4b", "K4c", "K4d", "K4e", "K5a", "K5b", "K5c"],
}
OWNERS = [
    "A1",
    "A3",
    "A4",
    "A5",
    "A6",
    "B1",
    "C1",
    "C3",
    "D1",
    "D2",
    "D3",
    "D7",
    "E1",
    "E2",
    "E4",
    "G1",
    "H1",
    "J1",
    "J2",
]
"""The questions of the visit that the owner answers, too (marked ● in the brief)."""


def phrases(survey: Survey) -> Iterator[tuple[str, Phrase]]:
    """Every text of a survey that anybody reads, with where it stands; one that is read twice comes twice."""
    yield "name", survey.name
    for section in survey.sections:
        yield section.id, section.phrase
        yield f"{section.id} advice", section.advice
        for question in section.questions:
            yield from _of_question(question)
    for theme in survey.themes:
        yield theme.id, theme.phrase
        yield from ((f"{theme.id} hint", hint.phrase) for hint in theme.hints)
    yield from (("index", words.phrase) for words in survey.index_words)


def _of_question(question: Question) -> Iterator[tuple[str, Phrase]]:
    yield question.id, question.phrase
    yield f"{question.id} hint", question.hint
    yield f"{question.id} message", question.message
    yield from ((f"{question.id}={choice.value}", choice.phrase) for choice in question.choices)


def exactly(phrase: Phrase, variant: Variant) -> str:
    return phrase.plain if variant == "plain" else phrase.text.get(variant)


def test_that_no_text_lacks_a_language_or_its_plain_finnish(shipped: Routing) -> None:
    gaps = [
        (where, variant)
        for where, phrase in phrases(shipped.survey)
        if phrase
        for variant in VARIANTS
        if not exactly(phrase, variant)
    ]
    assert gaps == []


def test_that_every_question_and_section_has_words(shipped: Routing) -> None:
    assert [q.id for q in shipped.survey.questions if not q.phrase] == []
    assert [s.id for s in shipped.survey.sections if not s.phrase] == []


def test_that_every_step_of_a_visit_says_how_an_experienced_consultant_asks(visit: Routing) -> None:
    assert [section.id for section in visit.survey.sections if not section.advice] == []
    assert {section.step for section in visit.survey.sections} == {f"V{n}" for n in range(1, 11)}


def test_that_plain_finnish_is_short(shipped: Routing) -> None:
    sentences = [
        (where, sentence) for where, phrase in phrases(shipped.survey) for sentence in re.split(r"[.?!] ", phrase.plain)
    ]
    assert [found for found in sentences if len(found[1].split()) > 15] == []


def test_that_the_field_is_spoken_of_in_its_own_words(shipped: Routing) -> None:
    wrong = {
        "fi": r"\besimie",
        "sv": r"\bundersköterska|\bkurs/modul|\bsp\b",
        "en": r"\bemployee review",
        "plain": r"\besimie",
    }
    found = [
        (where, exactly(phrase, variant))
        for where, phrase in phrases(shipped.survey)
        for variant in VARIANTS
        if re.search(wrong[variant], exactly(phrase, variant), re.IGNORECASE)
    ]
    assert found == []


def test_that_nobody_speaks_of_training_before_the_priorities(visit: Routing) -> None:
    """Work first (brief, 2.5); but H3 and I3 ask about training that people have had."""
    word = re.compile(r"koulutu|utbildning|\btraining", re.IGNORECASE)
    before = [section for section in visit.survey.sections if section.id < "J"]
    found = {
        question.id
        for section in before
        for question in section.questions
        for _where, phrase in _of_question(question)
        for language in LANGUAGES
        if word.search(phrase.text.get(language))
    }
    assert found <= {"H3", "I3"}


def test_that_texts_of_our_own_are_marked(visit: Routing, quick: Routing) -> None:
    assert visit.questions["D4"].phrase.working == VARIANTS
    assert visit.questions["A4"].phrase.working == ("sv", "en", "plain")
    assert quick.questions["Q3"].phrase.working == ("plain",)
    assert [q.id for q in quick.survey.questions if "fi" in q.phrase.working] == ["Q1a", "Q6a"]


def test_that_the_visit_asks_all_of_the_brief_in_its_sections(visit: Routing) -> None:
    assert [section.id for section in visit.survey.sections] == [*ASKED_IN_BRIEF]
    for section in visit.survey.sections:
        asked = [question.id for question in section.questions]
        assert [key for key in asked if key in ASKED_IN_BRIEF[section.id]] == ASKED_IN_BRIEF[section.id]


def test_that_the_owner_is_asked_what_the_brief_marks_and_in_the_same_words(own: Routing, visit: Routing) -> None:
    assert set(OWNERS) <= own.questions.keys()
    assert [key for key in OWNERS if own.questions[key].phrase != visit.questions[key].phrase] == []
    assert [section.id for section in own.survey.sections] == [f"S{n}" for n in range(7)]


def test_that_the_owner_has_three_drivers_three_roles_and_eight_competences(own: Routing, visit: Routing) -> None:
    limits = {key: (own.questions[key].at_most, visit.questions[key].at_most) for key in ("C1", "D1", "E1")}
    assert limits == {"C1": (3, 5), "D1": (3, None), "E1": (8, 12)}
    assert visit.questions["D1"].suggested == 6


@pytest.mark.parametrize(("key", "minutes"), [("quick", 10), ("self", 30), ("visit", 90)])
def test_that_the_minutes_are_those_of_the_brief(key: str, minutes: int, request: pytest.FixtureRequest) -> None:
    ready: Routing = request.getfixturevalue("own" if key == "self" else key)
    assert sum(section.minutes for section in ready.survey.sections) == minutes


def test_that_language_feeds_its_own_axis_and_nothing_else(shipped: Routing) -> None:
    mixed = [q.id for q in shipped.survey.questions if Feed.LANGUAGE in q.feeds and set(q.feeds) != {Feed.LANGUAGE}]
    assert mixed == []


def test_that_cards_are_never_scored(shipped: Routing) -> None:
    scored = {Feed.TARGET, Feed.PRESENT, Feed.CRITICALITY}
    cards = [q for q in shipped.survey.questions if q.id.startswith("H")]
    assert [q.id for q in cards if scored & {*q.feeds}] == []


def test_that_every_kind_of_question_is_used(quick: Routing, own: Routing, visit: Routing) -> None:
    used = {question.kind for ready in (quick, own, visit) for question in ready.survey.questions}
    assert used == set(Kind)


def test_that_the_quick_scan_has_twelve_questions(quick: Routing) -> None:
    numbered = [q.id for q in quick.survey.questions if re.fullmatch(r"Q\d+", q.id)]
    assert numbered == [f"Q{n}" for n in range(1, 13)]


@pytest.mark.parametrize("variant", VARIANTS)
def test_that_the_whole_quick_scan_is_read_in_six_minutes(quick: Routing, variant: Variant) -> None:
    """FAIR-4: at most 900 words, hints of the result included."""
    words = [word for _where, phrase in phrases(quick.survey) for word in phrase.said(variant).text.split()]
    assert len(words) <= 900


def test_that_level_words_are_those_of_the_program(own: Routing) -> None:
    names = {None if c.value == "not_assessed" else c.value: c.phrase for c in own.questions["F3"].choices}
    for level, sentence in LEVELS.items():
        phrase = names[None if level is None else str(level)]
        assert [phrase.text.get(language) for language in LANGUAGES] == [
            Translator(lang)(sentence) for lang in LANGUAGES
        ]
    assert names["2"].plain == Translator("fi")(PLAIN_LEVELS[2])


def test_that_choices_that_are_kept_elsewhere_have_its_values(visit: Routing) -> None:
    budgets = {choice.value for choice in visit.questions["J4"].choices}
    assert budgets - {"not_known"} == {*CostClass} - {CostClass.UNKNOWN}
    assert [choice.value for choice in visit.questions["A6"].choices] == [*LANGUAGES]


def test_that_survey_files_are_named_by_their_keys() -> None:
    files = sorted(resource("surveys").glob("*.yaml"))
    assert [yaml.safe_load(file.read_text("utf-8"))["key"] for file in files] == [file.stem for file in files]


def test_that_no_answer_asks_for_what_may_not_be_asked(shipped: Routing) -> None:
    """Forbidden about persons (brief, 9.3)."""
    forbidden = re.compile(
        r"birth date|gender|nationality|mother tongue|sick leave|\bwage|union member|religion", re.IGNORECASE
    )
    asked = [q for q in shipped.survey.questions if q.kind is not Kind.NOTE]
    assert [q.id for q in asked if forbidden.search(q.phrase.text.en)] == []
