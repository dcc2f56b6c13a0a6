"""Small values of our own in the form of Opintopolku: an education, an implementation of it, a hit of a search."""

from __future__ import annotations

from typing import Any

from app.offers.model import Offer
from app.offers.readers.opintopolku import read

EDUCATION = "1.2.246.562.13.00000000000000000042"
IMPLEMENTATION = "1.2.246.562.17.00000000000000000007"


def code(uri: str, **name: str) -> dict[str, Any]:
    return {"koodiUri": uri, "nimi": name}


def organisation(name: str, place: dict[str, Any]) -> dict[str, Any]:
    return {"oid": "1.2.246.562.10.1", "nimi": {"fi": name}, "paikkakunta": place}


SALO = code("kunta_734", fi="Salo", sv="Salo")
TURKU = code("kunta_853", fi="Turku", sv="Åbo")


def unit(number: str, name: str, points: float | str | None = None) -> dict[str, Any]:
    return {
        "ePerusteId": 3855075,
        "koulutus": code("koulutus_351108#12", fi="Kone- ja tuotantotekniikka"),
        "tutkinnonOsat": code(f"tutkinnonosat_{number}#2", fi=name),
        "opintojenLaajuusNumero": points,
    }


def education(**fields: Any) -> dict[str, Any]:
    """A koulutus that gives two units, as the service writes one."""
    return {
        "oid": EDUCATION,
        "tila": "julkaistu",
        "nimi": {"fi": "Koneistuksen osia", "sv": "Delar i maskinbearbetning"},
        "koulutustyyppi": "amm-tutkinnon-osa",
        "koulutukset": [],
        "ePerusteId": None,
        "tarjoajat": [organisation("Esimerkkiopisto", SALO), organisation("Toinen opisto", TURKU)],
        "organisaatio": {"nimi": {"fi": "Hallitus"}, "paikkakunta": {"koodiUri": None, "nimi": {}}},
        "modified": "2026-11-09T11:38",
        "metadata": {
            "tyyppi": "amm-tutkinnon-osa",
            "kuvaus": {"fi": "<p>Opiskelija <b>osaa</b>&nbsp;sorvata</p>"},
            "tutkinnonOsat": [unit("101107", "Manuaalikoneistus", 20), unit("101108", "CNC", 25)],
        },
    } | fields


def implementation(teaching: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    """A toteutus of it."""
    return {
        "oid": IMPLEMENTATION,
        "koulutusOid": EDUCATION,
        "tila": "julkaistu",
        "nimi": {"fi": "Koneistusta iltaisin"},
        "tarjoajat": [organisation("Esimerkkiopisto, Turku", TURKU)],
        "organisaatio": organisation("Esimerkkiopisto", SALO),
        "metadata": {
            "tyyppi": "amm-tutkinnon-osa",
            "osaamistavoitteet": {"fi": "Osaat sorvata"},
            "asiasanat": [{"kieli": "fi", "arvo": "sorvaus "}, {"kieli": "sv", "arvo": "svarvning"}],
            "ammattinimikkeet": [{"kieli": "fi", "arvo": "koneistaja"}, {"kieli": "ru", "arvo": "токарь"}],
            "opetus": teaching or {},
            "yhteyshenkilot": [{"nimi": {"fi": "Maija Meikäläinen"}, "sahkoposti": {"fi": "maija@opisto.example"}}],
        },
    } | fields


def hit(number: int, **fields: Any) -> dict[str, Any]:
    return {
        "oid": f"1.2.246.562.13.{number}",
        "nimi": {"fi": "Osa"},
        "kuvaus": None,
        "koulutus": None,
        "koulutustyyppi": "amm-tutkinnon-osa",
        "tutkinnonOsat": [unit("101107", "Manuaalikoneistus", 20) | {"ePerusteId": None, "eperuste": 4454270}],
    } | fields


AUTUMN = code("kausi_s#1", fi="Syksy", sv="Höst", en="Autumn")


def one(value: Any) -> Offer:
    """The only offer of a value."""
    [offer] = read(value, "file.json").offers
    return offer
