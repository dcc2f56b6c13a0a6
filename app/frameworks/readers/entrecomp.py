"""The progression statements of EntreComp as a table, in English. See docs/formats/digcomp.md.

The table goes from area to competence to thread, and says of each thread at eight levels what one can do. A thread is a
competence here, two levels of EntreComp are one level: levels 1 and 2 are level 1, and 7 and 8 are level 4.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from app.errors import UserError
from app.files import Table
from app.frameworks.model import Competence, Framework
from app.frameworks.outline import below
from app.frameworks.readers.columns import has_columns, records, require_columns
from app.texts import Text

_KEY: Final = "entrecomp-threads"
_COLUMNS: Final = ("area", "competence", "thread", "level_1_8", "statement_en")
_AREAS: Final = {
    "ideasandopportunities": ("1", "Ideas and opportunities"),
    "ideasandproperties": ("1", "Ideas and opportunities"),  # so in the files that go round
    "resources": ("2", "Resources"),
    "intoaction": ("3", "Into action"),
}
"""Number and name of the areas, which the table gives as one word; numbers of competences follow their order."""
_LEVELS: Final = tuple(map(str, range(1, 9)))

_Thread = tuple[str, str, str]
"""Area, competence and thread, as the table names them."""
_Statements = dict[int, list[str]]


def recognises(header: Sequence[str]) -> bool:
    """Is this the first row of the table of progression statements?"""
    return has_columns(header, _COLUMNS)


def read(table: Table, name: str) -> Framework:
    """EntreComp by its threads; a level that is none, or a row without its thread, gives a UserError."""
    require_columns(table.header, _COLUMNS, "EntreComp", name)
    threads = _threads(table, name)
    if not threads:
        raise UserError("{file} is empty. Fetch or save it again.", {"file": name})
    return Framework(
        _KEY,
        "framework",
        Text(en="EntreComp: threads"),
        source="EntreComp, Joint Research Centre of the European Commission",
        licence="Reuse with acknowledgement",
        competences=tuple(_competences(threads)),
    )


def _threads(table: Table, name: str) -> dict[_Thread, _Statements]:
    """What is said of each thread, in the order of the table, by our levels."""
    threads: dict[_Thread, _Statements] = {}
    for row, record in zip(table.rows, records(table, name), strict=True):
        thread, level = (record["area"], record["competence"], record["thread"]), record["level 1 8"]
        if not all(thread) or level not in _LEVELS:
            raise UserError(
                "{file} is not as the statements of EntreComp were published: line {line} has no thread, "
                'or its level cannot be "{value}". Fetch the file again.',
                {"file": name, "line": row.line, "value": level[:40]},
            )
        statements = threads.setdefault(thread, defaultdict(list))
        if said := record["statement en"]:
            statements[(int(level) + 1) // 2].append(said)
    return threads


def _competences(threads: Mapping[_Thread, _Statements]) -> list[Competence]:
    codes = _codes(threads)
    return [
        Competence(
            key=f"{_KEY}/{codes[thread]}",
            code=codes[thread],
            name=Text(en=thread[2]),
            group=below(Text(en=_area(thread[0])), Text(en=thread[1])),
            links=(f"entrecomp:{codes[thread].rpartition('.')[0]}",) if _number(thread[0]) else (),
            anchors=(Text(), *(Text(en="\n".join(statements[level])) for level in range(1, 5))),
            name_status="official",
        )
        for thread, statements in threads.items()
    ]


def _area(word: str) -> str:
    number, name = _AREAS.get(word.casefold(), ("", word))
    return f"{number} {name}".strip()


def _number(word: str) -> str:
    return _AREAS.get(word.casefold(), ("", ""))[0]


def _codes(threads: Iterable[_Thread]) -> dict[_Thread, str]:
    """Numbers as in EntreComp, "3.4.2": the second thread of the fourth competence of the third area."""
    order: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for area, competence, thread in threads:
        order[area][competence].append(thread)
    return {
        (area, competence, thread): f"{_number(area) or area}.{place}.{number}"
        for area, competences in order.items()
        for place, (competence, its) in enumerate(competences.items(), 1)
        for number, thread in enumerate(its, 1)
    }
