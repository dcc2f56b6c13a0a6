"""Work off the window's thread: a thin QRunnable round a pure function, its result brought back as a signal."""

from __future__ import annotations

import gc
from collections.abc import Callable
from threading import Event
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, QTimerEvent, Signal, Slot

Work = Callable[["Job"], Any]
Progress = Callable[[str, int, int], None]
"""What is worked on, how many are done, and of how many."""
SWEEP_MS: Final = 1_000


class Job(QObject):
    """One piece of work under way; ends with `done`, or with `failed` and a UserError or anything unexpected.

    It belongs to the application: the view that asked for it may be gone by then, and no QObject may end on the
    worker's thread. Nor may one that is garbage: Python would collect it on whatever thread is at work, so while there
    is a job, garbage is collected on the window's thread alone.
    """

    done = Signal(object)
    failed = Signal(object)
    progress = Signal(str, int, int)
    _ended = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self._cancelled = Event()
        self._ended.connect(self._tell_end)
        self.under_way = True
        gc.disable()
        self.startTimer(SWEEP_MS)

    def timerEvent(self, _event: QTimerEvent) -> None:
        """On the window's thread: what came lately, since going through everything takes a while."""
        gc.collect(1)

    def run(self, work: Work) -> None:
        """Do the work, on the worker's thread."""
        try:
            self._ended.emit(work(self), None)
        except Exception as error:  # noqa: BLE001 - whatever it is belongs to the window's thread, which reports it
            self._ended.emit(None, error)

    @Slot(object, object)
    def _tell_end(self, result: object, error: BaseException | None) -> None:
        """Back on the window's thread."""
        self.under_way = False
        self._collect_as_usual()
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)
        self.deleteLater()

    def _collect_as_usual(self) -> None:
        """Once no other job is under way; first what is due, lest the last steps of the worker's thread do it."""
        program = self.parent()
        assert program
        jobs = program.findChildren(Job, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if not any(job.under_way for job in jobs):
            gc.collect(1)
            gc.enable()

    def cancel(self) -> None:
        """Ask the work to stop at the next good place; what is half done is undone by whoever does it."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def tell(self, what: str, done: int, of: int) -> None:
        """Report progress from the worker's thread."""
        self.progress.emit(what, done, of)


class _Run(QRunnable):
    def __init__(self, job: Job, work: Work) -> None:
        super().__init__()
        self._job, self._work = job, work

    def run(self) -> None:
        self._job.run(self._work)


def _nothing(_value: object) -> None:
    """Before the first job nobody waits."""


def _no_progress(_what: str, _done: int, _of: int) -> None:
    """Not everybody shows how far it is."""


class Runner(QObject):
    """Runs one job at a time for a view; a second one asked for meanwhile is refused."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._done: Callable[[Any], None] = _nothing
        self._failed: Callable[[BaseException], None] = _nothing
        self._progress: Progress = _no_progress

    @property
    def busy(self) -> bool:
        return self._job is not None

    def start(
        self,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        progress: Progress = _no_progress,
    ) -> Job | None:
        """Begin the work and return the job, or None while another is under way. All calls come on this thread."""
        if self._job is not None:
            return None
        self._done, self._failed, self._progress = done, failed, progress
        job = self._job = Job()
        # Slots of this object, so that nothing is called when it is gone with its view.
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.progress.connect(self._on_progress)
        QThreadPool.globalInstance().start(_Run(job, work))
        return job

    @Slot(str, int, int)
    def _on_progress(self, what: str, done: int, of: int) -> None:
        self._progress(what, done, of)

    @Slot(object)
    def _on_done(self, result: object) -> None:
        self._job = None
        self._done(result)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self._failed(error)
