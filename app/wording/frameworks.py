"""Words for kinds of frameworks."""

from __future__ import annotations

from typing import Final

from app.frameworks.model import FrameworkKind
from app.i18n import Translator, mark

_KINDS: Final[dict[FrameworkKind, str]] = {
    "qualification": mark("qualification"),
    "sector_profile": mark("sector profile"),
    "cross_sector": mark("cross-sector competences"),
    "framework": mark("framework"),
}


def framework_kind_name(t: Translator, kind: FrameworkKind) -> str:
    return t(_KINDS[kind])
