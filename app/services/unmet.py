"""What the companies of this computer have agreed on and no offer fits, for those who plan training (brief, VSO-9)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from app.i18n import Translator
from app.languages import LANGUAGES
from app.mapping.corpus import Corpus
from app.mapping.matching import best
from app.mapping.model import RoleNeed
from app.mapping.plan import Results
from app.mapping.unmet import Unmet, UnmetNeed, together, unmet
from app.services.desk import Desk
from app.services.libraries import offers
from app.services.options import asked, made_ready
from app.services.results import results_of
from app.services.signals import harmless
from app.wording.words import band_name

_COLUMNS = (
    *(f"name_{language}" for language in LANGUAGES),
    "companies",
    "band",
    "weight",
    "sectors",
    "service_languages",
    "unit_code",
    "qualification_code",
)


def unmet_needs(desk: Desk) -> tuple[UnmetNeed, ...]:
    """Of all mappings but the examples, heaviest first. Offers are made ready once: seconds for thousands of them."""
    return together(_of_all(desk))


def _of_all(desk: Desk) -> Iterator[Unmet]:
    known = made_ready(desk, offers(desk))
    for summary in desk.cases.summaries():
        mapping = desk.cases.load(summary.key)
        if not mapping.example:
            found = results_of(desk, mapping)
            yield from unmet(found, partial(_has_offer, known, found))


def _has_offer(known: Corpus, found: Results, need: RoleNeed) -> bool:
    return bool(best(asked(found, need, known), known, 1))


def as_json(need: UnmetNeed) -> dict[str, Any]:
    return {
        "name": {language: need.name.get(language) for language in LANGUAGES},
        "companies": need.companies,
        "band": need.band.value,
        "weight": need.weight,
        "sectors": list(need.sectors),
        "service_languages": list(need.languages),
        "unit_code": need.unit_code,
        "qualification_code": need.qualification_code,
    }


def as_csv(needs: Iterable[UnmetNeed]) -> str:
    """A row for each need, with semicolons as the spreadsheets of the country expect; nothing runs as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(_COLUMNS)
    for need in needs:
        said = as_json(need)
        names = said.pop("name")
        cells = (*(names[language] for language in LANGUAGES), *said.values())
        writer.writerow([harmless(", ".join(c) if isinstance(c, list) else str(c)) for c in cells])
    return out.getvalue()


def as_line(t: Translator, need: UnmetNeed) -> str:
    name, band = need.name.said(t.language).text, band_name(t, need.band)
    return t.n("{need}: {band}, {n} company", "{need}: {band}, {n} companies", need.companies, need=name, band=band)
