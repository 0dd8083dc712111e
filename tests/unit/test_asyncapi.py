"""The AsyncAPI document says what the proto file says, and the file here is the present one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from gateway.v2.asyncapi import comments, document, source
from schemas import wire_v2_pb2 as pb

FILE = Path(__file__).parents[2] / "schemas" / "wire_v2.asyncapi.json"


def test_the_file_checked_in_is_the_present_one() -> None:
    remedy = "run python -m ops.asyncapi > schemas/wire_v2.asyncapi.json"
    assert json.loads(FILE.read_text("utf-8")) == document(), remedy


def test_every_field_of_every_message_is_there_with_its_number() -> None:
    schemas = document()["components"]["schemas"]
    seen = set()
    for name, said in schemas.items():
        for field in said.get("properties", {}).values():
            assert field["x-field"] > 0, name
            seen.add(name)
    frame = pb.ServerFrame.DESCRIPTOR
    told = schemas["ServerFrame"]["properties"]
    assert {f.json_name: f.number for f in frame.fields} == {
        name: field["x-field"] for name, field in told.items()
    }
    assert seen >= {"Node", "View", "View.Selection", "ClientFrame", "Skybox.Sun"}


def test_every_reference_leads_somewhere() -> None:
    whole = document()

    def check(told: Any) -> None:
        if isinstance(told, dict):
            if "$ref" in told:
                there: Any = whole
                for part in told["$ref"].removeprefix("#/").split("/"):
                    there = there[part]
            for member in told.values():
                check(member)
        elif isinstance(told, list):
            for member in told:
                check(member)

    check(whole)


def test_comments_are_found_where_they_stand() -> None:
    said = comments(source())
    assert said[""].startswith("scenestream.v2: a scene that grows")
    assert said["View.Selection.only"] == "The others are hidden meanwhile."
    assert said["Hello.cursor"].startswith("Of the last frame that was applied")
    schemas = document()["components"]["schemas"]
    assert schemas["Node"]["properties"]["parent"]["description"] == "Empty: a root."
    assert "INLINE: Each asset's bytes" in schemas["Hello.Delivery"]["description"]


def test_one_of_several_is_said() -> None:
    schemas = document()["components"]["schemas"]
    assert schemas["Playback"]["x-oneofs"] == [["paused", "step"]]
