"""One company: its plan, how far its survey is, and what is owed to a person; and needs noted in passing."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from app.commands.common import DONE, Add, add_company, add_out, company_key, opened_desk, tell, tell_found, tell_json
from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES

if TYPE_CHECKING:
    from app.mapping.model import Mapping, Person


def add_commands(add: Add) -> None:
    plan = add("plan", _plan, "write the plan of a company as PDF")
    add_company(plan)
    plan.add_argument("--lang", choices=LANGUAGES)
    add_out(plan)

    survey = add("survey", _survey, "how far the survey of a company is, and what is left open")
    add_company(survey)
    survey.add_argument("--json", action="store_true")

    person = add("person", _person, "write what is stored of one person, for that person")
    add_company(person)
    person.add_argument("code", metavar="CODE", help="code of the person, such as H1")
    person.add_argument("--lang", choices=LANGUAGES)
    add_out(person, help_="a PDF file, or a JSON file")

    signals = add("signals", _signals, "list the quick signals")
    form = signals.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--csv", action="store_true")


def _plan(options: argparse.Namespace, t: Translator) -> int:
    from app.services import companies, plans

    with opened_desk(options) as desk:
        chosen = companies.find(companies.recent(desk), options.company)
        plans.write_pdf(desk, chosen.key, options.lang or chosen.document_language, options.out)
    tell(t("The plan is in {file}", file=options.out))
    return DONE


def _survey(options: argparse.Namespace, t: Translator) -> int:
    from app.services import survey_state

    with opened_desk(options) as desk:
        state = survey_state.of(desk, company_key(desk, options), t.language)
    if options.json:
        tell_json(survey_state.as_json(state))
    else:
        for line in survey_state.lines(t, state):
            tell(line)
    return DONE


def _person(options: argparse.Namespace, t: Translator) -> int:
    from app.services import persons

    kind: persons.Kind = "json" if options.out.suffix.lower() == ".json" else "pdf"
    with opened_desk(options) as desk:
        mapping = desk.cases.load(company_key(desk, options))
        person = _with_code(mapping, options.code)
        language = options.lang or mapping.document_language
        persons.write(desk, mapping.key, person.key, language, options.out, kind)
    tell(t("What is stored of {code} is in {file}", code=person.code, file=options.out))
    return DONE


def _with_code(mapping: Mapping, code: str) -> Person:
    found = next((p for p in mapping.people if p.code and p.code.casefold() == code.strip().casefold()), None)
    if found is None:
        raise UserError("Nobody in this company has the code {code}.", {"code": code})
    return found


def _signals(options: argparse.Namespace, t: Translator) -> int:
    from app.services import signals

    with opened_desk(options) as desk:
        rows = signals.rows(desk)
    lines = ("  ".join(filter(None, (row["on"], row["when"], row["sector"], row["what"]))) for row in rows)
    nothing = t("No quick signal has been noted.")
    return tell_found(options, lambda: rows, lines, nothing, lambda: signals.as_csv(rows))
