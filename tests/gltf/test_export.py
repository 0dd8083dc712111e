"""Whole scenes as GLBs: valid by Khronos's account, and standing where the canonical scene says."""

from __future__ import annotations

import io
import json
import math
import struct
from typing import Any

import numpy as np
import pytest
import trimesh
from hypothesis import given, settings
from PIL import Image

from consumers.greybox.build import build
from consumers.greybox.glb import to_glb
from gateway.export.container import pack, unpack
from gateway.export.errors import BadMesh, UnknownExtension
from gateway.export.primitives import shape
from gateway.export.scene_glb import scene_glb
from schemas.artifacts import GLB, ArtifactRef
from schemas.gltf import quaternion
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.recipe import Recipe
from schemas.scene import (
    PRIMITIVE_SIZE,
    AreaLight,
    Color,
    Dynamic,
    Node,
    Primitive,
    Scene,
    SpotLight,
)
from schemas.transform import rotation, worlds
from tests.gltf.validator import validate
from tests.strategies.scenes import ASSETS, scenes, turns

RED = Color(r=1.0, g=0.2, b=0.1)
MESHES = {
    name: to_glb(build(Recipe(noun=noun, label=noun, size=(0.5, 0.9, 0.5))))
    for name, noun in zip(ASSETS, ("table", "chair", "lamp"), strict=True)
}


def ref(n: int) -> ArtifactRef:
    return ArtifactRef(sha256=f"{n:064x}", size=1, media_type=GLB)


REFS = {name: ref(n) for n, name in enumerate(MESHES)}


def made(scene: Scene, meshes: dict[str, bytes] | None = None) -> bytes:
    given = MESHES if meshes is None else meshes
    refs = {name: ref(n) for n, name in enumerate(given)}
    by_hash = {refs[name].sha256: data for name, data in given.items()}
    return scene_glb(scene, refs, lambda wanted: by_hash[wanted.sha256])


@settings(max_examples=40, deadline=None)
@given(scenes())
def test_every_scene_is_a_valid_glb(scene: Scene) -> None:
    report = validate(made(scene))
    assert (report.errors, report.warnings) == (0, 0), report.messages


@settings(max_examples=40, deadline=None)
@given(scenes())
def test_every_node_stands_where_it_does_in_the_canonical_frame_mirrored(scene: Scene) -> None:
    document, _ = unpack(made(scene))
    found = matrices(document)
    for node_id, world in worlds(scene).items():
        linear = np.array(world.linear)
        mirror = np.diag([-1.0, 1.0, 1.0])
        there = world.position
        assert np.allclose(found[node_id][:3, :3], mirror @ linear @ mirror, atol=1e-6)
        assert np.allclose(found[node_id][:3, 3], [-there.x, there.y, there.z], atol=1e-6)


def matrices(document: dict[str, Any]) -> dict[str, Any]:
    """World matrices of the scene's own nodes, by their ids."""
    found: dict[str, Any] = {}

    def walk(index: int, above: Any) -> None:
        node = document["nodes"][index]
        matrix = above @ trimesh.transformations.compose_matrix(
            scale=node.get("scale"), translate=node.get("translation")
        )
        if "rotation" in node:
            x, y, z, w = node["rotation"]
            turn = trimesh.transformations.quaternion_matrix([w, x, y, z])
            move = np.eye(4)
            move[:3, 3] = node.get("translation", [0, 0, 0])
            matrix = above @ move @ turn @ np.diag([*node.get("scale", [1, 1, 1]), 1])
        if "id" in node.get("extras", {}):
            found[node["extras"]["id"]] = matrix
        for child in node.get("children", ()):
            walk(child, matrix)

    for root in document["scenes"][0].get("nodes", ()):
        walk(root, np.eye(4))
    return found


@given(turns)
def test_a_quaternion_is_its_matrix(euler: Vec3) -> None:
    matrix = rotation(euler)
    x, y, z, w = quaternion(matrix)
    back = trimesh.transformations.quaternion_matrix([w, x, y, z])[:3, :3]
    assert np.allclose(back, np.array(matrix), atol=1e-9)


@pytest.mark.parametrize("kind", PRIMITIVE_SIZE)
def test_primitives_have_unitys_sizes_and_look_outward(kind: str) -> None:
    drawn = shape(kind)
    points = np.array(drawn.positions)
    assert np.allclose(np.ptp(points, axis=0), PRIMITIVE_SIZE[kind], atol=1e-6)
    assert np.allclose(np.linalg.norm(drawn.normals, axis=1), 1)
    for a, b, c in zip(*[iter(drawn.triangles)] * 3, strict=True):
        face = np.cross(points[b] - points[a], points[c] - points[a])
        assert np.linalg.norm(face) > 1e-9
        assert face @ np.sum([drawn.normals[n] for n in (a, b, c)], axis=0) > 0


