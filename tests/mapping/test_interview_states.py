"""Whatever is answered, hidden, cleared, saved and opened in whatever order: the state is that of the answers alone."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.mapping.answers import Answer, Value
from app.mapping.interview import Interview, Place, answered, begun, listed, standing
from app.mapping.interview_carry import carried
from app.mapping.interview_progress import left_open, progress
from app.mapping.interview_scan import scan_result
from app.mapping.survey import Choice, Kind, Theme
from app.store import codec
from tests.surveys.questions import phrase, question, routing

POINTS = tuple(Choice(value, phrase(value), points=int(value)) for value in "0123")
READY = routing(
    question("open", Kind.YES_NO),
    question("which", relevant="${open} = 'yes'"),
    question("need", Kind.SLIDER, choices=POINTS, theme="need", relevant="${which} != '' or ${open} = 'no'"),
    question("roles", Kind.LIST, relevant="not(${need} >= 2)"),
    question("heavy", Kind.YES_NO, per="roles"),
    question("hours", Kind.NUMBER, per="roles", relevant="${heavy} = 'yes' and ${open} != 'not_sure'"),
    question("ways", Kind.MULTIPLE, "pair", "course"),
    question("why", per="ways", relevant="${need} > 0"),
    themes=(Theme("need", phrase("need")),),
)
VALUES = {
    "open": st.sampled_from(["yes", "no", "not_sure"]).map(lambda one: (one,)),
    "which": st.sampled_from(["fitter", "welder"]).map(lambda one: (one,)),
    "need": st.sampled_from("0123").map(lambda one: (one,)),
    "roles": st.permutations(["r1", "r2", "r3"]).flatmap(lambda all_: st.integers(1, 3).map(lambda n: tuple(all_[:n]))),
    "heavy": st.sampled_from(["yes", "no"]).map(lambda one: (one,)),
    "hours": st.integers(0, 9).map(lambda hours: (str(hours),)),
    "ways": st.sampled_from([("pair",), ("course",), ("course", "pair")]),
    "why": st.just(("because",)),
}
KEYS = {"roles": ["r1", "r2", "r3"], "ways": ["pair", "course"]}


@st.composite
def given_answers(draw: st.DrawFn) -> tuple[Place, Value]:
    key = draw(st.sampled_from([*VALUES]))
    of = READY.questions[key].per
    path = (draw(st.sampled_from(KEYS[of])),) if of else ()
    return Place(key, path), draw(VALUES[key])


class Interviewing(RuleBasedStateMachine):
    """An interview beside a plain note of what was last said in each place."""

    interview: Interview

    @initialize()
    def begin(self) -> None:
        self.interview = begun(READY)
        self.said: dict[Place, Value] = {}

    @rule(answer=given_answers())
    def answer(self, answer: tuple[Place, Value]) -> None:
        self.interview = answered(self.interview, *answer)
        self.said[answer[0]] = answer[1]

    @rule(choice=VALUES["open"])
    def hide_or_show(self, choice: Value) -> None:
        self.interview = answered(self.interview, Place("open"), choice)
        self.said[Place("open")] = choice

    @rule(answer=given_answers())
    def clear(self, answer: tuple[Place, Value]) -> None:
        left = (each for each in listed(self.interview) if Place(each.question, each.path) != answer[0])
        self.interview = begun(READY, left)
        self.said.pop(answer[0], None)

    @rule()
    def save_and_open(self) -> None:
        text = codec.dumps(listed(self.interview))
        self.interview = begun(READY, codec.loads(tuple[Answer, ...], text))

    @rule()
    def carry_over_to_the_same(self) -> None:
        self.interview = carried(self.interview, READY).interview

    @invariant()
    def the_state_is_that_of_the_answers_given_directly(self) -> None:
        direct = begun(READY)
        for place in sorted(self.said, reverse=True):
            direct = answered(direct, place, self.said[place])
        assert self.interview == direct
        assert standing(self.interview) == standing(direct)

    @invariant()
    def nothing_said_is_lost(self) -> None:
        assert {place: set(value) for place, value in self.interview.answers.items()} == {
            place: set(value) for place, value in self.said.items()
        }

    @invariant()
    def what_is_hidden_counts_nowhere(self) -> None:
        stand = standing(self.interview)
        assert stand.counted.keys() <= set(stand.asked)
        only_shown = begun(READY, (Answer(*place, value) for place, value in stand.counted.items()))
        alone = standing(only_shown)
        assert (alone.asked, alone.counted) == (stand.asked, stand.counted)
        assert progress(alone) == progress(stand)
        assert left_open(alone) == left_open(stand)
        assert scan_result(alone) == scan_result(stand)

    @invariant()
    def what_is_asked_is_asked_once(self) -> None:
        asked = standing(self.interview).asked
        assert len(set(asked)) == len(asked)


TestInterviewing = Interviewing.TestCase
TestInterviewing.settings = settings(max_examples=25, stateful_step_count=30)
