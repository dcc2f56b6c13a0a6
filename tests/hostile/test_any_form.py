"""Whatever rows a form may hold: a survey, or every reason why not with its sheet and row. Nothing else is raised."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from app.i18n import Translator
from app.mapping.survey_routing import faults, routed
from app.surveys.xlsform.reading import FormRead, read_form
from app.surveys.xlsform.writing import write_form
from tests.hostile.ends import end_of
from tests.surveys.forms import form

FILE: Final = "form.xlsx"
TYPES: Final = (
    *("text", "integer", "range", "date", "note", "calculate", "geopoint", "start", "", "x"),
    *("begin_group", "end_group", "begin_repeat", "end_repeat", "begin repeat", "end group", "begin loop over a"),
    *("select_one yn", "select_multiple yn", "select_one none", "select_one ${a}", "rank yn", "select_one yn or_other"),
)
NAMES: Final = ("a", "b", "c", "A B", "", "ä", "questions")
RULES: Final = (
    *("", "${a} = 'x'", "${b} > 1", ". >= 1 and . <= 9", "count(${a}) > 1", "selected(${b}, 'yes')", "${c}", "1 = 1"),
    *("count-selected(${b})", "count(${a})", "'", "(", "${", "today()", "3", "start=1 end=x", "..", "a = b"),
)
COLUMNS: Final = {
    "type": TYPES,
    "name": NAMES,
    **dict.fromkeys(("relevant", "constraint", "calculation", "repeat_count", "parameters", "required"), RULES),
    **dict.fromkeys(("label", "label::Suomi (fi)", "hint::sv", "constraint_message"), ("", "Henkilöt", "=1", "${a}")),
    **dict.fromkeys(("kartturi::kind", "kartturi::pick"), ("", "level", "entry", "cards", "single", "x")),
    **dict.fromkeys(("kartturi::minutes", "kartturi::at_most", "kartturi::suggested"), ("", "5", "-1", "x", "9" * 40)),
    **dict.fromkeys(("kartturi::continues", "kartturi::feeds", "kartturi::theme"), ("", "Q1 a=b", "T F", "=", "yes")),
    "appearance": ("", "likert", "month-year", "x"),
}
CHOICES: Final = {
    "list_name": ("yn", "yn", "other", "", "kartturi_themes", "kartturi_hints", "kartturi_index_words"),
    "name": ("yes", "no", "a b", "", "1", 2, 2.5, True),
    "label": ("Kyllä", ""),
    **dict.fromkeys(("kartturi_points", "kartturi_at_least", "kartturi_first_from"), ("", "1", "x")),
    **dict.fromkeys(("kartturi_theme", "kartturi_link", "kartturi_relevant"), ("yes", "visit", "${a} = 1")),
}


GOOD: Final[tuple[dict[str, Any], ...]] = (
    {"type": "begin_group", "name": "A", "label": "Alku", "kartturi::minutes": "5"},
    {"type": "integer", "name": "b", "label": "Montako?", "constraint": ". >= 1 and . <= 9", "required": "yes"},
    {"type": "select_multiple yn", "name": "m", "label": "Mitkä?"},
    {"type": "begin_group", "name": "B", "label": "Lisää", "relevant": "${b} > 1"},
    {"type": "range", "name": "r", "label": "Kuinka?", "parameters": "start=0 end=5 step=0.5"},
    {"type": "end_group"},
    {"type": "end_group"},
    {"type": "begin_repeat", "name": "a", "label": "Roolit"},
    {"type": "text", "name": "c", "label": "Nimi", "hint::sv": "Namn"},
    {"type": "end_repeat"},
    {"type": "calculate", "name": "x", "calculation": "${b} * 2"},
    {"type": "begin_repeat", "name": "m_again", "label": "Mitkä?", "repeat_count": "count-selected(${m})"},
    {"type": "date", "name": "d", "label": "Milloin?", "relevant": "${x} > 2", "appearance": "month-year"},
    {"type": "end_repeat"},
)
GOOD_CHOICES: Final[tuple[dict[str, Any], ...]] = (
    {"list_name": "yn", "name": "yes", "label": "Kyllä"},
    {"list_name": "yn", "name": "no", "label": "Ei"},
    {"list_name": "kartturi_themes", "name": "t", "label": "Muutos"},
)
Rows = list[dict[str, Any]]


def _rows(good: tuple[dict[str, Any], ...], columns: dict[str, tuple[Any, ...]]) -> st.SearchStrategy[Rows]:
    """The rows of a good form with another cell here and there, and a row that is gone, twice there or elsewhere."""
    places = st.integers(0, len(good) - 1)
    cells = st.sampled_from([(name, cell) for name, values in columns.items() for cell in values])
    changes = st.lists(st.tuples(places, cells), max_size=3)
    return st.tuples(changes, st.lists(st.tuples(places, places), max_size=1)).map(partial(_changed, good))


def _changed(good: tuple[dict[str, Any], ...], changes: tuple[list[tuple[int, Any]], list[tuple[int, int]]]) -> Rows:
    rows = [*good]
    for place, (name, cell) in changes[0]:
        rows[place] = {**rows[place], name: cell}
    for start, end in changes[1]:
        rows[start:end] = rows[end:start]
    return rows


@settings(max_examples=40)
@given(_rows(GOOD, COLUMNS), _rows(GOOD_CHOICES, CHOICES), st.sampled_from(["", "oma", "oma", "my form"]))
def test_that_any_rows_are_a_survey_or_told(survey: Rows, choices: Rows, key: str) -> None:
    data = form(*survey, choices=choices, settings={"form_id": key, "version": key})
    found = end_of(partial(read_form, data, FILE), FILE)

    if isinstance(found, FormRead):
        assert (found.survey is None) == bool(found.faults)
        for told in found.faults + found.left_out:
            assert told.place.row >= 1
            assert Translator("sv").explain(told.reason)
        if found.survey:
            assert [*faults(found.survey)] == []
            assert routed(found.survey).order
            assert read_form(write_form(found.survey), FILE).survey == found.survey
