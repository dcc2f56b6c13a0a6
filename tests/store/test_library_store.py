"""The library: what an import changes, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.errors import UserError
from app.frameworks.model import Coded, Competence, Framework, FrameworkSummary, Node, Requirement, SubArea, Unit
from app.offers.model import Offer, Provider
from app.store.library import Library, Stored
from app.store.library_rows import competences, frameworks, requirements, sub_areas, units
from app.texts import Text


def _said(key: str) -> Requirement:
    return Requirement(key, Text(fi=f"osaa {key}"))


MATHS = SubArea("maths", "400", Text(fi="Matematiikka"), Decimal("3.0"), (_said("counts"), _said("measures")))
MORE_MATHS = SubArea("more", "401", Text(fi="Lisää"), None, (_said("proves"),), optional=True)
TURNING = Unit("turning", "106401", Text(fi="Sorvaus"), Decimal(15), requirements=(_said("turns"), _said("cuts")))
COMMON = Unit("common", "9", Text(fi="Yhteiset"), Decimal(9), "common", sub_areas=(MATHS, MORE_MATHS))
MACHINING = Framework(
    "machining",
    "qualification",
    Text(fi="Koneistus", sv="Maskin"),
    version="2026-01-01",
    code="351301",
    order_number="OPH-1",
    source="eperusteet",
    titles=(Coded("1", Text(fi="Koneistaja")),),
    structure=Node(Text(fi="Tutkinto"), children=(Node(Text(), unit_key="turning", points_min=Decimal(15)),)),
    units=(TURNING, COMMON),
    competences=(Competence("c1", "K1", Text(fi="Lukee piirustuksia"), target=3, criticality=2),),
)
OWN = Framework("own", "sector_profile", Text(fi="Oma"), competences=(Competence("c1", "K1", Text(fi="Muuta")),))
_OF_FRAMEWORKS = (frameworks, units, sub_areas, requirements, competences)
WELDING, LATHES = Offer("welding", Text(fi="Hitsaus")), Offer("lathes", Text(fi="Sorvit"), price_eur=Decimal("0.00"))


def test_that_a_new_framework_is_new_and_the_same_again_is_unchanged(library: Library) -> None:
    assert library.put_framework(MACHINING) == Stored(new=("machining",))
    assert library.put_framework(MACHINING) == Stored(unchanged=("machining",))


def _changes() -> Iterator[Framework]:
    yield replace(MACHINING, order_number="OPH-2")
    yield replace(MACHINING, units=(COMMON, TURNING))
    yield replace(MACHINING, units=(TURNING,))
    yield replace(MACHINING, units=(replace(TURNING, points=Decimal("15.0")), COMMON))
    yield replace(MACHINING, units=(TURNING, replace(COMMON, sub_areas=(MORE_MATHS, MATHS))))
    yield replace(MACHINING, units=(replace(TURNING, requirements=TURNING.requirements[::-1]), COMMON))
    yield replace(MACHINING, competences=())
    yield replace(MACHINING, structure=None)


@pytest.mark.parametrize("changed", list(_changes()))
def test_that_any_difference_is_an_update_that_replaces_the_framework_whole(
    library: Library, changed: Framework
) -> None:
    library.put_framework(MACHINING)
    library.put_framework(OWN)
    assert library.put_framework(changed) == Stored(updated=("machining",))
    assert repr(library.framework("machining")) == repr(changed)
    assert library.framework("own") == OWN


def test_that_nothing_of_the_old_version_stays_behind(library: Library) -> None:
    library.put_framework(MACHINING)
    library.put_framework(Framework("machining", "qualification", Text(fi="Tyhjä"), version=MACHINING.version))
    with library._database.reading() as connection:
        counts = {t.name: connection.exec_driver_sql(f"SELECT count(*) FROM {t}").scalar() for t in _OF_FRAMEWORKS}
    assert counts == {"frameworks": 1, "units": 0, "sub_areas": 0, "requirements": 0, "competences": 0}


NEWER = replace(MACHINING, version="2027-01-01", order_number="OPH-2", units=(COMMON,))


@pytest.mark.parametrize("order", [(MACHINING, NEWER), (NEWER, MACHINING)])
def test_that_versions_live_side_by_side_and_the_newest_is_meant_where_none_is_named(
    library: Library, order: tuple[Framework, ...]
) -> None:
    for framework in order:
        assert library.put_framework(framework) == Stored(new=("machining",))
    assert library.framework("machining") == NEWER
    assert library.framework("machining", "2026-01-01") == MACHINING
    assert [each.version for each in library.versions("machining")] == ["2027-01-01", "2026-01-01"]
    assert [each.version for each in library.frameworks()] == ["2027-01-01"]
    assert library.unit_extents("machining", "2026-01-01")["106401"].requirements == 2
    assert "106401" not in library.unit_extents("machining", "2027-01-01")
    assert library.put_framework(MACHINING) == Stored(unchanged=("machining",))


def test_that_replacing_a_version_leaves_the_other_alone(library: Library) -> None:
    library.put_framework(MACHINING)
    library.put_framework(NEWER)
    corrected = replace(MACHINING, units=())
    assert library.put_framework(corrected) == Stored(updated=("machining",))
    assert (library.framework("machining", "2026-01-01"), library.framework("machining")) == (corrected, NEWER)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (Framework("f", "framework", Text(), "1.9"), Framework("f", "framework", Text(), "1.10")),
        (Framework("f", "framework", Text(), ""), Framework("f", "framework", Text(), "1")),
        (
            Framework("f", "framework", Text(), "b", valid_from=date(2025, 1, 1)),
            Framework("f", "framework", Text(), "a", valid_from=date(2026, 1, 1)),
        ),
    ],
)
def test_that_the_newest_is_told_by_its_day_and_then_by_its_numbers(
    library: Library, older: Framework, newer: Framework
) -> None:
    library.put_framework(newer)
    library.put_framework(older)
    assert library.framework("f") == newer


def test_that_a_version_that_is_not_here_is_a_sentence(library: Library) -> None:
    library.put_framework(MACHINING)
    assert library.versions("gone") == ()
    with pytest.raises(UserError, match="This framework is no longer in the library"):
        library.framework("machining", "1999")


def test_that_a_list_counts_requirements_of_vocational_units_only(library: Library) -> None:
    library.put_framework(OWN)
    library.put_framework(MACHINING)
    machining, own = library.frameworks()
    assert machining == FrameworkSummary(
        "machining",
        "qualification",
        MACHINING.name,
        "351301",
        "OPH-1",
        "2026-01-01",
        units=2,
        requirements=MACHINING.requirement_count,
        competences=1,
        source="eperusteet",
        checked=None,
        content_hash=machining.content_hash,
    )
    assert machining.requirements == 2
    assert (own.key, own.units, own.requirements, own.competences) == ("own", 0, 0, 1)
    assert machining.content_hash != own.content_hash


def test_that_a_framework_that_cannot_be_kept_leaves_the_old_one(library: Library) -> None:
    library.put_framework(MACHINING)
    wrong = replace(MACHINING, competences=(Competence("c1", "K1", Text(), target=9),))
    with pytest.raises(Exception, match="CHECK constraint failed"):
        library.put_framework(wrong)
    assert library.framework("machining") == MACHINING


def test_that_offers_are_told_apart_as_new_updated_and_unchanged(library: Library) -> None:
    assert library.put_offers([WELDING, LATHES]) == Stored(new=("welding", "lathes"))
    dearer = replace(LATHES, price_eur=Decimal("90.00"))
    third = Offer("third", Text())
    assert library.put_offers([dearer, WELDING, third]) == Stored(("third",), ("lathes",), ("welding",))
    assert library.offers() == (dearer, third, WELDING)
    assert library.offer("lathes") == dearer


def test_that_offers_not_in_the_new_file_stay(library: Library) -> None:
    library.put_offers([WELDING])
    library.put_offers([LATHES])
    assert library.offers() == (LATHES, WELDING)
    assert library.put_offers([]) == Stored()


def test_that_of_offers_with_one_key_the_last_one_stays(library: Library) -> None:
    again = replace(WELDING, contact="Pekka")
    assert library.put_offers([WELDING, again]) == Stored(new=("welding",))
    assert library.offers() == (again,)


def test_that_progress_is_told_offer_by_offer(library: Library) -> None:
    told: list[int] = []
    library.put_offers(iter([WELDING, LATHES]), told.append)
    assert told == [1, 2]


def test_that_offers_cut_off_on_the_way_change_nothing(library: Library) -> None:
    def half() -> Iterator[Offer]:
        yield WELDING
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - ours, just above
        library.put_offers(half())
    assert library.offers() == ()


def test_that_providers_are_told_apart_as_new_updated_and_unchanged(library: Library) -> None:
    college, school = Provider("college", Text(fi="Opisto"), (Text(fi="Turku"),), ("853",)), Provider("school", Text())
    assert library.put_providers([school, college]) == Stored(new=("school", "college"))
    moved = replace(college, municipality_codes=("202",))
    third = Provider("third", Text())
    assert library.put_providers([moved, school, third]) == Stored(("third",), ("college",), ("school",))
    assert library.providers() == (moved, school, third)


def test_that_an_offer_and_a_provider_with_one_key_are_two(library: Library) -> None:
    library.put_offers([WELDING])
    library.put_providers([Provider("welding", Text(fi="Hitsaamo"))])
    assert library.offers() == (WELDING,)
    assert [provider.name for provider in library.providers()] == [Text(fi="Hitsaamo")]


def test_that_what_is_no_longer_there_is_a_sentence(library: Library) -> None:
    with pytest.raises(UserError, match="This framework is no longer in the library"):
        library.framework("gone")
    with pytest.raises(UserError, match="This offer is no longer in the library"):
        library.offer("gone")
