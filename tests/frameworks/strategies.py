"""Frameworks of any content: what a writer must be able to write and its reader to read back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any, get_args

from hypothesis import strategies as st

from app.frameworks.model import (
    Coded,
    Competence,
    Framework,
    FrameworkKind,
    LevelCriteria,
    Node,
    Requirement,
    SubArea,
    Unit,
)
from app.texts import Text

# Signs that mean something in JSON, in CSV, in spreadsheets and in our own trees; what cannot be seen is cleaned away.
prose = st.text("abåÄ=+-@;,'\"<&> ›\n’…0", max_size=6)
lines = prose.map(lambda text: " ".join(text.split()))
texts = st.builds(Text, prose, prose, prose)
codes = st.text("abÅ0.=-", max_size=4)
points = st.none() | st.decimals(Decimal(0), Decimal(200), places=1)
days = st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1))
kinds: st.SearchStrategy[Any] = st.sampled_from(get_args(FrameworkKind))
graded = st.builds(LevelCriteria, texts, st.lists(texts, max_size=2).map(tuple))
statements = st.builds(Requirement, st.just(""), texts, texts, st.lists(graded, max_size=2).map(tuple))
listed = st.lists(statements, max_size=2).map(tuple)
areas = st.builds(SubArea, st.just(""), codes, texts, points, listed, st.booleans())
units = st.builds(
    Unit,
    key=st.just(""),
    code=codes,
    name=texts,
    points=points,
    kind=st.sampled_from(["vocational", "common"]),
    requirements=listed,
    sub_areas=st.lists(areas, max_size=2).map(tuple),
)
links = st.sampled_from(["digcomp:4.2", "card:C21", "exactMatchOf:http://a.fi/1", "isRelatedTo:", "x", ":", "a:b,c"])
anchors = st.just(()) | st.lists(texts, min_size=5, max_size=5).map(tuple)
competences = st.builds(
    Competence,
    key=st.just(""),
    code=codes,
    name=texts,
    description=texts,
    group=texts | st.sampled_from([Text(), Text("A"), Text("A › B"), Text("A", en="a")]),
    unit_codes=st.lists(codes, max_size=2).map(tuple),
    links=st.lists(links, max_size=2).map(tuple),
    anchors=anchors,
    target=st.none() | st.integers(0, 4),
    criticality=st.none() | st.integers(1, 3),
    statutory=st.booleans(),
    name_status=st.sampled_from(["official", "working"]),
) | st.builds(Competence, st.just(""), codes, st.sampled_from([Text("A"), Text("B"), Text("A", en="a")]))
coded = st.lists(st.builds(Coded, codes, texts), max_size=2).map(tuple)
nodes: st.SearchStrategy[Node] = st.recursive(
    st.builds(Node, texts, st.just(""), codes, points, points, st.none() | st.integers(0, 9)),
    lambda inside: st.builds(Node, texts, children=st.lists(inside, max_size=2).map(tuple)),
    max_leaves=4,
)
bare_frameworks = st.builds(
    Framework,
    key=st.sampled_from(["sector:test", "eperusteet:1", "case:20c5134f-423d-4097-a971-3dd5152bf507"]),
    kind=kinds,
    name=texts,
    version=lines,
    code=codes,
    order_number=lines,
    valid_from=days,
    valid_to=days,
    source=lines,
    licence=lines,
    checked=days,
    areas=coded,
    titles=coded,
    structure=st.none() | nodes,
    units=st.lists(units, max_size=3).map(tuple),
    competences=st.lists(competences, max_size=5).map(tuple),
)


def _keyed(framework: Framework) -> Framework:
    """The same with a key of its own for everything in it."""
    numbers = count()

    def key(_: object) -> str:
        return f"{framework.key}/{next(numbers)}"

    return replace(
        framework,
        units=tuple(_keyed_unit(unit, key) for unit in framework.units),
        competences=tuple(replace(each, key=key(each)) for each in framework.competences),
    )


def _keyed_unit(unit: Unit, key: Callable[[object], str]) -> Unit:
    def own(each: Requirement) -> Requirement:
        return replace(each, key=key(each))

    sub_areas = (replace(area, key=key(area), outcomes=tuple(map(own, area.outcomes))) for area in unit.sub_areas)
    return replace(unit, key=key(unit), requirements=tuple(map(own, unit.requirements)), sub_areas=tuple(sub_areas))


frameworks = bare_frameworks.map(_keyed)


def filled(framework: Framework) -> bool:
    """Whether there is anything in it: a file of nothing is told as such."""
    return bool(framework.units or framework.competences)
