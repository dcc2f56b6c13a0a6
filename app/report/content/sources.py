"""What a plan was made from: frameworks and their units as the needs quote them, and where the offers come from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from app.frameworks.model import FrameworkKind
from app.i18n import Translator
from app.mapping.model import RoleNeed
from app.mapping.plan import Results
from app.offers.model import Offer
from app.report.blocks import Line, Run
from app.report.content import phrases
from app.report.content.phrases import plain, said
from app.wording.esco import acknowledgement, uses_esco
from app.wording.frameworks import framework_kind_name
from app.wording.words import capital

KINDS: Final[dict[str, FrameworkKind]] = {
    "sector": "sector_profile",
    "cross": "cross_sector",
    "eperusteet": "qualification",
}
"""Kind of a framework by the first part of its key."""


LONGEST_CODE: Final = 24
"""Letters of a code that somebody could type; what is longer is an address."""


def named_by_code(need: RoleNeed) -> bool:
    """Whether the competence has a code of its source that can be printed."""
    return bool(need.source_key) and 0 < len(_code(need)) <= LONGEST_CODE


def _code(need: RoleNeed) -> str:
    """The code within its source: in an official qualification, what follows the key of the whole."""
    return need.competence_code.removeprefix(need.source_key).lstrip("/:")


def origin(t: Translator, need: RoleNeed) -> str:
    """The codes under which a need is found in its source: competence, unit and, of no framework, qualification."""
    code = _code(need) if named_by_code(need) else ""
    unit = need.unit_code if need.unit_code not in code else ""
    whole = need.qualification_code if unit and not code else ""
    codes = [part for part in (code, unit, whole) if part]
    return f"{t('Source')}: {', '.join(codes)}" if codes else ""


def sources(t: Translator, results: Results, *, units: bool = True) -> list[Line]:
    """A line for every source; with `units`, the units that were used of a framework, too."""
    needs = results.mapping.needs
    frameworks = dict.fromkeys((need.source_key, need.source_version) for need in needs if need.source_key)
    by_source = ([n for n in needs if (n.source_key, n.source_version) == quoted] for quoted in frameworks)
    lines = [(*_framework(t, found), *(_units(t, found) if units else ())) for found in by_source]
    if own := sum(not need.source_key for need in needs):
        lines.append(
            plain(t.n("{n} competence in the company's own words.", "{n} competences in the company's own words.", own))
        )
    if uses_esco(needs):
        lines.append(plain(acknowledgement(t)))
    offers = [m.offer for m in results.mapping.measures if m.offer]
    return [*lines, *_offers(t, offers)]


def _framework(t: Translator, needs: list[RoleNeed]) -> Line:
    """Name, kind, code, order and version of a framework; its key only where it has no name."""
    need = needs[0]
    kind = framework_kind_name(t, KINDS.get(need.source_key.split(":")[0], "framework"))
    known = need.source_name.said(t.language).text.casefold() == kind.casefold()
    codes = sorted({need.qualification_code for need in needs} - {""})
    facts = phrases.joined(
        " ".join([*([] if known else [capital(kind)]), *codes]),
        need.source_order,
        "" if need.source_name else need.source_key,
        _version(t, need.source_version),
    )
    name = said(t, need.source_name) if need.source_name else ()
    return (*name, *([Run(": ")] if name and facts else []), *plain(f"{facts}."))


def _version(t: Translator, version: str) -> str:
    """A version that is a day is said as one."""
    try:
        return t("version {version}", version=t.day(date.fromisoformat(version))) if version else ""
    except ValueError:
        return t("version {version}", version=version)


def _units(t: Translator, needs: Iterable[RoleNeed]) -> Line:
    units = {need.unit_code: need.unit_name for need in needs if need.unit_code}
    named = [(Run(f"{code} "), *said(t, name)) for code, name in sorted(units.items())]
    apart = (run for number, unit in enumerate(named) for run in ((Run(", "), *unit) if number else unit))
    return (Run(f" {t('Units: ')}"), *apart) if named else ()


def _offers(t: Translator, offers: Iterable[Offer]) -> list[Line]:
    """Each source of offers with the oldest day on which something of it was checked."""
    oldest: dict[str, date] = {}
    for offer in offers:
        name = offer.source or t("entered by hand")
        if offer.checked_on:
            oldest[name] = min(oldest.get(name, offer.checked_on), offer.checked_on)
        else:
            oldest.setdefault(name, date.max)
    return [
        plain(t("Offers: {source}, checked {day} or later.", source=name, day=t.day(day)))
        if day != date.max
        else plain(t("Offers: {source}.", source=name))
        for name, day in sorted(oldest.items())
    ]
