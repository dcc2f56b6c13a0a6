"""The development plan as documents."""

from __future__ import annotations

import json
from pathlib import Path

from app import __version__
from app.files.writing import write_file
from app.i18n import Translator
from app.languages import Language
from app.mapping.model import Mapping
from app.services.catalogues import of_directory
from app.services.desk import Desk
from app.services.results import results_of
from app.services.units import extents


def render_pdf(desk: Desk, key: str, language: Language) -> bytes:
    """The plan of a mapping as PDF, in the language asked for."""
    return render(desk, desk.cases.load(key), language)


def render(desk: Desk, mapping: Mapping, language: Language) -> bytes:
    """The plan of a mapping; one that was read from a plan, and not changed since, is printed as it was."""
    from app.report import plan
    from app.services.plan_reading import printed_again

    if again := printed_again(mapping, language):
        return again
    directory = of_directory(desk).directory
    return plan.render(results_of(desk, mapping), Translator(language), __version__, extents(desk, mapping), directory)


def write_pdf(desk: Desk, key: str, language: Language, out: Path) -> None:
    write_file(out, render_pdf(desk, key, language))


def write_json(desk: Desk, key: str, language: Language, out: Path) -> None:
    """What the plan prints, as JSON."""
    from app.report import plan

    mapping = desk.cases.load(key)
    directory = of_directory(desk).directory
    value = plan.as_json(results_of(desk, mapping), Translator(language), extents(desk, mapping), directory)
    write_file(out, json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n")
