"""The register of qualifications and the job titles that come with the program (brief, 5.2 and 5.3)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.catalogues.qualifications import Qualifications, load_qualifications
from app.catalogues.titles import JobTitles, load_titles
from app.errors import UserError
from app.files import read_json
from app.languages import LANGUAGES
from app.paths import resource
from app.services.libraries import packs

RENAMED = "351301"  # the vehicle sector: the list is older than the requirements
CUT_SHORT = "10213"  # its English in the list


@pytest.fixture(scope="module")
def register() -> Qualifications:
    return load_qualifications(resource("catalogues").joinpath)


@pytest.fixture(scope="module")
def titles() -> JobTitles:
    return load_titles(resource("catalogues").joinpath)


def national(real_data: Path, file: str) -> dict[str, list[str]]:
    """Names by code, in the order of LANGUAGES."""
    rows = read_json(real_data / "koodisto" / file)
    names = {row["koodiArvo"]: {m["kieli"].lower(): m["nimi"] for m in row["metadata"]} for row in rows}
    return {code: [(each.get(lang) or "").strip() for lang in LANGUAGES] for code, each in names.items()}


def test_that_the_register_holds_the_qualifications_of_the_brief(register: Qualifications) -> None:
    assert len(register.qualifications) == 26
    assert [q.code for q in register.qualifications if not all(q.name.get(lang) for lang in LANGUAGES)] == []


def test_that_qualifications_are_those_of_the_national_list(register: Qualifications, real_data: Path) -> None:
    official = national(real_data, "oph-koulutus_11.json")
    for qualification in register.qualifications:
        names = [qualification.name.get(lang) for lang in LANGUAGES]
        assert qualification.code == RENAMED or names == official[qualification.code]


def test_that_what_the_list_calls_otherwise_has_the_name_of_its_requirements(
    register: Qualifications, real_data: Path
) -> None:
    read = read_json(real_data / "eperusteet" / "ajoneuvoala-OPH-5410-2021-new-shape.json")
    [official] = [name["nimi"] for name in read["koulutukset"] if name["koulutuskoodiArvo"] == RENAMED]
    assert (found := register.qualification(RENAMED)) is not None
    assert [found.name.get(lang) for lang in LANGUAGES] == [official[lang] for lang in LANGUAGES]
    assert found.newest is not None
    assert found.newest.number == read["diaarinumero"]


def test_that_an_order_replaced_or_of_a_trial_is_not_taken_for_the_newest(register: Qualifications) -> None:
    newest = {q.code: q.newest.number for q in register.qualifications if q.newest and q.newest.number}
    assert newest == {
        "381142": "OPH-4420-2023",
        "352201": "OPH-4980-2021",
        "331101": "OPH-4394-2023",
        "351301": "OPH-5410-2021",
        "354345": "OPH-3418-2025",
    }
    assert (ict := register.qualification("341101")) is not None
    assert [(order.number, order.standing) for order in ict.orders] == [("OPH-1117-2019", "trial")]


def test_that_an_order_whose_number_is_not_known_has_its_day(register: Qualifications) -> None:
    nameless = [o for q in register.qualifications for o in q.orders if not o.number]
    assert [str(order.valid_from) for order in nameless] == ["2022-08-01"]


def test_that_every_vocational_qualification_has_180_points(register: Qualifications) -> None:
    assert {q.points for q in register.qualifications if q.kind == "vocational"} == {180}


def test_that_every_profile_leads_to_its_qualification(register: Qualifications) -> None:
    for pack in packs():
        if pack.kind == "sector_profile":
            assert (found := register.qualification(pack.code)) is not None
            assert found.profile == pack.key


def test_that_an_unknown_qualification_is_none(register: Qualifications) -> None:
    assert register.qualification("999999") is None


def test_that_titles_are_those_of_the_national_list(titles: JobTitles, real_data: Path) -> None:
    official = national(real_data, "oph-tutkintonimikkeet.json")
    coded = [title for title in titles.titles if title.codes]
    assert len(coded) == 28
    for title in coded:
        fi, sv, en = official[title.codes[0]]
        assert (title.name.fi, title.name.sv) == (fi, sv)
        assert title.name.en == en or title.codes == (CUT_SHORT,)
        assert {official[code][0] for code in title.codes} == {fi}


def test_that_only_names_of_our_own_are_working_ones(titles: JobTitles) -> None:
    assert {title.codes: title.working for title in titles.titles if title.working} == {
        (CUT_SHORT,): ("en",),
        (): ("fi", "sv", "en"),
    }
    assert [t.name.fi for t in titles.titles if not all(t.name.get(lang) for lang in LANGUAGES)] == []


def test_that_a_profile_has_its_titles_before_those_of_every_company(titles: JobTitles) -> None:
    assert [str(title.name.en) for title in titles.usual_in("sector:restaurant")] == [
        "Cook",
        "Waiter/Waitress",
        "Supervisor",
        "Entrepreneur",
        "Office Worker",
    ]


def test_that_titles_belong_to_profiles_that_exist(titles: JobTitles) -> None:
    profiles = {pack.key for pack in packs() if pack.kind == "sector_profile"}
    assert {title.profile for title in titles.titles if title.profile} <= profiles - {"sector:entrepreneur"}


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('code: "384145"', 'code: "381141"', "qualifications[1].code"),
        ('code: "384145"', "code: 384145", "qualifications[1].code"),
        ("kind: further", "kind: higher", "qualifications[1].kind"),
        ("{fi: Puhtaus-", "{se: Puhtaus-", "qualifications[0].name.fi"),
        ("points: 180", "points: 0", "qualifications[0].points"),
        ("2017, standing: earlier", "2017, standing: newest", "qualifications[3].orders"),
        ("standing: trial", "standing: draft", "qualifications[16].orders[0].standing"),
        ("checked: 2026", "checked: x2026", "checked"),
    ],
)
def test_that_a_wrong_qualification_is_told_with_its_place(copies: Path, old: str, new: str, place: str) -> None:
    assert place in fault(copies / "qualifications.yaml", old, new)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('codes: ["10001"]', 'codes: ["10070"]', "titles[1].codes"),
        ("fi: Kiinteistönhoitaja", "fi: Toimitilahuoltaja", "titles[1].name.fi"),
        ("fi: Kiinteistönhoitaja, ", "", "titles[1].name.fi"),
        ("working: [en]", "working: [de]", "titles[14].working[0]"),
        ("kind: titles", "kind: cards", "kind"),
    ],
)
def test_that_a_wrong_title_is_told_with_its_place(copies: Path, old: str, new: str, place: str) -> None:
    assert place in fault(copies / "titles.yaml", old, new)


def fault(path: Path, old: str, new: str) -> str:
    """What is said of a copy that was changed in one place."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    load = {"qualifications.yaml": load_qualifications, "titles.yaml": load_titles}[path.name]
    with pytest.raises(UserError, match="breaks the format of catalogues") as refused:
        load(path.parent.joinpath)
    return str(refused.value)
