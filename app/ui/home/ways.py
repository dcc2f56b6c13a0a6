"""Where the doors of the start screen lead in the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.errors import UserError
from app.ui import stops
from app.ui.home.place import Ways

if TYPE_CHECKING:
    from app.languages import Language
    from app.services.desk import Desk
    from app.ui.shell import Window


def ways_in(window: Window) -> Ways:
    """Each door begins a mapping and opens it; what is refused is said at the foot."""

    def enter(begin: Callable[[Desk], str], place: str = "") -> None:
        try:
            if desk := window.opened_desk():
                window.open(begin(desk), place)
        except UserError as error:
            window.say(window.t.explain(error))

    def begin(mode: str, place: str = "") -> None:
        enter(lambda desk: _begun(desk, mode, window.t.language), place)

    def go_on(key: str) -> None:
        enter(lambda _desk: key, stops.SURVEY if window.desk and _is_asked(window.desk, key) else "")

    def begin_sample() -> None:
        from app.services import companies

        enter(companies.begin_sample, stops.RESULTS)

    def remove(key: str) -> None:
        from app.ui.home.removing import ask_to_remove

        ask_to_remove(window, key)

    def due() -> None:
        from app.ui.versions.due_dialog import show_due

        show_due(window)

    return Ways(
        visit=lambda: begin("visit"),
        alone=lambda: begin("self", stops.SURVEY),
        scan=lambda: begin("quick", stops.SURVEY),
        sample=begin_sample,
        open=go_on,
        remove=remove,
        note=window.wishes.note.emit,
        notes=window.wishes.notes.emit,
        due=due,
    )


def _begun(desk: Desk, mode: str, language: Language) -> str:
    """A new mapping that is asked by the survey of its kind, which goes by the same name."""
    from app.mapping.model import Mode
    from app.services import companies, interviews

    key = companies.begin(desk, "", Mode(mode), language)
    if desk.cases.survey(key) is None:
        interviews.begin(desk, key, mode)
    return key


def _is_asked(desk: Desk, key: str) -> bool:
    """Whether a quick scan is to be gone on with, of which nothing but answers is there yet."""
    return any(s.mode.value == "quick" and not s.needs for s in desk.cases.summaries() if s.key == key)
