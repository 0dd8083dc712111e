"""A leak is told from a cache by its slope, and a run from another by what it came to."""

from __future__ import annotations

from ops.fuzz import figures
from ops.fuzz.memory import LEAKED_B, LOOKS, Memory
from ops.fuzz.running import Found
from ops.fuzz.sockets import Told


def looked(frames: int, kib: list[int]) -> Memory:
    """A run of ``frames`` that held ``kib`` when it was looked at."""
    memory = Memory(frames)
    for done in range(frames + 1):
        if memory.is_due(done) and len(memory.looks) < len(kib):
            memory.note(done, kib[len(memory.looks)])
    return memory


def test_it_is_looked_at_in_the_second_half_alone_and_so_often() -> None:
    memory = looked(1_200, [100] * LOOKS)
    assert [done for done, _ in memory.looks] == list(range(600, 1_200, 50))
    assert (memory.slope_b, memory.leaks) == (0.0, False)


def test_what_every_frame_leaves_behind_is_a_leak() -> None:
    memory = looked(120_000, [100_000 + 200 * n for n in range(LOOKS)])
    assert round(memory.slope_b, 2) == round(200 * 1024 / 5_000, 2)
    assert memory.leaks


def test_what_goes_up_and_down_or_was_filled_once_is_none() -> None:
    swaying = looked(120_000, [100_000 + 900 * (n % 2) for n in range(LOOKS)])
    once = looked(1_200, [100_000, *[100_400] * (LOOKS - 1)])
    assert not swaying.leaks
    assert once.slope_b > LEAKED_B
    assert not once.leaks
    assert not Memory(0).leaks


def test_a_run_comes_to_frames_what_must_not_be_and_what_is_held() -> None:
    leak = looked(120_000, [100_000 + 200 * n for n in range(LOOKS)])
    door = Found("a door", runs=1_000, bad={"ZeroDivisionError": b"x"}, memory=leak)
    other = Found("another", runs=1_000, memory=looked(1_200, [100] * LOOKS))
    over = Told(sent=500, bad=["it fell"], memory=looked(1_200, [100] * LOOKS))
    told = {f.name: (f.value, f.met) for f in figures.of([door, other, over])}
    assert not door.is_clean
    assert told == {
        "fuzz: mutated frames over all doors": (2_500, None),
        "fuzz: crashes and bytes told to strangers": (2, False),
        "fuzz: a door's memory, the worst one's": (leak.slope_b, False),
        "fuzz: the gateway's memory": (0.0, True),
    }
