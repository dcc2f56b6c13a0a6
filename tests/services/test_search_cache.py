"""What is searched, kept between two starts of the program: the same is found, only sooner."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pytest

from app import bootstrap
from app.languages import LANGUAGES, Language
from app.mapping.company import Company
from app.mapping.corpus import corpus
from app.mapping.model import Mapping
from app.offers.model import Offer, Provider
from app.search.index import Document, Index
from app.services import search_cache
from app.services.catalogues import municipalities
from app.services.desk import Desk
from app.services.libraries import example_offers
from app.services.search_facts import Facts
from app.services.search_words import Meanings, meanings
from app.services.searching import Found, ready, ready_for, search
from app.store import arrays
from app.texts import Text
from tests.stores import made_in

QUERIES = ("hitsaus", "svetsning kväll", "welding Turku", "kirjanpito verkossa", "trukkikortti", "Turku", "xyzzy")
COURSE = Offer("catalogue:course", Text("Lasinpuhallus", "Glasblåsning", "Glass blowing"), contact="Aino Virtanen")

GLASS = Mapping("mapping", Company("company", "Oy Lasi Ab"))


@contextmanager
def opened(root: Path, today: date, *, read_only: bool = False) -> Iterator[Desk]:
    desk = bootstrap.open_desk(made_in(root), today, read_only=read_only)
    yield desk
    desk.close()


@pytest.fixture
def root(tmp_path: Path, today: date) -> Path:
    """A data folder with the example offers and one more in its library, of which nothing has been searched."""
    with opened(tmp_path, today) as desk:
        desk.library.put_offers((*example_offers(), COURSE))
    return tmp_path


def kept(root: Path) -> list[Path]:
    """What is kept of the offers themselves."""
    return [path for path in sorted((root / "cache").glob("*.arrays")) if not path.name.startswith("words-")]


def found(desk: Desk, among: tuple[Offer, ...] | None = None) -> list[Found]:
    searched = [ready(desk, [language], among) for language in LANGUAGES]
    return [search(each, query, 20) for each in searched for query in QUERIES]


def has_to_be_kept(_language: Language = "fi") -> Index:
    raise AssertionError("it was made again")


def no_facts() -> Facts:
    raise AssertionError("they were made again")


def no_meanings() -> Meanings:
    raise AssertionError("they were made again")


def assert_kept(desk: Desk) -> None:
    digest = desk.library.offers_digest()
    assert search_cache.facts_of(desk, digest, no_facts).keys
    for language in LANGUAGES:
        assert search_cache.index_of(desk, digest, language, has_to_be_kept).language == language


def test_that_a_fresh_program_finds_the_same_with_the_same_sums_without_making_anything(
    root: Path, today: date
) -> None:
    with opened(root, today) as desk:
        first = found(desk)
        among = found(desk, desk.library.offers())
    with opened(root, today) as desk:
        assert_kept(desk)
        assert found(desk) == first == among
    assert sum(bool(each.hits) for each in first) >= len(QUERIES)


def test_that_what_was_kept_can_be_removed_at_any_time(root: Path, today: date) -> None:
    with opened(root, today) as desk:
        first = found(desk)
    for path in kept(root):
        path.unlink()
    with opened(root, today) as desk:
        assert found(desk) == first
        assert_kept(desk)


def test_that_what_is_damaged_is_made_again(root: Path, today: date) -> None:
    with opened(root, today) as desk:
        first = found(desk)
    for path in kept(root):
        whole = path.read_bytes()
        path.write_bytes(whole[:-9] + b"#" + whole[-8:])
    with opened(root, today) as desk:
        assert found(desk) == first
        assert_kept(desk)


def test_that_another_kind_of_content_under_the_right_name_is_made_again(root: Path, today: date) -> None:
    with opened(root, today) as desk:
        first = found(desk)
    contents = [path.read_bytes() for path in kept(root)]
    for path, other in zip(kept(root), (contents[1], contents[1], contents[0], contents[0]), strict=True):
        path.write_bytes(other)
    with opened(root, today) as desk:
        assert found(desk) == first
        assert [path.read_bytes() for path in kept(root)] == contents


def test_that_a_changed_offer_is_found_as_it_is_now(root: Path, today: date) -> None:
    with opened(root, today) as desk:
        assert search(ready(desk), "lasinpuhallus", 1).hits[0].offer == COURSE
    with opened(root, today) as desk:
        changed = replace(COURSE, name=Text(fi="Lasinpuhallux"))  # as long as before
        desk.library.put_offers([changed])
        [hit] = search(ready(desk, ["fi"]), "lasinpuhallux", 1).hits
        assert (hit.offer, hit.words) == (changed, ("lasinpuhallux",))


def test_that_offers_are_read_for_their_digest_only_where_the_library_has_changed(root: Path, today: date) -> None:
    with opened(root, today) as desk:
        known = search_cache.digest_of(desk)
        noted = root / "cache" / "library.digest"
        noted.write_text(noted.read_text("ascii").replace(known, "of another library"), "ascii")
        assert search_cache.digest_of(desk) == known  # as young as the library itself, it is not trusted
        noted.write_text(noted.read_text("ascii").replace(known, "of another library"), "ascii")
        later = noted.stat().st_mtime_ns + 10**10
        os.utime(noted, ns=(later, later))
        assert search_cache.digest_of(desk) == "of another library"
        desk.library.put_offers([replace(COURSE, min_group=1)])
        assert search_cache.digest_of(desk) == desk.library.offers_digest() != known


def test_that_words_mean_the_same_when_they_were_kept_and_other_names_of_places_are_read(
    root: Path, today: date
) -> None:
    sources = [root / "names.csv"]
    sources[0].write_bytes(b"853;Turku")
    with opened(root, today) as desk:
        made = meanings(municipalities(desk))
        assert search_cache.meanings_of(desk, sources, lambda: made) == made
        assert search_cache.meanings_of(desk, sources, no_meanings) == made
        sources[0].write_bytes(b"853;Tuurku")
        with pytest.raises(AssertionError, match="made again"):
            search_cache.meanings_of(desk, sources, no_meanings)


def test_that_only_the_latest_two_of_a_kind_stay(root: Path, today: date) -> None:
    with opened(root, today) as desk:
        for price in range(4):
            desk.library.put_offers([replace(COURSE, min_group=price)])
            ready(desk, ["fi"])
        assert len(kept(root)) == 4
        assert search_cache.index_of(desk, desk.library.offers_digest(), "fi", has_to_be_kept).language == "fi"


def test_that_what_was_kept_yesterday_leaves_out_what_is_over_today(root: Path, today: date) -> None:
    with opened(root, today) as desk:
        desk.library.put_offers([replace(COURSE, end=today)])
        assert search(ready(desk), "lasinpuhallus", 1).hits
    with opened(root, today + timedelta(days=1)) as desk:
        assert_kept(desk)
        assert not search(ready(desk), "lasinpuhallus", 1).hits


def test_that_an_offer_that_is_gone_meanwhile_is_left_out(root: Path, today: date) -> None:
    with opened(root, today) as desk:
        searched = replace(ready(desk), read=lambda _keys: [])
        assert search(searched, "lasinpuhallus", 1).hits == ()


def test_that_any_number_of_offers_can_be_asked_for(root: Path, today: date) -> None:
    with opened(root, today) as desk:
        assert desk.library.offers_of([*map(str, range(40_000)), COURSE.key]) == (COURSE,)


def test_that_nobody_to_ask_is_in_what_is_kept(root: Path, today: date) -> None:
    with opened(root, today) as desk:
        ready(desk)
    assert b"lasinpuhal" in b"".join(path.read_bytes() for path in kept(root))
    assert not any(b"virtanen" in path.read_bytes().lower() for path in (root / "cache").iterdir())


def test_that_a_window_that_may_only_look_keeps_nothing(root: Path, today: date) -> None:
    with opened(root, today, read_only=True) as desk:
        assert search(ready(desk), "lasinpuhallus", 1).hits
    assert not (root / "cache").exists()


def test_that_a_cache_that_cannot_be_written_stops_nobody(root: Path, today: date) -> None:
    (root / "cache").write_bytes(b"a file where a folder should be")
    with opened(root, today) as desk:
        assert search(ready(desk), "lasinpuhallus", 1).hits


def test_that_examples_are_not_kept(tmp_path: Path, today: date) -> None:
    with opened(tmp_path, today) as desk:
        assert search(ready(desk), "hitsaus", 1).hits
    assert kept(tmp_path) == []


def test_that_the_offers_of_a_company_lead_to_their_provider_and_are_never_examples(root: Path, today: date) -> None:
    with opened(root, today) as desk:
        school = Provider("p", Text(fi="Lasikoulu"), link="https://example.invalid/lasi")
        desk.library.put_providers([school])
        desk.library.put_offers([replace(COURSE, contact="", provider=school.name)])
        [hit] = search(ready_for(desk, GLASS), "lasinpuhallus", 1).hits
        assert hit.offer.link == school.link
        assert_kept(desk)
    with opened(root.parent / "empty", today) as desk:
        assert search(ready_for(desk, GLASS), "hitsaus", 1).hits == ()


def test_that_offers_are_made_ready_for_needs_once(root: Path, today: date) -> None:
    with opened(root, today) as desk:
        offers = desk.library.offers()
        first = corpus(offers, today, search_cache.indexed(desk))
        assert [path.name.split("-")[0] for path in kept(root)] == ["needs"] * 3
        before = [path.read_bytes() for path in kept(root)]
        assert corpus(offers, today, search_cache.indexed(desk)).named[0].offers == first.named[0].offers
        assert [path.read_bytes() for path in kept(root)] == before


def test_that_documents_that_differ_in_their_parts_alone_are_told_apart(root: Path, today: date) -> None:
    with opened(root, today) as desk:
        indexed = search_cache.indexed(desk)
        assert "b" in indexed([Document("a", "b")], "fi").stems
        assert indexed([Document("a b")], "fi").title_weights[0] > indexed([Document("a", "b")], "fi").title_weights[0]


WORDS = ("hitsausrobotti", "kirjanpito", "svetsning", "truckförare", "welding", "c++", "työ", "2027", "ja", "on")
FULL = Offer(
    "",
    Text(),
    provider=Text(fi="Opisto"),
    provider_type="VST",
    unit_names=(Text(fi="Yksikkö", en="Unit"),),
    card="C05",
    languages=("sv",),
    mode=("online",),
    time=("evening",),
    places=(Text("Turku", "Åbo"),),
    municipality_codes=("853",),
    start=date(2027, 1, 11),
    start_words=Text(fi="Tammikuussa"),
    price_eur=Decimal(0),
)


def test_that_this_version_makes_of_offers_what_it_has_always_made(tmp_path: Path, today: date) -> None:
    """When this fails, another thing is made of the same offers: raise VERSION, and only then correct this."""
    offers = [
        replace(FULL, key=f"{a} {b}", name=Text(f"{a} {b}", b, f"{b} {a}"), keywords=Text(a, b), description=Text(en=b))
        for a in WORDS
        for b in WORDS
    ]
    with opened(tmp_path, today) as desk:
        desk.library.put_offers(offers)
        ready(desk)
    assert (search_cache.VERSION, [digest_of(path) for path in kept(tmp_path)]) == (
        4,
        ["08f019ca4eb33c55", "95f5a93723d2acda", "8a81d99741335ac7", "369d1e86f6b0fe07"],
    )


def digest_of(path: Path) -> str:
    """Rounded, since the last digit of a sum may differ between machines."""
    digest = blake2b(digest_size=8)
    for name, array in sorted((arrays.opened(path) or {}).items()):
        plain = array.tobytes() if array.dtype == np.uint8 else np.round(array, 6).tolist()
        digest.update(f"{name} {plain!r}".encode())
    return digest.hexdigest()
