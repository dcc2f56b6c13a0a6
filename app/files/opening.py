"""Bytes, text and JSON of a file from outside."""

from __future__ import annotations

import codecs
import json
import re
from pathlib import Path
from typing import Any, Final, NoReturn

from app.errors import UserError

MAX_BYTES: Final = 100 * 2**20
_UTF16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")


def read_bytes(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """The whole file, refused when it is missing, no ordinary file, empty or too large."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UserError("{file} is not a file. Choose a single file.", {"file": path.name})
        refuse_size(size, max_bytes, path.name)
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError("{file} does not exist. Check the name and the folder.", {"file": path.name}) from None
    except OSError as error:
        values = {"file": path.name, "reason": error.strerror or ""}
        raise UserError("{file} cannot be opened: {reason}. Check that you may read it.", values) from error
    if not data.strip(b"\0 \t\r\n"):
        raise UserError("{file} is empty. Fetch or save it again.", {"file": path.name})
    return data


def refuse_size(size: int, limit: int, name: str) -> None:
    """UserError where a file is larger than a limit (bytes)."""
    if size > limit:
        values = {"file": name, "size": megabytes(size), "limit": megabytes(limit)}
        raise UserError("{file} is {size} MB, larger than the limit of {limit} MB. Nothing was read.", values)


def megabytes(size: int) -> int:
    return -(-size // 2**20)


def decoded(data: bytes, name: str) -> str:
    """Text of a file in UTF-8 or UTF-16 (with its mark), or in Windows-1252; a NUL in it is refused."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            if error.object[: error.start].isascii():
                continue
            break  # what went before was good UTF-8: the file is damaged, not in another encoding
        if "\0" in text:
            break
        return text
    raise UserError("{file} is not readable text. Save it again as UTF-8.", {"file": name})


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith(_UTF16_MARKS):
        return ("utf-16",)
    return ("utf-8-sig",) if data.startswith(codecs.BOM_UTF8) else ("utf-8", "cp1252")


def read_json(path: Path, max_bytes: int = MAX_BYTES) -> Any:
    """A JSON file as Python values; not JSON, too deep or too large gives a UserError."""
    return parse_json(read_bytes(path, max_bytes), path.name)


def parse_json(data: bytes, name: str) -> Any:
    """JSON text as Python values. UTF-8 only, as the standard says; NaN and Infinity are no JSON.

    A half of a character ("\\ud83d" alone) is left out: no text can be written with one. What the quick reader
    refuses, the careful one takes, or says why.
    """
    import orjson

    try:
        return orjson.loads(data.removeprefix(codecs.BOM_UTF8))
    except orjson.JSONDecodeError:
        return _parse_with_care(data, name)


def _parse_with_care(data: bytes, name: str) -> Any:
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16_MARKS) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("{file} is not readable text. Save it again as UTF-8.", {"file": name}) from error
    try:
        value = json.loads(text, parse_constant=_refuse_constant)
        return _without_halves(value) if _HALF.search(text) else value
    except json.JSONDecodeError as error:
        values = {"file": name, "line": error.lineno}
        raise UserError(
            "{file} is not complete JSON: it breaks at line {line}. Fetch the file again.", values
        ) from error
    except RecursionError as error:
        raise UserError("{file} is nested too deep. It is no file of the kinds read here.", {"file": name}) from error
    except ValueError as error:
        raise UserError("{file} holds a number that is no JSON. Fetch the file again.", {"file": name}) from error


def _without_halves(value: object) -> Any:
    return json.loads(json.dumps(value, ensure_ascii=False).encode(errors="ignore"))


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(word)
