"""Texts of a row in the shape of a survey file."""

from __future__ import annotations

import re
from typing import Any, Final

from app.errors import UserError
from app.languages import LANGUAGES, Language
from app.surveys.xlsform.findings import Findings
from app.surveys.xlsform.rows import Row

Raw = dict[str, Any]
"""A part of a survey in the shape of a survey file, not yet judged."""
_ANSWER: Final = re.compile(r"\$\{[^{}]*\}")


def phrase(row: Row, meaning: str, language: Language, findings: Findings) -> Raw:
    """A text with its languages; what a column without a language says is in the form's own."""
    said: Raw = {each: row.get(meaning, each) for each in LANGUAGES}
    loose = row.get(meaning)
    if loose and said[language] not in ("", loose):
        findings.leave_out(
            row.place, UserError("The text {text} is there twice; this one is left out.", {"text": loose})
        )
    said[language] = said[language] or loose
    for text in said.values():
        if answer := _ANSWER.search(text):
            reason = UserError("A text speaks of {answer}. It is shown as it is written.", {"answer": answer[0]})
            findings.leave_out(row.place, reason)
    return {**filled(said), **own_phrase(row, meaning, spoken=())}


def own_phrase(row: Row, meaning: str, spoken: tuple[str, ...] = LANGUAGES) -> Raw:
    """What columns of ours say of a text: plain Finnish, what is not proofread, and languages where a form has none."""
    said = filled({each: row.own(f"{meaning}_{each}") for each in (*spoken, "plain")})
    working = row.own(f"{meaning}_working").split()
    return {**said, "working": working} if said or working else {}


def label(row: Row, language: Language, findings: Findings) -> Raw:
    """The label of a row; what has none is called by its name."""
    said = phrase(row, "label", language, findings)
    if not filled({each: said.get(each) for each in (*LANGUAGES, "plain")}):
        findings.leave_out(row.place, UserError("There is no label here. The name is shown in its place."))
        return {language: row.get("name")}
    return said


def filled(values: Raw) -> Raw:
    """Without what is empty."""
    return {key: value for key, value in values.items() if value not in ("", None, [], {})}


def number(text: str) -> int | str:
    """A whole number; anything else stays as it is and is refused where a number has to be."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else text
