"""What is said of funding routes, services and apprenticeships, on screen, on paper and on the command line (brief, 8).

Nothing here promises money: every route says who decides and what must be true.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from app.catalogues.model import Certainty, Directory, Fact, FundingChange, FundingRoute, Service, Way
from app.i18n import Translator, mark
from app.mapping.apprenticeship import LEAST_HOURS, Missing
from app.mapping.funding import RouteProposal, amount, is_gone, is_to_check
from app.mapping.referral import is_stale
from app.wording.words import capital

NO_PROMISE: Final = mark("No route is a promise of money: each says who decides and what must be true.")
WAYS: Final[dict[Way, str]] = {
    "agree": mark("Agree on it with whoever decides."),
    "apply": mark("Apply to whoever decides."),
    "join": mark("Join: a provider or a project has got the money, the company takes part."),
    "order": mark("Ask for an offer and order it."),
    "ask": mark("Ask whether it can be had, and on what terms."),
    "at_work": mark("Agree at work on who, when and how long."),
}
FACTS: Final[dict[Fact, str]] = {
    "hiring": mark("somebody new is looked for"),
    "learner": mark("somebody can be hired to be trained, on a wage"),
    "unemployed": mark("the one who is hired is unemployed"),
    "apprenticeship": mark("an apprenticeship is planned"),
    "whole_occupation": mark("a whole occupation is learnt"),
    "several_units": mark("several qualification units are learnt"),
    "one_unit": mark("one qualification unit is learnt"),
    "part_of_unit": mark("less than a qualification unit is learnt"),
    "only_card": mark("only a card or permit is needed"),
    "badge": mark("a badge is enough"),
    "several_people": mark("several people need the same"),
    "several_companies": mark("several companies need the same"),
    "dismissals": mark("people are about to be dismissed"),
    "business": mark("the business is developed rather than skills"),
    "language": mark("it is about language at work"),
}
CERTAINTIES: Final[dict[Certainty, str]] = {
    "verified": mark("read in a source"),
    "memory": mark("not verified, check first"),
    "judgement": mark("our own rule"),
    "unknown": mark("not known whether this holds"),
}
MISSING: Final[dict[Missing, str]] = {
    "open_post": mark("an open post"),
    "weekly_hours": mark("at least {n} hours of work a week on average"),
    "instructor": mark("a named workplace instructor who is trained for it"),
    "studies": mark("a qualification or a unit that has been chosen"),
}


def name(t: Translator, route: FundingRoute) -> str:
    return route.name.said(t.language).text


def why(t: Translator, proposal: RouteProposal) -> str:
    """Why a route is proposed, and what must be asked before it is one."""
    if not proposal.because and not proposal.if_so:
        return t("This can always be done.")
    said = [t("Proposed because {facts}.", facts=_listed(t, proposal.because))] if proposal.because else []
    if proposal.if_so:
        said.append(t("Ask first: only if {facts}.", facts=_listed(t, proposal.if_so)))
    return " ".join(said)


def _listed(t: Translator, facts: tuple[Fact, ...]) -> str:
    return t.listed(t(FACTS[fact]) for fact in facts)


def decides(t: Translator, route: FundingRoute) -> str:
    return t("Decides: {who}", who=route.decides.said(t.language).text)


def contact(t: Translator, service: Service, directory: Directory, today: date) -> str:
    """Whom to ask: the service, and who that is here where somebody has filled it in."""
    said = service.name.said(t.language).text
    filled = _joined(", ", service.contact, service.link)
    if not filled:
        return said
    old = is_stale(service, directory.services, today)
    return f"{said}: {filled} ({t('check first')})" if old else f"{said}: {filled}"


def ask(t: Translator, route: FundingRoute, directory: Directory, today: date) -> str:
    """Whom to ask about a route; nothing where it is only the company that decides."""
    service = directory.services.service(route.ask)
    return t("Ask: {who}", who=contact(t, service, directory, today)) if service else ""


def before_start(t: Translator, route: FundingRoute) -> str:
    """The word of warning of a route whose decision must come first."""
    return t("Before you start! The decision must come first.") if route.before_start else ""


def too_early(t: Translator) -> str:
    return t("This begins before there can be a decision. Ask at once, or put off the start.")


def checked(t: Translator, route: FundingRoute, directory: Directory, today: date) -> str:
    """When a row was checked, and that it must be again, or how well it is known."""
    said = t("checked {day}", day=t.day(route.checked))
    if is_to_check(route, directory.funding, today):
        return f"{said}: {t('check before decision')}"
    return said if route.certainty == "verified" else f"{said}: {t(CERTAINTIES[route.certainty])}"


def amount_of(t: Translator, route: FundingRoute, directory: Directory, today: date) -> str:
    """An amount that somebody has entered this year, and when; else nothing."""
    found = amount(route, directory.funding, today)
    if not found or route.amount_on is None:
        return ""
    return t("{amount}, told {day}", amount=found.said(t.language).text, day=t.day(route.amount_on))


def gone(t: Translator, route: FundingRoute) -> str:
    """Since when a route is gone and what became of it; nothing of a route that has no end."""
    if route.valid_to is None:
        return ""
    return t("Ended {day}. {what}", day=t.day(route.valid_to), what=route.ended.said(t.language).text)


def change(t: Translator, changed: FundingChange) -> str:
    """What is otherwise than many remember: "Since 1 Jan 2026: …"."""
    told = changed.told.said(t.language).text
    said = t("Since {day}: {what}", day=t.day(changed.since), what=told) if changed.since else told
    return said if changed.certainty == "verified" else f"{said} ({t(CERTAINTIES[changed.certainty])})"


def route_lines(t: Translator, route: FundingRoute, directory: Directory, today: date) -> list[str]:
    """A route line by line: what must be true, who decides, whom to ask, and how fresh that is; or that it is gone."""
    if is_gone(route, today):
        return [gone(t, route)]
    said = (
        t("What must be true: {conditions}", conditions=route.conditions.said(t.language).text),
        t("For whom: {who}", who=route.for_whom.said(t.language).text) if route.for_whom else "",
        _joined(" ", t(WAYS[route.way]), before_start(t, route)),
        _joined(" · ", decides(t, route), ask(t, route, directory, today)),
        amount_of(t, route, directory, today),
        capital(checked(t, route, directory, today)),
    )
    return [line for line in said if line]


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def refer(t: Translator, services: Iterable[Service], directory: Directory, today: date) -> str:
    """To whom to refer besides; nothing without anybody."""
    names = [contact(t, service, directory, today) for service in services]
    return t("Refer to: {services}.", services=t.listed(names)) if names else ""


def apprenticeship(t: Translator, found: tuple[Missing, ...]) -> str:
    """Whether a company is ready to contact a provider about an apprenticeship, or what is missing, by name."""
    if not found:
        return t("Ready to contact a provider about an apprenticeship.")
    names = t.listed(t(MISSING[one], n=LEAST_HOURS) for one in found)
    return t("Missing before a provider is contacted about an apprenticeship: {missing}.", missing=names)
