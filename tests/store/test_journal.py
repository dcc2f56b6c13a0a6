"""What is done can be taken back, done again and told, also after the program was closed."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.mapping.answers import Answer
from app.mapping.model import Assessor, Mapping, Mode
from app.store.cases import Cases
from app.store.journal import Act
from tests.store import kept
from tests.store.conftest import Clock
from tests.store.samples import AINO, COMPANY, MACHINIST, MILLING, OTHER, SAID, WORKSHOP
from tests.store.strategies import heads, items_for, mappings

KEY = WORKSHOP.key


def without_time(mapping: Mapping) -> str:
    return repr(replace(mapping, changed=None))


def test_that_nothing_can_be_taken_back_before_anything_was_done(cases: Cases) -> None:
    cases.add(WORKSHOP)
    assert cases.last_step(KEY) == 0
    assert not cases.undo(KEY)
    assert not cases.redo(KEY)
    assert cases.load(KEY) == WORKSHOP


def test_that_an_answer_is_taken_back_and_done_again_after_the_store_was_closed(tmp_path: Path, clock: Clock) -> None:
    better = replace(SAID, level=4)
    for act in ("add", "put", "undo", "redo"):
        store = Cases(tmp_path / "cases.sqlite", clock=clock)
        match act:
            case "add":
                store.add(WORKSHOP)
            case "put":
                store.put(KEY, better)
            case "undo":
                assert store.undo(KEY)
                assert store.load(KEY).assessments == (SAID,)
            case "redo":
                assert store.redo(KEY)
                assert store.load(KEY).assessments == (better,)
        store.close()


def test_that_a_role_comes_back_with_everything_that_hung_on_it(cases: Cases) -> None:
    cases.add(WORKSHOP)
    cases.drop(KEY, MACHINIST)
    assert cases.load(KEY).assessments == ()
    cases.undo(KEY)
    assert without_time(cases.load(KEY)) == without_time(WORKSHOP)


def test_that_one_act_with_many_changes_is_taken_back_whole(cases: Cases) -> None:
    cases.add(WORKSHOP)
    renamed = replace(WORKSHOP, company=replace(COMPANY, name="Renamed"), goal="Less scrap")
    cases.change(KEY, head=renamed, put=[Answer("C3", (), ("Less scrap",))], drop=[SAID])
    assert cases.load(KEY).answers == (Answer("C3", (), ("Less scrap",)),)
    cases.undo(KEY)
    assert without_time(cases.load(KEY)) == without_time(WORKSHOP)


def test_that_an_act_that_changes_nothing_is_no_act(cases: Cases) -> None:
    cases.add(WORKSHOP)
    cases.put(KEY, SAID)
    cases.put_head(WORKSHOP)
    assert cases.last_step(KEY) == 0


def test_that_something_new_ends_doing_again(cases: Cases) -> None:
    cases.add(WORKSHOP)
    cases.put(KEY, replace(SAID, level=4))
    cases.undo(KEY)
    cases.put(KEY, replace(SAID, level=0))
    assert not cases.redo(KEY)
    assert cases.load(KEY).assessments == (replace(SAID, level=0),)


def test_that_each_mapping_has_a_journal_of_its_own(cases: Cases) -> None:
    cases.add(WORKSHOP)
    cases.add(OTHER)
    cases.put(KEY, replace(SAID, level=4))
    assert not cases.undo(OTHER.key)
    assert cases.load(KEY).assessments == (replace(SAID, level=4),)


def test_that_the_past_of_an_answer_tells_when_and_by_whom_it_became_what(cases: Cases, clock: Clock) -> None:
    cases.add(replace(WORKSHOP, mode=Mode.VISIT))
    first = clock.later()
    cases.put(KEY, replace(SAID, level=4))
    second = clock.later()
    cases.undo(KEY)
    up, back = cases.past(KEY, SAID)
    assert (up.at, up.by, up.act, up.before, up.after) == (
        first,
        Assessor.CONSULTANT,
        Act.DONE,
        SAID,
        replace(SAID, level=4),
    )
    assert (back.at, back.act, back.after) == (second, Act.UNDONE, SAID)


def test_that_the_past_of_one_answer_is_not_that_of_another(cases: Cases) -> None:
    cases.add(replace(WORKSHOP, mode=Mode.SELF))
    own = replace(SAID, assessor=Assessor.SELF, level=1)
    cases.put(KEY, own)
    [change] = cases.past(KEY, own)
    assert (change.before, change.after, change.by) == (None, own, Assessor.OWNER)
    assert cases.past(KEY, SAID) == ()
    assert cases.past(KEY, MILLING) == ()


def test_that_an_erased_person_does_not_come_back(cases: Cases) -> None:
    cases.add(WORKSHOP)
    cases.put(KEY, replace(SAID, level=4))
    cases.put(KEY, replace(AINO, display_name="Aino K."))
    cases.drop(KEY, MACHINIST)
    cases.undo(KEY)
    cases.erase_person(KEY, AINO.key)
    while cases.undo(KEY):
        assert AINO.key not in {person.key for person in cases.load(KEY).people}
    assert cases.load(KEY).roles[0].head_count == MACHINIST.head_count - 1
    assert cases.past(KEY, AINO) == ()


class Working(RuleBasedStateMachine):
    """Anything is done, taken back and done again, and the store reopened, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.now = datetime(2026, 11, 23, tzinfo=UTC)
        self.cases = self._opened()
        self.states: list[Mapping] = []
        self.here = 0

    def _opened(self) -> Cases:
        return Cases(Path(self.folder.name) / "cases.sqlite", clock=lambda: self.now)

    def _do(self, after: Mapping) -> None:
        if without_time(after) != without_time(self.states[self.here]):
            self.states = [*self.states[: self.here + 1], after]
            self.here += 1

    @initialize(mapping=mappings(10))
    def begin(self, mapping: Mapping) -> None:
        self.cases.add(mapping)
        self.states = [mapping]

    @property
    def state(self) -> Mapping:
        return self.states[self.here]

    @rule(data=st.data())
    def put(self, data: st.DataObject) -> None:
        first = data.draw(items_for(self.state))
        second = data.draw(items_for(kept.put(self.state, first)))
        self.cases.put(self.state.key, second, first)
        self._do(kept.put(self.state, second, first))

    @precondition(lambda self: bool(kept.all_items(self.state)))
    @rule(data=st.data())
    def drop(self, data: st.DataObject) -> None:
        item = data.draw(st.sampled_from(kept.all_items(self.state)))
        self.cases.drop(self.state.key, item)
        self._do(kept.drop(self.state, item))

    @rule(head=heads)
    def put_head(self, head: Mapping) -> None:
        own = {field: getattr(head, field) for field in ("company", "goal", "people_mode", "visit", "next_meeting")}
        self.cases.put_head(replace(self.state, **own))
        self._do(replace(self.state, **own))

    @rule()
    def undo(self) -> None:
        assert self.cases.undo(self.state.key) == (self.here > 0)
        self.here = max(0, self.here - 1)

    @rule()
    def redo(self) -> None:
        last = len(self.states) - 1
        assert self.cases.redo(self.state.key) == (self.here < last)
        self.here = min(last, self.here + 1)

    @rule()
    def reopen(self) -> None:
        self.now += timedelta(seconds=1)
        self.cases.close()
        self.cases = self._opened()

    @invariant()
    def holds_what_was_done(self) -> None:
        if self.states:
            assert without_time(self.cases.load(self.state.key)) == without_time(self.state)

    def teardown(self) -> None:
        self.cases.close()
        self.folder.cleanup()


TestThatAnythingDoneCanBeTakenBackAndDoneAgain = Working.TestCase
TestThatAnythingDoneCanBeTakenBackAndDoneAgain.settings = settings(max_examples=15, stateful_step_count=20)
