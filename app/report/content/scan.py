"""The quick scan on one page: what it comes to in words, the themes to speak of, every answer, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.i18n import Translator, mark
from app.mapping.company import Company
from app.mapping.interview import Place, Standing
from app.mapping.interview_scan import ScanResult, ThemeNeed
from app.mapping.model import METHOD_VERSION
from app.mapping.survey import Choice, Link
from app.report.blocks import Block, Cell, Column, Group, Illustration, Line, Paragraph, Row, Section, Table
from app.report.content.phrases import cell, joined, number, plain, quiet, said, text_of
from app.report.pictures import Bar, Bars, Scale
from app.wording.documents import no_decision
from app.wording.sentences import method_sentence
from app.wording.words import capital

WISH: Final = "Q12"
"""The question of our quick scan what is wanted next."""
LINKS: Final[dict[Link, str]] = {
    "cards": mark("List the cards and permits: who, which, until when."),
    "offers": mark("Look for an offer that fits, or ask a college."),
    "apprenticeship": mark("Ask an education provider about an apprenticeship."),
    "visit": mark("Agree on a company visit: it ends with one thing agreed."),
}
"""What to do next, by where the hints of the named themes lead."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A quick scan that is answered, of a company and a day."""

    company: Company
    day: date
    standing: Standing
    result: ScanResult
    example: bool = False
    method_version: str = METHOD_VERSION


def sections(t: Translator, scan: Scan) -> tuple[Section, ...]:
    return _words(t, scan), _themes(t, scan), _next(t, scan)


def _words(t: Translator, scan: Scan) -> Section:
    """The word for the whole, among all there are; never the number behind it."""
    survey = scan.standing.interview.routing.survey
    ordered = sorted(survey.index_words, key=lambda words: words.at_least)
    names = tuple(text_of(said(t, words.phrase.text)) for words in ordered)
    chosen = ordered.index(scan.result.words) if scan.result.words else 0
    picture = Illustration(
        Scale(names, chosen), alternative=t("{chosen}, of {words}", chosen=names[chosen], words=t.listed(names))
    )
    lead = t("The word describes your own answers. It is no grade, and it compares you with nobody.")
    return Section("words", capital(names[chosen]), lead, (picture, _answers(t, scan)))


def _answers(t: Translator, scan: Scan) -> Illustration:
    rows = tuple(_bar(t, scan.standing, need) for need in scan.result.themes)
    told = (t("{name}: {filled} of {of}, {words}", name=r.name, filled=r.filled, of=r.of, words=r.words) for r in rows)
    method = method_sentence(t, scan.method_version)
    return Illustration(
        Bars(rows),
        alternative="; ".join(told),
        heading=t("How you answered"),
        note=f"{t('The more boxes are filled, the greater the need.')} {method}",
    )


def _bar(t: Translator, stand: Standing, need: ThemeNeed) -> Bar:
    places = _places(stand, need)
    most = sum(max(choice.points or 0 for choice in _choices(stand, place)) for place in places)
    words = joined(*(answer for place in places for answer in _said(t, stand, place)))
    return Bar(text_of(said(t, need.theme.phrase.text)), need.points, most, words)


def _places(stand: Standing, need: ThemeNeed) -> list[Place]:
    """The answered questions of a theme."""
    questions = stand.interview.routing.questions
    return [place for place in stand.counted if questions[place.question].theme == need.theme.id]


def _said(t: Translator, stand: Standing, place: Place) -> Iterator[str]:
    """What was answered, by the words of the choices."""
    for choice in _choices(stand, place):
        if choice.value in stand.counted[place]:
            yield text_of(said(t, choice.phrase.text))


def _choices(stand: Standing, place: Place) -> tuple[Choice, ...]:
    return stand.interview.routing.questions[place.question].choices


def _themes(t: Translator, scan: Scan) -> Section:
    """The most pressing themes with what was answered and what can be done."""
    columns = (Column("theme", "", 4, large=True), Column("hints", "", 8))
    rows = tuple(_theme_row(t, scan.standing, place, need) for place, need in enumerate(scan.result.top, 1))
    lead = "" if rows else t("Nothing calls for an act now. Do this again in a year.")
    blocks: tuple[Block, ...] = (Table("themes", columns, (Group(rows),)),) if rows else ()
    return Section("themes", t("Look at these first"), lead, blocks)


def _theme_row(t: Translator, stand: Standing, place: int, need: ThemeNeed) -> Row:
    title = (*number(place), *said(t, need.theme.phrase.text, strong=True))
    hints = (said(t, hint.phrase.text) for hint in need.hints)
    return Row((cell(title), cell(*_asked(t, stand, need), *hints)))


def _asked(t: Translator, stand: Standing, need: ThemeNeed) -> Iterator[Line]:
    for place in _places(stand, need):
        question = text_of(said(t, stand.interview.routing.questions[place.question].phrase.text))
        yield quiet(f"{question} {t.listed(_said(t, stand, place))}")


def _next(t: Translator, scan: Scan) -> Section:
    links = dict.fromkeys(hint.link for need in scan.result.top for hint in need.hints)
    steps = tuple(Row((Cell((plain(t(LINKS[link])),), box="open"),)) for link in links)
    table = (Table("next", (Column("step", "", 12),), (Group(steps),)),) if steps else ()
    wish = t.listed(_told(t, scan.standing, WISH))
    lead = t("Your wish: {wish}", wish=wish) if wish else ""
    return Section("next", t("What next"), lead, (*table, Paragraph(_note(t, scan))))


def _note(t: Translator, scan: Scan) -> Line:
    """What the page is not, and by which questions it was made."""
    survey = scan.standing.interview.routing.survey
    source = t("Answered by the company.")
    version = t("version {version}", version=survey.version)
    return (*quiet(f"{no_decision(t)} {source} "), *said(t, survey.name.text, "quiet"), *quiet(f", {version}."))


def _told(t: Translator, stand: Standing, question: str) -> list[str]:
    place = Place(question)
    return list(_said(t, stand, place)) if place in stand.counted else []
