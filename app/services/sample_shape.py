"""What the file of the sample company may hold: the format kartturi-sample/1, described in docs/formats/sample.md."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from app.frameworks.pack_shape import Shape
from app.languages import Language
from app.mapping.model import Assessor, CostClass, Evidence, GapReason, OptionType
from app.texts import Text

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Level = Annotated[int, Field(ge=0, le=4)]
Weight = Annotated[int, Field(ge=1, le=3)]
Days = Annotated[int, Field(ge=-3650, le=3650)]
"""From today, negative when past."""


def _each_once(*fields: str) -> AfterValidator:
    """Items of a list are told apart by these fields."""

    def checked(items: list[Any]) -> list[Any]:
        _refuse_twice([tuple(getattr(item, field) for field in fields) for item in items])
        return items

    return AfterValidator(checked)


def _refuse_twice(keys: list[Any]) -> None:
    if len(set(keys)) < len(keys):
        raise ValueError("a key is there twice")


class Words(Shape):
    """A text that no language may lack."""

    fi: Line
    sv: Line
    en: Line

    def text(self) -> Text:
        return Text(self.fi, self.sv, self.en)

    def said(self, language: Language) -> str:
        return self.text().get(language)


class Company(Shape):
    name: Line
    sector: Annotated[str, StringConstraints(pattern=r"^\d\d$")]
    sector_words: Words
    size: Literal["1", "2–4", "5–9", "10–19", "20–49", "50–249"]
    municipality: Annotated[str, StringConstraints(pattern=r"^\d{3}$")]
    municipality_name: Words
    service_language: Language


class Meeting(Shape):
    in_days: Days
    note: Words


class Targets(Shape):
    now: Level | None = None
    y1: Level | None = None
    y3: Level | None = None


class Unit(Shape):
    code: Line
    name: Words
    qualification: Line


class Own(Shape):
    """A need in the company's own words; a qualification unit may stand beside it."""

    name: Words
    description: Words
    unit: Unit | None = None
    tags: list[Line] = Field(default_factory=list)
    statutory: bool = False


class Answer(Shape):
    person: Line
    level: Literal[0, 1, 2, 3, 4, "not_assessed", "not_part_of_job"]
    by: Annotated[Assessor, Field(strict=False)] = Assessor.SUPERVISOR
    language_free_level: Level | None = None
    evidence: Annotated[Evidence, Field(strict=False)] = Evidence.NONE
    reason: Annotated[GapReason, Field(strict=False)] | None = None
    note: Words | None = None


class Need(Shape):
    key: Line
    competence: str = ""  # the key of one in a pack: "sector:machine/MA03"
    own: Own | None = None
    targets: Targets
    criticality: Weight
    required: Literal[1, 2, 3, 4, 5, 6, 7, 8, 9, "all"]
    answers: Annotated[list[Answer], _each_once("person", "by")]

    @model_validator(mode="after")
    def _quoted_or_own(self) -> Need:
        if bool(self.competence) == bool(self.own):
            raise ValueError("a need has either a competence or own words")
        return self


class Role(Shape):
    key: Line
    name: Words
    importance: Weight
    people: Annotated[list[Line], Field(min_length=1)]
    needs: Annotated[list[Need], Field(max_length=12)]


class Card(Shape):
    key: Line
    card: Annotated[str, StringConstraints(pattern=r"^C\d\d$")]
    name: Words
    role: Line
    state: Literal["held", "missing", "not_known", "not_needed"] = "held"
    in_days: Days | None = None
    count: Annotated[int, Field(ge=1)]


class Agreed(Shape):
    need: Line
    reason: Words | None = None


class Measure(Shape):
    key: Line
    serves: Annotated[Line, Field(alias="for")]
    option: Annotated[OptionType, Field(strict=False)]
    what: Words
    responsible: Words
    in_days: Days
    success_sign: Words
    cost: Annotated[CostClass, Field(strict=False)]
    first_step: bool = False


class Told(Shape):
    """An answer of the visit: words of the company's own, or values as the survey has them. `at` is for whom."""

    question: Line
    at: list[Line] = Field(default_factory=list)
    words: Words | None = None
    values: list[Line] = Field(default_factory=list)

    @model_validator(mode="after")
    def _words_or_values(self) -> Told:
        if bool(self.words) == bool(self.values):
            raise ValueError("an answer has either words or values")
        return self


def _told(answers: list[Told]) -> list[Told]:
    _refuse_twice([(answer.question, *answer.at) for answer in answers])
    return answers


def _roles(roles: list[Role]) -> list[Role]:
    """Needs and people are told apart across all roles."""
    _refuse_twice([role.key for role in roles])
    _refuse_twice([person for role in roles for person in role.people])
    _refuse_twice([need.key for role in roles for need in role.needs])
    return roles


class Sample(Shape):
    format: Literal["kartturi-sample/1"]
    company: Company
    goal: Words
    next_meeting: Meeting
    roles: Annotated[list[Role], AfterValidator(_roles)]
    cards: Annotated[list[Card], _each_once("key")]
    agreed: Annotated[list[Agreed], Field(max_length=5), _each_once("need")]
    measures: Annotated[list[Measure], _each_once("key")]
    answers: Annotated[list[Told], AfterValidator(_told)] = Field(default_factory=list)


def references(sample: Sample, competences: Container[str]) -> Iterator[tuple[str, str, Container[str]]]:
    """Everything that refers to something else: its place, the key it names, and the keys that may stand there."""
    needs = {need.key for role in sample.roles for need in role.needs}
    for i, role in enumerate(sample.roles):
        for j, need in enumerate(role.needs):
            if need.competence:
                yield f"roles[{i}].needs[{j}].competence", need.competence, competences
            for k, answer in enumerate(need.answers):
                yield f"roles[{i}].needs[{j}].answers[{k}].person", answer.person, role.people
    for i, card in enumerate(sample.cards):
        yield f"cards[{i}].role", card.role, {role.key for role in sample.roles}
    for i, agreed in enumerate(sample.agreed):
        yield f"agreed[{i}].need", agreed.need, needs
    for i, measure in enumerate(sample.measures):
        yield f"measures[{i}].for", measure.serves, needs | {card.key for card in sample.cards}
