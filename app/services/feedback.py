"""What companies say of visits and of what came of their plans, as averages and never as single voices (KSO-1).

The voices are those kept in this data folder, which is the team's; no consultant is told apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from app.mapping.followups import FollowUp
from app.mapping.model import Mapping, MeasureStatus
from app.mapping.told import OURS
from app.services.catalogues import feedback_rule
from app.services.desk import Desk
from app.texts import Text

QUESTIONS: Final = ("K4a", "K4b", "K4c", "K4d")
"""At the end of a visit: useful, the right level, understandable, would recommend; 1 to 5."""
MONTHS: Final = (3, 12)
"""Follow-ups at which it is asked whether measures happened and helped."""


@dataclass(frozen=True, slots=True)
class Average:
    """`voices` companies have answered; the average is None where they are fewer than `least`.

    `asked` is the id of a question of the visit, whose average is 1 to 5 and whose `text` is the question's, or
    "happened" or "helped" so many `months` after approval, whose average is a share 0 to 1 of the measures.
    """

    asked: str
    voices: int
    average: Fraction | None
    months: int = 0
    text: Text = Text()
    least: int = 0


def averages(desk: Desk) -> tuple[Average, ...]:
    """Every average; examples say nothing. Every mapping is read: not on the window's thread."""
    least = feedback_rule(desk).voices
    voices: dict[tuple[str, int], list[Fraction]] = defaultdict(list)
    texts: dict[str, Text] = {}
    for summary in desk.cases.summaries():
        if summary.example:
            continue
        mapping = desk.cases.load(summary.key)
        for question, grade, text in _of_visit(desk, mapping):
            voices[question, 0].append(grade)
            texts[question] = text
        for follow_up in desk.cases.follow_ups(summary.key):
            for asked, share in _of_follow_up(follow_up):
                voices[asked, follow_up.months].append(share)
    everything = [(q, 0) for q in QUESTIONS] + [(what, m) for m in MONTHS for what in ("happened", "helped")]
    return tuple(
        Average(what, len(said := voices[what, months]), _mean(said, least), months, texts.get(what, Text()), least)
        for what, months in everything
    )


def _mean(said: list[Fraction], least: int) -> Fraction | None:
    return sum(said, Fraction()) / len(said) if len(said) >= least else None


def _of_visit(desk: Desk, mapping: Mapping) -> Iterator[tuple[str, Fraction, Text]]:
    """Grades given at the end of a visit, with the text of the question."""
    survey = desk.cases.survey(mapping.key)
    if survey is None or survey.key not in OURS:
        return
    questions = {question.id: question.phrase.text for question in survey.questions}
    for answer in mapping.answers:
        if answer.question in QUESTIONS and answer.value and answer.value[0].isdigit():
            yield answer.question, Fraction(answer.value[0]), questions.get(answer.question, Text())


def _of_follow_up(follow_up: FollowUp) -> Iterator[tuple[str, Fraction]]:
    """Shares of the measures of one follow-up that was held: done, and helpful among those asked about."""
    if not follow_up.done_on or follow_up.months not in MONTHS:
        return
    wanted = [m for m in follow_up.measures if m.status is not MeasureStatus.DROPPED]
    rated = [m.helped for m in follow_up.measures if m.helped is not None]
    if wanted:
        yield "happened", Fraction(sum(m.status is MeasureStatus.DONE for m in wanted), len(wanted))
    if rated:
        yield "helped", Fraction(sum(rated), len(rated))
