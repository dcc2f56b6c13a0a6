"""Whatever a file may hold: read, or refused in one sentence. What was read can be kept, and read again as it was."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.files import BrokenRow, Row, Table, parse_table, read_json
from app.frameworks.model import Framework
from app.frameworks.packs import load_packs
from app.frameworks.readers import eperusteet
from app.offers.model import Offer, Provider
from app.offers.readers import Read, opintopolku
from app.offers.readers.table import read as read_table
from app.offers.readers.table_shape import _KNOWN as COLUMNS
from app.services.desk import Desk
from app.services.scoring import score_items
from tests.hostile.ends import end_of
from tests.hostile.kinds import ITEMS, PACK, PROVIDERS, QUALIFICATION, TEACHING, Place, changed, places
from tests.hostile.workbooks import workbook
from tests.offers.opintopolku_values import education, hit, implementation

FILE: Final = "file.json"
FEW: Final = settings(max_examples=25)
WORDS: Final = (
    5000,
    "41",
    "11",
    "julkaistu",
    "amm",
    "1.2.246.562.13.42",
    "1.2.246.562.17.7",
    "2027-01-11T09:00",
    "<p>",
)


def _json(names: list[str]) -> st.SearchStrategy[Any]:
    """JSON of any shape, with the names of a format."""
    scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(WORDS)
    return st.recursive(
        scalars,
        lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.sampled_from(names), inside, max_size=6),
        max_leaves=20,
    )


def _like(whole: Any, most: int = 4) -> st.SearchStrategy[Any]:
    """A value of a format with something else in a few places of it; now and then nothing is as it was."""
    known: list[Place] = [*places(whole), ()]
    names = sorted({key for place in known for key in place if isinstance(key, str)})
    changes = st.lists(st.tuples(st.sampled_from(known), _json(names)), min_size=1, max_size=most)
    return changes.map(partial(_with, whole))


def _with(whole: Any, changes: list[tuple[Place, Any]]) -> Any:
    """A copy with each change after the other; one in a place that is gone with another is left out."""
    for place, new in changes:
        with suppress(TypeError, KeyError, IndexError, AttributeError):
            whole = changed(whole, place, new)
    return whole


def _units(value: Any) -> Framework:
    return eperusteet.read(value, FILE)


def _offers(value: Any) -> Read:
    return opintopolku.read(value, FILE)


@FEW
@given(_like(QUALIFICATION))
def test_that_any_json_is_a_qualification_or_not(value: Any) -> None:
    assert eperusteet.recognises(value) in {True, False}
    found = end_of(partial(_units, value), FILE)

    if isinstance(found, Framework):
        assert found.key
        assert len({unit.key for unit in found.units}) == len(found.units) > 0


@FEW
@given(_like(QUALIFICATION, most=1))
def test_that_a_qualification_that_was_read_can_be_kept(desk: Desk, value: Any) -> None:
    found = end_of(partial(_units, value), FILE)

    if isinstance(found, Framework):
        desk.library.put_framework(found)
        assert desk.library.framework(found.key) == found


@FEW
@given(_like(education()) | _like(implementation(TEACHING)) | _like(hit(1)))
def test_that_any_json_is_an_offer_or_not(value: Any) -> None:
    assert opintopolku.recognises(value) in {True, False}
    found = end_of(partial(_offers, value), FILE)

    if isinstance(found, Read):
        assert len(found.offers) + len(found.refused) == 1


@FEW
@given(_like({"total": 3, "hits": [hit(1), implementation(TEACHING), *PROVIDERS["hits"]]}))
def test_that_every_hit_of_any_page_is_read_or_told(value: Any) -> None:
    found = end_of(partial(_offers, value), FILE)

    if isinstance(found, Read) and "oid" not in value:
        things: list[Offer | Provider] = [*found.offers, *found.providers]
        assert len(things) + len(found.refused) == len(value["hits"])
        assert all(thing.key and thing.name for thing in things)


@FEW
@given(_like(ITEMS))
def test_that_any_json_is_scored_or_not(value: Any) -> None:
    found = end_of(partial(score_items, value, FILE), FILE)

    assert isinstance(found, UserError) or (isinstance(found, list) and len(found) == len(value))


@FEW
@given(value=_like(PACK))
def test_that_any_json_is_a_pack_or_not(tmp_path_factory: pytest.TempPathFactory, value: Any) -> None:
    path = tmp_path_factory.mktemp("packs") / "pack.yaml"
    path.write_text(json.dumps(value), "utf-8")

    assert isinstance(end_of(partial(load_packs, path.parent), path.name), UserError | tuple)


# Tables


FILLED: Final = ("", "a", "Kurssi", "1", "2,5", "fi", "onsite|online", "1.9.2026", "2026-02-30", "https://a.fi/", "C05")


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    columns = draw(st.lists(st.sampled_from(COLUMNS) | st.text(max_size=4), max_size=8))
    header = (*columns, "offer_id", "name_fi", "provider")
    cells = st.text(max_size=12) | st.sampled_from(FILLED)
    rows = draw(st.lists(st.lists(cells, min_size=len(header), max_size=len(header)), max_size=6))
    broken = draw(st.sets(st.integers(2, 9), max_size=2))
    return Table(
        header,
        tuple(Row(line, tuple(row)) for line, row in enumerate(rows, 10)),
        tuple(BrokenRow(line, UserError("No.")) for line in broken),
    )


@FEW
@given(_tables())
def test_that_any_table_is_a_catalogue_or_not(table: Table) -> None:
    found = end_of(partial(read_table, table, "offers.csv"), "offers.csv")

    if isinstance(found, Read):
        refused = {fault.line for fault in found.refused}
        assert len({offer.key for offer in found.offers}) == len(found.offers) <= len(table.rows)
        broken = {row.line for row in table.broken}
        assert broken <= refused <= broken | {row.line for row in table.rows}


UNSEEN: Final = str.maketrans("", "", "".join(map(chr, (*range(32), 0xFFFE, 0xFFFF))))
"""Signs that XML cannot hold, and line ends, which it does not keep apart."""


@FEW
@given(_tables())
def test_that_a_table_is_the_same_from_a_workbook_as_from_csv(table: Table) -> None:
    rows = [[cell.translate(UNSEEN) for cell in row] for row in (table.header, *(row.cells for row in table.rows))]
    quoted = "".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)

    assert parse_table(workbook(rows), "offers") == parse_table(quoted.encode(), "offers")


# Real files


@pytest.mark.parametrize(
    "name",
    [
        "eperusteet/autoalan-tyonjohto-old-shape.json",
        "eperusteet/ajoneuvoala-OPH-5410-2021-new-shape.json",
        "opintopolku/koulutus/koulutus-ajoneuvoalan-perustutkinto.json",
        "opintopolku/toteutus/1.2.246.562.17.00000000000000002761.json",
        "opintopolku/search/search-koulutukset-auto.json",
    ],
)
def test_that_a_real_file_with_something_wrong_is_read_or_refused(real_data: Path, name: str) -> None:
    read = _units if name.startswith("eperusteet") else _offers

    @settings(max_examples=10)
    @given(_like(read_json(real_data / name)))
    def wrong(value: Any) -> None:
        assert isinstance(end_of(partial(read, value), FILE), UserError | Framework | Read)

    wrong()
