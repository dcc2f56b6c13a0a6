"""Data folders with both stores made, which most tests start from."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from app.bootstrap import open_desk
from app.paths import DataFolder


def made_in(root: Path) -> DataFolder:
    """A data folder whose stores are there, and as new unless they were there before.

    They are copies: the program takes longer to make them than most tests last.
    """
    folder = DataFolder(root)
    root.mkdir(parents=True, exist_ok=True)
    for path, content in zip((folder.cases, folder.library), _empty(), strict=True):
        if not path.exists():
            path.write_bytes(content)
    return folder


@cache
def _empty() -> tuple[bytes, bytes]:
    """What the files of both stores hold when the program has made them."""
    with TemporaryDirectory() as name:
        folder = DataFolder(Path(name))
        open_desk(folder, date.min).close()
        return folder.cases.read_bytes(), folder.library.read_bytes()
