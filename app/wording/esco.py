"""Words for ESCO."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.frameworks.esco import FRAMEWORK_KEY, Concept, ConceptKind
from app.i18n import Translator, mark
from app.mapping.model import RoleNeed

_KINDS: Final[dict[ConceptKind, str]] = {
    "skill": mark("competence"),
    "skill_group": mark("group of competences"),
    "occupation": mark("occupation"),
    "isco_group": mark("group of occupations"),
}


def uses_esco(needs: Iterable[RoleNeed]) -> bool:
    """Whether anything of ESCO is in the needs: taken from it, or linked with it."""
    return any(n.source_key == FRAMEWORK_KEY or any(_is_esco(tag) for tag in n.tags) for n in needs)


def _is_esco(tag: str) -> bool:
    return tag.startswith(f"{FRAMEWORK_KEY}:")


def acknowledgement(t: Translator) -> str:
    """The sentence that the European Commission asks of everybody who uses ESCO."""
    return t("This service uses the ESCO classification of the European Commission.")


def concept_kind_name(t: Translator, kind: ConceptKind) -> str:
    return t(_KINDS[kind])


def concept_line(t: Translator, concept: Concept) -> str:
    """The name of a concept, what kind it is, and its code."""
    name = concept.name.said(t.language).text
    return ", ".join(part for part in (name, concept_kind_name(t, concept.kind), concept.code) if part)
