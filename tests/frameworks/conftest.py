"""A small qualification of our own in the form of the source: both shapes, prose, gaps, HTML, two ways to take it."""

from __future__ import annotations

import json
from typing import Any

import pytest

_STATED = {
    "id": 11,
    "koodiArvo": "200001",
    "koodiUri": "tutkinnonosat_200001",
    "nimi": {"_id": "901", "fi": "Hitsaus ", "sv": "Svetsning", "en": None},
    "tyyppi": "normaali",
    "ammattitaitovaatimukset2019": {
        "kohde": {"_id": "902", "fi": "Opiskelija", "sv": "Den studerande"},
        "vaatimukset": [
            {"koodi": None, "vaatimus": {"_id": "903", "fi": "käyttää suojaimia", "sv": "använder skydd"}},
            {"koodi": None, "vaatimus": {"_id": "904", "fi": "  ", "sv": None}},
            {"koodi": None, "vaatimus": None},
        ],
        "kohdealueet": [
            {
                "kuvaus": {"_id": "905", "fi": "Levytyöt", "sv": "Plåtarbeten"},
                "vaatimukset": [
                    {"koodi": {"arvo": "8005", "nimi": {"fi": "x"}}, "vaatimus": {"fi": "noudattaa työaikoja"}},
                    {"koodi": {"arvo": "8005", "nimi": {"fi": "x"}}, "vaatimus": {"fi": "noudattaa työaikoja"}},
                    {"vaatimus": {"_id": "906", "_tunniste": "aaaa-bbbb", "sv": "mäter &amp; antecknar"}},
                ],
            },
            {"kuvaus": None, "vaatimukset": None},
        ],
    },
    "ammattitaitovaatimukset": {"fi": "<ul><li>käyttää suojaimia</li><li>noudattaa työaikoja</li></ul>"},
    "arviointi": {"id": 1, "arvioinninKohdealueet": []},
}
_ASSESSED = {
    "id": 12,
    "koodiArvo": "200002",
    "nimi": {"fi": "Koneistus", "sv": "Maskinbearbetning", "en": "Machining"},
    "tyyppi": "normaali",
    "ammattitaitovaatimukset2019": None,
    "ammattitaitovaatimukset": {"fi": "<p>Opiskelija osaa</p><ul><li>sorvata</li></ul>"},
    "arviointi": {
        "arvioinninKohdealueet": [
            {
                "otsikko": {"_id": "910", "fi": "Työprosessin hallinta"},
                "arvioinninKohteet": [
                    {
                        "otsikko": {"_id": "911", "fi": "Suunnittelu", "en": "Planning"},
                        "selite": {"_id": "912", "fi": "Opiskelija"},
                        "_arviointiAsteikko": "2",
                        "osaamistasonKriteerit": [
                            {"_osaamistaso": "4", "kriteerit": [{"fi": "itsenäisesti"}, {"fi": "ja ajallaan"}]},
                            {"_osaamistaso": "2", "kriteerit": [{"fi": "ohjatusti"}, None]},
                            {"_osaamistaso": "3", "kriteerit": []},
                        ],
                    },
                    {"otsikko": None, "selite": {"_id": "912", "fi": "Opiskelija"}, "osaamistasonKriteerit": None},
                    {"otsikko": None, "selite": {"_id": "912", "fi": "Opiskelija"}},
                ],
            }
        ]
    },
}
_TOLD = {
    "id": 13,
    "koodiArvo": None,
    "nimi": None,
    "koodi": {"nimi": {"fi": "Yrittäjyys"}, "arvo": None},
    "ammattitaitovaatimukset": {
        "fi": "<p>Opiskelija osaa</p>\n<ul>\n<li>suunnitella&nbsp;<b>työn</b></li>"
        "<li>laskea<ul><li>hinnan</li></ul></li></ul>",
        "sv": "<p>Den studerande kan</p><p>· planera arbetet</p><p>· räkna</p><p>· ett pris</p>",
        "en": "<ul><li>plan</li></ul>",
    },
}
_COMMON = {
    "id": 14,
    "koodiArvo": "200004",
    "nimi": {"fi": "Viestintä"},
    "tyyppi": "reformi_tutke2",
    "osaAlueet": [
        {
            "id": 21,
            "koodiArvo": "VVAI",
            "nimi": {"fi": "Äidinkieli"},
            "pakollisetOsaamistavoitteet": {
                "id": 31,
                "laajuus": 4,
                "tavoitteet": {"kohdealueet": [{"vaatimukset": [{"vaatimus": {"_id": "920", "fi": "viestii"}}]}]},
            },
            "valinnaisetOsaamistavoitteet": {"id": 32, "laajuus": 3.0, "tavoitteet": None},
        },
        {
            "id": 22,
            "koodiArvo": "VVTK",
            "nimi": {"fi": "Ruotsi"},
            "osaamistavoitteet": [
                {"id": 33, "pakollinen": True, "laajuus": 1, "tavoitteet": {"fi": "<ul><li>a</li><li>b</li></ul>"}},
                {"id": 34, "pakollinen": False, "laajuus": None, "tavoitteet": None},
            ],
        },
    ],
}
_FILE = {
    "id": 5000,
    "globalVersion": {"aikaleima": 1653308149662},
    "nimi": {"_id": "900", "fi": "Esimerkkialan perustutkinto", "sv": "Grundexamen i exempel "},
    "diaarinumero": "OPH-1-2026",
    "voimassaoloAlkaa": 1659301200000,
    "voimassaoloLoppuu": 1546293599000,
    "koulutukset": [{"koulutuskoodiUri": "koulutus_399999", "nimi": None}],
    "osaamisalat": [{"arvo": "1007", "uri": "osaamisala_1007", "nimi": {"fi": "Myynnin osaamisala"}}],
    "tutkintonimikkeet": [
        {"tutkintonimikeArvo": "10059", "nimi": {"fi": "Merkonomi"}, "osaamisalaArvo": "1"},
        {"tutkintonimikeArvo": "10059", "nimi": {"fi": "Merkonomi"}, "osaamisalaArvo": "2"},
    ],
    "suoritustavat": [
        {
            "suoritustapakoodi": "ops",
            "tutkinnonOsaViitteet": [
                {"id": 41, "_tutkinnonOsa": "11", "laajuus": 15.0},
                {"id": 42, "_tutkinnonOsa": "12", "laajuus": 7.5},
                {"id": 44, "_tutkinnonOsa": "14"},
            ],
            "rakenne": {
                "nimi": None,
                "muodostumisSaanto": {"laajuus": {"minimi": 180, "maksimi": 180}, "koko": None},
                "osat": [
                    {
                        "nimi": None,
                        "osaamisala": {"osaamisalakoodiArvo": "1007", "nimi": {"fi": "Myynnin osaamisala"}},
                        "muodostumisSaanto": {"laajuus": None, "koko": {"minimi": 1, "maksimi": None}},
                        "osat": [{"_tutkinnonOsaViite": "41"}, {"_tutkinnonOsaViite": "42"}],
                    },
                    {"_tutkinnonOsaViite": "44", "nimi": None},
                ],
            },
        },
        {
            "suoritustapakoodi": "naytto",
            "tutkinnonOsaViitteet": [
                {"id": 51, "_tutkinnonOsa": "11"},
                {"id": 53, "_tutkinnonOsa": "13", "laajuus": 20},
            ],
            "rakenne": {"osat": [{"_tutkinnonOsaViite": "51"}, {"_tutkinnonOsaViite": "53"}]},
        },
    ],
    "tutkinnonOsat": [_STATED, _ASSESSED, _TOLD, _COMMON],
}


@pytest.fixture
def small() -> Any:
    """The small qualification as parsed JSON, fresh for every test."""
    return json.loads(json.dumps(_FILE))


@pytest.fixture(scope="session")
def small_json() -> str:
    return json.dumps(_FILE)
