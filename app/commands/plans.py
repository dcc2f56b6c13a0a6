"""Plans over time: approving them, their versions, what differs, what is due, and the calendar of it."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.commands.common import DONE, Add, add_company, add_out, company_key, opened_desk, tell, tell_found
from app.i18n import Translator
from app.languages import LANGUAGES

if TYPE_CHECKING:
    from app.mapping.versions import Approval


def add_commands(add: Add) -> None:
    approving = add("approve", _approve, "approve the plan of a company as it is today")
    add_company(approving)
    approving.add_argument("--by", default="", metavar="ROLE", help="who approves, by a role such as owner")
    approving.add_argument("--note", default="", metavar="TEXT")

    versions = add("versions", _versions, "list the approved versions of a plan")
    add_company(versions)
    versions.add_argument("--json", action="store_true")

    comparing = add("compare", _compare, "what differs between two versions of a plan, or a version and now")
    add_company(comparing)
    comparing.add_argument("old", type=int, nargs="?", metavar="N", help="number of a version; the last one without it")
    comparing.add_argument(
        "new", type=int, nargs="?", metavar="M", help="number of another; the plan as it is without it"
    )
    comparing.add_argument("--json", action="store_true")

    due = add("due", _due, "what is late or due soon, over all companies")
    due.add_argument("--days", type=int, default=30, metavar="N", help="days ahead (30)")
    form = due.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--csv", action="store_true")

    calendar = add("calendar", _calendar, "write what is still to come of a company as a calendar file")
    add_company(calendar)
    calendar.add_argument("--lang", choices=LANGUAGES)
    add_out(calendar, "FILE.ics")


def _approve(options: argparse.Namespace, t: Translator) -> int:
    from app.services import versions
    from app.wording.versions import approval_line

    with opened_desk(options) as desk:
        approval = versions.approve(desk, company_key(desk, options), by=options.by, note=options.note)
    tell(approval_line(t, approval))
    return DONE


def _versions(options: argparse.Namespace, t: Translator) -> int:
    from app.wording.versions import approval_line

    with opened_desk(options) as desk:
        approvals = desk.cases.approvals(company_key(desk, options))
    nothing = t("No version of this plan has been approved yet.")
    lines = (approval_line(t, each) for each in approvals)
    return tell_found(options, lambda: [*map(_approval, approvals)], lines, nothing)


def _approval(approval: Approval) -> dict[str, Any]:
    days = {"approved_on": approval.approved_on.isoformat()}
    return asdict(approval) | days | {"erased_on": approval.erased_on and approval.erased_on.isoformat()}


def _compare(options: argparse.Namespace, t: Translator) -> int:
    from app.services import versions

    with opened_desk(options) as desk:
        found = versions.compared(desk, company_key(desk, options), options.old, options.new)
    return tell_found(options, lambda: versions.as_json(t, found), versions.lines(t, found), t("Nothing differs."))


def _due(options: argparse.Namespace, t: Translator) -> int:
    from app.services import due

    with opened_desk(options) as desk:
        entries = due.due_list(desk, options.days)
    rows = due.rows(t, entries)
    return tell_found(options, lambda: rows, due.lines(t, entries), t("Nothing is due."), lambda: due.as_csv(rows))


def _calendar(options: argparse.Namespace, t: Translator) -> int:
    from app.services import companies, due

    with opened_desk(options) as desk:
        chosen = companies.find(companies.recent(desk), options.company)
        due.write_calendar(desk, chosen.key, options.lang or chosen.document_language, options.out)
    tell(t("The calendar is in {file}", file=options.out))
    return DONE
