"""A plan read back from its PDF: a company with a mapping that holds what was printed, and the plan as it was.

People and whatever else no plan prints are not in one. How many stand at each level is worked out from the figures that
are printed, so that coverage, order and flags are those on paper. Until something is changed in the mapping, its plan
is printed as it was read, of its day and in its language, to the byte; after that it is made of what the mapping holds.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from app import __version__
from app.errors import UserError
from app.files.opening import refuse_size
from app.languages import Language
from app.mapping.answers import Answer
from app.mapping.figures import people_at
from app.mapping.levels import LEVELS
from app.mapping.model import LevelCount, Mapping, Measure, Role
from app.mapping.scoring import CRITICALITY_WEIGHT
from app.mapping.versions import same_plan
from app.services.companies import new_key
from app.services.desk import Desk
from app.services.plan_linking import as_printed, linked

if TYPE_CHECKING:
    from app.report.kept import PrintedPlan

MOST_BYTES: Final = 20 * 2**20
"""Of a PDF that is looked into: many times what a plan has."""
QUESTION: Final = "kartturi-plan"
"""The plan is kept with the mapping as the answer to this question, which no survey asks."""
IMPORTANCES: Final = (1, 2, 3)
_HEAD: Final = 1024
"""Bytes within which a PDF says that it is one."""
_FILES: Final = 20
_LIMITS: Final[dict[str, Any]] = {
    "parser_max_nesting": 100,
    "parser_max_container_size": 200_000,
    "flate_max_memory": 64 * 2**20,
    "run_length_max_memory": 64 * 2**20,
    "png_max_memory": 64 * 2**20,
    "tiff_max_memory": 64 * 2**20,
}
"""What a stream of a PDF may grow to (bytes), how deep it may nest, and how many parts one thing may have."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The key of the mapping that holds the plan; `new` unless it was here already, unchanged."""

    key: str
    new: bool


def is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_HEAD]


def import_plan(desk: Desk, data: bytes, name: str) -> Taken:
    """Begin a company with what a plan says; a plan that is here as it was read is not taken twice."""
    refuse_size(len(data), MOST_BYTES, name)
    text = _within(data, name)
    plan = _checked(text, name)
    known = (desk.cases.load(s.key) for s in desk.cases.summaries() if s.company_name == plan.document.company)
    for mapping in known:
        if plan == as_read(mapping):
            return Taken(mapping.key, new=False)
    mapping = _restored(plan, text.decode(), new_key(), new_key())
    desk.cases.add(replace(linked(desk, mapping), started=desk.today))
    return Taken(mapping.key, new=True)


def as_read(mapping: Mapping) -> PrintedPlan | None:
    """The plan that a mapping was read from, as long as nothing in the mapping was changed since."""
    text = _text_in(mapping)
    if not text:
        return None
    plan = _parsed(text)
    restored = replace(_restored(plan, text, mapping.key, mapping.company.key), started=mapping.started)
    return plan if same_plan(restored, as_printed(mapping)) else None


def read_from(mapping: Mapping) -> PrintedPlan | None:
    """The plan that a mapping was read from, whatever was changed in the mapping since."""
    text = _text_in(mapping)
    return _parsed(text) if text else None


def _text_in(mapping: Mapping) -> str:
    return next((answer.value[0] for answer in mapping.answers if answer.question == QUESTION), "")


@lru_cache(maxsize=2)
def _parsed(text: str) -> PrintedPlan:
    """Plans are looked at again and again while somebody works on what was read from one."""
    from app.report import kept

    return kept.read(text.encode())


def printed_again(mapping: Mapping, language: Language) -> bytes | None:
    """The plan as PDF as it was read, where it was, in this language, and where that still holds."""
    from app.report import plan

    found = as_read(mapping)
    if found is None or found.document.language != language:
        return None
    return plan.printed_again(found, __version__)


def _restored(plan: PrintedPlan, text: str, key: str, company_key: str) -> Mapping:
    company = replace(plan.mapping.company, key=company_key)
    answers = (Answer(QUESTION, (), (text,)),)
    return replace(plan.mapping, key=key, company=company, level_counts=tuple(_levels(plan)), answers=answers)


