"""Workbooks that no spreadsheet program writes: archives and XML that grow without end, lie, or lead elsewhere."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
import zlib
from functools import partial
from io import BytesIO
from typing import Final

import pytest

from app.errors import UserError
from app.files import Table, parse_table
from tests.hostile.ends import end_of
from tests.hostile.workbooks import MAIN, PARTS, SHEET, STRINGS, cell, packed, sheet, workbook

GOOD: Final = workbook([["a", "b"], ["1", "ä"]])
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def refusal(data: bytes) -> str:
    error = end_of(lambda: parse_table(data, "offers.xlsx"), "offers.xlsx")
    assert isinstance(error, UserError)
    return str(error)


def test_that_the_good_workbook_is_read() -> None:
    assert [row.cells for row in parse_table(GOOD, "offers.xlsx").rows] == [("1", "ä")]


def test_that_an_archive_that_says_it_is_large_is_not_unpacked() -> None:
    bomb = packed({SHEET: b"<a>" * 10 * 2**20, "more": b"\0" * 20 * 2**20})

    assert "unpacks to 50 MB, more than the limit of 30 MB" in refusal(bomb)


def test_that_a_part_that_shrank_to_nearly_nothing_is_not_unpacked() -> None:
    assert "is packed as no spreadsheet program" in refusal(workbook(parts={SHEET: b" " * 2 * 2**20}))


def test_that_an_archive_that_hides_its_size_fills_no_memory() -> None:
    """What each header says of the part is 20 bytes, with the checksum of those; 200 MB follow."""
    hidden, shown = b"<worksheet>" + b" " * 200 * 2**20, 20
    honest = workbook(parts={SHEET: hidden})
    sizes = struct.pack("<L", len(hidden)), struct.pack("<L", shown)
    sums = struct.pack("<L", zlib.crc32(hidden)), struct.pack("<L", zlib.crc32(hidden[:shown]))
    lie = honest.replace(*sizes).replace(*sums)
    [part] = [part for part in zipfile.ZipFile(BytesIO(lie)).infolist() if part.filename == SHEET]
    assert part.file_size == shown
    tracemalloc.start()
    try:
        said = refusal(lie)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert "cannot be read as a workbook" in said
    assert most < 20 * 2**20


@pytest.mark.parametrize("name", ["../outside.xml", "xl/../../outside.xml", "/etc/outside.xml"])
def test_that_a_part_that_leads_out_of_the_archive_is_refused(name: str) -> None:
    assert "is packed as no spreadsheet program" in refusal(workbook(parts={name: "x"}))


def test_that_an_archive_of_very_many_parts_is_refused() -> None:
    assert "is packed as no spreadsheet program" in refusal(workbook(parts={f"part{n}": b"" for n in range(1000)}))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_that_packing_that_no_workbook_has_is_refused(method: int) -> None:
    assert "is packed as no spreadsheet program" in refusal(packed({"xl/workbook.xml": b"x"}, method))


def test_that_an_encrypted_part_is_refused() -> None:
    """The flag is set where the central directory begins with the first part."""
    at = GOOD.index(b"PK\x01\x02") + 8
    assert "is packed as no spreadsheet program" in refusal(GOOD[:at] + b"\x01\x00" + GOOD[at + 2 :])


BOMB: Final = '<!DOCTYPE x [<!ENTITY a "xxxxxxxxxx">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "entities",
    ["<!DOCTYPE x [", '<!DOCTYPE x [<!ENTITY i "x">', BOMB, '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/hostname">'],
    ids=["none", "a small one", "a bomb", "a file of the computer"],
)
@pytest.mark.parametrize("part", [*PARTS, SHEET])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_that_a_document_type_is_never_read(entities: str, part: str, encoding: str) -> None:
    good = PARTS.get(part, sheet(cell("a"), cell("b")))
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{entities}]>{good}'

    assert "is packed as no spreadsheet program" in refusal(workbook([["a"], ["1"]], {part: xml.encode(encoding)}))


@pytest.mark.parametrize("part", [STRINGS, "xl/workbook.xml"])
@pytest.mark.parametrize("encoding", ["utf-32", "cp037", "utf-7"])
def test_that_entities_do_not_grow_in_encodings_that_no_workbook_has(part: str, encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{BOMB}]><x a="&i;" {MAIN}><si><t>&i;</t></si></x>'

    assert refusal(workbook([["a"], ["1"]], {part: xml.encode(encoding)}))


def test_that_links_to_other_workbooks_are_not_followed() -> None:
    links = (
        f'<externalReferences xmlns:r="{OFFICE}"><externalReference r:id="b"/></externalReferences>',
        f'<Relationship Id="b" Type="{OFFICE}/externalLink" Target="file:///etc/hostname" TargetMode="External"/>',
    )
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        book = archive.read("xl/workbook.xml").decode().replace("</workbook>", links[0] + "</workbook>")
        relations = archive.read("xl/_rels/workbook.xml.rels").decode().replace("</Rel", links[1] + "</Rel")
    raw = sheet(cell("a"), "<c><f>[1]Sheet1!A1</f><v>7</v></c>")
    parts = {"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": relations, SHEET: raw}

    assert [row.cells for row in parse_table(workbook(parts=parts), "offers.xlsx").rows] == [("7",)]


@pytest.mark.parametrize(
    "part", ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", SHEET, STRINGS]
)
@pytest.mark.parametrize("content", [b"", b"\0", b"<a>", b"<a/>", b"text", b"<a " * 5000, b"<a>" * 50_000])
def test_that_a_part_that_is_no_part_is_told(part: str, content: bytes) -> None:
    end = end_of(lambda: parse_table(workbook([["a"], ["1"]], {part: content}), "offers.xlsx"), "offers.xlsx")

    assert isinstance(end, UserError | Table)


@pytest.mark.parametrize(
    "raw",
    [
        '<c r="ZZZZZZ2"><v>1</v></c>',
        '<c r="A"><v>1</v></c>',
        "<c><v>NaN</v></c>",
        f"<c><v>{'9' * 5000}</v></c>",
        '<c t="s"><v>7</v></c>',
        '<c t="s"><v>-1</v></c>',
        '<c t="b"><v>x</v></c>',
        '<c t="d"><v>soon</v></c>',
        '<c s="9"><v>1</v></c>',
        '<c s="x"><v>1</v></c>',
        '</row><row r="x"><c/>',
        '</row><row r="99999999999999999999"><c><v>1</v></c>',
        '</row><row r="1048576"><c><v>1</v></c>',
        '</row><row r="-5"><c><v>1</v></c>',
        "<c><is><t>&#xD800;</t></is></c>",
    ],
)
def test_that_a_cell_that_cannot_be_is_told(raw: str) -> None:
    data = workbook(parts={SHEET: sheet(cell("a"), raw)})

    assert isinstance(end_of(lambda: parse_table(data, "offers.xlsx"), "offers.xlsx"), UserError | Table)


def test_that_a_workbook_with_one_wrong_byte_anywhere_is_read_or_told() -> None:
    for at in range(0, len(GOOD), 7):
        data = GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :]
        assert isinstance(end_of(partial(parse_table, data, "offers.xlsx"), "offers.xlsx"), UserError | Table)


@pytest.mark.parametrize("data", [b"PK\x05\x06" + b"\0" * 18, b"PK\x03\x04", packed({"a.txt": b"x"})])
def test_that_another_archive_is_told(data: bytes) -> None:
    assert "cannot be read as a workbook" in refusal(data)


def test_that_workbooks_of_other_programs_are_told_what_to_do_with() -> None:
    ods = packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, zipfile.ZIP_STORED)

    for data in (ods, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512):
        assert "Save it as XLSX without a password" in refusal(data)
