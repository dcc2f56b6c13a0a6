"""A newer version of the survey in hand: a quiet line offers it, and a list tells what it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from app.mapping.interview_carry import Carried
from app.mapping.survey_routing import Routing
from app.services import interviews
from app.ui.dialog import Dialog
from app.ui.survey.field import Voice
from app.ui.survey.words import shown_id
from app.ui.tables import STRONG
from app.ui.tasks import Runner
from app.ui.tokens import XL, L, S
from app.ui.widgets import LEFT, Button, Ground, Icon, line, para
from app.ui.wrapping import WrappedRegister

if TYPE_CHECKING:
    from app.services.desk import Desk

_Found = tuple[Routing, Carried]
"""The survey in hand, and its answers in the newer version."""
Change = tuple[str, str]
"""What becomes of a question, and the question in words."""
WIDTH = 760  # pixels at 100 %


def changes(voice: Voice, before: Routing, found: Carried) -> list[Change]:
    """What a newer version changes, what has to be done about it first; each question once."""
    t, after = voice.t, found.interview.routing
    parts = (
        (t("Answer again"), [answer.question for answer in found.changed], after),
        (t("Left out, its answer counts no more"), [answer.question for answer in found.gone], before),
        (t("Reads differently"), [place.question for place in found.reworded], after),
        (t("New"), found.new, after),
    )
    return [
        (what, " ".join(filter(None, (shown_id(question), voice.says(question.phrase)))))
        for what, ids, routing in parts
        for question in (routing.questions[key] for key in dict.fromkeys(ids) if key in routing.questions)
    ]


class NewerLine(Ground):
    """Hidden until a newer version is found. `take` goes over to it."""

    def __init__(self, voice: Voice, desk: Desk, mapping_key: str, take: Callable[[], None]) -> None:
        super().__init__(voice.theme, "accent_wash", edges="bottom")
        self._voice, self._desk, self._key, self._take = voice, desk, mapping_key, take
        self._runner = Runner(self)
        row = line(self, (XL, S, L, S), S)
        row.addWidget(Icon(voice.theme, "document", "accent"))
        self.words = para(voice.theme, "", tone="ink")
        self.words.setAlignment(LEFT)
        row.addWidget(self.words, 1)
        self.tell = Button(voice.theme, voice.t("What changes?"), "link")
        self.tell.clicked.connect(self._tell)
        row.addWidget(self.tell)
        self.hide()

    def look(self) -> None:
        """Look for a newer version. To read one takes a moment, and the questions do not wait for it."""
        self.hide()
        desk, key = self._desk, self._key
        self._runner.start(lambda _job: _found(desk, key), self._offer, _fail)

    def _offer(self, found: _Found | None) -> None:
        if found:
            self.words.setText(self._versions(found))
        self.setVisible(found is not None)

    def _versions(self, found: _Found) -> str:
        """Which version is in hand, and which one there is."""
        before, carried = found
        old, new = before.survey.version, carried.interview.routing.survey.version
        return self._voice.t("Version {new} of this survey is there; you answer version {old}.", new=new, old=old)

    def _tell(self) -> None:
        """What the newer version changes in what has been answered by now."""
        found = _found(self._desk, self._key)
        self._offer(found)
        if found:
            rows = changes(self._voice, *found)
            NewerDialog(self._voice, self._versions(found), rows, self._take, self.window()).open()


def _found(desk: Desk, key: str) -> _Found | None:
    before, carried = interviews.running(desk, key), interviews.newer(desk, key)
    return (before.routing, carried) if before and carried else None


def _fail(error: BaseException) -> None:
    """The shipped surveys and the stores are there and whole, or the program is broken: whoever reports it is told."""
    raise error


class NewerDialog(Dialog):
    """What the newer version changes, and the way over to it; undoing leads back."""

    def __init__(
        self, voice: Voice, words: str, found: Sequence[Change], take: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(voice.theme, voice.t("A newer version of the survey"), parent, WIDTH)
        t, theme = voice.t, voice.theme
        kept = t("Every answer that suits the newer version stays in place. It can be undone.")
        nothing = "" if found else t("No question is new, gone or worded differently.")
        self.rows.addWidget(para(theme, " ".join(filter(None, (words, kept, nothing)))))
        self.register = self._register(voice, found)
        self.add_list(self.register)
        self.leave = Button(theme, t("Not now"))
        self.leave.clicked.connect(self.reject)
        self.take = Button(theme, t("Go on with the newer version"), "primary")
        self.take.clicked.connect(self.accept)
        self.accepted.connect(take)
        self.add_foot(self.leave, self.take)
        (self.register if found else self.take).setFocus()

    def _register(self, voice: Voice, found: Sequence[Change]) -> WrappedRegister:
        model = QStandardItemModel(self)
        model.setHorizontalHeaderLabels([voice.t("What changes"), voice.t("Question")])
        for change in found:
            model.appendRow([_item(text, strong=not place) for place, text in enumerate(change)])
        register = WrappedRegister(voice.theme, self.windowTitle())
        register.setModel(model)
        register.share((0, 100))
        register.setVisible(bool(found))
        return register


def _item(text: str, *, strong: bool) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(strong, STRONG)
    item.setToolTip(text)
    return item
