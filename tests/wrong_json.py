"""JSON of a known form with something wrong in it, for readers that must take it or refuse it in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

from hypothesis import strategies as st

from app.errors import UserError

T = TypeVar("T")
NAME: Final = "small.json"
FIELDS: Final = ["fi", "nimi", "id", "_id", "osat", "koodiUri"]
STRANGE: Final = ["<p>a<li>b<![c[&#xD800;", "\ud800", "1e999999999", "NaN", "2027-99-99", "kunta_#1", "x" * 10**6]
WRONG: Final = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=10**18, max_value=10**400),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(STRANGE),
    st.just([]),
    st.just({}),
    st.lists(st.none() | st.integers() | st.text(max_size=3), max_size=2),
    st.dictionaries(st.sampled_from(FIELDS), st.integers() | st.text(max_size=3), max_size=2),
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) in a JSON value."""
    pairs = list(value.items()) if isinstance(value, dict) else []
    pairs += list(enumerate(value)) if isinstance(value, list) else []
    return [(value, key) for key, _ in pairs] + [place for _, child in pairs for place in places(child)]


def spoil(data: st.DataObject, value: Any) -> None:
    """Change or remove up to four values somewhere in a JSON value."""
    for _ in range(data.draw(st.integers(1, 4))):
        container, key = data.draw(st.sampled_from(places(value)))
        if data.draw(st.booleans()):
            container[key] = data.draw(WRONG)
        else:
            del container[key]
        if not places(value):
            break


def read_or_refused(read: Callable[[Any, str], T], value: Any) -> T | UserError:
    """What a reader makes of a value; or why it refused it, in words that name the file and can be written."""
    try:
        return read(value, NAME)
    except UserError as error:
        refused = error
    assert NAME in str(refused)
    assert str(refused).encode()
    return refused
