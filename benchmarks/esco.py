"""ESCO in three languages into the library, against reading the same files with csv and raw inserts of the same rows;
and how quickly it is searched."""

from __future__ import annotations

import csv
import json
import resource
import sqlite3
import tempfile
from datetime import date
from functools import partial
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any

from app.bootstrap import open_desk
from app.frameworks.esco import ConceptKind
from app.languages import LANGUAGES
from app.paths import DataFolder
from app.services.libraries import import_files
from app.store.library import Library
from benchmarks.measure import cpu_seconds, medians, milliseconds, seconds
from benchmarks.real_data import real_data

TABLES = ("esco_concepts", "esco_broader", "esco_relations", "esco_members", "esco_words")
KINDS: tuple[ConceptKind, ...] = ("skill", "skill_group", "occupation", "isco_group")
QUERIES = 300
"""In each language."""


def _ours(paths: list[Path], folder: Path) -> float:
    desk = open_desk(DataFolder(folder), date(2026, 11, 23))
    taken = seconds(lambda: import_files(desk, paths))
    desk.close()
    return taken


def _rows(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that our import wrote, by table; what the index is made of is left out."""
    connection = sqlite3.connect(store)
    rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
    connection.close()
    return rows


def _raw(paths: list[Path], rows: dict[str, list[tuple[Any, ...]]], store: Path) -> float:
    """Read the files and insert the same rows into bare tables, with the same durability."""
    connection = sqlite3.connect(store, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    for table, found in rows.items():
        connection.execute(f"CREATE TABLE {table} ({', '.join(f'c{i}' for i in range(len(found[0])))})")

    def work() -> None:
        for path in paths:
            if path.suffix == ".json":
                json.loads(path.read_bytes())
            else:
                list(csv.reader(StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
        connection.execute("BEGIN")
        for table, found in rows.items():
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})", found)
        connection.execute("COMMIT")

    taken = seconds(work)
    connection.close()
    return taken


def _searched(store: Path) -> list[float]:
    """Seconds of the processor for each of many names, in every language with one letter gone from every other."""
    library, taken = Library(store), []
    for language in LANGUAGES:
        for number, name in enumerate(_names(store, language)):
            words = name if number % 2 else name[:3] + name[4:]
            taken.append(cpu_seconds(partial(library.esco.find, words, language, KINDS, 20)))
    library.close()
    return taken


def _names(store: Path, language: str) -> list[str]:
    """Names of concepts from all over the list."""
    connection = sqlite3.connect(store)
    names = [n for (n,) in connection.execute(f"SELECT name_{language} FROM esco_concepts ORDER BY uri") if n]
    connection.close()
    return list(islice(names, 0, None, len(names) // QUERIES))


def figures() -> list[str]:
    paths = sorted(path for path in (real_data() / "esco").iterdir() if path.suffix in (".csv", ".json"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _ours(paths, folder / "first")
        first = DataFolder(folder / "first").library
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rows = _rows(first)
        runs = iter(range(100))
        rivals = {
            "ours": lambda: _ours(paths, folder / f"ours-{next(runs)}"),
            "raw": lambda: _raw(paths, rows, folder / f"raw-{next(runs)}.sqlite"),
        }
        median = medians(rivals, rounds=5)
        searched = _searched(first)
    count, ratio = sum(map(len, rows.values())), median["ours"] / median["raw"]
    return [
        f"{count} rows in {median['ours']:.2f} s, raw {median['raw']:.2f} s, ratio {ratio:.2f} (aim ≤ 3)",
        f"{memory:.0f} MB at most (aim < 500)",
        f"search over {len(searched)} names {milliseconds(searched)} of the processor (aim p95 ≤ 30 ms)",
    ]
