"""A filled form read from its file. It is hostile until read here: what is wrong with it is a reason, never a guess."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.errors import UserError
from app.files import read_bytes
from app.files.cells import FORM_BYTES, Place, SheetCells, Workbook, Written, parse_cells
from app.report.staff_form_key import ANSWER_COLUMN, FORMAT, HIDDEN_SHEET, FormKey
from app.wording.staff import Sign, signs_by_label

_KEYS: Final = 5
"""Cells of the hidden sheet before the keys of the needs: format, number, check sum, mapping, person."""


@dataclass(frozen=True, slots=True)
class Filled:
    """An answer as it stands on a form: a sign, nothing at all, or why what stands there is none."""

    need_key: str
    cell: str
    sign: Sign | None = None
    fault: UserError | None = None


@dataclass(frozen=True, slots=True)
class FormFile:
    """A file as it was read. With `error` it is no form that could be trusted, and has neither key nor answers.

    `beside` says what else is written on it, which is not read as an answer.
    """

    file: str
    key: FormKey | None = None
    answers: tuple[Filled, ...] = ()
    beside: tuple[UserError, ...] = ()
    error: UserError | None = None


def read_form(path: Path) -> FormFile:
    """Read a file, whatever it is."""
    try:
        return parse_form(read_bytes(path, FORM_BYTES), path.name)
    except UserError as error:
        return FormFile(path.name, error=error)


def parse_form(data: bytes, name: str) -> FormFile:
    """The answers of a form; one that is no form, or was changed elsewhere than in its answers, gives a UserError."""
    book = parse_cells(data, name)
    hidden = next((sheet for sheet in book.sheets if sheet.title == HIDDEN_SHEET), None)
    shown = next((sheet for sheet in book.sheets if sheet.title != HIDDEN_SHEET), None)
    if hidden is None or shown is None:
        raise _no_form(name)
    key, check = _key(hidden, name)
    _refuse_changed(key, check, shown, name)
    signs = signs_by_label()
    answers = tuple(
        _filled(need, at, shown.cells.get(at), signs) for need, at in zip(key.need_keys, key.answer_cells, strict=True)
    )
    return FormFile(name, key, answers, tuple(_beside(book, shown, key)))


def _no_form(name: str) -> UserError:
    return UserError(
        "{file} is no self-assessment form of this program, or was saved without its hidden part. "
        "Choose the file that was filled in.",
        {"file": name},
    )


def _key(hidden: SheetCells, name: str) -> tuple[FormKey, str]:
    """What the form says of itself, and its check sum."""
    column = {row: cell.text for (row, at), cell in hidden.cells.items() if at == 1}
    texts = [column.get(row, "") for row in range(1, max(column, default=0) + 1)]
    if len(texts) <= _KEYS or not all(texts):
        raise _no_form(name)
    version, number, check, mapping_key, person_key, *needs = texts
    if version != FORMAT:
        raise UserError(
            "{file} was made by another version of the program. Make a new form and fill that in.", {"file": name}
        )
    key = FormKey(mapping_key, person_key, tuple(needs))
    if number != key.number or len(set(needs)) < len(needs):
        raise _changed(name)
    return key, check


def _refuse_changed(key: FormKey, check: str, shown: SheetCells, name: str) -> None:
    answers = set(key.answer_cells)
    printed = {at: cell for at, cell in shown.cells.items() if _is_within(at, key) and at not in answers}
    for at, cell in printed.items():
        if cell.formula:
            values = {"file": name, "cell": cell_name(at)}
            raise UserError("{file} holds a formula in {cell}, where the form has none. Fill in a new form.", values)
    if key.check((at, cell.text) for at, cell in printed.items()) != check:
        raise _changed(name)


def _changed(name: str) -> UserError:
    return UserError(
        "{file} was changed elsewhere than in its answers: rows were moved or texts rewritten. "
        "Nothing was taken from it; fill in a new form.",
        {"file": name},
    )


def _is_within(at: Place, key: FormKey) -> bool:
    return at[0] <= key.last_row and at[1] <= ANSWER_COLUMN


def _filled(need_key: str, at: Place, written: Written | None, signs: dict[str, Sign]) -> Filled:
    cell = cell_name(at)
    if written is None:
        return Filled(need_key, cell)
    if written.formula:
        return Filled(need_key, cell, fault=UserError("It is a formula. Choose an answer from the list."))
    sign = signs.get(" ".join(written.text.split()).casefold())
    fault = None if sign else UserError("It is no answer of the list. Choose one from it.")
    return Filled(need_key, cell, sign, fault)


def _beside(book: Workbook, shown: SheetCells, key: FormKey) -> list[UserError]:
    """What stands where no answer belongs. It is told by its place alone: it may be anything about anybody."""
    outside = [cell_name(at) for at in sorted(shown.cells) if not _is_within(at, key)]
    found = [
        UserError("{cell} is outside the form, and what is written there is not read.", {"cell": c}) for c in outside
    ]
    found += [
        UserError("The sheet {sheet} does not belong to the form and is not read.", {"sheet": sheet.title})
        for sheet in book.sheets
        if sheet is not shown and sheet.title != HIDDEN_SHEET and sheet.cells
    ]
    if book.remarks:
        found.append(UserError("Comments on cells are not read."))
    return found


def cell_name(at: Place) -> str:
    """A cell as spreadsheet programs name it: G7."""
    row, column = at
    before, last = divmod(column - 1, 26)
    return f"{chr(64 + before) if before else ''}{chr(65 + last)}{row}"
