"""Words for ESCO."""

from __future__ import annotations

from collections.abc import Collection, Iterable
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


def how_to_get_it(t: Translator) -> str:
    """What to do where the library has nothing of ESCO."""
    return t(
        "The library has no ESCO yet. Fetch it as CSV from esco.ec.europa.eu in the languages you need, and import "
        "the files in the library."
    )


def what_is_missing(t: Translator, files: Collection[str]) -> str:
    """What to do where the library has a part of ESCO only; nothing where no files are missing."""
    if not files:
        return ""
    return t(
        "The library has ESCO only in part: it lacks {files}. What has no name in this language is searched and "
        "shown in another. Fetch the missing files as CSV from esco.ec.europa.eu and import them in the library.",
        files=t.listed(files),
    )


def why_nothing(t: Translator, files: Collection[str]) -> str:
    """That nothing was found, and what may be the cause."""
    return " ".join(filter(None, (t("Nothing was found. Try other words."), what_is_missing(t, files))))
