"""What every test stands on: real official files where they lie, a fixed day, Qt without a screen."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["OPENPYXL_LXML"] = "False"  # the bundle has no lxml: workbooks are read and written without it here, too

settings.register_profile(
    "kartturi", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("kartturi")

REAL_DATA = Path(os.environ.get("KARTTURI_REAL_DATA", Path(__file__).parents[2] / "shared" / "data"))


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Folder with real files of the official sources; the test is skipped where it is absent."""
    if not REAL_DATA.is_dir():
        pytest.skip("real files of the official sources are not on this machine")
    return REAL_DATA


@pytest.fixture
def today() -> date:
    """The day on which every test happens."""
    return date(2026, 11, 23)
