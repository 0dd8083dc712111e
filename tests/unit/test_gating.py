"""``scenestream gate``: the gate's report of any file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from consumers.assets.limits import AssetLimits
from consumers.assets.writing import write
from ops.cli import main
from ops.gating import BadSize, check, size_of
from tests.glbs import ball, textured


def test_a_file_is_mended_and_written_with_its_levels(tmp_path: Path) -> None:
    file, output = tmp_path / "ball.glb", tmp_path / "out.glb"
    file.write_bytes(write(textured(rings=24)))
    data = ["--data", str(tmp_path)]
    done = CliRunner().invoke(
        main, ["gate", str(file), "--size", "1,2,1", "-o", str(output), "--json", *data]
    )
    assert done.exit_code == 0, done.output
    report = json.loads(done.output)
    assert (report["fit"], report["untouched"], report["watertight"]) == ("inside", False, True)
    names = ["out.glb", "out.lod1.glb", "out.lod2.glb"]
    assert [Path(path).name for path in report["files"]] == names
    assert all((tmp_path / name).read_bytes()[:4] == b"glTF" for name in names)
    again = CliRunner().invoke(main, ["gate", str(output), "--size", "1,1,1", *data])
    assert "all right as it is" in again.output
    assert "watertight; levels of detail" in again.output


def test_a_collider_is_written_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "ball.glb"
    file.write_bytes(write(ball()))
    check(str(file), None, str(tmp_path / "o.glb"), True, AssetLimits(colliders="hull"))
    assert (tmp_path / "o.collider.glb").exists()


def test_what_is_no_asset_is_said_in_a_line(tmp_path: Path) -> None:
    file = tmp_path / "page.glb"
    file.write_bytes(b"<html>")
    done = CliRunner().invoke(main, ["gate", str(file), "--data", str(tmp_path)])
    assert done.exit_code == 2
    assert "NotGlb: the mesh can not be used: it does not begin as a binary glTF" in done.output


@pytest.mark.parametrize("text", ["", "1,2", "1,2,x", "0,1,1", "nan,1,1", "1,1,inf"])
def test_a_size_is_three_lengths(text: str) -> None:
    with pytest.raises(BadSize, match="metres above 0"):
        size_of(text)
    assert size_of("0.5,1,2") == (0.5, 1.0, 2.0)
