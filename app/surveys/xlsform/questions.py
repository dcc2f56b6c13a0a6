"""A row of a form → a question in the shape of a survey file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

from app.errors import UserError
from app.languages import Language
from app.mapping.survey import Kind, Wanted
from app.surveys.xlsform.findings import Findings
from app.surveys.xlsform.limits import Limits, parted
from app.surveys.xlsform.rows import Row
from app.surveys.xlsform.texts import Raw, filled, label, number, phrase

_PLAIN: Final = {
    **dict.fromkeys(("integer", "int", "decimal", "range"), Kind.NUMBER),
    **dict.fromkeys(("text", "string"), Kind.TEXT),
    "date": Kind.DATE,
    "note": Kind.NOTE,
}
_CHOOSING: Final = {"select_one": Kind.SINGLE, "select_multiple": Kind.MULTIPLE}
_INSTEAD: Final = {
    Kind.SINGLE: (Kind.SINGLE, Kind.SLIDER, Kind.YES_NO, Kind.LEVEL, Kind.CEFR),
    Kind.TEXT: (Kind.TEXT, Kind.SINGLE, Kind.MULTIPLE),  # of a catalogue, whose keys a form takes as text
}
"""What `kartturi::kind` may say instead of the kind that the type has."""
_APPEARANCES: Final = {"likert": (Kind.SINGLE, "kind", Kind.SLIDER), "month-year": (Kind.DATE, "month", True)}
_NUMBER: Final = re.compile(r"-?\d{1,9}(\.\d{1,4})?")


def question(row: Row, per: str, language: Language, findings: Findings) -> Raw | None:
    """The question of a row; None with a finding for a type that is not supported here."""
    chosen = select(row.get("type"))
    kind = _CHOOSING.get(chosen[0]) if chosen else _PLAIN.get(row.get("type").casefold())
    if kind is None or (chosen and chosen[1].startswith("${")):
        row.leave_out(findings, _unsupported(row.get("type")))
        return None
    if chosen and chosen[2]:
        reason = UserError("`or_other` is not taken. Add a choice, and a question for the words.")
        findings.leave_out(row.place, reason)
    of_kind = _kind(row, kind, findings)
    made = {
        "id": row.get("name"),
        "text": label(row, language, findings),
        "hint": phrase(row, "hint", language, findings),
        "choices": chosen[1] if chosen else row.own("choices"),
        "per": per,
        **of_kind,
        **_rules(row, Kind(of_kind["kind"]), language, findings),
        "wanted": _wanted(row, findings),
        **own_fields(row),
    }
    return filled(made)


def own_fields(row: Row) -> Raw:
    """What only our columns say."""
    return filled(
        {
            "feeds": row.own("feeds").split(),
            "pick": row.own("pick"),
            "kept_as": row.own("kept_as"),
            "theme": row.own("theme"),
            "continues": _continues(row.own("continues")),
            **{name: number(row.own(name)) for name in ("at_least", "at_most", "suggested") if row.own(name)},
        }
    )


def select(kind: str) -> tuple[str, str, bool] | None:
    """Of a type that chooses: which, from what list, and whether something else may be written."""
    match = _patterns().fullmatch(" ".join(kind.split()))
    if not match:
        return None
    command = _commands().get(match["select_command"], "")
    return command, match["list_name"], bool(match["specify_other"])


@lru_cache(maxsize=1)
def _patterns() -> re.Pattern[str]:
    from pyxform.xls2json import RE_SELECT

    pattern: re.Pattern[str] = RE_SELECT
    return pattern


@lru_cache(maxsize=1)
def _commands() -> dict[str, str]:
    from pyxform import aliases, constants

    names = {constants.SELECT_ONE: "select_one", constants.SELECT_ALL_THAT_APPLY: "select_multiple"}
    return {alias: names.get(of, "") for alias, of in aliases.select.items() if alias not in aliases.select_from_file}


def _unsupported(kind: str) -> UserError:
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

    known: dict[str, Any] = QUESTION_TYPE_DICT.get(kind, {})
    if kind == "audit" or "jr:preload" in known.get("bind", {}):
        return UserError(
            "{type} records by itself who answers, on what device or when. That is never kept.", {"type": kind}
        )
    return UserError("The type {type} is not supported. The question is left out.", {"type": kind})


def _kind(row: Row, kind: Kind, findings: Findings) -> Raw:
    """The kind, as the type, the appearance and our own column say it."""
    own = row.own("kind")
    if own and own not in _INSTEAD.get(kind, (kind,)):
        values = {"kind": own, "type": row.get("type")}
        findings.refuse(row.place, UserError("`kartturi::kind` cannot be {kind} for the type {type}.", values))
        own = ""
    made: Raw = {"kind": own or kind.value}
    if row.get("type").casefold() == "decimal":
        made["decimals"] = True
    for appearance in row.get("appearance").split():
        of, field, value = _APPEARANCES.get(appearance, (None, "", ""))
        if of is kind:
            made = {**made, field: value}
        else:
            findings.leave_out(row.place, UserError("The appearance {value} is not taken.", {"value": appearance}))
    return made


@dataclass(frozen=True, slots=True)
class _Range:
    """What a range allows; the three are numbers as they are written."""

    start: str
    end: str
    step: str

    @property
    def whole(self) -> bool:
        return "." not in self.start + self.end + self.step

    def limits(self) -> Raw:
        """Limits are whole numbers; with other ends they are part of the rule."""
        return {"at_least": int(self.start), "at_most": int(self.end)} if self.whole else {"decimals": True}

    def rule(self) -> str:
        ends = "" if self.whole else f". >= {self.start} and . <= {self.end}"
        steps = "" if self.whole and self.step == "1" else f"(. - {self.start}) mod {self.step} = 0"
        return " and ".join(filter(None, (ends, steps)))


def _range(row: Row, findings: Findings) -> _Range | None:
    """The parameters of a range; all others are left out."""
    if row.get("type").casefold() != "range":
        return None
    text = row.get("parameters")
    given = dict(re.findall(r"(?<![\w-])([\w-]+)\s*=\s*([^\s;,]+)", text))
    made = _Range(*(given.pop(name, usual) for name, usual in (("start", "1"), ("end", "10"), ("step", "1"))))
    if given:
        reason = UserError("The parameters {value} are not taken.", {"value": [*given]})
        findings.leave_out(row.place, reason)
    if all(map(_NUMBER.fullmatch, (made.start, made.end, made.step))) and Fraction(made.step) > 0:
        return made
    findings.refuse(row.place, UserError("{value} are no start, end and step of a range.", {"value": text}))
    return None


def _rules(row: Row, kind: Kind, language: Language, findings: Findings) -> Raw:
    """What limits the answer, and when it is asked. A range has limits of its own."""
    said, of_range = phrase(row, "message", language, findings), _range(row, findings)
    rule = row.rule("constraint")
    limits = Limits(rule) if of_range else parted(rule, kind, has_message=bool(said))
    constraint = _both(limits.constraint, of_range.rule() if of_range else "")
    if said and not constraint:
        findings.leave_out(row.place, UserError("There is a message for a constraint, but no constraint."))
    return {
        "relevant": row.rule("relevant"),
        "constraint": constraint,
        "message": said if constraint else {},
        "at_least": limits.at_least,
        "at_most": limits.at_most,
        **(of_range.limits() if of_range else {}),
    }


def _both(one: str, other: str) -> str:
    return f"({one}) and ({other})" if one and other else one or other


def _wanted(row: Row, findings: Findings) -> str:
    from pyxform.aliases import yes_no

    required = row.get("required")
    if required and required not in yes_no:
        reason = UserError("`required` is taken as yes or no only, not as the rule {rule}.", {"rule": required})
        findings.leave_out(row.place, reason)
    said = {True: Wanted.REQUIRED.value, False: Wanted.OPTIONAL.value}.get(yes_no.get(required), "")
    return row.own("wanted") or said


def _continues(text: str) -> Raw:
    """ "Q7 none=no one=yes" as a link to an earlier question."""
    name, *pairs = text.split() or [""]
    values = dict(pair.partition("=")[::2] for pair in pairs)
    return {"question": name, "values": values} if name else {}
