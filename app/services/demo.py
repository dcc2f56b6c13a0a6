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
    Mapping,
    Measure,
    OptionType,
    Role,
    RoleNeed,
)
from app.mapping.scoring import NeedScore, ranked
from app.mapping.ways_rules import OPTION_OF_OFFER
from app.offers.model import Offer
from app.services import companies, libraries, mappings, options, plans
from app.services.desk import Desk
from app.wording.words import option_name

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
    with_agreed = replace(mapping, agreed=agreed)
    measures = mapping.measures or _measures(desk, with_agreed, t, offers)
    measures = tuple(_with_offer(with_agreed, m, offers) for m in measures)
    desk.cases.put(mapping.key, *agreed, *measures)
    return desk.cases.load(mapping.key)


def _first_five(scored: Sequence[NeedScore]) -> tuple[Agreed, ...]:
    known = [s for s in scored if s.score.index is not None][:MAX_AGREED]
    return tuple(Agreed(need_key=s.need.key, position=i) for i, s in enumerate(known))


def _measures(desk: Desk, mapping: Mapping, t: Translator, offers: Corpus) -> tuple[Measure, ...]:
    """One measure a priority: the best offer, or pair work where none fits; deadlines spread over the year."""
    needs = {n.key: n for n in mapping.needs}
    measures = []
    for position, agreed in enumerate(mapping.agreed):
        need = needs[agreed.need_key]
        found = best(options.wanted(mapping, need, offers.today), offers, limit=1)
        option = _option(need, found[0].offer) if found else OptionType.PAIR_WORK
        measures.append(
            Measure(
                key=f"measure-{position}",
                for_key=need.key,
                option=option,
                what=t("{option}: {name}", option=option_name(t, option), name=need.name.said(t.language).text),
                responsible=t("Owner") if position == 0 else t("Supervisor"),
                deadline=desk.today + timedelta(days=14 if position == 0 else 60 * position + 30),
                success_sign=t("Enough people reach the target level"),
                offer=found[0].offer if found else None,
                first_step=position == 0,
                position=position,
            )
        )
    return tuple(measures)


def _option(need: RoleNeed, offer: Offer) -> OptionType:
    """What is taken of an offer: of a whole qualification the one unit that is needed."""
    option = OPTION_OF_OFFER[offer.offer_type]
    return OptionType.UNIT if option is OptionType.QUALIFICATION and need.unit_code else option


def _with_offer(mapping: Mapping, measure: Measure, offers: Corpus) -> Measure:
    """Quote the best offer of the measure's own kind, if there is one."""
    if measure.offer:
        return measure
    found = (m.offer for m in _found(mapping, measure, offers))
    return replace(measure, offer=next((o for o in found if OPTION_OF_OFFER[o.offer_type] is measure.option), None))


def _found(mapping: Mapping, measure: Measure, offers: Corpus) -> Sequence[Match]:
    need = next((n for n in mapping.needs if n.key == measure.for_key), None)
    if need:
        return best(options.wanted(mapping, need, offers.today), offers, limit=10)
    card = next((c for c in mapping.cards if c.key == measure.for_key), None)
    return best(options.renewing(mapping, card), offers) if card else ()
