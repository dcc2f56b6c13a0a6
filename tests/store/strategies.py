"""Mappings, frameworks and offers of every shape that the models allow."""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from app.frameworks.model import Competence, Framework, Node
from app.mapping.answers import Answer
from app.mapping.company import Company
from app.mapping.model import (
    Agreed,
    Assessment,
    CardHolding,
    Item,
    LevelCount,
    Mapping,
    Measure,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.survey import Survey
from app.offers.model import Offer, Provider
from tests.store.kept import put

words = st.text(max_size=5)
keys = st.sampled_from(["a", "b", "B", "Ä", "'", "\N{GRINNING FACE}"])  # few, so that one comes in the place of another
positions = st.integers(0, 3)
levels = st.none() | st.integers(0, 4)
heads_of_people = st.integers(0, 250)
weights = st.integers(1, 3)
moments = st.datetimes().map(lambda moment: moment.replace(tzinfo=UTC, fold=0))

_KNOWN: dict[Any, st.SearchStrategy[Any]] = {
    str: words,
    int: st.integers(-1000, 1000),
    bool: st.booleans(),
    date: st.dates(),
    datetime: moments,
    Decimal: st.decimals(-10_000, 10_000, places=2) | st.decimals(0, 100, places=0),
    type(None): st.none(),
}


@lru_cache(maxsize=256)
def of(form: Any) -> st.SearchStrategy[Any]:
    """Any value of a form, as it would stand in an annotation; every field of a dataclass is filled."""
    if form in _KNOWN:
        return _KNOWN[form]
    if get_origin(form) is tuple:
        return st.lists(of(get_args(form)[0]), max_size=2).map(tuple)
    if get_origin(form) is Literal:
        return st.sampled_from(get_args(form))
    if is_dataclass(form):
        return every(form)
    return st.one_of(*map(of, get_args(form))) if get_args(form) else st.sampled_from(form)


def every(form: Any, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A dataclass with every field filled, some of them from the given strategies."""
    hints = get_type_hints(form).items()
    return st.builds(form, **{name: given[name] if name in given else of(hint) for name, hint in hints})


def _groups(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Any]:
    return every(Node, children=st.lists(nodes, max_size=2).map(tuple))


_KNOWN[Node] = st.recursive(every(Node, children=st.just(())), _groups, max_leaves=4)

offers: st.SearchStrategy[Offer] = of(Offer)
providers: st.SearchStrategy[Provider] = of(Provider)
surveys: st.SearchStrategy[Survey] = of(Survey)
frameworks: st.SearchStrategy[Framework] = every(
    Framework,
    key=keys,
    competences=st.lists(every(Competence, target=levels, criticality=st.none() | weights), max_size=2).map(tuple),
)
heads: st.SearchStrategy[Mapping] = st.builds(
    Mapping,
    company=every(Company, key=st.sampled_from(["one", "other"])),
    changed=moments,
    **{
        name: keys if name == "key" else of(hint)
        for name, hint in get_type_hints(Mapping).items()
        if name not in {"company", "changed"} and get_origin(hint) is not tuple
    },
)
"""Mappings without items; companies are few, so that mappings share them."""


_roles = every(Role, key=keys, head_count=heads_of_people, importance=weights, position=positions)
_people = every(Person, key=keys, position=positions)
_needs = every(
    RoleNeed,
    key=keys.map("need {}".format),
    targets=st.builds(Targets, levels, levels, levels),
    criticality=weights,
    required=st.integers(1, 5) | st.just("all"),
    position=positions,
)
_assessments = every(Assessment, level=levels, language_free_level=levels)
_level_counts = every(LevelCount, level=levels, count=heads_of_people)
_cards = every(CardHolding, key=keys.map("card {}".format), person_key=st.just(""), count=heads_of_people)
_agreed = every(Agreed, position=positions)
_measures = every(Measure, key=keys, position=positions)

_KINDS: tuple[tuple[st.SearchStrategy[Any], dict[str, tuple[str, ...]]], ...] = (
    (_roles, {}),
    (_people, {"role_key": ("roles",)}),
    (_needs, {"role_key": ("roles",)}),
    (_assessments, {"person_key": ("people",), "need_key": ("needs",)}),
    (_level_counts, {"need_key": ("needs",)}),
    (_cards, {"role_key": ("roles",)}),
    (_cards, {"role_key": ("roles",), "person_key": ("people",)}),
    (_agreed, {"need_key": ("needs",)}),
    (_measures, {"for_key": ("needs", "cards")}),
    (of(Answer), {}),
)
"""Items of each kind, and among what each of their references can be."""


def _among(mapping: Mapping, fields: tuple[str, ...]) -> list[str]:
    return [part.key for field in fields for part in getattr(mapping, field)]


@st.composite
def items_for(draw: st.DrawFn, mapping: Mapping) -> Item:
    """An item that this mapping can take: a new one, or one in the place of another."""
    possible = [(made, refers) for made, refers in _KINDS if all(_among(mapping, to) for to in refers.values())]
    made, refers = draw(st.sampled_from(possible))
    item: Any = draw(made)
    found: Item = replace(item, **{field: draw(st.sampled_from(_among(mapping, to))) for field, to in refers.items()})
    return found


@st.composite
def mappings(draw: st.DrawFn, most: int = 20) -> Mapping:
    """A mapping made as a person makes it, item by item."""
    mapping = draw(heads)
    for _ in range(draw(st.integers(0, most))):
        mapping = put(mapping, draw(items_for(mapping)))
    return mapping
