"""An error that a person can act on, on its way from where it happens to where it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.errors import UserError


@contextmanager
def _something_open() -> Iterator[None]:
    yield


def test_that_an_error_passes_whatever_is_open_unchanged() -> None:
    error = UserError("{file} is empty. Fetch or save it again.", {"file": "a.json"})
    with pytest.raises(UserError) as caught, _something_open(), _something_open():
        raise error
    assert caught.value is error
    assert str(caught.value) == "a.json is empty. Fetch or save it again."
