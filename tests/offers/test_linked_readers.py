"""Courses of schema.org and learning opportunities of ELM: what is read of them, and what no file can do."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.errors import UserError
from app.files import read_json
from app.offers.readers import Read, elm, schema_org
from app.texts import Text

COURSE: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "Course",
    "@id": "https://example.invalid/welding",
    "name": [{"@value": "Hitsaus", "@language": "fi"}, {"@value": "Svetsning", "@language": "sv-FI"}],
    "description": "<p>Opit <b>hitsaamaan</b>.</p>",
    "inLanguage": "fi-FI",
    "provider": {"@type": "Organization", "name": "Esimerkkiopisto"},
    "offers": [{"price": "149,50", "priceCurrency": "EUR"}, {"price": 300}],
    "teaches": [{"@id": "http://data.europa.eu/esco/skill/abc", "name": "hitsata"}, "lukea piirustuksia"],
    "timeRequired": "P3D",
    "hasCourseInstance": [
        {
            "@type": "CourseInstance",
            "startDate": "2027-01-12T09:00:00+02:00",
            "endDate": "2027-01-14",
            "courseMode": "https://schema.org/onsite",
            "inLanguage": "sv",
            "courseWorkload": "PT22H30M",
            "location": {"@type": "Place", "name": "Sali", "address": {"addressLocality": "Turku"}},
        },
        {
            "@type": "CourseInstance",
            "@id": "https://example.invalid/welding/2",
            "location": {"@type": "VirtualLocation"},
        },
    ],
}
OPPORTUNITY: dict[str, Any] = {
    "@context": "http://data.europa.eu/snb/model/context/edc-ap",
    "id": "https://example.invalid/lo/1",
    "type": "LearningOpportunity",
    "title": {"fi": "Tekoäly työssä", "en": "AI at work"},
    "providedBy": {"type": "Organisation", "legalName": {"fi": "Esimerkkikorkeakoulu"}},
    "temporal": {"startDate": "2027-02-01T08:00:00Z", "endDate": "2027-03-01"},
    "priceDetail": {"amount": {"value": "90", "unit": {"id": "http://example.invalid/currency/EUR"}}},
    "defaultLanguage": {"id": "http://publications.europa.eu/resource/authority/language/FIN"},
    "mode": {"prefLabel": {"en": "Online"}},
    "homepage": {"contentURL": "https://example.invalid/ai"},
    "learningAchievementSpecification": {
        "creditPoint": {"point": "2"},
        "learningOutcome": {
            "title": {"fi": "osaa kysyä"},
            "relatedESCOSkill": [{"id": "http://data.europa.eu/esco/skill/xyz"}],
        },
    },
}


def changed(value: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {**value, **fields}


class TestSchemaOrg:
    def test_that_every_instance_of_a_course_is_an_offer(self) -> None:
        first, second = schema_org.read(COURSE, "c.json").offers
        assert first.key == "schema_org:https://example.invalid/welding#2027-01-12"
        assert (first.name, first.provider) == (Text("Hitsaus", "Svetsning"), Text("Esimerkkiopisto"))
        assert (first.start, first.end) == (date(2027, 1, 12), date(2027, 1, 14))
        assert (first.places, first.mode, first.languages) == ((Text("Turku"),), ("onsite",), ("sv",))
        assert (first.price_eur, first.extent_value, first.extent_unit) == (Decimal("149.50"), Decimal("22.5"), "h")
        assert first.description == Text("Opit hitsaamaan.")
        assert first.competence_tags == ("esco:abc",)
        assert first.can_do_after.fi == "hitsata, lukea piirustuksia"
        assert (second.key, second.mode) == ("schema_org:https://example.invalid/welding/2", ("online",))
        assert (second.extent_value, second.extent_unit, second.languages) == (Decimal(3), "d", ("fi",))

    def test_that_a_graph_an_array_and_single_values_say_the_same(self) -> None:
        organisation = {"@id": "#o", "name": "Esimerkkiopisto"}
        course = changed(COURSE, provider={"@id": "#o"})
        graph = {"@context": ["https://schema.org/", {"x": "y"}], "@graph": [organisation, course]}
        expected = schema_org.read(COURSE, "c.json")
        assert schema_org.read(graph, "c.json") == schema_org.read([COURSE], "c.json") == expected

    def test_that_names_count_with_and_without_their_vocabulary(self) -> None:
        course = {"@type": "http://schema.org/Course", "schema:name": "Trukki", "http://schema.org/provider": "AO"}
        [offer] = schema_org.read(course, "c.json").offers
        assert (offer.name.fi, offer.provider.fi) == ("Trukki", "AO")

    @pytest.mark.parametrize(
        ("fields", "price", "note"),
        [
            ({"offers": {"price": 0}}, Decimal(0), ""),
            ({"offers": {"category": "Free"}}, Decimal(0), ""),
            ({"offers": None, "isAccessibleForFree": True}, Decimal(0), ""),
            ({"offers": {"lowPrice": "20.00", "priceCurrency": "EUR"}}, Decimal("20.00"), ""),
            ({"offers": {"price": 20, "priceCurrency": "SEK"}}, None, "20 SEK"),
            ({"offers": {}}, None, ""),
        ],
    )
    def test_that_a_price_is_in_euros_or_only_a_note(
        self, fields: dict[str, Any], price: Decimal | None, note: str
    ) -> None:
        [offer] = schema_org.read(changed(COURSE, hasCourseInstance=[], **fields), "c.json").offers
        assert (offer.price_eur, offer.price_note.fi) == (price, note)

    def test_that_the_scripts_of_a_page_are_read_and_the_others_left_alone(self) -> None:
        page = (
            "<html><script>Course</script><script type='application/ld+json'>{broken</script>"
            f'<SCRIPT TYPE="application/ld+json">{json.dumps(COURSE)}</SCRIPT></html>'
        )
        assert schema_org.is_page(b"\xef\xbb\xbf\n <!DOCTYPE HTML>")
        assert schema_org.read(schema_org.scripts(page, "c.html"), "c.html") == schema_org.read(COURSE, "c.json")

    def test_that_a_course_of_another_vocabulary_is_not_taken_for_one(self) -> None:
        assert schema_org.recognises(COURSE)
        assert not schema_org.recognises(changed(COURSE, **{"@context": "https://example.invalid/own"}))
        assert not schema_org.recognises(OPPORTUNITY)


class TestElm:
    def test_that_an_opportunity_is_an_offer(self) -> None:
        [offer] = elm.read(OPPORTUNITY, "lo.json").offers
        assert offer.key == "elm:https://example.invalid/lo/1"
        assert (offer.name, offer.provider) == (Text("Tekoäly työssä", en="AI at work"), Text("Esimerkkikorkeakoulu"))
        assert (offer.start, offer.end, offer.price_eur) == (date(2027, 2, 1), date(2027, 3, 1), Decimal(90))
        assert (offer.extent_value, offer.extent_unit, offer.languages) == (Decimal(2), "op", ("fi",))
        assert (offer.mode, offer.link, offer.competence_tags) == (
            ("online",),
            "https://example.invalid/ai",
            ("esco:xyz",),
        )
        assert offer.can_do_after.fi == "osaa kysyä"

    def test_that_of_a_credential_only_what_was_learnt_is_read(self, real_data: Path) -> None:
        value = read_json(real_data / "elm" / "sample-micro-credential.jsonld")
        assert elm.recognises(value)
        read = elm.read(value, "sample.jsonld")
        [offer] = read.offers
        assert (offer.name.en, offer.provider.en) == ("Digital micro-credential creation", "University of Zed")
        assert (offer.extent_value, offer.extent_unit, offer.mode) == (Decimal(2), "op", ("blended",))
        assert len(offer.competence_tags) == 4
        assert "Andromeda" not in repr(read)


HOSTILE: list[Any] = [
    None, True, 0, -1, 1e308, "", " ", "x" * 100_000, "\ud800", "\x00", "<script>alert(1)</script>",
    "javascript:alert(1)",    "=1+1", "../../etc/passwd", "http://", "file:///etc/passwd",
    "2027-13-45", "2027-02-30", "0000-00-00", "P9999Y",
    "P" + "1" * 50 + "D", "1e5", "-5", "1.200,00", "NaN", "∞", "٣", [], [[]], [None], [{}], {}, {"@value": None},
    {"@value": {"@value": "x"}}, {"@id": "#self"}, {"@id": "https://example.invalid/welding"}, {"@id": 5},
    {"@language": "fi"}, {"": ""}, {"fi": {"fi": {}}}, {"fi": None}, {"@type": ["Course", None, 5]}, [["a"], {"b": 1}],
    {"name": {"name": {"name": "x"}}}, {"noteLiteral": {"fi": ["a", "b"]}},
]  # fmt: skip
FIELDS = (
    "name", "provider", "offers", "hasCourseInstance", "inLanguage", "teaches", "@id", "startDate", "location",
    "courseMode", "numberOfCredits", "title", "providedBy", "temporal", "priceDetail",
    "learningAchievementSpecification",    "homepage", "mode", "@context",
)  # fmt: skip


@pytest.mark.parametrize("reader", [schema_org, elm])
@pytest.mark.parametrize("bad", HOSTILE, ids=range(len(HOSTILE)))
def test_that_whatever_stands_in_a_field_an_offer_is_read_or_refused_in_words(reader: Any, bad: Any) -> None:
    good = COURSE if reader is schema_org else OPPORTUNITY
    for field in FIELDS:
        value = changed(good, **{field: bad})
        reader.recognises(value)
        try:
            read: Read = reader.read(value, "file")
        except UserError:
            continue
        assert read.offers or read.refused
        for offer in read.offers:
            assert offer.name
            assert len(offer.key) <= 330
            assert not offer.link or offer.link.lower().startswith("http")
            assert offer.price_eur is None or 0 <= offer.price_eur < 10**7
        for refused in read.refused:
            assert str(refused.reason)


@pytest.mark.parametrize("value", [[], {}, [1, "a"], {"@type": "Person"}, {"type": "Qualification"}, "text", 5, None])
@pytest.mark.parametrize("reader", [schema_org, elm])
def test_that_what_has_no_course_is_refused_in_words(reader: Any, value: Any) -> None:
    assert not reader.recognises(value)
    with pytest.raises(UserError, match="Nothing was read"):
        reader.read(value, "file")


def test_that_a_wrong_course_is_refused_alone() -> None:
    late = changed(COURSE, **{"@id": "https://example.invalid/2", "startDate": "2027-05-01", "endDate": "2027-04-01"})
    read = schema_org.read([COURSE, late], "c.json")
    assert len(read.offers) == 2
    assert [fault.line for fault in read.refused] == [2]
