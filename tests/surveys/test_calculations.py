"""Calculations: expressions with names, which rules may speak of."""

from __future__ import annotations

import pytest

from app.mapping.survey import Calculation, Kind
from app.mapping.survey_routing import faults
from tests.surveys.questions import answering, asked, question, routing, survey


def said(*calculations: tuple[str, str], relevant: str = "", per: str = "") -> list[str]:
    """What is wrong in a survey with a number `n`, a list `l` with a number `m` for each entry, and these."""
    given = survey(
        question("n", Kind.NUMBER),
        question("l", Kind.LIST),
        question("m", Kind.NUMBER, per="l"),
        question("q", relevant=relevant, per=per),
        calculations=tuple(Calculation(*each) for each in calculations),
    )
    return [f"{fault.where}: {fault.error}" for fault in faults(given)]


def test_that_a_calculation_stands_for_its_expression_wherever_it_is_named() -> None:
    ready = routing(
        question("n", Kind.NUMBER),
        question("q", relevant="${half} >= 1.5"),
        question("r", Kind.NUMBER, constraint=". < ${half}"),
        calculations=(Calculation("double", "${n} * 2"), Calculation("half", "${double} div 4")),
    )

    assert [("q" in asked(answering(ready, ("n", n)))) for n in ("2", "3", "4")] == [False, True, True]
    assert answering(ready, ("n", "8"), ("r", "3")).answers
    with pytest.raises(Exception, match="cannot stand"):
        answering(ready, ("n", "8"), ("r", "4"))


def test_that_what_is_calculated_from_nothing_is_unknown() -> None:
    ready = routing(
        question("n", Kind.NUMBER),
        question("q", relevant="${double} >= 0"),
        question("r", relevant="not(${double} >= 0)"),
        calculations=(Calculation("double", "${n} * 2"),),
    )

    assert asked(answering(ready)) == ["n", "r"]


def test_that_a_calculation_from_the_entries_of_a_list_is_that_of_each() -> None:
    ready = routing(
        question("l", Kind.LIST),
        question("m", Kind.NUMBER, per="l"),
        question("q", per="l", relevant="${large}"),
        calculations=(Calculation("large", "${m} > 3"),),
    )

    interview = answering(ready, ("l", ("a", "b")), (("m", ("a",)), "3"), (("m", ("b",)), "4"))
    assert asked(interview) == ["l", "m/a", "m/b", "q/b"]


def test_that_the_entries_of_a_list_can_be_counted() -> None:
    ready = routing(question("l", Kind.LIST), question("q", relevant="count(${l}) > 1"))

    assert [len(asked(answering(ready, ("l", entries)))) for entries in (("a",), ("a", "b"))] == [1, 2]


@pytest.mark.parametrize(
    ("calculations", "relevant", "sentence"),
    [
        ([("c", "1 +")], "", "c: The rule 1 + cannot be read."),
        ([("c", "${gone} + 1")], "", "c: The rule ${gone} + 1 speaks of gone"),
        ([("c", "${q} + 1")], "", "c: In the rule ${q} + 1, + cannot work with ${q}."),
        ([("c", ". + 1")], "", "c: The rule . + 1 speaks of ."),
        ([("c", "${n} + 1")], "${c}", "q: The rule ${c} neither holds nor fails"),
        ([("c", "${m} + 1")], "${c} > 1", "q: The rule ${c} > 1 speaks of m, which has an answer for each entry of l"),
        ([("n", "1")], "", "n: The id n is there twice."),
        ([("c", "1"), ("c", "2")], "", "c: The id c is there twice."),
        ([("c", "${c} + 1")], "", "c: The calculations ['c'] name each other in a circle."),
        ([("c", "${q} = 'x'")], "${c}", "q: The questions ['q'] decide about each other in a circle."),
    ],
)
def test_that_a_calculation_that_could_go_wrong_is_refused(
    calculations: list[tuple[str, str]], relevant: str, sentence: str
) -> None:
    [told, *_more] = said(*calculations, relevant=relevant)

    assert told.startswith(sentence)


def test_that_calculations_of_calculations_do_not_grow_without_end() -> None:
    chain = [("c0", "${n}"), *((f"c{n}", f"${{c{n - 1}}} + ${{c{n - 1}}}") for n in range(1, 60))]

    [told] = said(*chain)
    assert "more than 1000 parts" in told


def test_that_calculations_of_calculations_are_not_nested_without_end() -> None:
    chain = [("c0", "${n}"), *((f"c{n}", f"${{c{n - 1}}} + 1") for n in range(1, 200))]

    [told] = said(*chain)
    assert "more than 1000 parts" in told
