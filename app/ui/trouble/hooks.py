"""What is raised and caught by nobody, in whichever thread and in Qt itself, comes to one place."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

Tell = Callable[[Exception], None]
_BAD = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


class QtError(Exception):
    """Qt says that something is badly wrong. Its words are left out: they can name a file or hold a text."""


@contextmanager
def watched(tell: Tell) -> Iterator[None]:
    """Meanwhile `tell` is called with everything unexpected, on the thread where it happened.

    PySide hands what a slot or an overridden method raises to `sys.excepthook`, too.
    """
    was, was_in_thread = sys.excepthook, threading.excepthook

    def raised(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            tell(error.with_traceback(trace))
        else:  # the interpreter is asked to stop
            was(kind, error, trace)

    def raised_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value:
            raised(args.exc_type, args.exc_value, args.exc_traceback)

    def said(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if kind in _BAD:
            tell(QtError().with_traceback(_stack()))
        elif was_said:
            was_said(kind, context, words)
        elif sys.stderr:  # a program without a console has none
            with suppress(OSError):  # and whoever read it may be gone
                sys.stderr.write(qFormatLogMessage(kind, context, words) + "\n")

    was_said: Any = qInstallMessageHandler(said)
    sys.excepthook, threading.excepthook = raised, raised_in_thread
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = was, was_in_thread
        qInstallMessageHandler(was_said)


def _stack() -> TracebackType | None:
    """Where the program stands, as if it had been raised there."""
    trace: TracebackType | None = None
    for frame, line in traceback.walk_stack(None):
        trace = TracebackType(trace, frame, frame.f_lasti, line)
    return trace
