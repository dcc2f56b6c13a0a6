"""Values quoted whole as JSON: frozen dataclasses with texts, tuples, dates, decimals and enums inside.

A field that holds its default is left out, so that quotes stay short, and a field added later with a default reads
old quotes. A quote that no longer fits the model is an error, never a guess.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

Reader = Callable[[Any], Any]

_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_NOTHING: Final = "[]"  # what most of the thousands of lists in a framework are


def dumps(value: Any) -> str:
    """The value as compact JSON text; the same value always gives the same text."""
    return _encode(_plain(value)) if value != () else _NOTHING


def loads(form: Any, text: str) -> Any:
    """The value of the given form (a type, as it would stand in an annotation) from its JSON text."""
    return _reader(form)(json.loads(text))


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if not is_dataclass(value):
        return value
    form: Any = type(value)
    said = ((name, getattr(value, name), default) for name, default in _defaults(form))
    return {name: _plain(part) for name, part, default in said if part != default}


@lru_cache(maxsize=64)
def _defaults(form: Any) -> tuple[tuple[str, Any], ...]:
    """Names of the fields with their defaults; where there is none, a value that equals nothing."""
    return tuple((f.name, f.default) for f in fields(form))


@lru_cache(maxsize=256)
def _reader(form: Any) -> Reader:
    """A function from plain JSON to a value of this form."""
    if get_origin(form) is tuple:
        return _tuple_reader(get_args(form)[0])
    if get_origin(form) in (Union, UnionType):
        return _union_reader(get_args(form))
    if form in (date, datetime):
        moment: Reader = form.fromisoformat
        return moment
    if is_dataclass(form):
        return _dataclass_reader(form)
    if form is Decimal or (isinstance(form, type) and issubclass(form, Enum)):
        made_by: Reader = form
        return made_by
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _tuple_reader(part: Any) -> Reader:
    read = _reader(part)
    return tuple if read is _as_it_is else lambda values: tuple(map(read, values))


def _union_reader(parts: tuple[Any, ...]) -> Reader:
    """Something or nothing; a union of plain forms, such as `int | Literal["all"]`, reads as it is.

    Of several dataclasses it is the one that has the fields which are there.
    """
    if len(parts) > 1 and all(map(is_dataclass, parts)):
        return _kind_reader(parts)
    readers = {_reader(part) for part in parts} - {_as_it_is}
    if not readers:
        return _as_it_is
    [read] = readers
    return lambda value: None if value is None else read(value)


def _kind_reader(forms: tuple[Any, ...]) -> Reader:
    """Read by the names of the fields, which must tell the forms apart: of none and of two it is an error."""
    known = [
        ({f.name for f in fields(form) if f.default is MISSING}, {f.name for f in fields(form)}, _reader(form))
        for form in forms
    ]

    def read(value: dict[str, Any]) -> Any:
        [reader] = [reader for needed, every, reader in known if needed <= value.keys() <= every]
        return reader(value)

    return read


def _dataclass_reader(form: Any) -> Reader:
    readers: dict[str, Reader] = {}

    def read(value: dict[str, Any]) -> Any:
        if not readers:  # on first use, since a form may hold itself
            readers.update({name: _reader(hint) for name, hint in get_type_hints(form).items()})
        return form(**{name: readers[name](part) for name, part in value.items()})

    return read
