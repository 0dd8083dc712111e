"""What earlier releases wrote is read by this one: events, frames, a whole session."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from schemas import wire_v1
from schemas.events import EVENTS as MODELS
from schemas.events import Unknown
from schemas.fold import fold
from schemas.ids import NodeId
from schemas.patch import apply, document
from schemas.scene import Scene
from schemas.upcasts import UPCASTS
from streams import codec
from streams.codec import decode
from tests.golden import write
from tests.golden.frames import FRAMES
from tests.golden.samples import events
from tests.golden.write import EVENTS, SESSION, WIRE, frame_json, golden

REMEDY = "add a sample to tests/golden/samples.py, then run python -m tests.golden.write"


def files(folder: Path, ending: str) -> list[Path]:
    return sorted(folder.glob(f"*{ending}"))


def stem(path: Path) -> str:
    return path.name.removesuffix(path.suffix)


@pytest.mark.parametrize("path", files(EVENTS, ".json"), ids=stem)
def test_an_event_of_the_past_is_read_and_says_the_same_in_todays_words(path: Path) -> None:
    text = path.read_text("utf-8")
    event = decode(text)
    assert not isinstance(event.data, Unknown)
    assert decode(json.dumps(codec.document(event))) == event
    assert path.name.startswith(f"{event.type}.v")


def test_every_event_has_a_golden_file_and_no_event_was_dropped() -> None:
    names = {f"{kind}.v{version}" for kind, version in MODELS}
    earlier = {f"{kind}.v{version}" for kind, version in UPCASTS}
    assert {stem(path) for path in files(EVENTS, ".json")} == names | earlier, REMEDY
    assert set(events()) == names, REMEDY


@pytest.mark.parametrize("path", files(WIRE, ".bin"), ids=stem)
def test_a_frame_of_the_past_is_read_and_written_byte_for_byte(path: Path) -> None:
    data = path.read_bytes()
    frame = wire_v1.decode(data)
    assert frame_json(frame) == json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert wire_v1.encode(frame) == data


def test_every_frame_type_has_golden_bytes() -> None:
    assert {stem(path) for path in files(WIRE, ".bin")} == set(FRAMES)


def test_a_session_of_the_past_folds_to_the_scene_it_had() -> None:
    lines = (SESSION / "events.ndjson").read_text("utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    state = fold(decode(json.dumps(entry["event"]), entry["id"]) for entry in entries)
    assert state.scene is not None
    assert document(state.scene) == json.loads((SESSION / "scene.json").read_text("utf-8"))
    assert (state.revision, state.at) == (2, entries[-1]["id"])
    assert [(r.id, r.status) for r in state.requests.values()] == [
        ("r-1", "completed"),
        ("r-2", "completed"),
    ]


def test_the_sessions_edit_is_undone_by_its_inverse() -> None:
    lines = (SESSION / "events.ndjson").read_text("utf-8").splitlines()
    entries = [json.loads(line)["event"] for line in lines]
    inverse = [
        operation
        for entry in entries
        if entry["type"] == "scene.patched"
        for operation in entry["data"]["inverse"]
    ]
    scene = Scene.model_validate_json((SESSION / "scene.json").read_text("utf-8"))
    assert apply(scene, inverse).nodes[NodeId("chair-1")].position.x == 0.5


def test_every_golden_file_has_its_maker_and_none_is_missing() -> None:
    earlier = {EVENTS / f"{kind}.v{version}.json" for kind, version in UPCASTS}
    there = {path for folder in (EVENTS, WIRE, SESSION) for path in folder.iterdir()}
    assert there == {path for path, _ in golden()} | earlier, REMEDY


def test_writing_adds_what_is_missing_and_touches_nothing_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(write, "FOLDER", tmp_path)
    kept, missing = tmp_path / "kept.json", tmp_path / "events" / "missing.json"
    kept.write_bytes(b"as some release wrote it")
    monkeypatch.setattr(write, "golden", lambda: iter([(kept, b"new"), (missing, b"{}")]))
    write.main()
    assert (kept.read_bytes(), missing.read_bytes()) == (b"as some release wrote it", b"{}")
    assert capsys.readouterr().out == "wrote events/missing.json\n"
