"""Named arrays of numbers in one file: written whole, and opened without being read into memory.

For what can be made again at will. After a mark come a checksum of all that follows, and the length of the head; the
head, as JSON, says what the file is called, and what kind of numbers each array holds, how many, and where they begin.
Nothing in it is ever run.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.files.writing import write_file

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MARK: Final = b"Kartturi arrays\n"
_SUM: Final = struct.Struct("<I")
_SIZE: Final = struct.Struct("<Q")
_SUMMED: Final = len(_MARK) + _SUM.size
_BEGIN: Final = _SUMMED + _SIZE.size
_KINDS: Final = frozenset({"|u1", "<i4", "<i8", "<f8"})
_ALIGNED: Final = 64
"""Bytes. What begins elsewhere cannot be looked at in place."""


def put(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write a file, or put it in the place of another: whole or not at all. UserError where that cannot be done."""
    kinds, parts, at = {}, [], 0
    for name, array in arrays.items():
        data = array.tobytes()
        kinds[name] = (array.dtype.str, len(array), at)
        parts.append(data.ljust(_aligned(len(data)), b"\0"))
        at += len(parts[-1])
    said = json.dumps({"file": path.name, "arrays": kinds}).encode()
    body = b"".join((_SIZE.pack(len(said)), said.ljust(_aligned(_BEGIN + len(said)) - _BEGIN), *parts))
    write_file(path, b"".join((_MARK, _SUM.pack(zlib.crc32(body)), body)))


def opened(path: Path) -> dict[str, NDArray[Any]] | None:
    """The arrays of a file, not to be changed; None where it is missing, damaged, renamed or not of this kind."""
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return _arrays(data, path.name)
    except (OSError, ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError, struct.error):
        return None


def _arrays(data: mmap.mmap, called: str) -> dict[str, NDArray[Any]]:
    [checksum] = _SUM.unpack_from(data, len(_MARK))
    if data[: len(_MARK)] != _MARK or zlib.crc32(memoryview(data)[_SUMMED:]) != checksum:
        raise ValueError("damaged")
    [size] = _SIZE.unpack_from(data, _SUMMED)
    head, body = json.loads(data[_BEGIN : _BEGIN + size]), _aligned(_BEGIN + size)
    if head["file"] != called:
        raise ValueError("renamed")
    return {name: _array(data, body, *of) for name, of in head["arrays"].items()}


def _array(data: mmap.mmap, body: int, kind: str, many: int, at: int) -> NDArray[Any]:
    import numpy as np

    if kind not in _KINDS or many < 0 or at < 0:
        raise ValueError("not ours")
    return np.frombuffer(data, kind, many, body + at) if many else np.empty(0, kind)


def _aligned(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
