"""The list of needs without an offer, out of the stores (brief, VSO-9)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.mapping.model import Agreed, Mapping
from app.offers.model import Offer
from app.services.desk import Desk
from app.services.unmet import as_json, unmet_needs
from app.texts import Text
from tests.report.company import MAPPING

CAM = Offer("cam", Text(fi="CAM"), offer_type="unit", unit_codes=("101103",), languages=("fi",))
AGREED = (Agreed("machinist-cam", 0), Agreed("mechanic-voltage", 1))


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.cases.add(company("one"))
    return desk


def company(key: str, **changes: object) -> Mapping:
    of = replace(MAPPING.company, key=f"company-{key}", sector="25")
    return replace(MAPPING, key=key, company=of, agreed=AGREED, measures=(), **changes)  # type: ignore[arg-type] # fields of a mapping


def test_that_what_an_offer_fits_is_not_unmet(desk: Desk) -> None:
    assert {need.name.en for need in unmet_needs(desk)} == {
        "CAM programming and set-up",
        "High-voltage work on electric and hybrid cars",
    }
    desk.library.put_offers((CAM,))
    [need] = unmet_needs(desk)
    assert need.name.en == "High-voltage work on electric and hybrid cars"


def test_that_an_example_counts_nowhere(desk: Desk) -> None:
    desk.cases.remove("one")
    desk.cases.add(company("example", example=True))
    assert unmet_needs(desk) == ()


def test_that_a_need_as_json_names_no_company(desk: Desk) -> None:
    said = as_json(next(need for need in unmet_needs(desk) if need.unit_code))
    assert said == {
        "name": {
            "fi": "CAM-ohjelmointi ja asetus",
            "sv": "CAM-programmering och inställning",
            "en": "CAM programming and set-up",
        },
        "companies": 1,
        "band": "important",
        "weight": 2,
        "sectors": ["25"],
        "service_languages": ["fi"],
        "unit_code": "101103",
        "qualification_code": "351108",
    }
