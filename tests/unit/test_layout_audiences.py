"""Many seats alike look at what there is to see, in rows, with it at the far wall."""

from __future__ import annotations

from math import atan2, degrees

import pytest

from consumers.decompose.rules import decompose
from consumers.layout import Placed
from schemas.ids import NodeId
from tests.layouts import called, made


def _misses(thing: Placed, other: Placed) -> float:
    """Degrees by which the front of a thing misses another, seen from above."""
    dx, dz = other.position.x - thing.position.x, other.position.z - thing.position.z
    return abs((degrees(atan2(dx, dz)) - thing.yaw + 180.0) % 360.0 - 180.0)


@pytest.mark.parametrize(
    ("text", "seats", "seen"),
    [
        ("a lecture hall with a stage and thirty chairs in five rows", "chair", "stage"),
        ("a church with an altar at the front and ten pews", "pew", "altar"),
        ("a cinema with a projector screen and 45 theater seats", "theater", "projector"),
        ("a training room with a whiteboard and twelve chairs", "chair", "whiteboard"),
        ("a wedding on the beach with an arch and 20 chairs in four rows", "chair", "arch"),
    ],
)
def test_an_audience_looks_at_what_there_is_to_see(text: str, seats: str, seen: str) -> None:
    layout = made(text)
    (watched,) = called(layout, seen)
    looks = sorted(_misses(seat, watched) for seat in called(layout, seats))
    assert looks[len(looks) // 2] < 30.0
    assert looks[-1] < 60.0
    assert all(seat.position.z < watched.position.z for seat in called(layout, seats))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a classroom with a blackboard and twelve student desks with chairs in three rows", 3),
        ("a chapel with six pews and an altar", 3),
        ("a hall with a stage and 16 folding chairs", 3),
        ("a classroom with a blackboard, a teacher's desk and four student desks", 1),
        ("a church with an altar and seven pews", 4),
    ],
)
def test_an_audience_is_in_rows(text: str, rows: int) -> None:
    layout = made(text)
    stem = next(s for s in ("student-desk", "pew", "folding") if s in "".join(layout.placed))
    assert len({round(p.position.z, 2) for p in called(layout, stem)}) == rows


def test_pupils_sit_at_their_own_desks() -> None:
    layout = made("a classroom with a blackboard and twelve student desks with chairs in rows")
    desks, chairs = called(layout, "student-desk"), called(layout, "chair")
    for chair in chairs:
        near = min(desks, key=lambda d: abs(d.position.x - chair.position.x)
                   + abs(d.position.z - chair.position.z))  # fmt: skip
        assert near.position.z > chair.position.z
        desks.remove(near)


@pytest.mark.parametrize(
    "text",
    [
        "a restaurant with a stage, three tables and twelve chairs",
        "a kindergarten with a whiteboard and eight small chairs in a circle",
        "a hall with a stage and eight chairs around a big round table",
    ],
)
def test_who_sits_elsewhere_is_no_audience(text: str) -> None:
    chairs = [p for n, p in made(text).placed.items() if "chair" in str(n)]
    assert len(chairs) >= 8
    assert len({round(p.yaw) for p in chairs}) > 1


def test_what_somebody_reads_is_where_they_sit() -> None:
    layout = made("an old man reading a newspaper in the armchair")
    (man,), (paper,) = called(layout, "old-man"), called(layout, "newspaper")
    assert abs(man.position.x - paper.position.x) + abs(man.position.z - paper.position.z) < 1.5


def test_what_is_asked_for_the_seats_wins() -> None:
    layout = made("a hall with a stage and six chairs against the left wall")
    room = layout.room
    assert all(p.position.x < room.x - room.width / 4 for p in called(layout, "chair"))


@pytest.mark.parametrize(
    ("text", "stools"),
    [
        ("a sushi bar with a counter, eight bar stools and a chef behind the counter", "bar-stool"),
        ("a pub with a bar and six stools, and two tables with four chairs each", "stool"),
        ("a kitchen with a kitchen island and three bar stools", "bar-stool"),
    ],
)
def test_stools_stand_in_a_row_before_a_counter_that_is_long_enough(text: str, stools: str) -> None:
    layout = made(text)
    counter = next(p for n, p in layout.placed.items()
                   if str(n) in {"counter", "bar", "kitchen-island"})  # fmt: skip
    row = called(layout, stools)
    assert len({round(p.position.z, 2) for p in row}) == 1
    assert max(p.position.x for p in row) - min(p.position.x for p in row) < counter.size[0]


def test_a_counter_without_stools_is_as_long_as_usual() -> None:
    plain = decompose("a shop with a counter and a chair").wishes[0].recipe.size
    many = decompose("a shop with a counter and 9 bar stools").wishes[0].recipe.size
    said = decompose("a shop with a 2 m wide counter and 9 bar stools").wishes[0].recipe.size
    assert plain[0] < 2.0 == said[0] < many[0]
    assert decompose("a shop with a counter; ten stools against the wall").wishes[
        0
    ].recipe.size == (plain)


def test_a_teacher_has_the_desk_by_the_board_and_the_pupils_keep_away_from_it() -> None:
    layout = made(
        "a classroom with six desks, a blackboard on the wall, a teacher and a globe on the"
        " teacher's desk"
    )
    pupils = [p for n, p in layout.placed.items() if str(n).startswith("desk")]
    (own,), (teacher,) = called(layout, "teacher-desk"), [layout.placed[NodeId("teacher")]]
    assert len(pupils) == 6
    assert max(p.position.z for p in pupils) < min(own.position.z, teacher.position.z)


def test_speakers_stand_by_what_is_watched() -> None:
    layout = made("a lecture hall with a stage, a podium and thirty chairs in five rows")
    (stage,), (podium,) = called(layout, "stage"), called(layout, "podium")
    assert NodeId("podium") in layout.placed
    assert abs(podium.position.z - stage.position.z) < stage.size[2]
