"""Staff assess themselves: forms out, filled forms in, and a laptop that was handed over taken back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from app.commands.common import (
    DONE,
    TOLD,
    Add,
    Command,
    add_company,
    add_out,
    common_options,
    company_key,
    complain,
    data_folder,
    opened_desk,
    tell,
    tell_json,
)
from app.errors import UserError
from app.i18n import Translator

SPOKEN: Final = ("fi", "plain", "sv", "en")
"""Keys of those in `app.wording.staff`, which would cost start-up time here."""


def add_commands(add: Add) -> None:
    staff = add("staff", _take_back, "let staff assess themselves, on forms")  # one of the acts is required
    acts = staff.add_subparsers(metavar="ACT", required=True)

    def act(name: str, command: Command, text: str) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = acts.add_parser(name, parents=[common_options()], help=text, description=text)
        parser.set_defaults(command=command)
        return parser

    exporting = act("export", _export, "write a form for each person")
    add_company(exporting)
    add_out(exporting, "DIR", "folder for the forms")
    exporting.add_argument("--kind", choices=("xlsx", "pdf"), default="xlsx")
    exporting.add_argument("--lang", choices=SPOKEN, help="how the people are spoken to")
    exporting.add_argument("--role", nargs="+", default=(), metavar="NAME", help="only people of these roles")

    importing = act("import", _import, "read filled forms, and keep what can be taken of them")
    add_company(importing)
    importing.add_argument("files", type=Path, nargs="+", metavar="FILE", help="workbooks, or folders of them")
    importing.add_argument("--replace", action="store_true", help="let forms replace earlier answers of the person")
    importing.add_argument("--dry-run", action="store_true", help="say what could be taken, and take nothing")
    importing.add_argument("--json", action="store_true")

    act("take-back", _take_back, "end a handing-over without its PIN")


def _export(options: argparse.Namespace, t: Translator) -> int:
    from app.services import staff
    from app.wording.staff import VOICES

    with opened_desk(options) as desk:
        mapping = desk.cases.load(company_key(desk, options))
        people = staff.people_of_roles(mapping, options.role)
        voice = VOICES[options.lang or mapping.company.service_language]
        forms = staff.export_forms(desk, mapping.key, options.out, voice, options.kind, people)
    tell(t.n("{n} form is in {folder}", "{n} forms are in {folder}", len(forms), folder=options.out))
    return DONE


def _import(options: argparse.Namespace, t: Translator) -> int:
    from app.services import staff
    from app.services.staff_said import form_json, form_lines

    with opened_desk(options) as desk:
        key = company_key(desk, options)
        forms = staff.read_forms(desk, key, options.files, replace=options.replace)
        if not options.dry_run:
            staff.take(desk, key, forms, replace=options.replace)
    if options.json:
        tell_json([form_json(t, form) for form in forms])
    else:
        for line in form_lines(t, [form for form in forms if not form.error]):
            tell(line)
        tell(_count(t, sum(len(form.taken) for form in forms), dry_run=options.dry_run))
    for form in forms:
        if form.error:
            complain(t.explain(form.error))
    return TOLD if any(form.error for form in forms) else DONE


def _count(t: Translator, count: int, *, dry_run: bool) -> str:
    if dry_run:
        return t.n("{n} answer can be taken", "{n} answers can be taken", count)
    return t.n("{n} answer was taken", "{n} answers were taken", count)


def _take_back(options: argparse.Namespace, t: Translator) -> int:
    """The data are not opened: they may be in the hands of the very window that waits for the PIN."""
    from app.services import staff_pin

    folder = data_folder(options)
    if staff_pin.handed_over(folder) is None:
        raise UserError("Nobody of the staff has the laptop.")
    staff_pin.take_back(folder)
    tell(t("The laptop is no longer handed over. A window that is open still asks for the PIN until it is ended."))
    return DONE
