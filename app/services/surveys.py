"""Surveys that come with the program and those of organisations' own, which come and go as XLSForms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import UserError
from app.mapping.survey import Survey
from app.paths import resource
from app.services.desk import Desk
from app.surveys.reading import load_survey
from app.texts import Text

if TYPE_CHECKING:
    from app.store.library import Stored
    from app.surveys.xlsform.findings import Finding
    from app.surveys.xlsform.reading import FormRead


@dataclass(frozen=True, slots=True)
class FormReport:
    """What became of a form: the survey, its questions by id and kind, and what was left out of it.

    With `faults` there is no survey, and nothing was imported.
    """

    key: str = ""
    version: str = ""
    name: Text = Text()
    questions: tuple[tuple[str, str], ...] = ()
    left_out: tuple[Finding, ...] = ()
    faults: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """A survey of the library: `questions` is how many it has, `source` the file it was read from."""

    key: str
    version: str
    name: Text
    questions: int
    source: str
    imported: datetime


def shipped_keys() -> tuple[str, ...]:
    """Of the surveys that come with the program."""
    return tuple(sorted(path.stem for path in resource("surveys").glob("*.yaml")))


def keys(desk: Desk) -> tuple[str, ...]:
    """Of all surveys there are: those that come with the program, and imported ones."""
    return (*shipped_keys(), *dict.fromkeys(each.key for each in desk.library.surveys()))


def find(desk: Desk, key: str) -> Survey:
    """The survey of this key that comes with the program, or that was imported last."""
    if key in shipped_keys():
        return _shipped(key)
    if key not in keys(desk):
        raise UserError("There is no survey {key}. There are: {keys}.", {"key": key, "keys": list(keys(desk))})
    return desk.library.survey(key)


def imported(desk: Desk) -> tuple[Imported, ...]:
    """All versions of all surveys of the library, the newest of each first."""
    return tuple(
        Imported(s.key, s.version, s.name, len(desk.library.survey(s.key, s.version).questions), s.source, s.imported)
        for s in desk.library.surveys()
    )


def remove(desk: Desk, key: str, version: str) -> None:
    """Take one version out of the library; a mapping that is asked by it keeps its own."""
    desk.library.drop_survey(key, version)


@lru_cache(maxsize=4)
def _shipped(key: str) -> Survey:
    """Read once while the program runs."""
    return load_survey(resource("surveys"), key).survey


def is_form(data: bytes) -> bool:
    """Whether the bytes of a file are those of an XLSForm; any other workbook may be a catalogue."""
    from app.surveys.xlsform import sheets

    return sheets.is_form(data)


def import_form(desk: Desk, data: bytes, file: str) -> tuple[FormReport, Stored | None]:
    """Read a form and keep its survey. With faults, nothing is kept."""
    from app.surveys.xlsform.reading import read_form

    read = read_form(data, file)
    return _report(read), _kept(desk, read.survey, file) if read.survey else None


def _report(read: FormRead) -> FormReport:
    survey = read.survey
    if survey is None:
        return FormReport(left_out=read.left_out, faults=read.faults)
    questions = tuple((question.id, question.kind.value) for question in survey.questions)
    return FormReport(survey.key, survey.version, survey.name.text, questions, read.left_out)


def _kept(desk: Desk, survey: Survey, file: str) -> Stored:
    """A form under the key of a survey of ours would stand in its place: only that very survey may have it."""
    from app.store.library import Stored

    if survey.key not in shipped_keys():
        return desk.library.put_survey(survey, file)
    if survey == find(desk, survey.key):
        return Stored(unchanged=(survey.key,))
    raise UserError(
        "{file} has the key {key} of a survey that comes with the program. Give it a `form_id` of its own in the sheet "
        "`settings`, and a `version`.",
        {"file": file, "key": survey.key},
    )


def first_fault(report: FormReport, file: str) -> UserError | None:
    """Why nothing was imported: the first fault with its place. The others stand in the report."""
    if not report.faults:
        return None
    place, reason = report.faults[0].place, report.faults[0].reason
    values = {"file": file, "sheet": place.sheet, "row": place.row, "fault": reason}
    return UserError("{file}, sheet {sheet}, row {row}: {fault}", values)


def export_form(desk: Desk, key: str, out: Path, version: str = "") -> None:
    """Write a survey as an XLSForm; of an imported one the newest version, or the one given."""
    from app.files.writing import write_file
    from app.surveys.xlsform.writing import write_form

    write_file(out, write_form(desk.library.survey(key, version) if version else find(desk, key)))
