"""The Python client's core, without I/O: what a drop, rubbish and refusals come to."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any, TypeVar

import pytest

from gateway.sdk.python.scenestream_client import (
    Backoff,
    Connection,
    Diverged,
    Mirror,
    OutOfStep,
    Refused,
    Rejoined,
    pb,
)
from gateway.sdk.python.scenestream_client.connection import (
    Effect,
    Leave,
    Note,
    Opened,
    Rejoin,
    Send,
    Settled,
    Tell,
)
from schemas import wire_v2_pb2
from tests.bare_v2 import Shown

SESSION = "s1"
T = TypeVar("T")


class Clock:
    def __init__(self) -> None:
        self.s = 0.0

    def __call__(self) -> float:
        return self.s


def connection(clock: Clock | None = None, **hello: Any) -> Connection:
    names = (f"c{n}" for n in itertools.count(1))
    backoff = Backoff(first_s=1.0, most_s=8.0, chance=lambda: 1.0)
    return Connection(pb.Hello(**hello), clock or Clock(), backoff, lambda: next(names))


def frame(**what: Any) -> bytes:
    return bytes(pb.ServerFrame(**what).SerializeToString())


def change(mirror: Mirror, **what: Any) -> pb.SceneChange:
    """A change of what ``mirror`` shows with the hash that it leads to, by the bare client."""
    told, shown = pb.SceneChange(**what), Shown()
    for node in mirror.nodes.values():
        shown.nodes[node.id] = wire_v2_pb2.Node.FromString(node.SerializeToString())
    shown._change(wire_v2_pb2.SceneChange.FromString(told.SerializeToString()))
    told.hash = shown.hash
    return told


def welcome(resumed: bool = False, cursor: str = "k0", max_frame: int = 1000) -> bytes:
    told = pb.Welcome(session=SESSION, role="edit", resumed=resumed, max_frame=max_frame)
    scene = None if resumed else pb.SceneChange(whole=True, hash=Mirror().hash)
    return frame(welcome=told, scene=scene, cursor="" if resumed else cursor)


def welcomed(**hello: Any) -> Connection:
    core = connection(**hello)
    core.opened()
    core.receive(welcome())
    return core


def hello(core: Connection) -> pb.Hello:
    said: pb.Hello = pb.ClientFrame.FromString(core.opened()).hello
    return said


def only(effects: Iterable[Effect], kind: type[T]) -> list[T]:
    return [e for e in effects if isinstance(e, kind)]


def sent(effects: Iterable[Effect]) -> list[str]:
    return [pb.ClientFrame.FromString(s.data).id for s in only(effects, Send)]


def accepted(command: str, cursor: str = "k1") -> bytes:
    told = pb.Accepted(command=command)
    return frame(accepted=told, request=f"m.{command}", cursor=cursor)


def completed(command: str, cursor: str = "k2") -> bytes:
    return frame(completed=pb.Completed(text="Done."), request=f"m.{command}", cursor=cursor)


def test_its_messages_are_the_servers() -> None:
    ours, theirs = pb.DESCRIPTOR.serialized_pb, wire_v2_pb2.DESCRIPTOR.serialized_pb
    assert ours == theirs, "make proto"
    assert pb.DESCRIPTOR.pool is not wire_v2_pb2.DESCRIPTOR.pool  # versions may differ in a process


def test_a_client_joins_and_after_a_drop_resumes_where_it_was() -> None:
    core = connection(client="x", progress=True)
    first = hello(core)
    assert (first.session, first.cursor, first.progress) == ("", "", True)
    core.receive(welcome())
    core.receive(accepted("theirs", "k7"))
    core.lost()
    again = hello(core)
    assert (again.session, again.cursor) == (SESSION, "k7")


def test_a_command_is_sent_again_until_it_is_known_what_became_of_it() -> None:
    core = connection()
    early, nothing = core.command(text=pb.Text(text="a room"))
    assert nothing == []
    core.opened()
    assert sent(core.receive(welcome())) == [early]
    late, now = core.command(text=pb.Text(text="a cat"))
    assert sent(now) == [late]
    assert only(core.receive(accepted(early)), Opened)[0].request == f"m.{early}"
    core.lost()
    core.opened()
    assert sent(core.receive(welcome(resumed=True))) == [early, late]
    settled = only(core.receive(completed(early)), Settled)
    assert [(s.command, s.end is not None) for s in settled] == [(early, True)]
    core.lost()
    core.opened()
    assert sent(core.receive(welcome(resumed=True))) == [late]


def kinds(effects: Iterable[Effect]) -> list[str]:
    return [told.event.kind for told in only(effects, Tell)]


def test_what_is_told_again_settles_a_command_and_is_no_second_event() -> None:
    core = welcomed()
    command, _ = core.command(text=pb.Text(text="a room"))
    assert kinds(core.receive(accepted(command))) == ["accepted"]
    assert kinds(core.receive(accepted(command, ""))) == []
    assert kinds(core.receive(completed(command))) == ["completed"]
    assert core.receive(completed(command, "")) == []
    assert core.cursor == "k2"


def test_what_was_missed_is_an_event_when_it_is_told_again_and_not_once_more() -> None:
    core = welcomed()
    command, _ = core.command(text=pb.Text(text="a room"))
    again = [*core.receive(accepted(command, "")), *core.receive(completed(command, ""))]
    assert kinds(again) == ["accepted", "completed"]
    assert [s.command for s in only(again, Settled)] == [command]
    assert core.cursor == "k0"
    late = [*core.receive(accepted(command)), *core.receive(completed(command))]
    assert kinds(late) == []  # it was on its way when it was told again
    assert core.cursor == "k2"
    assert kinds(core.receive(completed(command, "k3"))) == ["completed"]  # redriven


def test_a_hand_edit_is_settled_by_taken_with_the_conflicts_before_it() -> None:
    core = welcomed()
    command, _ = core.command(scene_state=pb.SceneState(base=1))
    member = pb.Conflict.Member(node="n1", member="position")
    core.receive(frame(conflict=pb.Conflict(kept=[member])))
    (settled,) = only(core.receive(frame(taken=pb.Taken(command=command))), Settled)
    assert settled.conflicts == (member,)
    other, _ = core.command(scene_state=pb.SceneState(base=1))
    (settled,) = only(core.receive(frame(taken=pb.Taken(command=other))), Settled)
    assert settled.conflicts == ()


def test_a_refused_command_is_not_sent_again() -> None:
    core = welcomed()
    command, _ = core.command(text=pb.Text(text=""))
    told = pb.Refused(command=command, category="bad_input", code="BadInput", message="empty")
    (settled,) = only(core.receive(frame(refused=told)), Settled)
    assert settled.refused is not None
    assert (settled.refused.category, str(settled.refused)) == ("bad_input", "empty")
    assert core.pending == {}


def test_a_command_longer_than_the_server_takes_is_refused_here() -> None:
    core = welcomed()
    _, effects = core.command(audio=pb.Audio(wav=b"x" * 2000))
    (settled,) = only(effects, Settled)
    assert settled.refused is not None
    assert settled.refused.category == "too_large"
    assert core.pending == {}


@pytest.mark.parametrize("message", ["text", b"\xff\xff\xff"])
def test_after_rubbish_it_comes_back_with_its_cursor(message: bytes | str) -> None:
    core = welcomed()
    effects = core.receive(message)
    assert only(effects, Rejoin)
    core.lost()
    assert hello(core).cursor == "k0"


def test_before_the_welcome_nothing_else_counts() -> None:
    core = connection()
    core.opened()
    assert only(core.receive(accepted("x")), Rejoin)
    assert core.cursor == ""


def test_to_another_session_it_is_not_welcomed() -> None:
    core = connection(session="mine")
    core.opened()
    assert only(core.receive(welcome()), Rejoin)


@pytest.mark.parametrize(
    "wrong",
    [
        pb.SceneChange(upserts=[pb.Node(id="a")], hash=1),
        pb.SceneChange(upserts=[pb.Node(id="a", parent="nobody")]),
        pb.SceneChange(removed=["nobody"], hash=Mirror().hash),
        pb.SceneChange(name="other", hash=Mirror().hash),
    ],
)
def test_out_of_step_it_says_so_keeps_its_scene_and_asks_for_the_whole(
    wrong: pb.SceneChange,
) -> None:
    core = welcomed()
    before = core.mirror.hash
    effects = core.receive(frame(scene=wrong, cursor="k9"))
    assert isinstance(only(effects, Note)[0].notice, OutOfStep)
    assert only(effects, Rejoin)
    assert (core.mirror.hash, len(core.mirror.nodes)) == (before, 0)
    core.lost()
    again = hello(core)
    assert (again.session, again.cursor) == (SESSION, "")
    told = only(core.receive(welcome(cursor="k10")), Note)
    assert told == [Note(Rejoined(resumed=False))]


def test_a_change_is_applied_whole_or_not_at_all() -> None:
    mirror = Mirror()
    mirror.apply(pb.ServerFrame(scene=change(mirror, upserts=[pb.Node(id="a"), pb.Node(id="b")])))
    bad = change(mirror, upserts=[pb.Node(id="c")], removed=["a"], revision=7)
    bad.hash ^= 1
    with pytest.raises(Diverged, match="revision 7"):
        mirror.apply(pb.ServerFrame(scene=bad))
    assert (list(mirror.nodes), mirror.revision) == (["a", "b"], 0)
    bad.hash ^= 1
    mirror.apply(pb.ServerFrame(scene=bad))
    assert (list(mirror.nodes), mirror.revision) == (["b", "c"], 7)


def test_a_cursor_that_is_refused_is_forgotten() -> None:
    core = welcomed()
    core.lost()
    assert hello(core).cursor == "k0"
    told = pb.Refused(category="bad_input", code="BadCursor", message="none of ours")
    assert only(core.receive(frame(refused=told)), Rejoin)
    core.lost(1008)
    assert hello(core).cursor == ""


@pytest.mark.parametrize("category", ["not_found", "unauthenticated", "forbidden"])
def test_a_hello_that_is_refused_for_good_ends_it(category: str) -> None:
    core = connection()
    core.opened()
    told = pb.Refused(category=category, code="X", message="no")
    (leave,) = only(core.receive(frame(refused=told)), Leave)
    assert isinstance(leave.why, Refused)
    assert leave.why.category == category


def test_a_server_that_is_busy_is_asked_again_when_it_says() -> None:
    core = connection()
    core.opened()
    told = pb.Refused(category="unavailable", code="Busy", message="wait", retry_after_s=30)
    assert only(core.receive(frame(refused=told)), Leave) == []
    assert core.lost(1013) == 30


def test_a_session_that_is_gone_ends_it() -> None:
    core = welcomed()
    told = pb.Refused(category="not_found", code="SessionErased", message="erased")
    core.receive(frame(refused=told))
    verdict = core.lost(1008)
    assert isinstance(verdict, Refused)
    assert verdict.code == "SessionErased"


def test_it_waits_longer_each_time_until_a_connection_lasts() -> None:
    clock = Clock()
    core = connection(clock)
    assert [core.lost() for _ in range(5)] == [1, 2, 4, 8, 8]
    core.opened()
    core.receive(welcome())
    assert core.lost() == 8  # it was there for no time
    core.opened()
    core.receive(welcome())
    clock.s += 60
    assert core.lost() == 1


def test_a_replay_goes_on_where_it_stood() -> None:
    core = connection(session=SESSION, replay=pb.Playback(speed=1))
    core.opened()
    core.receive(welcome(cursor=""))
    core.receive(frame(played=pb.Played(at="1700000000000-0", speed=4, paused=False)))
    assert hello(core).replay.seek == "1700000000000-0"
    (told,) = only(core.receive(welcome(cursor="")), Tell)
    assert told.event.kind == "welcome"
    done = frame(completed=pb.Completed(), request="m.x", at_ms=1_700_000_000_250)
    assert only(core.receive(done), Tell)
    again = hello(core).replay
    assert (again.speed, again.paused) == (4, False)
    assert again.seek == "2023-11-14T22:13:20.250000+00:00"


def test_what_the_future_tells_is_an_event_without_a_kind() -> None:
    core = welcomed()
    (told,) = only(core.receive(b"\xca\x3e\x02\x08\x01"), Tell)
    assert (told.event.kind, told.event.what) == ("", None)
