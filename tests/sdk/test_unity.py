"""The Unity package under mono: its core runs, all of it compiles. ``make test-sdk`` runs it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.golden.traces import read
from tests.sdk.conftest import package, standins
from tests.sdk.mono import PACKAGE, ROOT, VARIABLE, Mono, MonoMissing, find

README = PACKAGE / "README.md"
METHOD = """using Scenestream; using UnityEngine;
public sealed class FromReadme : MonoBehaviour { private void Start() { BODY } }"""
TRACES = ROOT / "tests" / "golden" / "wire_v2" / "traces.txt"


@pytest.mark.parametrize("file", [TRACES, TRACES.with_name("later.txt")], ids=lambda f: f.stem)
def test_the_core_passes_every_golden_trace(mono: Mono, checks: Path, file: Path) -> None:
    traces = list(read(file.read_text("utf-8")))
    frames = sum(len(trace.frames) for trace, _ in traces)
    told = f"{len(traces)} traces, {frames} frames\n"
    assert mono.run(checks, "traces", str(file)) == told


def test_the_core_notices_a_frame_that_is_shown_otherwise(
    mono: Mono, checks: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "traces.txt"
    wrong.write_text(TRACES.read_text("utf-8").replace("nodes=3", "nodes=4", 1), "utf-8")
    with pytest.raises(AssertionError, match=r"nodes=3.*, not .*nodes=4"):
        mono.run(checks, "traces", str(wrong))


def test_mutated_frames_are_read_or_not_and_nothing_else(mono: Mono, checks: Path) -> None:
    told = mono.run(checks, "mutate", str(TRACES), "20000", "1").split()
    counts = {word: int(count) for word, count in (pair.split("=") for pair in told)}
    assert sum(counts.values()) == 20_000
    assert min(counts.values()) > 500


def test_every_check_of_the_core_holds(mono: Mono, checks: Path) -> None:
    lines = mono.run(checks, "checks").splitlines()
    assert [line for line in lines if not line.startswith("ok ")] == []
    assert len(lines) > 40


@pytest.mark.parametrize(
    "defines",
    [(), ("UNITY_EDITOR",), ("UNITY_EDITOR", "SCENESTREAM_GLTFAST_7")],
    ids=["player", "editor", "glTFast 7"],
)
def test_every_file_compiles(mono: Mono, defines: tuple[str, ...]) -> None:
    folders = ["Runtime/Core", "Runtime", "Runtime/GltFast", "Samples~/FirstScene"]
    editor = ["Editor"] if defines else []
    mono.compile("all.dll", [*package(*folders, *editor), *standins()], defines=defines)


def test_the_readmes_code_compiles(mono: Mono, tmp_path: Path) -> None:
    blocks = re.findall(
        r"^```csharp\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert len(blocks) >= 2
    for n, block in enumerate(blocks):
        whole = block if "class " in block else METHOD.replace("BODY", block)
        (tmp_path / f"block{n}.cs").write_text(whole, "utf-8")
    sources = [*package("Runtime/Core", "Runtime"), *standins(), *sorted(tmp_path.glob("*.cs"))]
    mono.compile("readme.dll", sources)


def test_no_file_is_left_out() -> None:
    folders = ("Runtime/Core", "Runtime", "Runtime/GltFast", "Samples~/FirstScene", "Editor")
    assert set(package(*folders)) == set(PACKAGE.rglob("*.cs"))


def test_the_core_compiles_without_unity(mono: Mono) -> None:
    mono.compile("core.dll", package("Runtime/Core"))


def test_what_is_missing_fails_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    with pytest.raises(MonoMissing, match=f"{VARIABLE}=.* is neither. Install"):
        find(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MonoMissing, match="mono is not installed"):
        find(tmp_path)
