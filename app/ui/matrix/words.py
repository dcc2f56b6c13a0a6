"""What the matrix says: signs in cells, sentences for those who listen, headings."""

from __future__ import annotations

from typing import Final

from app.i18n import Translator, mark
from app.mapping.model import Assessment, Band, PeopleMode, Person, RoleNeed
from app.mapping.scoring import HorizonScore, Score
from app.ui.matrix.columns import Column, Kind
from app.ui.matrix.sheet import Cell, Row, State, level_of, state_of
from app.wording.answers import targets_sentence
from app.wording.words import (
    assessor_name,
    band_name,
    capital,
    criticality_name,
    horizon_name,
    level_name,
    not_part_of_job,
)

UNKNOWN, NOT_PART, RISING = "?", "–", "↑"
HEADINGS: Final = {
    Kind.NAME: mark("Competence"),
    Kind.TARGET: mark("Target"),
    Kind.CRITICALITY: mark("Criticality"),
    Kind.COVERAGE: mark("Able"),
    Kind.GAP: mark("Gap, when"),
    Kind.BAND: mark("Urgency"),
    Kind.INDEX: mark("Index"),
}
SHORT_HEADINGS: Final = {Kind.CRITICALITY: mark("Crit.")}
HEADINGS_IN_FULL: Final = {
    Kind.COUNT: mark("How many people are not assessed"),
    Kind.TARGET: mark("Target level now; an arrow when it rises"),
    Kind.COVERAGE: mark("How many can, of how many are needed"),
    Kind.GAP: mark("Mean distance to the target in levels, and when"),
    Kind.INDEX: mark("Priority index, 0 to 100"),
}


def need_name(t: Translator, need: RoleNeed) -> str:
    return need.name.said(t.language).text


def person_name(t: Translator, person: Person, mode: PeopleMode) -> str:
    """A code unless the mode lets names be seen."""
    if mode is PeopleMode.OWNER:
        return t("Team")
    return person.display_name if mode is PeopleMode.NAMES and person.display_name else person.code


def rises(need: RoleNeed) -> bool:
    """Whether more is wanted later than now."""
    later = [level for level in (need.targets.y1, need.targets.y3) if level is not None]
    return any(level > (need.targets.now or 0) for level in later)


def target_sign(level: int | None, *, rising: bool) -> str:
    """A target level, with an arrow when it is higher than before."""
    return _level_sign(level) + (RISING if rising else "")


def band_word(t: Translator, band: Band) -> str:
    return capital(band_name(t, band))


def short(t: Translator, row: Row, column: Column) -> str:
    """What stands in a cell."""
    match column.kind:
        case Kind.NAME:
            return need_name(t, row.need)
        case Kind.TARGET:
            return target_sign(row.need.targets.now, rising=rises(row.need))
        case Kind.CRITICALITY:
            return str(row.need.criticality)
        case Kind.PERSON:
            return cell_sign(row.cells[column.place])
        case Kind.COUNT:
            count = row.counts[column.place]
            return "" if count is None else str(count)
        case _:
            return _short_score(t, row.score, column.kind)


def _short_score(t: Translator, score: Score, kind: Kind) -> str:
    at = score.decided
    if kind is Kind.BAND:
        return band_word(t, score.band)
    if at is None or score.index is None:
        return "" if kind is Kind.INDEX else UNKNOWN
    if kind is Kind.INDEX:
        return str(score.index)
    return coverage_sign(at) if kind is Kind.COVERAGE else t.number(at.gap, 1)


def coverage_sign(at: HorizonScore) -> str:
    return f"{at.covered}/{at.required}"


def cell_sign(cell: Cell) -> str:
    """The sign of a person's cell: a number, `?`, a dash, or nothing when nobody has answered."""
    return _sign(cell.state, cell.level)


def answer_sign(answer: Assessment) -> str:
    """The sign of one assessor's answer."""
    return _sign(state_of(answer), level_of(answer))


def _sign(state: State, level: int | None) -> str:
    return {State.BLANK: "", State.UNKNOWN: UNKNOWN, State.NOT_PART: NOT_PART, State.LEVEL: _level_sign(level)}[state]


