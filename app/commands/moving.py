"""Moving a company's mapping to newer versions of what it was made from."""

from __future__ import annotations

import argparse

from app.commands.common import DONE, Add, add_company, company_key, opened_desk, tell, tell_all, tell_json
from app.i18n import Translator


def add_commands(add: Add) -> None:
    moving = add("move", _move, "what moving a mapping to newer versions of its frameworks would change")
    add_company(moving)
    moving.add_argument("--to", default="", metavar="VERSION", help="version or order number; the newest without it")
    moving.add_argument("--apply", action="store_true", help="move; it can be undone")
    moving.add_argument("--json", action="store_true")


def _move(options: argparse.Namespace, t: Translator) -> int:
    from app.services import moving
    from app.wording.moving import lines, moved_line

    with opened_desk(options) as desk:
        mapping = desk.cases.load(company_key(desk, options))
        steps = moving.newer(desk, mapping, options.to)
        previews = [(step, moving.preview(desk, mapping, step)) for step in steps]
        made = moving.move(desk, mapping.key, steps) if options.apply and steps else ()
    if options.json:
        tell_json([moving.as_json(step, each) | {"applied": bool(made)} for step, each in previews])
        return DONE
    told = [line for step, each in previews for line in lines(t, step.need, step.to, each)]
    tell_all(told, t("The library has nothing newer than what this mapping uses."))
    if made:
        tell(moved_line(t, made))
    return DONE
