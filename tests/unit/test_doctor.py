"""What `scenestream doctor` says of the engines of a machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ops.doctor_engines import Finding, stages
from ops.settings import read
from schemas.flow import Stage
from tests.plugged import CLAY, installed
from tests.sculptors import Machine, machine


def findings(folder: Path, *engines: str, territory: str = "") -> list[Finding]:
    env = {"SCENESTREAM_TERRITORY": territory}
    return list(stages(read(env, data=str(folder), engines=engines)))


def of(part: str, found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.part == part]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    with machine(tmp_path, monkeypatch) as ready:
        yield ready


def test_every_stage_has_something_that_runs_and_says_what_would_be_better(tmp_path: Path) -> None:
    found = findings(tmp_path)
    assert {finding.part for finding in found} == set(Stage)
    assert all(finding.ok for finding in found)
    (mesh,) = of("mesh", found)
    assert mesh.runs == "greybox"
    assert mesh.raises[0] == "an NVIDIA GPU, for trellis2, trellis, hunyuan3d, sam3d"
    assert "mesh=remote:http://HOST:7000" in mesh.raises[1]
    (agent,) = of("agent", found)
    assert (agent.runs, "--engine agent=ollama:MODEL" in agent.raises[0]) == ("rules", True)


def test_pictures_by_diffusers_need_its_packages(tmp_path: Path) -> None:
    (image,) = of("image", findings(tmp_path))
    assert image.runs == "greybox"
    assert "--engine image=diffusers:" in image.raises[0]
    (chosen,) = of("image", findings(tmp_path, f"image=diffusers:{tmp_path}"))
    assert not chosen.ok
    assert "scenestream[image]" in chosen.runs or "model_index.json" in chosen.runs


def test_with_a_gpu_it_names_what_each_better_engine_lacks(here: Machine) -> None:
    here.has_gpu()
    here.has_sam3d()
    (mesh,) = of("mesh", findings(here.folder))
    assert mesh.runs == "sam3d"  # the best that is whole here
    assert [better.partition(":")[0] for better in mesh.raises] == [
        "trellis2",
        "trellis",
        "hunyuan3d",
    ]
    assert all("hf download" in better for better in mesh.raises)
    here.has_trellis()
    (mesh,) = of("mesh", findings(here.folder))
    assert (mesh.runs, len(mesh.raises)) == ("trellis", 1)


def test_engines_that_are_chosen_are_looked_at_each(here: Machine) -> None:
    here.has_gpu(24_000)
    here.has_sam3d()
    small, api = of("mesh", findings(here.folder, "mesh=sam3d,hunyuan-api:http://me:pw@host"))
    assert (small.ok, "needs 32000 MiB" in small.runs) == (False, True)
    assert not api.ok
    assert api.runs.startswith("hunyuan-api:http://host: ")
    assert "SCENESTREAM_TERRITORY" in api.runs
    both = of("mesh", findings(here.folder, "mesh=greybox,auto"))
    assert [(finding.ok, finding.runs) for finding in both] == [(True, "greybox")] * 2


def test_an_unknown_engine_is_told_with_the_nearest(tmp_path: Path) -> None:
    (mesh,) = of("mesh", findings(tmp_path, "mesh=trelis"))
    assert not mesh.ok
    assert "did you mean trellis" in mesh.runs


def test_engines_of_others_are_listed_and_those_that_are_chosen_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, module in (("acme-scenes", CLAY), ("acme-mud", "import nothing_like_it")):
        points = {"clay": "{module}:make", "greybox": "{module}:make"}
        points = points if module == CLAY else {"mud": "{module}:make"}
        monkeypatch.syspath_prepend(str(installed(tmp_path / name, name, module, {"mesh": points})))
    found = findings(tmp_path)
    assert all(finding.ok for finding in found)  # nobody chose the broken one
    assert sorted(finding.runs.partition("; it")[0] for finding in of("plugin", found)) == [
        "mesh=clay, of acme-scenes 1.2",
        "mesh=greybox, of acme-scenes 1.2",
        "mesh=mud, of acme-mud 1.2",
    ]
    (hidden,) = [f for f in of("plugin", found) if "greybox" in f.runs]
    assert "can not be chosen: greybox is an engine of scenestream's own" in hidden.runs
    clay, mud = of("mesh", findings(tmp_path, "mesh=clay:112233,mud"))
    assert (clay.ok, clay.runs) == (True, "clay:112233")
    assert not mud.ok
    assert "acme-mud 1.2 is broken (ModuleNotFoundError: No module named 'nothing" in mud.runs
