"""The shipped surveys answered: skip logic of the brief (SK), the vectors of the quick scan, and going on."""

from __future__ import annotations

import pytest

from app.errors import UserError
from app.frameworks.packs import load_packs
from app.mapping.answers import Answer
from app.mapping.company import Company
from app.mapping.interview import Place, answered, begun, listed, standing
from app.mapping.interview_carry import carried
from app.mapping.interview_profile import PROFILE, of_other_profiles, profile_of
from app.mapping.interview_progress import left_open
from app.mapping.interview_scan import ScanResult, scan_result
from app.mapping.model import Mapping, RoleNeed
from app.mapping.survey import Wanted
from app.mapping.survey_routing import Routing
from app.paths import resource
from app.texts import Text
from tests.surveys.questions import answering, asked

SCORED = ("Q3", "Q4", "Q5", "Q6", "Q7", "Q8", "Q9", "Q10")


def scanned(quick: Routing, *points: int, size: str = "5") -> ScanResult:
    """A scan whose scored questions get these points, in order."""
    interview = answering(quick, ("Q2", size))
    for key, wanted in zip(SCORED, points, strict=True):
        place = Place("Q6a" if key == "Q6" and size == "1" else key)
        [value] = [choice.value for choice in quick.questions[key].choices if choice.points == wanted]
        interview = answered(interview, place, (value,))
    return scan_result(standing(interview))


def test_the_vector_of_the_brief(quick: Routing) -> None:
    result = scanned(quick, 2, 3, 1, 0, 3, 2, 1, 0)
    assert result.index == 50
    assert result.words is not None
    assert result.words.phrase.text.fi == "selvä tarve"
    assert [(need.theme.id, need.points) for need in result.top] == [
        ("statutory", 2),
        ("availability", 3),
        ("skills_now", 3),
    ]


@pytest.mark.parametrize(
    ("points", "index", "words"),
    [
        ((0, 0, 0, 0, 0, 0, 0, 0), 0, "hyvällä mallilla"),
        ((0, 0, 0, 0, 3, 3, 0, 0), 25, "kehitettävää"),
        ((3, 3, 0, 0, 0, 2, 3, 0), 46, "kehitettävää"),  # 45.8
        ((3, 3, 0, 3, 3, 3, 3, 0), 75, "kiireellinen tarve"),
        ((3, 3, 3, 3, 3, 3, 3, 3), 100, "kiireellinen tarve"),
        ((3, 3, 0, 3, 3, 2, 3, 0), 71, "selvä tarve"),  # 70.8
        ((1, 1, 0, 0, 0, 3, 0, 0), 21, "hyvällä mallilla"),  # 20.8
        ((1, 1, 1, 0, 0, 0, 0, 0), 13, "hyvällä mallilla"),  # 12.5, half up
    ],
)
def test_that_the_index_has_the_words_of_its_range(
    quick: Routing, points: tuple[int, ...], index: int, words: str
) -> None:
    result = scanned(quick, *points)
    assert result.words is not None
    assert (result.index, result.words.phrase.text.fi) == (index, words)


def test_that_ties_stand_in_the_order_of_the_brief_and_cards_first(quick: Routing) -> None:
    assert [need.theme.id for need in scanned(quick, 3, 3, 3, 3, 3, 3, 3, 3).themes] == [
        "statutory",
        "availability",
        "continuity",
        "skills_now",
        "change",
        "requirements",
        "digital",
        "future",
    ]


def test_that_a_scan_of_one_person_is_worth_as_much(quick: Routing) -> None:
    alone = scanned(quick, 2, 3, 1, 3, 3, 2, 1, 0, size="1")
    assert alone.index == scanned(quick, 2, 3, 1, 3, 3, 2, 1, 0).index == 63  # 62.5, half up


def test_that_every_theme_has_two_or_three_hints_for_everybody(quick: Routing) -> None:
    for sector in quick.questions["Q1"].choices:
        for train in ("yes", "no"):
            interview = answering(quick, ("Q1", sector.value), ("Q7", "one"), ("Q7a", train))
            for key in SCORED:
                if key != "Q7":
                    interview = answered(interview, Place(key), (quick.questions[key].choices[-1].value,))
            themes = scan_result(standing(interview)).themes
            assert len(themes) == 8
            assert [t.theme.id for t in themes if not 2 <= len(t.hints) <= 3] == []


