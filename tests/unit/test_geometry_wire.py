"""The geometry contract: bodies, refusals, lines, settings, what /health says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from consumers.mesh.greybox_engine import GreyboxSculptor
from consumers.mesh.handler import OtherBackend, Reconstruct
from gateway.geometry.figures import Figures, health
from gateway.geometry.settings import BadRoot, GeometrySettings
from gateway.settings import PublicWithoutAuth
from ops.geometry_settings import with_geometry
from ops.settings import read
from ops.settings_errors import BadSetting
from ops.stack import parse_only
from schemas.flow import Stage
from schemas.geometry_v1 import (
    MOST_ITEMS,
    BadBody,
    BrokenAnswer,
    Line,
    TooManyItems,
    line,
    read_items,
    read_line,
)
from streams.members import Done, Member
from tests.golden.samples import REQUESTED
from tests.unit.test_codec import event

ASKED = {"image_path": "/d/a.png", "output_dir": "/d", "prompt": "a chair"}
SAM3D = {"sam3_checkpoint": "a", "sam3d_checkpoint": "b", "mode": "object_description"}


def body(*items: Any) -> bytes:
    return json.dumps(list(items)).encode()


@pytest.mark.parametrize(
    ("sent", "refusal"),
    [
        (b"[]", "No JSON data provided"),
        (b"null", "No JSON data provided"),
        (b"", "No JSON data provided"),
        (b'{"a": 1}', "Expected a list of requests"),
        (b'"text"', "Expected a list of requests"),
        (body(1), "Request 0 is not an object"),
        (
            body(ASKED, ASKED, {"image_path": "a", "output_dir": "b"}),
            "Request 2 missing field: prompt",
        ),
        (body({}), "Request 0 missing field: image_path"),
        (body({**ASKED, "color": 1}), "Request 0 has an unknown field: color"),
        (body({**ASKED, "prompt": 1}), "Request 0 field prompt: expected a string, got a number"),
        (body({**ASKED, "prompt": None}), "Request 0 field prompt: expected a string, got null"),
        (
            body({**ASKED, "sam3d_config": "x"}),
            "Request 0 field sam3d_config: expected an object, got a string",
        ),
    ],
)
def test_a_bad_body_is_refused_in_the_contracts_words(sent: bytes, refusal: str) -> None:
    with pytest.raises(BadBody) as refused:
        read_items(sent)
    assert (str(refused.value), refused.value.category.status) == (refusal, 400)


@pytest.mark.parametrize(
    "sent",
    [
        b"[{",
        b"\xff\xfe",
        b"[" * 100_000,
        body({**ASKED, "sam3d_config": {"colour": 1}}),
        body({**ASKED, "sam3d_config": {"threshold": "high"}}),
    ],
)
def test_what_is_no_json_or_no_configuration_is_a_bad_body(sent: bytes) -> None:
    with pytest.raises(BadBody):
        read_items(sent)


def test_a_body_of_too_many_items_is_refused() -> None:
    with pytest.raises(TooManyItems):
        read_items(body(*[ASKED] * (MOST_ITEMS + 1)))


@pytest.mark.parametrize(
    ("wish", "refusal"),
    [
        ({"backend": "trellis"}, "Unknown backend: trellis"),
        ({"backend": "sam3d", "sam3d_config": {**SAM3D, "mode": "magic"}}, "sam3d_config.mode"),
        ({"sam3d_config": {**SAM3D, "threshold": 1.5}}, "sam3d_config.threshold"),
    ],
)
def test_a_bad_value_refuses_its_item_alone(wish: dict[str, Any], refusal: str) -> None:
    first, second = read_items(body({**ASKED, **wish}, ASKED))
    assert first.refused.startswith(refusal)
    assert second.refused == ""


def test_what_the_shipping_client_sends_is_read_whole() -> None:
    sent = {
        **ASKED,
        "debug_folder": None,
        "output_filename": "chair_1.glb",
        "backend": "sam3d",
        "sam3d_config": {**SAM3D, "text_prompt": None, "threshold": 0.5, "object_description": "x"},
        "scene_id": "scene_007",
    }
    (item,) = read_items(body(sent))
    assert item.sam3d is not None
    assert (item.backend, item.scene_id, item.output_filename) == (
        "sam3d",
        "scene_007",
        "chair_1.glb",
    )
    assert (item.sam3d.mode, item.debug_folder, item.refused) == ("object_description", "", "")


def test_a_line_has_the_contracts_members_and_no_other() -> None:
    assert line(Line(3, path="/d/ж.glb")) == (
        b'{"index": 3, "status": "success", "data": {"geometry_path": "/d/\\u0436.glb"}, '
        b'"error": null}\n'
    )
    assert json.loads(line(Line(0, error="no\nmesh"))) == {
        "index": 0,
        "status": "error",
        "data": None,
        "error": "no\nmesh",
    }
    assert line(Line(0, error="no\nmesh")).count(b"\n") == 1


@pytest.mark.parametrize("said", [Line(3, path="/d/ж.glb"), Line(0, error="no mesh")])
def test_a_line_is_read_as_it_was_meant(said: Line) -> None:
    assert read_line(line(said)) == said


@pytest.mark.parametrize("text", [b"<html>", b"[]", b"{}", b'{"index": 0, "status": "success"}'])
def test_what_is_no_such_line_is_a_broken_answer(text: bytes) -> None:
    with pytest.raises(BrokenAnswer):
        read_line(text)


def test_health_has_every_member_of_the_contract() -> None:
    done = {Stage.MESH.value: Done(steps=3, failed=1)}
    busy = Member("a", ["mesh"], 2, 30.0, pid=7, done=done)
    dead = Member("b", ["mesh"], 2, 30.0, pid=8, silent_ms=31_000)
    figures = Figures(received=5, completed=2, failed=1)
    figures.waited.note(1.0)
    figures.waited.note(3.0)
    told = health(figures, waiting=1, clients=1, making=1, crew=[busy, dead])
    assert told == {
        "status": "healthy",
        "num_workers": 1,
        "scheduler_queue_size": 1,
        "active_clients": 1,
        "processing_active": True,
        "total_requests": 5,
        "completed_requests": 2,
        "failed_requests": 1,
        "avg_processing_time_seconds": None,
        "avg_end_to_end_latency_seconds": None,
        "avg_queue_wait_seconds": 2.0,
        "max_queue_wait_seconds": 3.0,
        "workers": [
            {
                "gpu_id": None,
                "pid": 7,
                "alive": True,
                "completed_requests": 2,
                "failed_requests": 1,
                "total_requests": 3,
                "proportion": 1.0,
            },
            {
                "gpu_id": None,
                "pid": 8,
                "alive": False,
                "completed_requests": 0,
                "failed_requests": 0,
                "total_requests": 0,
                "proportion": 0.0,
            },
        ],
    }


def test_a_strict_request_is_not_made_by_another_engine() -> None:
    # Refused before the picture is looked at: there is no context to read one from.
    with pytest.raises(
        OtherBackend, match=r"sam3d can not run here: it was not .*mesh=greybox,sam3d.*STRICT"
    ):
        Reconstruct(GreyboxSculptor())(event(REQUESTED), None)  # type: ignore[arg-type]


def geometry(data: Path, env: dict[str, str], **options: Any) -> GeometrySettings | None:
    settings = read({}, data=str(data))
    return with_geometry(settings, env, **options).geometry


def test_the_geometry_server_has_a_port_and_a_folder_of_its_own_by_default(tmp_path: Path) -> None:
    assert geometry(tmp_path, {}) == GeometrySettings((tmp_path / "geometry",), optional=True)


def test_options_and_variables_say_where_it_listens_and_reads(tmp_path: Path) -> None:
    env = {
        "SCENESTREAM_GEOMETRY_PORT": "7001",
        "SCENESTREAM_GEOMETRY_ROOTS": "/data/a:/data/b",
        "SCENESTREAM_GEOMETRY_STRICT": "1",
    }
    roots = (Path("/data/a"), Path("/data/b"))
    assert geometry(tmp_path, env) == GeometrySettings(roots, port=7001, strict=True)
    told = geometry(tmp_path, env, port=7002, roots=("/c",))
    assert told == GeometrySettings((Path("/c"),), port=7002, strict=True)
    assert geometry(tmp_path, {"SCENESTREAM_GEOMETRY_PORT": "0"}) is None
    assert geometry(tmp_path, env, port=0) is None


@pytest.mark.parametrize("roots", ["relative", "/", "/a/../b"])
def test_a_root_that_allows_everything_or_nothing_certain_is_refused(
    tmp_path: Path, roots: str
) -> None:
    with pytest.raises(BadRoot, match="SCENESTREAM_GEOMETRY_ROOTS"):
        geometry(tmp_path, {"SCENESTREAM_GEOMETRY_ROOTS": roots})


def test_a_flag_that_is_neither_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="SCENESTREAM_GEOMETRY_STRICT"):
        geometry(tmp_path, {"SCENESTREAM_GEOMETRY_STRICT": "maybe"})


def test_a_public_address_needs_to_be_insisted_on() -> None:
    with pytest.raises(PublicWithoutAuth):
        GeometrySettings((), host="0.0.0.0")
    assert GeometrySettings((), host="0.0.0.0", insecure=True).host == "0.0.0.0"


def test_it_can_run_alone_or_be_left_out() -> None:
    alone = parse_only("geometry")
    assert (alone.geometry, alone.gateway, alone.stages) == (True, False, ())
    assert not parse_only("gateway,mesh").geometry
    assert parse_only(None).geometry
