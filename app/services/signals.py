"""Quick signals: one acute need noted in passing, without a mapping (brief, JOE-2c)."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from pathlib import Path

from app.errors import UserError
from app.languages import Language
from app.mapping.signal import Signal, When
from app.services.companies import new_key, refuse_if_read_only
from app.services.desk import Desk
from app.services.mappings import kept_text

LONGEST = 200
"""Characters: a need in a few words, and no place for a story about somebody."""
_FIELDS = ("on", "when", "sector", "what", "service_language", "key")


def note(desk: Desk, what: str, sector: str, when: When, language: Language) -> Signal:
    """Keep a need of today. It needs words; `sector` is a two-digit code or empty."""
    words = " ".join(kept_text(what).split())
    if not words:
        raise UserError("Say in a few words what is needed.")
    if len(words) > LONGEST:
        raise UserError("That is long for a signal. Say it in at most {n} characters.", {"n": LONGEST})
    signal = Signal(new_key(), desk.today, words, sector, when, language)
    desk.cases.put_signal(signal)
    return signal


def forget(desk: Desk, key: str) -> None:
    """Remove a signal for good, also from the copies."""
    refuse_if_read_only(desk)
    desk.cases.drop_signal(key)


def export(desk: Desk, out: Path) -> int:
    """Write all signals to a file, as JSON or CSV by its ending; how many there were.

    A CSV has a byte order mark, as the spreadsheets of the country expect.
    """
    from app.files.writing import write_file

    listed = rows(desk)
    write_file(out, _as_json(listed) if out.suffix.lower() == ".json" else as_csv(listed).encode("utf-8-sig"))
    return len(listed)


def rows(desk: Desk) -> list[dict[str, str]]:
    """All signals, latest first, as they are written to a file."""
    return [_row(signal) for signal in desk.cases.signals()]


def _row(signal: Signal) -> dict[str, str]:
    values = {**asdict(signal), "on": signal.on.isoformat(), "when": signal.when.value}
    return {"type": "signal", **{name: str(values[name]) for name in _FIELDS}}


def _as_json(rows: list[dict[str, str]]) -> bytes:
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()


def as_csv(rows: list[dict[str, str]]) -> str:
    """With semicolons, as the spreadsheets of the country expect; nothing runs as a formula."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, ("type", *_FIELDS), delimiter=";")
    writer.writeheader()
    writer.writerows({name: harmless(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula, not even one that leaves out blanks before it."""
    return f"'{text}" if text.lstrip()[:1] in ("=", "+", "-", "@") else text
