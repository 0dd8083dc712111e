"""What engines on other servers share, without a server: addresses, and meshes as they came."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh
from hypothesis import given
from hypothesis import strategies as st

from consumers.mesh.remote.address import BadAddress, read_address
from consumers.mesh.remote.errors import CutOff, NoMesh
from consumers.mesh.remote.mesh_file import made_of
from consumers.mesh.remote.patience import PATIENCE_S
from consumers.names import shown
from gateway.geometry import errors as server_errors
from ops import settings
from ops.history.forking import NoSuchEngine, chosen
from ops.settings_errors import BadSetting
from schemas.geometry_v1 import may_pass

SERVER = "remote:http://host:7000"


def exported(*meshes: trimesh.Trimesh, **transforms: Any) -> bytes:
    scene = trimesh.Scene()
    for number, mesh in enumerate(meshes):
        scene.add_geometry(mesh, node_name=f"n{number}", transform=transforms.get(f"n{number}"))
    glb = scene.export(file_type="glb")
    assert isinstance(glb, bytes)
    return glb


def glb_of(document: dict[str, Any] | bytes) -> bytes:
    text = document if isinstance(document, bytes) else json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    return struct.pack("<4sIIII", b"glTF", 2, 20 + len(text), len(text), 0x4E4F534A) + text


def test_bounds_and_triangles_are_those_of_the_scene() -> None:
    turned = trimesh.transformations.rotation_matrix(np.pi / 2, (0, 0, 1), (0, 0, 0))
    turned[:3, 3] = (3.0, 0.0, 0.0)
    made = made_of(
        exported(trimesh.creation.box((1, 2, 3)), trimesh.creation.box((1, 2, 3)), n1=turned),
        SERVER,
    )
    assert made.size == pytest.approx((4.5, 2.0, 3.0))
    assert made.triangles == 24


@given(
    st.floats(0.01, 50), st.floats(0.01, 50), st.floats(0.01, 50), st.floats(-3, 3),
    st.tuples(*[st.floats(-9, 9)] * 3),
)  # fmt: skip
def test_they_are_what_a_reader_of_the_whole_file_finds(
    x: float, y: float, z: float, angle: float, at: tuple[float, float, float]
) -> None:
    matrix = trimesh.transformations.rotation_matrix(angle, (1, 1, 0), (0, 0, 0))
    matrix[:3, 3] = at
    glb = exported(trimesh.creation.box((x, y, z)), n0=matrix)
    read = trimesh.load_scene(trimesh.util.wrap_as_stream(glb), file_type="glb")
    # A box's bounds, turned, are those of its corners: nothing is lost by not reading vertices.
    assert made_of(glb, SERVER).size == pytest.approx(read.extents.tolist(), rel=1e-3, abs=1e-4)


NO_MESHES: dict[str, bytes] = {
    "empty": b"",
    "a web page": b"<html><body>404</body></html>",
    "glTF 1": struct.pack("<4sIIII", b"glTF", 1, 20, 0, 0),
    "no JSON": glb_of(b"{"),
    "a list": glb_of(b"[]"),
    "nested": glb_of(b"[" * 100_000),
    "no nodes": glb_of({"asset": {"version": "2.0"}}),
    "an index of nothing": glb_of({"nodes": [{"mesh": 3}]}),
    "nodes in a loop": glb_of({"nodes": [{"children": [1]}, {"children": [0]}]}),
    "nodes that share a child": glb_of({"nodes": [{"children": [1, 1, 1]}, {}]}),
    "points alone": glb_of(
        {"nodes": [{"mesh": 0}], "meshes": [{"primitives": [{"mode": 0, "attributes": {}}]}]}
    ),
    "no bounds": glb_of(
        {
            "nodes": [{"mesh": 0}],
            "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
            "accessors": [{"count": 3}],
        }
    ),
    "no number": glb_of(
        b'{"nodes": [{"mesh": 0}], "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],'
        b'"accessors": [{"count": 3, "min": [NaN, 0, 0], "max": [1, 1, 1]}]}'
    ),
}


@pytest.mark.parametrize("kind", NO_MESHES)
def test_what_is_no_mesh_is_told_as_such(kind: str) -> None:
    with pytest.raises(NoMesh, match=r"remote:http://host:7000 gave is no mesh.*; look at its log"):
        made_of(NO_MESHES[kind], SERVER)


@given(st.data())
def test_every_beginning_of_a_mesh_is_cut_off(data: st.DataObject) -> None:
    glb = exported(trimesh.creation.box((1, 1, 1)))
    end = data.draw(st.integers(1, len(glb) - 1))
    with pytest.raises(CutOff):
        made_of(glb[:end], SERVER)


@pytest.mark.parametrize(
    ("url", "told", "authorization"),
    [
        ("http://host:7000", "http://host:7000", ""),
        ("http://host:7000/", "http://host:7000", ""),
        ("http://host/gpu/", "http://host:80/gpu", ""),
        ("https://host?backend=sam3d", "https://host:443?backend=sam3d", ""),
        ("http://[::1]:7000", "http://[::1]:7000", ""),
        ("http://me:pass@host:7000", "http://host:7000", "Basic bWU6cGFzcw=="),
        ("http://me@host:7000", "http://host:7000", "Basic bWU6"),
        ("http://m%40e:p%2Cw@host:7000", "http://host:7000", "Basic bUBlOnAsdw=="),
    ],
)
def test_an_address_is_told_without_its_secrets(url: str, told: str, authorization: str) -> None:
    address = read_address("remote", url, "http://host:7000", ("backend",))
    assert address.shown == told
    assert address.authorization == authorization
    assert "Basic" not in repr(address)


@pytest.mark.parametrize("url", ["", "host:7000", "ftp://host", "http:///x", "http://h#x"])
def test_a_bad_address_is_refused_with_a_good_one(url: str) -> None:
    with pytest.raises(BadAddress, match="expected --engine mesh=remote:http://host:7000"):
        read_address("remote", url, "http://host:7000")


@pytest.mark.parametrize(
    ("engine", "told"),
    [
        ("remote:http://me:secret@host:7000", "remote:http://host:7000"),
        ("greybox, remote:https://me@host/a@b", "greybox, remote:https://host/a@b"),
        ("ollama:devstral:24b", "ollama:devstral:24b"),
    ],
)
def test_an_engines_name_is_told_without_its_secrets(engine: str, told: str) -> None:
    assert shown(engine) == told


def test_no_secret_gets_into_a_forks_log() -> None:
    assert chosen(["mesh=remote:http://host:7000"]) == {"mesh": "remote:http://host:7000"}
    with pytest.raises(NoSuchEngine, match="a user or a password") as refused:
        chosen(["mesh=remote:http://me:secret@host:7000"])
    assert "secret" not in str(refused.value)


def test_a_server_is_given_up_before_its_steps_deadline(tmp_path: Path) -> None:
    assert settings.REMOTE_S == PATIENCE_S
    remote, env = ("mesh=remote:http://host",), {"SCENESTREAM_REMOTE_S": "1800"}
    settings.read({}, data=str(tmp_path), engines=remote)
    settings.read(env, data=str(tmp_path), engines=("mesh=greybox",))
    with pytest.raises(BadSetting, match=r"SCENESTREAM_REMOTE_S is 1800.*\[retry.mesh\]"):
        settings.read(env, data=str(tmp_path), engines=remote)


def test_our_server_says_of_an_item_when_to_ask_again() -> None:
    assert may_pass(str(server_errors.NoConsumer(3)))
    for kind in (server_errors.ItemLost, server_errors.ServerStopping):
        assert may_pass(str(kind(kind.__doc__)))
    assert not may_pass("no object stands out; send one object on a plain background")