def _level_sign(level: int | None) -> str:
    return NOT_PART if level is None else str(level)


def state_words(t: Translator, cell: Cell) -> str:
    """The four states in words; none of them may be taken for another."""
    if cell.state is State.LEVEL and cell.level is not None:
        return t("level {level}, {words}", level=cell.level, words=level_name(t, cell.level))
    if cell.state is State.BLANK:
        return t("Not answered yet")
    return level_name(t, None) if cell.state is State.UNKNOWN else not_part_of_job(t)


def spoken(t: Translator, row: Row, column: Column, mode: PeopleMode) -> str:
    """A cell as a sentence."""
    match column.kind:
        case Kind.NAME:
            return need_name(t, row.need)
        case Kind.TARGET:
            return targets_sentence(t, row.need.targets)
        case Kind.CRITICALITY:
            return t(
                "Criticality {n}: {words}", n=row.need.criticality, words=criticality_name(t, row.need.criticality)
            )
        case Kind.PERSON:
            assert column.person
            return cell_sentence(t, person_name(t, column.person, mode), row.cells[column.place])
        case Kind.COUNT:
            return count_sentence(t, column.level, row.counts[column.place])
        case _:
            return _spoken_score(t, row.score, column.kind)


def cell_sentence(t: Translator, who: str, cell: Cell) -> str:
    """Who, what, and whether it is worth a talk."""
    said = t("{who}: {state}", who=who, state=state_words(t, cell))
    if cell.second_hand and cell.said_by:
        said = t(
            "{who}: {state} (said by: {by})", who=who, state=state_words(t, cell), by=assessor_name(t, cell.said_by)
        )
    return t("{sentence}. To discuss.", sentence=said) if cell.discuss else said


def count_sentence(t: Translator, level: int | None, count: int | None) -> str:
    """How many people stand at a level, in the mode "roles only"."""
    name = t("Not assessed") if level is None else t("Level {level}", level=level)
    if count is None:
        return t("{level}: not answered yet", level=name)
    return t.n("{level}: {n} person", "{level}: {n} people", count, level=name)


def counted_sentence(t: Translator, count: str, counted: int, heads: int) -> str:
    """A count, and how many of the role are counted; more than there are is said plainly."""
    if counted > heads:
        return t("{count}. {counted} counted, but the role has {heads}.", count=count, counted=counted, heads=heads)
    return t("{count}. {counted} of {heads} counted.", count=count, counted=counted, heads=heads)


def _spoken_score(t: Translator, score: Score, kind: Kind) -> str:
    at = score.decided
    if kind is Kind.BAND:
        return band_word(t, score.band)
    if at is None or score.index is None:
        return t("Not known, because nobody has been assessed")
    if kind is Kind.COVERAGE:
        return t("{have} of {need} can", have=at.covered, need=at.required)
    if kind is Kind.GAP:
        return t("Short by {gap} levels, {when}", gap=t.number(at.gap, 1), when=horizon_name(t, at.horizon))
    return t("Priority index {index} of 100", index=score.index)


def heading(t: Translator, column: Column, mode: PeopleMode) -> str:
    """The word over a column."""
    if column.person:
        return person_name(t, column.person, mode)
    if column.kind is Kind.COUNT:
        return UNKNOWN if column.level is None else str(column.level)
    return t(HEADINGS[column.kind])


def side_heading(t: Translator, kind: Kind, *, roomy: bool) -> str:
    """The word over a side column; a shorter one where there is little room."""
    return t(HEADINGS[kind] if roomy else SHORT_HEADINGS.get(kind, HEADINGS[kind]))


def heading_spoken(t: Translator, column: Column, mode: PeopleMode) -> str:
    """A heading in full, for those who listen and those who point."""
    if column.kind is Kind.COUNT and column.level is not None:
        return t("How many people are at level {level}", level=column.level)
    full = HEADINGS_IN_FULL.get(column.kind)
    return t(full) if full else heading(t, column, mode)
