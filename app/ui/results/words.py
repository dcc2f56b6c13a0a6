"""What stands in the results, and how it is spoken. No Qt here; sentences about scores come from `app.wording`."""

from __future__ import annotations

from typing import Final

from app.i18n import Translator
from app.mapping.model import Band, Mapping, PeopleMode
from app.mapping.plan import AgreedNeed
from app.mapping.scoring import NeedScore, Score
from app.mapping.uncertain import Uncertainty
from app.texts import Text
from app.ui.results.order import Priority
from app.wording.sentences import order_sentence, priority_clause, uncertain_sentence
from app.wording.words import band_name, capital

UNKNOWN: Final = "?"
NOT_ASKED: Final = "·"


def said(t: Translator, text: Text) -> str:
    return text.said(t.language).text


def role_name(mapping: Mapping, key: str) -> str:
    return next((role.name for role in mapping.roles if role.key == key), "")


def band_word(t: Translator, band: Band) -> str:
    return capital(band_name(t, band))


def index_sign(score: Score) -> str:
    """The index, or the sign of what is not assessed, which is not zero."""
    return UNKNOWN if score.index is None else str(score.index)


def band_and_index(t: Translator, score: Score) -> str:
    """The band's word and the number; a word alone where nobody is known."""
    band = band_word(t, score.band)
    return band if score.index is None else t("{band}, {index}", band=band, index=score.index)


def reason(t: Translator, score: Score) -> str:
    return capital(priority_clause(t, score))


def doubt(t: Translator, mapping: Mapping, uncertain: Uncertainty) -> str:
    """Why a band may not hold, and what would settle it; people by their codes, or by name where names are used."""
    person = next(p for p in mapping.people if p.key == uncertain.person_key)
    named = mapping.people_mode is PeopleMode.NAMES and person.display_name
    return uncertain_sentence(t, uncertain, person.display_name if named else person.code)


def move(t: Translator, priority: Priority) -> str:
    """Where the owner moved an agreed need from, and why; nothing where the owner did not."""
    if priority.agreed is None:
        return ""
    return order_sentence(t, AgreedNeed(priority.agreed, priority.scored, priority.computed, ()), priority.place)


def place(priority: Priority) -> str:
    """The place in the list; what is neither agreed nor assessed has none."""
    return "" if priority.agreed is None and priority.scored.score.index is None else str(priority.place)


def spoken_score(t: Translator, score: Score) -> str:
    """Band, index and reason: "Urgent, 75 of 100. Criticality 3, …"."""
    band, why = band_word(t, score.band), reason(t, score)
    if score.index is None:
        return t("{band}. {why}.", band=band, why=why)
    return t("{band}, {index} of 100. {why}.", band=band, index=score.index, why=why)


def spoken_priority(t: Translator, priority: Priority, role: str) -> str:
    """A row of the list as it is heard."""
    number, name = place(priority), said(t, priority.scored.need.name)
    what = t("{place}. {name}, {role}.", place=number, name=name, role=role) if number else of_role(t, name, role)
    moved = move(t, priority)
    parts = [what, spoken_score(t, priority.scored.score), *([f"{moved}."] if moved else [])]
    return " ".join(parts)


def spoken_cell(t: Translator, name: str, role: str, scored: NeedScore | None) -> str:
    """A cell of the heat map as it is heard."""
    what = of_role(t, name, role)
    return f"{what} {spoken_score(t, scored.score) if scored else t('Not asked of this role.')}"


def of_role(t: Translator, name: str, role: str) -> str:
    return t("{name}, {role}.", name=name, role=role)
