"""What every test stands on: real official files where they lie, a fixed day, Qt without a screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from app import cli
from app.bootstrap import open_desk
from app.services.desk import Desk
from tests.stores import made_in

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "kartturi", deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("kartturi")

REAL_DATA = Path(os.environ.get("KARTTURI_REAL_DATA", Path(__file__).parents[2] / "shared" / "data"))


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Folder with real files of the official sources; the test is skipped where it is absent."""
    if not REAL_DATA.is_dir():
        pytest.skip("real files of the official sources are not on this machine")
    return REAL_DATA


class _ByStatement(dict[Any, Any]):
    """Compiled statements by all that they depend on but the dialect, which is the same for all engines."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(key[1:], default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(key[1:], compiled)


@pytest.fixture(scope="session", autouse=True)
def _statements_compiled_once() -> Iterator[None]:
    """SQLAlchemy compiles each statement once for an engine; tests open thousands, all of the same dialect."""
    from sqlalchemy import Engine
    from sqlalchemy.util import immutabledict

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Engine, "_execution_options", immutabledict(compiled_cache=_ByStatement()))
        yield


@pytest.fixture
def today() -> date:
    """The day on which every test happens."""
    return date(2026, 11, 23)


@pytest.fixture
def desk(tmp_path: Path, today: date) -> Iterator[Desk]:
    """Stores of its own, which hold nothing yet."""
    desk = open_desk(made_in(tmp_path / "data"), today)
    yield desk
    desk.close()


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs a command on the same data folder, on the day of every test, in English."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    def run(*arguments: str | Path) -> int:
        given = [str(each) for each in arguments]
        return cli.run([given[0], "--data", str(tmp_path / "data"), "--today", "2026-11-23", *given[1:]])

    return run
