"""A catalogue that somebody has edited: what is wrong is said in one sentence with its place, nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.catalogues.audiences import load_audiences
from app.catalogues.cards import load_cards
from app.catalogues.funding import load_funding
from app.catalogues.municipalities import load_municipalities
from app.catalogues.sectors import load_sectors
from app.catalogues.services import load_services
from app.catalogues.shortage import load_shortage
from app.errors import UserError
from tests.hostile.ends import end_of

Load = Callable[[Path], object]
LOADS: dict[str, Load] = {
    "sectors-2008.yaml": lambda folder: load_sectors(folder.joinpath),
    "sectors-2008.csv": lambda folder: load_sectors(folder.joinpath),
    "municipalities.yaml": lambda folder: load_municipalities(folder.joinpath),
    "municipalities.csv": lambda folder: load_municipalities(folder.joinpath),
    "cards.yaml": lambda folder: load_cards(folder.joinpath),
    "funding.yaml": lambda folder: load_funding(folder.joinpath),
    "services.yaml": lambda folder: load_services(folder.joinpath),
    "shortage.yaml": lambda folder: load_shortage(folder.joinpath),
    "audiences.yaml": lambda folder: load_audiences(folder.joinpath),
}
FILES = pytest.mark.parametrize("file", LOADS)


def changed(folder: Path, file: str, old: str, new: str) -> None:
    """Change a copy in one place."""
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def fault(folder: Path, file: str) -> str:
    error = end_of(lambda: LOADS[file](folder), file)
    assert isinstance(error, UserError)
    return str(error)


@FILES
def test_that_a_good_copy_is_read(copies: Path, file: str) -> None:
    assert not isinstance(end_of(lambda: LOADS[file](copies), file), UserError)


@FILES
@pytest.mark.parametrize("data", [b"", b"\0\0\0", b"\xff\xfe\x00", b"[1, 2", b"\x89PNG\r\n", b"PK\x03\x04 no archive"])
def test_that_what_is_no_catalogue_is_refused(copies: Path, file: str, data: bytes) -> None:
    (copies / file).write_bytes(data)
    assert fault(copies, file)


@FILES
def test_that_a_missing_file_is_named(copies: Path, file: str) -> None:
    (copies / file).unlink()
    assert fault(copies, file) == f"{file} does not exist. Check the name and the folder."


@FILES
def test_that_half_a_file_is_refused(copies: Path, file: str) -> None:
    data = (copies / file).read_bytes()
    (copies / file).write_bytes(data[: len(data) // 2].rstrip(b"\n") + b";;;;;;;;x: {")
    assert fault(copies, file)


@pytest.mark.parametrize(
    "file", ["sectors-2008.yaml", "municipalities.yaml", "cards.yaml", "funding.yaml", "services.yaml"]
)
@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("kartturi-catalogue/1", "kartturi-catalogue/9", "format"),
        ("checked: 2026", "checked: x2026", "checked"),
        ("licence:", "licence: {a: b}\nother:", "licence"),
        ("key: ", "colour: red\nkey: ", "colour"),
        ("kind: ", "kind: recipes # ", "kind"),
    ],
)
def test_that_a_wrong_head_is_told_with_its_place(copies: Path, file: str, old: str, new: str, place: str) -> None:
    changed(copies, file, old, new)
    assert fault(copies, file).startswith(f"{file} breaks the format of catalogues: {place} cannot be ")


@pytest.mark.parametrize("trick", ["a: &a [1]\nb: *a", "a: !!python/name:os.system x", "[" * 60])
def test_that_tricks_of_yaml_are_refused(copies: Path, trick: str) -> None:
    (copies / "cards.yaml").write_text(trick, "utf-8")
    assert "is not valid YAML" in fault(copies, "cards.yaml")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("sectors-2008.csv", "\n02;A;", "\n01;A;", 'line 24: code cannot be "01"'),
        ("sectors-2008.csv", "\n02;A;", "\n2;A;", 'line 24: code cannot be "2"'),
        ("sectors-2008.csv", "\n02;A;", "\n٠٢;A;", 'line 24: code cannot be "٠٢"'),
        ("sectors-2008.csv", "\n02;A;", "\n02;Z;", 'line 24: section cannot be "Z"'),
        ("sectors-2008.csv", "02;A;Metsätalous ja puunkorjuu", "02;A;", 'line 24: fi cannot be ""'),
        ("sectors-2008.csv", "code;section", "number;section", "has no column code"),
        ("municipalities.csv", "\n009;", "\n005;", 'line 3: number cannot be "005"'),
        ("municipalities.csv", "\n009;", "\n9;", 'line 3: number cannot be "9"'),
        ("municipalities.csv", "Alavieska;17", "Alavieska;99", 'line 3: region cannot be "99"'),
        ("municipalities.csv", "Alavieska;17;", "Alavieska;17;atlantis", 'line 3: area cannot be "atlantis"'),
        ("municipalities.csv", "009;Alavieska", "009;", 'line 3: fi cannot be ""'),
        ("municipalities.csv", "number;fi", "number;finska", "has no column fi"),
        ("municipalities.csv", "Alavieska;17;", "Alavieska;17;;;x", "line 3: The row has 8 cells"),
    ],
)
def test_that_a_wrong_row_is_told_with_its_line(copies: Path, file: str, old: str, new: str, said: str) -> None:
    changed(copies, file, old, new)
    assert said in fault(copies, file)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("code: C02", "code: C01", "cards[1].code"),
        ("cards: [C01, C05, C06, C10]", "cards: [C01, C99]", "profiles[0].cards"),
        ("cards: [C01, C05, C06, C10]", "cards: [C01, C01]", "profiles[0].cards"),
        ("ends: no_end", "ends: no_end\n    years: 5", "cards[2]"),
        ("years: 5", "years: 0", "cards[0].years"),
        ("years: 5", "years: five", "cards[0].years"),
        ("ends: years", "ends: never", "cards[0].ends"),
        ("nature: [industry, customer]", "nature: []", "cards[0].nature"),
        ("certainty: verified", "certainty: sure", "cards[0].certainty"),
        ("remind: [180, 90, 30]", "remind: [180, -1]", "remind[1]"),
    ],
)
def test_that_a_wrong_card_is_told_with_its_place(copies: Path, old: str, new: str, place: str) -> None:
    changed(copies, "cards.yaml", old, new)
    assert f"breaks the format of catalogues: {place} cannot be " in fault(copies, "cards.yaml")


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("funding.yaml", "code: F02", "code: F01", "routes[2].code"),
        ("funding.yaml", "code: F02", "code: f2", "routes[2].code"),
        ("funding.yaml", "way: agree", "way: beg", "routes[1].way"),
        ("funding.yaml", "certainty: memory", "certainty: sure", "routes[1].certainty"),
        ("funding.yaml", "way: agree", "amount: {fi: 100 €}", "routes[1]"),
        ("funding.yaml", "way: agree", "valid_to: 2026-01-01", "routes[1]"),
        ("funding.yaml", "    decides: {fi: Yritys itse", "    words: {fi: Yritys itse", "routes[0]"),
        ("funding.yaml", "routes: [F06]", "routes: [F66]", "rules[0].routes"),
        ("funding.yaml", "when: [hiring]", "when: [hoping]", "rules[0].when[0]"),
        ("funding.yaml", "key: learner,", "key: cannot_find,", "rules[1].key"),
        ("funding.yaml", "stale_after: 180", "stale_after: 0", "stale_after"),
        ("services.yaml", "key: study_guidance", "key: guidance", "services[1].key"),
        ("services.yaml", "service: employment_area", "service: nobody", "network[0].service"),
        ("services.yaml", "customers: [job_seeker]", "customers: [ghost]", "network[0].customers[0]"),
        ("services.yaml", "providers: [VET, VST, employment_area]", "providers: []", "services[0].providers"),
    ],
)
def test_that_a_wrong_route_or_service_is_told_with_its_place(
    copies: Path, file: str, old: str, new: str, place: str
) -> None:
    changed(copies, file, old, new)
    assert f"breaks the format of catalogues: {place} cannot be " in fault(copies, file)
