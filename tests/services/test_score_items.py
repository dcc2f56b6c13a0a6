"""Scoring a list of items from a file: what comes out, and what is refused in words."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES
from app.services.scoring import lines, score_items

GOOD: dict[str, Any] = {
    "id": "cam",
    "levels": [4, 1, 1],
    "targets": {"now": 3, "y1": 3, "y3": 3},
    "criticality": 3,
    "required": 2,
}


def _refused(value: object) -> str:
    with pytest.raises(UserError) as error:
        score_items(value, "items.json")
    return Translator("en").explain(error.value)


def test_that_an_item_comes_back_with_its_figures_not_rounded() -> None:
    [row] = score_items([GOOD], "items.json")
    assert row == {
        "id": "cam",
        "index": 40,
        "band": "important",
        "deciding": "now",
        "gap": float(Fraction(4, 3)),
        "shortage": 0.5,
        "known": 3,
        "of": 3,
    }


def test_that_nobody_known_is_null_and_not_zero() -> None:
    [row] = score_items([GOOD | {"levels": [None, None]}], "items.json")
    assert (row["band"], row["known"], row["of"]) == ("not_assessed", 0, 2)
    assert [row[field] for field in ("index", "deciding", "gap", "shortage")] == [None] * 4


def test_that_all_is_everyone_listed() -> None:
    [row] = score_items([GOOD | {"levels": [3, None], "required": "all"}], "items.json")
    assert row["shortage"] == 0.5


@pytest.mark.parametrize("targets", [None, {}, {"now": None}, {"now": 0, "y1": 0, "y3": 0}])
def test_that_targets_may_be_empty(targets: object) -> None:
    [row] = score_items([GOOD | {"targets": targets}], "items.json")
    assert (row["index"], row["band"], row["deciding"]) == (0, "in_order", "now")


def test_that_targets_may_be_missing_and_the_list_empty() -> None:
    [row] = score_items([{name: value for name, value in GOOD.items() if name != "targets"}], "items.json")
    assert row["index"] == 0
    assert score_items([], "items.json") == []


def test_that_order_is_kept_and_ids_may_be_numbers() -> None:
    rows = score_items([GOOD | {"id": 7}, GOOD | {"id": "7"}, GOOD], "items.json")
    assert [row["id"] for row in rows] == [7, "7", "cam"]


WRONG: dict[str, list[object]] = {
    "id": [None, True, 1.5, []],
    "levels": [None, 3, "123", {}, [True], ["3"], [1.0], [2.5], [-1], [5], [[1]], [10**30]],
    "targets": [3, [], {"now": 5}, {"now": "3"}, {"y1": True}, {"y3": 2.0}],
    "criticality": [None, 0, 4, True, "3", 3.0],
    "required": [None, 0, -1, True, "2", 2.0, "ALL", []],
}


@pytest.mark.parametrize(("field", "value"), [(field, value) for field, values in WRONG.items() for value in values])
def test_that_a_wrong_value_is_named_with_its_item_and_field(field: str, value: object) -> None:
    said = _refused([GOOD, GOOD | {"id": "b", field: value}])
    assert said.startswith("Item 2")
    assert f'"{field}"' in said
    assert "items.json" in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("field", ["id", "levels", "criticality", "required"])
def test_that_a_missing_field_is_named(field: str) -> None:
    said = _refused([{name: value for name, value in GOOD.items() if name != field}])
    assert f'lacks "{field}"' in said


def test_that_a_misspelt_field_is_not_passed_over() -> None:
    assert '"target", which is not known' in _refused([GOOD | {"target": {"now": 3}}])
    assert "Known are now, y1, y3." in _refused([GOOD | {"targets": {"year1": 3}}])


def test_that_two_items_with_one_id_are_refused() -> None:
    assert _refused([GOOD, GOOD]) == 'items.json has 2 items with the id "cam". Give each its own.'


@pytest.mark.parametrize("value", [None, {}, "x", 3, GOOD])
def test_that_only_a_list_is_taken(value: object) -> None:
    assert "list of items" in _refused(value)


@pytest.mark.parametrize("value", [None, [], "x", 3])
def test_that_only_objects_are_items(value: object) -> None:
    assert "Item 2 of items.json is not an object" in _refused([GOOD, value])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from([*GOOD, "x"]), inside, max_size=5),
    max_leaves=8,
)


def _scored_or_said(item: dict[str, Any]) -> list[dict[str, Any]] | list[str]:
    try:
        return score_items([item], "items.json")
    except UserError as error:
        return [Translator(language).explain(error) for language in LANGUAGES]


@given(st.dictionaries(st.sampled_from([*GOOD]), JSON).map(lambda changes: GOOD | changes))
def test_that_anything_is_either_scored_or_refused_in_one_sentence(item: dict[str, Any]) -> None:
    for answer in _scored_or_said(item):
        text = json.dumps(answer, ensure_ascii=False)
        assert json.loads(text) == answer
        assert isinstance(answer, dict) or ("items.json" in answer and len(answer) < 400)


def test_that_rows_are_told_as_sentences() -> None:
    rows = score_items([GOOD, GOOD | {"id": "b", "levels": [None]}], "items.json")
    assert lines(rows, Translator("fi")) == ["cam: 40, tärkeä; puute 1,3 tasoa nyt, 3/3 arvioitu", "b: arvioimatta"]
    assert lines(rows, Translator("sv"))[0] == "cam: 40, viktig; brist 1,3 nivåer nu, 3 av 3 bedömda"
    assert lines(rows, Translator("en"))[0] == "cam: 40, important; short by 1.3 levels now, 3 of 3 assessed"
