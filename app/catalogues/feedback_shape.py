"""What the YAML file of feedback may hold, docs/formats/catalogues.md."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from app.catalogues.shape import Head


class Feedback(Head):
    kind: Literal["feedback"]
    voices: Annotated[int, Field(ge=2, le=100)]
