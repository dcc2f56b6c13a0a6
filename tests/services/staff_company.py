"""A company whose staff assess themselves, and a desk over it. Some of its texts look like formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from openpyxl import load_workbook

from app.mapping.company import Company
from app.mapping.model import Assessment, Assessor, PeopleMode, Person, Role, RoleNeed
from app.mapping.model import Mapping as Case
from app.report.staff_form_key import ANSWER_COLUMN, FIRST_ROW
from app.services.desk import Desk
from app.store.cases import Cases
from app.store.library import Library
from app.texts import Text
from tests.stores import made_in

TODAY: Final = date(2026, 11, 23)
ANCHORS: Final = tuple(Text(f"Taso {n}", f"Nivå {n}", f"Like this at {n}") for n in range(5))
NEEDS: Final = (
    RoleNeed("turning", "machinist", Text("Sorvaus", "Svarvning", "Turning"), anchors=ANCHORS, position=0),
    RoleNeed("formula", "machinist", Text("=1+1", "=1+1", "=1+1"), description=Text(en="@SUM(A1)"), position=1),
    RoleNeed("only-finnish", "machinist", Text("Mittaus\x07"), anchors=(*ANCHORS[:4], Text("=cmd()")), position=2),
    RoleNeed("welding", "welder", Text("Hitsaus", "Svetsning", "Welding"), anchors=ANCHORS, position=3),
)
CASE: Final = Case(
    key="case",
    company=Company("company", "Konepaja Esimerkki Oy"),
    roles=(Role("machinist", "Machinist", 2), Role("welder", "Welder", 1, position=1)),
    people=(
        Person("p1", "machinist", "H1", "Aino"),
        Person("p2", "machinist", "H2", "Veikko", position=1),
        Person("p3", "welder", "H3", "Žanna"),
    ),
    needs=NEEDS,
    assessments=(
        Assessment("p1", "turning", Assessor.SUPERVISOR, 1, on=TODAY),
        Assessment("p2", "turning", Assessor.SUPERVISOR, 4, note="secret", on=TODAY),
    ),
)
NAMES: Final = ("Aino", "Veikko", "Žanna", "Konepaja")
Typed = str | float | date | None
ROWS_ONLY: Final = (PeopleMode.ROLES_ONLY, PeopleMode.OWNER)


@contextmanager
def desk_over(folder: Path, *cases: Case) -> Iterator[Desk]:
    """A desk over real stores with these cases in them."""
    data = made_in(folder)
    desk = Desk(data, Cases(data.cases), Library(data.library), TODAY)
    try:
        for case in cases:
            desk.cases.add(case)
        yield desk
    finally:
        desk.close()


def fill(path: Path, answers: Iterable[Typed], at: Mapping[str, Typed] | None = None) -> Path:
    """Write answers into a form from its first row on, and other things at other cells; None leaves a cell alone."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row, answer in enumerate(answers, FIRST_ROW):
        if answer is not None:
            sheet.cell(row, ANSWER_COLUMN, answer)
    for cell, value in (at or {}).items():
        sheet[cell] = value
    book.save(path)
    return path
