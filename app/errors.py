"""Errors that a person can understand and act on. Anything else that is raised is our own mistake."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class UserError(Exception):
    """What went wrong, where, and what to do now.

    `message` is an English catalogue string with named placeholders; it is translated and filled in
    where it is shown (`i18n.explain`), so the domain never speaks a language.
    """

    def __init__(self, message: str, values: Mapping[str, Any] | None = None) -> None:
        super().__init__(message, values)
        self.message, self.values = message, dict(values or {})

    def __str__(self) -> str:
        return self.message.format(**self.values)
