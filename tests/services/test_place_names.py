"""Where an offer is held, in the language of whoever reads it."""

from __future__ import annotations

from datetime import date

from app.i18n import Translator
from app.mapping.company import Company
from app.mapping.model import Mapping
from app.offers.model import Offer
from app.services.catalogues import municipalities
from app.services.desk import Desk
from app.services.options import available_offers
from app.services.place_names import finding, with_names
from app.services.searching import as_line, ready, search
from app.texts import Text

COURSE = Offer("catalogue:course", Text(fi="Lasinpuhallus"), places=(Text(fi="Turku"),))


def test_that_a_municipality_is_named_in_every_language_and_what_the_source_says_stays(desk: Desk) -> None:
    find = finding(municipalities(desk))
    [place] = with_names(COURSE, find).places
    assert (place.fi, place.sv) == ("Turku", "Åbo")
    assert with_names(Offer("o", Text(), places=(Text(sv="PARGAS"),)), find).places[0].sv == "PARGAS"
    unknown = Offer("o", Text(), places=(Text(fi="Turun satama"),))
    assert with_names(unknown, find) == unknown


def test_that_it_is_so_in_a_search_and_among_the_offers_of_a_company(desk: Desk, today: date) -> None:
    desk.library.put_offers([COURSE])
    [hit] = search(ready(desk), "lasinpuhallus", 1).hits
    assert "Åbo" in as_line(hit, Translator("sv"), today)
    [offer] = available_offers(desk, Mapping("mapping", Company("company", "Oy Lasi Ab")))
    assert offer.places[0].sv == "Åbo"