def _levels(plan: PrintedPlan) -> Iterator[LevelCount]:
    """People counted by level who come to the figures that the plan prints."""
    needs = {need.key: need for need in plan.mapping.needs}
    for figures in plan.figures:
        at = people_at(figures, needs[figures.need_key]) or ()
        yield from (LevelCount(figures.need_key, level, count) for level, count in enumerate(at) if count)


def _checked(text: bytes, name: str) -> PrintedPlan:
    """The plan, if it holds together and can be printed."""
    from app.report import kept, plan

    try:
        found = kept.read(text)
        _refuse_loose_ends(found)
        plan.printed_again(found, __version__)
    except Exception as error:  # what was written by anybody can break nearly anything that prints
        raise UserError(
            "{file} has a plan in it that cannot be read: it is damaged, or was made by a newer Kartturi. "
            "Nothing was read.",
            {"file": name},
        ) from error
    return found


def _refuse_loose_ends(plan: PrintedPlan) -> None:
    """ValueError where a part refers to another that is not there, two have one key, or a number means nothing."""
    mapping, told = plan.mapping, plan.told
    roles, needs, cards, measures = mapping.roles, mapping.needs, mapping.cards, mapping.measures
    aims = {need.key for need in needs} | {card.key for card in cards}
    fits = (
        {need.role_key for need in needs} | {card.role_key for card in cards} <= {role.key for role in roles},
        {agreed.need_key for agreed in mapping.agreed} <= {need.key for need in needs},
        {measure.for_key for measure in measures} <= aims,
        len(aims) == len(needs) + len(cards),
        _all_different([*roles]) and _all_different([*measures]),
        len({agreed.need_key for agreed in mapping.agreed}) == len(mapping.agreed),
        not (mapping.people or mapping.assessments or mapping.level_counts or mapping.answers),
        all(role.head_count >= 0 and role.importance in IMPORTANCES for role in roles),
        {figures.need_key for figures in plan.figures} <= {need.key for need in needs},
        len({figures.need_key for figures in plan.figures}) == len(plan.figures),
        {of_role.role_key for of_role in told.roles} <= {role.key for role in roles},
        all(level is None or level in LEVELS for need in needs for level in astuple(need.targets)),
        all(need.criticality in CRITICALITY_WEIGHT and need.required != "all" and need.required > 0 for need in needs),
        all(card.count > 0 and not card.person_key for card in cards),
    )
    if not all(fits):
        raise ValueError("parts do not fit together")


def _all_different(parts: list[Role] | list[Measure]) -> bool:
    return len({part.key for part in parts}) == len(parts)


def _within(data: bytes, name: str) -> bytes:
    """The file that a plan carries, out of its PDF."""
    import pikepdf
    from pikepdf import settings

    settings.set_qpdf_limits(**_LIMITS)
    try:
        with pikepdf.open(BytesIO(data), attempt_recovery=False, suppress_warnings=True) as pdf:
            found = next(_plans(pdf), None)
    except pikepdf.PasswordError as error:
        raise UserError(
            "{file} is protected with a password. Save it without one and import that file.", {"file": name}
        ) from error
    except Exception as error:  # pikepdf raises nearly anything on a bad file
        raise UserError(
            "{file} cannot be read as a PDF: it is damaged or something else. Fetch or save it again.", {"file": name}
        ) from error
    if found is None:
        raise UserError(
            "{file} is a PDF, but no development plan that Kartturi has made. Nothing was read.", {"file": name}
        )
    return found


def _plans(pdf: Any) -> Iterator[bytes]:
    """The plans among the files of a PDF; ValueError where one grows beyond what a plan can be."""
    from app.report import kept

    for spec in list(pdf.Root.get("/AF", []))[:_FILES]:
        if str(spec.get("/F", "")) == kept.NAME:
            yield _unpacked(spec.EF.F, kept.MOST_BYTES)


def _unpacked(stream: Any, most: int) -> bytes:
    """The bytes of a stream that is packed once at most."""
    raw: bytes = stream.read_raw_bytes()
    kind = stream.get("/Filter")
    if kind is None:
        data = raw
    elif str(kind) == "/FlateDecode" and "/DecodeParms" not in stream:
        data = zlib.decompressobj().decompress(raw, most + 1)
    else:
        raise ValueError("packed in another way than a plan is")
    if len(data) > most:
        raise ValueError("grows beyond what a plan can be")
    return data
