"""Who may be named in a document for the company's own eyes: by the people mode of the mapping (SCORING-NOTES 6)."""

from __future__ import annotations

from dataclasses import replace

from app.mapping.model import Mapping, PeopleMode, Person
from app.mapping.plan import Results
from app.report.roles_only import roles_only


def by_mode(results: Results) -> Results:
    """Texts as they were written where names may be shown; names become roles where people go by codes.

    In any other mode this is `roles_only`. What may not be recorded is left out in every mode.
    """
    mapping = results.mapping
    masked = roles_only(replace(results, mapping=replace(mapping, people=_hidden(mapping))))
    return replace(masked, mapping=replace(masked.mapping, people=_shown(mapping)))


def _hidden(mapping: Mapping) -> tuple[Person, ...]:
    """People whose codes and names become roles in free text."""
    if mapping.people_mode is PeopleMode.NAMES:
        return ()
    if mapping.people_mode is PeopleMode.PSEUDONYMS:
        return tuple(replace(person, code="") for person in mapping.people)
    return mapping.people


def _shown(mapping: Mapping) -> tuple[Person, ...]:
    """People with what they may be called by; a name that is kept from another mode is not."""
    if mapping.people_mode is PeopleMode.NAMES:
        return mapping.people
    return tuple(replace(person, display_name="") for person in mapping.people)
