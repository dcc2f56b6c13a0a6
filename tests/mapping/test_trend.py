"""What became of levels: the same competence then and now, and how it was in hindsight."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from app.i18n import Translator
from app.mapping.followups import Hindsight
from app.mapping.model import Assessment, Assessor, Mapping, Role, RoleNeed
from app.mapping.trend import trend
from app.texts import Text
from app.wording.versions import movement_line
from tests.store.samples import MILLING, SAID, WORKSHOP


def test_that_both_differences_are_shown_and_neither_is_chosen() -> None:
    new = replace(WORKSHOP, assessments=(replace(SAID, level=3),))
    found = next(m for m in trend(WORKSHOP, new, [Hindsight("milling", 1)]) if m.need == MILLING)
    levels = (found.level_before, found.level_after, found.change, found.change_in_hindsight)
    assert levels == tuple(map(Fraction, (2, 3, 1, 2)))
    assert found.before.index is not None
    assert found.after.index is not None
    assert found.after.index < found.before.index
    said = "Milling: level 2.0 then, 3.0 now (+1.0). In hindsight it was 1 (+2.0)."
    assert movement_line(Translator("en"), found) == said
    still = replace(found, level_after=found.level_before, then=None)
    assert movement_line(Translator("en"), still) == "Milling: level 2.0, as it was."


def test_that_nothing_is_estimated_where_nobody_was_known() -> None:
    found = {m.need.key: m for m in trend(WORKSHOP, WORKSHOP)}
    assert (found["seams"].level_before, found["seams"].change) == (None, None)
    assert found["milling"].change == 0


def copy(mapping: Mapping, name: str) -> Mapping:
    """The company mapped anew: other keys, the same roles and competences."""
    need = RoleNeed("x", "r", Text(en="Cameras"), source_key="pack", competence_code="cam")
    return replace(
        mapping,
        roles=(Role("r", name),),
        needs=(replace(need, key=f"need of {name}", role_key="r"),),
        people=(replace(WORKSHOP.people[0], role_key="r"),),
        assessments=(Assessment("aino", f"need of {name}", Assessor.SUPERVISOR, len(name) % 5),),
    )


def test_that_a_mapping_made_anew_is_set_beside_the_same_competence_in_the_role_of_that_name() -> None:
    old, new, other = copy(WORKSHOP, "Welder"), copy(WORKSHOP, " welder"), copy(WORKSHOP, "Painter")
    [found] = trend(old, new)
    assert found.change == Fraction(2 - 1)
    assert trend(old, other) == ()
    renamed = replace(new, needs=(replace(new.needs[0], competence_code="tig"),))
    assert trend(old, renamed) == ()
