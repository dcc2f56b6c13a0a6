"""What is kept of something unexpected: enough to mend it, and nothing about anybody.

A report names the kind of error and the places in our code, never a message, a value or a path: those can hold what
somebody typed.
"""

from __future__ import annotations

import faulthandler
import platform
import traceback
from datetime import datetime
from pathlib import Path
from typing import IO

from app import __version__
from app.paths import DataFolder

_KEEP = 10


def report(error: BaseException) -> str:
    """The report of an unexpected error, as plain text in English."""
    lines = [
        f"Kartturi {__version__}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()} {platform.machine()}",
    ]
    chain: BaseException | None = error
    while chain is not None:
        lines.append(f"{type(chain).__module__}.{type(chain).__qualname__}")
        lines += [f"  {_place(frame)}" for frame in traceback.extract_tb(chain.__traceback__)]
        chain = chain.__cause__ or chain.__context__
    return "\n".join(lines) + "\n"


def _place(frame: traceback.FrameSummary) -> str:
    """Module and line of a frame, without the folders in front, which hold the name of the account."""
    path = Path(frame.filename)
    start = path.parts.index("app") if "app" in path.parts else -1
    return f"{'/'.join(path.parts[start:])}:{frame.lineno} {frame.name}"


def keep(folder: DataFolder, error: BaseException, now: datetime) -> Path:
    """Write the report beside the data and return its path; the oldest beyond ten are removed."""
    folder.incidents.mkdir(parents=True, exist_ok=True)
    path = folder.incidents / f"{now:%Y%m%d-%H%M%S-%f}.txt"
    path.write_text(report(error), encoding="utf-8")
    for old in sorted(folder.incidents.glob("*.txt"))[:-_KEEP]:
        old.unlink()
    return path


def unseen(folder: DataFolder) -> tuple[Path, ...]:
    """Reports of earlier runs that nobody has looked at, and the trace of a crash that killed the program."""
    crash = folder.incidents / "crash.log"
    crashed = (crash,) if crash.is_file() and crash.stat().st_size else ()
    return crashed + tuple(sorted(folder.incidents.glob("*.txt")))


def forget(paths: tuple[Path, ...]) -> None:
    """The person has seen these reports."""
    for path in paths:
        path.unlink(missing_ok=True)


def watch_for_crashes(folder: DataFolder) -> IO[str]:
    """Have the interpreter write where it was if it is killed by a fault; the file must stay open while it runs."""
    folder.incidents.mkdir(parents=True, exist_ok=True)
    log = (folder.incidents / "crash.log").open("a", encoding="utf-8")
    faulthandler.enable(file=log)
    return log
