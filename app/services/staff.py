"""Staff assess themselves without a network: a form for each person, the filled ones taken back, and single answers.

Reading and keeping are two steps. `read_forms` says what every file holds, what can be taken and what cannot, and why;
`take` then keeps it in one go. What is not answered changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import Final, Literal

from app import __version__
from app.errors import UserError
from app.files.writing import write_file
from app.i18n import sort_key
from app.mapping.model import Assessment, Assessor, Mapping, Person, RoleNeed
from app.services.desk import Desk
from app.services.mappings import ALONE_IN_ROW
from app.services.staff_judging import Form, judged
from app.services.staff_reading import FormFile, read_form
from app.wording.staff import Sign, Voice, level_of

Kind = Literal["xlsx", "pdf"]
Watch = Callable[[str, int, int], bool]
"""Told of each file before it is made or read, how many are done, and of how many; whether to go on."""
MOST_FILES: Final = 500
_NO_FILE_NAME: Final = re.compile(r"[^A-Za-z0-9]+")


def people_asked(mapping: Mapping, role_keys: Collection[str] = ()) -> tuple[Person, ...]:
    """People of the roles given, or of all, who have something to be asked about; nobody where people have no rows."""
    if mapping.people_mode not in ALONE_IN_ROW:
        return ()
    asked = {need.role_key for need in mapping.needs if not role_keys or need.role_key in role_keys}
    return tuple(p for role in mapping.roles if role.key in asked for p in mapping.people if p.role_key == role.key)


def people_of_roles(mapping: Mapping, names: Collection[str]) -> tuple[str, ...]:
    """Keys of those asked whose role has one of these names, or of all without any; never nobody."""
    roles = {role.name.casefold(): role.key for role in mapping.roles}
    for name in names:
        if name.strip().casefold() not in roles:
            values = {"name": name, "names": [role.name for role in mapping.roles]}
            raise UserError("There is no role {name}. There are: {names}.", values)
    keys = {roles[name.strip().casefold()] for name in names}
    return tuple(person.key for person in _asked(mapping, people_asked(mapping, keys)))


def needs_of(mapping: Mapping, person: Person) -> tuple[RoleNeed, ...]:
    """What a person is asked about, in order."""
    return tuple(need for need in mapping.needs if need.role_key == person.role_key)


def _unwatched(_file: str, _done: int, _of: int) -> bool:
    return True


def export_forms(
    desk: Desk,
    key: str,
    folder: Path,
    voice: Voice,
    kind: Kind,
    people: Collection[str] = (),
    watch: Watch = _unwatched,
) -> tuple[Path, ...]:
    """Write a form for each of the people (by key; all without any) into a folder, and return the files written.

    A file that is there already is never written over, since somebody may have filled it in: then nothing is written.
    """
    from app.report import staff_form

    mapping = desk.cases.load(key)
    chosen = _asked(mapping, [p for p in people_asked(mapping) if not people or p.key in people])
    forms = [staff_form.form(mapping, person, needs_of(mapping, person), voice, desk.today) for person in chosen]
    names = [_file_name(p.code, form.key.number, kind) for p, form in zip(chosen, forms, strict=True)]
    paths = tuple(folder / name for name in names)
    for path in filter(Path.exists, paths):
        raise UserError(
            "{file} is in that folder already and may have been filled in. Choose an empty folder.",
            {"file": path.name},
        )
    for done, (path, form) in enumerate(zip(paths, forms, strict=True)):
        if not watch(path.name, done, len(paths)):
            return paths[:done]
        written = staff_form.as_pdf(form, __version__) if kind == "pdf" else staff_form.as_workbook(form)
        write_file(path, written)
    return paths


def _asked(mapping: Mapping, chosen: Sequence[Person]) -> Sequence[Person]:
    """Those who are chosen; a UserError when that is nobody."""
    if mapping.people_mode not in ALONE_IN_ROW:
        raise UserError("Nobody has a row of their own here. Let people appear by codes or names first.")
    if not chosen:
        raise UserError("There is nobody to ask: a role needs people and competences first.")
    return chosen


def _file_name(code: str, number: str, kind: Kind) -> str:
    """A name that tells nobody's name; a code may be anything, and a file name may not."""
    return "-".join(filter(None, (_NO_FILE_NAME.sub("", code)[:12], number))) + f".{kind}"


def read_forms(
    desk: Desk, key: str, paths: Sequence[Path], *, replace: bool = False, watch: Watch = _unwatched
) -> tuple[Form, ...]:
    """What filled forms hold, file by file; a folder stands for the workbooks in it. Nothing is changed.

    With `replace`, an answer that the person gave of themselves before gives way to a different one on the form.
    """
    found = _files(paths)
    going_on = takewhile(lambda at: watch(found[at].name, at, len(found)), range(len(found)))
    files = [read_form(found[at]) for at in going_on]
    return judged(desk.cases.load(key), files, desk.today, replace=replace)


def _files(paths: Iterable[Path]) -> list[Path]:
    """Files in order; those that a spreadsheet program lays beside an open workbook are none."""
    found = [file for path in paths for file in (_workbooks(path) if path.is_dir() else [path])]
    if not found:
        raise UserError("There is no workbook (XLSX) in that folder. Choose the filled forms.")
    if len(found) > MOST_FILES:
        raise UserError("These are more than {limit} files. Take fewer at a time.", {"limit": MOST_FILES})
    return list(dict.fromkeys(found))


def _workbooks(folder: Path) -> list[Path]:
    try:
        files = [file for file in folder.iterdir() if file.suffix.lower() == ".xlsx"]
    except OSError as error:
        values = {"file": folder.name, "reason": error.strerror or ""}
        raise UserError("{file} cannot be opened: {reason}. Check that you may read it.", values) from error
    return sorted((f for f in files if not f.name.startswith((".", "~$"))), key=lambda file: sort_key(file.name))


def take(desk: Desk, key: str, forms: Sequence[Form], *, replace: bool = False) -> int:
    """Keep the answers of forms that were read, all or none of them; returns how many.

    They are judged anew, by what the company is now: if that is not what was shown, a UserError asks to look again.
    """
    files: list[FormFile] = [form.read for form in forms]
    now = judged(desk.cases.load(key), files, desk.today, replace=replace)
    answers = [taken.answer for form in now for taken in form.taken]
    if answers != [taken.answer for form in forms for taken in form.taken]:
        raise UserError("The company has changed since the forms were read. Read them again; nothing was taken.")
    if answers:
        desk.cases.put(key, *answers)
    return len(answers)


def own_answers(mapping: Mapping, person_key: str) -> dict[str, Assessment]:
    """By need, what a person has said of themselves; of nobody else and by nobody else."""
    mine = (a for a in mapping.assessments if a.person_key == person_key and a.assessor is Assessor.SELF)
    return {answer.need_key: answer for answer in mine}


def answer(desk: Desk, key: str, before: Assessment, sign: Sign) -> Assessment:
    """Keep at once what a person says of themselves, and return it; evidence and notes of the answer before stay."""
    said = replace(before, level=level_of(sign), not_part_of_job=sign == "-", on=desk.today)
    desk.cases.put(key, said)
    return said
