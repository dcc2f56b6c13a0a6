"""A mapping moved to a newer version: by code, by name, gone, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.mapping.model import Mapping, RoleNeed
from app.mapping.moving import QUOTED, Found, Move, Source, gone_from, moves, quoting
from app.texts import Text
from tests.store.samples import WORKSHOP

OLD, NEW = Source("q:1", "2024"), Source("q:1", "2027")
LATER_ORDER = Source("q:2", "2027")


def need(code: str, name: str, source: Source = OLD, **more: Any) -> RoleNeed:
    """A need that quotes something; its key says what and of which version."""
    quote: dict[str, Any] = {"source_key": source.key, "source_version": source.version, "competence_code": code}
    return RoleNeed(f"{code}@{source.version}", "machinist", Text(en=name), **(quote | more))


def unit(code: str, name: str, source: Source = OLD) -> RoleNeed:
    return need(f"{source.key}/{code}", name, source, unit_code=code, unit_name=Text(en=name))


def found(*offered: RoleNeed, needs: tuple[RoleNeed, ...], to: Source = NEW) -> list[tuple[Found, str]]:
    """How each need was found, and what it would be called."""
    made = moves(replace(WORKSHOP, needs=needs), OLD, to, offered)
    return [(move.found, str(move.after.name)) for move in made]


def test_that_a_code_goes_before_a_name() -> None:
    offered = need("a", "Brazing", NEW), need("b", "Welding", NEW)
    assert found(*offered, needs=(need("a", "Welding"),)) == [(Found.CODE, "Brazing")]


def test_that_a_name_is_the_same_in_any_language_and_however_it_is_written() -> None:
    swedish = need("s", "")
    offered = need("t", "TIG-welding", NEW), replace(need("u", "Turning", NEW), name=Text(sv="Svarvning", en="Lathe"))
    needs = (need("old", "tig  Welding"), replace(swedish, name=Text(fi="Sorvaus", sv="svarvning")))
    assert found(*offered, needs=needs) == [(Found.NAME, "TIG-welding"), (Found.NAME, "Svarvning")]


def test_that_a_name_which_several_bear_is_no_match_unless_its_unit_tells_them_apart() -> None:
    twice = [need(f"{code}/x", "Plans the work", NEW, unit_code=code, unit_name=Text(en=code)) for code in ("u1", "u2")]
    in_unit = need("u2/y", "Plans the work", unit_code="u2", unit_name=Text(en="u2"))
    assert found(*twice, needs=(need("z", "Plans the work"),)) == [(Found.GONE, "Plans the work")]
    [move] = moves(replace(WORKSHOP, needs=(in_unit,)), OLD, NEW, twice)
    assert (move.found, move.after.competence_code) == (Found.NAME, "u2/x")


def test_that_two_needs_of_a_role_never_end_up_as_the_same_by_name() -> None:
    offered = [need("a", "Cutting", NEW)]
    needs = need("a", "Sawing"), need("b", "Cutting")
    assert found(*offered, needs=needs) == [(Found.CODE, "Cutting"), (Found.GONE, "Cutting")]
    assert found(*offered, needs=(need("b", "Cutting"), offered[0])) == [(Found.GONE, "Cutting")]


def test_that_another_order_has_other_keys_and_the_same_codes() -> None:
    statement = need("q:1/100/fp", "Plans the work", unit_code="100", unit_name=Text(en="Welding"))
    offered = (
        unit("100", "Welding and cutting", LATER_ORDER),
        replace(statement, competence_code="q:2/100/fp", source_key="q:2", source_version="2027"),
    )
    needs = unit("100", "Welding"), statement, unit("200", "Casting")
    assert found(*offered, needs=needs, to=LATER_ORDER) == [
        (Found.CODE, "Welding and cutting"),
        (Found.CODE, "Plans the work"),
        (Found.GONE, "Casting"),
    ]


def test_that_it_is_told_what_else_is_otherwise_but_not_a_translation_that_came() -> None:
    before = replace(unit("100", "Welding"), source_order="OPH-1-2020", name=Text(en="Welds"), competence_code="k")
    after = replace(before, source_version="2027", source_order="OPH-9-2026", statutory=True)
    renamed = replace(after, name=Text(fi="Hitsaa", en="Welds well"), unit_name=Text(en="Joining"))
    translated = replace(after, name=Text(fi="Hitsaa", en="Welds"))
    mapping = replace(WORKSHOP, needs=(before,))
    [told], [quiet] = moves(mapping, OLD, NEW, [renamed]), moves(mapping, OLD, NEW, [translated])
    assert told.changed == ("name", "unit_name", "source_order", "statutory")
    assert quiet.changed == ("source_order", "statutory")


def test_that_links_a_person_made_stay_and_the_old_link_with_itself_goes() -> None:
    before = need("4.2", "Data", tags=("q:1:4.2", "esco:x"))
    after = need("4.3", "Data", NEW, tags=("q:1:4.3", "digcomp:4"))
    [move] = moves(replace(WORKSHOP, needs=(before,)), OLD, NEW, [after])
    assert move.after.tags == ("q:1:4.3", "digcomp:4", "esco:x")


def test_that_what_is_gone_is_marked_once_and_may_come_back_in_a_later_version() -> None:
    mapping = replace(WORKSHOP, needs=(need("a", "Sawing", tags=("esco:x",)),))
    gone = moved(mapping, moves(mapping, OLD, NEW, []))
    assert gone_from(gone.needs[0]) == NEW
    assert quoting(gone, OLD, NEW) == ()
    later = Source("q:1", "2030")
    back = moved(gone, moves(gone, OLD, later, [need("a", "Sawing", later)]))
    assert (back.needs[0].source_version, back.needs[0].tags) == ("2030", ("esco:x",))


def moved(mapping: Mapping, made: Iterable[Move]) -> Mapping:
    """The mapping with these needs quoted anew; all that hangs on their keys hangs there still."""
    after = {move.before.key: move.after for move in made}
    return replace(mapping, needs=tuple(after.get(need.key, need) for need in mapping.needs))


CODES, NAMES = st.sampled_from("abcdef"), st.sampled_from(["Sawing", "sawing", "Milling", "Turning", ""])
NEEDS = st.lists(st.tuples(CODES, NAMES, st.sampled_from([OLD, NEW, LATER_ORDER])), max_size=6, unique=True)


@st.composite
def mappings(draw: st.DrawFn) -> Mapping:
    """The workshop, in which some needs quote something."""
    quoted = (need(*given, tags=("esco:x",)) for given in draw(NEEDS))
    needs = {(n.key, n.source_key): replace(n, key=f"{n.source_key}:{n.key}") for n in quoted}
    return replace(WORKSHOP, needs=(*WORKSHOP.needs, *needs.values()))


@given(mappings(), st.lists(st.tuples(CODES, NAMES), max_size=6))
def test_that_nothing_but_quotes_of_the_older_version_changes(mapping: Mapping, given: list[tuple[str, str]]) -> None:
    made = moves(mapping, OLD, NEW, [need(code, name, NEW, unit_code="u") for code, name in given])
    after = moved(mapping, made)
    assert replace(after, needs=mapping.needs) == mapping
    assert [n.key for n in after.needs] == [n.key for n in mapping.needs]
    how = {move.before.key: move.found for move in made}
    for before, now in zip(mapping.needs, after.needs, strict=True):
        changed = {f.name for f in fields(RoleNeed) if getattr(before, f.name) != getattr(now, f.name)}
        assert changed <= ({"tags", *QUOTED} if before.key in how else set())
        if how.get(before.key) is Found.GONE:
            assert changed == {"tags"}
        elif before.key in how:
            assert (now.source_key, now.source_version) == (NEW.key, NEW.version)
    assert moves(after, OLD, NEW, []) == ()
