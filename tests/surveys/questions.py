"""Small surveys for tests, and answers to them."""

from __future__ import annotations

from typing import Any

from app.mapping.answers import Path
from app.mapping.interview import Interview, Place, answered, begun, standing
from app.mapping.survey import Choice, Kind, Phrase, Question, Section, Survey
from app.mapping.survey_routing import Routing, faults, routed
from app.texts import Text

YES_NO = ("yes", "no", "not_sure")


def phrase(text: str) -> Phrase:
    return Phrase(Text(fi=text))


def choices(*values: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, phrase(value)) for value in values)


def question(key: str, kind: Kind = Kind.TEXT, *values: str, **fields: Any) -> Question:
    """A question; a yes/no question has its choices unless others are given."""
    values = values or (YES_NO if kind is Kind.YES_NO else ())
    return Question(**{"id": key, "kind": kind, "phrase": phrase(key), "choices": choices(*values), **fields})


def survey(*questions: Question, version: str = "1", **fields: Any) -> Survey:
    """One section of ten minutes with these questions."""
    section = Section("S", phrase("S"), 10, questions)
    return Survey("test", version, phrase("test"), (section,), **fields)


def routing(*questions: Question, **fields: Any) -> Routing:
    """The same, ready to be run; a fault in it is a mistake of the test."""
    made = survey(*questions, **fields)
    assert [str(fault.error) for fault in faults(made)] == []
    return routed(made)


def place(where: str | tuple[str, Path]) -> Place:
    return Place(where) if isinstance(where, str) else Place(*where)


def answering(ready: Routing, *answers: tuple[str | tuple[str, Path], str | tuple[str, ...]]) -> Interview:
    """An interview with these answers, one value or several, given one after another."""
    interview = begun(ready)
    for where, value in answers:
        interview = answered(interview, place(where), (value,) if isinstance(value, str) else value)
    return interview


def asked(interview: Interview) -> list[str]:
    """What is asked now: the id, and for whom after a slash."""
    return ["/".join((at.question, *at.path)) for at in standing(interview).asked]
