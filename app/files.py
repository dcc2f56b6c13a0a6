"""Opening what comes from outside. A file is hostile until read here: size, depth and encoding have limits."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import Any, Final, NoReturn

from app.errors import UserError

MAX_BYTES: Final = 100 * 2**20
_UTF16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_bytes(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """The whole file, refused when it is missing, no ordinary file, empty or too large."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UserError("{file} is not a file. Choose a single file.", {"file": path.name})
        if size > max_bytes:
            values = {"file": path.name, "size": size // 2**20, "limit": max_bytes // 2**20}
            raise UserError("{file} is {size} MB, larger than the limit of {limit} MB. Nothing was read.", values)
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError("{file} does not exist. Check the name and the folder.", {"file": path.name}) from None
    except OSError as error:
        values = {"file": path.name, "reason": error.strerror or ""}
        raise UserError("{file} cannot be opened: {reason}. Check that you may read it.", values) from error
    if not data.strip(b"\0 \t\r\n"):
        raise UserError("{file} is empty. Fetch or save it again.", {"file": path.name})
    return data


def decoded(data: bytes, name: str) -> str:
    """Text of a file in UTF-8 or UTF-16 (with its mark), or in Windows-1252; a NUL in it is refused."""
    for encoding in ["utf-16"] if data.startswith(_UTF16_MARKS) else ["utf-8-sig", "cp1252"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise UserError("{file} is not readable text. Save it again as UTF-8.", {"file": name})


def read_json(path: Path, max_bytes: int = MAX_BYTES) -> Any:
    """A JSON file as Python values; not JSON, too deep or too large gives a UserError."""
    return parse_json(read_bytes(path, max_bytes), path.name)


def parse_json(data: bytes, name: str) -> Any:
    """JSON text as Python values. UTF-8 only, as the standard says; NaN and Infinity are no JSON."""
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16_MARKS) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("{file} is not readable text. Save it again as UTF-8.", {"file": name}) from error
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        values = {"file": name, "line": error.lineno}
        raise UserError(
            "{file} is not complete JSON: it breaks at line {line}. Fetch the file again.", values
        ) from error
    except RecursionError as error:
        raise UserError("{file} is nested too deep. It is no file of the kinds read here.", {"file": name}) from error
    except ValueError as error:
        raise UserError("{file} holds a number that is no JSON. Fetch the file again.", {"file": name}) from error


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(word)
