"""Documents found by words, and the sum that says how well they fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.languages import LANGUAGES, Language
from app.search.index import Band, Document, Hit, alike, band, best, build, lookup, shared, typed
from app.search.letters import cosines, letters

FINNISH = (
    Document("Hitsauksen perusteet", "MIG, metalli"),
    Document("Hitsaajan pätevyyskoe"),
    Document("Kirjanpidon perusteet yrittäjälle", body="Kurssilla opitaan myös palkanlaskentaa"),
    Document("Verkkokaupan perustaminen"),
    Document("Palkanlaskenta"),
    Document("Esihenkilötyö ja johtaminen"),
    Document("Mittaaminen"),
)
SWEDISH = (Document("TIG-svetsning av aluminium"), Document("Utbildning för truckförare"), Document("Ledarskap"))
titles = st.lists(st.sampled_from(["hitsaus", "työ", "kirja", "robotti", "huolto", "c++"]), max_size=4).map(" ".join)
documents = st.lists(st.builds(Document, titles, titles, titles), max_size=8)


def found(docs: tuple[Document, ...], text: str, language: Language = "fi") -> list[str]:
    return [docs[hit.place].title for hit in lookup(build(docs, language), text)]


class TestTheSum:
    def test_that_the_same_text_fits_wholly(self) -> None:
        [hit, *_] = alike(build(FINNISH, "fi"), "Palkanlaskenta")
        assert hit == Hit(4, 1.0)

    def test_that_it_adds_shares_of_query_title_and_letters(self) -> None:
        index = build([Document("hitsaus robotti"), Document("verkko")], "fi")
        [hit] = alike(index, "hitsaus")
        cosine = cosines(index.letters, {"hitsaus": 1})[0]
        assert hit.score == pytest.approx(0.3 * 1 + 0.15 * 1 / 2 + 0.55 * cosine, abs=1e-6)

    def test_that_tags_are_found_but_a_title_is_judged_by_itself(self) -> None:
        tagged, titled = Document("Iltakurssi", "hitsaus"), Document("hitsaus", "Iltakurssi")
        [first, second] = alike(build([tagged, titled], "fi"), "hitsaus")
        assert (first.place, second.place) == (1, 0)
        assert first.score - second.score == pytest.approx(0.15)

    def test_that_a_body_counts_nearly_as_much_as_the_title_whatever_else_is_said(self) -> None:
        [hit] = alike(build([Document("verkko", "verkot", "palkanlaskenta")], "fi"), "palkanlaskenta")
        assert hit.score == pytest.approx(0.95 * (0.3 + 0.55))

    def test_that_a_title_is_not_thinned_out_by_a_long_body(self) -> None:
        long = " ".join(document.title for document in FINNISH)
        [bare, told] = (alike(build([Document("verkko", body=body)], "fi"), "verkko") for body in ("", long))
        assert bare == told == [Hit(0, 1.0)]

    @given(documents, titles, st.sampled_from([0.3, 0.45, 0.6]))
    def test_that_a_least_sum_changes_no_other(self, docs: list[Document], text: str, least: float) -> None:
        index = build(docs, "fi")
        assert alike(index, text, least) == [hit for hit in alike(index, text) if hit.score >= least]

    def test_that_a_compound_in_a_body_is_found_whole_although_it_has_known_parts(self) -> None:
        docs = [Document("hitsaus"), Document("robotti"), Document("huolto", body="hitsausrobotti")]
        assert {hit.place for hit in lookup(build(docs, "fi"), "hitsausrobotti")} == {0, 1, 2}

    def test_that_a_rare_word_weighs_more_than_a_common_one(self) -> None:
        common = [Document(title, body="kurssi") for title in ("piha", "meri", "kivi")]
        rare, *others = alike(build([*common, Document("lumi", body="robotti")], "fi"), "robotti kurssi")
        assert (rare.place, len(others)) == (3, 3)
        assert rare.score > 0.95 * (0.3 + 0.55) / 2 > others[0].score

    def test_that_only_what_reaches_the_least_sum_is_given(self) -> None:
        index = build(FINNISH, "fi")
        every = alike(index, "kirjan perusteet")
        fitting = [hit for hit in every if hit.score >= 0.4]
        assert 0 < len(fitting) < len(every)
        assert alike(index, "kirjan perusteet", 0.4) == fitting

    def test_that_the_parts_of_a_compound_are_found(self) -> None:
        docs = (Document("hitsaus"), Document("robotti"), Document("huolto"))
        assert [hit.place for hit in alike(build(docs, "fi"), "hitsausrobotti", 0.3)] == [0, 1]

    def test_that_what_is_taught_decides_before_that_it_is_a_course(self) -> None:
        docs = (Document("Kurssi kurssi"), Document("Hitsauksen jatkokurssi"), Document("Hitsauksen peruskurssi"))
        assert [hit.place for hit in alike(build(docs, "fi"), "hitsauksen peruskurssi")][:2] == [2, 1]

    @given(documents, titles, st.sampled_from(LANGUAGES))
    def test_that_it_is_between_nothing_and_all(self, docs: list[Document], text: str, language: Language) -> None:
        index = build(docs, language)
        for hit in alike(index, text) + lookup(index, text):
            assert 0 < hit.score <= 1

    @given(documents, st.text(), st.sampled_from(LANGUAGES))
    def test_that_any_text_can_be_looked_for(self, docs: list[Document], text: str, language: Language) -> None:
        index = build([*docs, Document(text, text, text)], language)
        assert {hit.place for hit in alike(index, text) + lookup(index, text)} <= set(range(len(docs) + 1))


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (1.0, Band.STRONG),
        (0.6, Band.STRONG),
        (0.5999, Band.POSSIBLE),
        (0.45, Band.POSSIBLE),
        (0.4499, Band.WEAK),
        (0.3, Band.WEAK),
        (0.2999, Band.NOISE),
        (0.0, Band.NOISE),
    ],
)
def test_that_a_sum_has_its_band(score: float, expected: Band) -> None:
    assert band(score) is expected


class TestLookingUp:
    @pytest.mark.parametrize("typed", ["hitsaus", "Hitsaajat", "hitsuas", "hits"])
    def test_that_a_word_is_found_in_other_forms_and_with_a_slip_of_the_pen(self, typed: str) -> None:
        assert set(found(FINNISH, typed)) == {"Hitsauksen perusteet", "Hitsaajan pätevyyskoe"}

    @pytest.mark.parametrize(
        ("typed", "title"),
        [("svets", "TIG-svetsning av aluminium"), ("truck", "Utbildning för truckförare"), ("ledar", "Ledarskap")],
    )
    def test_that_the_beginning_of_a_word_is_enough(self, typed: str, title: str) -> None:
        assert found(SWEDISH, typed, "sv") == [title]

    def test_that_letters_in_common_alone_find_nothing_beside_the_word_itself(self) -> None:
        docs = (Document("Svetsning"), Document("Modersmålet, svenska"), Document("Svets och svarv"))
        assert set(found(docs, "svets", "sv")) == {"Svetsning", "Svets och svarv"}
        assert found((Document("Modersmålet, svenska"),), "svets", "sv") == []

    @pytest.mark.parametrize(
        ("language", "typed", "title"),
        [
            ("fi", "hitsaajan", "Hitsaus- ja levytyöt"),  # another form of another derivation
            ("fi", "hitasus", "Hitsaus- ja levytyöt"),
            ("fi", "kirjanpidon", "Kirjanpito ja arvonlisävero"),  # consonant gradation
            ("fi", "kirjanptio", "Kirjanpito ja arvonlisävero"),
            ("fi", "hitsaus", "Levyseppähitsaaja"),  # within a compound
            ("fi", "johtamista", "Lähijohtaminen"),
            ("fi", "maalaus", "Ruiskumaalaustyöt"),
            ("sv", "svetsning", "Plåtslagarsvetsare"),
            ("sv", "svetsnign", "Svetsning"),
            ("sv", "bokföringens", "Bokföring"),
            ("sv", "bokförnig", "Bokföring"),
            ("sv", "kock", "Industrikock"),
            ("sv", "bilar", "Arbete som bilförsäljare"),
            ("sv", "programering", "CAM-programmering"),
            ("en", "welding", "Plater-welder"),
            ("en", "weldng", "Welding with required certificate"),
            ("en", "custmer service", "Customer service"),
            ("en", "acounting", "Accounting"),
            ("en", "exel", "Excel for beginners"),
            ("en", "cook", "Portion cooking"),
        ],
    )
    def test_that_forms_compounds_and_slips_are_found_and_nothing_else(
        self, language: Language, typed: str, title: str
    ) -> None:
        others = ("Työmaalla toimiminen", "Kirjoittaminen", "Svenska språket", "Wellbeing at work", "Resource use")
        docs = tuple(map(Document, (title, *others)))
        assert found(docs, typed, language) == [title]

    def test_that_a_word_of_one_language_is_no_slip_in_another(self) -> None:
        swedish = build([Document("Svetsning")], "sv")
        finnish = build([Document("Sveitsin lainsäädäntö"), Document("Sveits")], "fi")
        assert [best(sums) for sums in typed([swedish, finnish], "svets")][1] == []
        assert lookup(finnish, "svets")

    @pytest.mark.parametrize(
        ("language", "typed", "near"), [("sv", "till", "Tilt rotator"), ("en", "with", "Width of a sheet")]
    )
    def test_that_a_stop_word_is_no_slip(self, language: Language, typed: str, near: str) -> None:
        assert found((Document(near),), typed, language) == []

    def test_that_what_is_said_further_is_found_by_its_words_and_thins_out_nothing(self) -> None:
        [short, long] = (Document("verkko", body="kauppa", further=more) for more in ("", "lisenssi " + "muuta " * 99))
        index = build([short, long, Document("piha")], "fi")
        assert [hit.place for hit in lookup(index, "lisenssin")] == [1]
        assert [hit.score for hit in alike(index, "verkko kauppa")[:2]] == [alike(index, "verkko kauppa")[0].score] * 2

    def test_that_a_common_ending_alone_finds_nothing(self) -> None:
        assert found(FINNISH, "johtaminen") == ["Esihenkilötyö ja johtaminen"]

    def test_that_a_title_comes_before_a_body(self) -> None:
        assert found(FINNISH, "palkanlaskenta") == ["Palkanlaskenta", "Kirjanpidon perusteet yrittäjälle"]

    def test_that_what_is_a_little_like_it_is_found_where_nothing_is_more(self) -> None:
        others = [Document(title) for title in ("Maanmittaus", "Betonityöt", "Somemarkkinointi", "Lääkehoito")]
        [little] = lookup(build([Document("Kvantmekanik och partiklar"), *others], "fi"), "kvanttimekaniikka")
        assert little.place == 0

    @pytest.mark.parametrize("typed", ["xyzzy", "", "  ", "?!", "ja", "\N{SOFT HYPHEN}"])
    def test_that_nonsense_finds_nothing(self, typed: str) -> None:
        assert found(FINNISH, typed) == []

    def test_that_nothing_is_found_among_nothing(self) -> None:
        assert lookup(build([], "fi"), "hitsaus") == []
        assert lookup(build([Document("")], "fi"), "hitsaus") == []


def test_that_shared_words_are_told_as_they_were_written() -> None:
    index = build([Document("CNC-sorvauksen jatkokurssi", "koneet")], "fi")
    assert shared(index, "CNC-Sorvaus ja kone, jyrsintä", 0) == ("CNC", "Sorvaus", "kone")


def test_that_texts_without_a_common_letter_are_not_alike() -> None:
    known = letters([["hitsaus"], ["öljy"]])
    assert list(cosines(known, {"öljy": 1})) == [0, pytest.approx(1.0)]
