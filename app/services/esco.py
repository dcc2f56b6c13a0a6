"""ESCO in use: occupations as drafts of roles, and concepts that needs in one's own words are linked with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app import files
from app.errors import UserError
from app.files.collecting import nothing_collected
from app.frameworks.esco import FRAMEWORK_KEY, Concept, ConceptKind, Part, kind_of, tag
from app.frameworks.model import Competence, Framework
from app.languages import LANGUAGES, Language
from app.mapping.model import Role, RoleNeed
from app.search.text import normalised
from app.services import mappings
from app.services.catalogues import titles
from app.services.desk import Desk
from app.texts import Text
from app.wording.words import capital

if TYPE_CHECKING:
    from app.store.library import Stored

_NAME: Final = Text(fi="ESCO", sv="ESCO", en="ESCO")
_BY_TITLE: Final = 0.96
"""How well an occupation fits that a job title tells: less than one of that very name."""
_BESIDE: Final = 0.5
"""How well an occupation must fit beside the best one: höyrykoneen hoitaja is nothing for lähihoitaja."""
_LEAST_LETTERS: Final = 4
"""Of a job title, so that it is told from others."""
_TAG: Final = tag("")
"""How the tag of a concept begins."""


@dataclass(frozen=True, slots=True)
class FoundConcept:
    """A concept and how well it fits what was asked, 0…1."""

    concept: Concept
    score: float


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """What ESCO says of an occupation: its essential competences, those first that few occupations need.

    `framework` holds them as if they were a framework of their own, so that needs are taken from it as from any other.
    """

    occupation: Concept
    framework: Framework


def is_here(desk: Desk, kind: ConceptKind) -> bool:
    """Whether anything of a kind is in the library."""
    return any(desk.library.esco.count(kind, language) for language in LANGUAGES)


def missing_files(desk: Desk, kind: ConceptKind, language: Language) -> tuple[str, ...]:
    """The files of ESCO that are missing: that name this kind in a language, or its skills, or tell what is needed."""
    esco, kinds = desk.library.esco, tuple[ConceptKind, ...](dict.fromkeys((kind, "skill")))
    files = [f"{each}s" for each in kinds if not esco.count(each, language)]
    if kind == "occupation" and not esco.knows_needs():
        files.append("occupationSkillRelations")
    return tuple(f"{file}_{language}.csv" for file in files)


def find_occupations(desk: Desk, text: str, language: Language, limit: int = 20) -> tuple[FoundConcept, ...]:
    """Occupations whose names or codes fit the words, best first; and those that a national job title tells.

    ESCO does not know kuorma-autonkuljettaja, närvårdare and such.
    """
    found = {each.concept.uri: each for each in _found(desk, text, language, ("occupation",), limit)}
    codes = _told_by_titles(desk, text)
    for concept in desk.library.esco.of_codes("occupation", codes) if codes else ():
        if concept.uri not in found or found[concept.uri].score < _BY_TITLE:
            found[concept.uri] = FoundConcept(concept, _BY_TITLE)
    best = sorted(found.values(), key=lambda each: -each.score)
    return tuple(each for each in best[: max(0, limit)] if each.score >= _BESIDE * best[0].score)


def _told_by_titles(desk: Desk, text: str) -> list[str]:
    """The codes of occupations whose job title is this, or begins with what is typed so far."""
    asked = normalised(text.strip())
    if len(asked) < _LEAST_LETTERS:
        return []
    told = (each for each in titles(desk).titles if any(_begins(each.name.get(one), asked) for one in LANGUAGES))
    return [code for title in told for code in title.occupations]


def _begins(name: str, asked: str) -> bool:
    return normalised(name).startswith(asked)


def find_concepts(desk: Desk, text: str, language: Language, limit: int = 20) -> tuple[FoundConcept, ...]:
    """Competences and groups of them that fit the words, best first: what a need can be linked with."""
    return _found(desk, text, language, ("skill", "skill_group"), limit)


def _found(
    desk: Desk, text: str, language: Language, kinds: tuple[ConceptKind, ...], limit: int
) -> tuple[FoundConcept, ...]:
    found = desk.library.esco.find(text, language, kinds, max(0, limit))
    return tuple(FoundConcept(concept, score) for concept, score in found)


def role_draft(desk: Desk, occupation: str) -> RoleDraft:
    """The draft of a role for an occupation, by its address. Not in the library: UserError."""
    concept = desk.library.esco.concept(occupation)
    skills = desk.library.esco.skills(occupation)
    if not skills:
        raise UserError(
            "The library does not know what this occupation needs. "
            "Import occupationSkillRelations and skills of ESCO as well."
        )
    framework = Framework(FRAMEWORK_KEY, "framework", _NAME, source="ESCO", competences=tuple(map(_competence, skills)))
    return RoleDraft(concept, framework)


def _competence(skill: Concept) -> Competence:
    return Competence(skill.uri, skill.uri, skill.name, skill.description, name_status="official")


def draft_needs(draft: RoleDraft, role: Role, chosen: Collection[str] = ()) -> tuple[RoleNeed, ...]:
    """The competences of a draft, or those chosen by address, as needs of a role; each is linked with its concept."""
    wanted = [c for c in draft.framework.competences if not chosen or c.code in chosen]
    return mappings.competence_needs(draft.framework, wanted, role)


def begin_role(desk: Desk, key: str, draft: RoleDraft, chosen: Collection[str], language: Language) -> Role:
    """Add a role of one person, named after an occupation, with its needs; in one act."""
    name = capital(draft.occupation.name.said(language).text)
    return mappings.add_role(desk, key, name, 1, lambda role: draft_needs(draft, role, chosen))


def linked(need: RoleNeed, concepts: Iterable[str]) -> RoleNeed:
    """A need that is linked with these concepts, by address, and no others: offers of the same are found for it."""
    others = (each for each in need.tags if not each.startswith(_TAG))
    return replace(need, tags=tuple(dict.fromkeys((*others, *map(tag, concepts)))))


def links(desk: Desk, need: RoleNeed) -> tuple[Concept, ...]:
    """The concepts that a need is linked with; one that the library does not have goes by its address."""
    uris = [each.removeprefix(_TAG) for each in need.tags if each.startswith(_TAG)]
    known = {concept.uri: concept for concept in desk.library.esco.concepts(uris)}
    return tuple(known.get(uri) or Concept(uri, kind_of(uri), Text(en=uri)) for uri in uris)


def as_json(desk: Desk, found: FoundConcept) -> dict[str, Any]:
    """An occupation with the names of what is essential for it."""
    occupation, skills = found.concept, desk.library.esco.skills(found.concept.uri)
    return {
        "uri": occupation.uri,
        "code": occupation.code,
        "name": _in_all(occupation.name),
        "score": found.score,
        "essential": [{"uri": skill.uri, "name": _in_all(skill.name)} for skill in skills],
    }


def _in_all(text: Text) -> dict[str, str]:
    return {language: text.get(language) for language in LANGUAGES}


# Importing


def is_esco(path: Path) -> bool:
    """Whether a file is one of ESCO's, by how it begins; False for one that cannot be read."""
    from app.frameworks.readers import esco

    if not path.is_file():  # to open a pipe would be to wait for ever
        return False
    try:
        with path.open("rb") as file:
            return esco.recognises(file.read(4000))
    except OSError:
        return False


def import_parts(
    desk: Desk, paths: Sequence[Path], reading: Callable[[Path], None], cancelled: Callable[[], bool]
) -> list[Stored | UserError] | None:
    """Read files of ESCO and take them in together; what became of each, or None when cancelled: then nothing is.

    One that cannot be read stops no other.
    """
    outcomes: dict[Path, Stored | UserError] = {}
    parts: dict[Path, Part] = {}
    with nothing_collected():
        for path in dict.fromkeys(paths):
            if cancelled():
                return None
            reading(path)
            try:
                parts[path] = _read(path)
            except UserError as error:
                outcomes[path] = error
        stored = desk.library.esco.put(tuple(parts.values()), cancelled) if parts else ()
    if stored is None:
        return None
    outcomes |= dict(zip(parts, stored, strict=True))
    return [outcomes[path] for path in paths]


def _read(path: Path) -> Part:
    from app.frameworks.readers import esco

    return esco.read(files.read_bytes(path), path.name)
