"""Documents of a company, or of all companies: which there are, and one of them as a file."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from app.commands.common import DONE, Add, company_key, opened_desk, tell, tell_found
from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from app.mapping.model import Mapping
    from app.services.desk import Desk
    from app.services.documents import DocumentKind


def add_commands(add: Add) -> None:
    document = add("document", _document, "write a document, or list which there are")
    document.add_argument("kind", nargs="?", metavar="KIND", help="key of a document; --list tells them")
    document.add_argument("company", nargs="?", metavar="COMPANY", help="name, or key of the mapping")
    document.add_argument("--out", type=_path, metavar="FILE")
    document.add_argument("--lang", choices=LANGUAGES)
    document.add_argument(
        "--names", action="store_true", help="tell of people as the mapping allows, not only of roles"
    )
    document.add_argument("--role", default="", metavar="NAME", help="only of this role, where a document can be")
    document.add_argument("--list", action="store_true", dest="listed", help="list the documents")
    document.add_argument("--json", action="store_true", help="list them as JSON")


def _path(text: str) -> Path:
    from pathlib import Path

    return Path(text)


def _document(options: argparse.Namespace, t: Translator) -> int:
    if options.listed:
        return _list(options, t)
    from app.services import documents

    if not options.kind or not options.out:
        raise UserError("Say which document and where to: kartturi document KIND COMPANY --out FILE.")
    kind = documents.kind_of(options.kind)
    with opened_desk(options) as desk:
        mapping = _mapping(desk, kind, options)
        language = options.lang or (mapping.document_language if mapping else t.language)
        role_key = _role(mapping, options.role) if options.role else ""
        order = documents.Order(desk, mapping, language, options.names, role_key)
        documents.write_document(kind, order, options.out)
    tell(t("The document is in {file}", file=options.out))
    return DONE


def _list(options: argparse.Namespace, t: Translator) -> int:
    from app.services import documents

    rows = documents.as_json(t)
    return tell_found(options, lambda: rows, (f"{row['key']:<14} {row['name']} ({row['suffix']})" for row in rows))


def _mapping(desk: Desk, kind: DocumentKind, options: argparse.Namespace) -> Mapping | None:
    """The company that is meant; a document about all companies needs none."""
    if kind.of_all:
        return None
    if not options.company:
        raise UserError("Say of which company this document is to be.")
    return desk.cases.load(company_key(desk, options))


def _role(mapping: Mapping | None, name: str) -> str:
    """The key of a role by its name."""
    wanted = name.strip().casefold()
    roles = mapping.roles if mapping else ()
    found = next((role.key for role in roles if role.name.strip().casefold() == wanted), "")
    if not found:
        values = {"name": name, "names": [role.name for role in roles]}
        raise UserError("There is no role {name}. There are: {names}.", values)
    return found
