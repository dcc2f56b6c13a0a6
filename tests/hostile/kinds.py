"""Every kind of file that is read, with a small good file of it and the way it is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, Final, Literal

import pikepdf

from app.files import read_json
from app.frameworks.packs import load_packs
from app.frameworks.readers import case, eperusteet
from app.mapping.company import Company
from app.mapping.model import Mapping, Role, RoleNeed, Targets
from app.offers.readers import elm, opintopolku, schema_org
from app.report import kept
from app.services.desk import Desk
from app.services.libraries import import_files
from app.services.sample import load_sample
from app.services.scoring import score_items
from app.surveys.reading import load_survey
from app.texts import Text
from tests.frameworks.case_values import SMALL as CASE
from tests.frameworks.conftest import _FILE
from tests.frameworks.esco_values import COLUMNS, TURN
from tests.frameworks.test_digcomp import PROGRESSION, STATEMENTS
from tests.hostile.workbooks import BOOK, book, workbook
from tests.offers.catalogue_rows import FULL, csv
from tests.offers.opintopolku_values import education, hit, implementation
from tests.offers.test_linked_readers import COURSE, OPPORTUNITY
from tests.report.printed import pdf_of

Form = Literal["json", "yaml", "csv", "xlsx", "pdf"]
Place = tuple[str | int, ...]
TODAY: Final = date(2026, 11, 23)


@dataclass(frozen=True)
class Kind:
    """`text` and `number` are the places of a text and of a number in `value`, as keys one after another.

    `read` reads a file, `of` a parsed value, as if from the file of a path; both raise UserError. Of a workbook `sheet`
    is the name, of a table as text `separator` stands between cells.
    """

    name: str
    form: Form
    value: Any
    text: Place
    number: Place
    read: Callable[[Desk, Path], object]
    of: Callable[[Any, Path], object] = lambda _value, _path: None
    sheet: str = "Tarjonta"
    separator: str = ";"

    @property
    def file(self) -> str:
        return f"{self.name}.{self.form}"

    def file_of(self, value: Any) -> bytes:
        """The bytes of a file of a value. YAML is written as JSON, which it can be."""
        if self.form in ("json", "yaml", "pdf"):
            return _holding(self.form, json.dumps(value, ensure_ascii=False, indent=1).encode())
        if self.form == "csv":
            return csv(value, separator=self.separator).encode()
        return workbook([list(value), list(value.values())], {BOOK: book(self.sheet)})

    @property
    def good(self) -> bytes:
        return self.file_of(self.value)

    def with_raw(self, place: Place, raw: str) -> bytes:
        """The good file with something at a place, as it is written in the file."""
        if self.form in ("csv", "xlsx"):
            return self.file_of(changed(self.value, place, raw.strip('"')))
        marked = json.dumps(changed(self.value, place, "@here@"), ensure_ascii=False, indent=1)
        return _holding(self.form, marked.replace('"@here@"', raw).encode())


def _holding(form: Form, value: bytes) -> bytes:
    """The file of JSON: itself, or the plan that carries it."""
    if form != "pdf":
        return value
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf_of(PLANNED, "fi"))) as pdf:
        pdf.Root.AF[0].EF.F.write(value)
        pdf.save(out, static_id=True)
    return out.getvalue()


def changed(value: Any, place: Place, new: object) -> Any:
    """A copy of a value with something else at a place."""
    if not place:
        return new
    first, *rest = place
    copy = value.copy()
    copy[first] = changed(value[first], tuple(rest), new)
    return copy


def places(value: Any) -> list[Place]:
    """Every place within a JSON value."""
    pairs: list[tuple[str | int, Any]] = []
    if isinstance(value, dict | list):
        pairs = list(value.items()) if isinstance(value, dict) else list(enumerate(value))
    return [place for key, child in pairs for place in ((key,), *((key, *below) for below in places(child)))]


def _imported(desk: Desk, path: Path) -> object:
    [report] = import_files(desk, [path])
    if report.error:
        raise report.error
    taken = {*report.new, *report.updated, *report.unchanged}
    return report.kind, taken, report.providers, repr(report.refused), repr(report.form)


QUALIFICATION: Final[Any] = _FILE


def _in_words(text: str) -> dict[str, str]:
    return {"fi": text, "sv": f"{text} på svenska", "en": text}


PROVIDERS: Final[Any] = {
    "total": 2,
    "hits": [
        {
            "oppilaitosOid": "1.2.246.562.10.52251087186",
            "nimi": {"fi": "Esimerkkiopisto Ääni", "sv": "Exempelinstitutet"},
            "oppilaitosTila": "julkaistu",
            "kunnat": [{"koodiUri": "kunta_091", "nimi": {"fi": "Helsinki", "sv": "Helsingfors"}}],
        },
        {"oppilaitosOid": "1.2.246.562.10.16790925842", "nimi": {"fi": "Toinen"}, "oppilaitosTila": None, "kunnat": []},
    ],
}
PACK: Final[Any] = {
    "format": "kartturi-pack/1",
    "key": "sector:test",
    "kind": "sector_profile",
    "version": "2026.1",
    "name": _in_words("Koneala"),
    "checked": None,
    "units": [{"code": "101107", "name": _in_words("Koneistus"), "points": 22.5}],
    "competences": [
        {
            "code": "MA01",
            "name": _in_words("Sorvaus käy"),
            "unit_codes": ["101107"],
            "links": ["digcomp:4"],
            "target": 3,
            "criticality": 2,
            "anchors": [_in_words(str(level)) for level in range(5)],
        }
    ],
}
SAMPLE: Final[Any] = {
    "format": "kartturi-sample/1",
    "company": {
        "name": "Esimerkkipaja Öy",
        "sector": "45",
        "sector_words": _in_words("Korjaamo"),
        "size": "5–9",
        "municipality": "202",
        "municipality_name": _in_words("Kaarina"),
        "service_language": "sv",
    },
    "goal": _in_words("Kasvaa"),
    "next_meeting": {"in_days": 49, "note": _in_words("Kahvit")},
    "roles": [
        {
            "key": "machinists",
            "name": _in_words("Koneistaja"),
            "importance": 3,
            "people": ["H1", "H2"],
            "needs": [
                {
                    "key": "turning",
                    "own": {"name": _in_words("Sorvaus"), "description": _in_words("Sorvaa")},
                    "targets": {"now": 3, "y1": 3, "y3": None},
                    "criticality": 3,
                    "required": "all",
                    "answers": [{"person": "H1", "level": 2, "evidence": "sample", "note": _in_words("osaa")}],
                }
            ],
        }
    ],
    "cards": [{"key": "hot", "card": "C02", "name": _in_words("Tulityö"), "role": "machinists", "count": 2}],
    "agreed": [{"need": "turning", "reason": _in_words("kiire")}],
    "measures": [
        {
            "key": "pairs",
            "for": "turning",
            "option": "inner_teacher",
            "what": _in_words("Parityö"),
            "responsible": _in_words("Pomo"),
            "in_days": 45,
            "success_sign": _in_words("Sujuu"),
            "cost": "none",
        }
    ],
}
SURVEY: Final[Any] = {
    "format": "kartturi-survey/1",
    "key": "survey",
    "version": "1",
    "name": _in_words("Kysely"),
    "working": ["plain"],
    "choices": {
        "amounts": [
            {"value": "0", "points": 0, "text": _in_words("Ei")},
            {"value": "2", "points": 2, "text": _in_words("Paljon")},
        ]
    },
    "sections": [
        {
            "id": "A",
            "name": _in_words("Alku"),
            "minutes": 4,
            "step": "V3",
            "relevant": "1 = 1",
            "questions": [
                {
                    "id": "A1",
                    "kind": "slider",
                    "choices": "amounts",
                    "text": _in_words("Muuttuuko?"),
                    "theme": "change",
                },
                {"id": "A2", "kind": "list", "text": _in_words("Roolit"), "suggested": 6, "wanted": "optional"},
                {
                    "id": "A3",
                    "kind": "number",
                    "per": "A2",
                    "text": _in_words("Kuinka monta?"),
                    "relevant": "${A1} > 0",
                    "constraint": ". >= 1 and . < ${twice}",
                    "message": _in_words("Ainakin yksi."),
                    "at_most": 9,
                    "feeds": ["T"],
                    "kept_as": "role.head_count",
                },
            ],
        }
    ],
    "themes": [
        {
            "id": "change",
            "name": _in_words("Muutos"),
            "first_from": 2,
            "hints": [{"text": _in_words("Käy"), "link": "visit"}],
        }
    ],
    "index_words": [{"at_least": 0, "text": _in_words("hyvä")}],
    "calculations": [{"id": "twice", "expression": "${A1} * 20"}],
}
QUESTION: Final = {
    "type": "integer",
    "name": "Q1",
    "label::Suomi (fi)": "Kuinka monta äijää?",
    "label::Svenska (sv)": "Hur många?",
    "hint": "Arvio riittää.",
    "relevant": "1 = 1",
    "constraint": "(. != 7) and . <= 99",
    "required": "yes",
    "kartturi::suggested": "5",
}
ITEMS: Final[Any] = [
    {"id": "työ", "levels": [1, None], "targets": {"now": 3, "y1": 3, "y3": 3}, "criticality": 3, "required": 2},
    {"id": "cam", "levels": [], "targets": None, "criticality": 1, "required": "all"},
]
TEACHING: Final = {
    "opetuskieli": [{"koodiUri": "oppilaitoksenopetuskieli_1#1", "nimi": {"fi": "suomi"}}],
    "maksullisuustyyppi": "maksullinen",
    "maksunMaara": 120.5,
    "koulutuksenAlkamiskausi": {"koulutuksenAlkamispaivamaara": "2027-01-11T09:00", "koulutuksenAlkamisvuosi": "2027"},
}
PLANNED: Final = Mapping(
    "m",
    Company("c", "Pajalan Ääni Oy"),
    roles=(Role("r", "Sorvaaja", 3),),
    needs=(RoleNeed("n", "r", Text(fi="Sorvaus"), targets=Targets(3, 3, 3)),),
)
COMPETENCE: Final = {"Koodi": "H1", "Osaaminen": "Käsin hitsaus", "Taso 1": "Autettuna", "Tavoite": "3"}
LISTED: Final[Any] = COURSE | {
    "provider": {"@type": "Organization", "name": "Ääniopisto"},
    "hasCourseInstance": [one | {"@type": "Event"} for one in COURSE["hasCourseInstance"]],
}
CONCEPT: Final = dict.fromkeys(COLUMNS.split(","), "") | {
    "conceptType": "KnowledgeSkillCompetence",
    "conceptUri": TURN,
    "skillType": "skill/competence",
    "reuseLevel": "cross-sector",
    "preferredLabel": "sorvata käsin",
    "altLabels": "ajaa sorvia",
    "status": "released",
    "inScheme": "http://data.europa.eu/esco/concept-scheme/skills",
}
_PAGE: Final = {"total": 2, "hits": [hit(1, nimi={"fi": "Hitsausta Ähtärissä"}), hit(2)]}


def _sample(path: Path) -> object:
    return load_sample(path, (), TODAY, "sv")


def _survey(path: Path) -> object:
    return load_survey(path.parent, path.stem)


def _carried() -> Any:
    """What a plan carries."""
    with pikepdf.open(BytesIO(pdf_of(PLANNED, "fi"))) as read:
        return json.loads(read.attachments[kept.NAME].get_file().read_bytes())


def _written(path: Path, value: Any) -> Path:
    path.write_bytes(json.dumps(value).encode())
    return path


def _opintopolku(name: str, value: Any, text: Place, number: Place) -> Kind:
    return Kind(name, "json", value, text, number, _imported, lambda value, path: opintopolku.read(value, path.name))


KINDS: Final = (
    Kind(
        "eperusteet",
        "json",
        QUALIFICATION,
        ("nimi", "fi"),
        ("tutkinnonOsat", 0, "id"),
        _imported,
        lambda value, path: eperusteet.read(value, path.name),
    ),
    _opintopolku("koulutus", education(), ("nimi", "fi"), ("metadata", "tutkinnonOsat", 0, "opintojenLaajuusNumero")),
    _opintopolku("toteutus", implementation(TEACHING), ("nimi", "fi"), ("metadata", "opetus", "maksunMaara")),
    _opintopolku("haku", _PAGE, ("hits", 0, "nimi", "fi"), ("hits", 0, "tutkinnonOsat", 0, "eperuste")),
    _opintopolku("jarjestajat", PROVIDERS, ("hits", 0, "nimi", "fi"), ("total",)),
    Kind(
        "case",
        "json",
        CASE,
        ("CFDocument", "title"),
        ("CFAssociations", 0, "sequenceNumber"),
        _imported,
        lambda value, path: case.read(value, path.name),
    ),
    Kind(
        "schema_org",
        "json",
        LISTED,
        ("provider", "name"),
        ("offers", 1, "price"),
        _imported,
        lambda value, path: schema_org.read(value, path.name),
    ),
    Kind(
        "elm",
        "json",
        OPPORTUNITY,
        ("title", "fi"),
        ("learningAchievementSpecification", "creditPoint", "point"),
        _imported,
        lambda value, path: elm.read(value, path.name),
    ),
    Kind("skills_fi", "csv", CONCEPT, ("preferredLabel",), ("modifiedDate",), _imported, separator=","),
    Kind("plan", "pdf", _carried(), ("document", "company"), ("mapping", "roles", 0, "head_count"), _imported),
    Kind("digcomp", "csv", STATEMENTS, ("Competence statement",), ("Competence number",), _imported),
    Kind("entrecomp", "csv", PROGRESSION, ("statement_en",), ("level_1_8",), _imported),
    Kind("competences", "csv", COMPETENCE, ("Osaaminen",), ("Tavoite",), _imported),
    Kind("skills", "xlsx", COMPETENCE, ("Osaaminen",), ("Tavoite",), _imported, sheet="Osaamiset"),
    Kind("catalogue", "csv", FULL | {"name_sv": "Svärvning"}, ("name_fi",), ("price_eur",), _imported),
    Kind("catalogue", "xlsx", FULL | {"name_sv": "Svärvning"}, ("name_fi",), ("price_eur",), _imported),
    Kind(
        "pack",
        "yaml",
        PACK,
        ("name", "fi"),
        ("units", 0, "points"),
        lambda _desk, path: load_packs(path.parent),
        lambda value, path: load_packs(_written(path, value).parent),
    ),
    Kind(
        "sample",
        "yaml",
        SAMPLE,
        ("goal", "sv"),
        ("next_meeting", "in_days"),
        lambda _desk, path: _sample(path),
        lambda value, path: _sample(_written(path, value)),
    ),
    Kind(
        "survey",
        "yaml",
        SURVEY,
        ("name", "fi"),
        ("sections", 0, "minutes"),
        lambda _desk, path: _survey(path),
        lambda value, path: _survey(_written(path, value)),
    ),
    Kind("form", "xlsx", QUESTION, ("hint",), ("kartturi::suggested",), _imported, sheet="survey"),
    Kind(
        "items",
        "json",
        ITEMS,
        (0, "id"),
        (0, "criticality"),
        lambda _desk, path: score_items(read_json(path), path.name),
        lambda value, path: score_items(value, path.name),
    ),
)
