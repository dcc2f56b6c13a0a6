"""What can be made of a mapping: papers that are drawn, files for other programs, and plans as they were approved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.files.writing import write_file
from app.i18n import Translator, mark
from app.languages import Language
from app.mapping.interview import standing
from app.mapping.interview_scan import scan_result
from app.services import documents, due, interviews, versions
from app.services.documents import DocumentKind, Order
from app.services.plan_reading import as_read, read_from
from app.ui.stops import SURVEY
from app.ui.survey.words import SURVEYS
from app.wording.documents import NAMES, document_name, read_from_paper
from app.wording.versions import approval_line

if TYPE_CHECKING:
    from pathlib import Path

    from app.mapping.versions import Approval
    from app.services.desk import Desk

PLAN: Final = "plan"
SCAN: Final = "scan"
CALENDAR: Final = "calendar"
HOLDS: Final = {
    "xlsx": mark("A workbook of the whole mapping. Its sums are formulas, and go on counting when a number changes."),
    "json": mark("What the development plan prints, for other programs to read."),
    "measures-csv": mark("The measures as a table for any spreadsheet: what, who, by when, and how far it is."),
    "needs-csv": mark("The needs of each role as a table for any spreadsheet, with targets and bands."),
    CALENDAR: mark("Deadlines, cards that end, meetings and follow-ups. A calendar that takes it in again moves them."),
}
"""What is said of files that are saved and not drawn, by part."""
_VERSION: Final = "version-"


@dataclass(frozen=True, slots=True)
class Paper:
    """Something that can be made. `part` is its part of the place; `file` is what its file is called, naming nobody."""

    part: str
    name: str
    file: str
    kind: DocumentKind | None = None
    version: int = 0

    @property
    def format(self) -> str:
        """The ending of its file in capitals."""
        return self.file.rpartition(".")[2].upper()

    @property
    def drawn(self) -> bool:
        """Whether its pages are shown before it is saved."""
        return self.format == "PDF"


@dataclass(frozen=True, slots=True)
class Wish:
    """A paper as it is asked for."""

    paper: Paper
    language: Language
    names: bool = False
    role_key: str = ""


def version_part(number: int) -> str:
    """The part of the place that shows an approved version."""
    return f"{_VERSION}{number}"


def groups(t: Translator, approvals: Iterable[Approval]) -> tuple[tuple[str, tuple[Paper, ...]], ...]:
    """Papers under the headings that they stand under; newest version first."""
    made = [Paper(k.key, document_name(t, k.key), t(NAMES[k.key]) + k.suffix, k) for k in documents.documents()]
    calendar = Paper(CALENDAR, t("Calendar"), f"{t('calendar')}.ics")
    drawn, files = (tuple(p for p in [*made, calendar] if p.drawn is wanted) for wanted in (True, False))
    approved = tuple(_approved(t, approval) for approval in sorted(approvals, key=lambda a: -a.number))
    found = ((t("Papers"), drawn), (t("Files"), files), (t("Approved plans"), approved))
    return tuple((title, papers) for title, papers in found if papers)


def _approved(t: Translator, approval: Approval) -> Paper:
    name = t("Version {number}, {day}", number=approval.number, day=t.day(approval.approved_on))
    file = t("development plan, version {number}", number=approval.number)
    return Paper(version_part(approval.number), name, f"{file}.pdf", version=approval.number)


def made(desk: Desk, key: str, wish: Wish) -> bytes:
    """A paper of a mapping as bytes; an approved plan exactly as it was."""
    paper = wish.paper
    if paper.version:
        return versions.reprint(desk.cases.version(key, paper.version), wish.language)
    assert paper.kind, "a calendar is written at once"
    chosen = None if paper.kind.of_all else desk.cases.load(key)
    return documents.made(paper.kind, Order(desk, chosen, wish.language, wish.names, wish.role_key))


def write(desk: Desk, key: str, wish: Wish, out: Path) -> None:
    """A paper of a mapping as a file."""
    if wish.paper.part == CALENDAR:
        due.write_calendar(desk, key, wish.language, out)
    else:
        write_file(out, made(desk, key, wish))


def remark(t: Translator, desk: Desk, key: str, paper: Paper) -> str:
    """What is to be known of a plan: of an approved one, by whom and when; of one made from another's, what that is."""
    if not paper.version:
        return _read_back(t, desk, key) if paper.kind and paper.part == PLAN else ""
    version = desk.cases.version(key, paper.version)
    line = approval_line(t, version.approval)
    if versions.says_the_same(version) is not False:
        return line
    return f"{line}. {t('This version of Kartturi words some of it otherwise than was approved.')}"


def way_to_scan(desk: Desk, key: str) -> str:
    """The place where a quick scan is answered: its first open question, or the surveys while another is asked."""
    interview = interviews.running(desk, key)
    if interview is None or not interview.routing.survey.index_words:
        return f"{SURVEY}#{SURVEYS}"
    still_open = scan_result(standing(interview)).open[:1]
    return "#".join((SURVEY, *("/".join((place.question, *place.path)) for place in still_open)))


def _read_back(t: Translator, desk: Desk, key: str) -> str:
    """Whether the plan is printed as it was read from its file, or made of what was read and changed since."""
    mapping = desk.cases.load(key)
    plan = read_from(mapping)
    if plan is None:
        return ""
    day = t.day(plan.day)
    if as_read(mapping) is not None:
        return t("Read from the plan of {day}, and nothing changed since: it is printed as it was.", day=day)
    return f"{t('Read from the plan of {day}, and changed since.', day=day)} {read_from_paper(t)}"
