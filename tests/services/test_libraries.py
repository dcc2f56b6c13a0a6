"""Files read into the library: known by what is in them, taken whole or not at all, and the same however often."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.errors import UserError
from app.i18n import Translator
from app.offers.model import Offer
from app.services.desk import Desk
from app.services.libraries import ImportReport, import_files
from app.services.reports import import_json, import_lines
from tests.hostile.kinds import PACK, PROVIDERS, QUALIFICATION, changed
from tests.hostile.workbooks import workbook
from tests.offers.catalogue_rows import FULL, csv
from tests.offers.opintopolku_values import EDUCATION, IMPLEMENTATION, education, hit, implementation

EN = Translator("en")
WHOLE, TAUGHT = f"opintopolku:{EDUCATION}", f"opintopolku:{IMPLEMENTATION}"
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file, bytes as they are and anything else as JSON."""

    def write(name: str, content: Any) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return write


def one(desk: Desk, path: Path, **how: Any) -> ImportReport:
    [report] = import_files(desk, [path], **how)
    return report


def offer(desk: Desk, key: str) -> Offer:
    return desk.library.offer(key)


def kept(desk: Desk) -> str:
    return repr((desk.library.frameworks(), desk.library.offers(), desk.library.providers()))


# What a file is


CATALOGUE = workbook([list(FULL), list(FULL.values())])
CONTENTS = [
    (QUALIFICATION, "eperusteet", ("eperusteet:5000",)),
    (education(), "opintopolku", (WHOLE,)),
    (implementation(), "opintopolku", (TAUGHT,)),
    ({"total": 1, "hits": [hit(1)]}, "opintopolku", ("opintopolku:1.2.246.562.13.1",)),
    (PROVIDERS, "opintopolku", ()),
    (csv(FULL).encode(), "catalogue", ("catalogue:cnc-1",)),
    (csv(FULL, separator="\t").encode("utf-16"), "catalogue", ("catalogue:cnc-1",)),
    (CATALOGUE, "catalogue", ("catalogue:cnc-1",)),
]


@pytest.mark.parametrize("name", ["file.csv", "file"])
@pytest.mark.parametrize(("content", "kind", "keys"), CONTENTS, ids=[f"{n} {c[1]}" for n, c in enumerate(CONTENTS)])
def test_that_a_file_is_known_by_what_is_in_it(
    desk: Desk, write: Write, content: Any, kind: str, keys: tuple[str, ...], name: str
) -> None:
    report = one(desk, write(name, content))

    assert (report.error, report.kind, report.new, report.refused) == (None, kind, keys, ())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"some": "thing"}, "of no kind that is read here: ePerusteet"),
        ([], "of no kind that is read here"),
        (PACK, "of no kind that is read here"),
        (b"a;b\n1;2\n", "is no catalogue of training offers"),
        (workbook([["a"], ["1"]]), "is no catalogue of training offers"),
        (b"%PDF-1.7\n", "cannot be read as a PDF"),
        (b'{"total": 1, "hits": [{}]}', "lists neither training offers nor providers"),
    ],
)
def test_that_a_file_of_no_kind_is_told(desk: Desk, write: Write, content: Any, words: str) -> None:
    report = one(desk, write("file", content))

    assert words in str(report.error)
    assert (report.kind, report.new, report.updated, report.unchanged) == (None, (), (), ())


@pytest.mark.parametrize("kind", ["eperusteet", "opintopolku"])
def test_that_a_kind_that_is_said_is_not_guessed(desk: Desk, write: Write, kind: str) -> None:
    assert one(desk, write("file.csv", csv(FULL).encode()), kind=kind).error
    assert one(desk, write("file.json", PACK), kind=kind).error
    assert one(desk, write("file.json", education()), kind="catalogue").error
    assert kept(desk) == "((), (), ())"


# Twice


@pytest.mark.parametrize(("content", "kind", "keys"), CONTENTS, ids=[f"{n} {c[1]}" for n, c in enumerate(CONTENTS)])
def test_that_reading_a_file_again_changes_nothing(
    desk: Desk, write: Write, content: Any, kind: str, keys: tuple[str, ...]
) -> None:
    path = write("file", content)
    one(desk, path)
    before = kept(desk)

    again = one(desk, path)

    assert (again.kind, again.new, again.updated, again.unchanged) == (kind, (), (), keys)
    assert kept(desk) == before


def test_that_a_changed_file_is_an_update(desk: Desk, write: Write) -> None:
    one(desk, write("file.json", QUALIFICATION))
    one(desk, write("offers.csv", csv(FULL, FULL | {"offer_id": "other"}).encode()))

    renewed = one(desk, write("file.json", changed(QUALIFICATION, ("diaarinumero",), "OPH-2-2027")))
    dearer = one(desk, write("offers.csv", csv(FULL | {"price_eur": "7"}, FULL | {"offer_id": "other"}).encode()))

    assert (renewed.new, renewed.updated) == ((), ("eperusteet:5000",))
    assert (dearer.updated, dearer.unchanged) == (("catalogue:cnc-1",), ("catalogue:other",))
    assert desk.library.framework("eperusteet:5000").order_number == "OPH-2-2027"


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("first", [True, False])
def test_that_an_implementation_is_the_same_before_and_after_its_education(
    desk: Desk, write: Write, *, together: bool, first: bool
) -> None:
    paths = [write("koulutus.json", education()), write("toteutus.json", implementation())][:: 1 if first else -1]

    for batch in [paths] if together else [[path] for path in paths]:
        import_files(desk, batch)

    assert offer(desk, TAUGHT).unit_codes == ("101107", "101108")
    before = kept(desk)
    for path in (*paths, *paths):
        assert (one(desk, path).new, one(desk, path).updated) == ((), ())
    assert kept(desk) == before


