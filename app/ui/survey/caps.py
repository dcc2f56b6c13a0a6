"""The keys that choose: one for each choice, as far as there are keys."""

from __future__ import annotations

from typing import Final

from app.mapping.answers import Value
from app.mapping.survey import SEVERAL, Kind, Question

_OWN: Final = {
    "not_assessed": "?",
    "not_part_of_job": "-",
    "not_needed": "-",
    "not_sure": "?",
}
"""The same keys as in the matrix for what is no level."""
_POSITIONS: Final = "1234567890"


def caps(question: Question) -> tuple[str, ...]:
    """The key of each choice: the figure that it is, else its place in the row; "" where there is none left."""
    values = [choice.value for choice in question.choices]
    if question.kind in (Kind.LEVEL, Kind.CEFR, Kind.YES_NO):
        places = iter(_POSITIONS)
        return tuple(_OWN.get(value) or (value if question.kind is Kind.LEVEL else next(places)) for value in values)
    if all(len(value) == 1 and value.isdigit() for value in values):
        return tuple(values)
    return tuple(_POSITIONS[place] if place < len(_POSITIONS) else "" for place in range(len(values)))


def toggled(question: Question, shown: Value, value: str) -> Value:
    """What is chosen once a choice has been pressed: one excludes the others where only one can be."""
    if question.kind not in SEVERAL:
        return (value,)
    if value in shown:
        return tuple(one for one in shown if one != value)
    alone = {choice.value for choice in question.choices if choice.alone}
    if value in alone:
        return (value,)
    kept = {*(one for one in shown if one not in alone), value}
    return tuple(choice.value for choice in question.choices if choice.value in kept)
