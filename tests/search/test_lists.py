"""Lists of numbers kept one after another, and sums over them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.search import lists as module
from app.search.lists import lists, summed

MEMBERS = st.lists(st.lists(st.integers(0, 4), max_size=5), max_size=6)


@given(st.data(), MEMBERS, st.integers(1, 9))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_sums_are_the_same_however_many_are_added_at_a_time(
    monkeypatch: pytest.MonkeyPatch, data: st.DataObject, members: list[list[int]], at_once: int
) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", at_once)
    values = np.array([1.0, 2.0, 4.0, 8.0, 16.0])
    expected = [sum(values[each]) for each in members]
    assert summed(lists(members), values).tolist() == expected
    some = data.draw(st.lists(st.sampled_from(range(len(members)))) if members else st.just([]))
    assert summed(lists(members), values, np.array(some, np.intp)).tolist() == [expected[number] for number in some]
