"""Units of an ePerusteet file: what they ask for, in either shape of the source or as prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from app.frameworks.model import LevelCriteria, Requirement, SubArea, Unit
from app.frameworks.readers import eperusteet_shape as shape
from app.frameworks.readers.html_text import plain, statements
from app.frameworks.readers.keys import distinct, fingerprint
from app.texts import Text

Levels = dict[str, Text]
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_HELSINKI: Final = ZoneInfo("Europe/Helsinki")

# Older files name a grade by its number alone; these are the scales of ePerusteet: pass, 1–3 and 1–5.
_KNOWN_LEVELS: Final[Levels] = {
    "1": Text("Hyväksytty", "Godkänd", "Pass"),
    "2": Text("Tyydyttävä 1", "Nöjaktiga 1", "Satisfactory 1"),
    "3": Text("Hyvä 2", "Goda 2", "Good 2"),
    "4": Text("Kiitettävä 3", "Berömliga 3", "Excellent 3"),
    "5": Text("Tyydyttävä 1", "Nöjaktiga 1", "Satisfactory 1"),
    "6": Text("Tyydyttävä 2", "Nöjaktiga 2", "Satisfactory 2"),
    "7": Text("Hyvä 3", "Goda 3", "Good 3"),
    "8": Text("Hyvä 4", "Goda 4", "Good 4"),
    "9": Text("Kiitettävä 5", "Berömliga 5", "Excellent 5"),
}


class _Draft(NamedTuple):
    """A requirement before its key: `name` is what the source calls it."""

    name: str
    text: Text
    heading: Text = Text()
    levels: tuple[LevelCriteria, ...] = ()


def words(source: shape.Words | None) -> Text:
    """A text of the source without tags, stray spaces and nulls."""
    return Text(plain(source.fi), plain(source.sv), plain(source.en)) if source else Text()


def points(extent: float | None) -> Decimal | None:
    """Competence points as an exact number: 15 and 15.0 are the same."""
    return None if extent is None else Decimal(f"{extent:g}")


def day_in_finland(milliseconds: int | None) -> date | None:
    """The day in Finland: the source writes midnight there as milliseconds since 1970 in UTC."""
    if milliseconds is None:
        return None
    return (_EPOCH + timedelta(milliseconds=milliseconds)).astimezone(_HELSINKI).date()


def code(value: str | None, uri: str | None = None) -> str:
    """A code, bare: from its value or else from its URI ("tutkinnonosat_106401" is 106401)."""
    return value or (uri or "").rpartition("_")[2]


def read_units(prefix: str, sources: Iterable[shape.Unit], extents: dict[str, float]) -> dict[str, Unit]:
    """Units by the id of the source, each id once, in the order of the source. `extents`: points by unit id."""
    by_id: dict[str, shape.Unit] = {}
    for source in sources:
        by_id.setdefault(source.id, source)
    levels = _level_names(by_id.values())
    keys = _keys(prefix, [(_code(source), source.id) for source in by_id.values()])
    return {
        source.id: _unit(source, key, extents.get(source.id, source.laajuus), levels)
        for source, key in zip(by_id.values(), keys, strict=True)
    }


def _code(source: shape.Unit | shape.Area) -> str:
    return source.koodi_arvo or (source.koodi and source.koodi.arvo) or ""


def _keys(prefix: str, names: list[tuple[str, str]]) -> list[str]:
    """Keys from codes; where siblings share a code or have none, the id tells them apart."""
    shared = Counter(name for name, _ in names)
    parts = [name if name and shared[name] == 1 else "-".join(filter(None, (name, number))) for name, number in names]
    return [f"{prefix}/{part}" for part in distinct(parts)]


def _unit(source: shape.Unit, key: str, extent: float | None, levels: Levels) -> Unit:
    name = words(source.nimi) or words(source.koodi and source.koodi.nimi) or Text(_code(source) or source.id)
    drafts = [*_stated(source.ammattitaitovaatimukset2019), *_assessed(source.arviointi, name, levels)]
    found = drafts or _told(source.ammattitaitovaatimukset)
    common = "tutke2" in (source.tyyppi or "").lower() or bool(source.osa_alueet and not found)
    return Unit(
        key=key,
        code=_code(source),
        name=name,
        points=points(extent),
        kind="common" if common else "vocational",
        requirements=_requirements(key, found),
        sub_areas=tuple(_sub_areas(key, source.osa_alueet or ())),
    )


def _requirements(prefix: str, drafts: Iterable[_Draft]) -> tuple[Requirement, ...]:
    drafts = list(drafts)
    parts = distinct(draft.name or fingerprint(draft.text) for draft in drafts)
    return tuple(
        Requirement(f"{prefix}/{part}", draft.text, draft.heading, draft.levels)
        for part, draft in zip(parts, drafts, strict=True)
    )


def _named(*sources: shape.Words | None) -> str:
    """What the source calls a text; the name that survives a corrected wording comes first."""
    for source in sources:
        if source and (name := source.tunniste or source.id):
            return name
    return ""


def _stated(source: shape.Statements | None) -> Iterator[_Draft]:
    """Newer shape: every entry with text, under its heading or, without one, under whom it is about."""
    if source is None:
        return
    subject = words(source.kohde)
    areas = [(words(area.kuvaus), area.vaatimukset) for area in source.kohdealueet or ()]
    for heading, entries in [(subject, source.vaatimukset), *areas]:
        for entry in entries or ():
            if text := words(entry.vaatimus):
                yield _Draft((entry.koodi and entry.koodi.arvo) or _named(entry.vaatimus), text, heading or subject)


def _assessed(source: shape.Assessment | None, unit_name: Text, levels: Levels) -> Iterator[_Draft]:
    """Older shape: every target of assessment; one without words of its own speaks by its heading."""
    for area in (source and source.arvioinnin_kohdealueet) or ():
        area_heading = words(area.otsikko)
        for target in area.arvioinnin_kohteet or ():
            own = words(target.otsikko)
            heading = (area_heading or words(target.selite)) if own else Text()
            name = _named(target.otsikko, area.otsikko, target.selite)
            yield _Draft(name, own or area_heading or unit_name, heading, _criteria(target, levels))


def _told(source: shape.Words | None) -> Iterator[_Draft]:
    """Prose alone: its list items or paragraphs."""
    return (_Draft("", text) for text in statements(_html(source)))


def _html(source: shape.Words | None) -> Text:
    return Text(source.fi or "", source.sv or "", source.en or "") if source else Text()


def _criteria(target: shape.Target, levels: Levels) -> tuple[LevelCriteria, ...]:
    """Criteria of a target from the lowest grade to the highest: a scale numbers its grades in that order."""
    own = levels | _names(target.arviointi_asteikko)
    found = []
    for source in target.osaamistason_kriteerit or ():
        level = source.osaamistaso
        number = source.level_id or (level and level.id) or ""
        name = words(level and level.otsikko) or own.get(number) or Text(number)
        if criteria := tuple(filter(None, map(words, source.kriteerit or ()))):
            found.append(((len(number), number), LevelCriteria(name, criteria)))
    return tuple(criteria for _, criteria in sorted(found, key=lambda pair: pair[0]))


def _level_names(sources: Iterable[shape.Unit]) -> Levels:
    """Names of grades by number, in the words of the file where it has them."""
    found = dict(_KNOWN_LEVELS)
    for source in sources:
        generic = source.geneerinen_arviointiasteikko
        found |= _names(generic and generic.arviointi_asteikko)
    return found


def _names(scale: shape.Scale | None) -> Levels:
    levels = (scale and scale.osaamistasot) or ()
    return {level.id: name for level in levels if level.id and (name := words(level.otsikko))}


def _sub_areas(unit_key: str, areas: Iterable[shape.Area]) -> Iterator[SubArea]:
    """One for each set of outcomes of an area: those for everybody and those one may choose."""
    sets = [(area, outcomes, optional) for area in areas for outcomes, optional in _outcome_sets(area)]
    codes = [_code(area) for area, _, _ in sets]
    ids = [(outcomes.id or area.id or "") for area, outcomes, _ in sets]
    keys = _keys(unit_key, list(zip(codes, ids, strict=True)))
    for (area, outcomes, optional), area_code, key in zip(sets, codes, keys, strict=True):
        name = words(outcomes.nimi) or words(area.nimi) or words(area.koodi and area.koodi.nimi)
        found = _requirements(key, _outcomes(outcomes))
        if found or outcomes.laajuus or not optional:
            yield SubArea(key, area_code, name or Text(area_code), points(outcomes.laajuus), found, optional)


def _outcome_sets(area: shape.Area) -> Iterator[tuple[shape.Outcomes, bool]]:
    new = [(area.pakolliset_osaamistavoitteet, False), (area.valinnaiset_osaamistavoitteet, True)]
    found = [(outcomes, optional) for outcomes, optional in new if outcomes]
    old = [(outcomes, outcomes.pakollinen is False) for outcomes in area.osaamistavoitteet or ()]
    yield from [*found, *old] or [(shape.Outcomes(), False)]


def _outcomes(source: shape.Outcomes) -> Iterator[_Draft]:
    if isinstance(source, shape.StatedOutcomes):
        return _stated(source.tavoitteet)
    return _told(source.tavoitteet if isinstance(source, shape.ProseOutcomes) else None)
