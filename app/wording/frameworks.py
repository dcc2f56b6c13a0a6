"""Words for kinds of frameworks."""

from __future__ import annotations

from typing import Final

from app.frameworks.model import FrameworkKind, FrameworkSummary
from app.i18n import Translator, mark

_KINDS: Final[dict[FrameworkKind, str]] = {
    "qualification": mark("qualification"),
    "sector_profile": mark("sector profile"),
    "cross_sector": mark("cross-sector competences"),
    "framework": mark("framework"),
}


def framework_source(t: Translator, framework: FrameworkSummary) -> str:
    """Where a framework comes from, shortly: what is shipped tells its sources at length, in English, in its pack."""
    imported = framework.kind == "qualification" or framework.content_hash
    return framework.source if imported else t("comes with Kartturi")


def framework_kind_name(t: Translator, kind: FrameworkKind) -> str:
    return t(_KINDS[kind])
