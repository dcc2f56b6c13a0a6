"""Where the real official files lie."""

from __future__ import annotations

import os
from pathlib import Path


def real_data() -> Path:
    """The folder named by KARTTURI_REAL_DATA, or the one beside the project."""
    return Path(os.environ.get("KARTTURI_REAL_DATA", Path(__file__).parents[2] / "shared" / "data"))
