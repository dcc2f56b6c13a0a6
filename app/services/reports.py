"""What the command line says of imports and frameworks, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from app.frameworks.model import FrameworkSummary
from app.i18n import Translator, mark
from app.languages import LANGUAGES
from app.services.libraries import ImportReport
from app.texts import Text
from app.wording.documents import read_from_paper
from app.wording.frameworks import framework_source

if TYPE_CHECKING:
    from app.services.surveys import FormReport
    from app.surveys.xlsform.findings import Finding


def import_json(t: Translator, report: ImportReport) -> dict[str, Any]:
    """One imported file: counts by outcome, refused rows with line and reason, and the error if nothing was taken.

    `providers` counts those that were read and are kept, new ones or not.
    """
    said: dict[str, Any] = {
        "file": report.file,
        "kind": report.kind,
        "new": len(report.new),
        "updated": len(report.updated),
        "unchanged": len(report.unchanged),
        "providers": len(report.providers),
        "refused": [{"line": r.line, "reason": t.explain(r.reason)} for r in report.refused],
        "error": t.explain(report.error) if report.error else None,
    }
    return said | _form_json(t, report.form) if report.form else said


def _form_json(t: Translator, form: FormReport) -> dict[str, Any]:
    """What more is said of a survey: its questions, what was left out, and for what it was refused."""

    def listed(findings: Iterable[Finding]) -> list[dict[str, Any]]:
        return [{"sheet": f.place.sheet, "row": f.place.row, "reason": t.explain(f.reason)} for f in findings]

    return {
        "survey": {"key": form.key, "version": form.version, "name": _text_json(form.name)} if form.key else None,
        "questions": [{"id": key, "kind": kind} for key, kind in form.questions],
        "left_out": listed(form.left_out),
        "faults": listed(form.faults),
    }


def _text_json(text: Text) -> dict[str, str]:
    return {language: text.get(language) for language in LANGUAGES}


def import_lines(t: Translator, report: ImportReport) -> list[str]:
    """The same in sentences; an error has its own line elsewhere."""
    if report.form:
        return _form_lines(t, report.file, report.form)
    if report.error:
        return []
    counts = t(
        "{file}: {new} new, {updated} updated, {unchanged} unchanged, {refused} refused",
        file=report.file,
        new=t.number(len(report.new)),
        updated=t.number(len(report.updated)),
        unchanged=t.number(len(report.unchanged)),
        refused=t.number(len(report.refused)),
    )
    if report.kind == "plan" and report.new:
        return [counts, "  " + read_from_paper(t)]
    refused = [t("  line {line}: {reason}", line=r.line, reason=t.explain(r.reason)) for r in report.refused]
    return [counts, *_provider_lines(t, report), *refused]


def _form_lines(t: Translator, file: str, form: FormReport) -> list[str]:
    """Of a survey; the first fault is the error, which has its own line."""

    def told(findings: Iterable[Finding]) -> list[str]:
        line = mark("  sheet {sheet}, row {row}: {reason}")
        return [t(line, sheet=f.place.sheet, row=f.place.row, reason=t.explain(f.reason)) for f in findings]

    if form.faults:
        return told(form.faults[1:])
    taken = t.n("{file}: {n} question was taken", "{file}: {n} questions were taken", len(form.questions), file=file)
    return [taken, *told(form.left_out)]


def _provider_lines(t: Translator, report: ImportReport) -> list[str]:
    count = len(report.providers)
    said = t.n(
        "  {n} provider was read and is kept",
        "  {n} providers were read and are kept",
        count,
    )
    return [said] if count else []


def framework_json(framework: FrameworkSummary) -> dict[str, Any]:
    return {
        "id": framework.key,
        "kind": framework.kind,
        "name": _text_json(framework.name),
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
