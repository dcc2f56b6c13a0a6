"""Asking a public service over the network: only on a button, what it brings is shown first, then taken or left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.i18n import Translator, mark
from app.services import updates
from app.services.updates_model import Applied, FrameworkPreview, Preview, Question, Source
from app.ui.dialog import Dialog
from app.ui.dialog_parts import Report
from app.ui.forms import add_row
from app.ui.library.importing import Progress
from app.ui.tasks import Job, Runner
from app.ui.theme import Theme
from app.ui.widgets import Button, line_edit, paint_text, para
from app.wording import updates as wording

if TYPE_CHECKING:
    from app.services.desk import Desk

WIDTH: Final = 820  # pixels at 100 %
LINES: Final = 8  # of what would change
TITLES: Final[dict[Source, str]] = {
    "eperusteet": mark("Qualifications from ePerusteet"),
    "opintopolku": mark("Training offers from Opintopolku"),
}
HINTS: Final[dict[Source, str]] = {
    "eperusteet": mark(
        "Words or an order number. Left empty, newer versions of what is in the library are looked for."
    ),
    "opintopolku": mark("Words. Left empty, offers for the qualifications in the library are looked for."),
}


class UpdateDialog(Dialog):
    """`taken` is called with what to say once something was taken. Esc cancels what is under way and closes."""

    def __init__(
        self, theme: Theme, t: Translator, desk: Desk, source: Source, taken: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(theme, t(TITLES[source]), parent, WIDTH)
        self._theme, self._t, self._desk, self._source, self._taken = theme, t, desk, source, taken
        self._runner = Runner(self)
        self._job: Job | None = None
        self._is_taking = False
        self._preview: Preview | None = None
        host = urlsplit(updates.address(desk, source)).hostname or ""
        words = t("This asks {host} over the network. Nothing is taken before you have seen it.", host=host)
        self.rows.addWidget(para(theme, words))
        self.text = line_edit(theme, t("What to look for"))
        self.text.returnPressed.connect(self._look)
        add_row(theme, self.rows, t("What to look for"), self.text, t(HINTS[source]))
        self.progress = Progress(theme, t, t("Progress of the search"), self._cancel)
        self.rows.addWidget(self.progress)
        self.state = para(theme, "")
        self.state.hide()
        self.rows.addWidget(self.state)
        self.found = Report(theme, t("What would change"), LINES)
        self.found.setPlaceholderText(t("What would change is shown here before anything is taken."))
        self.rows.addWidget(self.found, 1)
        self._add_buttons()
        self.finished.connect(lambda _result: self._cancel())
        self.text.setFocus()

    def _add_buttons(self) -> None:
        self.leave = Button(self._theme, self._t("Close"))
        self.leave.clicked.connect(self.reject)
        self.look = Button(self._theme, self._t("Look now"), "primary", icon="search")
        self.look.clicked.connect(self._look)
        self.take = Button(self._theme, self._t("Take into the library"), icon="check")
        self.take.clicked.connect(self._take)
        self.take.setEnabled(False)
        self.add_foot(self.look, self.take, left=self.leave)

    def _look(self) -> None:
        """Ask the service, off the window's thread."""
        desk, question = self._desk, Question(self._source, self.text.text(), self._t.language)

        def work(job: Job) -> Preview:
            from app.online.client import open_client

            with closing(open_client(job.cancelled)) as client:
                return updates.look_for_updates(desk, client, question, job.tell)

        self._job = self._runner.start(work, self._show, self._failed, self._show_progress) or self._job
        self._tell(self._t("Asking …"))
        self.found.clear()
        self._show_busy(busy=True)

    def _cancel(self) -> None:
        if self._job and self._runner.busy:
            self._job.cancel()

    def _show_busy(self, *, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.progress.bar.setRange(0, 0)
        self.look.setEnabled(not busy)
        self.text.setEnabled(not busy)
        self.take.setEnabled(False)

    def _show_progress(self, what: str, done: int, of: int) -> None:
        self.progress.bar.setRange(0, of)
        self.progress.bar.setValue(done)
        self._tell(self._t("Fetching {what} ({n} of {of})", what=what, n=done + 1, of=of))

    def _show(self, preview: Any) -> None:
        """What taking it would change."""
        self._preview = preview
        self._show_busy(busy=False)
        self.found.setPlainText("\n".join(_lines(self._t, preview)))
        brings = _brings(preview)
        self.take.setEnabled(brings)
        nothing = self._t("There is nothing to take: the library is as new as this.")
        self._tell(self._t("Nothing has been taken yet. Read what would change, then decide.") if brings else nothing)
        (self.take if brings else self.text).setFocus()

    def _take(self) -> None:
        """Take what is shown, off the window's thread."""
        desk, preview = self._desk, self._preview
        assert preview
        self._is_taking = True
        self._show_busy(busy=True)
        self._job = self._runner.start(lambda _job: updates.apply(desk, preview), self._done, self._failed)

    def reject(self) -> None:
        """What is being taken is taken whole: it is waited for."""
        if not self._is_taking:
            super().reject()

    def _done(self, applied: Any) -> None:
        found: Applied = applied
        self._taken(
            self._t(
                "Taken: {new} new, {updated} updated, {ended} given no more",
                new=self._t.number(len(found.new)),
                updated=self._t.number(len(found.updated)),
                ended=self._t.number(len(found.ended)),
            )
        )
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._is_taking = False
        self._show_busy(busy=False)
        if not isinstance(error, UserError):
            raise error
        self._tell(self._t.explain(error), warn=True)
        self.text.setFocus()

    def _tell(self, words: str, *, warn: bool = False) -> None:
        self.state.setText(words)
        self.state.setVisible(bool(words))
        paint_text(self.state, self._theme.colour("important" if warn else "ink2"))


def _brings(preview: Preview) -> bool:
    if isinstance(preview, FrameworkPreview):
        return any(change.kind != "unchanged" for change in preview.changes)
    found = preview.changes
    return bool(found.new or found.changed or found.gone)


def _lines(t: Translator, preview: Preview) -> Iterator[str]:
    if isinstance(preview, FrameworkPreview):
        for change in preview.changes:
            yield from wording.framework_change_lines(t, change)
        if not (preview.changes or preview.gone or preview.refused):
            yield t("Nothing was found. Try other words.")
        yield from (wording.gone_framework_line(t, each) for each in preview.gone)
    else:
        yield from wording.offer_change_lines(t, preview.changes)
    yield from map(t.explain, preview.refused)
    if preview.more:
        yield t("There is more than is shown. Look with more words.")
    yield t("Fetched {day}.", day=t.day(preview.fetched_on))
