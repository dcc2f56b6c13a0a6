"""A survey made ready to be run: its rules read and checked, and an order in which they can be decided."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Dict
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from app.errors import UserError
from app.mapping.survey import Question, Survey
from app.mapping.survey_calculations import Rules, calculated, faults_of_calculations, rule_of
from app.mapping.survey_faults import Fault, faults_of_form
from app.mapping.survey_rules import Rule, named
from app.mapping.survey_types import Scope, check_calculation, check_rule


@dataclass(frozen=True, slots=True)
class Routing:
    """`chains` has, for each question, the lists for each of whose entries it is asked, outermost first.

    `order` has every question after those that decide whether it is asked; `relevant` the rules that must all hold.
    """

    survey: Survey
    questions: Dict[str, Question]
    chains: Dict[str, tuple[str, ...]]
    order: tuple[str, ...]
    relevant: Dict[str, tuple[Rule, ...]]
    constraints: Dict[str, Rule]
    hints: Dict[str, Rule]


def routed(survey: Survey) -> Routing:
    """A survey without faults, ready to be run."""
    questions = _by_id(survey)
    calculations = calculated(survey)
    relevant = _relevant(survey, calculations)
    return Routing(
        survey=survey,
        questions=questions,
        chains=_chains(questions),
        order=tuple(_sorter(questions, relevant).static_order()),
        relevant=relevant,
        constraints={key: rule_of(q.constraint, calculations) for key, q in questions.items() if q.constraint},
        hints={
            hint.relevant: rule_of(hint.relevant, calculations)
            for theme in survey.themes
            for hint in theme.hints
            if hint.relevant
        },
    )


def faults(survey: Survey) -> Iterator[Fault]:
    """Everything that is wrong in a survey: its form first, and only when that is right, its rules and their order."""
    form = [*faults_of_form(survey), *faults_of_calculations(survey)]
    yield from form
    if not form:
        calculations = calculated(survey)
        rules = [*_faults_of_rules(survey, calculations)]
        yield from rules or _faults_of_order(survey, calculations)


def _by_id(survey: Survey) -> dict[str, Question]:
    return {question.id: question for question in survey.questions}


def _chains(questions: Dict[str, Question]) -> dict[str, tuple[str, ...]]:
    def chain(question: Question) -> tuple[str, ...]:
        return (*chain(questions[question.per]), question.per) if question.per else ()

    return {key: chain(question) for key, question in questions.items()}


def _relevant(survey: Survey, calculations: Rules) -> dict[str, tuple[Rule, ...]]:
    return {
        question.id: tuple(rule_of(text, calculations) for text in (section.relevant, question.relevant) if text)
        for section in survey.sections
        for question in section.questions
    }


def _sorter(questions: Dict[str, Question], relevant: Dict[str, tuple[Rule, ...]]) -> TopologicalSorter[str]:
    """Each question with those that decide whether it is asked."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for key, question in questions.items():
        deciding = [name for rule in relevant[key] for name in named(rule)]
        sorter.add(key, *filter(None, (question.per, *deciding)))
    return sorter


def _faults_of_rules(survey: Survey, calculations: Rules) -> Iterator[Fault]:
    questions = _by_id(survey)
    chains = _chains(questions)

    def faults_of(where: str, field: str, text: str, chain: tuple[str, ...] = (), own: str = "") -> Iterator[Fault]:
        try:
            if text:
                check_rule(rule_of(text, calculations), Scope(questions, chains, chain, text, own))
        except UserError as error:
            yield Fault(where, field, error)

    for each in survey.calculations:
        try:
            check_calculation(calculations[each.id], Scope(questions, chains, (), each.expression))
        except UserError as error:
            yield Fault(each.id, "expression", error)
    for section in survey.sections:
        yield from faults_of(section.id, "relevant", section.relevant)
    for key, question in questions.items():
        yield from faults_of(key, "relevant", question.relevant, chains[key])
        yield from faults_of(key, "constraint", question.constraint, chains[key], key)
    for theme in survey.themes:
        for hint in theme.hints:
            yield from faults_of(theme.id, "hints", hint.relevant)


def _faults_of_order(survey: Survey, calculations: Rules) -> Iterator[Fault]:
    try:
        _sorter(_by_id(survey), _relevant(survey, calculations)).prepare()
    except CycleError as found:
        circle = [str(name) for name in found.args[1]][:-1]  # it ends where it began
        error = UserError("The questions {questions} decide about each other in a circle.", {"questions": circle})
        yield Fault(circle[0], "relevant", error)
