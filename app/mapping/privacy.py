"""What may not be written about a person (brief, 9): a personal identity code, and what is nobody's business."""

from __future__ import annotations

import re
from typing import Final

from app.languages import Language
from app.search.text import words

# ddmmyy, the sign of the century, an individual number and a check character (Decree 128/2010, amended 2022).
_IDENTITY_CODE: Final = re.compile(r"(?<!\d)(\d{6})[-+A-FU-Y](\d{3})([0-9A-FHJ-NPR-Y])(?!\d)", re.IGNORECASE)
_PRIVATE: Final[dict[Language, tuple[str, ...]]] = {
    "fi": (
        *("sairausloma", "sairaslom", "sairauspoissa", "sairaude", "sairauks", "sairaus", "sairastu", "sairasta"),
        *("sairastel", "terveydentila", "masentu", "masennu", "uupumu", "työuupu", "loppuun palan", "diagnoos"),
        *("mielenterve", "syöpä", "syövä", "lääkity", "päihdeong", "päihtee", "alkoholismi", "alkoholisti"),
        *("alkoholiong", "raskaana", "raskausaj", "perhevapaa", "vammai", "työkyvyt", "työkyvyn", "osatyökyk"),
        *("ammattiliiton jäsen", "liiton jäsen", "uskonno", "uskonto", "vakaumu", "seksuaal"),
    ),
    "sv": (
        *("sjukskriv", "sjukledi", "sjukfrånvar", "sjukdom", "sjuklig", "insjukna", "diagnos", "depress", "deprim"),
        *("utbränd", "utmattning", "psykisk", "ohälsa", "cancer", "medicinering", "missbruk", "alkoholist"),
        *("alkoholproblem", "gravid", "havandeskap", "familjeledi", "funktionsned", "handikapp", "arbetsoför"),
        *("fackmedlem", "medlem i facket", "religion", "religiös", "trosuppfattning", "sexuell"),
    ),
    "en": (
        *("sick leave", "sick note", "sickness", "illness", "diagnos", "depress", "burnout", "burnt out", "burned out"),
        *("mental health", "cancer", "medication", "addict", "alcoholi", "drinking problem", "pregnan"),
        *("maternity", "parental leave", "disabilit", "disabled", "union member", "religion", "religious", "sexual"),
    ),
}
"""Beginnings of words of health, belief, union and family (GDPR 9, brief 9.3). Work is spoken of with some of their
relatives ("sairaanhoitaja", "alkoholilaki", "sjukvård"), which are therefore not here."""


def holds_identity_code(text: str) -> bool:
    """Whether the text holds something of the form of a Finnish personal identity code.

    The form is enough: a code with a wrong check character is still somebody's, mistyped.
    """
    return any(_is_day(match[1]) for match in _IDENTITY_CODE.finditer(text))


def _is_day(digits: str) -> bool:
    return 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12


def sounds_private(text: str) -> bool:
    """Whether the text has a word of health, belief, union or family, in any language: reason for a quiet reminder.

    It is never reason to refuse: such a word may be about the work, and the list cannot know.
    """
    told = f" {' '.join(words(text))}"
    return any(f" {beginning}" in told for beginnings in _PRIVATE.values() for beginning in beginnings)
