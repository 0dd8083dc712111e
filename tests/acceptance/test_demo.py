"""`make demo`: what somebody has in hand after their first command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from tests.acceptance.stack import cli
from tests.gltf.validator import validate

pytestmark = pytest.mark.timeout(300)


def test_a_demo_leaves_a_scene_that_can_be_looked_at_and_gone_on_with(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    done = cli(data, "demo", "an office with a desk and two plants", "--out", str(out))
    assert done.returncode == 0, done.stderr
    (folder,) = out.iterdir()
    scene = json.loads((folder / "scene.json").read_text("utf-8"))
    assert scene["name"]
    things = [file for file in folder.glob("*.glb") if file.name != "scene.glb"]
    assert len(things) == 2
    for file in folder.glob("*.glb"):
        assert validate(file.read_bytes()).errors == 0
    assert (folder / "scene.glb").stat().st_size > max(file.stat().st_size for file in things)
    with Image.open(folder / "preview.png") as picture:
        assert picture.width >= 768
    events = (folder / "session.ndjson").read_text("utf-8").splitlines()
    assert json.loads(events[-1])["type"] == "request.completed"
    assert f"scenestream up --data {data}" in done.stdout
    assert f":8765/app/?session={folder.name}" in done.stdout
    assert folder.name in cli(data, "sessions").stdout


def test_a_demo_of_a_question_says_its_answer(tmp_path: Path) -> None:
    done = cli(tmp_path / "data", "demo", "hello", "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert not list((tmp_path / "out").rglob("scene.glb"))
