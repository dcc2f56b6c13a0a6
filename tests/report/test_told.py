"""What was told in the survey, on paper: what changes, what is at risk, and language on a page of its own."""

from __future__ import annotations

from dataclasses import replace

from app.i18n import Translator
from app.mapping.model import Mapping
from app.mapping.plan import results
from app.mapping.told import ChangeDriver, LanguageNeed, OfRole, Told
from app.report.blocks import Paragraph, Section, Table
from app.report.content.document import document
from app.texts import Text
from tests.report.company import MAPPING, TODAY
from tests.report.test_content import rows, said, table, text

ROLE, NEED = MAPPING.roles[0], MAPPING.needs[0]
DRIVER = ChangeDriver("technology", Text(en="Technology"), "Program the new machine", (NEED.key,))
TASK = LanguageNeed("Work instructions", Text(en="Finnish"), reading="B1", listening="not_needed")


def sections(told: Told, mapping: Mapping = MAPPING) -> dict[str, Section]:
    made = document(Translator("en"), results(mapping, TODAY, told))
    return {section.key: section for section in made.sections}


def test_that_there_is_no_section_where_nothing_was_told() -> None:
    assert {"changes", "language"} & sections(Told()).keys() == set()


def test_that_a_driver_stands_with_its_demand_and_its_competences() -> None:
    [row] = rows(table(sections(Told(drivers=(DRIVER,)))["changes"], "drivers"))
    assert [said(cell) for cell in row.cells] == [
        ["Technology"],
        ["Program the new machine"],
        [NEED.name.said("en").text],
    ]


def test_that_a_need_that_was_removed_is_not_named() -> None:
    gone = replace(DRIVER, need_keys=("no longer here",))
    [row] = rows(table(sections(Told(drivers=(gone,)))["changes"], "drivers"))
    assert said(row.cells[2]) == []


def test_that_risks_of_roles_and_of_the_company_are_said() -> None:
    told = Told(roles=(OfRole(ROLE.key, alone=1),), owner_change=True)
    found = [[said(cell) for cell in row.cells] for row in rows(table(sections(told)["changes"], "risks"))]
    assert found == [
        [[ROLE.name], ["At most one person can do the critical tasks of this role alone."]],
        [["The company"], ["A change of owner or a successor is an open question."]],
    ]


def test_that_not_needed_and_not_said_are_two_things_on_the_page_of_languages() -> None:
    [row] = rows(table(sections(Told(language_needs=(TASK,)))["language"]))
    assert [said(cell) for cell in row.cells] == [["Work instructions"], ["Finnish"], ["B1"], ["–"], ["?"], ["?"]]


def test_that_counts_of_support_never_turn_the_unknown_into_zero() -> None:
    found = sections(Told(support=(4, None, 0), supports=(Text(en="Mentor"), Text(en="Plain language"))))["language"]
    sentences = [text(block.line) for block in found.blocks if isinstance(block, Paragraph)]
    assert sentences[:2] == [
        "Support with the language at work: none needed 4, some ?, much 0 people.",
        "Supports in use: mentor and plain language.",
    ]
    assert not [block for block in found.blocks if isinstance(block, Table)]


def test_that_a_name_in_what_was_told_becomes_the_role() -> None:
    person = replace(MAPPING.people[0], display_name="Ainokainen")
    mapping = replace(MAPPING, people=(person, *MAPPING.people[1:]))
    told = Told(drivers=(replace(DRIVER, demand="Ainokainen teaches it"),))
    [row] = rows(table(sections(told, mapping)["changes"], "drivers"))
    role = next(role.name for role in MAPPING.roles if role.key == person.role_key)
    assert said(row.cells[1]) == [f"{role} teaches it"]
