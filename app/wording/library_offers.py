"""What is said of a training offer, a service or a funding route in the library."""

from __future__ import annotations

from datetime import date

from app.catalogues.model import Directory, FundingRoute, Service
from app.i18n import Translator
from app.mapping.funding import is_gone, is_to_check
from app.mapping.referral import is_stale as is_contact_stale
from app.offers.ending import is_over
from app.offers.lacks import lacks
from app.offers.model import Offer, is_stale
from app.wording import funding
from app.wording.lacks import lack_said
from app.wording.library import Told
from app.wording.offers import (
    extent_of,
    language_name,
    offer_mode_name,
    offer_type_name,
    places_of,
    price_of,
    time_name,
)


def place_said(t: Translator, offer: Offer) -> str:
    """Where an offer is given; of one without a place how."""
    places = ", ".join(place.text for place in places_of(t, offer))
    return places or ", ".join(offer_mode_name(t, mode) for mode in offer.mode)


def start_said(t: Translator, offer: Offer) -> str:
    return t.day(offer.start) if offer.start else t.said(offer.start_words)


def checked_said(t: Translator, offer: Offer, today: date) -> str:
    """When an offer was checked; nobody should promise anything of an old one, or of one that is given no more."""
    if is_over(offer, today):
        return t("given no more")
    if offer.checked_on is None:
        return t("check first")
    day = t.day(offer.checked_on)
    return f"{day}, {t('check first')}" if is_stale(offer, today) else day


def is_doubtful(offer: Offer, today: date) -> bool:
    """Whether nobody should rely on an offer before it has been checked."""
    return offer.checked_on is None or is_stale(offer, today) or is_over(offer, today)


def offer_told(t: Translator, offer: Offer, today: date) -> Told:
    """All that is known of an offer, and what it lacks."""
    missing = [lack_said(t, lack) for lack in lacks(offer, today)]
    facts = (
        (t("Kind"), offer_type_name(t, offer.offer_type)),
        (t("What you can do afterwards"), t.said(offer.can_do_after)),
        (t("For whom"), t.said(offer.for_whom)),
        (t("Extent"), extent_of(t, offer)),
        (t("Teaching language"), t.listed(language_name(t, each) for each in offer.languages)),
        (t("Place"), ", ".join(t.said(place) for place in offer.places)),
        (t("How"), ", ".join([offer_mode_name(t, m) for m in offer.mode] + [time_name(t, w) for w in offer.time])),
        (t("Start"), start_said(t, offer)),
        (t("Apply by"), t.day(offer.apply_by) if offer.apply_by else ""),
        (t("Price"), ", ".join(filter(None, (price_of(t, offer), t.said(offer.price_note))))),
        (t("Qualification units"), ", ".join(offer.unit_codes)),
        (t("Qualifications"), ", ".join(offer.qualification_codes)),
        (t("Contact"), "\n".join(filter(None, (offer.contact, offer.link)))),
        (t("Source"), offer.source),
        (t("Checked"), checked_said(t, offer, today)),
        (t("This offer lacks"), ", ".join(missing)),
    )
    return Told(
        t.said(offer.name),
        t.said(offer.provider),
        t.said(offer.description),
        tuple(fact for fact in facts if fact[1]),
        _warning(t, offer, today),
    )


def _warning(t: Translator, offer: Offer, today: date) -> str:
    if is_over(offer, today):
        return t("This is given no more.")
    return t("Check first: this was checked long ago, or never.") if is_doubtful(offer, today) else ""


def service_state(t: Translator, service: Service, directory: Directory, today: date) -> str:
    return t("check first") if is_contact_stale(service, directory.services, today) else t("in force")


def service_told(t: Translator, service: Service, directory: Directory, today: date) -> Told:
    """A service: what it does, for whom, and whom to ask where somebody has filled it in."""
    old = is_contact_stale(service, directory.services, today)
    facts = (
        (t("For whom"), t.said(service.for_whom)),
        (t("Where"), t.said(service.area)),
        (t("Contact"), "\n".join(filter(None, (service.contact, service.link)))),
        (t("Checked"), t.day(service.checked) if service.checked else t("never")),
    )
    warning = t("Who this is here has not been checked. Find out before you refer anybody.") if old else ""
    shown = tuple(fact for fact in facts if fact[1])
    return Told(t.said(service.name), t("Service"), t.said(service.does), shown, warning)


def route_state(t: Translator, route: FundingRoute, directory: Directory, today: date) -> str:
    if is_gone(route, today):
        return t("ended")
    return t("check first") if is_to_check(route, directory.funding, today) else t("in force")


def route_told(t: Translator, route: FundingRoute, directory: Directory, today: date) -> Told:
    """A funding route line by line; of a dead one since when and why."""
    if is_gone(route, today):
        said = funding.gone(t, route)
        facts = ((t("Code"), route.code), (t("Checked"), t.day(route.checked)))
        return Told(funding.name(t, route), t("Funding route"), said, facts, t("This is gone. Propose it to nobody."))
    lines = funding.route_lines(t, route, directory, today)
    warning = t("Check before decision.") if is_to_check(route, directory.funding, today) else ""
    return Told(
        funding.name(t, route), t("Funding route"), t(funding.NO_PROMISE), tuple(("", line) for line in lines), warning
    )
