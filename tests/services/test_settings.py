"""Settings come back as they were left, and a broken file never stops the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.paths import DataFolder
from app.services import settings
from app.services.settings import Settings


def test_that_settings_come_back_as_they_were_left(tmp_path: Path) -> None:
    left = Settings(language="sv", theme="dark", text_size=150, window="AdnQ", eperusteet="https://a.example")
    settings.save(DataFolder(tmp_path), left)
    assert settings.load(DataFolder(tmp_path)) == left


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"theme": 7, "text_size": "big", "language": "de", "window": 1, "eperusteet": 7}',
        '{"theme": []}',
    ],
)
def test_that_a_broken_file_means_the_settings_of_the_first_start(tmp_path: Path, text: str) -> None:
    DataFolder(tmp_path).settings.write_text(text, encoding="utf-8")
    assert settings.load(DataFolder(tmp_path)) == Settings()


@given(st.dictionaries(st.sampled_from(["language", "theme", "text_size", "window"]), st.integers() | st.text()))
def test_that_whatever_stands_in_the_file_the_settings_make_sense(
    tmp_path_factory: pytest.TempPathFactory, value: dict[str, object]
) -> None:
    folder = DataFolder(tmp_path_factory.mktemp("data"))
    folder.settings.write_text(json.dumps(value), encoding="utf-8")
    assert settings.SMALLEST_TEXT <= settings.load(folder).text_size <= settings.LARGEST_TEXT
