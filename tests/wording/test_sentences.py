"""Sentences about scores, readiness, risks and the plan, as they are read in three languages."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from app.i18n import Translator
from app.languages import LANGUAGES
from app.mapping.levels import Tally
from app.mapping.model import Agreed, CardHolding, RoleNeed, Targets
from app.mapping.plan import AgreedNeed, FixFirst
from app.mapping.risks import Risk, RiskKind
from app.mapping.scoring import NeedScore, Readiness, Score, score, score_tally
from app.texts import Text
from app.wording import sentences

TRANSLATORS = [Translator(language) for language in LANGUAGES]
THREE = Targets(3, 3, 3)


@pytest.mark.parametrize(
    ("scored", "fi", "sv", "en"),
    [
        pytest.param(
            score([3, 3, 1, 1, 1], THREE, 3, "all"),
            "kriittisyys 3, puute 1,2 tasoa, 2/5 osaajaa nyt",
            "betydelse 3, brist 1,2 nivåer, 2/5 kan nu",
            "criticality 3, short by 1.2 levels, 2/5 able now",
            id="V4",
        ),
        pytest.param(
            score([2, 2], Targets(2, 3, 4), 2, 1),
            "kriittisyys 2, puute 1,0 tasoa, 0/1 osaajaa vuoden päästä",
            "betydelse 2, brist 1,0 nivåer, 0/1 kan om ett år",
            "criticality 2, short by 1.0 levels, 0/1 able in one year",
            id="V5",
        ),
        pytest.param(
            score([3, 4], THREE, 3, 1),
            "kriittisyys 3, ei puutetta, 2/1 osaajaa nyt",
            "betydelse 3, ingen brist, 2/1 kan nu",
            "criticality 3, no gap, 2/1 able now",
            id="V6",
        ),
        pytest.param(
            score([4, 1, 1], THREE, 3, 2),
            "kriittisyys 3, puute 1,3 tasoa, 1/2 osaajaa nyt",
            "betydelse 3, brist 1,3 nivåer, 1/2 kan nu",
            "criticality 3, short by 1.3 levels, 1/2 able now",
            id="V7",
        ),
        pytest.param(
            score([None, None], THREE, 3, 1),
            "kriittisyys 3, ketään ei ole vielä arvioitu",
            "betydelse 3, ingen har bedömts ännu",
            "criticality 3, nobody assessed yet",
            id="V9",
        ),
        pytest.param(
            score([], THREE, 1, 1),
            "kriittisyys 1, ei kuulu kenenkään tehtävään",
            "betydelse 1, hör inte till någons uppgifter",
            "criticality 1, nobody in the role does this",
            id="nobody's job",
        ),
        pytest.param(
            score_tally(Tally((0, 1, 0, 0, 0), 0, (0, 1, 0, 0, 0)), THREE, 2, 1),
            "kriittisyys 2, puute ei ole osaamisessa",
            "betydelse 2, det är inte kunnande som fattas",
            "criticality 2, what lacks is not skill",
            id="held back",
        ),
        pytest.param(
            score([2], Targets(), 2, 1),
            "kriittisyys 2, ei tavoitetta",
            "betydelse 2, inget mål satt",
            "criticality 2, no target set",
            id="no target",
        ),
    ],
)
def test_that_a_score_says_why(scored: Score, fi: str, sv: str, en: str) -> None:
    assert [sentences.priority_clause(t, scored) for t in TRANSLATORS] == [fi, sv, en]


@pytest.mark.parametrize(
    ("scored", "fi", "sv", "en"),
    [
        (
            score([1, 1], THREE, 3, 1),
            "Tarvitaan yksi osaaja, nyt ei ole yhtään.",
            "En person behöver kunna det här, nu kan ingen.",
            "One person must be able; now nobody is.",
        ),
        (
            score([1, 1], THREE, 3, 2),
            "Tarvitaan 2 osaajaa, nyt ei ole yhtään.",
            "2 personer behöver kunna det här, nu kan ingen.",
            "2 people must be able; now nobody is.",
        ),
        (
            score([4, 1, 1], THREE, 3, 2),
            "Yksi osaa, 2 tarvitaan.",
            "En person kan det här, 2 behövs.",
            "One person is able, 2 must be.",
        ),
        (
            score([3, 3, 1], THREE, 3, 2),
            "2 osaa, ja se riittää.",
            "2 personer kan det här, och det räcker.",
            "2 people are able, and that is enough.",
        ),
        (
            score([None], THREE, 3, 2),
            "Ei tiedetä, kuka osaa tämän.",
            "Man vet inte vem som kan det här.",
            "It is not known who can do this.",
        ),
    ],
)
def test_that_coverage_is_said_in_whole_words(scored: Score, fi: str, sv: str, en: str) -> None:
    assert [sentences.coverage_sentence(t, scored) for t in TRANSLATORS] == [fi, sv, en]


def test_that_cover_from_outside_is_called_for_only_where_the_role_is_too_small() -> None:
    fi, _sv, en = TRANSLATORS
    assert sentences.outside_cover_sentence(fi, score([1, 1], THREE, 3, 3)) == (
        "Osaajia tarvitaan 3, ja tehtävässä on 2: tarvitaan joku ulkopuolelta."
    )
    held_back = score_tally(Tally((0, 2, 0, 0, 0), 0, (0, 1, 0, 0, 0)), THREE, 3, 2)
    for enough in (score([1, 1], THREE, 3, 2), score([None], THREE, 3, 2), held_back):
        assert sentences.outside_cover_sentence(en, enough) == ""


def test_that_who_is_held_back_becomes_a_note() -> None:
    fi, sv, en = TRANSLATORS
    one = score_tally(Tally((0, 2, 0, 0, 0), 0, (0, 1, 0, 0, 0)), THREE, 3, 2)
    assert sentences.organisational_note(fi, one) == (
        "Yksi henkilö on alle tavoitteen, koska aika, välineet tai luvat puuttuvat. Se ei ole osaamisvaje."
    )
    assert sentences.organisational_note(sv, one).endswith("Det är ingen kompetensbrist.")
    assert sentences.organisational_note(en, score([1], THREE, 3, 1)) == ""


def test_that_how_many_are_known_is_said() -> None:
    scored = score([None, 1, None], THREE, 2, 1)
    said = [sentences.known_clause(t, scored) for t in TRANSLATORS]
    assert said == ["1/3 arvioitu", "1 av 3 bedömda", "1 of 3 assessed"]


@pytest.mark.parametrize(
    ("value", "fi"),
    [
        (Fraction(9, 10), "Lähes kaikki, mitä nykyinen työ vaatii, on hallussa."),
        (Fraction(13, 18), "Suurin osa siitä, mitä nykyinen työ vaatii, on hallussa."),
        (Fraction(1, 2), "Runsas puolet siitä, mitä nykyinen työ vaatii, on hallussa."),
        (Fraction(0), "Iso osa siitä, mitä nykyinen työ vaatii, on vielä opittavana."),
        (None, "Osaamisvalmiudesta ei voi sanoa mitään, ennen kuin joku on arvioitu."),
    ],
)
def test_that_readiness_is_said_in_words_and_never_as_a_figure(value: Fraction | None, fi: str) -> None:
    readiness = Readiness(value, Fraction(3, 4))
    said = [sentences.readiness_sentence(t, readiness) for t in TRANSLATORS]
    assert said[0] == fi
    assert not any(character.isdigit() for character in "".join(said))


def test_that_completeness_is_a_percentage() -> None:
    readiness = Readiness(Fraction(13, 18), Fraction(3, 4))
    assert [sentences.completeness_sentence(t, readiness) for t in TRANSLATORS] == [
        "Kysytyistä tasoista tiedetään 75\N{NO-BREAK SPACE}%.",
        "Av de nivåer som frågats är 75\N{NO-BREAK SPACE}% kända.",
        "Of the levels asked for, 75% are known.",
    ]


def test_that_the_plan_says_what_it_is_not() -> None:
    fi, sv, en = (sentences.no_decision_sentence(t) for t in TRANSLATORS)
    assert "ei ole päätös osaamisen tunnustamisesta eikä rahoituksesta" in fi
    assert "är inget beslut om erkännande av kunnande eller finansiering" in sv
    assert "is not a decision on recognition or funding" in en


@pytest.mark.parametrize(
    ("place", "reason", "fi"),
    [
        (1, "solu tulee maaliskuussa", "Nostettu sijalta 3: solu tulee maaliskuussa"),
        (1, "", "Nostettu sijalta 3"),
        (5, "ei kiire", "Laskettu sijalta 3: ei kiire"),
        (5, "", "Laskettu sijalta 3"),
        (3, "", ""),
    ],
)
def test_that_the_owners_move_is_said_with_its_reason(place: int, reason: str, fi: str) -> None:
    row = NeedScore(RoleNeed("n", "r", Text(fi="Hitsaus")), score([1], THREE, 3, 1))
    agreed = AgreedNeed(Agreed("n", 0, reason), row, 3, ())
    assert sentences.order_sentence(TRANSLATORS[0], agreed, place) == fi


def test_that_every_flag_has_its_sentence() -> None:
    row = NeedScore(RoleNeed("n", "r", Text(fi="Hitsaus")), score([4, 1], THREE, 3, 2))
    holding = CardHolding("k", "C02", "r", Text(fi="Tulityökortti"), valid_to=date(2026, 9, 30), count=2)
    fix = FixFirst(holding, "overdue", -54)
    flags = (
        Risk(RiskKind.SINGLE_PERSON, scored=row),
        Risk(RiskKind.NO_TEACHER, scored=row),
        Risk(RiskKind.EXPIRING, fix=fix),
        Risk(RiskKind.SINGLE_PERSON, role_key="r"),
        Risk(RiskKind.KNOWLEDGE_LEAVES, role_key="r"),
        Risk(RiskKind.NO_SUBSTITUTE, role_key="r"),
        Risk(RiskKind.EMPTY_POST, role_key="r"),
        Risk(RiskKind.OWNER_CHANGE),
    )
    for t in TRANSLATORS:
        said = {sentences.risk_sentence(t, flag) for flag in flags}
        assert len(said) == len(flags)
        assert all(sentence.endswith(".") for sentence in said)
    assert {flag.kind for flag in flags} == {*RiskKind}


@pytest.mark.parametrize(
    ("t", "figures"),
    [(t, ["1 = 0,4", "2 = 0,7", "3 = 1", "= 0,8", "= 0,5"]) for t in TRANSLATORS[:2]]
    + [(TRANSLATORS[2], ["1 = 0.4", "2 = 0.7", "3 = 1", "in one year = 0.8", "in three years = 0.5"])],
)
def test_that_the_formula_is_told_with_the_figures_in_force(t: Translator, figures: list[str]) -> None:
    index, need, bands = sentences.formula_sentences(t)
    assert [figure for figure in figures if figure not in index] == []
    assert t.number(Fraction(6, 10), 1) in need
    assert t.number(Fraction(4, 10), 1) in need
    assert all(start in bands for start in ("≥ 60", "≥ 35", "≥ 15", "≥ 0"))
