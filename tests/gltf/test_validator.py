"""The harness itself: it finds fault with what is broken, and none with what is not."""

from __future__ import annotations

import json
import struct
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.gltf.validator import validate

TRIANGLE = struct.pack("<9f", 0, 0, 0, 1, 0, 0, 0, 1, 0)


def document() -> dict[str, Any]:
    """One triangle, one node, one scene."""
    return {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
        "accessors": [
            {
                "bufferView": 0,
                "componentType": 5126,
                "count": 3,
                "type": "VEC3",
                "min": [0, 0, 0],
                "max": [1, 1, 0],
            }
        ],
        "bufferViews": [{"buffer": 0, "byteLength": len(TRIANGLE), "target": 34962}],
        "buffers": [{"byteLength": len(TRIANGLE)}],
    }


def glb(document: dict[str, Any], binary: bytes = TRIANGLE) -> bytes:
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text
    chunks += struct.pack("<I4s", len(binary), b"BIN\0") + binary
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks


def test_a_minimal_good_glb_is_faultless() -> None:
    report = validate(glb(document()))
    assert (report.errors, report.warnings, report.messages) == (0, 0, ())


def test_bounds_that_do_not_fit_are_errors() -> None:
    broken = document()
    broken["accessors"][0]["max"] = [9, 9, 9]
    report = validate(glb(broken))
    assert report.errors == 3
    assert "ACCESSOR_MAX_MISMATCH" in report.messages[0]


def test_a_buffer_cut_short_is_an_error() -> None:
    assert validate(glb(document(), TRIANGLE[:12])).errors > 0


def test_a_file_cut_short_is_an_error() -> None:
    assert validate(glb(document())[:-8]).errors > 0


@pytest.mark.parametrize("data", [b"", b"glTF", b"no model at all", b"\x00" * 64])
def test_what_is_no_asset_is_an_error(data: bytes) -> None:
    assert validate(data).errors == 1


def test_a_node_without_use_is_told_but_is_no_error() -> None:
    wordy = document()
    wordy["nodes"].append({})
    report = validate(glb(wordy))
    assert report.errors == 0
    assert report.infos > 0


def test_many_at_once_get_each_its_own_answer() -> None:
    broken = document()
    broken["accessors"][0]["max"] = [9, 9, 9]
    assets = [glb(document()), glb(broken)] * 10
    with ThreadPoolExecutor(4) as pool:
        assert [report.errors for report in pool.map(validate, assets)] == [0, 3] * 10


def test_an_asset_larger_than_a_pipe_gets_through() -> None:
    large = TRIANGLE + bytes(4 << 20)
    roomy = document()
    roomy["buffers"][0]["byteLength"] = len(large)
    assert validate(glb(roomy, large)).errors == 0
