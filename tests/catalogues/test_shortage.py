"""Fields of labour shortage: known by year, by qualification or by the name of a role (brief, KEU-4)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.catalogues.shortage import ShortageFields, load_shortage
from app.errors import UserError
from app.languages import LANGUAGES
from app.paths import resource


@pytest.fixture(scope="module")
def shortage() -> ShortageFields:
    return load_shortage(resource("catalogues").joinpath)


def test_that_every_field_has_a_name_in_each_language_and_owns_up_to_how_well_it_is_known(
    shortage: ShortageFields,
) -> None:
    assert all(field.name.get(language) for field in shortage.fields for language in LANGUAGES)
    assert {field.certainty for field in shortage.fields} == {"memory"}


def test_that_a_list_nobody_renews_falls_silent(shortage: ShortageFields) -> None:
    assert shortage.of_year(2026)
    assert shortage.of_year(2028) == ()


@pytest.mark.parametrize(
    ("name", "codes", "met"),
    [
        ("Lähihoitajat, yövuoro", set(), True),
        ("NÄRVÅRDARE", set(), True),
        ("Hoiva", {"371101"}, True),
        ("Hoiva", {"351108"}, False),
        ("", set(), False),
    ],
)
def test_that_a_role_is_known_by_its_name_or_its_qualification(
    shortage: ShortageFields, name: str, codes: set[str], met: bool
) -> None:
    field = next(field for field in shortage.fields if field.key == "practical_nurse")
    assert field.is_met(name, codes) is met


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("years: [2026]", "years: []", "fields[0].years"),
        ("key: nurse\n", "key: practical_nurse\n", "fields[1].key"),
        ("    words: [sairaanhoitaj, sjukskötar, registered nurse]\n", "", "fields[1]"),
        ("certainty: memory", "certainty: surely", "fields[0].certainty"),
    ],
)
def test_that_a_fault_is_told_with_its_place(copies: Path, old: str, new: str, place: str) -> None:
    text = (copies / "shortage.yaml").read_text("utf-8")
    assert old in text
    (copies / "shortage.yaml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(UserError) as refused:
        load_shortage(copies.joinpath)
    assert refused.value.values["place"] == place
