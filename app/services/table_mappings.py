"""Which column of a table held what, remembered by the names of its columns. No cell of any table is kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.frameworks.readers.table_columns import MEANINGS, ColumnMapping, fingerprint
from app.paths import DataFolder

_MOST = 200
"""Tables that are remembered; the longest forgotten goes first."""


def recall(folder: DataFolder, headers: Sequence[str]) -> ColumnMapping | None:
    """The mapping that was last chosen for a table with these columns."""
    columns = _known(folder).get(fingerprint(headers))
    if not isinstance(columns, list) or len(columns) != len(headers):
        return None
    return ColumnMapping(tuple(columns)) if all(each in ("", *MEANINGS) for each in columns) else None


def remember(folder: DataFolder, headers: Sequence[str], mapping: ColumnMapping) -> None:
    """Keep a mapping for tables with these columns; a UserError says why it could not be done."""
    from app.files.writing import write_file

    known = _known(folder)
    known.pop(fingerprint(headers), None)
    known[fingerprint(headers)] = list(mapping.columns)
    write_file(_file(folder), json.dumps(dict(list(known.items())[-_MOST:]), indent=1).encode())


def _known(folder: DataFolder) -> dict[str, Any]:
    """What is remembered; a file that makes no sense is as none."""
    try:
        value = json.loads(_file(folder).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _file(folder: DataFolder) -> Path:
    return folder.root / "table-mappings.json"
