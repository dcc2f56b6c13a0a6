"""What is said of training offers, why one is proposed, and why a way forward is (brief, 4.8, 4.9, 4.12)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from app.i18n import Translator, mark
from app.mapping.reasons import Reason, ReasonCode
from app.offers.model import ExtentUnit, Mode, Offer, OfferType, ProviderType, Time
from app.texts import Said

if TYPE_CHECKING:
    from app.mapping.ways_rules import WhyOption

OFFER_TYPES: Final[dict[OfferType, str]] = {
    "course": mark("course"),
    "unit": mark("qualification unit"),
    "qualification": mark("whole qualification"),
    "apprenticeship": mark("apprenticeship"),
    "demonstration": mark("vocational demonstration"),
    "badge": mark("badge"),
    "card": mark("card or permit"),
}
PROVIDER_TYPES: Final[dict[ProviderType, str]] = {
    "VET": mark("vocational college"),
    "UAS": mark("university of applied sciences"),
    "UNI": mark("university"),
    "VST": mark("liberal adult education"),
    "company": mark("training company"),
    "other": mark("other provider"),
}
OFFER_MODES: Final[dict[Mode, str]] = {
    "onsite": mark("on site"),
    "workplace": mark("at the workplace"),
    "online": mark("online"),
    "blended": mark("partly online"),
}
TIMES: Final[dict[Time, str]] = {
    "day": mark("in the daytime"),
    "evening": mark("in the evenings"),
    "weekend": mark("at weekends"),
    "own_pace": mark("at one's own pace"),
}
LANGUAGES: Final = {
    "fi": mark("Finnish"),
    "sv": mark("Swedish"),
    "en": mark("English"),
    "se": mark("Sámi"),
    "ru": mark("Russian"),
    "et": mark("Estonian"),
}
REASONS: Final = {
    ReasonCode.SAME_UNIT: mark("covers the qualification unit {value}"),
    ReasonCode.SAME_QUALIFICATION: mark("belongs to the same qualification, {value}"),
    ReasonCode.SAME_CARD: mark("gives this very card or permit"),
    ReasonCode.SAME_TAG: mark("is about the very same competence"),
    ReasonCode.NEAR_TAG: mark("is about the same area of competence"),
    ReasonCode.WORDS: mark("speaks of the same: {value}"),
    ReasonCode.RIGHT_LEVEL: mark("is of the right level"),
    ReasonCode.LANGUAGE: mark("teaching language: {value}"),
    ReasonCode.SAME_MUNICIPALITY: mark("in the company's own municipality, {value}"),
    ReasonCode.SAME_REGION: mark("in the company's own region"),
    ReasonCode.NEAR_REGION: mark("in a neighbouring region"),
    ReasonCode.ONLINE: mark("online, no travelling"),
    ReasonCode.AT_WORKPLACE: mark("at one's own workplace"),
    ReasonCode.WISHED: mark("as the company wishes to learn: {value}"),
    ReasonCode.STARTS_IN_TIME: mark("starts in time, {value}"),
    ReasonCode.ANY_TIME: mark("can be begun at any time"),
    ReasonCode.FREE: mark("free of charge"),
    ReasonCode.UNDER_1000: mark("costs less than €1,000"),
    ReasonCode.UP_TO_5000: mark("costs no more than €5,000"),
    ReasonCode.FUNDABLE: mark("there may be funding for it"),
}
_WAYS: Final = {
    "on_the_job": OFFER_MODES["workplace"],
    "online": OFFER_MODES["online"],
    "short_course": mark("short course"),
    "apprenticeship": OFFER_TYPES["apprenticeship"],
    "qualification": OFFER_TYPES["qualification"],
}
"""Ways of learning that an offer can be, as they are said after a colon."""
MOST_PLACES: Final = 3
WHY: Final[dict[WhyOption, str]] = {
    "shortage_field": mark(
        "A post is open, and such workers are said to be hard to find (check first): hire somebody and train them."
    ),
    "hire_to_train": mark("A post is open, and you could hire somebody to be trained for it."),
    "no_tool": mark("What lacks is a tool, not skill."),
    "no_time": mark("What lacks is time, not skill."),
    "not_allowed": mark("What lacks is permission, not skill."),
    "held_back": mark("What holds people back is time, tools or permission, not skill."),
    "not_needed": mark("This has not been needed so far: agree first whether it is."),
    "teacher_inside": mark("Somebody in the company could teach this."),
    "not_assessed": mark("Nobody has been assessed: let people show what they can."),
    "unit_fit": mark("People can do most of this unit: a college could let them show it instead of a course."),
    "language_hides": mark("Somebody can do more than the language lets them show."),
    "offer_fits": mark("An offer fits this need."),
    "card_needed": mark("This calls for a card or permit."),
    "too_few_people": mark("More people must be able than the role has."),
    "beginners": mark("Somebody begins from nothing, and a colleague can show the work."),
    "somebody_can": mark("Somebody in the role can do this already."),
    "hangs_on_one": mark("Too few could take this over tomorrow: taking turns spreads it."),
    "nobody_can": mark("Nobody can do this yet: bought work helps while people learn."),
    "no_offer": mark("No known offer teaches this: ask a college."),
    "can_wait": mark("This can wait, if you agree on the day to look at it again."),
}


def offer_type_name(t: Translator, offer_type: OfferType) -> str:
    return t(OFFER_TYPES[offer_type])


def provider_type_name(t: Translator, provider_type: ProviderType) -> str:
    return t(PROVIDER_TYPES[provider_type])


def offer_mode_name(t: Translator, mode: Mode) -> str:
    return t(OFFER_MODES[mode])


def time_name(t: Translator, time: Time) -> str:
    return t(TIMES[time])


def language_name(t: Translator, code: str) -> str:
    """The name of a language; one that has no name here by its code."""
    return t(LANGUAGES[code]) if code in LANGUAGES else code


def extent(t: Translator, value: Decimal, unit: ExtentUnit) -> str:
    """An extent with its unit: "15 competence points", "2 days"."""
    figures = t.said(value)
    plural = 1 if value == 1 else 2  # 1.5 days, never 1.5 day
    match unit:
        case "osp":
            return t.n("{value} competence point", "{value} competence points", plural, value=figures)
        case "op":
            return t.n("{value} credit", "{value} credits", plural, value=figures)
        case "h":
            return t.n("{value} hour", "{value} hours", plural, value=figures)
        case "d":
            return t.n("{value} day", "{value} days", plural, value=figures)


def extent_of(t: Translator, offer: Offer) -> str:
    """The extent of an offer, or nothing where the source does not say."""
    if offer.extent_value is None or offer.extent_unit is None:
        return ""
    return extent(t, offer.extent_value, offer.extent_unit)


def places_of(t: Translator, offer: Offer) -> list[Said]:
    """Where an offer is given: the first few municipalities, and how many there are besides."""
    places = [place.said(t.language) for place in offer.places]
    besides = len(places) - MOST_PLACES
    if besides <= 1:  # "one other place" is no shorter than its name
        return places
    return [*places[:MOST_PLACES], Said(t.n("{n} other place", "{n} other places", besides), t.language)]


def price_of(t: Translator, offer: Offer) -> str:
    """The price of an offer in euros; an unknown one is to be asked, and is not free."""
    if offer.price_eur is None:
        return t("ask for the price")
    if not offer.price_eur:
        return t("free of charge")
    return euros(t, offer.price_eur)


def euros(t: Translator, amount: Decimal) -> str:
    """A sum of money, with cents where there are any."""
    return t("€{amount}", amount=t.number(amount, 0 if amount == amount.to_integral_value() else 2))


def match_reason(t: Translator, reason: Reason) -> str:
    """Why an offer is proposed, as a clause."""
    return t(REASONS[reason.code], value=_reason_value(t, reason))


def _reason_value(t: Translator, reason: Reason) -> str:
    if reason.code is ReasonCode.LANGUAGE:
        return language_name(t, reason.value)
    if reason.code is ReasonCode.STARTS_IN_TIME:
        return t.day(date.fromisoformat(reason.value))
    if reason.code is ReasonCode.WISHED and reason.value in _WAYS:
        return t(_WAYS[reason.value])
    return reason.value


def option_why(t: Translator, why: WhyOption) -> str:
    """Why a way forward is proposed."""
    return t(WHY[why])
