"""What the command line says of imports and frameworks, in words and as JSON."""

from __future__ import annotations

from typing import Any

from app.frameworks.model import FrameworkSummary
from app.i18n import Translator
from app.services.libraries import ImportReport
from app.wording.frameworks import framework_source


def import_json(t: Translator, report: ImportReport) -> dict[str, Any]:
    """One imported file: counts by outcome, refused rows with line and reason, and the error if nothing was taken.

    `providers` counts those that were read; they are not kept.
    """
    return {
        "file": report.file,
        "kind": report.kind,
        "new": len(report.new),
        "updated": len(report.updated),
        "unchanged": len(report.unchanged),
        "providers": len(report.providers),
        "refused": [{"line": r.line, "reason": t.explain(r.reason)} for r in report.refused],
        "error": t.explain(report.error) if report.error else None,
    }


def import_lines(t: Translator, report: ImportReport) -> list[str]:
    """The same in sentences; an error has its own line elsewhere."""
    if report.error:
        return []
    counts = t(
        "{file}: {new} new, {updated} updated, {unchanged} unchanged, {refused} refused",
        file=report.file,
        new=len(report.new),
        updated=len(report.updated),
        unchanged=len(report.unchanged),
        refused=len(report.refused),
    )
    refused = [t("  line {line}: {reason}", line=r.line, reason=t.explain(r.reason)) for r in report.refused]
    return [counts, *_provider_lines(t, report), *refused]


def _provider_lines(t: Translator, report: ImportReport) -> list[str]:
    count = len(report.providers)
    said = t.n(
        "  {n} provider was read, but providers are not kept: each offer names its own",
        "  {n} providers were read, but providers are not kept: each offer names its own",
        count,
    )
    return [said] if count else []


def framework_json(framework: FrameworkSummary) -> dict[str, Any]:
    return {
        "id": framework.key,
        "kind": framework.kind,
        "name": {"fi": framework.name.fi, "sv": framework.name.sv, "en": framework.name.en},
        "order_number": framework.order_number,
        "version": framework.version,
        "units": framework.units,
        "requirements": framework.requirements,
        "competences": framework.competences,
        "source": framework.source,
    }


def framework_line(t: Translator, framework: FrameworkSummary) -> str:
    return t(
        "{name}: {units} units, {requirements} requirements, {competences} competences ({source})",
        name=framework.name.said(t.language).text,
        units=framework.units,
        requirements=framework.requirements,
        competences=framework.competences,
        source=framework_source(t, framework),
    )
