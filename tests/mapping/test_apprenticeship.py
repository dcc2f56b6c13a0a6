"""The apprenticeship check (brief, KEU-5): four answers, and what is missing by name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.apprenticeship import Apprenticeship, asked_of, missing
from app.mapping.model import Measure, OptionType, RoleNeed
from app.mapping.told import Told
from app.offers.model import Offer
from app.texts import Text

READY = Apprenticeship(open_post="yes", weekly_hours=25, instructor="yes", studies=True)


def test_that_all_four_answers_make_a_company_ready() -> None:
    assert missing(READY) == ()


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (replace(READY, open_post="no"), "open_post"),
        (replace(READY, open_post=""), "open_post"),
        (replace(READY, weekly_hours=24), "weekly_hours"),
        (replace(READY, weekly_hours=None), "weekly_hours"),
        (replace(READY, instructor="not_sure"), "instructor"),
        (replace(READY, studies=False), "studies"),
    ],
)
def test_that_what_is_missing_is_named(asked: Apprenticeship, name: str) -> None:
    assert missing(asked) == (name,)


@given(
    st.sampled_from(["", "yes", "no", "not_sure"]),
    st.none() | st.integers(0, 60),
    st.sampled_from(["", "yes", "no", "not_sure"]),
    st.booleans(),
)
def test_that_only_four_good_answers_leave_nothing_missing(
    post: str, hours: int | None, instructor: str, studies: bool
) -> None:
    found = missing(Apprenticeship(post, hours, instructor, studies))  # type: ignore[arg-type] # answers
    good = [post == "yes", (hours or 0) >= 25, instructor == "yes", studies]
    assert len(found) == good.count(False)


def test_that_the_survey_and_the_plan_give_the_answers_of_hours_too() -> None:
    told = Told(open_posts="yes", instructor="yes")
    need, bare = RoleNeed("n", "r", Text(), unit_code="101103"), RoleNeed("n", "r", Text())
    measure = Measure("m", "n", OptionType.APPRENTICESHIP, offer=Offer("o", Text(), qualification_codes=("351108",)))
    assert missing(asked_of(told, need)) == ("weekly_hours",)
    assert missing(asked_of(told, bare)) == ("weekly_hours", "studies")
    assert missing(asked_of(told, bare, measure)) == ("weekly_hours",)
    assert missing(asked_of(Told(), None)) == ("open_post", "weekly_hours", "instructor", "studies")
