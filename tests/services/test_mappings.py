"""Edits of a mapping: people follow their roles, needs quote what they come from, and nothing goes unseen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.frameworks.model import Competence, Framework, Requirement, Unit
from app.mapping.company import Company
from app.mapping.model import (
    Agreed,
    Assessment,
    Assessor,
    CardHolding,
    LevelCount,
    Mapping,
    Measure,
    OptionType,
    PeopleMode,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.services import libraries, library_edit, mappings
from app.services.desk import Desk
from app.services.mappings import MAX_NEEDS
from app.texts import Text

IDENTITY_CODE = "131052-308T"
MODES_WITH_ROWS = [PeopleMode.NAMES, PeopleMode.PSEUDONYMS]
UNIT = Unit(
    "u1", "106675", Text(en="Welding"), Decimal(30), requirements=(Requirement("r1", Text(en="Plans the work")),)
)
PROFILE = Framework(
    "sector:metal",
    "sector_profile",
    Text(en="Metal"),
    version="2026.1",
    code="351108",
    units=(UNIT,),
    competences=(
        Competence("k1", "c1", Text(en="CAM"), unit_codes=("106675",), links=("digcomp:1",), target=2, criticality=3),
        Competence("k2", "c2", Text(en="Safety"), statutory=True),
    ),
)


def begun(desk: Desk, mode: PeopleMode = PeopleMode.PSEUDONYMS) -> str:
    desk.cases.add(Mapping("m", Company("c", "Metal Ltd"), people_mode=mode))
    return "m"


def people(desk: Desk, role: Role) -> list[Person]:
    return [p for p in desk.cases.load("m").people if p.role_key == role.key]


def assess(desk: Desk, person: Person, need: RoleNeed) -> None:
    desk.cases.put("m", need, Assessment(person.key, need.key, Assessor.SUPERVISOR, 2))


# People.


@pytest.mark.parametrize("mode", MODES_WITH_ROWS)
def test_that_a_role_brings_as_many_people_as_it_has_heads(desk: Desk, mode: PeopleMode) -> None:
    key = begun(desk, mode)
    welders, clerks = mappings.add_role(desk, key, " Welder ", 2), mappings.add_role(desk, key, "Clerk", 3)
    assert [p.code for p in people(desk, welders)] == ["H1", "H2"]
    assert [p.code for p in people(desk, clerks)] == ["H3", "H4", "H5"]
    assert [(r.name, r.position) for r in desk.cases.load(key).roles] == [("Welder", 0), ("Clerk", 1)]


@pytest.mark.parametrize(("mode", "rows"), [(PeopleMode.OWNER, 1), (PeopleMode.ROLES_ONLY, 0)])
def test_that_other_modes_have_one_team_or_nobody(desk: Desk, mode: PeopleMode, rows: int) -> None:
    role = mappings.add_role(desk, begun(desk, mode), "Welder", 5)
    assert len(people(desk, role)) == rows


def test_that_a_code_is_never_given_twice(desk: Desk) -> None:
    key = begun(desk)
    welders, clerks = mappings.add_role(desk, key, "Welder", 2), mappings.add_role(desk, key, "Clerk", 1)
    mappings.set_head_count(desk, key, welders, 4)
    mappings.set_head_count(desk, key, clerks, 2)
    codes = [p.code for p in desk.cases.load(key).people]
    assert sorted(codes) == ["H1", "H2", "H3", "H4", "H5", "H6"]


def test_that_those_leave_of_whom_nothing_is_known(desk: Desk) -> None:
    key = begun(desk)
    role = mappings.add_role(desk, key, "Welder", 3)
    assess(desk, people(desk, role)[2], mappings.own_need(role, "Sales", "en"))
    smaller = mappings.set_head_count(desk, key, role, 1)
    assert [p.code for p in people(desk, role)] == ["H3"]
    assert smaller.head_count == 1


def test_that_nobody_with_levels_leaves_unseen(desk: Desk) -> None:
    key = begun(desk)
    role = mappings.add_role(desk, key, "Welder", 2)
    for person in people(desk, role):
        assess(desk, person, mappings.own_need(role, "Sales", "en"))
    with pytest.raises(UserError) as refused:
        mappings.set_head_count(desk, key, role, 1)
    assert str(refused.value).startswith("Only 0 of these people have no levels yet.")
    assert len(people(desk, role)) == 2
    assert desk.cases.load(key).roles[0].head_count == 2


@pytest.mark.parametrize("count", [-1, 251])
def test_that_a_head_count_has_limits(desk: Desk, count: int) -> None:
    key = begun(desk)
    role = mappings.add_role(desk, key, "Welder", 1)
    with pytest.raises(UserError):
        mappings.set_head_count(desk, key, role, count)


def test_that_a_change_of_people_mode_keeps_every_level(desk: Desk) -> None:
    key = begun(desk)
    role = mappings.add_role(desk, key, "Welder", 2)
    assess(desk, people(desk, role)[0], mappings.own_need(role, "Sales", "en"))
    before = desk.cases.load(key)
    for mode in (PeopleMode.ROLES_ONLY, PeopleMode.NAMES, PeopleMode.OWNER, PeopleMode.PSEUDONYMS):
        assert mappings.set_people_mode(desk, key, mode, owner_agrees=True).people_mode is mode
    after = desk.cases.load(key)
    assert (after.people, after.assessments) == (before.people, before.assessments)


def test_that_people_come_when_the_mode_asks_for_them(desk: Desk) -> None:
    key = begun(desk, PeopleMode.ROLES_ONLY)
    role = mappings.add_role(desk, key, "Welder", 2)
    mappings.set_people_mode(desk, key, PeopleMode.PSEUDONYMS)
    assert [p.code for p in people(desk, role)] == ["H1", "H2"]


# Needs.


def test_that_a_need_quotes_the_competence_it_comes_from() -> None:
    role = Role("r", "Welder")
    cam, safety = mappings.competence_needs(PROFILE, PROFILE.competences, role)
    assert (cam.source_key, cam.source_version, cam.competence_code) == ("sector:metal", "2026.1", "c1")
    assert (cam.unit_code, cam.unit_name, cam.qualification_code) == ("106675", Text(en="Welding"), "351108")
    assert (cam.tags, cam.targets, cam.criticality) == (("digcomp:1",), Targets(2, 2, 2), 3)
    assert (safety.statutory, safety.targets, safety.criticality) == (True, Targets(3, 3, 3), 2)
    assert safety.unit_code == ""


def test_that_two_must_master_what_is_business_critical() -> None:
    cam, safety = mappings.competence_needs(PROFILE, PROFILE.competences, Role("r", "Welder"))
    assert (cam.required, safety.required) == (2, 1)


def test_that_units_and_requirements_become_needs_with_their_codes() -> None:
    role = Role("r", "Welder")
    unit = mappings.unit_need(PROFILE, UNIT, role)
    [requirement] = mappings.requirement_needs(PROFILE, UNIT, UNIT.requirements, role)
    assert (unit.name, unit.competence_code) == (Text(en="Welding"), "u1")
    assert (requirement.name, requirement.competence_code) == (Text(en="Plans the work"), "r1")
    assert {n.unit_code for n in (unit, requirement)} == {"106675"}


def _of_profile(role: Role) -> tuple[RoleNeed, ...]:
    return mappings.competence_needs(PROFILE, PROFILE.competences, role)


def test_that_no_role_needs_what_is_a_theme_of_a_team(desk: Desk) -> None:
    """Nobody's empathy, wellbeing or self-regulation is scored, in a copy neither (brief, 6.4)."""
    copied = library_edit.copy(desk, "lifecomp")
    for key in ("lifecomp", copied, library_edit.copy(desk, "lifecomp")):
        lifecomp = libraries.framework(desk, key)
        needs = mappings.competence_needs(lifecomp, lifecomp.competences, Role("r", "Welder"))
        assert [need.competence_code for need in needs] == ["L1", "L2", "L3"]