@pytest.mark.parametrize(
    "providers", [education()["tarjoajat"], [{"nimi": {"fi": "Opisto"}}], []], ids=["in places", "nowhere", "nobody"]
)
def test_that_a_hit_of_a_search_does_not_take_the_place_of_the_whole_education(
    desk: Desk, write: Write, providers: list[Any]
) -> None:
    page = write("haku.json", {"total": 1, "hits": [hit(1, oid=EDUCATION)]})
    assert one(desk, page).new == (WHOLE,)
    whole = write("koulutus.json", education(tarjoajat=providers))
    assert one(desk, whole).updated == (WHOLE,)
    before = kept(desk)

    assert one(desk, page).unchanged == (WHOLE,)

    assert kept(desk) == before
    assert [report.updated for report in import_files(desk, [whole, page])] == [(), ()]
    assert kept(desk) == before


def test_that_a_newer_hit_takes_the_place_of_a_hit(desk: Desk, write: Write) -> None:
    one(desk, write("haku.json", {"total": 1, "hits": [hit(1)]}))

    assert one(desk, write("haku.json", {"total": 1, "hits": [hit(1, nimi={"fi": "Uusi"})]})).updated
    assert str(offer(desk, "opintopolku:1.2.246.562.13.1").name) == "Uusi"


# Providers


def test_that_providers_are_read_and_kept(desk: Desk, write: Write) -> None:
    report = one(desk, write("jarjestajat.json", PROVIDERS))

    assert [provider.municipality_codes for provider in report.providers] == [("091",), ()]
    assert set(desk.library.providers()) == set(report.providers)
    assert import_lines(EN, report) == [
        "jarjestajat.json: 0 new, 0 updated, 0 unchanged, 0 refused",
        "  2 providers were read and are kept",
    ]
    assert import_json(EN, report)["providers"] == 2
    alone = replace(report, providers=report.providers[:1])
    assert "  1 provider was read and is kept" in import_lines(EN, alone)[1]
    assert len(import_lines(EN, replace(report, providers=()))) == 1


# Many files


def test_that_one_bad_file_stops_no_good_one(desk: Desk, write: Write, tmp_path: Path) -> None:
    paths = [
        write("cut.json", b'{"id": 1,'),
        write("koulutus.json", education()),
        tmp_path / "gone.json",
        write("broken.xlsx", CATALOGUE[:-30]),
        write("offers.xlsx", CATALOGUE),
        tmp_path,
        write("tutkinto.json", QUALIFICATION),
    ]

    reports = import_files(desk, paths)

    assert [report.file for report in reports] == [path.name for path in paths]
    assert [report.kind for report in reports] == [None, "opintopolku", None, None, "catalogue", None, "eperusteet"]
    assert all(isinstance(report.error, UserError) is (report.kind is None) for report in reports)
    assert len(desk.library.offers()) == 2
    assert len(desk.library.frameworks()) == 1


def test_that_rows_that_are_refused_stop_no_others_and_are_told(desk: Desk, write: Write) -> None:
    wrong, right = FULL | {"offer_id": "b", "price_eur": "#REF!"}, FULL | {"offer_id": "c"}

    report = one(desk, write("offers.csv", csv(FULL, wrong, right).encode()))

    assert report.new == ("catalogue:cnc-1", "catalogue:c")
    assert import_lines(EN, report) == [
        "offers.csv: 2 new, 0 updated, 0 unchanged, 1 refused",
        "  line 3: price_eur shows the error #REF!. Correct its formula and save the file again.",
    ]
    assert import_json(EN, report)["refused"] == [
        {"line": 3, "reason": "price_eur shows the error #REF!. Correct its formula and save the file again."}
    ]


def test_that_progress_is_told_before_each_file(desk: Desk, write: Write) -> None:
    told: list[tuple[str, int, int]] = []

    import_files(desk, [write("a.json", education()), write("b.json", b"")], lambda *what: told.append(what))

    assert told == [("a.json", 0, 2), ("b.json", 1, 2)]


def test_that_cancelling_leaves_what_was_done(desk: Desk, write: Write) -> None:
    contents = {"toteutus.json": implementation(), "koulutus.json": education(), "tutkinto.json": QUALIFICATION}
    paths = [write(name, content) for name, content in contents.items()]
    asked = iter([False, False, True])

    reports = import_files(desk, paths, cancelled=lambda: next(asked))

    assert [report.new for report in reports] == [(TAUGHT,), (WHOLE,)]
    assert offer(desk, TAUGHT).unit_codes == offer(desk, WHOLE).unit_codes != ()
    assert desk.library.frameworks() == ()


def test_that_cancelling_at_once_reads_nothing(desk: Desk, write: Write) -> None:
    assert import_files(desk, [write("a.json", education())], cancelled=lambda: True) == ()
    assert kept(desk) == "((), (), ())"


# Whole or not at all


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (("tutkinnonOsat", 3, "nimi"), 7),
        (("suoritustavat", 1, "rakenne", "osat", 1, "_tutkinnonOsaViite"), "99"),
        (("tutkinnonOsat",), []),
        (("voimassaoloLoppuu",), "never"),
    ],
)
def test_that_a_qualification_is_taken_whole_or_not_at_all(
    desk: Desk, write: Write, place: tuple[str | int, ...], wrong: Any
) -> None:
    assert one(desk, write("file.json", changed(QUALIFICATION, place, wrong))).error
    assert desk.library.frameworks() == ()
    one(desk, write("file.json", QUALIFICATION))
    before, whole = kept(desk), desk.library.framework("eperusteet:5000")

    assert one(desk, write("file.json", changed(QUALIFICATION, place, wrong))).error

    assert kept(desk) == before
    assert desk.library.framework("eperusteet:5000") == whole
