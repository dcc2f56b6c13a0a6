"""What the answers of our own surveys tell, in the domain's words (brief, 3.3 B, C, D and G to J).

Only answers that count are taken (SK-4). A survey of somebody else's making tells nothing here, whatever its ids are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from app.mapping.answers import Path
from app.mapping.interview import Place, Standing
from app.texts import Text

OURS: Final = frozenset({"quick", "self", "visit"})
"""Surveys whose ids are those of the brief."""
SKILLS: Final = (("reading", "I1c"), ("listening", "I1d"), ("speaking", "I1e"), ("writing", "I1f"))

Leaving = Literal["", "no", "possibly", "yes", "not_known"]
YesNo = Literal["", "yes", "no", "not_sure"]
LearningWay = Literal["on_the_job", "short_course", "online", "apprenticeship", "qualification", "pair_work"]
Money = Literal["", "none", "under_1000", "from_1000", "over_5000", "not_known"]


@dataclass(frozen=True, slots=True)
class ChangeDriver:
    """What changes the work, what people must then do otherwise (in the company's words), and the needs it is for."""

    key: str
    name: Text
    demand: str = ""
    need_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LanguageNeed:
    """A task, the language it needs, and the CEFR level of each skill; "" is not said, "not_needed" is not needed."""

    task: str
    language: Text = Text()
    reading: str = ""
    listening: str = ""
    speaking: str = ""
    writing: str = ""


@dataclass(frozen=True, slots=True)
class OfRole:
    """What is said of a role, never of a person: `alone` is how many can do its critical tasks alone (3: or more)."""

    role_key: str
    alone: int | None = None
    leaving: Leaving = ""
    passed_on: YesNo = ""
    substitute: YesNo = ""
    months_open: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """`support` counts people who need none, some and much support with the language; None is not said.

    `owner_change` is whether a change of owner or a successor is an open question. `open_posts` with their
    `weekly_hours`, `learner` (somebody could be hired to be trained) and `instructor` (a trained one at the workplace)
    are of the whole company, as is `shrinking`, whether there is less work than before. For learning, `hours_a_month`
    can be spared per person, but not in `months_off` of the year (1…12), `money` is the class of euros a year, and
    `ways` are those they wish to learn by.
    """

    drivers: tuple[ChangeDriver, ...] = ()
    language_needs: tuple[LanguageNeed, ...] = ()
    support: tuple[int | None, int | None, int | None] = (None, None, None)
    supports: tuple[Text, ...] = ()
    roles: tuple[OfRole, ...] = ()
    owner_change: bool = False
    open_posts: YesNo = ""
    weekly_hours: int | None = None
    learner: YesNo = ""
    instructor: YesNo = ""
    shrinking: bool = False
    hours_a_month: int | None = None
    months_off: tuple[int, ...] = ()
    money: Money = ""
    ways: tuple[LearningWay, ...] = ()


NOTHING_TOLD: Final = Told()


def told(stand: Standing | None) -> Told:
    """What a running survey of ours tells; nothing without one."""
    if stand is None or stand.interview.routing.survey.key not in OURS:
        return NOTHING_TOLD
    return Told(
        drivers=tuple(_drivers(stand)),
        language_needs=tuple(_language_need(stand, task) for task in stand.counted.get(Place("I1"), ())),
        support=(_number(stand, "I2"), _number(stand, "I2a"), _number(stand, "I2b")),
        supports=tuple(_phrase(stand, "I3", value) for value in stand.counted.get(Place("I3"), ())),
        roles=tuple(_of_role(stand, key) for key in stand.counted.get(Place("D1"), ())),
        owner_change=_said(stand, "G4") == "yes" or _said(stand, "B3") == "succession",
        open_posts=_said(stand, "D3"),  # type: ignore[arg-type] # a choice of the question
        weekly_hours=_number(stand, "D4a"),
        learner=_said(stand, "D5"),  # type: ignore[arg-type] # a choice of the question
        instructor=_said(stand, "H3"),  # type: ignore[arg-type] # a choice of the question
        shrinking=_said(stand, "B3") == "shrinking",
        hours_a_month=_number(stand, "J2"),
        months_off=tuple(int(month) for month in stand.counted.get(Place("J3"), ()) if month.isdigit()),
        money=_said(stand, "J4"),  # type: ignore[arg-type] # a choice of the question
        ways=stand.counted.get(Place("J1"), ()),  # type: ignore[arg-type] # choices of the question
    )


def _said(stand: Standing, question: str, path: Path = ()) -> str:
    value = stand.counted.get(Place(question, path), ())
    return value[0] if value else ""


def _number(stand: Standing, question: str, path: Path = ()) -> int | None:
    said = _said(stand, question, path)
    return int(said) if said.isdigit() else None


def _phrase(stand: Standing, question: str, value: str) -> Text:
    """What a chosen value is called."""
    choices = stand.interview.routing.questions[question].choices
    return next((choice.phrase.text for choice in choices if choice.value == value), Text())


def _drivers(stand: Standing) -> Iterator[ChangeDriver]:
    for value in stand.counted.get(Place("C1"), ()):
        needs = (p.path[-1] for p, said in stand.counted.items() if p.question == "E6" and value in said)
        yield ChangeDriver(value, _phrase(stand, "C1", value), _said(stand, "C2", (value,)), tuple(sorted(needs)))


def _language_need(stand: Standing, task: str) -> LanguageNeed:
    language = _said(stand, "I1b", (task,))
    return LanguageNeed(
        _said(stand, "I1a", (task,)),
        _phrase(stand, "I1b", language) if language else Text(),
        **{skill: _said(stand, question, (task,)) for skill, question in SKILLS},
    )


def _of_role(stand: Standing, key: str) -> OfRole:
    at = (key,)
    return OfRole(
        key,
        alone=_number(stand, "G1", at),
        leaving=_said(stand, "G2", at),  # type: ignore[arg-type] # a choice of the question
        passed_on=_said(stand, "G3", at),  # type: ignore[arg-type] # a choice of the question
        substitute=_said(stand, "G5", at),  # type: ignore[arg-type] # a choice of the question
        months_open=_number(stand, "D4", at),
    )
