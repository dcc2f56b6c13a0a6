"""Where things lie: the person's data and settings, and the resources that come with the program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple


def resource(*parts: str) -> Path:
    """A file or folder of the shipped resources, from source or from a built program."""
    base = getattr(sys, "_MEIPASS", None)
    root = Path(base) if base else Path(__file__).parent.parent
    return root.joinpath("resources", *parts)


class DataFolder(NamedTuple):
    """One folder with everything a person of this machine has entered or imported."""

    root: Path

    @property
    def cases(self) -> Path:
        """Companies, people and answers: private."""
        return self.root / "cases.sqlite"

    @property
    def library(self) -> Path:
        """Imported frameworks and offers: public, replaceable."""
        return self.root / "library.sqlite"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def incidents(self) -> Path:
        """Reports of what went wrong unexpectedly; they hold nothing about anybody."""
        return self.root / "incidents"

    @property
    def fetched(self) -> Path:
        """Answers of public services, kept until an update is applied or dropped; they hold no person."""
        return self.root / "fetched"

    @property
    def cache(self) -> Path:
        """What is made again when it is missing, so that it may be removed at any time; it holds no person."""
        return self.root / "cache"

    def catalogue(self, name: str) -> Path:
        """A file of a catalogue: a person's own copy of it, or else the shipped one."""
        own = self.root / "catalogues" / name
        return own if own.is_file() else resource("catalogues", name)

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"


def default_data_folder() -> DataFolder:
    """The folder the operating system gives to this program."""
    from platformdirs import user_data_path

    return DataFolder(user_data_path("kartturi", appauthor=False))


def font_file(weight: str) -> Path:
    """A weight of the bundled family: "Light", "Regular" or "Semibold"."""
    from importlib.util import find_spec

    package = find_spec("font_source_sans_pro")  # to import it would list its files at every start
    assert package
    assert package.submodule_search_locations
    return Path(package.submodule_search_locations[0]) / "files" / f"SourceSansPro-{weight}.ttf"
