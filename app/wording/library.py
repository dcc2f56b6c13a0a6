"""What is said of one thing in the library of competences: where it stands, what it is, and facts by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from app.frameworks.esco import Concept
from app.frameworks.model import Competence, Framework, FrameworkSummary, Requirement, SubArea, Unit
from app.i18n import Translator
from app.languages import LANGUAGE_NAMES, LANGUAGES
from app.texts import Text
from app.wording.esco import concept_kind_name
from app.wording.frameworks import framework_kind_name, framework_source
from app.wording.words import level_name

OWN: Final = "own:"
"""How the key of a copy of one's own begins."""
Fact = tuple[str, str]
"""What it is called, and what is said; nothing is said of what is not known."""
Names = Mapping[str, str]
"""What links such as "digcomp:4.2" are called."""
Part = Competence | Unit | SubArea | Requirement


@dataclass(frozen=True, slots=True)
class Told:
    """`place` is what a thing stands in, `lead` what it is in running text, `warning` what to mind before anything."""

    name: str
    place: str = ""
    lead: str = ""
    facts: tuple[Fact, ...] = ()
    warning: str = ""

    @property
    def heard(self) -> str:
        """All of it as one text."""
        said = (f"{name}: {text}" if name else text for name, text in self.facts)
        return ". ".join(filter(None, (self.place, self.name, self.warning, self.lead, *said)))


def is_own(framework: FrameworkSummary | Framework) -> bool:
    """Whether somebody here made it out of another one."""
    return framework.key.startswith(OWN)


def kind_and_source(t: Translator, framework: FrameworkSummary) -> tuple[str, str]:
    """What kind of framework it is, and where it comes from."""
    source = t("own copy") if is_own(framework) else framework_source(t, framework)
    return framework_kind_name(t, framework.kind), source


def contents(t: Translator, framework: FrameworkSummary) -> str:
    """How much stands in a framework: competences, or units with their requirements."""
    if framework.competences:
        return t.n("{n} competence", "{n} competences", framework.competences)
    units = t.n("{n} unit", "{n} units", framework.units)
    if not framework.requirements:
        return units
    return t("{units}, {n} requirements", units=units, n=framework.requirements)


def copy_name(name: Text) -> Text:
    """What a copy of one's own is called, in the languages that the original has."""
    return Text(*(_copy_name(Translator(each), name.get(each)) for each in LANGUAGES))


def _copy_name(t: Translator, name: str) -> str:
    return t("{name} (own copy)", name=name) if name else ""


def version_of(framework: FrameworkSummary | Framework) -> str:
    return framework.order_number or framework.version


def name_and_version(t: Translator, framework: FrameworkSummary) -> str:
    """By what one of several versions is known."""
    return ", ".join(filter(None, (t.said(framework.name), version_of(framework))))


def name_of(t: Translator, part: Framework | Part) -> str:
    """What something is called; a statement is its own name. What has no name at all is told by its code."""
    text = part.text if isinstance(part, Requirement) else part.name
    return t.said(text) or getattr(part, "code", "")


def framework_told(
    t: Translator, framework: Framework, summary: FrameworkSummary, newer: str = "", warning: str = ""
) -> Told:
    """`newer` is the version that is there beside it and newer; `warning` what else is to be minded."""
    kind, source = kind_and_source(t, summary)
    valid = t.day(framework.valid_from) if framework.valid_from else ""
    facts = (
        *other_names(t, framework.name),
        (t("Kind"), kind),
        (t("Code"), framework.code),
        (t("Version"), version_of(framework)),
        (t("In force from"), valid),
        (t("In force until"), t.day(framework.valid_to) if framework.valid_to else ""),
        (t("Contents"), contents(t, summary)),
        (t("Titles"), t.listed(t.said(each.name) for each in framework.titles)),
        (t("Source"), source),
        (t("Licence"), framework.licence),
        (t("Checked"), t.day(framework.checked) if framework.checked else ""),
    )
    here = t("A newer version is in the library: {version}.", version=newer) if newer else ""
    return Told(name_of(t, framework), kind, facts=known_facts(facts), warning=here or warning)


