"""DigComp 3.0 from the tables of its data supplement, in English. See docs/formats/digcomp.md.

The supplement is several tables: competences, statements of what one can do at four levels, and learning outcomes. Each
gives a part of the same framework, and `joined` puts the parts together, whichever came first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, Literal

from app.errors import UserError
from app.files import Table
from app.frameworks.model import Competence, Framework, Requirement, Unit
from app.frameworks.readers.columns import has_columns, plainly, records, require_columns
from app.texts import Text

KEY: Final = "digcomp3"
_SOURCE: Final = "DigComp 3.0, Joint Research Centre of the European Commission (JRC144121)"
_LICENCE: Final = "CC BY 4.0 or CC BY-SA 4.0"
_LEVELS: Final = ("basic", "intermediate", "advanced", "highly advanced")
"""The names of the four levels of DigComp, which are levels 1 to 4 here; nothing is said of level 0."""
_Kind = Literal["statements", "outcomes", "competences", "levels"]
_COMPETENCE: Final = ("Competence number", "Competence name")
_KINDS: Final[dict[_Kind, tuple[str, ...]]] = {
    "statements": (*_COMPETENCE, "Competence statement ID", "Competence statement", "Proficiency level name"),
    "outcomes": (*_COMPETENCE, "Learning Outcome ID", "Learning Outcome", "Proficiency level"),
    "competences": (*_COMPETENCE, "Competence area number", "Competence descriptor"),
    "levels": ("Proficiency level name", "Four level proficiency level description", "Six level mapping"),
}


def recognises(header: Sequence[str]) -> bool:
    """Is this the first row of a table of the supplement? Not all of them hold competences: `read` says which do."""
    return _kind(header) is not None


def _kind(header: Sequence[str]) -> _Kind | None:
    return next((kind for kind, columns in _KINDS.items() if has_columns(header, columns)), None)


def read(table: Table, name: str) -> Framework:
    """The part of the framework that this table gives; what is wrong in it gives a UserError."""
    kind = _kind(table.header) or "statements"
    require_columns(table.header, _KINDS[kind], "DigComp 3.0", name)
    if kind == "levels":
        raise UserError(
            "{file} is the table of levels of DigComp 3.0 and holds no competences. "
            "Import the tables of competence statements and of learning outcomes.",
            {"file": name},
        )
    by_code: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row, record in zip(table.rows, records(table, name), strict=True):
        _refuse_gap(record, _KINDS[kind], row.line, name)
        by_code[record["competence number"]].append(record)
    if not by_code:
        raise UserError("{file} is empty. Fetch or save it again.", {"file": name})
    part = Framework(KEY, "framework", Text(en="DigComp 3.0"), "3.0", source=_SOURCE, licence=_LICENCE)
    if kind == "outcomes":
        return replace(part, units=tuple(_unit(code, rows) for code, rows in by_code.items()))
    return replace(part, competences=tuple(_competence(code, rows) for code, rows in by_code.items()))


def joined(new: Framework, known: Framework | None) -> Framework:
    """A part, with what other tables of the supplement have given before."""
    if known is None:
        return new
    before = {competence.code: competence for competence in known.competences}
    return replace(
        new,
        units=new.units or known.units,
        competences=tuple(_fuller(each, before.get(each.code)) for each in new.competences) or known.competences,
    )


def _fuller(new: Competence, known: Competence | None) -> Competence:
    return replace(new, anchors=new.anchors or known.anchors) if known else new


def _refuse_gap(record: dict[str, str], columns: Iterable[str], line: int, name: str) -> None:
    empty = next((column for column in columns if not record[plainly(column)]), "")
    level = record.get("proficiency level name") or record.get("proficiency level")
    wrong = "" if level is None or level.lower() in _LEVELS else level
    if empty or wrong:
        raise UserError(
            '{file} is not as DigComp 3.0 was published: on line {line}, {column} cannot be "{value}". '
            "Fetch the file again.",
            {"file": name, "line": line, "column": empty or "Proficiency level name", "value": wrong[:40]},
        )


def _competence(code: str, rows: Sequence[dict[str, str]]) -> Competence:
    """A competence, with its statements level by level where the rows are statements."""
    first = rows[0]
    area = f"{first.get('competence area number', '')} {first.get('competence area name', '')}".strip()
    return Competence(
        key=f"{KEY}/{code}",
        code=code,
        name=Text(en=first["competence name"]),
        description=Text(en=first.get("competence descriptor", "")),
        group=Text(en=area),
        links=(f"digcomp:{code}",),
        anchors=_anchors(rows),
        name_status="official",
    )


def _anchors(rows: Iterable[dict[str, str]]) -> tuple[Text, ...]:
    said: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if "competence statement" in row:
            said[row["proficiency level name"].lower()].append(row["competence statement"])
    return (Text(), *(Text(en="\n".join(said[level])) for level in _LEVELS)) if said else ()


def _unit(code: str, rows: Sequence[dict[str, str]]) -> Unit:
    """The learning outcomes of a competence, as they are taught: as a unit with its requirements."""
    key = f"{KEY}/outcomes-{code}"
    return Unit(
        key,
        code,
        Text(en=rows[0]["competence name"]),
        None,
        requirements=tuple(
            Requirement(f"{key}/{row['learning outcome id']}", Text(en=row["learning outcome"]), _heading(row))
            for row in rows
        ),
    )


def _heading(row: dict[str, str]) -> Text:
    return Text(en=" · ".join(filter(None, (row["proficiency level"], row.get("knowledge skill or attitude", "")))))
