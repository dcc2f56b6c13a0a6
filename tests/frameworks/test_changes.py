"""What a newer reading of a qualification changes: every difference is named once, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.frameworks.changes import Difference, compare
from app.frameworks.model import Framework, Requirement
from app.frameworks.readers import eperusteet
from app.texts import Text


@pytest.fixture
def old(small: Any) -> Framework:
    return eperusteet.read(small, "file.json")


def with_unit(framework: Framework, place: int, **fields: Any) -> Framework:
    units = list(framework.units)
    units[place] = replace(units[place], **fields)
    return replace(framework, units=tuple(units))


def test_that_the_same_is_unchanged(old: Framework) -> None:
    found = compare(old, replace(old))

    assert found.kind == "unchanged"
    assert (found.new_units, found.gone_units, found.renamed, found.changed_units) == ((), (), (), ())


def test_that_what_is_not_here_is_new(old: Framework) -> None:
    assert compare(None, old).kind == "new"


def test_that_a_new_order_stands_beside_and_is_the_same_within(small: Any, old: Framework) -> None:
    """Keys begin with the number of the qualification, which is another in another order."""
    newer = eperusteet.read(small | {"id": 5001, "diaarinumero": "OPH-2-2027"}, "file.json")

    found = compare(old, newer)

    assert (found.kind, found.before, found.after.order_number) == ("newer", old, "OPH-2-2027")
    assert (found.new_units, found.gone_units, found.renamed, found.changed_units) == ((), (), (), ())


def test_that_units_are_told_apart_by_code(old: Framework) -> None:
    new = with_unit(old, 0, code="200009")

    found = compare(old, new)

    assert (found.kind, found.new_units, found.gone_units) == ("changed", new.units[:1], old.units[:1])


@pytest.mark.parametrize(
    ("name", "renamed"),
    [
        (Text("Hitsaus", "Svetsning"), False),
        (Text("Hitsaus", "Svetsning", "Welding"), False),
        (Text("Hitsaus"), False),
        (Text("Hitsaaminen", "Svetsning"), True),
        (Text("Hitsaus", "Att svetsa"), True),
    ],
)
def test_that_a_translation_that_came_or_went_is_no_renaming(old: Framework, name: Text, *, renamed: bool) -> None:
    new = with_unit(old, 0, name=name)

    assert compare(old, new).renamed == (((old.units[0], new.units[0]),) if renamed else ())


def test_that_statements_are_new_gone_and_reworded(old: Framework) -> None:
    unit = old.units[0]
    first, second, *rest = unit.requirements
    reworded, added = replace(first, text=Text("käyttää aina suojaimia")), Requirement("x/1", Text("mittaa"))

    [changed] = compare(old, with_unit(old, 0, requirements=(reworded, *rest, added))).changed_units

    assert changed.unit.code == unit.code
    assert changed.statements.new == (Text("mittaa"),)
    assert changed.statements.reworded == ((first.text, reworded.text),)
    assert second.text in {one.text for one in rest}
    assert changed.statements.gone == ()


def test_that_the_same_words_under_another_name_are_the_same(old: Framework) -> None:
    renamed = tuple(replace(one, key=f"{one.key}-other") for one in old.units[0].requirements)

    found = compare(old, with_unit(old, 0, requirements=renamed))

    assert (found.kind, found.changed_units) == ("changed", ())


def test_that_outcomes_of_common_units_count(old: Framework) -> None:
    area = old.units[3].sub_areas[0]
    gone = replace(area, outcomes=())

    [changed] = compare(old, with_unit(old, 3, sub_areas=(gone, *old.units[3].sub_areas[1:]))).changed_units

    assert changed.statements == Difference(gone=(Text("viestii"),))
