"""Present levels out of several answers, and people counted by level in every people mode."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.company import Company
from app.mapping.levels import (
    Confidence,
    Tally,
    confidence,
    present,
    substance_level,
    tallies,
    tally,
    to_discuss,
)
from app.mapping.model import (
    Assessment,
    Assessor,
    Evidence,
    GapReason,
    LevelCount,
    Mapping,
    PeopleMode,
    Person,
    Role,
    RoleNeed,
)
from app.texts import Text

ORDER = (Assessor.AGREED, Assessor.CONSULTANT, Assessor.SUPERVISOR, Assessor.OWNER, Assessor.SELF)


def said(
    by: Assessor,
    level: int | None = None,
    person: str = "p1",
    *,
    free: int | None = None,
    na: bool = False,
    reason: GapReason | None = None,
    evidence: Evidence = Evidence.NONE,
) -> Assessment:
    return Assessment(
        person, "n1", by, level, language_free_level=free, not_part_of_job=na, reason=reason, evidence=evidence
    )


@pytest.mark.parametrize(("first", "second"), [(ORDER[i], ORDER[j]) for i in range(5) for j in range(i + 1, 5)])
def test_that_the_more_trusted_answer_counts(first: Assessor, second: Assessor) -> None:
    for answers in permutations([said(first, 1), said(second, 4)]):
        counts = present(answers)
        assert counts
        assert (counts.assessor, counts.level) == (first, 1)


def test_that_asked_but_not_known_leaves_the_word_to_the_next() -> None:
    counts = present([said(Assessor.CONSULTANT, None), said(Assessor.SELF, 2)])
    assert counts
    assert counts.assessor is Assessor.SELF


def test_that_nothing_said_is_no_answer() -> None:
    assert present([]) is None
    assert present([said(Assessor.SUPERVISOR, None)]) is None


def test_that_a_language_free_level_replaces_the_same_assessors_level_only() -> None:
    assert substance_level(said(Assessor.SUPERVISOR, 1, free=3)) == 3
    assert substance_level(said(Assessor.SUPERVISOR, 1)) == 1
    counts = present([said(Assessor.SUPERVISOR, 1), said(Assessor.SELF, 1, free=4)])
    assert counts
    assert substance_level(counts) == 1


def test_that_level_zero_is_an_answer() -> None:
    counts = present([said(Assessor.SUPERVISOR, 0), said(Assessor.SELF, 3)])
    assert counts
    assert counts.level == 0
    assert substance_level(said(Assessor.SELF, 3, free=0)) == 0


def test_that_the_more_trusted_one_also_says_whether_it_is_part_of_the_job() -> None:
    answers = [said(Assessor.SUPERVISOR, na=True), said(Assessor.SELF, 3)]
    assert tally(_mapping(answers), NEED) == Tally((0,) * 5)
    answers = [said(Assessor.AGREED, 2), said(Assessor.SUPERVISOR, na=True)]
    assert tally(_mapping(answers), NEED).at == (0, 0, 1, 0, 0)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (said(Assessor.AGREED, 2), Confidence.STRONG),
        (said(Assessor.SUPERVISOR, 2, evidence=Evidence.SEEN), Confidence.STRONG),
        (said(Assessor.CONSULTANT, 2, evidence=Evidence.SAMPLE), Confidence.STRONG),
        (said(Assessor.SUPERVISOR, 2), Confidence.MODERATE),
        (said(Assessor.CONSULTANT, 2), Confidence.MODERATE),
        (said(Assessor.SELF, 2, evidence=Evidence.CERTIFICATE), Confidence.WEAK),
        (said(Assessor.OWNER, 2), Confidence.WEAK),
    ],
)
def test_that_confidence_follows_from_who_says_it_and_on_what_evidence(
    answer: Assessment, expected: Confidence
) -> None:
    assert confidence(answer) is expected


@pytest.mark.parametrize(
    ("answers", "criticality", "expected"),
    [
        pytest.param([said(Assessor.SELF, 1), said(Assessor.SUPERVISOR, 3)], 3, True, id="two apart"),
        pytest.param([said(Assessor.SELF, 2), said(Assessor.SUPERVISOR, 3)], 3, False, id="one apart"),
        pytest.param([said(Assessor.SELF, 0), said(Assessor.SUPERVISOR, 4)], 2, False, id="not business-critical"),
        pytest.param(
            [said(Assessor.SELF, 0), said(Assessor.SUPERVISOR, 4), said(Assessor.AGREED, 3)], 3, False, id="agreed"
        ),
        pytest.param([said(Assessor.SELF, 0)], 3, False, id="one voice"),
        pytest.param([said(Assessor.SELF, 0), said(Assessor.SUPERVISOR, None)], 3, False, id="not known is no zero"),
        pytest.param([said(Assessor.SELF, 0, free=3), said(Assessor.SUPERVISOR, 3)], 3, False, id="language apart"),
        pytest.param([], 3, False, id="nobody"),
    ],
)
def test_that_answers_two_levels_apart_are_to_be_discussed(
    answers: list[Assessment], criticality: int, *, expected: bool
) -> None:
    assert to_discuss(answers, criticality) is expected


ROLE = Role("r", "Machinist", head_count=3)
NEED = RoleNeed("n1", "r", Text(en="Welding"))
PEOPLE = tuple(Person(f"p{i}", "r", f"H{i}") for i in (1, 2, 3))


def _mapping(
    answers: list[Assessment] | None = None,
    mode: PeopleMode = PeopleMode.PSEUDONYMS,
    counts: tuple[LevelCount, ...] = (),
) -> Mapping:
    company = Company("c", "Workshop")
    people = PEOPLE[:1] if mode is PeopleMode.PSEUDONYMS else PEOPLE
    return Mapping(
        "m",
        company,
        people_mode=mode,
        roles=(ROLE,),
        people=people,
        needs=(NEED,),
        assessments=tuple(answers or ()),
        level_counts=counts,
    )


def test_that_people_without_an_answer_are_unknown() -> None:
    mapping = replace(_mapping([said(Assessor.SELF, 2, "p2")]), people=PEOPLE)
    assert tally(mapping, NEED) == Tally((0, 0, 1, 0, 0), unknown=2)


def test_that_people_of_other_roles_and_answers_on_other_needs_do_not_count() -> None:
    stranger = Person("p9", "other role", "H9")
    answers = [said(Assessor.SELF, 2, "p9"), replace(said(Assessor.SELF, 4, "p1"), need_key="other need")]
    mapping = replace(_mapping(answers), people=(*PEOPLE, stranger))
    assert tally(mapping, NEED) == Tally((0,) * 5, unknown=3)


@pytest.mark.parametrize("reason", list(GapReason))
def test_that_only_time_tools_and_permission_hold_back(reason: GapReason) -> None:
    found = tally(_mapping([said(Assessor.SUPERVISOR, 1, reason=reason)]), NEED)
    organisational = reason in (GapReason.NO_TIME, GapReason.NO_TOOL, GapReason.NOT_ALLOWED)
    assert found.held_back == (0, int(organisational), 0, 0, 0)


def test_that_a_reason_goes_with_the_answer_that_counts() -> None:
    answers = [said(Assessor.AGREED, 1), said(Assessor.SELF, 1, reason=GapReason.NO_TIME)]
    assert sum(tally(_mapping(answers), NEED).held_back) == 0


def test_that_owner_mode_has_one_row_for_the_team() -> None:
    answers = [said(Assessor.OWNER, 2, "p1"), said(Assessor.SUPERVISOR, 4, "p2")]
    assert tally(_mapping(answers, PeopleMode.OWNER), NEED) == Tally((0, 0, 1, 0, 0))


def test_that_roles_only_counts_heads_and_no_persons() -> None:
    counts = (LevelCount("n1", 3, 1), LevelCount("n1", None, 1), LevelCount("other", 4, 3))
    answers = [said(Assessor.SUPERVISOR, 4)]
    found = tally(_mapping(answers, PeopleMode.ROLES_ONLY, counts), NEED)
    assert found == Tally((0, 0, 0, 1, 0), unknown=2)


def test_that_more_counted_than_the_role_has_heads_is_taken_as_said() -> None:
    counts = (LevelCount("n1", 3, 4), LevelCount("n1", None, 1))
    assert tally(_mapping(None, PeopleMode.ROLES_ONLY, counts), NEED) == Tally((0, 0, 0, 4, 0), unknown=1)


assessments = st.lists(
    st.builds(
        said,
        st.sampled_from(Assessor),
        st.none() | st.integers(0, 4),
        st.sampled_from(["p1", "p2", "p3"]),
        free=st.none() | st.integers(0, 4),
        na=st.booleans(),
    ),
    max_size=12,
    unique_by=lambda a: (a.person_key, a.assessor),
)


@given(assessments)
def test_that_counting_all_at_once_is_counting_person_by_person(answers: list[Assessment]) -> None:
    mapping = replace(_mapping(answers), people=PEOPLE)
    counting = [present([a for a in answers if a.person_key == p.key]) for p in PEOPLE]
    levels = [substance_level(a) for a in counting if a and not a.not_part_of_job]
    expected = Tally(tuple(levels.count(level) for level in range(5)), unknown=counting.count(None))
    assert tallies(mapping, (NEED,)) == {"n1": expected}
