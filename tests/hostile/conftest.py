"""A data folder of its own for every test, and how the reading of a file may end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import open_desk
from app.paths import DataFolder
from app.services.desk import Desk
from tests.hostile.kinds import TODAY


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = open_desk(DataFolder(tmp_path_factory.mktemp("data")), TODAY)
    yield desk
    desk.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the file of a test lies, alone."""
    folder = tmp_path / "files"
    folder.mkdir()
    return folder
