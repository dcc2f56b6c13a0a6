"""What is kept of something unexpected: enough to mend it, and nothing about anybody.

A report names the kind of error and the places in our code, never a message, a value or a path: those can hold what
somebody typed.
"""

from __future__ import annotations

import faulthandler
import re
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from app import __version__
from app.paths import DataFolder

_KEEP: Final = 10
_CRASH_LOG: Final = "crash.log"
_FRAME_OF_CRASH: Final = r'File "(?P<path>[^"]*)", line (?P<line>\d+) in (?P<name>.*)'


class Incident(NamedTuple):
    """A report, and where it is kept; no path when it could not be kept."""

    report: str
    path: Path | None


def report(error: BaseException) -> str:
    """The report of an unexpected error, as plain text in English."""
    import platform

    lines = [
        f"Kartturi {__version__}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()} {platform.machine()}",
    ]
    chain: BaseException | None = error
    while chain is not None:
        lines.append(f"{type(chain).__module__}.{type(chain).__qualname__}")
        lines += [
            f"  {_place(frame.filename, frame.lineno, frame.name)}"
            for frame in traceback.extract_tb(chain.__traceback__)
        ]
        chain = chain.__cause__ or chain.__context__
    return "\n".join(lines) + "\n"


def _place(file: str, line: int | str | None, name: str) -> str:
    """Module and line of a frame, without the folders in front, which hold the name of the account."""
    parts = re.split(r"[/\\]", file)
    start = len(parts) - 1 - parts[::-1].index("app") if "app" in parts else -1
    return f"{'/'.join(parts[start:])}:{line} {name}"


def keep(folder: DataFolder, error: BaseException, now: datetime) -> Incident:
    """Write the report beside the data, to be looked at; the oldest beyond ten are removed."""
    text = report(error)
    try:
        return Incident(text, _write(folder, text, now))
    except OSError:
        return Incident(text, None)


def _write(folder: DataFolder, text: str, now: datetime) -> Path:
    path = _unseen(folder) / f"{now:%Y%m%d-%H%M%S-%f}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    _thin_out(path.parent)
    return path


def _unseen(folder: DataFolder) -> Path:
    return folder.incidents / "unseen"


def _thin_out(folder: Path) -> None:
    for old in sorted(folder.glob("*.txt"))[:-_KEEP]:
        old.unlink()


def unseen(folder: DataFolder) -> tuple[Incident, ...]:
    """Reports that nobody has looked at, oldest first; what cannot be read is left out."""
    found = []
    for path in sorted(_unseen(folder).glob("*.txt")):
        with suppress(OSError, ValueError):
            found.append(Incident(path.read_text(encoding="utf-8"), path))
    return tuple(found)


def see(incident: Incident) -> Incident:
    """The person is looking at a report: it is not offered again, and stays where it now lies."""
    if incident.path is None:
        return incident
    seen = incident.path.parent.parent / incident.path.name
    try:
        incident.path.replace(seen)
        _thin_out(seen.parent)
    except OSError:
        return incident
    return Incident(incident.report, seen)


@contextmanager
def watching_for_crashes(folder: DataFolder, now: datetime) -> Iterator[None]:
    """Have the interpreter write where it was if it is killed by a fault; an earlier crash becomes a report.

    Where nothing can be written, nothing is watched.
    """
    path = folder.incidents / _CRASH_LOG
    with ExitStack() as stack:
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            _take_over(folder, path, now)
            faulthandler.enable(file=stack.enter_context(path.open("a", encoding="utf-8")))
            stack.callback(faulthandler.disable)
        yield


def _take_over(folder: DataFolder, path: Path, now: datetime) -> None:
    """Make a report of what a crash has written, without the folders in it, and clear it away."""
    if path.is_file() and path.stat().st_size:
        text = path.read_text(encoding="utf-8", errors="replace")
        _write(folder, re.sub(_FRAME_OF_CRASH, lambda m: _place(m["path"], m["line"], m["name"]), text), now)
        path.write_text("", encoding="utf-8")
