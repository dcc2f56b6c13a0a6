"""The sections: measures, offers, roles, cards, keeping alive, annex; as blocks, before they are drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from app.i18n import Translator
from app.languages import Language
from app.mapping.model import Band, CardHolding, Mapping, Measure, MeasureStatus, OptionType
from app.mapping.scoring import ranked
from app.offers.model import Offer
from app.report.blocks import Cell, Document, Illustration, Line, Paragraph, PenRows, Row, Section, Table
from app.report.content.sources import sources
from app.report.pictures import Climb, Expiry, Year
from app.texts import Text
from tests.report.company import CARDS, COURSE, MAPPING, MEASURES, OLD, TODAY, UNIT
from tests.report.papers import results_of
from tests.report.printed import document_of
from tests.report.stress import nothing


def text(line: Line) -> str:
    return "".join(run.text for run in line).replace("\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}", " ")


def said(cell: Cell) -> list[str]:
    return [text(line) for line in cell.lines]


def section(key: str, mapping: Mapping = MAPPING) -> Section:
    return next(s for s in document_of(mapping, "en").sections if s.key == key)


def table(found: Section, key: str = "") -> Table:
    return next(b for b in found.blocks if isinstance(b, Table) and b.key == (key or found.key))


def rows(found: Table) -> list[Row]:
    return [row for group in found.groups for row in group.rows]


def keys(document: Document) -> list[str]:
    return [found.key for found in document.sections]


def test_that_the_sections_come_in_their_order() -> None:
    assert keys(document_of(MAPPING)) == ["measures", "offers", "roles", "units", "cards", "alive", "annex"]


def test_that_a_section_with_nothing_in_it_is_left_out() -> None:
    assert keys(document_of(nothing())) == ["measures", "alive", "annex"]


def test_that_an_example_is_marked_as_one() -> None:
    assert document_of(replace(MAPPING, example=True), "en").mark == "an example"
    assert document_of(MAPPING, "en").mark == ""


class TestMeasures:
    def test_that_they_stand_in_the_order_of_time(self) -> None:
        groups = table(section("measures")).groups
        assert [(text(g.title), [said(r.cells[0])[0] for r in g.rows], g.note) for g in groups] == [
            ("Within a month", ["Fri 27 Nov", "Tue 1 Dec"], "2 measures"),
            ("Within three months", ["29 Jan 2027"], "1 measure"),
            ("Later", ["26 Feb 2027", "31 Aug 2027"], "2 measures"),
            ("No day agreed yet", ["–"], "1 measure"),
            ("Done", ["Fri 30 Oct"], "1 measure"),
        ]

    @pytest.mark.parametrize(
        ("days", "title"),
        [
            (-1, "The day has passed"),
            (0, "Within a month"),
            (30, "Within a month"),
            (31, "Within three months"),
            (91, "Within three months"),
            (92, "Later"),
        ],
    )
    def test_that_a_measure_turns_on_its_day(self, days: int, title: str) -> None:
        measure = replace(MEASURES[0], deadline=TODAY + timedelta(days))
        [group] = table(section("measures", replace(MAPPING, measures=(measure,)))).groups
        assert text(group.title) == title
        assert (group.rows[0].cells[0].lines[0][0].tone == "urgent") == (days <= 30)

    def test_that_a_row_says_what_who_by_when_how_seen_and_at_what_cost(self) -> None:
        row = rows(table(section("measures")))[3]
        assert [said(cell) for cell in row.cells] == [
            ["26 Feb 2027", "priority 3"],
            ["Short course: Fault finding and diagnostics", "short course"],
            ["not agreed"],
            ["not agreed"],
            ["cost not known"],
        ]

    def test_that_a_card_is_named_beside_what_is_done_about_it(self) -> None:
        row = rows(table(section("measures")))[0]
        assert said(row.cells[0]) == ["Fri 27 Nov", "card or permit"]
        assert said(row.cells[1]) == ["Tulityökurssi varataan", "Hot-work card"]

    def test_that_what_is_done_is_ticked_what_is_begun_says_so_and_what_was_dropped_is_gone(self) -> None:
        found = rows(table(section("measures")))
        assert [row.cells[0].box for row in found] == ["open"] * 6 + ["ticked"]
        assert said(found[2].cells[1])[-1] == "in-house teacher · in progress"
        assert "Vanha tulostin pois" not in str(found)

    def test_that_without_any_there_are_rows_for_a_pen(self) -> None:
        found = section("measures", replace(MAPPING, measures=()))
        assert found.lead == "No measure is agreed yet. Write here what is."
        assert [type(block) for block in found.blocks] == [PenRows]

    def test_that_a_measure_whose_need_was_removed_is_still_printed(self) -> None:
        orphan = Measure("m", "gone", OptionType.PAIR_WORK)
        [row] = rows(table(section("measures", replace(MAPPING, measures=(orphan,)))))
        assert said(row.cells[1]) == ["Pair work", "pair work"]


class TestOffers:
    def test_that_they_stand_by_priority_with_its_band(self) -> None:
        groups = table(section("offers")).groups
        assert [(text(g.title), g.mark.mark) for g in groups] == [
            ("1 High-voltage work on electric and hybrid cars", Band.URGENT),
            ("2 CAM programming and set-up", Band.IMPORTANT),
            ("3 Fault finding and diagnostics", Band.IMPORTANT),
        ]

    def test_that_a_row_says_why_where_when_and_at_what_price(self) -> None:
        row = rows(table(section("offers")))[0]
        assert [said(cell) for cell in row.cells] == [
            [
                "Korkeajännitetyön peruskurssi (fi)",
                "Auranlaakson ammattiopisto (fi)",
                "vocational college",
                "course · 3 days",
            ],
            ["Kattaa koko puutteen ja mahtuu ennen kevätruuhkaa."],
            ["Turku, on site", "Finnish and Swedish"],
            ["18 Jan 2027", "apply by 18 Dec 2026", "€640", "a person"],
            ["16 Nov 2026"],
        ]
        assert [(run.text, run.link) for run in row.foot] == [(COURSE.link, COURSE.link)]

    def test_that_a_missing_reason_comes_from_the_codes_and_a_missing_price_is_to_be_asked(self) -> None:
        row = rows(table(section("offers")))[1]
        assert said(row.cells[1]) == ["Covers the qualification unit 101103"]
        assert said(row.cells[3]) == ["Spring 2027", "ask for the price"]

    def test_that_old_facts_are_grey_promise_no_price_and_ask_for_a_check(self) -> None:
        row = rows(table(section("offers")))[2]
        assert row.stale
        assert said(row.cells[3]) == ["check before decision"]
        assert {run.tone for cell in row.cells[1:3] for line in cell.lines for run in line} == {"stale"}
        assert "987" not in str(row)

    @pytest.mark.parametrize(
        ("changed", "stale"),
        [
            ({"checked_on": TODAY - timedelta(90)}, False),
            ({"checked_on": TODAY - timedelta(91)}, True),
            ({"checked_on": None}, True),
            ({"valid_to": TODAY - timedelta(1)}, True),
            ({"valid_to": TODAY}, False),
        ],
    )
    def test_that_facts_grow_old_after_ninety_days(self, changed: dict[str, Any], stale: bool) -> None:
        measure = replace(MEASURES[0], offer=replace(COURSE, **changed))
        [row] = rows(table(section("offers", replace(MAPPING, measures=(measure,)))))
        assert row.stale == stale
        assert ("€640" in str(row)) != stale

    def test_that_offers_that_lead_on_from_each_other_are_the_numbered_steps_of_a_path(self) -> None:
        """JOE-1: in the order in which they are climbed, each with the kind of its provider."""
        higher = replace(UNIT, key="uas", provider_type="UAS", offer_type="badge", level_from=2, level_to=3)
        unit = replace(UNIT, level_from=1, level_to=2, provider_type="VET")
        first = replace(COURSE, provider_type="VST", level_from=0, level_to=1, checked_on=TODAY)

        def steps(*offers: Offer) -> list[tuple[str, ...]]:
            taken = [Measure(f"m{n}", "machinist-cam", OptionType.UNIT, offer=o) for n, o in enumerate(offers)]
            found = rows(table(section("offers", replace(MAPPING, measures=tuple(taken)))))
            return [tuple(said(row.cells[0])[2:4]) for row in found]

        assert [step[0] for step in steps(higher, unit, first)] == [
            "liberal adult education",
            "vocational college",
            "university of applied sciences",
        ]
        numbers = [[step[1][:11] for step in steps(*taken)] for taken in ((higher, unit, first), (higher, first))]
        assert numbers[0] == ["Step 1 of 3", "Step 2 of 3", "Step 3 of 3"]
        assert numbers[1] == ["Step 1 of 2", "Step 2 of 2"]
        assert steps(COURSE, replace(COURSE, key="other"))[0][1] == "course · 3 days"  # of two alike each may do

    def test_that_an_invented_offer_says_that_it_is(self) -> None:
        assert "An example: there is no such offer." in said(rows(table(section("offers")))[2].cells[0])

    def test_that_what_the_source_does_not_say_is_to_be_asked(self) -> None:
        bare = replace(COURSE, places=(), mode=(), languages=(), start=None, apply_by=None, price_eur=None, link="")
        measure = replace(MEASURES[0], offer=replace(bare, price_note=Text()))
        [row] = rows(table(section("offers", replace(MAPPING, measures=(measure,)))))
        assert said(row.cells[2]) == ["ask for the place", "ask for the language"]
        assert said(row.cells[3]) == ["ask for the start", "ask for the price"]
        assert row.foot == ()

    @pytest.mark.parametrize("link", ["javascript:alert(1)", "www.example.fi", "file:///etc/passwd"])
    def test_that_only_web_addresses_lead_anywhere(self, link: str) -> None:
        measure = replace(MEASURES[0], offer=replace(COURSE, link=link))
        [row] = rows(table(section("offers", replace(MAPPING, measures=(measure,)))))
        assert [(run.text, run.link) for run in row.foot] == [(link, "")]

    def test_that_a_long_reason_of_the_source_is_told_by_its_beginning(self) -> None:
        offer = replace(UNIT, unit_codes=(), qualification_codes=(), can_do_after=Text(en="Machines parts. " * 60))
        measure = replace(MEASURES[1], offer=offer)
        [row] = rows(table(section("offers", replace(MAPPING, measures=(measure,)))))
        [why] = said(row.cells[1])
        assert len(why) <= 160
        assert why.endswith("…")

    def test_that_an_offer_for_a_card_gives_that_very_card(self) -> None:
        measure = replace(MEASURES[4], offer=replace(OLD, card="C02"))
        [group] = table(section("offers", replace(MAPPING, measures=(measure,)))).groups
        assert text(group.title) == "Hot-work card"
        assert said(group.rows[0].cells[1]) == ["Gives this very card or permit"]

    def test_that_free_is_not_unknown(self) -> None:
        measure = replace(MEASURES[0], offer=replace(COURSE, price_eur=Decimal(0), price_note=Text()))
        [row] = rows(table(section("offers", replace(MAPPING, measures=(measure,)))))
        assert said(row.cells[3])[-1] == "free of charge"


class TestRoles:
    def test_that_every_need_stands_under_its_role_in_the_computed_order(self) -> None:
        groups = table(section("roles")).groups
        names = [(text(g.title), g.note, [said(r.cells[0])[0] for r in g.rows]) for g in groups]
        assert names == [
            ("Työnjohto", "1 person", ["4 Leading a team", "Electronic work orders"]),
            ("Koneistaja", "2 people", ["2 CAM programming and set-up", "Welding"]),
            (
                "Asentaja",
                "4 people",
                [
                    "1 High-voltage work on electric and hybrid cars",
                    "3 Fault finding and diagnostics",
                    "5 Avustinjärjestelmien kalibrointi (fi)",
                    "Electronic work orders",
                    "Welding",
                ],
            ),
            ("Toimisto", "1 person", ["Electronic work orders"]),
        ]

    def test_that_a_row_has_targets_how_many_can_and_the_band(self) -> None:
        found = {said(r.cells[0])[0]: [said(c) for c in r.cells[1:]] for r in table(section("roles")).groups[2].rows}
        assert found["3 Fault finding and diagnostics"] == [["3"], ["3"], ["4"], ["1/3"], ["important"]]
        assert found["5 Avustinjärjestelmien kalibrointi (fi)"] == [["0"], ["2"], ["3"], ["0/1"], ["watch"]]

    def test_that_what_nobody_was_assessed_in_is_unknown_and_never_zero(self) -> None:
        row = table(section("roles")).groups[0].rows[1]
        assert said(row.cells[4]) == ["?"]
        assert row.cells[5].mark is Band.NOT_ASSESSED

    def test_that_what_else_must_be_known_stands_under_the_row(self) -> None:
        lead, machinist, mechanic, _office = table(section("roles")).groups
        assert text(machinist.rows[0].foot).startswith("One person alone can do this.")
        assert text(machinist.rows[1].foot) == "Statutory."
        assert text(lead.rows[1].foot).startswith("The need grows, and nobody in the company")
        assert "One person is below target for want of time, tools or permission" in text(mechanic.rows[3].foot)

    def test_that_the_climb_sets_targets_against_the_mean_of_the_role(self) -> None:
        [picture] = [b.picture for b in section("roles").blocks if isinstance(b, Illustration)]
        assert isinstance(picture, Climb)
        slopes = [(slope.targets, slope.mean, slope.urgent) for slope in picture.slopes]
        assert slopes == [
            ((3, 3, 3), 1.0, True),
            ((3, 3, 3), 2.5, False),
            ((3, 3, 4), 2.0, False),
            ((3, 3, 3), 2.0, False),
            ((0, 2, 3), pytest.approx(2 / 3), False),
        ]

    def test_that_small_roles_are_said_to_point_at_people(self) -> None:
        notes = [text(b.line) for b in section("roles").blocks if isinstance(b, Paragraph)]
        assert any(note.startswith("Figures of a small role can point at a person") for note in notes)


class TestCards:
    def test_that_they_stand_by_role_with_counts_and_days(self) -> None:
        groups = table(section("cards")).groups
        assert [(text(g.title), [[said(c) for c in r.cells] for r in g.rows]) for g in groups] == [
            ("Työnjohto", [[["First aid 1"], ["1"], ["Ends 4 Dec 2026, in 11 days"], ["not agreed"]]]),
            (
                "Koneistaja",
                [
                    [["Forklift permit"], ["1"], ["Needed but missing"], ["not agreed"]],
                    [["Occupational safety card"], ["2"], ["Valid until 20 Jan 2028"], []],
                    [["Hot-work card"], ["1"], ["Valid until 28 Feb 2029"], []],
                ],
            ),
            (
                "Asentaja",
                [
                    [["Hot-work card"], ["2"], ["Expired 30 Sep 2026, 54 days ago"], ["Fri 27 Nov · toimisto"]],
                    [["Occupational safety card"], ["3"], ["Ends 15 Apr 2027, in 143 days"], ["not agreed"]],
                    [["Forklift permit"], ["2"], ["Find out whether it is valid"], ["not agreed"]],
                ],
            ),
            ("Toimisto", [[["First aid 1"], ["1"], ["Valid until further notice"], []]]),
        ]

    def test_that_the_time_line_counts_people_and_says_what_has_no_place_on_it(self) -> None:
        [block] = [b for b in section("cards").blocks if isinstance(b, Illustration)]
        assert isinstance(block.picture, Expiry)
        stops = [[(s.days, s.people, s.words, s.state) for s in row] for row in block.picture.rows]
        assert stops == [
            [(-54, 2, "30 Sep", "overdue")],
            [(11, 1, "4 Dec 2026", "red")],
            [(143, 3, "15 Apr 2027", "expiring"), (423, 2, "Jan 2028", "valid")],
        ]
        assert [text(line) for line in block.left] == ["Hot-work card", "First aid 1", "Occupational safety card"]
        assert [text(line) for line in block.right] == ["1 later", "1 valid until further notice", ""]

    def test_that_ends_near_each_other_are_one_shape(self) -> None:
        cards = tuple(replace(CARDS[3], key=f"k{n}", valid_to=date(2027, 3, 1 + n)) for n in range(5))
        [block] = [b for b in section("cards", replace(MAPPING, cards=cards)).blocks if isinstance(b, Illustration)]
        assert isinstance(block.picture, Expiry)
        assert [(s.people, s.words) for s in block.picture.rows[0]] == [(15, "1 Mar 2027")]

    def test_that_what_ended_long_ago_stands_at_the_edge_with_its_year(self) -> None:
        card = CardHolding("k", "C02", "office", Text(en="Card"), valid_to=date(2024, 5, 1))
        [block] = [b for b in section("cards", replace(MAPPING, cards=(card,))).blocks if isinstance(b, Illustration)]
        assert isinstance(block.picture, Expiry)
        [[stop]] = block.picture.rows
        assert (stop.days > block.picture.first, stop.words) == (True, "1 May 2024")

    def test_that_without_any_end_there_is_no_time_line(self) -> None:
        cards = tuple(card for card in CARDS if card.valid_to is None)
        assert not any(isinstance(b, Illustration) for b in section("cards", replace(MAPPING, cards=cards)).blocks)


class TestAlive:
    def test_that_follow_ups_come_after_three_six_and_twelve_months(self) -> None:
        when = [said(row.cells[0])[0] for row in rows(table(section("alive"), "rhythm"))]
        assert when == ["Every month", "Tue 12 Jan 2027", "23 Feb 2027", "23 May 2027", "23 Nov 2027"]

    def test_that_milestones_leave_room_for_their_words(self) -> None:
        near = replace(MAPPING, next_meeting=date(2027, 2, 20))
        for mapping in (MAPPING, near):
            [picture] = [b.picture for b in section("alive", mapping).blocks if isinstance(b, Illustration)]
            assert isinstance(picture, Year)
            at = sorted(m.months for m in picture.milestones)
            assert all(later - earlier > 1.3 for earlier, later in pairwise(at))

    def test_that_there_is_room_for_a_pen(self) -> None:
        assert any(isinstance(block, PenRows) for block in section("alive").blocks)


class TestAnnex:
    def test_that_it_lists_every_need_in_the_computed_order_with_index_and_inputs(self) -> None:
        found = rows(table(section("annex"), "order"))
        assert [said(row.cells[2])[0] for row in found] == ["70", "55", "42", "39", "35", "34", "19", "5", "5", "–"]
        assert len(found) == len(ranked(MAPPING))
        assert (
            text(found[0].foot)
            == "Asentaja · criticality 3, short by 2.0 levels, 0/2 able now · 4 of 4 assessed · Source: voltage"
        )

    def test_that_it_says_how_and_why_the_agreed_order_differs(self) -> None:
        agreed = [said(row.cells[3])[0] for row in rows(table(section("annex"), "order"))]
        assert agreed == ["1", "4", "3", "–", "2", "5", *"––––"]
        feet = [text(row.foot) for row in rows(table(section("annex"), "order"))]
        assert feet[1].endswith("1 of 1 assessed · Source: leading · Moved down from place 2")
        assert feet[4].endswith(
            "2 of 2 assessed · Source: cam, 101103 · Moved up from place 5: sarjatyö on puolet liikevaihdosta"
        )

    def test_that_it_holds_the_standard_sentences(self) -> None:
        facts = {said(r.cells[0])[0]: said(r.cells[1]) for r in rows(table(section("annex"), "facts"))}
        assert facts["Please note"] == [
            "This plan is not a decision on recognition or funding.",
            "Levels 0–4 are the company's own assessment and indicative; they are not grades.",
        ]
        assert facts["Readiness"] == ["A good half of what today's work asks for is in place."]
        assert facts["Completeness"][0].startswith("Of the levels asked for, 95% are known.")
        assert facts["Method"][0] == "Computed by method version 1.0."
        assert facts["Sources"] == [
            "Sector profile 351108 · sector:machine · version 2026.1. Units: 101103 CAD/CAM programming",
            "1 competence in the company's own words.",
            "Offers: Opintopolku, checked 12 Nov 2026 or later.",
            "Offers: entered by hand, checked 9 Apr 2026 or later.",
        ]

    @pytest.mark.parametrize(
        ("language", "source"),
        [
            ("fi", "Kone- ja metalliala: Toimialaprofiili · versio 2026.1."),
            ("sv", "Maskin och metall: Branschprofil · version 2026.1."),
            ("en", "Machine and metal: Sector profile · version 2026.1."),
        ],
    )
    def test_that_a_framework_goes_by_its_name_and_not_by_its_key(self, language: Language, source: str) -> None:
        name = Text("Kone- ja metalliala", "Maskin och metall", "Machine and metal")
        need = replace(MAPPING.needs[0], source_name=name)
        found = sources(Translator(language), results_of(replace(MAPPING, needs=(need,), measures=())))
        assert [text(line) for line in found] == [source]

    def test_that_a_framework_of_which_no_more_is_known_goes_by_its_name_alone(self) -> None:
        need = replace(MAPPING.needs[0], source_key="own:1", source_version="", source_name=Text(en="Framework"))
        found = sources(Translator("en"), results_of(replace(MAPPING, needs=(need,), measures=())))
        assert [text(line) for line in found] == ["Framework."]

    def test_that_a_short_goal_is_not_repeated(self) -> None:
        facts = [said(row.cells[0])[0] for row in rows(table(section("annex"), "facts"))]
        assert "Goal" not in facts

    def test_that_an_empty_mapping_has_its_facts_and_no_order(self) -> None:
        assert [block.key for block in section("annex", nothing()).blocks if isinstance(block, Table)] == ["facts"]


def test_that_done_measures_still_show_their_offers() -> None:
    measure = replace(MEASURES[0], status=MeasureStatus.DONE)
    assert len(rows(table(section("offers", replace(MAPPING, measures=(measure,)))))) == 1
