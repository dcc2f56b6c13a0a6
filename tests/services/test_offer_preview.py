"""What a file of offers would change, told before anything is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import UserError
from app.i18n import Translator
from app.services.desk import Desk
from app.services.libraries import import_files
from app.services.offer_preview import Change, as_lines, preview

HEAD = "offer_id;name_fi;provider;price_eur;start"


def table(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "offers.csv"
    path.write_text("\n".join([HEAD, *rows]), "utf-8")
    return path


def test_that_new_changed_same_and_refused_offers_are_told_apart_and_nothing_is_taken(
    desk: Desk, tmp_path: Path
) -> None:
    import_files(desk, [table(tmp_path, "a;Hitsaus;Opisto;90;", "b;Sorvaus;Opisto;;")])
    before = desk.library.offers()
    rows = ("a;Hitsaus;Opisto;99,50;1.9.2027", "b;Sorvaus;Opisto;;", "c;Jyrsintä;Opisto;;", "d;Poraus;Opisto;paljon;")
    found = preview(desk, table(tmp_path, *rows))

    assert found.new == ("catalogue:c",)
    assert found.changed == (Change("catalogue:a", ("start", "price_eur")),)
    assert found.unchanged == ("catalogue:b",)
    assert [fault.line for fault in found.refused] == [5]
    assert desk.library.offers() == before
    assert as_lines(Translator("en"), found)[:2] == [
        "offers.csv: 1 new, 1 updated, 1 unchanged, 1 refused",
        "  catalogue:a would change: start, price_eur",
    ]


def test_that_what_a_preview_says_is_what_an_import_does(desk: Desk, real_data: Path) -> None:
    paths = sorted(real_data.glob("opintopolku/toteutus/*.json"))
    for path in paths:
        told = preview(desk, path)
        [report] = import_files(desk, [path])
        assert (report.new, report.updated) == (told.new, tuple(each.key for each in told.changed))


def test_that_a_file_without_offers_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text('{"a": 1}', "utf-8")
    with pytest.raises(UserError, match="no file of offers"):
        preview(desk, path)
