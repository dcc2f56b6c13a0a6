"""The person extract: what is stored of one person, as a paper to read and as data to take along (brief, 3.4, 9.5)."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from app.i18n import Translator
from app.languages import LANGUAGES
from app.mapping.model import Assessment, CardHolding, Measure, Person, RoleNeed
from app.report.content.person import Change, Kept, KeptThen, PersonRecord, sections
from app.report.content.phrases import joined
from app.texts import Text

FORMAT: Final = "kartturi-person/1"
_WHAT: Final = {Assessment: "answer", CardHolding: "card", Person: "person"}


def render(record: PersonRecord, t: Translator, version: str) -> bytes:
    """The extract as PDF in the translator's language; the same record and version give the same bytes."""
    from app.report.pdf import canvas, fonts
    from app.report.pdf.document import running_head
    from app.report.pdf.flow import Flow
    from app.report.pdf.sections import place_section

    fonts.register()
    kind, whose, flow = t("Person extract"), joined(record.person.code, record.company), Flow(t)
    for section in sections(t, record):
        place_section(flow, section)
    for number, page in enumerate(flow.pages, 1):
        page.items[:0] = running_head(t, kind, whose, t.day(record.day), number, len(flow.pages))
    about = canvas.About(f"{kind}: {whose}", kind, t.language, record.day.isoformat(), version)
    return canvas.drawn(flow.pages, about)


def as_data(record: PersonRecord) -> dict[str, Any]:
    """The same by the names of the fields, in no language: days are ISO, what is not known is null."""
    needs = {need.key: need for need in record.needs}
    return {
        "format": FORMAT,
        "day": record.day.isoformat(),
        "company": record.company,
        "person": {"code": record.person.code, "name": record.person.display_name, "role": record.role.name},
        "competences": [_need(need) for need in record.needs],
        "answers": [_answer(needs, answer) for answer in record.answers],
        "cards": [_card(card) for card in record.cards],
        "measures": [_measure(measure) for measure in record.measures],
        "history": [_change(needs, change) for change in record.history],
        "approved": [_then(then) for then in record.approved],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _text(text: Text) -> dict[str, str]:
    return {language: text.get(language) for language in LANGUAGES if text.get(language)}


def _need(need: RoleNeed) -> dict[str, Any]:
    targets = need.targets
    return {
        "name": _text(need.name),
        "code": need.competence_code,
        "source": _text(need.source_name),
        "targets": {"now": targets.now, "in_one_year": targets.y1, "in_three_years": targets.y3},
    }


def _answer(needs: dict[str, RoleNeed], answer: Assessment) -> dict[str, Any]:
    need = needs.get(answer.need_key)
    return {
        "competence": _text(need.name) if need else {},
        "assessor": answer.assessor,
        "level": answer.level,
        "language_free_level": answer.language_free_level,
        "not_part_of_job": answer.not_part_of_job,
        "evidence": answer.evidence,
        "reason": answer.reason,
        "note": answer.note,
        "on": _day(answer.on),
    }


def _card(card: CardHolding) -> dict[str, Any]:
    return {"card": card.card, "name": _text(card.name), "state": card.state, "valid_to": _day(card.valid_to)}


def _measure(measure: Measure) -> dict[str, Any]:
    words = ("option", "what", "responsible", "success_sign", "cost", "status", "funding_route", "why", "first_step")
    offer = measure.offer
    return {
        **{name: getattr(measure, name) for name in words},
        "deadline": _day(measure.deadline),
        "offer": {"name": _text(offer.name), "provider": _text(offer.provider)} if offer else None,
    }


def _change(needs: dict[str, RoleNeed], change: Change) -> dict[str, Any]:
    return {
        "what": _WHAT[type(change.after or change.before)],
        "at": change.at.isoformat(timespec="seconds"),
        "by": change.by,
        "act": change.act,
        "before": _kept(needs, change.before),
        "after": _kept(needs, change.after),
    }


def _then(then: KeptThen) -> dict[str, Any]:
    needs = {need.key: need for need in then.needs}
    return {
        "version": then.number,
        "on": then.approved_on.isoformat(),
        "answers": [_answer(needs, answer) for answer in then.answers],
        "cards": [_card(card) for card in then.cards],
        "measures": [_measure(measure) for measure in then.measures],
    }


def _kept(needs: dict[str, RoleNeed], kept: Kept | None) -> dict[str, Any] | None:
    match kept:
        case Assessment():
            return _answer(needs, kept)
        case CardHolding():
            return _card(kept)
        case Person():
            return {"code": kept.code, "name": kept.display_name}
        case None:
            return None
