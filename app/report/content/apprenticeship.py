"""Facts for a first talk about an apprenticeship: what is there, what is missing, whom to contact (brief, KEU-5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.catalogues.model import Directory, FundingRoute
from app.i18n import Translator
from app.mapping.apprenticeship import LEAST_HOURS, Apprenticeship, Missing, asked_of, missing
from app.mapping.funding import is_gone, is_to_check
from app.mapping.model import Horizon, Measure, OptionType, Role, RoleNeed
from app.mapping.plan import Results
from app.offers.model import Offer
from app.report.blocks import Block, Cell, Column, Group, Line, PenRows, Row, Run, Section, Table
from app.report.content import phrases
from app.report.content.aims import aim, printed, still_open
from app.report.content.notes import Fact, fact_table, notes
from app.report.content.phrases import cell, joined, plain, quiet, said, strong, urgent
from app.report.content.sources import sources
from app.wording import funding as words
from app.wording.documents import no_decision, speaks_of_roles
from app.wording.sentences import method_sentence
from app.wording.words import capital, short_horizon_name

ROUTES: Final = ("F02", "F03", "F05")
"""The apprenticeship itself, its compensation, and the wage subsidy; the first also says whom to ask."""
ASKED: Final[tuple[Missing, ...]] = ("open_post", "weekly_hours", "instructor", "studies")
MOST: Final = 12
"""Competences to learn that are told one by one."""
PEN_ROWS: Final = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """What a paper is about: a role, or the whole company; needs that could be learnt, measures that are meant."""

    role: Role | None
    needs: tuple[RoleNeed, ...]
    measures: tuple[Measure, ...]


def subject_of(results: Results, role_key: str = "") -> Subject:
    """The role asked for, or whatever apprenticeships are planned; without any, agreed needs, those of a unit first."""
    mapping = results.mapping
    planned = [m for m in still_open(printed(results)) if m.option is OptionType.APPRENTICESHIP]
    pairs = [(measure, aim(results, measure).need) for measure in planned]
    mine = [(m, need) for m, need in pairs if not role_key or (need and need.role_key == role_key)]
    agreed = [a.scored.need for a in results.agreed]
    of_unit = [need for need in agreed if need.unit_code or need.qualification_code]
    chosen = [need for _, need in mine if need] or of_unit or agreed
    if role_key:
        chosen = [need for need in mapping.needs if need.role_key == role_key]
    role = next((role for role in mapping.roles if role.key == role_key), None)
    return Subject(role, tuple(dict.fromkeys(chosen)), tuple(measure for measure, _ in mine))


def asked(results: Results, subject: Subject) -> Apprenticeship:
    """The four answers; studies are chosen where one of the needs or offers says which."""
    by_measure = [asked_of(results.told, None, measure) for measure in subject.measures]
    found = [*by_measure, *(asked_of(results.told, need) for need in subject.needs)]
    told = asked_of(results.told, None)
    return Apprenticeship(told.open_post, told.weekly_hours, told.instructor, any(one.studies for one in found))


def sections(t: Translator, results: Results, subject: Subject, directory: Directory) -> tuple[Section, ...]:
    return (
        _state(t, asked(results, subject)),
        _work(t, results, subject),
        _contact(t, results, subject, directory),
        notes(t, _facts(t, results, subject)),
    )


def _state(t: Translator, answers: Apprenticeship) -> Section:
    """The four things a provider asks first; what is missing has room for a pen."""
    lacking = missing(answers)
    columns = (
        Column("what", t("What a provider asks first"), 5.5),
        Column("state", t("State"), 2),
        Column("note", t("Note"), 4.5),
    )
    rows = tuple(_asked_row(t, one, there=one not in lacking) for one in ASKED)
    return Section(
        "state",
        t("What is there and what is missing"),
        words.apprenticeship(t, lacking),
        (Table("state", columns, (Group(rows),)),),
    )


def _asked_row(t: Translator, one: Missing, *, there: bool) -> Row:
    name = capital(t(words.MISSING[one], n=LEAST_HOURS))
    state = plain(t("is there")) if there else urgent(t("missing"))
    return Row((Cell((strong(name),), box="ticked" if there else "open"), cell(state), Cell()))


def _work(t: Translator, results: Results, subject: Subject) -> Section:
    pen = PenRows(
        (
            Column("hours", t("Hours a week"), 3),
            Column("wage", t("Agreement on the wage"), 3),
            Column("start", t("When it could begin"), 3),
            Column("guide", t("Who guides"), 3),
        ),
        1,
    )
    table = fact_table("company", _company(t, results, subject))
    return Section("work", t("The work"), "", (table, _learnt(t, subject), pen))


def _company(t: Translator, results: Results, subject: Subject) -> list[Fact]:
    company = results.mapping.company
    size = t("{size} people", size=company.size) if company.size else ""
    roles = [subject.role] if subject.role else _roles(results, subject)
    names = t.listed(role.name for role in roles if role.name)
    return [
        (t("Company"), [strong(company.name), quiet(joined(company.sector_words, company.municipality_name, size))]),
        (t("Role"), [plain(names)]),
    ]


def _learnt(t: Translator, subject: Subject) -> Block:
    """What would be learnt; room to write where nothing is chosen."""
    title = t("What would be learnt")
    rows = tuple(_need(t, need) for need in subject.needs[:MOST])
    if not rows:
        return PenRows((Column("line", "", 12),), PEN_ROWS, title)
    columns = (
        Column("competence", t("Competence and levels wanted"), 6),
        *(Column(h.value, short_horizon_name(t, h), 0.75, right=True) for h in Horizon),
        Column("unit", t("Qualification and unit"), 3.75),
    )
    return Table("needs", columns, (Group(rows, strong(title)),))


def _roles(results: Results, subject: Subject) -> list[Role]:
    keys = {need.role_key for need in subject.needs}
    return [role for role in phrases.roles_in_order(results.mapping) if role.key in keys]


def _need(t: Translator, need: RoleNeed) -> Row:
    targets = (need.targets.at(horizon) for horizon in Horizon)
    levels = (cell(plain("–" if target is None else str(target))) for target in targets)
    codes = quiet(joined(need.qualification_code, need.unit_code))
    return Row((cell(said(t, need.name, strong=True)), *levels, cell(said(t, need.unit_name), codes)))


def _contact(t: Translator, results: Results, subject: Subject, directory: Directory) -> Section:
    today = results.today
    routes = [r for code in ROUTES if (r := directory.funding.route(code)) and not is_gone(r, today)]
    services = [directory.services.service(route.ask) for route in routes[:1]]
    ask = [plain(words.contact(t, service, directory, today)) for service in services if service]
    offers = dict.fromkeys(m.offer for m in subject.measures if m.offer)
    facts: list[Fact] = [(t("Ask"), ask), *((t("Offer"), list(_offer(t, offer))) for offer in offers)]
    record = PenRows(
        (Column("day", t("Day"), 2), Column("who", t("Who was asked"), 4), Column("what", t("What was said"), 6)),
        PEN_ROWS,
    )
    blocks = (fact_table("ask", facts), _routes(t, results, routes, directory), record)
    return Section("contact", t("Whom to contact"), t(words.NO_PROMISE), blocks)


def _offer(t: Translator, offer: Offer) -> Iterator[Line]:
    works = offer.link.startswith(("https://", "http://"))
    yield (*said(t, offer.name, strong=True), Run(" "), *said(t, offer.provider, "quiet"))
    if offer.example:
        yield strong(t("An example: there is no such offer."))
    yield plain(offer.contact)
    yield (Run(offer.link, link=offer.link if works else ""),) if offer.link else ()
    yield quiet(t("checked {day}", day=t.day(offer.checked_on)) if offer.checked_on else t("not checked"))


def _routes(t: Translator, results: Results, routes: Sequence[FundingRoute], directory: Directory) -> Table:
    columns = (
        Column("route", t("Route"), 3),
        Column("conditions", t("What must be true"), 4.5),
        Column("decides", t("Who decides"), 2.75),
        Column("checked", t("Checked"), 1.75),
    )
    rows = tuple(_route(t, results, route, directory) for route in routes)
    return Table("routes", columns, (Group(rows),))


def _route(t: Translator, results: Results, route: FundingRoute, directory: Directory) -> Row:
    old = is_to_check(route, directory.funding, results.today)
    checked = [plain(t.day(route.checked))]
    if old:
        checked.append(strong(t("check before decision")))
    elif route.certainty != "verified":
        checked.append(quiet(t(words.CERTAINTIES[route.certainty])))
    return Row(
        (
            cell(said(t, route.name, strong=True), quiet(route.code)),
            cell(said(t, route.conditions), strong(words.before_start(t, route))),
            cell(said(t, route.decides)),
            cell(*checked),
        ),
        stale=old,
    )


def _facts(t: Translator, results: Results, subject: Subject) -> list[Fact]:
    mapping = replace(results.mapping, needs=subject.needs, measures=subject.measures)
    return [
        (t("Please note"), [strong(no_decision(t))]),
        (t("Method"), [plain(method_sentence(t, mapping.method_version))]),
        (t("Sources"), sources(t, replace(results, mapping=mapping))),
        (t("People"), [plain(speaks_of_roles(t))]),
    ]
