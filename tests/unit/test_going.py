"""A go of several steps: each has its own end, whatever becomes of the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from consumers.gather import OfKey, Widths
from consumers.going import Turn, go
from consumers.handler import Context, OutOfDeviceMemory, StepCancelled
from schemas import events as e
from schemas.errors import BadInput, ScenestreamError
from schemas.flow import Stage
from schemas.ids import EventId, RequestId, SessionId
from streams.artifacts import ArtifactStore
from streams.codec import encode
from streams.step import Failure, Job, Outcome
from tests.golden.samples import AT

Work = Sequence[tuple[e.Event, Context]]


@dataclass
class FakeEngine:
    """A batch handler that does what a step's words say, and has memory for ``holds``."""

    holds: int = 8
    batch: int = 8
    goes: list[list[str]] = field(default_factory=list)

    def __call__(self, event: e.Event, context: Context) -> Outcome:
        raise AssertionError("steps of a batch handler go by ``together``")

    def alike(self, event: e.Event) -> str:
        return "all"

    def together(self, work: Work) -> list[Outcome | ScenestreamError]:
        words = [text_of(event) for event, _ in work]
        self.goes.append(words)
        if len(work) > self.holds:
            raise OutOfDeviceMemory(f"{len(work)} pictures", "it is said to be a test")
        if "crash" in words:
            raise ZeroDivisionError("all of it")
        if "forget one" in words:
            return [done(words[0])]
        for _, context in work:
            if "check" in words:
                context.check()
        return [BadInput("it is bad") if word == "bad" else done(word) for word in words]


def text_of(event: e.Event) -> str:
    assert isinstance(event.data, e.RequestAccepted)
    return event.data.text


def done(word: str) -> Outcome:
    return Outcome((e.RequestCompleted(kind="unrelated_response", text=word),))


@pytest.fixture
def turn(tmp_path: Path) -> Callable[..., Turn]:
    """Makes the turn of a step with these words."""
    artifacts = ArtifactStore(tmp_path.as_uri())

    def made(text: str, cancelled: Callable[[], bool] = lambda: False) -> Turn:
        event = e.Event(
            id=EventId("1-0"),
            session=SessionId("s"),
            request=RequestId("r"),
            at=AT,
            data=e.RequestAccepted(kind="text", text=text),
        )
        job = Job(Stage.IMAGE, "draw", encode(event), EventId("1-0"), event.session, None, None, 1)
        return Turn(job, event, Context(artifacts, None, lambda *_: None, cancelled))

    return made


def told(results: Sequence[Outcome | Failure]) -> list[str]:
    """The words of outcomes, the codes of failures."""
    said = []
    for result in results:
        if isinstance(result, Failure):
            said.append(result.code)
        else:
            (completed,) = result.payloads
            assert isinstance(completed, e.RequestCompleted)
            said.append(completed.text)
    return said


def limit() -> OfKey:
    return OfKey(Widths(), "all")


def test_what_is_wrong_with_one_is_that_ones_failure(turn: Callable[..., Turn]) -> None:
    engine = FakeEngine()
    results = go(engine, [turn("one"), turn("bad"), turn("two")], limit())
    assert told(results) == ["one", "BadInput", "two"]
    assert engine.goes == [["one", "bad", "two"]]


def test_what_is_wrong_with_all_is_found_out_one_by_one(turn: Callable[..., Turn]) -> None:
    engine = FakeEngine()
    results = go(engine, [turn("one"), turn("crash"), turn("two")], limit())
    assert told(results) == ["one", "ZeroDivisionError", "two"]
    assert engine.goes[1:] == [["one"], ["crash"], ["two"]]


def test_too_few_answers_are_nobodys(turn: Callable[..., Turn]) -> None:
    results = go(FakeEngine(), [turn("one"), turn("forget one")], limit())
    assert told(results) == ["one", "forget one"]


def test_who_was_cancelled_is_left_out_and_the_others_go_on(turn: Callable[..., Turn]) -> None:
    engine = FakeEngine()
    results = go(engine, [turn("one"), turn("two", lambda: True), turn("three")], limit())
    assert told(results) == ["one", "StepCancelled", "three"]
    assert engine.goes == [["one", "three"]]


def test_who_is_cancelled_under_way_stops_alone(turn: Callable[..., Turn]) -> None:
    engine = FakeEngine()
    asked: list[bool] = [False]

    def cancelled() -> bool:
        """Not at first, but as soon as the engine asks again."""
        asked.append(True)
        return len(asked) > 2

    turns = [turn("check"), turn("two", cancelled), turn("three")]
    assert told(go(engine, turns, limit())) == ["check", "StepCancelled", "three"]
    assert engine.goes == [["check", "two", "three"], ["check", "three"]]


def test_a_cancellation_that_nobody_asked_for_takes_nobody_along(
    turn: Callable[..., Turn],
) -> None:
    class Confused(FakeEngine):
        def together(self, work: Work) -> list[Outcome | ScenestreamError]:
            if len(work) > 1:
                raise StepCancelled("whose?")
            return super().together(work)

    assert told(go(Confused(), [turn("one"), turn("two")], limit())) == ["one", "two"]


def test_memory_that_ran_out_is_answered_with_half_as_many(turn: Callable[..., Turn]) -> None:
    engine, of_key = FakeEngine(holds=2), limit()
    words = [f"w{n}" for n in range(7)]
    assert told(go(engine, [turn(word) for word in words], of_key)) == words
    assert [len(words) for words in engine.goes] == [7, 4, 2, 2, 2, 1]
    assert of_key.most(8) == 2


def test_halves_that_fit_are_remembered(turn: Callable[..., Turn]) -> None:
    engine, of_key = FakeEngine(holds=4), limit()
    words = [f"w{n}" for n in range(8)]
    assert told(go(engine, [turn(word) for word in words], of_key)) == words
    assert [len(words) for words in engine.goes] == [8, 4, 4]
    assert of_key.most(8) == 4


def test_one_that_does_not_fit_alone_fails_with_what_helps(turn: Callable[..., Turn]) -> None:
    (failure,) = go(FakeEngine(holds=0), [turn("one")], limit())
    assert isinstance(failure, Failure)
    assert failure.code == "OutOfDeviceMemory"
    assert failure.message == (
        "1 pictures does not fit into the device's memory (it is said to be a test); ask for a "
        "smaller size, choose another engine, or run it on a GPU with more memory"
    )


def test_a_handler_of_single_steps_is_called_for_each(turn: Callable[..., Turn]) -> None:
    def handler(event: e.Event, context: Context) -> Outcome:
        if text_of(event) == "bad":
            raise BadInput("no")
        return done(text_of(event))

    assert told(go(handler, [turn("bad"), turn("one")], limit())) == ["BadInput", "one"]
