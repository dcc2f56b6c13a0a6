"""Surveys in the library: versions side by side, each quoted whole, the one imported last first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import UserError
from app.mapping.survey import Choice, Continues, Feed, Kept, Kind, Phrase, Question, Section, Survey
from app.paths import resource
from app.store.library import Library, Stored, SurveySummary
from app.surveys.reading import load_survey
from app.texts import Text
from tests.store.conftest import Clock

PAIN = Question(
    "pain",
    Kind.SINGLE,
    Phrase(Text(fi="Missä puristaa?"), working=("fi", "plain")),
    choices=(Choice("hire", Phrase(Text(fi="Rekrytoinnissa")), 0), Choice("none", Phrase(), alone=True)),
    feeds=(Feed.MEASURES, Feed.RISK),
    at_least=0,
    pick="priorities",
    kept_as=Kept.GOAL,
    continues=Continues("first", (("yes", "hire"),)),
)
OURS = Survey("ours", "1", Phrase(Text(fi="Oma kysely")), (Section("S", Phrase(), 10, (PAIN,)),))
LATER = replace(OURS, version="2", name=Phrase(Text(fi="Oma kysely, uusi")))


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Iterator[Library]:
    store = Library(tmp_path / "library.sqlite", clock=clock)
    yield store
    store.close()


def test_that_a_survey_is_read_as_it_was_kept(library: Library) -> None:
    assert library.put_survey(OURS, "ours.xlsx") == Stored(new=("ours",))
    assert library.survey("ours") == library.survey("ours", "1") == OURS


@pytest.mark.parametrize("key", ["quick", "self", "visit"])
def test_that_the_shipped_surveys_can_be_kept_whole(library: Library, key: str) -> None:
    survey = load_survey(resource("surveys"), key).survey
    library.put_survey(survey, key)
    assert repr(library.survey(key)) == repr(survey)


def test_that_versions_stand_side_by_side_and_the_one_imported_last_is_the_newest(
    library: Library, clock: Clock
) -> None:
    library.put_survey(LATER, "later.xlsx")
    clock.later()
    library.put_survey(OURS, "ours.xlsx")
    assert [s.version for s in library.surveys()] == ["1", "2"]
    assert library.survey("ours") == OURS
    assert library.survey("ours", "2") == LATER


def test_that_the_same_version_is_replaced(library: Library, clock: Clock) -> None:
    library.put_survey(OURS, "ours.xlsx")
    clock.later()
    corrected = replace(OURS, name=Phrase(plain="Oma"))
    assert library.put_survey(OURS, "ours.xlsx") == Stored(unchanged=("ours",))
    assert library.put_survey(corrected, "again.xlsx") == Stored(updated=("ours",))
    assert library.surveys() == (SurveySummary("ours", "1", Text(fi="Oma"), "again.xlsx", clock.now),)
    assert library.survey("ours") == corrected


def test_that_an_equal_survey_read_again_is_the_newest(library: Library, clock: Clock) -> None:
    library.put_survey(OURS, "ours.xlsx")
    clock.later()
    library.put_survey(LATER, "later.xlsx")
    clock.later()
    library.put_survey(OURS, "ours.xlsx")
    assert library.survey("ours") == OURS


def test_that_a_version_is_removed_and_no_other(library: Library) -> None:
    library.put_survey(OURS, "ours.xlsx")
    library.put_survey(LATER, "later.xlsx")
    library.put_survey(replace(OURS, key="other"), "other.xlsx")
    library.drop_survey("ours", "2")
    library.drop_survey("ours", "")
    assert [(s.key, s.version) for s in library.surveys()] == [("other", "1"), ("ours", "1")]


def test_that_a_survey_that_is_not_here_is_a_sentence(library: Library) -> None:
    library.put_survey(OURS, "ours.xlsx")
    for key, version in (("gone", ""), ("ours", "2")):
        with pytest.raises(UserError, match="This survey is no longer in the library"):
            library.survey(key, version)
