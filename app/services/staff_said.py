"""What filled forms brought, in sentences and as JSON. People are named by code alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from app.i18n import Translator
from app.mapping.model import RoleNeed
from app.services.staff_judging import Form
from app.wording.staff import sign_of


def form_lines(t: Translator, forms: Sequence[Form]) -> list[str]:
    """Each form in a line with its counts, and under it all that is not simply taken."""
    return [line for form in forms for line in _lines(t, form)]


def _lines(t: Translator, form: Form) -> Iterator[str]:
    if form.error:
        yield t.explain(form.error)
        return
    yield t(
        "{file} ({code}): {taken} taken, {same} known already, {blank} not answered, {left} left out",
        file=form.read.file,
        code=form.code,
        taken=len(form.taken),
        same=len(form.same),
        blank=len(form.blank),
        left=len(form.left),
    )
    for taken in form.taken:
        if taken.earlier:
            before, now = sign_of(taken.earlier), sign_of(taken.answer)
            yield t("  {name}: {before} becomes {now}", name=t.said(taken.need.name), before=before, now=now)
    for left in form.left:
        name = t.said(left.name) or t("a competence that is gone")
        yield t("  {cell}, {name}: {reason}", cell=left.cell, name=name, reason=t.explain(left.reason))
    if form.not_asked:
        yield t("  Not on this form: {names}", names=t.listed(_names(t, form.not_asked)))
    for beside in form.read.beside:
        yield t("  {reason}", reason=t.explain(beside))


def _names(t: Translator, needs: Iterable[RoleNeed]) -> list[str]:
    return [t.said(need.name) for need in needs]


def form_json(t: Translator, form: Form) -> dict[str, Any]:
    """One form: its answers by need, each group by what became of it."""
    return {
        "file": form.read.file,
        "form": form.read.key.number if form.read.key else None,
        "code": form.code or None,
        "taken": [_taken(t, form_taken.need, sign_of(form_taken.answer)) for form_taken in form.taken],
        "replaced": sum(bool(taken.earlier) for taken in form.taken),
        "left": [
            {"cell": left.cell, "competence": t.said(left.name), "reason": t.explain(left.reason)} for left in form.left
        ],
        "same": _names(t, form.same),
        "blank": _names(t, form.blank),
        "not_asked": _names(t, form.not_asked),
        "beside": [t.explain(beside) for beside in form.read.beside],
        "error": t.explain(form.error) if form.error else None,
    }


def _taken(t: Translator, need: RoleNeed, answer: str) -> dict[str, str]:
    return {"need": need.key, "competence": t.said(need.name), "answer": answer}
