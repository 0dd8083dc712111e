"""Random scenes whose transforms the shipping client can build exactly, and random edits of them.

A rotated node never stands below an unevenly scaled one: there Unity's ``lossyScale`` is only an
approximation (see ``schemas.transform``), and no two engines need agree.
"""

from __future__ import annotations

from hypothesis import strategies as st

from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import (
    Color,
    Component,
    DirectionalLight,
    Dynamic,
    GradientSkybox,
    Node,
    PointLight,
    Primitive,
    Scene,
    SpotLight,
)

IDS = [NodeId(n) for n in ("table", "chair", "лампа", "a/b~c", "n 5", "n6", "n7", "n8")]
NAMES = ["chair", "стол", "lamp 2"]
ASSETS = ["oak-table", "red-chair", "glass"]

coordinates = st.integers(-5_000, 5_000).map(lambda n: n / 1000)
places = st.builds(Vec3, x=coordinates, y=coordinates, z=coordinates)
angles = st.sampled_from([0.0, 90.0, -90.0, 180.0]) | st.integers(-3600, 3600).map(lambda n: n / 10)
turns = st.builds(Vec3, x=angles, y=angles, z=angles)
factors = st.integers(5, 30).map(lambda n: n / 10)
channels = st.integers(0, 255).map(lambda n: n / 255)
colors = st.builds(Color, r=channels, g=channels, b=channels)
skies = st.builds(GradientSkybox, color1=colors, color2=colors)

primitives = st.builds(
    Primitive, shape=st.sampled_from(["cube", "sphere", "plane", "quad"]), color=colors
)
dynamics = st.builds(Dynamic, id=st.sampled_from(ASSETS))
lights: st.SearchStrategy[Component] = st.one_of(
    st.builds(SpotLight, color=colors, range=factors, spot_angle=factors),
    st.builds(PointLight, color=colors, range=factors),
    st.builds(DirectionalLight, color=colors, intensity=factors),
)
looks: st.SearchStrategy[tuple[Component, ...]] = st.lists(
    st.one_of(primitives, dynamics, lights), max_size=2
).map(tuple)


@st.composite
def nodes(draw: st.DrawFn, node_id: NodeId, parent: Node | None, even: bool) -> Node:
    """A node; below an unevenly scaled parent (not ``even``) it is not rotated."""
    factor = draw(factors)
    scale = draw(
        st.just(Vec3(x=factor, y=factor, z=factor))
        | st.builds(Vec3, x=factors, y=factors, z=factors)
    )
    return Node(
        id=node_id,
        name=draw(st.sampled_from(NAMES)),
        parent_id=parent.id if parent else None,
        position=draw(places),
        rotation=draw(turns) if even else Vec3(),
        scale=scale,
        components=draw(looks),
    )


@st.composite
def scenes(draw: st.DrawFn, ids: tuple[NodeId, ...] = tuple(IDS)) -> Scene:
    """A scene of some of ``ids`` in a random hierarchy."""
    chosen = draw(st.lists(st.sampled_from(ids), unique=True, max_size=len(ids)))
    placed: list[Node] = []
    even: dict[NodeId | None, bool] = {None: True}
    for node_id in chosen:
        parent = draw(st.none() | st.sampled_from(placed)) if placed else None
        above = even[parent.id if parent else None]
        node = draw(nodes(node_id, parent, above))
        even[node_id] = above and node.scale.x == node.scale.y == node.scale.z
        placed.append(node)
    return Scene.of(draw(st.sampled_from(["room", "парк"])), placed, draw(st.none() | skies))


@st.composite
def edited(draw: st.DrawFn, before: Scene) -> Scene:
    """``before`` after a person's kind of edit: things moved, turned, resized, re-parented,
    renamed, recoloured, given other meshes, removed, added."""
    kept = [n for n in before.nodes.values() if draw(st.integers(0, 9)) > 1]
    present = {n.id for n in kept}
    after = [draw(_changed(n, present)) for n in kept]
    fresh = [i for i in IDS if i not in before.nodes]
    for node_id in draw(st.lists(st.sampled_from(fresh), unique=True)) if fresh else []:
        parent = draw(st.none() | st.sampled_from(after)) if after else None
        after.append(draw(nodes(node_id, parent, even=False)))
    return _exact(Scene.of(before.name, _untangled(after), draw(st.just(before.skybox) | skies)))


@st.composite
def _changed(draw: st.DrawFn, node: Node, present: set[NodeId]) -> Node:
    parents: list[NodeId | None] = [None, *sorted(present - {node.id})]
    stays = node.parent_id if node.parent_id in present else None
    components = node.components
    match draw(st.integers(0, 5)):
        case 0:
            components = draw(looks)
        case 1:
            components = tuple(_recoloured(c, draw(colors), draw(dynamics)) for c in components)
    return node.model_copy(
        update={
            "name": draw(st.just(node.name) | st.just(node.name) | st.sampled_from(NAMES)),
            "parent_id": draw(st.just(stays) | st.just(stays) | st.sampled_from(parents)),
            "position": draw(st.just(node.position) | places),
            "rotation": draw(st.just(node.rotation) | turns),
            "scale": draw(st.just(node.scale) | factors.map(lambda f: Vec3(x=f, y=f, z=f))),
            "components": components,
        }
    )


def _recoloured(component: Component, color: Color, other: Dynamic) -> Component:
    if isinstance(component, Dynamic):
        return other
    return component.model_copy(update={"color": color})


def _untangled(found: list[Node]) -> list[Node]:
    """``found`` with a node that became its own ancestor put at the root."""
    known = {n.id: n for n in found}
    for node in found:
        walked = {node.id}
        parent = known[node.id].parent_id
        while parent is not None and parent not in walked:
            walked.add(parent)
            parent = known[parent].parent_id
        if parent is not None:
            known[node.id] = known[node.id].model_copy(update={"parent_id": None})
    return list(known.values())


def _exact(scene: Scene) -> Scene:
    """``scene`` without rotations below unevenly scaled nodes."""
    even: dict[NodeId | None, bool] = {None: True}
    straight: list[Node] = []
    for node in scene.nodes.values():
        above = even[node.parent_id]
        even[node.id] = above and node.scale.x == node.scale.y == node.scale.z
        straight.append(node if above else node.model_copy(update={"rotation": Vec3()}))
    return Scene.of(scene.name, straight, scene.skybox)
