"""Work off the window's thread: a thin QRunnable round a pure function, its result brought back as a signal."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

Work = Callable[["Job"], Any]


class Job(QObject):
    """One piece of work under way; ends with `done`, or with `failed` and a UserError or anything unexpected."""

    done = Signal(object)
    failed = Signal(object)
    progress = Signal(str, int, int)

    def __init__(self) -> None:
        super().__init__()
        self._cancelled = Event()

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
        try:
            result = self._work(self._job)
        except Exception as error:  # noqa: BLE001 - whatever it is belongs to the window's thread, which reports it
            self._job.failed.emit(error)
        else:
            self._job.done.emit(result)


class Runner(QObject):
    """Runs one job at a time for a view; a second one asked for meanwhile is refused."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._done: Callable[[Any], None] = _nothing
        self._failed: Callable[[BaseException], None] = _nothing

    @property
    def busy(self) -> bool:
        return self._job is not None

    def start(self, work: Work, done: Callable[[Any], None], failed: Callable[[BaseException], None]) -> Job | None:
        """Begin the work and return the job, or None while another is under way. Both calls come on this thread."""
        if self._job is not None:
            return None
        self._done, self._failed = done, failed
        job = self._job = Job()
        # Slots of this object, so that Qt queues them to the thread it lives in.
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        QThreadPool.globalInstance().start(_Run(job, work))
        return job

    @Slot(object)
    def _on_done(self, result: object) -> None:
        self._job = None
        self._done(result)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self._failed(error)


def _nothing(_value: object) -> None:
    """Before the first job nobody waits."""
