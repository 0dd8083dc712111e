"""What earlier releases wrote is read by this one: events, frames, whole sessions."""

from __future__ import annotations

import copy
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from schemas import events as e
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
from tests.golden.lives import LIVES, read_entry, still_says, told
from tests.golden.samples import events
from tests.golden.write import (
    EVENTS,
    FOLDER,
    SESSION,
    SESSIONS,
    SUMS,
    WIRE,
    WIRE_V2,
    frame_json,
    golden,
    sums,
)

REMEDY = "add a sample to tests/golden/samples.py, then run python -m tests.golden.write"


def files(folder: Path, ending: str) -> list[Path]:
    return sorted(folder.glob(f"*{ending}"))


def lines_in(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


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


@pytest.mark.parametrize("name", sorted(path.name for path in SESSIONS.iterdir()))
@pytest.mark.parametrize("form", ["log", "events"])
def test_a_life_of_the_past_folds_to_the_state_it_had(name: str, form: str) -> None:
    whose, _ = LIVES[name]
    lines = lines_in(SESSIONS / name / f"{form}.ndjson")
    read = [decode(line) if form == "events" else read_entry(line, whose) for line in lines]
    recorded = json.loads((SESSIONS / name / "state.json").read_text("utf-8"))
    now = json.loads(json.dumps(told(fold(read))))
    assert still_says(recorded["state"], now["state"])
    assert recorded["digest"] == now["digest"], "keyframes and bundles of the past hold digests"


@pytest.mark.parametrize("name", sorted(path.name for path in SESSIONS.iterdir()))
def test_a_life_is_the_same_in_the_log_and_out_of_it(name: str) -> None:
    whose, _ = LIVES[name]
    folder = SESSIONS / name
    logged = [read_entry(line, whose) for line in lines_in(folder / "log.ndjson")]
    whole = [decode(line) for line in lines_in(folder / "events.ndjson")]
    assert [replace(event, session=whose) for event in whole] == logged


def test_every_event_that_is_kept_is_in_a_life() -> None:
    lived = {event.type for _, events_of in LIVES.values() for event in events_of}
    kept = {model.type for model in MODELS.values() if not model.transient}
    assert lived - {"scene.dreamt"} == kept, "add a life to tests/golden/lives.py"


@pytest.mark.parametrize(
    ("change", "is_fine"),
    [
        (lambda s: s.update(mood="calm"), True),
        (lambda s: s["scene"]["nodes"]["lamp"].update(mood="calm"), True),
        (lambda s: s.pop("revision"), False),
        (lambda s: s["scene"]["nodes"].pop("lamp"), False),
        (lambda s: s["scene"]["nodes"].update(cat={}), False),
        (lambda s: s["keyframes"].pop(), False),
        (lambda s: s["requests"]["r-open"].update(status="failed"), False),
    ],
)
def test_what_is_said_in_addition_is_no_change_and_all_else_is(
    change: Callable[[dict[str, Any]], object], is_fine: bool
) -> None:
    state = json.loads(json.dumps(told(fold(LIVES["life"][1]))["state"]))
    other = copy.deepcopy(state)
    change(other)
    assert still_says(state, other) is is_fine


@pytest.mark.parametrize(("kind", "version"), sorted(UPCASTS))
def test_an_event_of_an_earlier_version_is_one_of_todays(kind: str, version: int) -> None:
    text = (EVENTS / f"{kind}.v{version}.json").read_text("utf-8")
    assert json.loads(text).get("v", 1) == version
    data = decode(text).data
    assert type(data) is MODELS[kind, data.v]
    assert data.v > version
    written = json.loads(text)["data"]
    assert still_says(written, data.model_dump(mode="json"))


def test_the_first_versions_say_nothing_of_what_came_later() -> None:
    opened = decode((EVENTS / "session.opened.v1.json").read_text("utf-8")).data
    patched = decode((EVENTS / "scene.patched.v1.json").read_text("utf-8")).data
    assert isinstance(opened, e.SessionOpened)
    assert isinstance(patched, e.ScenePatched)
    assert (opened.user, patched.undoes, patched.redoes) == ("", None, None)
    assert patched.certificate == {}
    decomposed = decode((EVENTS / "scene.decomposed.v1.json").read_text("utf-8")).data
    assert isinstance(decomposed, e.SceneDecomposed)
    assert decomposed.setting.shape == "rectangle"
    assert {r.distance for r in decomposed.relations} == {None}


def test_no_golden_file_ever_changed() -> None:
    """``sums.txt`` only grows: who changes a line of it changes what some release wrote."""
    found = {
        path.relative_to(FOLDER).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in (EVENTS, WIRE, WIRE_V2, SESSION, SESSIONS)
        for path in folder.rglob("*.*")
    }
    assert found == sums(), REMEDY


def test_the_sums_are_as_the_program_of_that_name_reads_them() -> None:
    lines = (FOLDER / SUMS).read_text("utf-8").splitlines()
    assert len(lines) == len(set(lines)) == len(sums())
    assert all(re.fullmatch(r"[0-9a-f]{64}  [\w./]+", line) for line in lines)


def test_every_golden_file_has_its_maker_and_none_is_missing() -> None:
    earlier = {EVENTS / f"{kind}.v{version}.json" for kind, version in UPCASTS}
    lives = [SESSIONS / name for name in LIVES]
    there = {
        path for folder in (EVENTS, WIRE, WIRE_V2, SESSION, *lives) for path in folder.iterdir()
    }
    assert there == {path for path, _ in golden()} | earlier, REMEDY
    assert {path.name for path in SESSIONS.iterdir()} == set(LIVES)


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