def test_that_the_quick_scan_follows_up_what_the_brief_says(quick: Routing) -> None:
    assert "Q1a" in asked(answering(quick, ("Q1", "other")))
    assert "Q3a" not in asked(answering(quick, ("Q3", "1")))
    assert "Q3a" in asked(answering(quick, ("Q3", "2")))
    assert "Q7a" not in asked(answering(quick, ("Q7", "none")))
    assert "Q7a" in asked(answering(quick, ("Q7", "one")))
    alone = asked(answering(quick, ("Q2", "1")))
    assert ("Q6" in alone, "Q6a" in alone) == (False, True)


def test_sk_1_that_one_person_has_one_role_and_is_asked_who_else_could(visit: Routing) -> None:
    alone = answering(visit, ("A4", "1"), ("D1", "r1"))
    assert "G1a" in asked(alone)
    assert "G1/r1" not in asked(alone)
    assert "F2" not in asked(alone)  # nobody else rates
    with pytest.raises(UserError, match="yksi rooli"):
        answered(alone, Place("D1"), ("r1", "r2"))


def test_sk_1_that_several_people_have_several_roles(visit: Routing) -> None:
    several = answering(visit, ("A4", "5"), ("D1", ("r1", "r2")))
    assert {"G1/r1", "G1/r2", "F2"} <= {*asked(several)}
    assert "G1a" not in asked(several)


def test_sk_2_that_no_open_posts_hide_their_questions_and_clear_nothing(visit: Routing) -> None:
    shown = answering(visit, ("D1", "r1"), ("D3", "yes"), (("D4", ("r1",)), "5"), ("D5", "yes"))
    hidden = answered(shown, Place("D3"), ("no",))
    assert not {"D4/r1", "D5"} & {*asked(hidden)}
    assert answered(hidden, Place("D3"), ("yes",)) == shown


def test_sk_3_that_another_sector_keeps_the_competences_chosen_and_marks_those_of_another(visit: Routing) -> None:
    chosen = ("sector:machine/MA01", "cross:x/X01")
    before = answering(visit, ("A3", "25"), ("A3b", "machine"), ("D1", "r1"), (("E1", ("r1",)), chosen))
    after = answered(answered(before, Place("A3"), ("45",)), Place("A3b"), ("cleaning",))
    assert standing(after).counted[Place("E1", ("r1",))] == chosen
    needs = [RoleNeed(key, "r1", Text(), source_key=key) for key in ("sector:machine", "cross:x", "")]
    mapping = Mapping("m", company=Company("c", "Workshop"), answers=listed(after))
    assert profile_of(mapping) == "sector:cleaning"
    assert of_other_profiles(needs, profile_of(mapping)) == (needs[0],)
    assert of_other_profiles(needs, "sector:machine") == ()


@pytest.mark.parametrize("said", [(), (Answer("A3b", (), ("other",)),), (Answer("Q1", (), ("other",)),)])
def test_that_where_no_profile_is_chosen_none_is_another(said: tuple[Answer, ...]) -> None:
    mapping = Mapping("m", company=Company("c", "Workshop"), answers=said)
    assert profile_of(mapping) == ""
    assert of_other_profiles([RoleNeed("a", "r1", Text(), source_key="sector:machine")], "") == ()


def test_that_every_shipped_profile_can_be_chosen(visit: Routing) -> None:
    packs = {pack.key for pack in load_packs(resource("frameworks")) if pack.kind == "sector_profile"}
    assert packs <= {f"{PROFILE}{choice.value}" for choice in visit.questions["A3b"].choices}


def test_sk_4_that_hidden_answers_count_nowhere(visit: Routing) -> None:
    hidden = answering(visit, ("D1", "r1"), ("D3", "yes"), (("D4", ("r1",)), "5"), ("D3", "no"))
    assert Place("D4", ("r1",)) not in standing(hidden).counted


def test_that_no_open_posts_skip_both_follow_ups_and_open_ones_ask_them(visit: Routing) -> None:
    """JOP-9."""
    follow_ups = {"D4/r1", "D5"}
    assert not follow_ups & {*asked(answering(visit, ("D1", "r1"), ("D3", "no")))}
    assert follow_ups <= {*asked(answering(visit, ("D1", "r1"), ("D3", "yes")))}


