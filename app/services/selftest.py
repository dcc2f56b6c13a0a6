"""Proof that an installed program can do its main job: a real plan in three languages."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES
from app.services import demo
from app.services.desk import Desk

SMALLEST_PLAN = 20_000


def run(open_desk: Callable[[Path], Desk], t: Translator, tell: Callable[[str], None]) -> None:
    """Make the sample company's plan in every language in a throwaway folder; a UserError says what failed."""
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            desk = open_desk(Path(folder) / "data")
            try:
                demo.run(desk, Path(folder), Translator(language), lambda _line: None)
            finally:
                desk.close()
            data = (Path(folder) / "plan.pdf").read_bytes()
        if not data.startswith(b"%PDF-") or len(data) < SMALLEST_PLAN:
            raise UserError("The self-test made no proper plan in the language {language}.", {"language": language})
        tell(t("Plan in {language}: {size} kB", language=language, size=len(data) // 1000))
