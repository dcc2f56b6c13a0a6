"""What the YAML file of audiences may hold, docs/formats/catalogues.md."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from app.catalogues.shape import Codes, Head, Line, Shape


class Audience(Shape):
    key: Line
    words: Annotated[Codes, Field(min_length=1)]


class Audiences(Head):
    kind: Literal["audiences"]
    audiences: list[Audience]
    welcome: Codes
