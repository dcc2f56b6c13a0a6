"""Which form is whose: what a form says of itself, so that its answers find their way back.

It holds keys that mean nothing outside the data folder: neither a name nor a level.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from app.files.cells import Place

FORMAT: Final = "kartturi-form/1"
HIDDEN_SHEET: Final = "kartturi"
FIRST_ROW: Final = 6
"""Row of the first competence; those before it are title, instructions and heads."""
ANSWER_COLUMN: Final = 7
_NUMBER_LENGTH: Final = 8


@dataclass(frozen=True, slots=True)
class FormKey:
    """The form of one person; `need_keys` are its competences in the order of its rows."""

    mapping_key: str
    person_key: str
    need_keys: tuple[str, ...]

    @property
    def number(self) -> str:
        """Letters and figures that tell forms apart on paper and in names of files.

        Each form of one person has the same, so that it need not be kept; a person cannot be told from it.
        """
        keys = f"{self.mapping_key}\n{self.person_key}".encode()
        return b32encode(sha256(keys).digest()).decode()[:_NUMBER_LENGTH]

    @property
    def answer_cells(self) -> tuple[Place, ...]:
        """Where the answers stand, in the order of the needs."""
        return tuple((FIRST_ROW + at, ANSWER_COLUMN) for at in range(len(self.need_keys)))

    @property
    def last_row(self) -> int:
        return FIRST_ROW + len(self.need_keys) - 1

    def check(self, texts: Iterable[tuple[Place, str]]) -> str:
        """A sum over the keys and all that is printed on the form; it finds accidents, not forgers."""
        printed = sorted((row, column, " ".join(text.split())) for (row, column), text in texts)
        lines = [FORMAT, self.mapping_key, self.person_key, *self.need_keys, *map(repr, printed)]
        return sha256("\n".join(lines).encode()).hexdigest()
