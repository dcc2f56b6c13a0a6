"""Page 1: what somebody who reads nothing else must know, always on one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import Translator
from app.languages import Language
from app.mapping.model import Agreed, Mapping, Measure, MeasureStatus, OptionType
from app.mapping.plan import results
from app.report.content.front import front
from app.report.pdf.items import Anchor, PenBox
from app.report.tokens import BOTTOM, INK
from app.texts import Text
from tests.report.company import CARDS, GOAL, MAPPING, MEASURES, TODAY
from tests.report.printed import document_of, pages_of, pdf_of, texts, words_on
from tests.report.stress import GOAL_180, LONG, endless, full, nothing

EN = Translator("en")


def on_page_1(mapping: Mapping, language: Language = "en") -> str:
    return texts(pdf_of(mapping, language))[0]


def test_that_the_goal_stands_there_word_for_word(pages: list[str]) -> None:
    assert GOAL in pages[0]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_that_a_long_goal_stands_there_word_for_word_beside_five_long_priorities(language: Language) -> None:
    first = on_page_1(full(), language)
    assert GOAL_180 in first
    assert all(title in first.replace(" ", "") for title in [t.replace(" ", "") for t in LONG])


def test_that_the_first_action_comes_with_its_day_its_responsible_and_its_sign(pages: list[str]) -> None:
    for words in ("Soita ammattiopistoon ja varaa", "työnjohtaja", "vahvistus on tullut"):
        assert words in pages[0]


@pytest.mark.parametrize(("language", "day"), [("fi", "ti 1.12."), ("sv", "tis 1.12"), ("en", "Tue 1 Dec")])
def test_that_its_day_is_said_as_people_say_it(language: Language, day: str) -> None:
    assert day in on_page_1(MAPPING, language)


def test_that_the_strip_shows_fourteen_days_and_names_what_they_call_for() -> None:
    strip = document_of(MAPPING, "en").front.action.strip
    assert [day.day for day in strip.days] == ["23 Nov", *map(str, range(24, 31)), "1 Dec", *"23456"]
    acts = {day.day: (day.act, day.label) for day in strip.days if day.act != "none"}
    assert acts == {"27": ("other", "deadline"), "1 Dec": ("first", "do first"), "4": ("other", "card ends")}


def test_that_words_under_neighbouring_days_never_meet() -> None:
    measures = [Measure(f"m{n}", "", OptionType.TOOL, "x", deadline=TODAY + timedelta(n)) for n in range(14)]
    strip = document_of(replace(MAPPING, measures=tuple(measures)), "en").front.action.strip
    labelled = [n for n, day in enumerate(strip.days) if day.label]
    assert all(later - earlier >= 2 for earlier, later in pairwise(labelled))
    assert [day.act for day in strip.days] == ["first", *["other"] * 13]


def test_that_an_action_whose_day_has_passed_says_so() -> None:
    late = replace(MEASURES[0], deadline=TODAY - timedelta(3))
    action = document_of(replace(MAPPING, measures=(late,)), "en").front.action
    assert (action.label, action.day) == ("Do first, overdue", "Fri 20 Nov")


def test_that_cards_of_the_same_kind_role_and_day_are_counted_together() -> None:
    fixes = document_of(MAPPING, "en").front.to_fix.fixes
    assert [("".join(r.text for r in f.what), f.day, f.who) for f in fixes] == [
        ("Hot-work card, 2 people", "Fri 27 Nov", "toimisto"),
        ("Forklift permit, 1 person", "", ""),
        ("First aid 1, 1 person", "", ""),
        ("Occupational safety card, 3 people", "", ""),
        ("Forklift permit, 2 people", "", ""),
    ]


def test_that_cards_for_which_there_is_no_room_are_counted_and_found_on_their_page() -> None:
    pages = pages_of(full(), "en")
    place = next(n for n, page in enumerate(pages, 1) for i in page.items if isinstance(i, Anchor) and i.key == "cards")
    more = next(w.line for w in words_on(pages[0]) if "more on page" in w.line.text)
    all_of_them = len(document_of(full(), "en").front.to_fix.fixes)
    named = sum(isinstance(item, PenBox) and item.colour == INK for item in pages[0].items)
    assert named >= 2
    assert more.text == f"and {all_of_them - named} more on page {place}"
    assert {piece.run.link for piece in more.pieces} == {"#cards"}


def test_that_priorities_stand_in_the_agreed_order_with_band_and_reason() -> None:
    rows = document_of(MAPPING, "en").front.priorities.rows
    said = [("".join(r.text for r in p.title), p.note[0].text, p.urgency.lines[0][0].text) for p in rows]
    assert said == [
        (
            "High-voltage work on electric and hybrid cars",
            "Asentaja · 2 people must be able; now nobody is.",
            "urgent",
        ),
        (
            "CAM programming and set-up",
            "Koneistaja · One person alone can do this. When that person is away, the work stands still.",
            "important",
        ),
        (
            "Fault finding and diagnostics",
            "Asentaja · One person alone can do this. When that person is away, the work stands still.",
            "important",
        ),
        ("Leading a team", "Työnjohto · One person must be able; now nobody is.", "important"),
        ("Avustinjärjestelmien kalibrointi (fi)", "Asentaja · One person must be able; now nobody is.", "watch"),
    ]


def test_that_without_an_agreement_the_computed_order_is_only_proposed() -> None:
    priorities = document_of(replace(MAPPING, agreed=()), "en").front.priorities
    assert (priorities.label, priorities.agreed, len(priorities.rows)) == ("Proposed, not agreed", False, 5)


def test_that_the_next_meeting_is_named_and_a_passed_one_is_not() -> None:
    assert "Tue 12 Jan 2027 Pajan taukotila klo 8.30." in on_page_1(MAPPING)
    passed = on_page_1(replace(MAPPING, next_meeting=date(2026, 11, 22)))
    assert "The agreed day has passed. Agree on a new one:" in passed
    assert "Sun 22 Nov" not in passed


def test_that_page_1_of_a_mapping_just_begun_asks_for_what_is_missing() -> None:
    first = on_page_1(nothing())
    for words in (
        "Write here in your own words what must be better.",
        "Agree on one first step.",
        "No cards or permits have been recorded.",
        "Nothing is agreed yet.",
        "Agree on a day:",
    ):
        assert words in first


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"goal": ""}, "Write here in your own words what must be better."),
        ({"measures": ()}, "Put the cards and permits below in order."),
        ({"measures": (), "cards": ()}, "Agree on one first step."),
        ({"cards": CARDS[2:3]}, "Nothing is missing, and nothing ends within half a year."),
        ({"next_meeting": None}, "Agree on a day:"),
        ({"measures": (replace(MEASURES[0], deadline=None, responsible=""),)}, "no day agreed"),
    ],
)
def test_that_what_is_missing_is_said(changed: dict[str, object], words: str) -> None:
    assert words in on_page_1(replace(MAPPING, **changed))  # type: ignore[arg-type] # any field of a mapping


def test_that_what_is_done_is_not_the_first_thing_to_do() -> None:
    done = replace(MEASURES[0], status=MeasureStatus.DONE)
    action = front(EN, results(replace(MAPPING, measures=(done,)), TODAY)).action
    assert action.what[0].text == "Put the cards and permits below in order."


@pytest.mark.parametrize(
    "mapping", [full(), nothing(), endless(), MAPPING], ids=["full", "nothing", "endless", "usual"]
)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_that_page_1_is_one_page(mapping: Mapping, language: Language) -> None:
    pages = pages_of(mapping, language)
    assert min(words.y for words in words_on(pages[0])) >= BOTTOM - 1
    anchors = [[i.key for i in page.items if isinstance(i, Anchor)] for page in pages]
    assert anchors[0] == ["front"]
    assert anchors[1][0] == "measures"


WORD = st.text("aäöåšŋ€–-. xyz", min_size=1, max_size=40)
WORDS = st.lists(WORD, max_size=40).map(" ".join)


@given(
    goal=WORDS,
    names=st.lists(WORDS.map(lambda words: words[:300]), min_size=10, max_size=10),
    texts_=st.tuples(WORDS, WORDS, WORDS, WORDS),
    cards=st.integers(0, len(CARDS)),
)
def test_that_no_text_makes_page_1_overflow(
    goal: str, names: list[str], texts_: tuple[str, str, str, str], cards: int
) -> None:
    what, who, sign, note = texts_
    needs = tuple(replace(n, name=Text(fi=name)) for n, name in zip(MAPPING.needs, names, strict=True))
    measure = replace(MEASURES[0], what=what, responsible=who, success_sign=sign)
    mapping = replace(
        MAPPING,
        goal=goal,
        needs=needs,
        measures=(measure,),
        cards=CARDS[:cards],
        next_meeting_note=note,
        agreed=tuple(Agreed(need.key, n) for n, need in enumerate(needs[:5])),
    )
    assert min(words.y for words in words_on(pages_of(mapping)[0])) >= BOTTOM - 1
