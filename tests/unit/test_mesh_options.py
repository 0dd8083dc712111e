"""What can be set of the mesh models, and that each heeds its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from consumers.mesh import hunyuan3d_engine, trellis2_engine, trellis_engine
from consumers.mesh.options import BadMeshOption, SculptOptions, Value, read
from consumers.mesh.port import Wish
from consumers.settings import EngineSettings
from ops import settings as ops_settings
from schemas.flow import Stage
from tests.pictures import drawn, encoded
from tests.sculptors import Machine, Seen, machine

SET: dict[str, Value] = {
    "faces": 2000,
    "steps": 4,
    "texture_size": 256,
    "pipeline_type": "512",
    "octree_resolution": 128,
    "paint": False,
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    with machine(tmp_path, monkeypatch) as ready:
        yield ready


@pytest.fixture
def settings(tmp_path: Path) -> EngineSettings:
    return EngineSettings(
        "memory://unused", tmp_path, tmp_path, territory="US", options={Stage.MESH: SET}
    )


def test_options_are_read_from_words_as_from_a_table() -> None:
    expected = SculptOptions(2000, 4, 256, "512", 128, False)
    assert read(SET) == expected
    assert read({name: str(value) for name, value in SET.items()}) == expected
    assert read({"pipeline_type": 1024}) == SculptOptions(pipeline_type="1024")
    assert read({}) == SculptOptions()


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("face", 3, r"\[engines.mesh\] sets 'face'; options are faces, steps"),
        ("faces", 10, "sets faces to 10; expected 500 to 1000000"),
        ("faces", "many", "sets faces to 'many'; expected 500"),
        ("steps", 2.5, "expected 1 to 200"),
        ("steps", True, "expected 1 to 200"),
        ("steps", "nan", "expected 1 to 200"),
        ("texture_size", "inf", "expected 128 to 4096"),
        ("pipeline_type", "2048", "expected 512, 1024, 1024_cascade, 1536_cascade"),
        ("paint", "maybe", "expected true or false"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused(option: str, value: Value, told: str) -> None:
    with pytest.raises(BadMeshOption, match=told):
        read({option: value})


def test_the_settings_bring_them_the_environments_before_the_files(tmp_path: Path) -> None:
    (tmp_path / "scenestream.toml").write_text(
        '[engines.mesh]\nengine = "trellis"\nfaces = 3000\nsteps = 20\n'
    )
    told = ops_settings.read({"SCENESTREAM_MESH": "steps=25 paint=off"}, data=str(tmp_path))
    assert told.engines == {Stage.MESH: "trellis"}
    assert read(told.options[Stage.MESH]) == SculptOptions(faces=3000, steps=25, paint=False)
    with pytest.raises(BadMeshOption, match="SCENESTREAM_MESH sets faces to '1'"):
        ops_settings.read({"SCENESTREAM_MESH": "faces=1"}, data=str(tmp_path))


def test_trellis_heeds_them(here: Machine, settings: EngineSettings) -> None:
    here.has_trellis()
    made = trellis_engine.load("", settings).sculpt(Wish(encoded(drawn())), Seen().watch())
    assert made.triangles <= 2000
    assert {call["steps"] for call in here.calls("trellis.sample")} == {4}
    (bake,) = here.calls("trellis.to_glb")
    assert bake["texture_size"] == made.parameters["texture_size"] == 256


def test_trellis2_heeds_them(here: Machine, settings: EngineSettings) -> None:
    here.has_trellis2()
    seen = Seen()
    made = trellis2_engine.load("", settings).sculpt(Wish(encoded(drawn())), seen.watch())
    assert made.triangles <= 2000
    assert here.calls("trellis2.run")[0]["pipeline_type"] == "512"
    assert [call["steps"] for call in here.calls("trellis2.sample")] == [4, 4, 4]
    assert made.parameters["steps"] == [4, 4, 4]
    assert seen.fractions[-1] == 1.0


def test_hunyuan3d_heeds_them(here: Machine, settings: EngineSettings) -> None:
    here.has_hunyuan()
    engine = hunyuan3d_engine.load("", settings)
    made = engine.sculpt(Wish(encoded(drawn())), Seen().watch())
    assert made.triangles <= 2000
    (shape,) = here.calls("hy3dgen.shape")
    assert (shape["steps"], shape["octree_resolution"]) == (4, 128)
    assert here.calls("hy3dgen.paint.from_pretrained") == []
    assert engine.needs_mib == hunyuan3d_engine.SHAPE_MIB