def chairs(many: int) -> Scene:
    return Scene.of(
        "room",
        [
            Node(id=NodeId(f"c{n}"), name="chair", components=(Dynamic(id="red-chair"),))
            for n in range(many)
        ],
    )


def test_equal_meshes_lie_in_the_file_once() -> None:
    one, many = made(chairs(1)), made(chairs(40))
    assert len(many) < len(one) + 40 * 400
    assert len(unpack(one)[0]["accessors"]) == len(unpack(many)[0]["accessors"])
    loaded: Any = trimesh.load(io.BytesIO(many), file_type="glb")
    assert len(loaded.graph.nodes_geometry) == 40 * len(unpack(one)[0]["meshes"])


def test_colours_are_linear_lights_shine_along_their_node_and_nothing_is_lost() -> None:
    spot = SpotLight(color=RED, range=4, spot_angle=200, intensity=2)
    area = AreaLight(color=RED, shape="disk", radius=0.5, range=3)
    cube = Primitive(shape="cube", color=Color(r=0.5, g=0, b=1, a=0.4))
    scene = Scene.of("x", [Node(id=NodeId("n"), name="стол", components=(cube, spot, area, cube))])
    data = made(scene)
    assert validate(data).errors == 0
    document, _ = unpack(data)
    (material,) = document["materials"]
    assert material["pbrMetallicRoughness"]["baseColorFactor"] == pytest.approx(
        [0.21404, 0, 1, 0.4], abs=1e-5
    )
    assert material["alphaMode"] == "BLEND"
    told = document["extensions"]["KHR_lights_punctual"]["lights"]
    assert [light["type"] for light in told] == ["spot", "spot"]
    assert told[0]["intensity"] == pytest.approx(2 * math.pi)
    node = document["nodes"][0]
    assert (node["name"], node["extras"]["id"], len(node["children"])) == ("стол", "n", 3)


@pytest.mark.parametrize(
    ("area", "square_metres"),
    [
        ({"shape": "disk", "radius": 0.5}, math.pi / 4),
        ({"shape": "rectangle", "width": 2.0, "height": 0.5}, 1.0),
        ({"shape": "rectangle", "width": 20.0, "height": 5.0}, 4.0),
    ],
)
def test_an_area_light_is_the_widest_spot_and_its_area_is_told(
    area: dict[str, Any], square_metres: float
) -> None:
    light = AreaLight(color=RED, range=3, intensity=2, **area)
    turned = Vec3(x=90)  # in Unity it shines down
    scene = Scene.of("x", [Node(id=NodeId("n"), name="n", rotation=turned, components=(light,))])
    data = made(scene)
    report = validate(data)
    assert (report.errors, report.warnings) == (0, 0), report.messages
    document, _ = unpack(data)
    (shown,) = document["extensions"]["KHR_lights_punctual"]["lights"]
    assert (shown["type"], shown["spot"]["innerConeAngle"]) == ("spot", 0)
    assert math.pi / 2 - 1e-3 < shown["spot"]["outerConeAngle"] < math.pi / 2
    assert shown["intensity"] == pytest.approx(2 * math.pi * square_metres)
    holder = next(n for n in document["nodes"] if "extensions" in n)
    assert holder["extras"]["unity"].items() >= {"type": "area", "range": 3.0, **area}.items()
    down = quaternion_matrix(document["nodes"][0]) @ quaternion_matrix(holder) @ [0, 0, -1, 0]
    assert np.allclose(down[:3], [0, -1, 0], atol=1e-6)


def quaternion_matrix(node: dict[str, Any]) -> Any:
    x, y, z, w = node["rotation"]
    return trimesh.transformations.quaternion_matrix([w, x, y, z])


def test_an_empty_scene_is_a_valid_file() -> None:
    assert validate(made(Scene(name="nothing"))).errors == 0


def test_a_mesh_of_everything_that_points_is_moved_whole() -> None:
    """Skins, animations, textures, lights and sparse accessors, behind another mesh, twice."""
    scene = Scene.of(
        "x",
        [
            Node(id=NodeId("a"), name="a", components=(Dynamic(id="oak-table"),)),
            Node(id=NodeId("b"), name="b", components=(Dynamic(id="rich"),)),
            Node(id=NodeId("c"), name="c", components=(Dynamic(id="rich"),)),
        ],
    )
    assert validate(rich()).errors == 0, validate(rich()).messages
    data = made(scene, {**MESHES, "rich": rich()})
    report = validate(data)
    assert report.errors == 0, report.messages
    document, _ = unpack(data)
    assert len(document["skins"]) == len(document["animations"]) == 2
    targets = {a["channels"][0]["target"]["node"] for a in document["animations"]}
    assert len(targets) == 2
    assert document["asset"]["copyright"] == "Made by hand"
    assert "ACME_secret" not in json.dumps(document)


