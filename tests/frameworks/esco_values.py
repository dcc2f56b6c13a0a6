"""A small ESCO of our own: two skills, their group, an occupation and its ISCO group, in tables like those of ESCO."""

from __future__ import annotations

import json
from typing import Any, Final

PREFIX: Final = "http://data.europa.eu/esco/"
TURN, MEASURE, CRAFT = (f"{PREFIX}skill/{name}" for name in ("turn", "measure", "craft"))
TURNER: Final = f"{PREFIX}occupation/turner"
ISCO: Final = f"{PREFIX}isco/C7223"
COLUMNS: Final = (
    "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,"
    "definition,inScheme,description"
)
OCCUPATIONS: Final = (
    "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,"
    "regulatedProfessionNote,scopeNote,definition,inScheme,description,code"
)
GROUPS: Final = (
    "conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,inScheme,"
    "description,code"
)
ISCO_GROUPS: Final = "conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description"
RELATIONS: Final = "occupationUri,relationType,skillType,skillUri"
BROADER: Final = "conceptType,conceptUri,broaderType,broaderUri"
COLLECTION: Final = (
    "conceptType,conceptUri,preferredLabel,status,skillType,reuseLevel,altLabels,description,broaderConceptUri,"
    "broaderConceptPT"
)
HIERARCHY: Final = (
    "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 2 URI,Level 2 preferred term,"
    "Level 3 URI,Level 3 preferred term,Description,Scope note,Level 0 code,Level 1 code,Level 2 code,Level 3 code"
)


def table(header: str, *rows: str) -> bytes:
    return "\r\n".join((header, *rows, "")).encode()


def skill(uri: str, name: str, others: str = "", about: str = "", kind: str = "skill/competence") -> str:
    return (
        f'KnowledgeSkillCompetence,{uri},{kind},cross-sector,"{name}","{others}",,released,,,,'
        f'{PREFIX}concept-scheme/skills,"{about}"'
    )


def labels(**changes: Any) -> bytes:
    entry = {
        "uri": TURNER,
        "notation": "7223.1",
        "prefLabel": {"fi": "sorvaaja", "sv": "svarvare", "en": "turner", "de": "Dreher"},
        "broader": [ISCO, ISCO],
    }
    return json.dumps([entry | changes]).encode()


EN: Final = table(
    COLUMNS,
    skill(TURN, "turn metal", "operate a lathe\nuse a lathe", "Turn parts, and check them."),
    skill(MEASURE, "measure parts", kind="knowledge"),
)
FI: Final = table(COLUMNS, skill(TURN, "sorvata metallia"), skill(MEASURE, "mitata kappaleita", kind="knowledge"))
SV: Final = table(COLUMNS, skill(TURN, "svarva metall"), skill(MEASURE, "mäta detaljer", kind="knowledge"))

FILES: Final[dict[str, bytes]] = {
    "skills_en.csv": EN,
    "skills_fi.csv": FI,
    "skills_sv.csv": SV,
    "skillGroups_en.csv": table(
        GROUPS, f"SkillGroup,{CRAFT},working with machines,,,released,,,,Machines of all kinds.,S8"
    ),
    "occupations_en.csv": table(
        OCCUPATIONS, f'Occupation,{TURNER},7223,turner,"lathe operator\nmetal turner",,released,,,,,,Turns.,7223.1'
    ),
    "ISCOGroups_en.csv": table(ISCO_GROUPS, f"ISCOGroup,{ISCO},7223,Metal working,released,,,Sets up machines."),
    "broaderRelationsSkillPillar_en.csv": table(
        BROADER, *(f"KnowledgeSkillCompetence,{uri},SkillGroup,{CRAFT}" for uri in (TURN, MEASURE))
    ),
    "occupationSkillRelations.csv": table(
        RELATIONS,
        f"{TURNER},essential,skill/competence,{TURN}",
        f"{TURNER},optional,knowledge,{MEASURE}",
    ),
    "greenSkillsCollection_en.csv": table(
        COLLECTION,
        f"KnowledgeSkillCompetence,{TURN},turning of metal,released,,,lathe work | metal work,Other words.,{CRAFT},x",
    ),
    "skillsHierarchy_en.csv": table(
        HIERARCHY,
        f"{PREFIX}skill/top,skills,,,,,,,,,S",
        f"{PREFIX}skill/top,skills,{CRAFT},working with machinery,,,,,Of all kinds.,,S,S8,,",
    ),
    "occupation-labels.json": labels(),
}
