from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.online.client import Client
from tests.online.replay import Replay, asking, replaying


@pytest.fixture
def replay() -> Iterator[Replay]:
    with replaying() as replay:
        yield replay


@pytest.fixture
def client() -> Iterator[Client]:
    with asking() as client:
        yield client
