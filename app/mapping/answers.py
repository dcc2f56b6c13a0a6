"""Answers of a survey as they are kept with a mapping."""

from __future__ import annotations

from dataclasses import dataclass

Path = tuple[str, ...]
"""For whom a question is asked: the key of an entry of each list of its chain, outermost first; () when asked once."""
Value = tuple[str, ...]
"""What is answered, as `interview_values` describes."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with its place. Identity: question, path."""

    question: str
    path: Path
    value: Value
