"""Errors that a person can understand and act on. Anything else that is raised is our own mistake."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)  # not frozen: an exception on its way has its traceback set
class UserError(Exception):
    """What went wrong, where, and what to do now.

    `message` is an English catalogue string with named placeholders; it is translated and filled in
    where it is shown (`i18n.explain`), so the domain never speaks a language.
    """

    message: str
    values: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.message.format(**self.values)
