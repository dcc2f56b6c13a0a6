"""Arrays of numbers in a file that is opened without being read."""

from __future__ import annotations

import json
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from app.errors import UserError
from app.store.arrays import opened, put

NONSENSE = (
    7,
    ["<f8", 1],
    ["|O", 1, 0],
    [["<f8"], 1, 0],
    ["<f8", "1", 0],
    ["<f8", -1, 0],
    ["<f8", 1, -64],
    ["<f8", 10**12, 0],
    ["<f8", 1, 10**30],
)
ARRAYS: dict[str, NDArray[Any]] = {
    "bytes": np.frombuffer(b"words", np.uint8),
    "few": np.array([1, -2, 3], np.int32),
    "many": np.arange(1000, dtype=np.int64),
    "sums": np.array([0.5, 1e300]),
    "none": np.empty(0, np.int32),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "folder" / "some.arrays"
    put(made, ARRAYS)
    return made


def file_of(head: Any, body: bytes) -> bytes:
    """A file with a head of somebody's own, and the checksum that belongs to it."""
    said = json.dumps(head).encode()
    whole = struct.pack("<Q", len(said)) + said.ljust(-(-(28 + len(said)) // 64) * 64 - 28) + body
    return b"Kartturi arrays\n" + struct.pack("<I", zlib.crc32(whole)) + whole


def test_that_arrays_come_back_as_they_were_and_cannot_be_changed(path: Path) -> None:
    found = opened(path)
    assert found is not None
    assert {name: (each.dtype, each.tolist()) for name, each in found.items()} == {
        name: (each.dtype, each.tolist()) for name, each in ARRAYS.items()
    }
    with pytest.raises(ValueError, match="read-only"):
        found["many"][0] = 7


def test_that_nothing_lies_beside_what_was_written(path: Path) -> None:
    assert list(path.parent.iterdir()) == [path]


def test_that_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError):
        put(tmp_path / "file" / "some.arrays", ARRAYS)


def test_that_nothing_is_opened_where_nothing_is(tmp_path: Path) -> None:
    assert opened(tmp_path / "missing.arrays") is None
    assert opened(tmp_path) is None


def test_that_a_file_under_another_name_is_refused(path: Path) -> None:
    assert opened(path.rename(path.with_name("other.arrays"))) is None


def test_that_a_file_with_any_byte_changed_is_refused(path: Path) -> None:
    whole = path.read_bytes()
    for at in (*range(300), *range(300, len(whole), 97), len(whole) - 1):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert opened(path) is None, at


def test_that_a_file_cut_short_is_refused(path: Path) -> None:
    whole = path.read_bytes()
    for size in (0, 1, 16, 27, 28, 100, len(whole) - 1):
        path.write_bytes(whole[:size])
        assert opened(path) is None, size


@pytest.mark.parametrize(
    "head",
    [
        [],
        7,
        {},
        {"file": "some.arrays"},
        {"file": "some.arrays", "arrays": []},
        *({"file": "some.arrays", "arrays": {"a": of}} for of in NONSENSE),
    ],
)
def test_that_a_head_that_makes_no_sense_is_refused(tmp_path: Path, head: Any) -> None:
    path = tmp_path / "some.arrays"
    path.write_bytes(file_of({"file": "some.arrays", "arrays": {"a": ["<f8", 1, 0]}}, b"\0" * 64))
    assert opened(path) is not None
    path.write_bytes(file_of(head, b"\0" * 64))
    assert opened(path) is None
