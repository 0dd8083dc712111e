"""Transforms agree with Unity's documented behaviour and with themselves."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import Node, Scene
from schemas.transform import (
    IDENTITY,
    Matrix,
    euler,
    inverse,
    local_position,
    multiply,
    rotation,
    rounded,
    scaled,
    transpose,
    turn,
    worlds,
)
from tests.strategies.pace import PROPERTY
from tests.strategies.scenes import places, scenes, turns
from tests.unity import quaternions

RIGHT, UP, FORWARD = Vec3(x=1), Vec3(y=1), Vec3(z=1)


def numbers(v: Vec3) -> tuple[float, float, float]:
    return v.x, v.y, v.z


def assert_same(a: Matrix, b: Matrix, within: float = 1e-9) -> None:
    assert [v for row in a for v in row] == pytest.approx([v for row in b for v in row], abs=within)


@pytest.mark.parametrize(
    ("degrees", "before", "after"),
    [
        (Vec3(x=90), FORWARD, Vec3(y=-1)),  # nose down
        (Vec3(y=90), FORWARD, RIGHT),  # to the right
        (Vec3(z=90), RIGHT, UP),  # counter-clockwise as seen from behind
        (Vec3(x=90, y=90), FORWARD, Vec3(y=-1)),  # X before Y
        (Vec3(x=90, y=90), UP, RIGHT),
        (Vec3(x=90, z=90), RIGHT, FORWARD),  # Z before X
        (
            Vec3(x=30, y=45),
            FORWARD,
            Vec3(x=math.sqrt(6) / 4, y=-0.5, z=math.sqrt(6) / 4),
        ),
    ],
)
def test_euler_degrees_turn_as_unitys_do(degrees: Vec3, before: Vec3, after: Vec3) -> None:
    assert numbers(turn(rotation(degrees), before)) == pytest.approx(numbers(after), abs=1e-12)


@PROPERTY
@given(turns)
def test_a_rotation_is_that_of_unitys_quaternion(degrees: Vec3) -> None:
    theirs = quaternions.matrix(quaternions.from_euler(_array(degrees)))
    assert [v for row in rotation(degrees) for v in row] == pytest.approx(theirs.flatten())


@PROPERTY
@given(turns)
def test_euler_degrees_of_a_rotation_give_it_back(degrees: Vec3) -> None:
    matrix = rotation(degrees)
    assert_same(rotation(euler(matrix)), matrix)


@pytest.mark.parametrize("x", [90.0, -90.0, 89.9999, -89.9999, 89.9999999])
def test_looking_straight_up_or_down_keeps_the_rotation(x: float) -> None:
    matrix = rotation(Vec3(x=x, y=30, z=50))
    assert_same(rotation(euler(matrix)), matrix, within=1e-4)


@PROPERTY
@given(turns, st.floats(0.1, 10), st.floats(-10, -0.1))
def test_the_inverse_undoes(degrees: Vec3, wide: float, mirrored: float) -> None:
    matrix = scaled(rotation(degrees), Vec3(x=wide, y=1, z=mirrored))
    assert_same(multiply(inverse(matrix), matrix), IDENTITY)


def test_what_is_flat_has_no_inverse() -> None:
    with pytest.raises(ZeroDivisionError):
        inverse(scaled(IDENTITY, Vec3(x=1, y=0, z=1)))


@PROPERTY
@given(turns)
def test_the_transpose_of_a_rotation_is_its_inverse(degrees: Vec3) -> None:
    assert_same(transpose(rotation(degrees)), inverse(rotation(degrees)))


def test_a_parent_moves_turns_and_scales_its_child() -> None:
    parent = Node(
        id=NodeId("p"),
        name="p",
        position=Vec3(x=10),
        rotation=Vec3(y=90),
        scale=Vec3(x=2, y=3, z=2),
    )
    child = Node(
        id=NodeId("c"),
        name="c",
        parent_id=parent.id,
        position=Vec3(y=1, z=1),
        scale=Vec3(x=5, y=1, z=1),
    )
    placed = worlds(Scene.of("s", [parent, child]))[child.id]
    assert numbers(placed.position) == pytest.approx((12, 3, 0))
    assert numbers(placed.scale) == pytest.approx((10, 3, 2))


def test_worlds_do_not_depend_on_the_order_of_nodes() -> None:
    child = Node(id=NodeId("c"), name="c", parent_id=NodeId("p"), position=Vec3(x=1))
    parent = Node(id=NodeId("p"), name="p", position=Vec3(y=1))
    backwards = Scene(name="s", nodes={child.id: child, parent.id: parent})
    assert worlds(backwards) == worlds(Scene.of("s", [child, parent]))


@PROPERTY
@given(scenes(), places)
def test_a_world_point_in_a_nodes_frame_and_back(scene: Scene, point: Vec3) -> None:
    for node in scene.nodes.values():
        if node.parent_id is None:
            continue
        parent = worlds(scene)[node.parent_id]
        local = local_position(parent, point)
        moved = node.model_copy(update={"position": local})
        there = worlds(
            Scene.of("s", [n if n.id != node.id else moved for n in scene.nodes.values()])
        )
        assert numbers(there[node.id].position) == pytest.approx(numbers(point), abs=1e-6)


def test_rounding_leaves_no_negative_zero() -> None:
    clean = rounded(Vec3(x=-1e-9, y=0.1 + 0.2, z=-0.0))
    assert (str(clean.x), clean.y, str(clean.z)) == ("0.0", 0.3, "0.0")


def _array(v: Vec3) -> quaternions.Array:
    return np.array(numbers(v))
