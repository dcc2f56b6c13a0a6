"""A plan read back from its PDF: what it restores, and that no file from outside does harm."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pikepdf
import pytest

from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.model import Mapping, RoleNeed
from app.mapping.plan import results
from app.mapping.told import LanguageNeed, OfRole
from app.report import kept, plan
from app.report.roles_only import roles_only
from app.services import companies, plans
from app.services.desk import Desk
from app.services.libraries import import_files
from app.services.plan_reading import as_read, import_plan
from app.services.reports import import_lines
from app.services.results import results_of
from app.texts import Text
from app.ui.preview.papers import PLAN, groups, remark
from tests.report.company import MAPPING, TODAY
from tests.report.papers import TOLD
from tests.report.printed import pdf_of
from tests.report.stress import full, nothing
from tests.services.staff_company import desk_over


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A clean computer."""
    with desk_over(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    """Another one."""
    with desk_over(tmp_path / "other") as opened:
        yield opened


def _there(desk: Desk, pdf: bytes) -> Mapping:
    return desk.cases.load(import_plan(desk, pdf, "plan.pdf").key)


def _carried(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as read:
        return read.attachments[kept.NAME].get_file().read_bytes()


# What it restores.


@pytest.mark.parametrize(
    ("mapping", "language"),
    [*((MAPPING, language) for language in LANGUAGES), (full(), "en"), (nothing(), "fi")],
    ids=[*LANGUAGES, "full", "nothing"],
)
def test_that_a_plan_exported_imported_and_exported_again_is_the_same_to_the_byte(
    desk: Desk, other: Desk, mapping: Mapping, language: Language
) -> None:
    desk.cases.add(mapping)
    pdf = plans.render_pdf(desk, mapping.key, language)
    later = replace(other, today=desk.today.replace(year=2027))
    restored = _there(later, pdf)
    assert plans.render_pdf(later, restored.key, language) == pdf


def test_that_the_company_its_roles_and_what_was_agreed_are_there_to_go_on_with(desk: Desk) -> None:
    restored = _there(desk, pdf_of(MAPPING, "sv"))
    assert restored.company.name == MAPPING.company.name
    assert (restored.goal, restored.next_meeting, restored.document_language) == (
        MAPPING.goal,
        MAPPING.next_meeting,
        "sv",
    )
    asked = {need.role_key for need in MAPPING.needs}
    heads = {role.name: role.head_count for role in MAPPING.roles if role.key in asked}
    assert {role.name: role.head_count for role in restored.roles if role.name in heads} == heads
    assert _asked(restored, "sv") == _asked(MAPPING, "sv")
    assert _order(restored, "sv") == _order(MAPPING, "sv")
    assert _done(restored) <= _done(roles_only(results(MAPPING, TODAY)).mapping)
    assert len(restored.measures) > 3
    assert sum(card.count for card in restored.cards) == sum(card.count for card in MAPPING.cards)
    assert (restored.people, restored.assessments) == ((), ())


def _done(mapping: Mapping) -> set[Any]:
    return {(m.what, m.deadline, m.responsible, m.status, m.cost, m.success_sign) for m in mapping.measures}


def _asked(mapping: Mapping, language: Any) -> set[Any]:
    roles = {role.key: role.name for role in mapping.roles}
    return {(roles[n.role_key], n.name.said(language).text, n.targets, n.statutory) for n in mapping.needs}


def _order(mapping: Mapping, language: Any) -> list[str]:
    names = {need.key: need.name.said(language).text for need in mapping.needs}
    return [names[agreed.need_key] for agreed in sorted(mapping.agreed, key=lambda a: a.position)]


def test_that_a_changed_mapping_prints_what_it_holds_and_no_longer_what_was_read(desk: Desk) -> None:
    pdf = pdf_of(MAPPING, "fi")
    restored = _there(desk, pdf)
    assert as_read(restored) is not None
    desk.cases.put_head(replace(restored, goal="Uusi tavoite"))
    changed = desk.cases.load(restored.key)
    assert as_read(changed) is None
    assert plans.render_pdf(desk, changed.key, "fi") != pdf


def test_that_after_a_change_all_the_rest_is_as_on_paper(desk: Desk) -> None:
    """Levels, units, sources, changes, risks and language go on from the paper, not only what was agreed."""
    told = replace(TOLD, language_needs=(LanguageNeed("Työmääräys", Text("suomi"), "B1", "not_needed"),))
    told = replace(told, roles=(OfRole("machinist", 1, "yes", "no", "no", 6),), supports=(Text("Kuvalliset ohjeet"),))
    before = results(MAPPING, TODAY, told)
    restored = _there(desk, plan.render(before, Translator("fi"), "1.2.3"))
    desk.cases.put_head(replace(restored, goal="Uusi tavoite"))
    after = results_of(desk, desk.cases.load(restored.key))
    old, new = (_sections(plan.as_json(found, Translator("fi"))) for found in (before, after))
    same = ("measures", "offers", "changes", "units", "cards", "language", "alive")
    assert [key for key in same if old[key] != new[key]] == []
    assert len(same) == len([key for key in same if key in new])
    for key in ("roles", "annex"):
        changed = [row for row, again in zip(_rows(old[key]), _rows(new[key]), strict=True) if row != again]
        assert [NOT_OF_ROLES in row["more"] for row in changed] == [True]


NOT_OF_ROLES: Final = "välineet tai luvat puuttuvat"
"""Of the one row in which skill is not what somebody lacks: by roles alone nobody can tell."""


def _rows(section: dict[str, Any]) -> list[dict[str, str]]:
    tables = [block for block in section["blocks"] if block.get("table") in ("roles", "order")]
    return [row for table in tables for group in table["groups"] for row in group["rows"]]


def _sections(value: Any) -> dict[str, Any]:
    return {section["key"]: section for section in value["sections"]}


def test_that_what_is_known_here_gets_its_other_languages_and_links_back(desk: Desk) -> None:
    sample = companies.sample(desk, "fi")
    restored = _there(desk, pdf_of(sample, "fi"))
    code = {need.competence_code: need for need in sample.needs if need.competence_code}
    again = {need.competence_code: need for need in restored.needs if need.competence_code}
    assert len(again) == len(code) > 10
    assert [_linked(again[key]) for key in sorted(again)] == [_linked(code[key]) for key in sorted(code)]
    own = {(n.unit_code, n.qualification_code) for n in sample.needs if not n.source_key}
    assert {(n.unit_code, n.qualification_code) for n in restored.needs if not n.source_key} == own
    assert {card.card for card in restored.cards} >= {"C02", "C11"}
    assert as_read(restored) is not None


def _linked(need: RoleNeed) -> tuple[Any, ...]:
    return need.name, need.tags, need.anchors, need.unit_name, need.unit_code, need.source_version


def test_that_in_another_language_it_is_made_of_what_is_there(desk: Desk) -> None:
    restored = _there(desk, pdf_of(MAPPING, "fi"))
    carried = kept.read(_carried(plans.render_pdf(desk, restored.key, "sv")))
    assert carried.document.language == "sv"
    assert carried.document.company == MAPPING.company.name


def test_that_the_same_plan_is_not_taken_twice_unless_the_first_was_changed(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "suunnitelma.pdf"
    path.write_bytes(pdf_of(MAPPING, "fi"))
    [first], [second] = import_files(desk, [path]), import_files(desk, [path])
    assert (first.kind, len(first.new), first.error) == ("plan", 1, None)
    assert second.unchanged == first.new
    restored = desk.cases.load(first.new[0])
    desk.cases.put_head(replace(restored, goal="Uusi tavoite"))
    assert len(import_files(desk, [path])[0].new) == 1
    assert len(desk.cases.summaries()) == 2


# What a file may not do.


def _other_file(change: Callable[[pikepdf.Pdf], object], **how: Any) -> bytes:
    """A plan whose file was changed."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf_of(nothing(), "en"))) as pdf:
        change(pdf)
        pdf.save(out, **how)
    return out.getvalue()


def _with_stream(data: bytes, **more: Any) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        stream = pdf.Root.AF[0].EF.F
        stream.write(data, filter=more.get("filter"))

    return _other_file(change, compress_streams=False)


def _with_json(place: tuple[Any, ...], new: object) -> bytes:
    """A plan that carries something else at a place of what it prints."""
    value = json.loads(_carried(pdf_of(MAPPING, "en")))
    at = value
    for step in place[:-1]:
        at = at[step]
    at[place[-1]] = new
    return _with_stream(json.dumps(value).encode())


def _without_files(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF


def _odd_files(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF = pikepdf.Array([pikepdf.Name.Odd, 7])


def _round_files(pdf: pikepdf.Pdf) -> None:
    spec = pdf.make_indirect(pikepdf.Dictionary(F=kept.NAME))
    spec.EF = pikepdf.Dictionary(F=spec)
    pdf.Root.AF = pikepdf.Array([spec])


def _twice_packed(pdf: pikepdf.Pdf) -> None:
    names = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    pdf.Root.AF[0].EF.F.write(zlib.compress(zlib.compress(b"0" * 2**22)), filter=names)


BOMB = zlib.compress(b" " * 2**28, 9)
BAD: dict[str, Callable[[], bytes]] = {
    "nothing after the head": lambda: b"%PDF-1.7\n",
    "cut off": lambda: pdf_of(MAPPING, "en")[:40_000],
    "behind a password": lambda: _other_file(lambda _pdf: None, encryption=pikepdf.Encryption(owner="o", user="u")),
    "without a plan": lambda: _other_file(_without_files),
    "with files that are none": lambda: _other_file(_odd_files),
    "with a file that is itself": lambda: _other_file(_round_files),
    "growing without end": lambda: _with_stream(BOMB, filter=pikepdf.Name.FlateDecode),
    "packed twice": lambda: _other_file(_twice_packed),
    "not packed as it says": lambda: _with_stream(b"{}", filter=pikepdf.Name.FlateDecode),
    "not JSON": lambda: _with_stream(b"{"),
    "nested deep": lambda: _with_stream(b"[" * 100_000),
    "of a newer kind": lambda: _with_json(("format",), "kartturi-plan/2"),
    "without a mapping": lambda: _with_json(("mapping",), None),
    "of a text that is none": lambda: _with_json(("document", "company"), 7),
    "of a role that is not there": lambda: _with_json(("mapping", "needs", 0, "role_key"), "nobody"),
    "of an aim that is not there": lambda: _with_json(("mapping", "measures", 0, "for_key"), "nothing"),
    "of one key twice": lambda: _with_json(("mapping", "roles", 0, "key"), "role-0002"),
    "of figures of nothing": lambda: _with_json(("figures", 0, "need_key"), "nothing"),
    "of figures without end": lambda: _with_json(("figures", 0, "known"), 10**9),
    "of a role that matters beyond measure": lambda: _with_json(("mapping", "roles", 0, "importance"), 9),
    "of a level that is none": lambda: _with_json(("mapping", "needs", 0, "targets"), {"now": 9}),
    "of more people than there are": lambda: _with_json(("mapping", "roles", 0, "head_count"), 10**30),
    "with people": lambda: _with_json(
        ("mapping", "people"), [{"key": "p", "role_key": "role-0001", "code": "H1", "display_name": "Aino"}]
    ),
    "with an answer of its own": lambda: _with_json(
        ("mapping", "answers"), [{"question": "kartturi-plan", "path": [], "value": ["{}"]}]
    ),
    "with a column of no width": lambda: _with_json(("document", "sections", 0, "blocks", 0, "columns", 0, "width"), 0),
    "with a cell too many": lambda: _with_json(
        ("document", "sections", 0, "blocks", 0, "groups", 0, "rows", 0, "cells"), [{}] * 9
    ),
    "with a text of a hundred pages": lambda: _with_json(("document", "front", "goal"), [{"text": "x" * 500_000}]),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_that_a_bad_file_is_refused_in_words_and_nothing_is_kept(desk: Desk, bad: Callable[[], bytes]) -> None:
    with pytest.raises(UserError):
        import_plan(desk, bad(), "plan.pdf")
    assert desk.cases.summaries() == ()


def test_that_a_stream_of_the_file_itself_may_not_grow_without_end(desk: Desk) -> None:
    """A list of objects that packs a quarter of a gigabyte, which would be unpacked to open the file at all."""
    head = b"%PDF-1.7\n"
    says = b"1 0 obj <</Type /XRef /Size 2 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode /Length %d>>" % len(BOMB)
    data = head + says + b" stream\n" + BOMB + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF\n" % len(head)
    with pytest.raises(UserError):
        import_plan(desk, data, "plan.pdf")


# What a plan carries.


def test_that_the_file_is_attached_as_the_data_of_the_document() -> None:
    with pikepdf.open(BytesIO(pdf_of(MAPPING, "fi"))) as read:
        assert list(read.attachments) == [kept.NAME]
        [spec] = read.Root.AF
        assert spec.AFRelationship == pikepdf.Name.Data
        assert str(spec.EF.F.Subtype) == "/application/json"


# What is said of it.


def test_that_it_is_said_what_a_plan_cannot_restore(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf_of(MAPPING, "fi"))
    t, told = Translator("en"), "A plan has no levels of single people."
    [first], [again] = import_files(desk, [path]), import_files(desk, [path])
    assert [told in line for line in import_lines(t, first)] == [False, True]
    assert len(import_lines(t, again)) == 1
    [key] = first.new
    plan_paper = next(paper for _title, papers in groups(t, ()) for paper in papers if paper.part == PLAN)
    assert "nothing changed since" in remark(t, desk, key, plan_paper)
    desk.cases.put_head(replace(desk.cases.load(key), goal="Uusi tavoite"))
    assert told in remark(t, desk, key, plan_paper)
