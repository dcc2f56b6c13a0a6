"""A large official qualification into the library, against json.loads and raw inserts of the same rows."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

from app.files import read_json
from app.frameworks.readers import eperusteet
from app.store.library import Library
from benchmarks.measure import medians, seconds
from benchmarks.real_data import real_data

FILE = "eperusteet/ajoneuvoala-OPH-5410-2021-new-shape.json"


def _ours(path: Path, folder: Path, run: int) -> float:
    library = Library(folder / f"ours-{run}.sqlite")
    taken = seconds(lambda: library.put_framework(eperusteet.read(read_json(path), path.name)))
    library.close()
    return taken


def _rows(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that our import wrote, by table."""
    connection = sqlite3.connect(store)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = {table: connection.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}
    connection.close()
    return {table: found for table, found in rows.items() if found}


def _raw(path: Path, rows: dict[str, list[tuple[Any, ...]]], store: Path) -> float:
    """Parse the file and insert the same rows into bare tables, with the same durability."""
    connection = sqlite3.connect(store, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    for table, found in rows.items():
        connection.execute(f'CREATE TABLE "{table}" ({", ".join(f"c{i}" for i in range(len(found[0])))})')

    def work() -> None:
        json.loads(path.read_bytes())
        connection.execute("BEGIN")
        for table, found in rows.items():
            connection.executemany(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(found[0]))})', found)
        connection.execute("COMMIT")

    taken = seconds(work)
    connection.close()
    return taken


def figures() -> list[str]:
    path = real_data() / FILE
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _ours(path, folder, -1)
        rows = _rows(folder / "ours--1.sqlite")
        runs = iter(range(100))
        rivals = {
            "ours": lambda: _ours(path, folder, next(runs)),
            "raw": lambda: _raw(path, rows, folder / f"raw-{next(runs)}.sqlite"),
        }
        median = medians(rivals, rounds=7)
    count = sum(len(found) for found in rows.values())
    ratio = median["ours"] / median["raw"]
    return [f"{count} rows in {median['ours']:.3f} s, raw {median['raw']:.3f} s, ratio {ratio:.2f} (aim ≤ 3)"]
