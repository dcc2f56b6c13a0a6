"""The first fault that validation found in a file, in words for a UserError."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError


@dataclass(frozen=True, slots=True)
class Fault:
    """`kind` is pydantic's name for it, `place` a path like "tutkinnonOsat[3].nimi.fi", `value` what stands there."""

    kind: str
    place: str
    value: str


def first_fault(error: ValidationError) -> Fault:
    """Where the file is wrong and what is there; large values are shortened."""
    found = error.errors(include_url=False, include_context=False)[0]
    place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in found["loc"]).lstrip(".")
    return Fault(found["type"], place or "/", excerpt(found["input"]))


def excerpt(value: object) -> str:
    """A value as JSON, short enough for a sentence; of a list or an object only that it is one."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = json.dumps(value, ensure_ascii=False, default=str).encode(errors="replace").decode()  # lone surrogates
    return text if len(text) <= 40 else text[:39] + "…"
