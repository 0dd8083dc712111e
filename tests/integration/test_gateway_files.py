"""Whole scenes as files, over HTTP and by the command line."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from consumers.greybox.build import build
from consumers.greybox.glb import to_glb
from gateway.export import exporting
from gateway.export.container import unpack
from ops.keeping.exporting import BadEnding, export
from ops.settings import Settings
from schemas import events as e
from schemas.artifacts import GLB
from schemas.ids import AssetId, NodeId, RequestId, SessionId
from schemas.recipe import Recipe
from schemas.scene import Dynamic, Node
from tests.gltf.validator import validate
from tests.integration.gateways_v2 import Place, S
from tests.integration.pasts import begin
from tests.integration.test_gateway_http import http
from tests.integration.test_gateway_http import place as place

__all__ = ["place"]
RECIPE = Recipe(noun="chair", label="red chair", size=(0.5, 0.9, 0.5))


async def with_a_chair(place: Place) -> None:
    await begin(place.log, S)
    mesh = place.history.artifacts.put(to_glb(build(RECIPE)), GLB)
    chair = e.AssetRegistered(
        slot="0/chair", asset=AssetId("chair"), label="red chair", mesh=mesh, recipe=RECIPE,
        engine="greybox", prompt="a chair",
    )  # fmt: skip
    node = Node(id=NodeId("c"), name="red chair", components=(Dynamic(id="chair"),))
    composed = e.SceneComposed(name="a chair", nodes=(node,))
    await place.log.append(S, RequestId("r-2"), "made", [chair, composed])


async def test_a_scene_is_a_glb_now_and_as_it_was(place: Place) -> None:
    await with_a_chair(place)
    now = await http(place, "GET", f"/sessions/{S}/scene.glb")
    assert (now.status, now.headers["content-type"]) == (200, GLB)
    assert validate(now.body).errors == 0
    assert unpack(now.body)[0]["nodes"][0]["name"] == "red chair"
    then = await http(place, "GET", f"/sessions/{S}/scene.glb?at=r1")
    assert [n["name"] for n in unpack(then.body)[0]["nodes"]] == ["n 0", "n 1", "n 2", "n 3"]


async def test_a_zip_has_the_scene_its_meshes_and_their_terms(place: Place) -> None:
    await with_a_chair(place)
    told = await http(place, "GET", f"/sessions/{S}/scene.zip")
    assert told.headers["content-disposition"] == 'attachment; filename="scene.zip"'
    with zipfile.ZipFile(io.BytesIO(told.body)) as archive:
        assert archive.namelist() == ["scene.json", "meshes/chair.glb", "README.txt"]
        scene = json.loads(archive.read("scene.json"))
        assert scene["scene"]["nodes"]["c"]["components"][0]["id"] == "chair"
        assert scene["meshes"]["chair"] == {"file": "meshes/chair.glb", "label": "red chair"}
        assert validate(archive.read("meshes/chair.glb")).errors == 0
        assert "red chair. Nothing tells how it was made." in archive.read("README.txt").decode()
    again = await http(place, "GET", f"/sessions/{S}/scene.zip")
    assert again.body == told.body


async def test_what_can_not_be_exported_is_said(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    await place.log.append(SessionId("new"), None, "opened", [e.SessionOpened(protocol="t")])
    told = await http(place, "GET", "/sessions/new/scene.glb")
    assert (told.status, told.json["code"]) == (404, "NothingToExport")
    assert (await http(place, "GET", f"/sessions/{S}/scene.glb")).status == 404
    await with_a_chair(place)
    assert (await http(place, "GET", f"/sessions/{S}/scene.glb?at=r9")).status == 404
    monkeypatch.setattr(exporting, "MOST_BYTES", 10)
    told = await http(place, "GET", f"/sessions/{S}/scene.zip")
    assert (told.status, told.json["code"]) == (413, "ExportTooLarge")


async def test_the_command_line_writes_the_same_files(
    place: Place, redis_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await with_a_chair(place)
    settings = Settings(
        host="127.0.0.1",
        port=0,
        redis_url=redis_url,
        data=tmp_path,
        artifacts=(tmp_path / "artifacts").as_uri(),
    )
    for name in ("scene.glb", "scene.zip"):
        file = tmp_path / name
        assert await export(settings, S[:8], None, str(file), True) == 0
        assert json.loads(capsys.readouterr().out)["size"] == file.stat().st_size
        assert file.read_bytes() == (await http(place, "GET", f"/sessions/{S}/{name}")).body
    with pytest.raises(BadEnding):
        await export(settings, S, None, "scene.fbx", False)
