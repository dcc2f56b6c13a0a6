"""The whole main job on the sample company, from an empty folder to the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from app.errors import UserError
from app.frameworks.model import Framework, Unit
from app.i18n import Translator
from app.languages import Language
from app.mapping.corpus import Corpus
from app.mapping.matching import Match, best
from app.mapping.model import (
    MAX_AGREED,
    Agreed,
    Assessment,
    CardHolding,
    Mapping,
    Measure,
    OptionType,
    Role,
    RoleNeed,
)
from app.mapping.plan import Results
from app.mapping.scoring import NeedScore, ranked
from app.mapping.ways import Option
from app.mapping.ways_rules import OPTION_OF_OFFER
from app.offers.model import Offer
from app.services import companies, libraries, mappings, options, planning, plans
from app.services.desk import Desk
from app.services.results import results_of

UNITS_PER_ROLE = 6


def run(
    desk: Desk,
    out: Path,
    t: Translator,
    tell: Callable[[str], None],
    qualification: Path | None = None,
    offer_files: Sequence[Path] = (),
) -> Mapping:
    """Fill an empty desk, score, agree, plan, and write plan.pdf and plan.json into `out`."""
    mapping = companies.sample(desk, t.language)
    tell(t("Sample company: {name}", name=mapping.company.name))
    offers = _imported_offers(desk, offer_files, t, tell)
    if qualification:
        framework = _imported_qualification(desk, qualification, t, tell)
        mapping = on_qualification(mapping, framework, offers, t.language)
    desk.cases.add(mapping, companies.sample_survey())
    drawn_on = options.made_ready(desk, offers) if offer_files else options.ready_offers(desk, mapping)
    mapping = planned(desk, mapping, t, drawn_on)
    tell(t.n("{n} need scored", "{n} needs scored", len(mapping.needs)))
    tell(t.n("{n} measure in the plan", "{n} measures in the plan", len(mapping.measures)))
    plans.write_pdf(desk, mapping.key, t.language, out / "plan.pdf")
    plans.write_json(desk, mapping.key, t.language, out / "plan.json")
    return mapping


def _imported_qualification(desk: Desk, path: Path, t: Translator, tell: Callable[[str], None]) -> Framework:
    [report] = libraries.import_files(desk, [path], kind="eperusteet")
    if report.error:
        raise report.error
    [key] = report.new or report.unchanged or report.updated
    framework = desk.library.framework(key)
    tell(t("Qualification: {name}", name=framework.name.said(t.language).text))
    return framework


def _imported_offers(
    desk: Desk, paths: Sequence[Path], t: Translator, tell: Callable[[str], None]
) -> tuple[Offer, ...]:
    for report in libraries.import_files(desk, paths):
        if report.error:
            raise report.error
    offers = desk.library.offers()
    if paths:
        tell(t.n("{n} offer read", "{n} offers read", len(offers)))
    return offers


def on_qualification(sample: Mapping, framework: Framework, offers: Sequence[Offer], language: Language) -> Mapping:
    """The sample company's roles on units of an official qualification; its levels are reused as an example.

    Its people learn in the given language, so that it can take up offers in that language.
    """
    offered = {code for offer in offers for code in offer.unit_codes}
    units = [u for u in framework.units if u.kind == "vocational"]
    if not units:
        raise UserError("{name} has no vocational units to map on.", {"name": str(framework.name)})
    chosen = sorted(units, key=lambda u: u.code not in offered)
    needs: list[RoleNeed] = []
    answers: list[Assessment] = []
    for position, role in enumerate(sample.roles):
        own = _units_of(chosen, position, len(sample.roles))
        role_needs, role_answers = _remapped(sample, role, framework, own)
        needs += role_needs
        answers += role_answers
    return replace(
        sample,
        company=replace(sample.company, service_language=language),
        needs=tuple(needs),
        assessments=tuple(answers),
        agreed=(),
        measures=(),
    )


def _units_of(units: Sequence[Unit], position: int, roles: int) -> Sequence[Unit]:
    """Every role gets its own units in turn, so that all roles meet some of the offered ones."""
    return units[position::roles][:UNITS_PER_ROLE] or units[:1]


def _remapped(
    sample: Mapping, role: Role, framework: Framework, units: Sequence[Unit]
) -> tuple[list[RoleNeed], list[Assessment]]:
    old = [n for n in sample.needs if n.role_key == role.key]
    needs, answers = [], []
    for position, (unit, model) in enumerate(zip(units, old, strict=False)):
        need = replace(
            mappings.unit_need(framework, unit, role),
            key=f"{role.key}-{unit.key}",
            targets=model.targets,
            criticality=model.criticality,
            required=model.required,
            position=position,
        )
        needs.append(need)
        answers += [replace(a, need_key=need.key) for a in sample.assessments if a.need_key == model.key]
    return needs, answers


def planned(desk: Desk, mapping: Mapping, t: Translator, offers: Corpus) -> Mapping:
    """Agree on the five first where nothing is agreed yet, and give every measure and priority its offer."""
    agreed = mapping.agreed or _first_five(ranked(mapping))
    found = results_of(desk, replace(mapping, agreed=agreed))
    measures = mapping.measures or _measures(desk, found, t, offers)
    measures = tuple(_with_offer(found, m, offers) for m in measures)
    desk.cases.put(mapping.key, *agreed, *measures)
    return desk.cases.load(mapping.key)


def _first_five(scored: Sequence[NeedScore]) -> tuple[Agreed, ...]:
    known = [s for s in scored if s.score.index is not None][:MAX_AGREED]
    return tuple(Agreed(need_key=s.need.key, position=i) for i, s in enumerate(known))


def _measures(desk: Desk, found: Results, t: Translator, offers: Corpus) -> tuple[Measure, ...]:
    """One measure a priority, out of what the window proposes for it; deadlines are spread over the year."""
    known, mapping = options.known(desk, found.mapping), found.mapping
    measures: list[Measure] = []
    for position, agreed in enumerate(mapping.agreed):
        ways = planning.ways(found, agreed.need_key, offers, known)
        way = _chosen(ways, {OptionType.ACCEPTED_RISK, *(measure.option for measure in measures)})
        measures.append(
            replace(
                planning.measure_from(mapping, agreed.need_key, way),
                key=f"measure-{position}",
                responsible=t("Owner") if position == 0 else t("Supervisor"),
                deadline=desk.today + timedelta(days=14 if position == 0 else 60 * position + 30),
                success_sign=t("Enough people reach the target level"),
                first_step=position == 0,
                position=position,
            )
        )
    return tuple(measures)


def _chosen(ways: Sequence[Option], taken: set[OptionType]) -> Option:
    """The best offer; without one the best way that is not taken yet, since one advice for everything is none."""
    offered = next((way for way in ways if way.match), None)
    return offered or next((way for way in ways if way.option not in taken), ways[0])


def _with_offer(found: Results, measure: Measure, offers: Corpus) -> Measure:
    """Quote the best offer of the measure's own kind, if there is one."""
    if measure.offer:
        return measure
    fitting = (m.offer for m in _fitting(found, measure, offers))
    return replace(measure, offer=next((o for o in fitting if OPTION_OF_OFFER[o.offer_type] is measure.option), None))


def _fitting(found: Results, measure: Measure, offers: Corpus) -> Sequence[Match]:
    everything: tuple[RoleNeed | CardHolding, ...] = (*found.mapping.needs, *found.mapping.cards)
    of = next((each for each in everything if each.key == measure.for_key), None)
    return best(options.asked(found, of, offers), offers, limit=10) if of else ()
