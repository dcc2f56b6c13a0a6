"""HTML of official sources made text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.frameworks.readers.html_text import plain, statements
from app.texts import Text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (None, ""),
        ("", ""),
        ("  hitsaa \n levyjä\t", "hitsaa levyjä"),
        ("<p>yksi</p><p>kaksi</p>", "yksi kaksi"),
        ("työ<b>maa</b>", "työmaa"),
        ("yksi<br>kaksi<br/>kolme", "yksi kaksi kolme"),
        ("Myynti &amp; markkinointi&nbsp;", "Myynti & markkinointi"),
        ("L&auml;mpö &lt; 5 &#8211; 10", "Lämpö < 5 – 10"),
        ("lämpö < 5 °C", "lämpö < 5 °C"),
        ("R&D", "R&D"),
        ("\x8aOpiskelija\xad", "Opiskelija"),
        ("a <![x[ b", "a <![x[ b"),
        ("auki <b", "auki <b"),
    ],
)
def test_that_html_becomes_one_line_of_text(source: str | None, text: str) -> None:
    assert plain(source) == text


def test_that_list_items_are_statements_and_the_lead_in_is_not() -> None:
    found = statements(Text("<p>Opiskelija osaa</p><ul><li>sorvata</li><li> <p>jyrsiä</p> </li><li></li></ul>"))

    assert found == (Text("sorvata"), Text("jyrsiä"))


def test_that_a_nested_item_is_a_statement_beside_the_item_it_is_in() -> None:
    html = "<ul><li>mitata<ol><li>a</li><li>b</li></ol>ja kirjata</li><li><ul><li>oma</li></ul></li></ul>"

    assert [text.fi for text in statements(Text(html))] == [
        "mitata ja kirjata",
        "a",
        "b",
        "oma",
    ]


def test_that_unclosed_items_end_where_the_next_begins_or_the_list_ends() -> None:
    assert [text.fi for text in statements(Text("<ul><li>a<li>b</ul>tail</li>"))] == ["a", "b"]


def test_that_paragraphs_are_statements_where_there_is_no_list() -> None:
    assert statements(Text("<p>Tuntee alan.</p>\n<p>&nbsp;</p><p>Osaa <i>johtaa</i>.</p>")) == (
        Text("Tuntee alan."),
        Text("Osaa johtaa."),
    )


def test_that_bare_text_is_one_statement_and_headings_alone_are_none() -> None:
    assert statements(Text("Tuntee alan")) == (Text("Tuntee alan"),)
    assert statements(Text("<dl><dt><i>Opiskelija</i></dt></dl>")) == ()
    assert statements(Text()) == ()


def test_that_a_language_with_another_number_of_statements_is_a_gap() -> None:
    found = statements(
        Text("<ul><li>a</li><li>b</li></ul>", "<ul><li>x</li></ul>", "<p>You can</p><p>• c</p><p>• d</p>")
    )

    assert found == (Text("a", "", "c"), Text("b", "", "d"))


def test_that_the_first_language_with_statements_leads() -> None:
    assert statements(Text("<p> </p>", "<p>kan svetsa</p>")) == (Text("", "kan svetsa"),)


@given(st.text(alphabet="<>/!&;[]-?\"'= pliuo\n\u00a0ä", max_size=60))
def test_that_any_text_is_read_without_an_error_and_is_tidy(source: str) -> None:
    text = plain(source)

    assert text == " ".join(text.split())
    assert all(str(found) for found in statements(Text(source)))
