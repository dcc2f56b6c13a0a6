"""What the survey says of itself: where answers lead, and how far one is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from app.i18n import Translator, mark
from app.mapping.interview import Place, Standing
from app.mapping.interview_progress import Progress, left_open, progress
from app.mapping.interview_scan import scan_result
from app.mapping.survey import Feed, Kind, Question, Survey, Variant, Wanted
from app.ui.survey.field import Voice

State = Literal["empty", "begun", "done"]
RESULT: Final = " result"
"""The key of the page with the result; no section has a space in its id."""
SURVEYS: Final = " surveys"
"""The key of the surveys there are, to choose another."""
LONGEST_ID: Final = 4
"""Characters of an id that still stand beside a question."""

_LEADS: Final = {
    Feed.TARGET: mark("Target levels: what people must be able to do"),
    Feed.PRESENT: mark("Present levels: what people can do now"),
    Feed.CRITICALITY: mark("The order of priorities: how much depends on it"),
    Feed.RISK: mark("Risks: what stops when somebody is away or leaves"),
    Feed.STATUTORY: mark("Cards, permits and what the law demands"),
    Feed.LANGUAGE: mark("Language, which is kept apart from skill"),
    Feed.FORESIGHT: mark("Foresight: what is needed in the years to come"),
    Feed.MEASURES: mark("Measures: which ways forward suit you"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A section in the list of sections: how far it is, in a mark, in a word and to the ear."""

    key: str
    name: str
    state: State
    note: str
    spoken: str


def leads(t: Translator, question: Question) -> list[str]:
    """Where the answer to a question goes, in words; nowhere when it is background."""
    return [t(_LEADS[feed]) for feed in question.feeds]


def hint(voice: Voice, question: Question) -> str:
    """The help of a question, and whether it can be left open."""
    t = voice.t
    wanted = {Wanted.OPTIONAL: t("Optional."), Wanted.REQUIRED: t("Needed before the visit is closed.")}
    return " ".join(filter(None, (voice.says(question.hint), wanted.get(question.wanted, ""))))


def shown_id(question: Question) -> str:
    """The id beside the question; those of imported surveys may be too long for it."""
    return question.id if len(question.id) <= LONGEST_ID else ""


def answered_of(t: Translator, rows: Sequence[Progress]) -> str:
    """How much of what is wanted now is there, and what time the rest takes."""
    answered, of = sum(row.answered for row in rows), sum(row.of for row in rows)
    minutes = sum(row.minutes_left for row in rows)
    words = t("{answered} of {n} answered", answered=answered, n=of)
    return t("{words}, {n} min left", words=words, n=minutes) if minutes else words


def opening(survey: Survey) -> str:
    """The section that says what happens to the answers, if the survey begins with one; nobody is led past it."""
    first = survey.sections[0]
    return first.id if any(question.kind is Kind.NOTE for question in first.questions) else ""


def is_untouched(stand: Standing) -> bool:
    """Whether nothing is answered but what the mapping knew before."""
    questions = stand.interview.routing.questions
    return all(questions[place.question].kept_as for place in stand.counted)


@dataclass(frozen=True, slots=True)
class Course:
    """Every section that asks something now; after them stands the result of a quick scan."""

    sections: tuple[Progress, ...]
    rows: tuple[Row, ...]

    @property
    def first_open(self) -> str:
        """The first section in which something is open, the last when nothing is."""
        open_now = (found.section.id for found in self.sections if found.answered < found.of)
        return next(open_now, self.rows[-1].key)

    def neighbour(self, here: str, by: int) -> Row | None:
        """The section before or after one; the first when that one is there no more."""
        keys = [row.key for row in self.rows]
        place = keys.index(here) + by if here in keys else 0
        return self.rows[place] if 0 <= place < len(keys) else None


def course(voice: Voice, stand: Standing) -> Course:
    """The sections as they stand."""
    asked = {place.question for place in stand.asked}
    sections = progress(stand)
    rows = [_row(voice, found) for found in sections if any(q.id in asked for q in found.section.questions)]
    if stand.interview.routing.survey.themes:
        name, done = voice.t("Result"), not scan_result(stand).open
        rows.append(Row(RESULT, name, "done" if done else "empty", "", name))
    return Course(sections, tuple(rows))


def _row(voice: Voice, found: Progress) -> Row:
    t, name = voice.t, voice.says(found.section.phrase)
    open_now = found.of - found.answered
    state: State = "empty" if not found.answered else "begun" if open_now else "done"
    if found.of == 0:
        state = "done"
    notes = {"empty": t("{n} min", n=found.minutes_left), "begun": t("{n} open", n=open_now), "done": ""}
    spoken = t("{name}, {progress}", name=name, progress=answered_of(t, [found]))
    return Row(found.section.id, name, state, notes[state], spoken)


def passed_by(stand: Standing, sections: Sequence[Progress]) -> tuple[Place, ...]:
    """What is left open in the sections that have been begun."""
    begun = {q.id for found in sections if found.answered for q in found.section.questions}
    return tuple(place for place in left_open(stand) if place.question in begun)


def variant_of(t: Translator, *, plain: bool) -> Variant:
    """The variant of the survey's texts that is shown; plain language there is in Finnish only."""
    return "plain" if plain and t.language == "fi" else t.language
