"""Updates of the library from public services: only when a person asks, shown first, and taken by a second act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.offers.changes import ended
from app.services import settings
from app.services.desk import Desk
from app.services.updates_model import Applied, FrameworkPreview, OfferPreview, Preview, Progress, Question, Source

if TYPE_CHECKING:
    from app.online.client import Client
    from app.online.service import Pages


def look_for_updates(
    desk: Desk, client: Client, question: Question, progress: Progress = lambda _what, _done, _of: None
) -> Preview:
    """Ask a service, and say what its answers would change. UserError where it cannot be asked, or on cancelling:
    what was fetched until then is kept, and the next look goes on from there. What brings nothing is forgotten at once.
    """
    from app.online.service import open_service
    from app.services import updates_eperusteet, updates_opintopolku

    pages = _pages(desk, question.source)
    service = open_service(question.address or address(desk, question.source), client, pages)
    look = updates_eperusteet.look if question.source == "eperusteet" else updates_opintopolku.look
    preview = look(desk, service, question, progress)
    if not _brings_anything(desk, preview):
        pages.drop()
    return preview


def apply(desk: Desk, preview: Preview) -> Applied:
    """Take into the library what was shown, and forget what was fetched. All offers are taken together, or none."""
    if isinstance(preview, FrameworkPreview):
        applied = _apply_frameworks(desk, preview)
        drop(desk, "eperusteet")
    else:
        applied = _apply_offers(desk, preview)
        drop(desk, "opintopolku")
    return applied


def drop(desk: Desk, source: Source) -> None:
    """Forget what was fetched and not taken: the next look asks for all of it again."""
    _pages(desk, source).drop()


def address(desk: Desk, source: Source) -> str:
    """Where a service is asked: as in the settings, or else the usual place."""
    liked = settings.load(desk.folder)
    if source == "eperusteet":
        return liked.eperusteet or settings.USUAL_EPERUSTEET
    return liked.opintopolku or settings.USUAL_OPINTOPOLKU


def _brings_anything(desk: Desk, preview: Preview) -> bool:
    if isinstance(preview, FrameworkPreview):
        return any(change.kind != "unchanged" for change in preview.changes)
    return bool(preview.changes) or not set(preview.providers) <= set(desk.library.providers())


def _pages(desk: Desk, source: Source) -> Pages:
    from app.online.service import Pages

    return Pages(desk.folder.fetched / source, desk.today)


def _apply_frameworks(desk: Desk, preview: FrameworkPreview) -> Applied:
    stored = [desk.library.put_framework(change.after) for change in preview.changes if change.kind != "unchanged"]
    return Applied(
        new=tuple(key for each in stored for key in each.new),
        updated=tuple(key for each in stored for key in each.updated),
    )


def _apply_offers(desk: Desk, preview: OfferPreview) -> Applied:
    changes = preview.changes
    over = [ended(offer, desk.today) for offer in changes.gone]
    stored = desk.library.put_offers([*changes.new, *(each.after for each in changes.changed), *over])
    desk.library.put_providers(preview.providers)
    gone = tuple(offer.key for offer in over)
    return Applied(stored.new, tuple(key for key in stored.updated if key not in gone), gone)
