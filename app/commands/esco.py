"""Occupations of ESCO."""

from __future__ import annotations

import argparse

from app.commands.common import DONE, Add, add_limit, opened_desk, tell, tell_json
from app.i18n import Translator
from app.languages import LANGUAGES, Language


def add_commands(add: Add) -> None:
    finding = add("occupations", _occupations, "search the occupations of ESCO, with what they need")
    finding.add_argument("text", metavar="TEXT", help="a name or a code")
    finding.add_argument("--lang", choices=LANGUAGES)
    add_limit(finding)
    finding.add_argument("--json", action="store_true")


def _occupations(options: argparse.Namespace, t: Translator) -> int:
    from app.services import esco
    from app.wording.esco import acknowledgement, concept_line, how_to_get_it, why_nothing

    language: Language = options.lang or t.language
    with opened_desk(options) as desk:
        asked = [options.lang] if options.lang else sorted(LANGUAGES, key=lambda each: each != language)
        each_language = (esco.find_occupations(desk, options.text, each, options.limit) for each in asked)
        found = max(each_language, key=lambda hits: hits[0].score if hits else 0)
        if options.json:
            tell_json([esco.as_json(desk, each) for each in found])
            return DONE
        missing = esco.missing_files(desk, "occupation", language)
        nothing = why_nothing(t, missing) if esco.is_here(desk, "occupation") else how_to_get_it(t)
    for each in found:
        tell(concept_line(Translator(language), each.concept))
    tell(acknowledgement(t) if found else nothing)
    return DONE
