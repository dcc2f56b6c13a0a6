"""What a survey file may hold: the format kartturi-survey/1, described in docs/formats/surveys.md."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, StringConstraints, Tag

from app.frameworks.pack_shape import Shape
from app.mapping.survey import Catalogue, Feed, Kept, Kind, Link, Variant, Wanted

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_-]*$")]
ListName = Annotated[str, StringConstraints(pattern=r"^\S+$")]
Count = Annotated[int, Field(ge=0)]


class Phrase(Shape):
    fi: Line | None = None
    sv: Line | None = None
    en: Line | None = None
    plain: Line | None = None
    working: list[Variant] | Literal["all"] | None = None  # None: as the file says for all its texts


class Choice(Shape):
    value: Line
    text: Phrase
    points: Count | None = None
    alone: bool = False


class Continues(Shape):
    question: Id
    values: dict[Line, Line] = Field(default_factory=dict)


class Question(Shape):
    id: Id
    kind: Annotated[Kind, Field(strict=False)]
    text: Phrase
    hint: Phrase | None = None
    choices: ListName | None = None
    feeds: list[Annotated[Feed, Field(strict=False)]] = Field(default_factory=list)
    per: Id | None = None
    relevant: Line | None = None
    constraint: Line | None = None
    message: Phrase | None = None
    wanted: Annotated[Wanted, Field(strict=False)] = Wanted.EXPECTED
    at_least: int | None = None
    at_most: int | None = None
    suggested: int | None = None
    decimals: bool = False
    month: bool = False
    pick: Catalogue = ""
    kept_as: Annotated[Kept, Field(strict=False)] | None = None
    theme: Id | None = None
    continues: Continues | None = None


class Use(Shape):
    """A question of the base survey, with what is different here."""

    use: Id
    text: Phrase | None = None
    hint: Phrase | None = None
    at_most: int | None = None
    suggested: int | None = None
    wanted: Annotated[Wanted, Field(strict=False)] | None = None


def _which(entry: Any) -> str:
    return "use" if isinstance(entry, Use) or (isinstance(entry, dict) and "use" in entry) else "question"


class Section(Shape):
    id: Id
    name: Phrase
    minutes: Count
    questions: list[Annotated[Annotated[Question, Tag("question")] | Annotated[Use, Tag("use")], Discriminator(_which)]]
    relevant: Line | None = None
    step: Annotated[str, StringConstraints(pattern=r"^V\d+$")] | None = None
    advice: Phrase | None = None


class Calculation(Shape):
    id: Id
    expression: Line


class Hint(Shape):
    text: Phrase
    link: Link
    relevant: Line | None = None


class Theme(Shape):
    id: Id
    name: Phrase
    hints: list[Hint] = Field(default_factory=list)
    first_from: Count | None = None


class IndexWords(Shape):
    at_least: Annotated[int, Field(ge=0, le=100)]
    text: Phrase


class Survey(Shape):
    format: Literal["kartturi-survey/1"]
    key: Id
    version: Line
    name: Phrase
    base: Id | None = None
    working: list[Variant] | Literal["all"] = Field(default_factory=list)
    choices: dict[ListName, list[Choice]] = Field(default_factory=dict)
    sections: Annotated[list[Section], Field(min_length=1)]
    themes: list[Theme] = Field(default_factory=list)
    index_words: list[IndexWords] = Field(default_factory=list)
    calculations: list[Calculation] = Field(default_factory=list)
