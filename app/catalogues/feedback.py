"""From how many companies on an average of their feedback is shown (brief, KSO-1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.catalogues.model import About
from app.catalogues.reading import Lies, about, validated

FEEDBACK: Final = "feedback"


@dataclass(frozen=True, slots=True)
class FeedbackRule:
    """`voices` are companies that must have answered before an average is shown."""

    about: About
    voices: int


def load_feedback(lies: Lies) -> FeedbackRule:
    from app.catalogues import feedback_shape as shape

    read = validated(lies(f"{FEEDBACK}.yaml"), shape.Feedback)
    return FeedbackRule(about(read), read.voices)
