"""Every kind of file × everything that happens to files on their way: read whole, or refused in one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, Literal, get_args

import pytest

from app.errors import UserError
from app.services.desk import Desk
from tests.hostile.ends import end_of, kept
from tests.hostile.kinds import KINDS, Form, Kind
from tests.hostile.workbooks import packed

End = Literal["same", "refused", "either"]
"""Read as the good file is, refused, or one of the two or read in part: never anything else."""
Fault = tuple[Callable[[Kind], bytes], dict[Form, End]]

FORMS: Final[tuple[Form, ...]] = get_args(Form)
REFUSED: Final[dict[Form, End]] = dict.fromkeys(FORMS, "refused")
EITHER: Final[dict[Form, End]] = dict.fromkeys(FORMS, "either")
TEXT: Final[dict[Form, End]] = {"json": "same", "yaml": "same", "csv": "same"}

BOMB: Final = packed({"xl/workbook.xml": b"0" * 40 * 2**20})


def _marked(encoding: str, mark: bytes) -> Callable[[Kind], bytes]:
    return lambda kind: mark + kind.good.decode().encode(encoding)


def _put(at: Literal["text", "number"], raw: str) -> Callable[[Kind], bytes]:
    return lambda kind: kind.with_raw(kind.text if at == "text" else kind.number, raw)


def _cut(tenths: int) -> Callable[[Kind], bytes]:
    return lambda kind: kind.good[: len(kind.good) * tenths // 10]


FAULTS: Final[dict[str, Fault]] = {
    "nothing": (lambda _: b"", REFUSED),
    "only NULs": (lambda _: b"\0" * 1000, REFUSED),
    "only blanks": (lambda _: b" \r\n\t", REFUSED),
    "only a mark": (lambda _: b"\xef\xbb\xbf", REFUSED),
    "as it is": (lambda kind: kind.good, dict.fromkeys(FORMS, "same")),
    "UTF-8 with its mark": (_marked("utf-8", b"\xef\xbb\xbf"), TEXT),
    "two marks": (_marked("utf-8", b"\xef\xbb\xbf" * 2), {"json": "refused", "yaml": "either", "csv": "either"}),
    "UTF-16, low byte first": (_marked("utf-16-le", b"\xff\xfe"), TEXT),
    "UTF-16, high byte first": (_marked("utf-16-be", b"\xfe\xff"), TEXT),
    "UTF-16 without its mark": (_marked("utf-16-le", b""), dict.fromkeys(TEXT, "refused")),
    "half of a UTF-16 sign": (
        lambda kind: _marked("utf-16-le", b"\xff\xfe")(kind)[:-1],
        dict.fromkeys(TEXT, "refused"),
    ),
    "CR only": (lambda kind: kind.good.replace(b"\n", b"\r"), TEXT),
    "Windows-1252": (
        lambda kind: kind.good.decode().encode("cp1252", "ignore"),
        {"json": "refused", "yaml": "same", "csv": "same"},
    ),
    "a byte of no encoding": (lambda kind: kind.good + b"\xff", {**REFUSED, "xlsx": "either", "pdf": "either"}),
    "a NUL in the middle": (lambda kind: kind.good[:200] + b"\0" + kind.good[200:], REFUSED),
    "depth": (lambda _: b"[" * 100_000 + b"]" * 100_000, REFUSED),
    "depth of objects": (lambda _: b'{"a":' * 100_000 + b"1" + b"}" * 100_000, REFUSED),
    **{f"depth of {n}": (_put("number", "[" * n + "1" + "]" * n), EITHER) for n in (100, 300, 900)},
    "a zip bomb": (lambda _: BOMB, REFUSED),
    "a picture": (lambda _: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", REFUSED),
    "an old workbook": (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, REFUSED),
    "a text of 10 MB": (_put("text", '"' + "x" * 10**7 + '"'), EITHER),
    "half a sign": (_put("text", '"\\ud800"'), {**EITHER, "yaml": "refused"}),
    "a NUL as an escape": (_put("text", '"a\\u0000b"'), EITHER),
    "NaN": (_put("number", "NaN"), {**EITHER, "json": "refused", "yaml": "refused"}),
    "Infinity": (_put("number", "-Infinity"), {**EITHER, "json": "refused", "yaml": "refused"}),
    "infinity of YAML": (_put("number", ".inf"), {**EITHER, "json": "refused", "yaml": "refused"}),
    **{f"number {raw[:8]}": (_put("number", raw), EITHER) for raw in ("9" * 400, "9" * 5000, "1e999", "-1", "1e-9")},
    **{f"cut at {n} tenths": (_cut(n), {**EITHER, "json": "refused", "xlsx": "refused"}) for n in range(1, 10)},
}


@pytest.fixture(scope="module")
def whole(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What comes of each good file, all of which the library then holds."""
    return {kind.file: _read_good(kind, desk, tmp_path_factory.mktemp("good")) for kind in KINDS}


def _read_good(kind: Kind, desk: Desk, folder: Path) -> object:
    path = folder / kind.file
    path.write_bytes(kind.good)
    return kind.read(desk, path)


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        pytest.param(kind, fault, id=f"{kind.file}-{fault}")
        for kind in KINDS
        for fault, (_, ends) in FAULTS.items()
        if kind.form in ends
    ],
)
def test_that_a_damaged_file_is_read_or_refused_in_one_sentence(
    kind: Kind, fault: str, desk: Desk, whole: dict[str, object], folder: Path
) -> None:
    damage, ends = FAULTS[fault]
    path = folder / kind.file
    path.write_bytes(damage(kind))
    before = kept(desk)

    result = end_of(lambda: kind.read(desk, path), kind.file)

    if ends[kind.form] == "same":
        assert result == whole[kind.file]
    if ends[kind.form] == "refused":
        assert isinstance(result, UserError)
    if ends[kind.form] == "same" or isinstance(result, UserError):
        assert kept(desk) == before
    else:
        _read_good(kind, desk, folder)


def test_that_depth_that_can_just_be_read_can_be_told_too(desk: Desk, folder: Path) -> None:
    [items] = [kind for kind in KINDS if kind.name == "items"]
    path = folder / items.file
    for depth in range(sys.getrecursionlimit() - 200, sys.getrecursionlimit()):
        path.write_bytes(items.with_raw(items.number, "[" * depth + "]" * depth))

        assert isinstance(end_of(partial(items.read, desk, path), items.file), UserError)


PATHS: Final[dict[str, Callable[[Path], None]]] = {
    "a folder": Path.mkdir,
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to nothing": lambda path: path.symlink_to(path.with_name("gone")),
    "a pipe": os.mkfifo,
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.file)
@pytest.mark.parametrize("what", PATHS)
def test_that_what_is_no_file_is_told_by_its_name(kind: Kind, what: str, desk: Desk, folder: Path) -> None:
    path = folder / kind.file
    PATHS[what](path)
    before = kept(desk)

    assert isinstance(end_of(lambda: kind.read(desk, path), kind.file), UserError)
    assert kept(desk) == before


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name != "pack"], ids=lambda kind: kind.file)
def test_that_a_file_that_is_not_there_is_told_by_its_name(kind: Kind, desk: Desk, folder: Path) -> None:
    error = end_of(lambda: kind.read(desk, folder / kind.file), kind.file)

    assert "does not exist" in str(error)
    assert str(folder) not in str(error)
