"""The shipped catalogues, and copies of their files to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.catalogues.cards import load_cards
from app.catalogues.funding import load_funding
from app.catalogues.model import CardCatalogue, Directory, Municipalities, Sectors
from app.catalogues.municipalities import load_municipalities
from app.catalogues.sectors import load_sectors
from app.catalogues.services import load_services
from app.paths import resource


def shipped(name: str) -> Path:
    return resource("catalogues", name)


@pytest.fixture(scope="session")
def sectors() -> Sectors:
    return load_sectors(shipped)


@pytest.fixture(scope="session")
def municipalities() -> Municipalities:
    return load_municipalities(shipped)


@pytest.fixture(scope="session")
def cards() -> CardCatalogue:
    return load_cards(shipped)


@pytest.fixture(scope="session")
def directory() -> Directory:
    return Directory(load_funding(shipped), load_services(shipped))


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """A folder with copies of all shipped files."""
    for path in resource("catalogues").iterdir():
        shutil.copy(path, tmp_path)
    return tmp_path
