"""Updates from public services: nothing is taken before it was shown, and what was fetched is not fetched again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import open_desk
from app.errors import UserError
from app.files import read_json
from app.frameworks.readers import eperusteet
from app.paths import DataFolder
from app.services import settings, updates
from app.services.desk import Desk
from app.services.libraries import import_files
from app.services.settings import Settings
from app.services.updates import apply
from app.services.updates_model import FrameworkPreview, OfferPreview, Preview, Question
from app.texts import Text
from tests.hostile.kinds import PROVIDERS, QUALIFICATION, TODAY, changed
from tests.offers.opintopolku_values import EDUCATION, IMPLEMENTATION, education, hit, implementation
from tests.online.replay import Answer, Asked, Replay, as_json, asking, replaying

LIST, WHOLE = "/api/external/perusteet", "/api/external/peruste/"
SEARCH = "/search/koulutukset"
GIVEN, TAUGHT = f"opintopolku:{EDUCATION}", f"opintopolku:{IMPLEMENTATION}"
CUT = Answer(b'{"id": 1}', cut=2)


@pytest.fixture
def replay(desk: Desk) -> Iterator[Replay]:
    """Both services at one address, which is that in the settings."""
    with replaying() as replay:
        settings.save(desk.folder, Settings(eperusteet=replay.address, opintopolku=replay.address))
        yield replay


def look(desk: Desk, question: Question, cancelled: Callable[[], bool] = lambda: False) -> Preview:
    with asking(cancelled) as client:
        return updates.look_for_updates(desk, client, question)


def qualifications(desk: Desk, text: str = "", **how: Any) -> FrameworkPreview:
    preview = look(desk, Question("eperusteet", text, **how))
    assert isinstance(preview, FrameworkPreview)
    return preview


def offers(desk: Desk, text: str = "", **how: Any) -> OfferPreview:
    preview = look(desk, Question("opintopolku", text, **how))
    assert isinstance(preview, OfferPreview)
    return preview


def listing(*values: Any) -> Answer:
    """A page of the list that names these qualifications."""
    fields = ("id", "nimi", "diaarinumero", "koulutukset", "voimassaoloAlkaa")
    return as_json(
        {
            "data": [{name: value.get(name) for name in fields} for value in values],
            "sivuja": 1,
            "kokonaismäärä": len(values),
            "sivu": 0,
            "sivukoko": 25,
        }
    )


def order(number: int, **fields: Any) -> Any:
    """Another order of the small qualification."""
    return QUALIFICATION | {"id": number, "diaarinumero": f"OPH-{number}-2027"} | fields


def serve(replay: Replay, *values: Any) -> None:
    replay.answers |= {f"{WHOLE}{value['id']}": as_json(value) for value in values}
    replay.answers[LIST] = listing(*values)


def page(*hits: Any) -> Answer:
    return as_json({"total": len(hits), "hits": list(hits), "filters": {}})


def give(replay: Replay, *implementations: Any, **fields: Any) -> None:
    """An education with these implementations, found by any words."""
    listed = [{"oid": each["oid"], "tila": "julkaistu"} for each in implementations]
    replay.answers |= {
        SEARCH: page(hit(1, oid=EDUCATION)),
        f"/koulutus/{EDUCATION}": as_json(education(**{"toteutukset": listed} | fields)),
        f"/search/koulutus/{EDUCATION}/jarjestajat": as_json(PROVIDERS),
    }
    replay.answers |= {f"/toteutus/{each['oid']}": as_json(each) for each in implementations}


# Qualifications


def test_that_nothing_is_taken_before_it_was_shown(desk: Desk, replay: Replay) -> None:
    serve(replay, QUALIFICATION)

    preview = qualifications(desk, "esimerkki", language="sv")

    assert [(each.kind, each.after.key) for each in preview.changes] == [("new", "eperusteet:5000")]
    assert (replay.asked[0].query["nimi"], replay.asked[0].query["kieli"]) == ("esimerkki", "sv")
    assert desk.library.frameworks() == ()
    assert apply(desk, preview).new == ("eperusteet:5000",)
    assert desk.library.framework("eperusteet:5000") == preview.changes[0].after


def test_that_taking_asks_for_nothing_and_forgets_what_was_fetched(desk: Desk, replay: Replay) -> None:
    serve(replay, QUALIFICATION)
    apply(desk, qualifications(desk, "esimerkki"))
    assert len(replay.asked) == 2

    assert [each.kind for each in qualifications(desk, "esimerkki").changes] == ["unchanged"]

    assert len(replay.asked) == 4


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("OPH-5410-2021", {"diaarinumero": "OPH-5410-2021"}),
        ("44/011/2014", {"diaarinumero": "44/011/2014"}),
        (" hitsaus ", {"nimi": "hitsaus", "kieli": "fi"}),
    ],
)
def test_that_words_and_order_numbers_are_told_apart(
    desk: Desk, replay: Replay, text: str, query: dict[str, str]
) -> None:
    replay.answers[LIST] = listing()

    assert qualifications(desk, text).changes == ()

    [asked] = replay.asked
    assert asked.query.items() >= query.items()
    assert asked.query["koulutustyyppi"] == "koulutustyyppi_1,koulutustyyppi_11,koulutustyyppi_12"


@pytest.mark.parametrize("text", ["5000", "eperusteet:5000"])
def test_that_a_number_is_fetched_without_a_search(desk: Desk, replay: Replay, text: str) -> None:
    serve(replay, QUALIFICATION)

    assert len(qualifications(desk, text).changes) == 1
    assert replay.paths == [f"{WHOLE}5000"]


def test_that_those_in_the_library_are_compared_and_newer_ones_are_found(desk: Desk, replay: Replay) -> None:
    desk.library.put_framework(eperusteet.read(QUALIFICATION, "file"))
    older, newer = order(4000, voimassaoloAlkaa=1_400_000_000_000), order(6000, voimassaoloAlkaa=1_900_000_000_000)
    now = changed(QUALIFICATION, ("tutkinnonOsat", 1, "nimi"), {"fi": "Koneistaminen"})
    serve(replay, older, now, newer)

    preview = qualifications(desk)

    assert [(each.kind, each.after.key) for each in preview.changes] == [
        ("changed", "eperusteet:5000"),
        ("newer", "eperusteet:6000"),
    ]
    [(was, renamed)] = preview.changes[0].renamed
    assert (was.name.fi, renamed.name.fi) == ("Koneistus", "Koneistaminen")
    assert replay.asked[0].query["koodi"] == "koulutus_399999"
    applied = apply(desk, preview)
    assert (applied.new, applied.updated) == (("eperusteet:6000",), ("eperusteet:5000",))
    assert desk.library.framework("eperusteet:5000").units[1].name == Text("Koneistaminen")
    assert desk.library.framework("eperusteet:6000").order_number == "OPH-6000-2027"


def test_that_what_is_gone_there_stays_here(desk: Desk, replay: Replay) -> None:
    desk.library.put_framework(eperusteet.read(QUALIFICATION, "file"))
    replay.answers[LIST] = listing()

    preview = qualifications(desk)

    assert [each.key for each in preview.gone] == ["eperusteet:5000"]
    apply(desk, preview)
    assert desk.library.framework("eperusteet:5000").units


@pytest.mark.parametrize("ask", [qualifications, offers])
def test_that_an_empty_library_says_what_to_do(desk: Desk, replay: Replay, ask: Callable[[Desk], Preview]) -> None:
    with pytest.raises(UserError, match="no qualification from ePerusteet yet"):
        ask(desk)
    assert replay.asked == []


def test_that_one_broken_qualification_stops_no_other(desk: Desk, replay: Replay) -> None:
    serve(replay, order(1, tutkinnonOsat=[]), order(2), order(3, voimassaoloLoppuu="never"))

    preview = qualifications(desk, "esimerkki")

    assert [each.after.key for each in preview.changes] == ["eperusteet:2"]
    assert len(preview.refused) == 2
    assert "Esimerkkialan perustutkinto" in str(preview.refused[0])


@pytest.mark.parametrize(("limit", "shown", "more"), [(2, 2, True), (3, 3, False)])
def test_that_no_more_is_fetched_than_the_limit(
    desk: Desk, replay: Replay, limit: int, shown: int, *, more: bool
) -> None:
    serve(replay, order(1), order(2), order(3))

    preview = qualifications(desk, "esimerkki", limit=limit)

    assert (len(preview.changes), preview.more) == (shown, more)
    assert len(replay.asked) == shown + 1


def test_that_page_after_page_is_read(desk: Desk, replay: Replay) -> None:
    def answer(asked: Asked) -> Answer:
        value = json.loads(listing(order(int(asked.query["sivu"]) + 1)).body)
        return as_json(value | {"sivuja": 3})

    serve(replay, order(1), order(2), order(3))
    replay.answers[LIST] = answer

    assert len(qualifications(desk, "esimerkki").changes) == 3


def test_that_a_broken_connection_is_gone_on_from(desk: Desk, replay: Replay) -> None:
    serve(replay, order(1), order(2), order(3))
    whole, replay.answers[f"{WHOLE}2"] = replay.answers[f"{WHOLE}2"], CUT

    with pytest.raises(UserError, match="what was fetched is kept"):
        qualifications(desk, "esimerkki")
    assert desk.library.frameworks() == ()
    replay.asked.clear()
    replay.answers[f"{WHOLE}2"] = whole

    assert len(qualifications(desk, "esimerkki").changes) == 3
    assert replay.paths == [f"{WHOLE}2", f"{WHOLE}3"]


def test_that_a_stopped_update_is_gone_on_from(desk: Desk, replay: Replay) -> None:
    serve(replay, order(1), order(2))
    question = Question("eperusteet", "esimerkki")

    with pytest.raises(UserError, match="The update was stopped"):
        look(desk, question, cancelled=lambda: len(list(desk.folder.fetched.rglob("*.json"))) == 2)
    replay.asked.clear()

    look(desk, question)
    assert replay.paths == [f"{WHOLE}2"]
    updates.drop(desk, "eperusteet")
    look(desk, question)
    assert replay.paths == [f"{WHOLE}2", LIST, f"{WHOLE}1", f"{WHOLE}2"]


def test_that_progress_names_what_is_fetched(desk: Desk, replay: Replay) -> None:
    serve(replay, order(1, nimi={"fi": "Yksi", "sv": "Ett"}), order(2, nimi={"fi": "Kaksi"}))
    told: list[tuple[str, int, int]] = []

    with asking() as client:
        question = Question("eperusteet", "esimerkki", "sv")
        updates.look_for_updates(desk, client, question, lambda *what: told.append(what))

    assert told == [("Ett", 0, 2), ("Kaksi", 1, 2)]


def test_that_recorded_qualifications_come_as_from_their_files(
    desk: Desk, replay: Replay, real_data: Path, tmp_path: Path
) -> None:
    names = ["ajoneuvoala-OPH-5410-2021-new-shape.json", "autoalan-tyonjohto-old-shape.json"]
    files = [real_data / "eperusteet" / name for name in names]
    serve(replay, *map(read_json, files))

    assert len(apply(desk, qualifications(desk, "auto")).new) == 2

    other = open_desk(DataFolder(tmp_path / "other"), TODAY)
    import_files(other, files)
    assert [each.key for each in desk.library.frameworks()] == [each.key for each in other.library.frameworks()]
    for each in desk.library.frameworks():
        assert desk.library.framework(each.key) == other.library.framework(each.key)
    other.close()


def test_that_the_recorded_page_is_searched(desk: Desk, replay: Replay, real_data: Path) -> None:
    """None of its qualifications is recorded whole, so each is asked for and none is there."""
    replay.answers[LIST] = Answer((real_data / "eperusteet" / "api-perusteet-list-page.json").read_bytes())

    assert qualifications(desk, "ravintola").changes == ()
    assert len(replay.asked) == 1 + 6


# Offers


def test_that_offers_are_shown_and_then_taken(desk: Desk, replay: Replay) -> None:
    give(replay, implementation())

    preview = offers(desk, "koneistus")

    assert [each.key for each in preview.changes.new] == [GIVEN, TAUGHT]
    assert preview.changes.new[1].unit_codes == ("101107", "101108")
    assert desk.library.offers() == ()
    assert apply(desk, preview).new == (GIVEN, TAUGHT)
    assert len(desk.library.providers()) == len(preview.providers) == 2
    assert offers(desk, "koneistus").changes.unchanged == preview.changes.new


def test_that_a_changed_offer_says_in_what(desk: Desk, replay: Replay) -> None:
    give(replay, implementation())
    apply(desk, offers(desk, "koneistus"))
    give(replay, implementation(nimi={"fi": "Koneistusta aamuisin"}))

    preview = offers(desk, "koneistus")

    [change] = preview.changes.changed
    assert (change.before.name.fi, change.changed) == ("Koneistusta iltaisin", ("name",))
    assert apply(desk, preview).updated == (TAUGHT,)


@pytest.mark.parametrize(
    ("what", "gone"),
    [
        ({"toteutukset": []}, [TAUGHT]),
        ({"toteutukset": [{"oid": IMPLEMENTATION, "tila": "arkistoitu"}]}, [TAUGHT]),
        ({"tila": "arkistoitu"}, [GIVEN, TAUGHT]),
        ({"toteutukset": None}, []),
        ({"toteutukset": 7}, []),
        ({"toteutukset": [{"oid": IMPLEMENTATION}]}, []),
    ],
)
def test_that_what_is_given_no_more_ends(desk: Desk, replay: Replay, what: dict[str, Any], gone: list[str]) -> None:
    give(replay, implementation())
    apply(desk, offers(desk, "koneistus"))
    give(replay, implementation(), **what)

    preview = offers(desk, "koneistus")

    assert [each.key for each in preview.changes.gone] == gone
    assert list(apply(desk, preview).ended) == gone
    assert all(each.valid_to and each.valid_to < TODAY for each in desk.library.offers_of(gone))
    assert not offers(desk, "koneistus").changes
    give(replay, implementation())
    back = apply(desk, offers(desk, "koneistus"))
    assert sorted(back.updated) == sorted(gone)
    assert all(each.valid_to is None for each in desk.library.offers())


def test_that_an_implementation_that_is_not_there_is_gone(desk: Desk, replay: Replay) -> None:
    give(replay, implementation())
    apply(desk, offers(desk, "koneistus"))
    del replay.answers[f"/toteutus/{IMPLEMENTATION}"]

    assert [each.key for each in offers(desk, "koneistus").changes.gone] == [TAUGHT]


def test_that_one_broken_offer_stops_no_other(desk: Desk, replay: Replay) -> None:
    give(replay, implementation(koulutusOid=7))

    preview = offers(desk, "koneistus")

    assert [each.key for each in preview.changes.new] == [GIVEN]
    assert "koulutusOid" in str(preview.refused[0])
    replay.answers[f"/koulutus/{EDUCATION}"] = as_json([])
    updates.drop(desk, "opintopolku")
    assert (offers(desk, "koneistus").changes.gone, len(offers(desk, "koneistus").refused)) == ((), 1)


def test_that_for_a_qualification_only_what_leads_to_it_is_fetched(desk: Desk, replay: Replay) -> None:
    desk.library.put_framework(eperusteet.read(QUALIFICATION, "file"))
    give(replay, implementation())
    by_code = hit(1, oid=EDUCATION, tutkinnonOsat=[{"koulutus": {"koodiUri": "koulutus_399999#12", "nimi": {}}}])
    replay.answers[SEARCH] = page(hit(2), by_code, hit(3, ePerusteId=4711))

    for text in ("", "5000"):
        assert [each.key for each in offers(desk, text).changes.new] == [GIVEN, TAUGHT]

    assert replay.asked[0].query["keyword"] == "Esimerkkialan perustutkinto"
    assert replay.paths.count(SEARCH) == 1
    assert [path for path in replay.paths if path.startswith("/koulutus/")] == [f"/koulutus/{EDUCATION}"]


def test_that_for_a_qualification_what_is_here_is_looked_at_even_if_no_search_finds_it(
    desk: Desk, replay: Replay
) -> None:
    desk.library.put_framework(eperusteet.read(order(3855075), "file"))
    give(replay, implementation())
    apply(desk, offers(desk, "koneistus"))
    replay.answers[SEARCH] = page()
    give_again = offers(desk, "3855075")

    assert len(give_again.changes.unchanged) == 2


@pytest.mark.parametrize(
    ("text", "words"), [("ab", "at least three letters"), ("4711", "Qualification 4711 is not in the library")]
)
def test_that_a_question_without_sense_is_not_asked(desk: Desk, replay: Replay, text: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        offers(desk, text)
    assert replay.asked == []


def test_that_offers_are_gone_on_from_after_a_broken_connection(desk: Desk, replay: Replay) -> None:
    second = implementation(oid="1.2.246.562.17.8")
    give(replay, implementation(), second)
    whole = replay.answers[f"/toteutus/{second['oid']}"]
    replay.answers[f"/toteutus/{second['oid']}"] = CUT

    with pytest.raises(UserError, match="what was fetched is kept"):
        offers(desk, "koneistus")
    assert desk.library.offers() == ()
    replay.asked.clear()
    replay.answers[f"/toteutus/{second['oid']}"] = whole

    assert len(offers(desk, "koneistus").changes.new) == 3
    assert replay.paths == [f"/toteutus/{second['oid']}", f"/search/koulutus/{EDUCATION}/jarjestajat"]


def test_that_recorded_offers_come_as_from_their_files(
    desk: Desk, replay: Replay, real_data: Path, tmp_path: Path
) -> None:
    """Every recorded education is a hit of the search; implementations that were not recorded are not there."""
    folder = real_data / "opintopolku"
    files = [*folder.glob("koulutus/*.json"), *folder.glob("toteutus/*.json")]
    values = [read_json(path) for path in files]
    replay.answers |= {f"/{path.parent.name}/{v['oid']}": as_json(v) for path, v in zip(files, values, strict=True)}
    providers = Answer((folder / "search" / "jarjestajat-sample.json").read_bytes())
    replay.answers["/search/koulutus/1.2.246.562.13.00000000000000000156/jarjestajat"] = providers
    educations = [value for value in values if not value.get("koulutusOid")]
    replay.answers[SEARCH] = page(*({name: e.get(name) for name in ("oid", "nimi", "ePerusteId")} for e in educations))

    preview = offers(desk, "perustutkinto", limit=20)
    apply(desk, preview)

    other = open_desk(DataFolder(tmp_path / "other"), TODAY)
    import_files(other, files)
    listed = {one["oid"] for each in educations for one in each.get("toteutukset") or ()}
    known = {each["oid"] for each in educations} | listed
    expected = [each for each in other.library.offers() if each.key.removeprefix("opintopolku:") in known]
    assert list(desk.library.offers()) == expected
    assert len(expected) >= len(educations) + 2
    assert len(desk.library.providers()) == 2
    other.close()


def test_that_the_recorded_search_pages_are_searched(desk: Desk, replay: Replay, real_data: Path) -> None:
    """A hit that is not there any more when it is fetched is nothing, unless the library has it."""
    replay.answers[SEARCH] = Answer(
        (real_data / "opintopolku" / "search" / "search-koulutukset-auto.json").read_bytes()
    )

    assert not offers(desk, "auto").changes
    assert len(replay.asked) == 1 + 9
