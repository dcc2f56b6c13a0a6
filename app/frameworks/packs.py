"""The frameworks that come with the program: sector profiles, cross-sector competences, public frameworks.

A pack is a YAML file of our own; its format is described in docs/formats/packs.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.errors import UserError
from app.files import decoded, read_bytes
from app.frameworks.faults import first_fault
from app.frameworks.model import Competence, Framework, Unit
from app.texts import Text

if TYPE_CHECKING:
    import yaml

    from app.frameworks import pack_shape as shape

_MAX_BYTES: Final = 10 * 2**20
_DEEPEST: Final = 20
_LONGEST: Final = 20_000  # characters
_KINDS: Final = ("sector_profile", "cross_sector", "framework")


def load_packs(folder: Path) -> tuple[Framework, ...]:
    """All packs of a folder: profiles, then cross-sector, then public frameworks, each kind by its file names.

    A pack that breaks the format gives a UserError.
    """
    found: dict[str, Framework] = {}
    for path in sorted(folder.glob("*.yaml")):
        framework = _framework(_validated(path))
        if framework.key in found:
            raise UserError(
                "{file} has the key {key}, which another pack in the same folder has. Give each pack its own key.",
                {"file": path.name, "key": framework.key},
            )
        found[framework.key] = framework
    return tuple(sorted(found.values(), key=lambda pack: _KINDS.index(pack.kind)))


def _validated(path: Path) -> shape.Pack:
    from pydantic import ValidationError

    from app.frameworks.pack_shape import Pack

    try:
        return Pack.model_validate(read_yaml(path))
    except ValidationError as error:
        fault = first_fault(error)
        raise UserError(
            "{file} breaks the format of packs: {place} cannot be {value}. "
            "Correct the file or install the program again.",
            {"file": path.name, "place": fault.place, "value": fault.value},
        ) from error


def read_yaml(path: Path) -> object:
    """A YAML file of ours as Python values; a UserError names the line where it breaks.

    Tags, aliases and depth are refused: our files need none, tags and aliases grow, and depth ends the process.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = decoded(read_bytes(path, _MAX_BYTES), path.name)
    try:
        trick = _line_of_trick(yaml.parse(text, Loader=loader))
        value = yaml.load(text, Loader=loader) if trick is None else None  # noqa: S506 (the loader is a safe one)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        raise _invalid(path, mark.line + 1 if mark else 1) from error
    if trick is not None:
        raise _invalid(path, trick)
    return value


def _line_of_trick(events: Iterable[yaml.Event]) -> int | None:
    from yaml import AliasEvent, CollectionEndEvent, CollectionStartEvent

    depth = 0
    for event in events:
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        long = len(getattr(event, "value", "")) > _LONGEST
        if depth > _DEEPEST or long or isinstance(event, AliasEvent) or getattr(event, "tag", None):
            return event.start_mark.line + 1 if event.start_mark else 1
    return None


def _invalid(path: Path, line: int) -> UserError:
    return UserError(
        "{file} is not valid YAML: it breaks at line {line}. Correct the file or install the program again.",
        {"file": path.name, "line": line},
    )


def _text(words: shape.Words | None) -> Text:
    return Text(words.fi or "", words.sv or "", words.en or "") if words else Text()


def _framework(pack: shape.Pack) -> Framework:
    return Framework(
        key=pack.key,
        kind=pack.kind,
        name=_text(pack.name),
        version=pack.version,
        code=pack.code,
        source=pack.source,
        licence=pack.licence,
        checked=pack.checked,
        units=tuple(_unit(pack.key, unit) for unit in pack.units),
        competences=tuple(_competence(pack.key, competence) for competence in pack.competences),
    )


def _unit(pack_key: str, unit: shape.Unit) -> Unit:
    points = None if unit.points is None else Decimal(f"{unit.points:g}")
    return Unit(f"{pack_key}/{unit.code}", unit.code, _text(unit.name), points)


def _competence(pack_key: str, competence: shape.Competence) -> Competence:
    return Competence(
        key=f"{pack_key}/{competence.code}",
        code=competence.code,
        name=_text(competence.name),
        description=_text(competence.description),
        group=_text(competence.group),
        unit_codes=tuple(competence.unit_codes),
        links=tuple(competence.links),
        anchors=tuple(_text(anchor) for anchor in competence.anchors or ()),
        target=competence.target,
        criticality=competence.criticality,
        statutory=competence.statutory,
        name_status=competence.name_status,
    )
