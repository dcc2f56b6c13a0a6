"""Companies: one is begun, found again by its name, and let go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.errors import UserError
from app.mapping.model import Mode, PeopleMode, Role
from app.services import companies, mappings
from app.services.desk import Desk


@pytest.mark.parametrize(
    ("mode", "people"),
    [(Mode.VISIT, PeopleMode.PSEUDONYMS), (Mode.QUICK, PeopleMode.PSEUDONYMS), (Mode.SELF, PeopleMode.OWNER)],
)
def test_that_a_mapping_begins_with_people_as_its_mode_shows_them(desk: Desk, mode: Mode, people: PeopleMode) -> None:
    mapping = desk.cases.load(companies.begin(desk, " Metal Ltd ", mode, "sv"))
    assert (mapping.company.name, mapping.mode, mapping.people_mode) == ("Metal Ltd", mode, people)
    assert (mapping.document_language, mapping.company.service_language) == ("sv", "sv")
    assert mapping.started == desk.today
    assert not mapping.example


def test_that_what_was_begun_in_vain_is_taken_up_again(desk: Desk) -> None:
    key = companies.begin(desk, "", Mode.VISIT, "fi")
    assert companies.begin(desk, "", Mode.VISIT, "fi") == key
    assert len(companies.recent(desk)) == 1


def test_that_nothing_entered_is_ever_taken_for_empty(desk: Desk) -> None:
    with_goal = companies.begin(desk, "", Mode.VISIT, "fi")
    desk.cases.put_head(replace(desk.cases.load(with_goal), goal="Two robots"))
    with_role = companies.begin(desk, "", Mode.VISIT, "fi")
    mappings.add_role(desk, with_role, "Welder", 2)
    self_assessed = companies.begin(desk, "", Mode.SELF, "fi")
    swedish = companies.begin(desk, "", Mode.VISIT, "sv")
    named = companies.begin(desk, "Metal Ltd", Mode.VISIT, "fi")
    again = companies.begin(desk, "Metal Ltd", Mode.VISIT, "fi")
    assert len({with_goal, with_role, self_assessed, swedish, named, again}) == 6


def test_that_the_sample_is_a_copy_each_time(desk: Desk) -> None:
    one, other = companies.begin_sample(desk), companies.begin_sample(desk)
    assert one != other
    first, second = desk.cases.load(one), desk.cases.load(other)
    assert first.example
    assert first.company.key != second.company.key
    desk.cases.drop(one, *first.needs)
    assert desk.cases.load(other).needs == second.needs


def test_that_the_sample_speaks_the_language_asked_for_or_its_owners_own(desk: Desk) -> None:
    assert companies.sample(desk).document_language == "sv"
    assert companies.sample(desk, "fi").document_language == "fi"


def test_that_a_mapping_is_found_by_key_or_by_name_whatever_the_case(desk: Desk) -> None:
    key = companies.begin(desk, "Åland Bakery", Mode.VISIT, "sv")
    summaries = companies.recent(desk)
    assert companies.find(summaries, key).key == key
    assert companies.find(summaries, " åland BAKERY").key == key


def test_that_a_name_of_none_or_of_several_is_a_sentence(desk: Desk) -> None:
    keys = {companies.begin(desk, "Metal Ltd", Mode.VISIT, "fi") for _twice in range(2)}
    with pytest.raises(UserError) as none:
        companies.find(companies.recent(desk), "Bakery")
    assert str(none.value) == "There is no company called Bakery in this data folder."
    with pytest.raises(UserError) as several:
        companies.find(companies.recent(desk), "metal ltd")
    assert all(key in str(several.value) for key in keys)


def test_that_a_removed_mapping_is_gone(desk: Desk) -> None:
    key = companies.begin(desk, "Metal Ltd", Mode.VISIT, "fi")
    desk.cases.put(key, Role("r", "Welder"))
    companies.remove(desk, key)
    assert companies.recent(desk) == ()
    with pytest.raises(UserError):
        desk.cases.load(key)


def test_that_nothing_is_removed_while_another_window_has_the_data(desk: Desk) -> None:
    key = companies.begin(desk, "Metal Ltd", Mode.VISIT, "fi")
    with pytest.raises(UserError, match="open in another window"):
        companies.remove(replace(desk, read_only=True), key)
    assert desk.cases.load(key).company.name == "Metal Ltd"
