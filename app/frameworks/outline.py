"""The place of a competence in a tree of any depth, told by the names above it: "Area › Part"."""

from __future__ import annotations

from typing import Final

from app.languages import LANGUAGES
from app.texts import Text

_UNDER: Final = " › "


def below(group: Text, name: Text) -> Text:
    """The group of what stands under `name`, which itself stands in `group`; language by language."""
    return Text(*(_UNDER.join(filter(None, (group.get(each), name.get(each)))) for each in LANGUAGES))
