"""What fuzzing found worth keeping comes by every door again: typed refusals, nothing else."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ops.fuzz import corpus, mutation
from ops.fuzz.doors import Breach, Door, doors
from ops.fuzz.running import fuzz, outcome
from schemas import wire_v2_pb2 as pb
from schemas.errors import BadInput

DOORS = {door.name: door for door in doors()}


@pytest.mark.parametrize("name", DOORS)
def test_the_corpus_is_refused_or_taken_by_every_door(name: str) -> None:
    bad: dict[str, bytes] = {}
    found = corpus.read(name)
    assert found
    for data in (*found.values(), *DOORS[name].seeds):
        outcome(DOORS[name], data, bad)
    assert bad == {}


@pytest.mark.parametrize("name", DOORS)
def test_a_little_fuzzing_finds_nothing(name: str) -> None:
    assert fuzz(DOORS[name], 150, seed=1).bad == {}


def test_crashes_and_breaches_are_noted_with_their_input(tmp_path: Path) -> None:
    def enter(data: bytes) -> str:
        if data.startswith(b"a"):
            raise BadInput("refused")
        if data.startswith(b"b"):
            raise Breach("it got in")
        raise ZeroDivisionError

    door, bad = Door("test", enter, (b"c",)), dict[str, bytes]()
    assert [outcome(door, data, bad) for data in (b"a", b"b", b"c")] == [
        "refused BadInput", "bad", "bad",
    ]  # fmt: skip
    assert bad == {"breach: it got in": b"b", "ZeroDivisionError: ": b"c"}
    assert not fuzz(door, 3, seed=1, folder=tmp_path).is_clean


def test_the_same_seed_draws_the_same_commands() -> None:
    once, again = (mutation.command(random.Random(5)) for _ in range(2))
    assert once == again
    chance = random.Random(5)
    kinds = {
        pb.ClientFrame.FromString(mutation.command(chance)).WhichOneof("command")
        for _ in range(500)
    }
    assert len(kinds) == len(pb.ClientFrame.DESCRIPTOR.oneofs_by_name["command"].fields)


def test_a_corpus_keeps_the_shortest_input_of_each_outcome(tmp_path: Path) -> None:
    many = {f"outcome {n}": b"x" * n for n in range(100)}
    corpus.write("door", {**many, "long": b"x" * 9_000}, tmp_path)
    kept = corpus.read("door", tmp_path)
    assert len(kept) == corpus.MOST
    assert kept == {said: many[said] for said in kept}
    assert "long" not in kept
