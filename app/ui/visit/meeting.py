"""The meeting on the plan: what is approved stays as it was, and can be set beside what came later (A6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.errors import UserError
from app.mapping.versions import same_plan
from app.services import versions
from app.ui.forms import add_row
from app.ui.preview.papers import version_part
from app.ui.section import Section
from app.ui.stops import PLAN, PREVIEW
from app.ui.tokens import L, M
from app.ui.visit.comparing import Comparing
from app.ui.visit.sheet import Bench, Page
from app.ui.widgets import ALIGN, Button, line, line_edit, paint_text, para
from app.wording.versions import approval_line

if TYPE_CHECKING:
    from app.mapping.model import Mapping
    from app.mapping.versions import Approval


class PlanMeeting(Page):
    """How it goes, the approval, and the versions there are."""

    def __init__(self, bench: Bench, code: str) -> None:
        super().__init__(bench, code)
        t, mapping = bench.t, bench.mapping()
        self.approvals = bench.desk.cases.approvals(bench.key)
        self.meeting(mapping)
        self.way(t("Plan"), PLAN)
        self.section(t("How it goes"))
        self.points(
            (
                t("Send the plan as PDF at least two days before."),
                t("Read the priorities aloud and ask of each: is this still so?"),
                t("See to it that each measure has a responsible person and a day."),
            )
        )
        self.way(t("The plan on paper"), PREVIEW)
        self.section(t("Approve the plan"))
        self._add_approving(mapping)
        if self.approvals:
            self._add_versions()
        self.end()

    def _add_approving(self, mapping: Mapping) -> None:
        t, bench = self._t, self._bench
        if self.approvals:
            last = self.approvals[-1]
            if same_plan(bench.desk.cases.version(bench.key, last.number).frozen.mapping, mapping):
                self.words(t("Version {number} is the plan as it is now.", number=last.number), "ink")
                return
        self.words(t("What is approved never changes; the mapping may go on. Follow-ups are set for it."))
        self.by = self._field(t("Who approves"), t("By a role, such as owner."))
        self.note = self._field(t("Note"))
        self.approve = self.button(t("Approve the plan"), self._approve, primary=True, icon="check")

    def _field(self, name: str, hint: str = "") -> QLineEdit:
        field = line_edit(self._theme, name)
        self._remark = add_row(self._theme, self.rows, name, field, hint)
        return field

    def _approve(self) -> None:
        bench, t = self._bench, self._t
        try:
            approval = versions.approve(bench.desk, bench.key, by=self.by.text(), note=self.note.text())
        except UserError as error:
            self._refuse(t.explain(error))
            return
        bench.anew()
        bench.told("")
        bench.told(approval_line(t, approval))  # nothing has changed since: an approval is not to be taken back

    def _refuse(self, words: str) -> None:
        """What was typed stays, with the reason under it."""
        self._remark.setText(words)
        self._remark.setVisible(True)
        paint_text(self._remark, self._theme.colour("important"))
        self._bench.told(words)

    def _add_versions(self) -> None:
        t = self._t
        self.section(t("Approved plans"))
        for approval in reversed(self.approvals):
            self._add_version(approval)
        self.rows.addSpacing(L)
        self.rows.addWidget(Section(self._theme, t("What has changed")))
        self.comparing = Comparing(self._bench, self.approvals)
        self.rows.addWidget(self.comparing)

    def _add_version(self, approval: Approval) -> None:
        t, row = self._t, line(gap=M)
        words = para(self._theme, approval_line(t, approval), tone="ink")
        row.addWidget(words, 1, ALIGN.AlignVCenter)
        opened = Button(self._theme, t("On paper"), "link", after="arrow-right")
        opened.setAccessibleName(t("Version {number}, on paper", number=approval.number))
        opened.clicked.connect(lambda: self._bench.go(f"{PREVIEW}#{version_part(approval.number)}"))
        row.addWidget(opened)
        self.rows.addLayout(row)