def test_that_needs_are_added_once_at_the_end_up_to_the_limit(desk: Desk) -> None:
    key = begun(desk)
    role = mappings.add_role(desk, key, "Welder", 1)
    once, again = (mappings.add_needs(desk, key, role, _of_profile(role)) for _twice in range(2))
    assert (len(once.needs), once.without_room) == (2, 0)
    assert (again.needs, again.without_room) == ((), 0)
    many = [mappings.own_need(role, f"Own {i}", "en") for i in range(MAX_NEEDS)]
    added = mappings.add_needs(desk, key, role, many)
    assert (len(added.needs), added.without_room) == (MAX_NEEDS - 2, 2)
    stored = desk.cases.load(key).needs
    assert [n.position for n in stored] == list(range(MAX_NEEDS))
    assert [str(n.name) for n in stored[:3]] == ["CAM", "Safety", "Own 0"]


def test_that_two_roles_may_need_the_same(desk: Desk) -> None:
    key = begun(desk)
    for name in ("Welder", "Machinist"):
        role = mappings.add_role(desk, key, name, 1)
        mappings.add_needs(desk, key, role, _of_profile(role))
    assert len(desk.cases.load(key).needs) == 4


@pytest.mark.parametrize("said", ["level", "count"])
def test_that_what_has_levels_is_not_taken_away(desk: Desk, said: str) -> None:
    key = begun(desk)
    role = mappings.add_role(desk, key, "Welder", 1)
    need = mappings.add_needs(desk, key, role, [mappings.own_need(role, "Sales", "en")]).needs[0]
    [person] = people(desk, role)
    level, count = Assessment(person.key, need.key, Assessor.SELF, None), LevelCount(need.key, 2, 1)
    item: Assessment | LevelCount = level if said == "level" else count
    desk.cases.put(key, item)
    ways: tuple[Callable[[], None], ...] = (
        lambda: mappings.remove_need(desk, key, need),
        lambda: mappings.remove_role(desk, key, role),
    )
    for take_away in ways:
        with pytest.raises(UserError, match="Clear them in the matrix first"):
            take_away()
    desk.cases.drop(key, item)
    mappings.remove_need(desk, key, need)
    mappings.remove_role(desk, key, role)
    assert (desk.cases.load(key).roles, desk.cases.load(key).needs) == ((), ())


