"""Scenes in messages of the new protocol: what is written is read, and changes add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import wire_v2_pb2 as pb
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import (
    AreaLight,
    Color,
    CubedSkybox,
    GradientSkybox,
    Node,
    Scene,
    Skybox,
    SunSkybox,
    Vec4,
)
from schemas.scene_v2 import (
    BadScene,
    View,
    node_message,
    read_nodes,
    read_skybox,
    scene_hash,
    skybox_message,
)
from tests.bare_v2 import Shown
from tests.strategies.scenes import ASSETS, edited, scenes

RED, BLUE = Color(r=1, g=0, b=0), Color(r=0.1, g=0.2, b=1, a=0.5)
UP = Vec4(x=0, y=1, z=0)


def shown(*changes: pb.SceneChange | None) -> Shown:
    """What a client shows after ``changes``: it checks every one of them."""
    client = Shown(assets={a: pb.Asset(id=a) for a in ASSETS})
    for change in changes:
        if change is not None:
            client.apply(pb.ServerFrame(scene=change))
    return client


def test_an_empty_scene_hashes_to_a_number_that_never_changes() -> None:
    # sha256("name:"), first eight bytes, least significant first.
    assert scene_hash(None) == scene_hash(Scene(name="")) == Shown().hash == 0x62AEACF503D5D6D0


@given(st.data())
def test_a_client_that_applies_every_change_shows_the_scene(data: st.DataObject) -> None:
    scene = data.draw(scenes())
    view = View()
    changes: list[pb.SceneChange | None] = [view.whole(scene)]
    for _ in range(3):
        scene = data.draw(edited(scene))
        changes.append(view.become(scene))
        assert view.hash == scene_hash(scene)
    client = shown(*changes)
    assert client.hash == scene_hash(scene)
    assert set(client.nodes) == set(scene.nodes)
    assert view.become(scene) is None


@given(st.data())
def test_what_is_sent_can_be_read_again(data: st.DataObject) -> None:
    scene = data.draw(scenes())
    read = Scene.of(scene.name, read_nodes(node_message(n) for n in scene.nodes.values()))
    assert scene_hash(read) == scene_hash(scene.model_copy(update={"skybox": None}))
    for before, after in zip(scene.nodes.values(), read.nodes.values(), strict=True):
        assert (before.id, before.name, before.parent_id) == (after.id, after.name, after.parent_id)
        assert after.position == before.position  # in thousandths, which a float keeps


@pytest.mark.parametrize(
    "sky",
    [
        None,
        GradientSkybox(color1=RED, color2=BLUE, intensity=0.5, exponent=2.0),
        CubedSkybox(tint_color=RED, exposure=1.5, rotation=30, cube_map="clouds"),
        SunSkybox(
            top_color=RED,
            horizon_color=BLUE,
            bottom_color=RED,
            sun_color=BLUE,
            sun_vector=UP,
            sun_alpha=0.25,
        ),
    ],
    ids=["none", "gradient", "cubed", "sun"],
)
def test_every_sky_comes_back_as_it_was(sky: Skybox | None) -> None:
    assert read_skybox(skybox_message(sky)) == sky


@pytest.mark.parametrize(
    "light",
    [
        AreaLight(color=RED, shape="disk", range=3.5, radius=0.5),
        AreaLight(color=BLUE, shape="rectangle", range=3.5, width=2, height=1),
    ],
)
def test_area_lights_come_back_as_they_were(light: AreaLight) -> None:
    node = Node(id=NodeId("n"), name="n", components=(light,))
    assert list(read_nodes([node_message(node)])) == [node]


@pytest.mark.parametrize(
    ("message", "why"),
    [
        (pb.Node(name="x"), "it has no id"),
        (pb.Node(id="n", components=[pb.Component()]), "neither primitive nor mesh nor light"),
        (pb.Node(id="n", position=pb.Vec3(x=float("nan"))), "finite"),
        (pb.Node(id="n", scale=pb.Vec3(x=float("inf"))), "finite"),
        (
            pb.Node(
                id="n",
                components=[pb.Component(primitive=pb.Primitive(color=pb.Color(r=2, a=1)))],
            ),
            "less than or equal to 1",
        ),
        (
            pb.Node(id="n", components=[pb.Component(primitive={"shape": 6})]),
            "6 is none of cube",
        ),
        (
            pb.Node(id="n", components=[pb.Component(primitive={"shape": -1})]),
            "-1 is none of cube",
        ),
        (
            pb.Node(id="n", components=[pb.Component(light={"mode": 3})]),
            "3 is none of realtime",
        ),
    ],
)
def test_a_node_that_is_none_is_refused(message: pb.Node, why: str) -> None:
    with pytest.raises(BadScene, match=why):
        list(read_nodes([message]))


def test_a_moved_node_is_all_that_is_sent() -> None:
    nodes = [Node(id=NodeId(f"n{i}"), name=f"n{i}") for i in range(50)]
    before = Scene.of("room", nodes)
    moved = nodes[7].model_copy(update={"position": Vec3(x=1)})
    after = Scene.of("room", [moved if n.id == moved.id else n for n in nodes])
    view = View()
    view.whole(before)
    change = view.become(after)
    assert change is not None
    assert [n.id for n in change.upserts] == ["n7"]
    assert not change.removed
    assert not change.whole


def test_no_scene_any_more_clears_what_was_shown() -> None:
    view = View()
    changes = [view.whole(Scene.of("room", [Node(id=NodeId("n"), name="n")])), view.whole(None)]
    client = shown(*changes)
    assert (client.nodes, client.hash) == ({}, scene_hash(None))
