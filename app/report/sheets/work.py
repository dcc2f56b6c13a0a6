"""Sheets of what was agreed: priorities, measures, the offers they draw on, and the sources of it all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.mapping.plan import AgreedNeed
from app.offers.model import Offer
from app.report import tables
from app.report.content.aims import printed
from app.report.content.phrases import text_of
from app.report.content.sources import sources as told_sources
from app.report.sheets.frame import Frame, sheet
from app.report.tokens import BAND_WASH
from app.report.xlsx import Column, Painted, Sheet, Value
from app.wording.documents import no_decision
from app.wording.offers import extent_of, language_name, offer_type_name, places_of
from app.wording.sentences import formula_sentences, method_sentence, scale_sentence
from app.wording.words import band_name

STATUS = 9
"""The column of the measures that says how far they are, from 1."""
_WIDTHS = (13, 50, 22, 40, 20, 40, 18, 26, 14, 36, 30)


def priorities(frame: Frame) -> Sheet:
    """The agreed order beside the computed one."""
    t = frame.t
    columns = (
        Column(t("Agreed"), 9),
        Column(t("Competence"), 44),
        Column(t("Role"), 24),
        Column(t("Urgency"), 16),
        Column(t("Index"), 9),
        Column(t("Computed place"), 10),
        Column(t("Reason"), 50),
    )
    rows = (_priority(frame, place, found) for place, found in enumerate(frame.results.agreed, 1))
    return sheet(frame, t("Priorities"), columns, rows, frozen=2)


def _priority(frame: Frame, place: int, found: AgreedNeed) -> list[Value]:
    need, score = found.scored.need, found.scored.score
    return [
        place,
        frame.text(need.name),
        frame.role(need.role_key),
        Painted(band_name(frame.t, score.band), BAND_WASH[score.band]),
        score.index,
        found.computed_rank,
        found.agreed.reason,
    ]


def measures(frame: Frame) -> Sheet:
    """All measures but the dropped ones, in the order of time."""
    heads, *rows = tables.measures(frame.t, frame.results)
    columns = [Column(str(head), width) for head, width in zip(heads, _WIDTHS, strict=True)]
    return sheet(frame, frame.t("Measures"), columns, [_dated(row) for row in rows], frozen=2)


def _dated(row: Sequence[str | int]) -> list[Value]:
    day, *rest = row
    return [date.fromisoformat(str(day)) if day else None, *rest]


def offers(frame: Frame) -> Sheet:
    """The offers that measures draw on, each once."""
    t = frame.t
    columns = (
        Column(t("Offer"), 44),
        Column(t("Provider"), 30),
        Column(t("Kind"), 18),
        Column(t("Extent"), 18),
        Column(t("Place"), 22),
        Column(t("Language"), 18),
        Column(t("Start"), 14),
        Column(t("Price, €"), 12, "#,##0.00"),
        Column(t("Checked"), 14),
        Column(t("Address"), 50),
    )
    found = dict.fromkeys(measure.offer for measure in printed(frame.results) if measure.offer)
    return sheet(frame, t("Offers"), columns, [_offer(frame, offer) for offer in found])


def _offer(frame: Frame, offer: Offer) -> list[Value]:
    t = frame.t
    return [
        frame.text(offer.name) + (f" ({t('an example')})" if offer.example else ""),
        frame.text(offer.provider),
        offer_type_name(t, offer.offer_type),
        extent_of(t, offer),
        ", ".join(place.text for place in places_of(t, offer)),
        ", ".join(language_name(t, language) for language in offer.languages),
        offer.start or frame.text(offer.start_words),
        offer.price_eur,
        offer.checked_on,
        offer.link,
    ]


def sources(frame: Frame) -> Sheet:
    """What the figures are, and where they come from."""
    t, mapping = frame.t, frame.results.mapping
    columns = (Column(frame.t("What"), 20), Column(frame.t("In words"), 120))
    method = [method_sentence(t, mapping.method_version), *formula_sentences(t)]
    told = [text_of(line) for line in told_sources(t, frame.results)]
    rows: list[list[Value]] = [[t("Please note"), no_decision(t)], [t("Levels"), scale_sentence(t)]]
    rows += [[t("Method"), sentence] for sentence in method]
    rows += [[t("Sources"), line] for line in told]
    return sheet(frame, t("Sources"), columns, rows)
