"""Needs without an offer (brief, VSO-9): of one mapping, and of many by competence."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.mapping.model import Band
from app.mapping.plan import results
from app.mapping.unmet import BAND_WEIGHT, Unmet, together, unmet
from app.texts import Text
from tests.report.company import MAPPING, TODAY

CAM = Unmet(Text(en="CAM"), ("profile", "cam"), Band.IMPORTANT, "one", "25", "fi", "101103", "351108")


def test_that_only_agreed_needs_without_an_offer_are_unmet_in_their_order() -> None:
    found = unmet(results(MAPPING, TODAY), lambda need: need.key == "machinist-cam")
    agreed = [a.need_key for a in sorted(MAPPING.agreed, key=lambda a: a.position)]
    names = {need.key: need.name for need in MAPPING.needs}
    assert [one.name for one in found] == [names[key] for key in agreed if key != "machinist-cam"]
    assert unmet(results(MAPPING, TODAY), lambda _need: True) == ()


def test_that_needs_stand_by_the_number_of_companies_times_the_band() -> None:
    other = replace(CAM, company="two", sector="28", language="sv", band=Band.WATCH)
    urgent = replace(CAM, name=Text(en="High voltage"), competence=("", "voltage"), band=Band.URGENT)
    found = together([urgent, CAM, other, replace(CAM, band=Band.WATCH)])
    assert [(need.name.en, need.companies, need.band, need.weight) for need in found] == [
        ("CAM", 2, Band.IMPORTANT, 4),
        ("High voltage", 1, Band.URGENT, 3),
    ]
    assert (found[0].sectors, found[0].languages) == (("25", "28"), ("fi", "sv"))


@given(
    st.lists(
        st.builds(
            lambda code, company, band: replace(CAM, competence=("profile", code), company=company, band=band),
            st.sampled_from("abc"),
            st.sampled_from("123"),
            st.sampled_from(list(Band)),
        )
    )
)
def test_that_the_list_is_heaviest_first_and_loses_nobody(ones: list[Unmet]) -> None:
    found = together(ones)
    assert [need.weight for need in found] == sorted((need.weight for need in found), reverse=True)
    assert sum(need.companies for need in found) == len({(one.competence, one.company) for one in ones})
    assert all(need.weight == need.companies * BAND_WEIGHT[need.band] for need in found)
