"""Workbooks part by part, so that each part can be as no spreadsheet program would write it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
BOOK, SHEET, STRINGS = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def book(name: str) -> str:
    """The part that names the one sheet."""
    return (
        f'<workbook {MAIN} xmlns:r="{_OFFICE}"><sheets><sheet name="{name}" sheetId="1" r:id="a"/></sheets></workbook>'
    )


PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/{STRINGS}" ContentType="{_TYPE}.sharedStrings+xml"/></Types>',
    "_rels/.rels": f'<Relationships {_RELATIONS}><Relationship Id="a" Type="{_OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    BOOK: book("Tarjonta"),
    "xl/_rels/workbook.xml.rels": f'<Relationships {_RELATIONS}><Relationship Id="a" Type="{_OFFICE}/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
    # The last format is that of a day.
    "xl/styles.xml": f'<styleSheet {MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    STRINGS: f"<sst {MAIN}/>",
}


def sheet(*rows: str) -> str:
    """A sheet of rows in the words of its XML."""
    return f"<worksheet {MAIN}><sheetData>{''.join(f'<row>{row}</row>' for row in rows)}</sheetData></worksheet>"


def cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>' if text else "<c/>"


def workbook(rows: Iterable[Iterable[str]] = (), parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A workbook of texts; `parts` stand in place of its own or beside them."""
    filled = sheet(*("".join(map(cell, row)) for row in rows))
    return packed({**PARTS, SHEET: filled, **(parts or {})})


def packed(parts: Mapping[str, str | bytes], compression: int = ZIP_DEFLATED) -> bytes:
    archive = BytesIO()
    with ZipFile(archive, "w", compression) as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return archive.getvalue()