# Words.


@pytest.mark.parametrize("text", [IDENTITY_CODE, f"see {IDENTITY_CODE}.", "010101A123N"])
def test_that_an_identity_code_is_kept_in_no_text(desk: Desk, text: str) -> None:
    key = begun(desk)
    role = mappings.add_role(desk, key, "Welder", 1)
    writes: tuple[Callable[[], object], ...] = (
        lambda: mappings.kept_text(text),
        lambda: mappings.add_role(desk, key, text, 1),
        lambda: mappings.own_need(role, text, "fi"),
    )
    for write in writes:
        with pytest.raises(UserError, match="personal identity code"):
            write()


@given(st.text(alphabet=st.characters(exclude_categories=["Nd", "Cs"])))
def test_that_any_other_text_is_kept_as_it_is(text: str) -> None:
    assert mappings.kept_text(text) == text.strip()


# Going back.


def filled() -> Mapping:
    """A mapping with something of every kind in it."""
    role = Role("r", "Welder", 2)
    needs = tuple(RoleNeed(f"n{i}", "r", Text(en=f"Need {i}"), position=i) for i in range(2))
    person = Person("p", "r", "H1")
    return Mapping(
        "m",
        Company("c", "Metal Ltd"),
        roles=(role,),
        people=(person,),
        needs=needs,
        assessments=(Assessment("p", "n0", Assessor.SELF, 2), Assessment("p", "n0", Assessor.SUPERVISOR, 1)),
        level_counts=(LevelCount("n0", None, 1), LevelCount("n0", 2, 1)),
        cards=(CardHolding("h", "C01", "r", Text(en="Safety card")),),
        agreed=(Agreed("n0", 0),),
        measures=(Measure("x", "n0", OptionType.PAIR_WORK), Measure("y", "h", OptionType.CARD, position=1)),
    )


def apart_from_time(mapping: Mapping) -> Mapping:
    return replace(mapping, changed=None)


@pytest.mark.parametrize(
    "change",
    ["role dropped", "everything dropped", "everything changed", "something added", "head changed", "nothing"],
)
def test_that_a_mapping_comes_back_as_it_was(desk: Desk, change: str) -> None:
    earlier = filled()
    desk.cases.add(earlier)
    cases = desk.cases
    match change:
        case "role dropped":
            cases.drop("m", *earlier.roles)
        case "everything dropped":
            cases.drop("m", *earlier.measures, *earlier.agreed, *earlier.cards, *earlier.roles)
        case "everything changed":
            cases.put("m", *(replace(a, level=4, note="seen") for a in earlier.assessments))
            cases.put("m", *(replace(n, criticality=1) for n in earlier.needs), replace(earlier.roles[0], name="x"))
            cases.put("m", *(replace(c, count=9) for c in earlier.level_counts), Agreed("n0", 3, "why"))
        case "something added":
            cases.put("m", Role("new", "Clerk"), Person("q", "r", "H2"), Agreed("n1", 1))
            cases.put("m", Assessment("p", "n1", Assessor.AGREED, 0), LevelCount("n1", 0, 2))
        case "head changed":
            cases.put_head(replace(earlier, goal="Else", company=replace(earlier.company, name="Else")))
    while cases.undo("m"):
        pass
    assert apart_from_time(cases.load("m")) == apart_from_time(earlier)
