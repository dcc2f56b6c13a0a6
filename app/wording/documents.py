"""What the documents are called, and the sentences that several of them print."""

from __future__ import annotations

from typing import Final

from app.i18n import Translator, mark
from app.wording.words import capital

NAMES: Final = {
    "plan": mark("development plan"),
    "owner": mark("the plan in short"),
    "scan": mark("result of the quick scan"),
    "dialogue": mark("annex for dialogue"),
    "apprenticeship": mark("apprenticeship fact sheet"),
    "unmet": mark("needs without an offer"),
    "xlsx": mark("workbook of the mapping"),
    "json": mark("the plan as data"),
    "measures-csv": mark("table of measures"),
    "needs-csv": mark("table of needs"),
}
"""By key, in the order in which they are listed."""
DIALOGUE: Final = {
    "50–249": mark("From 50 people on, these matters belong to the dialogue under the Co-operation Act."),
    "20–49": mark("With 20 to 49 people the Co-operation Act asks for a lighter dialogue: choose what is useful here."),
}
"""What the law asks for by class of size (brief, 9.8); smaller companies are not covered."""


def document_name(t: Translator, key: str) -> str:
    """The name of a kind of document, as a title."""
    return capital(t(NAMES[key]))


def no_decision(t: Translator) -> str:
    """What a paper other than the plan is not."""
    return t("This paper is not a decision on recognition or funding.")


def speaks_of_roles(t: Translator) -> str:
    return t("This paper speaks of roles. It has no codes, names, levels or notes of persons.")


def read_from_paper(t: Translator) -> str:
    """What a mapping is whose levels come from a plan that was read back."""
    return t(
        "A plan has no levels of single people. How many people stand at each level was worked out from its figures: "
        "order, coverage and urgency are as on paper, and each level can be corrected."
    )


def dialogue_hint(t: Translator, size: str) -> str:
    """What the Co-operation Act asks of a company of this size; nothing where the size is not known."""
    if not size:
        return ""
    small = mark("Below 20 people the Co-operation Act does not ask for this; it can be talked through all the same.")
    return t(DIALOGUE.get(size, small))
