"""Companies and their mappings: begin one, find it again, let it go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from app.errors import UserError
from app.languages import Language
from app.mapping.company import Company
from app.mapping.model import Mapping, Mode, PeopleMode
from app.mapping.survey import Survey
from app.paths import resource
from app.services.desk import Desk
from app.services.libraries import packs

if TYPE_CHECKING:
    from app.store.cases import MappingSummary


def new_key() -> str:
    """A key that no other laptop makes."""
    return uuid4().hex


def recent(desk: Desk) -> tuple[MappingSummary, ...]:
    """All mappings, last changed first."""
    return desk.cases.summaries()


def begin(desk: Desk, name: str, mode: Mode, language: Language) -> str:
    """Begin a mapping of a new company and return its key. Pseudonyms by default; the owner alone rates the team.

    One that was begun without a name and left empty is taken up again, so that a door opened in vain leaves no pile.
    """
    company = Company(key=new_key(), name=name.strip(), service_language=language)
    mapping = Mapping(
        key=new_key(),
        company=company,
        mode=mode,
        people_mode=PeopleMode.OWNER if mode is Mode.SELF else PeopleMode.PSEUDONYMS,
        document_language=language,
        started=desk.today,
    )
    if not company.name and (empty := _left_empty(desk, mapping)):
        return empty.key
    desk.cases.add(mapping)
    return mapping.key


def _left_empty(desk: Desk, fresh: Mapping) -> Mapping | None:
    """A mapping that differs from a fresh one in its keys and dates alone."""
    nameless = (desk.cases.load(s.key) for s in desk.cases.summaries() if not s.company_name)
    for found in nameless:
        company = replace(fresh.company, key=found.company.key)
        if found == replace(fresh, key=found.key, company=company, started=found.started, changed=found.changed):
            return found
    return None


def sample(desk: Desk, language: Language | None = None) -> Mapping:
    """The sample company as it would stand today; without a language, in the one its owner wants for documents."""
    from app.services.sample import load_sample

    return load_sample(resource("sample", "workshop.yaml"), packs(), desk.today, language or "sv")


def sample_survey() -> Survey:
    """What the sample company was asked by."""
    from app.surveys.reading import load_survey

    return load_survey(resource("surveys"), "visit").survey


def begin_sample(desk: Desk, language: Language | None = None) -> str:
    """Store a copy of the sample company to try things on, and return its key."""
    mapping = sample(desk, language)
    copy = replace(mapping, key=new_key(), company=replace(mapping.company, key=new_key()))
    desk.cases.add(copy, sample_survey())
    return copy.key


def refuse_if_read_only(desk: Desk) -> None:
    """A UserError while another window has the data in hand."""
    if desk.read_only:
        from app.store.faults import look_only

        raise look_only()


def remove(desk: Desk, key: str) -> None:
    """Remove a mapping for good, also from the copies; while another window has the data, no copy is touched."""
    refuse_if_read_only(desk)
    desk.cases.remove(key)


def find(summaries: Sequence[MappingSummary], wanted: str) -> MappingSummary:
    """The mapping whose key, or whose company's name, is `wanted`; none or several is a UserError."""
    exact = [s for s in summaries if s.key == wanted]
    named = [s for s in summaries if s.company_name.casefold() == wanted.strip().casefold()]
    found = exact or named
    if not found:
        raise UserError("There is no company called {name} in this data folder.", {"name": wanted})
    if len(found) > 1:
        keys = ", ".join(s.key for s in found)
        raise UserError("{name} has several mappings. Give the key of one: {keys}.", {"name": wanted, "keys": keys})
    return found[0]
