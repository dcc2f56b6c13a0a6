"""Writing a file whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.errors import UserError


def write_file(out: Path, data: bytes) -> None:
    """Write beside and then replace, so that a full disk never leaves half a document."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=out.parent, prefix=".", delete=False) as beside:
            beside.write(data)
        Path(beside.name).replace(out)
    except OSError as error:
        values = {"file": out.name, "reason": error.strerror or ""}
        raise UserError("{file} could not be saved: {reason}. Choose another folder.", values) from error
