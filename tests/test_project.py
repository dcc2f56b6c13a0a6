"""The project keeps its own promises: locked versions, explained choices, no trace of where it was made."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")


def _pins() -> list[str]:
    project = PYPROJECT["project"]
    return [*project["dependencies"], *(pin for pins in project["optional-dependencies"].values() for pin in pins)]


def test_that_every_direct_dependency_is_pinned_and_locked_at_the_same_version() -> None:
    locked = {
        name.lower().replace("_", "-"): version
        for name, version in re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.MULTILINE)
    }
    for pin in _pins():
        name, version = pin.split("==")
        assert locked[name.lower().replace("_", "-")] == version


def test_that_every_locked_package_carries_a_hash_and_no_address() -> None:
    packages = re.findall(r"^[\w.-]+==\S+", LOCK, re.MULTILINE)
    assert len(re.findall(r"^[\w.-]+==\S+ \\\n    --hash=sha256:", LOCK, re.MULTILINE)) == len(packages)
    assert "://" not in LOCK


def test_that_every_shipped_dependency_is_named_in_the_notices_and_has_its_reason() -> None:
    notices = (ROOT / "THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8").lower()
    reasons = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "docs" / "decisions").glob("*.md")).lower()
    for pin in PYPROJECT["project"]["dependencies"]:
        name = pin.split("==")[0].lower()
        assert name in notices, name
        assert name.split("-")[0] in reasons, name


def test_that_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in readme
    assert "make test" in readme