def part_told(t: Translator, framework: Framework, above: str, part: Part, names: Names) -> Told:
    """Something in a framework; `above` is the unit or the area it stands in."""
    place = " › ".join(filter(None, (name_of(t, framework), above)))
    match part:
        case Competence():
            told = Told(name_of(t, part), place, t.said(part.description), _of_competence(t, part, names))
            return replace(told, warning=_of_team(t)) if part.of_team else told
        case Unit():
            return Told(name_of(t, part), place, facts=_of_unit(t, part))
        case SubArea():
            facts = (*other_names(t, part.name), (t("Code"), part.code), _points(t, part))
            return Told(name_of(t, part), place, facts=known_facts(facts))
        case Requirement():
            facts = (*other_names(t, part.text), *_criteria(t, part))
            return Told(t.said(part.heading) or t("Requirement"), place, t.said(part.text), known_facts(facts))


def concept_told(t: Translator, concept: Concept, place: str, essential: Iterable[Concept] = ()) -> Told:
    """A concept of ESCO; of an occupation what is essential for it."""
    name = t.said(concept.name)
    others = "\n".join(other for other in t.said(concept.alternatives).splitlines() if other != name)
    facts = (
        *other_names(t, concept.name),
        (t("Also called"), others),
        (t("Code"), concept.code),
        (t("Kind"), concept_kind_name(t, concept.kind)),
        (t("Essential for it"), "\n".join(t.said(each.name) for each in essential)),
        (t("Address"), concept.uri),
    )
    return Told(name or concept.code, place, t.said(concept.description), known_facts(facts))


def _of_competence(t: Translator, part: Competence, names: Names) -> tuple[Fact, ...]:
    links = [", ".join(filter(None, (names.get(link, ""), link))) for link in part.links]
    anchors = ((f"{level} {level_name(t, level)}", t.said(said)) for level, said in enumerate(part.anchors))
    status = t("working name") if part.name_status == "working" else t("official name")
    facts = (
        *other_names(t, part.name),
        (t("Code"), part.code),
        (t("State of the name"), status),
        *anchors,
        (t("Suggested target"), "" if part.target is None else t.number(part.target)),
        (t("Demanded by law"), t("yes") if part.statutory else ""),
        (t("Qualification units"), ", ".join(part.unit_codes)),
        (t("Linked to"), "\n".join(links)),
    )
    return known_facts(facts)


def _of_team(t: Translator) -> str:
    return t("Only a theme for the development of a team: nobody is assessed on it, so no role can need it.")


def _of_unit(t: Translator, unit: Unit) -> tuple[Fact, ...]:
    stated = len(unit.requirements) + sum(len(area.outcomes) for area in unit.sub_areas)
    facts = (
        *other_names(t, unit.name),
        (t("Code"), unit.code),
        _points(t, unit),
        (t("Contents"), t.n("{n} requirement", "{n} requirements", stated) if stated else ""),
    )
    return known_facts(facts)


def _points(t: Translator, part: Unit | SubArea) -> Fact:
    return t("Competence points"), "" if part.points is None else t.said(part.points)


def _criteria(t: Translator, part: Requirement) -> Iterator[Fact]:
    for each in part.levels:
        yield t.said(each.level), "\n".join(t.said(criterion) for criterion in each.criteria)


def other_names(t: Translator, text: Text) -> Iterator[Fact]:
    """What it is called in the other languages, and in which one it stands here when this one has no name."""
    shown = text.said(t.language).language
    for each in LANGUAGES:
        if each != shown:
            yield LANGUAGE_NAMES[each], text.get(each)


def known_facts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Those of which anything is said."""
    return tuple(fact for fact in facts if fact[1])
