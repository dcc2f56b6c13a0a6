"""Parts of ePerusteet that are published alone: a unit without its qualification, and national badges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from app.frameworks.model import Competence, Framework, Requirement, Unit
from app.frameworks.readers import eperusteet_shape as shape
from app.frameworks.readers.eperusteet_units import code, day_in_finland, read_units, words
from app.frameworks.readers.keys import distinct, fingerprint
from app.languages import LANGUAGES
from app.texts import Text

_BADGES: Final = Text("Osaamismerkit", "Kompetensmärken", "National badges")
_GOALS: Final = Text("Osaamistavoitteet", "Mål för kunnandet", "Aims")
_CRITERIA: Final = Text("Arviointikriteerit", "Bedömningskriterier", "Criteria of assessment")


def lone_units(sources: list[shape.LoneUnit]) -> Framework:
    """Units as a qualification of nothing else, called by the first: the file does not say which one they belong to."""
    first = sources[0]
    key = f"eperusteet-unit:{first.id}"
    units = tuple(read_units(key, sources, {}).values())
    version = str(day_in_finland(first.muokattu) or "")
    return Framework(key, "qualification", units[0].name, version, source="ePerusteet", units=units)


def badges(sources: list[shape.Badge]) -> Framework:
    """Badges as competences, each with what it asks for as the requirements of a unit of its own."""
    alone = sources[0] if len(sources) == 1 else None
    key = f"eperusteet-badge:{alone.id}" if alone else "eperusteet-badges"
    parts = distinct(code(None, source.koodi_uri) or source.id for source in sources)
    made = [(source, f"{key}/{part}") for source, part in zip(sources, parts, strict=True)]
    return Framework(
        key,
        "framework",
        _name(alone) if alone else _BADGES,
        str(max(filter(None, (day_in_finland(source.muokattu) for source in sources)), default="")),
        source="ePerusteet",
        valid_from=day_in_finland(alone.voimassaolo_alkaa) if alone else None,
        valid_to=day_in_finland(alone.voimassaolo_loppuu) if alone else None,
        units=tuple(_unit(source, f"{badge}/asked") for source, badge in made),
        competences=tuple(_competence(source, badge) for source, badge in made),
    )


def _name(source: shape.Badge) -> Text:
    return words(source.nimi) or Text(code(None, source.koodi_uri) or source.id)


def _competence(source: shape.Badge, key: str) -> Competence:
    number = code(None, source.koodi_uri)
    return Competence(
        key,
        number,
        _name(source),
        _lines(_goals(source)),
        words(source.kategoria and source.kategoria.nimi),
        links=(f"badge:{number}",) if number else (),
        name_status="official",
    )


def _unit(source: shape.Badge, key: str) -> Unit:
    criteria = (words(each.arviointikriteeri) for each in source.arviointikriteerit or ())
    asked = [(_GOALS, text) for text in _goals(source)] + [(_CRITERIA, text) for text in criteria if text]
    parts = distinct(fingerprint(text) for _, text in asked)
    requirements = (
        Requirement(f"{key}/{part}", text, heading) for part, (heading, text) in zip(parts, asked, strict=True)
    )
    return Unit(key, code(None, source.koodi_uri), _name(source), None, requirements=tuple(requirements))


def _goals(source: shape.Badge) -> Iterator[Text]:
    return filter(None, (words(each.osaamistavoite) for each in source.osaamistavoitteet or ()))


def _lines(texts: Iterable[Text]) -> Text:
    """The texts under each other, in each language."""
    found = [*texts]
    return Text(**{each: "\n".join(filter(None, (text.get(each) for text in found))) for each in LANGUAGES})
