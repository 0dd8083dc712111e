"""A mesh engine of somebody else that makes what no client can load, in the whole product."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from tests.acceptance.stack import cli, up
from tests.acceptance.unity import unity
from tests.plugged import installed

AWKWARD = """
import os
import struct
from dataclasses import replace
from pathlib import Path

from consumers.assets.container import unpack
from consumers.greybox.card import GREYBOX
from consumers.mesh.greybox_engine import GreyboxSculptor

HERE = Path(__file__).parent


class Awkward:
    card = GREYBOX
    name = "awkward"

    def sculpt(self, wish, watch):
        made = GreyboxSculptor().sculpt(wish, watch)
        if "lamp" in watch.label:
            return replace(made, glb=nowhere(made.glb))
        if "vase" in watch.label:
            return replace(made, glb=made.glb[: len(made.glb) // 2])
        if "bed" in watch.label:
            raise ValueError("a bug of its own")
        if "desk" in watch.label and not (HERE / "died").exists():
            (HERE / "died").touch()
            os.kill(os.getpid(), 9)
        return made


def nowhere(glb):
    file, begins = unpack(glb), glb.find(b"BIN\\0") + 4
    changed = bytearray(glb)
    for mesh in file.document["meshes"]:
        for primitive in mesh["primitives"]:
            accessor = file.document["accessors"][primitive["attributes"]["POSITION"]]
            view = file.document["bufferViews"][accessor["bufferView"]]
            at = begins + view.get("byteOffset", 0) + accessor.get("byteOffset", 0)
            values = struct.pack("<f", float("nan")) * (3 * accessor["count"])
            changed[at : at + len(values)] = values
    return bytes(changed)


def make(model, settings):
    return Awkward()
"""


async def test_each_of_its_meshes_is_refused_by_name_and_the_worker_lives_on(
    tmp_path: Path,
) -> None:
    engine = {"mesh": {"awkward": "{module}:make"}}
    there = {"PYTHONPATH": str(installed(tmp_path / "site", "acme-odd", AWKWARD, engine))}
    data = tmp_path / "data"
    with up(data, "--engine", "mesh=awkward", "--workers", "1", **there) as stack:
        async with unity(stack.ws) as client:
            scene = await client.ask("a room with a lamp, a vase, a bed, a desk and a chair")
            more = await client.ask("add a lamp")
        env = {**there, "REDIS_URL": stack.redis}
        dead = await asyncio.to_thread(cli, data, "dead", "list", "--json", **env)
    assert scene.type == "generate_3d_scene"
    for thing in ("lamp", "vase", "bed"):
        assert f"The {thing} could not be made; a block stands in its place." in scene.text
    assert len(scene.assets) == 2  # the chair, and the desk, whose first try killed its process
    assert (more.type, list(more.assets)) == ("modify_3d_scene", [])
    assert "The lamp could not be made; a block stands in its place." in more.text
    codes = sorted(json.loads(line)["code"] for line in dead.stdout.splitlines())
    assert codes == ["AssetRefused", "AssetRefused", "NotGlb", "ValueError"]
