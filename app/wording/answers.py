"""What was answered of a person in a competence, in words, and what became of it (brief, 3.4)."""

from __future__ import annotations

from typing import Final, Literal

from app.i18n import Translator, mark
from app.mapping.model import Assessment, Evidence, Targets
from app.wording.words import evidence_name, level_name, not_part_of_job, reason_name

ActName = Literal["done", "undone", "redone"]
ACTS: Final[dict[ActName, str]] = {"done": "", "undone": mark("taken back"), "redone": mark("done again")}


def level_words(t: Translator, answer: Assessment | None) -> str:
    """The level of an answer with its name; the other three things that an answer can be have words of their own."""
    if answer is None:
        return t("Not answered yet")
    if answer.not_part_of_job:
        return not_part_of_job(t)
    words = level_name(t, answer.level)
    return words if answer.level is None else t("Level {level}: {words}", level=answer.level, words=words)


def apart_from_language(t: Translator, answer: Assessment) -> str:
    """The level apart from language, where one was given."""
    level = answer.language_free_level
    return "" if level is None else t("apart from language {level}", level=level)


def founded_on(t: Translator, answer: Assessment) -> list[str]:
    """Evidence, reason and note, as far as they were given."""
    evidence = "" if answer.evidence is Evidence.NONE else evidence_name(t, answer.evidence)
    reason = reason_name(t, answer.reason) if answer.reason else ""
    note = t("“{words}”", words=answer.note) if answer.note else ""
    return [words for words in (evidence, reason, note) if words]


def answer_words(t: Translator, answer: Assessment | None) -> str:
    """All of an answer, side by side; None is "not answered"."""
    if answer is None:
        return level_words(t, None)
    parts = (level_words(t, answer), apart_from_language(t, answer), *founded_on(t, answer))
    return " · ".join(part for part in parts if part)


def act_words(t: Translator, act: ActName) -> str:
    """Whether a change was taken back or done again; nothing of one that was simply done."""
    return t(ACTS[act]) if ACTS[act] else ""


def targets_sentence(t: Translator, targets: Targets) -> str:
    """What is wanted now and later; a dash where nothing is."""
    now, y1, y3 = ("–" if level is None else str(level) for level in (targets.now, targets.y1, targets.y3))
    return t("Target now {now}, in one year {y1}, in three years {y3}", now=now, y1=y1, y3=y3)
