"""Lines of text: whole words first, and long words broken by the rules of their own language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.languages import LANGUAGES, Language
from app.report.blocks import Line, Run
from app.report.pdf import fonts
from app.report.pdf.breaks import HYPHEN, parts
from app.report.pdf.text import lay, shortened
from app.report.tokens import BODY, NOTE
from tests.report.printed import bare

fonts.register()


def _words(text: str) -> Line:
    return (Run(text),)


def _broken(word: str, language: Language) -> str:
    return "|".join(text for text, _hyphen in parts(word, language))


@pytest.mark.parametrize(
    ("language", "word", "broken"),
    [
        ("fi", "korkeajännite", "kor|kea|jän|nite"),
        ("fi", "työnjohto", "työn|johto"),
        ("fi", "vaaka", "vaaka"),
        ("sv", "högspänningsarbeten", "hög|spän|nings|ar|be|ten"),
        ("en", "troubleshooting", "troubleshoot|ing"),
        ("en", "high-voltage", "high-|voltage"),
        ("en", "https://example.fi/a_b?c=d", "https:|//example.|fi/|a_|b?|c=|d"),
        ("fi", "-kertaus", "-ker|taus"),
        ("fi", "CAD/CAM-ohjelmointi", "CAD/|CAM-|ohjel|mointi"),
    ],
)
def test_that_a_word_may_be_broken_where_its_language_says(language: Language, word: str, broken: str) -> None:
    assert _broken(word, language) == broken


@given(st.text(min_size=1, max_size=60).filter(lambda t: HYPHEN not in t), st.sampled_from(LANGUAGES))
def test_that_the_parts_of_a_word_are_the_word(word: str, language: Language) -> None:
    assert "".join(text for text, _hyphen in parts(word, language)) == word


TEXTS = st.text(st.sampled_from("aäöåšnkt lmž-–/.,€x  "), max_size=200)


@given(TEXTS, st.floats(20, 300), st.sampled_from(LANGUAGES))
def test_that_no_line_is_wider_than_it_may_be_and_no_letter_is_lost(
    text: str, width: float, language: Language
) -> None:
    lines = lay(_words(text), BODY, width, language)
    assert max((line.width for line in lines), default=0) <= width + 0.01
    assert bare("".join(line.text for line in lines)) == bare(text)


def test_that_a_word_is_broken_only_where_it_is_wider_than_its_column() -> None:
    lines = [line.text for line in lay(_words("lyhyt korkeajännitejärjestelmä"), NOTE, 110, "fi")]
    assert lines == ["lyhyt", "korkeajännitejärjestelmä"]
    narrow = [line.text for line in lay(_words("korkeajännitejärjestelmä"), NOTE, 60, "fi")]
    assert narrow == [f"korkeajännite{HYPHEN}", "järjestelmä"]


def test_that_a_foreign_word_is_broken_by_its_own_language() -> None:
    as_swedish, as_finnish = (
        [line.text for line in lay((Run("yrkesinriktad", language=language),), NOTE, 27, "fi")]
        for language in ("sv", None)
    )
    assert (as_swedish[0], as_finnish[0]) == (f"yrkes{HYPHEN}", f"yrke{HYPHEN}")


def test_that_a_word_without_any_break_is_broken_by_letters() -> None:
    lines = lay(_words("x" * 100), BODY, 60, "en")
    assert len(lines) > 5
    assert HYPHEN not in "".join(line.text for line in lines)


def test_that_runs_without_a_space_between_stay_together() -> None:
    line = (Run("Hitsaus", strong=True), Run(", "), Run("asetus"))
    assert [laid.text for laid in lay(line, BODY, 300, "fi")] == ["Hitsaus, asetus"]


def test_that_a_space_beside_a_link_is_no_link() -> None:
    [laid] = lay((Run("katso "), Run("sivu", link="#cards"), Run(" 5")), BODY, 300, "fi")
    assert [(piece.text, piece.run.link) for piece in laid.pieces] == [
        ("katso", ""),
        (" ", ""),
        ("sivu", "#cards"),
        (" ", ""),
        ("5", ""),
    ]


def test_that_pieces_follow_each_other_without_a_gap() -> None:
    [laid] = lay((Run("yksi", strong=True), Run(" kaksi"), Run(" kolme", "quiet")), BODY, 300, "fi")
    ends = [piece.x + piece.width for piece in laid.pieces]
    assert [piece.x for piece in laid.pieces[1:]] == pytest.approx(ends[:-1])


def test_that_no_break_spaces_hold() -> None:
    assert len(lay(_words("20\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}€ vuodessa"), BODY, 50, "fi")) == 2


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ("šžčđŋŧ€–", "šžčđŋŧ€–"),
        ("\N{LATIN SMALL LETTER K WITH CARON}", "k"),  # ǩ of Skolt Sámi, which the family lacks
        ("\N{NON-BREAKING HYPHEN}", "-"),
        ("\N{GRINNING FACE}", "?"),
        ("\N{ZERO WIDTH SPACE}\x07", ""),
        ("a\N{COMBINING DIAERESIS}", "ä"),
    ],
)
def test_that_a_letter_the_family_lacks_is_shown_by_what_comes_nearest(sign: str, shown: str) -> None:
    assert fonts.printable(sign) == shown


@given(TEXTS, st.integers(1, 4), st.floats(40, 200))
def test_that_a_shortened_text_keeps_its_measure(text: str, most: int, width: float) -> None:
    whole = lay(_words(text), BODY, width, "fi")
    lines = shortened(_words(text), BODY, width, "fi", most)
    assert len(lines) <= most
    assert max((line.width for line in lines), default=0) <= width + 0.01
    assert (lines == whole) if len(whole) <= most else lines[-1].text.endswith("…")


def test_that_one_line_is_filled_even_by_a_single_long_word() -> None:
    [laid] = shortened(_words("Tietojärjestelmäintegraatioasiantuntijapalvelu"), BODY, 120, "fi", 1)
    assert laid.text.startswith("Tietojärjestelmäint")
