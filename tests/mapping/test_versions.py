"""Two versions of a plan differ by exactly what was changed, and people are told of as sums."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.i18n import Translator
from app.languages import LANGUAGES
from app.mapping.levels import tally_of
from app.mapping.model import (
    Agreed,
    Assessment,
    Assessor,
    CardHolding,
    CostClass,
    Mapping,
    Measure,
    MeasureStatus,
    OptionType,
    PeopleMode,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.referral_made import Referral
from app.mapping.versions import (
    Added,
    Changed,
    Difference,
    LevelChanged,
    LevelsChanged,
    OrderChanged,
    ReasonChanged,
    Removed,
    compare,
)
from app.texts import Text
from app.wording.versions import difference_lines
from tests.store.samples import AINO, COURSE, HOT_WORK, MACHINIST, MILLING, RENEWAL, SAID, SEAMS, WORKSHOP

DAY = date(2027, 3, 1)
OLD = replace(WORKSHOP, agreed=(Agreed("milling", 0), Agreed("seams", 1)))
NEW_ROLE, NEW_NEED = Role("new", "Painter"), RoleNeed("n", "welder", Text(en="Painting"))
NEW_MEASURE = Measure("m", "seams", OptionType.TOOL, what="Buy a jig")
Edit = tuple[Callable[[Mapping], Mapping], Difference]


def put(field: str, old: Any, new: Any) -> Callable[[Mapping], Mapping]:
    """Change one part of a mapping."""

    def edit(mapping: Mapping) -> Mapping:
        changes: dict[str, Any] = {field: tuple(new if p.key == old.key else p for p in getattr(mapping, field))}
        return replace(mapping, **changes)

    return edit


def add(field: str, new: Any) -> Callable[[Mapping], Mapping]:
    def edit(mapping: Mapping) -> Mapping:
        changes: dict[str, Any] = {field: (*getattr(mapping, field), new)}
        return replace(mapping, **changes)

    return edit


def of(field: str, part: Any, name: str, value: Any) -> Edit:
    """One field of one part changed, and the difference that this makes."""
    new = replace(part, **{name: value})
    return put(field, part, new), Changed(name, getattr(part, name), value, new)


def own(name: str, value: Any) -> Edit:
    return lambda m: replace(m, **{name: value}), Changed(name, getattr(OLD, name), value)


REFERRED = Referral("guidance", "Guidance", consent_by="owner", consent_on=DAY)
EDITS: tuple[Edit, ...] = (  # of different parts, so that any number of them can be made together
    own("goal", "Less scrap"),
    own("next_meeting", DAY),
    of("roles", MACHINIST, "head_count", 5),
    (add("roles", NEW_ROLE), Added(NEW_ROLE)),
    of("needs", MILLING, "targets", Targets(3, 4, 4)),
    of("needs", SEAMS, "criticality", 3),
    (add("needs", NEW_NEED), Added(NEW_NEED)),
    of("cards", HOT_WORK, "valid_to", DAY),
    of("measures", COURSE, "deadline", DAY),
    of("measures", RENEWAL, "referral", REFERRED),
    (add("measures", NEW_MEASURE), Added(NEW_MEASURE)),
)


@given(st.sets(st.sampled_from(range(len(EDITS)))))
def test_that_known_edits_are_told_and_nothing_else(chosen: set[int]) -> None:
    new, expected = OLD, list[Difference]()
    for number in sorted(chosen):
        edit, difference = EDITS[number]
        new, expected = edit(new), [*expected, difference]
    found = compare(OLD, new)
    assert len(found) == len(expected)
    assert all(difference in found for difference in expected)


def test_that_a_level_is_told_as_a_sum_and_never_whose_it_is() -> None:
    new = replace(OLD, assessments=(replace(SAID, level=4), Assessment("pekka", "milling", Assessor.SELF, 1)))
    [found] = compare(OLD, new)
    assert found == LevelsChanged(MILLING, tally_of([2]), tally_of([4, 1]))
    said = str([difference_lines(Translator(language), OLD, new, [found]) for language in LANGUAGES])
    assert "Aino" not in said
    assert "H1" not in said


def test_that_the_level_of_a_person_is_told_where_both_versions_have_names() -> None:
    old = replace(OLD, people_mode=PeopleMode.NAMES)
    new = replace(old, assessments=(replace(SAID, level=4),))
    assert compare(old, new)[1] == LevelChanged(AINO, MILLING, 2, 4)
    assert [type(d) for d in compare(OLD, new)] == [Changed, LevelsChanged]  # the mode, and sums


def test_that_levels_of_a_need_that_is_gone_are_gone_with_it() -> None:
    new = replace(
        OLD, needs=(SEAMS,), assessments=(), level_counts=(), agreed=(Agreed("seams", 0),), measures=(RENEWAL,)
    )
    assert compare(OLD, new) == (Removed(MILLING), OrderChanged((MILLING, SEAMS), (SEAMS,)), Removed(COURSE))


def test_that_the_agreed_order_and_its_reasons_are_told() -> None:
    new = replace(OLD, agreed=(Agreed("seams", 0, "The customer asks"), Agreed("milling", 1)))
    assert compare(OLD, new) == (
        OrderChanged((MILLING, SEAMS), (SEAMS, MILLING)),
        ReasonChanged(SEAMS, "", "The customer asks"),
    )


def test_that_places_on_a_screen_are_no_difference() -> None:
    moved = replace(MACHINIST, position=7)
    assert compare(OLD, put("roles", MACHINIST, moved)(replace(OLD, changed=None, agreed=OLD.agreed[::-1]))) == ()


def test_that_every_kind_of_difference_is_a_sentence() -> None:
    new = OLD
    for edit, _ in EDITS:
        new = edit(new)
    full = replace(
        COURSE, option=OptionType.UNIT, cost=CostClass.NONE, status=MeasureStatus.DONE, first_step=True, for_key="seams"
    )
    gone = CardHolding("gone", "C01", "welder", Text(en="First aid"))
    new = put("measures", COURSE, full)(
        replace(new, agreed=(Agreed("seams", 0, "because"),), people_mode=PeopleMode.NAMES)
    )
    found = compare(replace(OLD, cards=(*OLD.cards, gone)), new)
    lines = difference_lines(Translator("en"), OLD, new, [d for d in found if d != Removed(gone)])
    assert len(lines) == len(set(lines)) == len(found) - 1
    assert "Welder: Seams, criticality: important before, business-critical now." in lines
    assert "Controls, status: planned before, done now." in lines
    assert "Machinist: Milling, target levels: now 3, in one year 3, in three years 4 before, " in str(lines)
    assert "The agreed order was Machinist: Milling and Welder: Seams; it is Welder: Seams." in lines
    assert [line for line in lines if "{" in line or not line.endswith(".")] == []