def rich() -> bytes:
    """A skinned, animated, textured triangle with a light of its own."""
    floats = [0, 0, 0, 1, 0, 0, 0, 1, 0]
    parts = [
        struct.pack("<9f", *floats),
        struct.pack("<12B", *[0] * 12),
        struct.pack("<12f", *[1, 0, 0, 0] * 3),
        struct.pack("<16f", *np.eye(4).ravel()),
        struct.pack("<2f", 0, 1),
        struct.pack("<6f", 0, 0, 0, 0, 1, 0),
        png(),
        struct.pack("<B", 1),
        struct.pack("<2f", 0.5, 1),
    ]
    buffer, views = b"", []
    for part in parts:
        views.append({"buffer": 0, "byteOffset": len(buffer), "byteLength": len(part)})
        buffer += part + bytes(-len(part) % 4)
    kinds = [("VEC3", 5126, 3), ("VEC4", 5121, 3), ("VEC4", 5126, 3), ("MAT4", 5126, 1),
             ("SCALAR", 5126, 2), ("VEC3", 5126, 2)]  # fmt: skip
    accessors: list[dict[str, Any]] = [
        {"bufferView": n, "type": kind, "componentType": component, "count": count}
        for n, (kind, component, count) in enumerate(kinds)
    ]
    accessors[0] |= {"min": [0, 0, 0], "max": [1, 1, 0]}
    accessors[4] |= {"min": [0], "max": [1]}
    sparse = {
        "count": 1,
        "indices": {"bufferView": 7, "componentType": 5121},
        "values": {"bufferView": 8},
    }
    accessors.append({"type": "VEC2", "componentType": 5126, "count": 3, "sparse": sparse})
    attributes = {"POSITION": 0, "JOINTS_0": 1, "WEIGHTS_0": 2, "TEXCOORD_0": 6}
    document = {
        "asset": {"version": "2.0", "copyright": "Made by hand"},
        "extensionsUsed": ["ACME_secret", "KHR_lights_punctual"],
        "extensions": {"KHR_lights_punctual": {"lights": [{"type": "point"}]}},
        "scene": 0,
        "scenes": [{"nodes": [0, 1]}],
        "nodes": [
            {"mesh": 0, "skin": 0},
            {"children": [2], "extensions": {"ACME_secret": {"node": 0}}},
            {"extensions": {"KHR_lights_punctual": {"light": 0}}},
        ],
        "meshes": [{"primitives": [{"attributes": attributes, "material": 0}]}],
        "materials": [{"emissiveTexture": {"index": 0}}],
        "textures": [{"source": 0, "sampler": 0}],
        "samplers": [{}],
        "images": [{"bufferView": 6, "mimeType": "image/png"}],
        "skins": [{"joints": [1], "inverseBindMatrices": 3}],
        "animations": [
            {
                "samplers": [{"input": 4, "output": 5}],
                "channels": [{"sampler": 0, "target": {"node": 1, "path": "translation"}}],
            }
        ],
        "accessors": accessors,
        "bufferViews": views,
        "buffers": [{"byteLength": len(buffer)}],
    }
    return pack(document, buffer)


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG")
    return out.getvalue()


BROKEN = (b"", b"glTF", b"no GLB at all, by far", MESHES["glass"][:40])


@pytest.mark.parametrize("data", [*BROKEN, pack({"nodes": [{"mesh": "x"}]}, b"")])
def test_what_is_no_mesh_is_refused_as_such(data: bytes) -> None:
    scene = Scene.of("x", [Node(id=NodeId("a"), name="a", components=(Dynamic(id="a"),))])
    with pytest.raises(BadMesh):
        made(scene, {"a": data})


def test_a_mesh_that_needs_what_nobody_here_knows_is_refused() -> None:
    odd = pack({"asset": {"version": "2.0"}, "extensionsRequired": ["ACME_secret"]}, b"")
    scene = Scene.of("x", [Node(id=NodeId("a"), name="a", components=(Dynamic(id="a"),))])
    with pytest.raises(UnknownExtension, match="ACME_secret"):
        made(scene, {"a": odd})


def test_a_mesh_that_is_not_there_leaves_its_node_empty() -> None:
    document, _ = unpack(made(chairs(1), {}))
    assert document["nodes"] == [{"name": "chair", "extras": {"id": "c0", "asset": "red-chair"}}]
