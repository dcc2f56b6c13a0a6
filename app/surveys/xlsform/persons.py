"""What no form may ask of each person (brief, 9.1 and 9.3).

An employer may process only what is directly necessary for the employment, and consent does not widen that (Act on the
Protection of Privacy in Working Life, 759/2004, section 3). So the fields about persons are few and fixed, and a form
cannot add to them: a repeat over people, or one that asks what only a person has, is refused. Words tell it: a repeat
is known by its name and label alone, since "how many persons" may well be asked of a role.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_PEOPLE: Final = re.compile(
    r"henkilö(?!st|m|lu|työ|kun|auto)|ihmi[ns]|työntekij|jäse[nt]|kolleg|harjoittelij|opiskelij|esihenkil|esimie"
    r"|person(?!al|nel)|människ|anställd|medarbetar|arbetstagar|medlem|praktikant|studerande"
    r"|people|employee|worker|staff member|member|colleague|trainee|student|respondent|participant",
    re.IGNORECASE,
)
"""Whom a repeat may be about; staff is nobody."""
_COUNTS: Final = re.compile(
    r"(antal(et)?|hur många|number of|how many|kuinka mon(ta|i)|montako) \w+|\b\w+ (luku)?määrä|head ?count",
    re.IGNORECASE,
)
"""How many of them there are is no field about any."""
_FIELDS: Final = re.compile(
    r"etunim|sukunim|henkilötunnu|hetu\b|syntym|sukupuol|kansalaisuu|kansallisuu|äidinkiel|\bikä\b|ikävuo|terveyd|tervey[st]"
    r"|sairau|sairasl|perhe|siviilisääty|ammattiliit|uskonto|palkka|palkan|valokuva|persoonallisuu|kotiosoit|puhelinnumer"
    r"|förnamn|efternamn|personbeteckning|personnummer|född|födelse|\bkön\b|medborgarskap|nationalitet|modersmål|ålder\b"
    r"|hälsa|sjuk(frånvaro|ledig|dom)|familj|civilstånd|fackförbund|religion|\blön(en)?\b|personlighet|hemadress|telefonnum"
    r"|first[ _]name|last[ _]name|surname|full[ _]name|identity code|social security|birth|\bgender\b|\bsex\b"
    r"|citizenship|nationalit|mother tongue|\bage\b|\bhealth\b|sick leave|illness|family|marital|trade union|\bwages?\b"
    r"|salary|personality|home address|phone number|ethnic|disabilit",
    re.IGNORECASE,
)
"""What only a person has."""


def is_about_people(texts: Iterable[str]) -> bool:
    """Whether the name and the labels of a repeat say that its entries are people."""
    return any(_PEOPLE.search(_COUNTS.sub("", text)) for text in texts)


def asks_of_a_person(texts: Iterable[str]) -> bool:
    """Whether the name and the labels of a question in a repeat ask what only a person has."""
    return any(_FIELDS.search(text) for text in texts)
