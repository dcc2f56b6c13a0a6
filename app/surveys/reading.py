"""The surveys that come with the program.

A survey file is a YAML file of our own; its format is described in docs/formats/surveys.md. Everything that could go
wrong while it is answered is found when it is read, and told with the file and the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import UserError
from app.frameworks.faults import first_fault
from app.frameworks.packs import read_yaml
from app.mapping.survey import Survey
from app.mapping.survey_faults import Fault
from app.mapping.survey_routing import Routing, faults, routed

if TYPE_CHECKING:
    from app.surveys import shape
    from app.surveys.building import Base


def load_survey(folder: Path, key: str) -> Routing:
    """A survey of a folder, checked and ready to be run; the base it names is looked for in the same folder."""
    path = folder / f"{key}.yaml"
    raw = _validated(path)
    return routed(_built(path, raw, _base(folder, raw)))


def _validated(path: Path) -> shape.Survey:
    from pydantic import ValidationError

    from app.surveys.shape import Survey

    try:
        return Survey.model_validate(read_yaml(path))
    except ValidationError as error:
        from app.surveys.lines import line_of_place

        fault, place = first_fault(error), error.errors(include_url=False)[0]["loc"]
        raise UserError(
            "{file}, line {line}: {place} cannot be {value}. Correct the file or install the program again.",
            {"file": path.name, "line": line_of_place(path, place), "place": fault.place, "value": fault.value},
        ) from error


def _base(folder: Path, survey: shape.Survey) -> Base:
    from app.surveys.building import NO_BASE, base_of

    if survey.base is None:
        return NO_BASE
    path = folder / f"{survey.base}.yaml"
    raw = _validated(path)
    return base_of(raw, _built(path, raw, NO_BASE))


def _built(path: Path, raw: shape.Survey, base: Base) -> Survey:
    from app.surveys.building import build, unknown_references

    _refuse_first(path, unknown_references(raw, base))
    survey = build(raw, base)
    _refuse_first(path, faults(survey))
    return survey


def _refuse_first(path: Path, found: Iterator[Fault]) -> None:
    for fault in found:
        from app.surveys.lines import line_of_fault

        raise UserError(
            "{file}, line {line}: {fault}",
            {"file": path.name, "line": line_of_fault(path, fault), "fault": fault.error},
        ) from fault.error
