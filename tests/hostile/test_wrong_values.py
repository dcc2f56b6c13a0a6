"""Every kind of file with a wrong value in every single place, one at a time: read, or refused in one sentence."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest

from app.errors import UserError
from app.files import parse_table
from app.offers.readers import Read
from app.offers.readers.table import read
from app.paths import DataFolder
from app.services import settings
from app.services.settings import Settings
from tests.hostile.ends import end_of
from tests.hostile.kinds import KINDS, Kind, changed, places
from tests.hostile.workbooks import SHEET, cell, sheet, workbook
from tests.offers.catalogue_rows import FULL, csv

WRONG: Final[tuple[Any, ...]] = (
    *(None, [None], -1),
    *(True, 10**30, "<ul><li>", [], {"fi": 7}),
)
CELLS: Final = (
    *("0", "-1", "1e999", "9" * 400, "NaN", "1.200", "31.2.2026"),
    *("=1+1", "#REF!", "x" * 20_001, "a|b;c", "\ufeff"),
)
RAW: Final = ("<v>1</v>", "<v>-0.5</v>", "<v>1e999</v>", "<f>1/0</f>", "<is/>")
STRUCTURED: Final = [kind for kind in KINDS if kind.form in ("json", "yaml")]


@pytest.mark.parametrize("kind", STRUCTURED, ids=lambda kind: kind.file)
def test_that_a_wrong_value_in_any_place_is_read_or_told(kind: Kind, folder: Path) -> None:
    path = folder / kind.file
    wrong = WRONG[:3] if kind.form == "yaml" else WRONG
    values = [changed(kind.value, place, each) for place in places(kind.value) for each in wrong]

    ends = [end_of(partial(kind.of, value, path), kind.file) for value in values]

    assert 0 < sum(isinstance(end, UserError) for end in ends) < len(ends)


@pytest.mark.parametrize("kind", STRUCTURED, ids=lambda kind: kind.file)
@pytest.mark.parametrize("value", WRONG, ids=str)
def test_that_a_file_of_nothing_but_a_wrong_value_is_told(kind: Kind, value: Any, folder: Path) -> None:
    end = end_of(partial(kind.of, value, folder / kind.file), kind.file)

    assert isinstance(end, UserError) or (kind.name == "items" and value == [])


def _catalogue(data: bytes, file: str) -> Read:
    return read(parse_table(data, file), file)


@pytest.mark.parametrize("column", FULL)
def test_that_a_wrong_cell_refuses_its_row_at_most(column: str) -> None:
    other = FULL | {"offer_id": "other"}
    for text in CELLS:
        found = end_of(partial(_catalogue, csv(FULL | {column: text}, other).encode(), "offers.csv"), "offers.csv")

        assert isinstance(found, Read)
        assert [offer.key for offer in found.offers][-1] == "catalogue:other"
        assert len(found.offers) + len(found.refused) == 2


@pytest.mark.parametrize("column", ["offer_id", "name_fi", "mode", "start", "price_eur"])
@pytest.mark.parametrize("kind", ["n", "b", "e", "d", "s", "inlineStr"])
def test_that_a_cell_of_another_type_refuses_its_row_or_its_file(column: str, kind: str) -> None:
    for raw in RAW:
        cells = {name: cell(text) for name, text in FULL.items()} | {column: f'<c t="{kind}">{raw}</c>'}
        data = workbook(parts={SHEET: sheet("".join(map(cell, cells)), "".join(cells.values()))})

        found = end_of(partial(_catalogue, data, "offers.xlsx"), "offers.xlsx")

        assert isinstance(found, UserError) or (isinstance(found, Read) and len(found.offers) + len(found.refused) == 1)


SAVED: Final = {"language": "sv", "theme": "dark", "text_size": 150, "window": "AAAA"}


@pytest.mark.parametrize("field", SAVED)
def test_that_a_setting_that_makes_no_sense_is_as_at_the_first_start(field: str, tmp_path: Path) -> None:
    for wrong in (*WRONG, "de", float("nan"), float("inf"), "x" * 10**6):
        (tmp_path / "settings.json").write_text(json.dumps(SAVED | {field: wrong}))
        found = settings.load(DataFolder(tmp_path))

        if field != "window" or not isinstance(wrong, str):
            assert getattr(found, field) == getattr(Settings(), field)
        assert sum(getattr(found, other) == value for other, value in SAVED.items()) >= len(SAVED) - 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 9,
        b"\xff",
        b'\xef\xbb\xbf{"text_size": 150}',
        b"[1]",
        b"nul",
        b'{"text_size": 150',
        b"[" * 100_000,
        b'{"text_size": ' + b"9" * 5000 + b"}",
    ],
    ids=range(9),
)
def test_that_settings_that_cannot_be_read_are_as_at_the_first_start(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(data)

    assert settings.load(DataFolder(tmp_path)) == Settings()


def test_that_settings_that_are_no_file_are_as_at_the_first_start(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    assert settings.load(DataFolder(tmp_path)) == Settings()
    path.rmdir()
    path.symlink_to(path)
    assert settings.load(DataFolder(tmp_path)) == Settings()