def test_that_knowledge_is_asked_about_where_somebody_may_leave(visit: Routing) -> None:
    for leaving, is_asked in (("yes", True), ("possibly", True), ("no", False), ("not_known", False)):
        interview = answering(visit, ("D1", "r1"), (("G2", ("r1",)), leaving))
        assert ("G3/r1" in asked(interview)) is is_asked


def test_that_the_dialogue_hint_is_for_companies_of_twenty_and_more(visit: Routing) -> None:
    shown = {size: {"A4n", "A4m"} & {*asked(answering(visit, ("A4", size)))} for size in ("10", "20", "50")}
    assert shown == {"10": set(), "20": {"A4m"}, "50": {"A4n"}}
    assert "C4n" in asked(answering(visit, ("A4", "20"), ("C4", "none")))
    assert "C4n" not in asked(answering(visit, ("A4", "10"), ("C4", "none")))


def test_that_a_visit_closes_with_a_next_step_or_without_further_service(visit: Routing) -> None:
    """KEU-2."""
    missing = left_open(standing(begun(visit)), Wanted.REQUIRED)
    assert missing == (Place("K2"), Place("K3"))

    step = answering(visit, ("K2", "s1"), (("K2a", ("s1",)), "Call the first aid trainer"), ("K3", "2026-12-01"))
    assert left_open(standing(step), Wanted.REQUIRED) == ()
    assert left_open(standing(answering(visit, ("K2x", "yes"))), Wanted.REQUIRED) == ()


def test_that_a_card_that_is_held_is_asked_its_last_month(visit: Routing) -> None:
    roles = answering(visit, ("D1", "r1"), (("H1", ("r1",)), "C02"), (("H1a", ("r1", "C02")), "held"))
    assert "H1b/r1/C02" in asked(roles)
    assert "H1b/r1/C02" not in asked(answered(roles, Place("H1a", ("r1", "C02")), ("not_known",)))


def test_that_what_people_must_do_differently_is_asked_for_each_driver(visit: Routing) -> None:
    assert {"C2/ai", "C2/growth"} <= {*asked(answering(visit, ("C1", ("growth", "ai"))))}


def test_that_a_quick_scan_goes_on_as_a_self_assessment_and_that_as_a_visit(
    quick: Routing, own: Routing, visit: Routing
) -> None:
    scan = answering(
        quick,
        ("Q1", "machine"),
        ("Q2", "5"),
        ("Q2a", "02"),
        ("Q3", "2"),
        ("Q3a", ("growth", "ai")),
        ("Q7", "many"),
        ("Q7a", "yes"),
        ("Q11", ("online", "pair_work")),
        ("Q12", "visit"),
    )
    alone = carried(scan, own).interview
    alone = answered(alone, Place("A1"), ("Mallila",))
    alone = answered(alone, Place("D1"), ("r1",))
    led = carried(alone, visit).interview

    assert standing(led).counted == {
        Place("A1"): ("Mallila",),
        Place("A3b"): ("machine",),
        Place("A4"): ("5",),
        Place("A5a"): ("02",),
        Place("C1"): ("ai", "growth"),
        Place("D1"): ("r1",),
        Place("D3"): ("yes",),
        Place("D5"): ("yes",),
        Place("J1"): ("online", "pair_work"),
    }
    assert standing(alone).counted[Place("S6c")] == ("visit",)
    assert scan.answers.items() <= led.answers.items()  # nothing of the scan is lost on the way


def test_that_a_quick_scan_goes_on_as_a_visit_directly(quick: Routing, visit: Routing) -> None:
    result = carried(answering(quick, ("Q2", "20"), ("Q7", "none")), visit)
    assert standing(result.interview).counted == {Place("A4"): ("20",), Place("D3"): ("no",)}


@pytest.mark.parametrize("key", ["own", "visit"])
def test_that_questions_go_on_only_from_questions_there_are(
    key: str, quick: Routing, request: pytest.FixtureRequest
) -> None:
    ready: Routing = request.getfixturevalue(key)
    for question in ready.survey.questions:
        if question.continues:
            earlier = quick.questions[question.continues.question]
            pairs = dict(question.continues.values)
            assert pairs.keys() <= {choice.value for choice in earlier.choices}
            ours = {choice.value for choice in question.choices}
            assert {pairs.get(choice.value, choice.value) for choice in earlier.choices} <= ours
