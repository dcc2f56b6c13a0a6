"""A way forward in words, line by line, so that several can stand side by side. No Qt here.

What the source does not say is "Not known"; what does not concern a way forward is a dash. Neither is ever free.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from app.i18n import Translator, mark
from app.mapping.model import OptionType
from app.mapping.ways import Option
from app.offers.model import Offer, is_stale
from app.services.planning import why
from app.wording.offers import extent_of, language_name, offer_mode_name, places_of, price_of
from app.wording.words import capital, option_name

Group = Literal["work", "college", "outside", "wait"]

NONE: Final = "–"
TAUGHT: Final = (
    OptionType.SHORT_COURSE,
    OptionType.UNIT,
    OptionType.QUALIFICATION,
    OptionType.APPRENTICESHIP,
    OptionType.DEMONSTRATION,
    OptionType.BADGE,
    OptionType.REFERRAL,
)
GROUPS: Final[dict[OptionType, Group]] = {
    **dict.fromkeys(TAUGHT, "college"),
    OptionType.CARD: "outside",
    OptionType.RECRUITMENT: "outside",
    OptionType.SUBCONTRACTING: "outside",
    OptionType.ACCEPTED_RISK: "wait",
}
"""What an option without an offer is; any other is done at work."""
GROUP_NAMES: Final[dict[Group, str]] = {
    "work": mark("Done at work"),
    "college": mark("With a college"),
    "outside": mark("From outside"),
    "wait": mark("Not now"),
}
GROUP_ICONS: Final[dict[Group, str]] = {"work": "people", "college": "talk", "outside": "briefcase", "wait": "clock"}
ICONS: Final = {OptionType.TOOL: "settings", OptionType.RECRUITMENT: "person", OptionType.CARD: "card"}
WHY, CHECKED = "why", "checked"
ROWS: Final = {
    WHY: mark("Why proposed"),
    "where": mark("Where"),
    "starts": mark("Starts"),
    "extent": mark("Extent"),
    "price": mark("Price"),
    "language": mark("Teaching language"),
    CHECKED: mark("Checked"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """One column: what kind it is of, what it is called, and what stands in those of `ROWS` that concern it."""

    option: Option
    icon: str
    kind: str
    title: str
    facts: dict[str, str]
    stale: bool = False


def way(t: Translator, option: Option, today: date) -> Way:
    """An option in words."""
    if option.match:
        return _with_offer(t, option, option.match.offer, today)
    group = GROUPS.get(option.option, "work")
    icon = ICONS.get(option.option, GROUP_ICONS[group])
    facts = {WHY: why(t, option), **(_at_work(t, option.option) if group == "work" else {})}
    return Way(option, icon, t(GROUP_NAMES[group]), capital(option_name(t, option.option)), facts)


def _with_offer(t: Translator, option: Option, offer: Offer, today: date) -> Way:
    name, facts = offer.name.said(t.language).text, {WHY: why(t, option), **_of_offer(t, offer, today)}
    if is_to_check(offer, today):
        age = t("Old information") if offer.checked_on else t("Unchecked information")
        return Way(option, "hourglass", age, name, facts, stale=True)
    return Way(option, ICONS.get(option.option, "school"), capital(option_name(t, option.option)), name, facts)


def is_to_check(offer: Offer, today: date) -> bool:
    """Whether nobody should rely on an offer before it has been checked, as on paper."""
    return offer.checked_on is None or is_stale(offer, today)


def lines(ways: Sequence[Way]) -> list[str]:
    """Keys of the lines that concern at least one of these."""
    return [key for key in ROWS if any(key in of.facts for of in ways)]


def fact(t: Translator, of: Way, key: str) -> str:
    """What stands in one line of one column."""
    return of.facts.get(key, "") or (t("Not known") if of.option.match else NONE)


def spoken(t: Translator, of: Way) -> str:
    """The whole column, for those who listen."""
    return "; ".join(f"{t(name)}: {fact(t, of, key)}" for key, name in ROWS.items() if key in of.facts)


def brief(of: Way) -> tuple[str, ...]:
    """Lines of an offer where columns would be too much: where and in which language; when, how much, what price."""
    where, language = of.facts["where"], of.facts["language"]
    price = "" if of.stale else of.facts["price"]
    lines = ((where, language), (of.facts["starts"], of.facts["extent"], price))
    return tuple(filter(None, (" · ".join(filter(None, line)) for line in lines)))


def _at_work(t: Translator, option: OptionType) -> dict[str, str]:
    return {
        "where": capital(offer_mode_name(t, "workplace")),
        "starts": t("When you agree on it"),
        "price": "" if option is OptionType.TOOL else t("Own working time"),
        CHECKED: t("Nothing to check"),
    }


def _of_offer(t: Translator, offer: Offer, today: date) -> dict[str, str]:
    return {
        "where": _where(t, offer),
        "starts": _starts(t, offer),
        "extent": extent_of(t, offer),
        "price": t("Not shown") if is_to_check(offer, today) else _price(t, offer),
        "language": capital(t.listed(language_name(t, code) for code in offer.languages)),
        CHECKED: checked(t, offer, today),
    }


def _where(t: Translator, offer: Offer) -> str:
    """Provider, municipalities, and how one takes part where that is not simply there."""
    modes = [offer_mode_name(t, mode) for mode in offer.mode if mode != "onsite"]
    places = [place.text for place in places_of(t, offer)]
    parts = (offer.provider.said(t.language).text, t.listed(places), t.listed(modes))
    return capital(", ".join(part for part in parts if part))


def _starts(t: Translator, offer: Offer) -> str:
    start = t.day(offer.start) if offer.start else capital(offer.start_words.said(t.language).text)
    if not offer.apply_by:
        return start
    apply_by = t("apply by {day}", day=t.day(offer.apply_by))
    return f"{start}, {apply_by}" if start else capital(apply_by)


def _price(t: Translator, offer: Offer) -> str:
    note = offer.price_note.said(t.language).text
    return f"{capital(price_of(t, offer))}. {note}" if note else capital(price_of(t, offer))


def checked(t: Translator, offer: Offer, today: date) -> str:
    """When and by whom; a word to check again where that is long ago or never was; and that an example is one."""
    day = t.day(offer.checked_on) if offer.checked_on else capital(t("not checked"))
    if is_to_check(offer, today):
        words = t("{day}. Check before you promise.", day=day)
    else:
        words = f"{day}, {offer.checked_by}" if offer.checked_by else day
    return f"{words.removesuffix('.')}. {t('An example: there is no such offer.')}" if offer.example else words
