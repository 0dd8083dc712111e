"""The protocol as an AsyncAPI document, made from the descriptors and comments of the proto file.

``schemas/wire_v2.proto`` is the contract; this says the same in a form that tools read: each frame,
each message in it, each field with its number, in the words of the file's comments. Generated
code holds no comments, so the file itself is read for them.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor

from schemas import wire_v2_pb2 as pb

Json = dict[str, Any]
_DECLARED = re.compile(r"(?:message|enum|oneof) (\w+) \{")
_FIELD = re.compile(r"(?:(?:repeated|optional) )?(?:[\w.]+ )?(\w+) = \d+;")
_NUMBERS = {
    FieldDescriptor.TYPE_DOUBLE: "double", FieldDescriptor.TYPE_FLOAT: "float",
    FieldDescriptor.TYPE_UINT32: "uint32", FieldDescriptor.TYPE_INT32: "int32",
}  # fmt: skip
_WIDE = {
    FieldDescriptor.TYPE_INT64: "int64", FieldDescriptor.TYPE_UINT64: "uint64",
    FieldDescriptor.TYPE_FIXED64: "uint64",
}  # fmt: skip
"""Numbers that the JSON form of Protocol Buffers writes as text."""


@cache
def document() -> Json:
    """The AsyncAPI 3.0 document. Shared: do not change it."""
    said = comments(source())
    commands, events = pb.ClientFrame.DESCRIPTOR, pb.ServerFrame.DESCRIPTOR
    schemas: Json = {}
    for frame in (commands, events):
        _describe(frame, said, schemas)
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "scenestream.v2",
            "version": "2",
            "description": said.get("", ""),
        },
        "defaultContentType": "application/x-protobuf",
        "channels": {
            "session": {
                "address": "/",
                "title": "One session, over a WebSocket of the subprotocol scenestream.v2",
                "messages": {
                    "command": {"$ref": "#/components/messages/ClientFrame"},
                    "event": {"$ref": "#/components/messages/ServerFrame"},
                },
                "bindings": {"ws": {"method": "GET", "bindingVersion": "0.1.0"}},
            }
        },
        "operations": {
            "take": _operation("receive", "command", "What clients send"),
            "tell": _operation("send", "event", "What clients are told"),
        },
        "components": {
            "messages": {frame.name: _message(frame, said) for frame in (commands, events)},
            "schemas": dict(sorted(schemas.items())),
        },
    }


def source() -> str:
    """The proto file's text."""
    return files("schemas").joinpath("wire_v2.proto").read_text("utf-8")


def comments(text: str) -> dict[str, str]:
    """What the file says of each message, enum, oneof and field, by its full name within the
    package; "" for what it says of itself."""
    found: dict[str, str] = {}
    inside: list[str] = []
    waiting: list[str] = []
    for line in (line.strip() for line in text.splitlines()):
        declared, field = _DECLARED.match(line), _FIELD.match(line)
        if line.startswith("//"):
            waiting.append(line.removeprefix("//").strip())
            continue
        if line.startswith("syntax"):
            found[""] = _joined(waiting)
        name = declared or field
        if name is not None:
            # A oneof is no part of its fields' names.
            path = [n for n in inside if n] + [name[1]]
            if waiting:
                found[".".join(path)] = _joined(waiting)
        if declared is not None:
            inside.append("" if line.startswith("oneof") else declared[1])
            if line.endswith("}"):
                inside.pop()
        elif line == "}":
            inside.pop()
        waiting = []
    return found


def _joined(lines: list[str]) -> str:
    blocks = "\n".join(lines).split("\n\n")
    return "\n\n".join(" ".join(block.split()) for block in blocks if block.strip())


def _operation(action: str, message: str, title: str) -> Json:
    return {
        "action": action,
        "title": title,
        "channel": {"$ref": "#/channels/session"},
        "messages": [{"$ref": f"#/channels/session/messages/{message}"}],
    }


def _message(frame: Descriptor, said: dict[str, str]) -> Json:
    return {
        "name": frame.name,
        "contentType": "application/x-protobuf",
        "summary": said.get(frame.name, ""),
        "payload": {"$ref": f"#/components/schemas/{frame.name}"},
    }


def _describe(of: Descriptor, said: dict[str, str], schemas: Json) -> None:
    """Put ``of``, and every message and enum that it leads to, into ``schemas``."""
    name = _name(of)
    if name in schemas:
        return
    told: Json = {"type": "object"}
    schemas[name] = told
    if name in said:
        told["description"] = said[name]
    told["properties"] = {f.json_name: _field(f, name, said) for f in of.fields}
    choices = [sorted(f.json_name for f in group.fields) for group in of.oneofs]
    told["x-oneofs"] = [choice for choice in choices if len(choice) > 1]
    if not told["x-oneofs"]:
        del told["x-oneofs"]
    for field in of.fields:
        if field.message_type is not None:
            _describe(field.message_type, said, schemas)
        elif field.enum_type is not None:
            schemas[_name(field.enum_type)] = _enum(field.enum_type, said)


def _enum(of: EnumDescriptor, said: dict[str, str]) -> Json:
    name = _name(of)
    told: Json = {"type": "string", "enum": [value.name for value in of.values]}
    told["x-numbers"] = {value.name: value.number for value in of.values}
    words = [said.get(name, "")]
    words += [
        f"{v.name}: {said[f'{name}.{v.name}']}" for v in of.values if f"{name}.{v.name}" in said
    ]
    if any(words):
        told["description"] = " ".join(word for word in words if word)
    return told


def _field(of: FieldDescriptor, owner: str, said: dict[str, str]) -> Json:
    told = _kind(of)
    if of.is_repeated:
        told = {"type": "array", "items": told}
    words = said.get(f"{owner}.{of.name}")
    if words:
        told = {"description": words, **({"allOf": [told]} if "$ref" in told else told)}
    return {**told, "x-field": of.number} if "$ref" not in told else {
        "allOf": [told], "x-field": of.number,
    }  # fmt: skip


def _kind(of: FieldDescriptor) -> Json:
    named = of.message_type or of.enum_type
    if named is not None:
        return {"$ref": f"#/components/schemas/{_name(named)}"}
    if of.type == FieldDescriptor.TYPE_BOOL:
        return {"type": "boolean"}
    if of.type == FieldDescriptor.TYPE_BYTES:
        return {"type": "string", "format": "byte"}
    if of.type in _WIDE:
        return {"type": "string", "format": _WIDE[of.type]}
    if of.type in _NUMBERS:
        whole = "int" in _NUMBERS[of.type]
        return {"type": "integer" if whole else "number", "format": _NUMBERS[of.type]}
    return {"type": "string"}


def _name(of: Descriptor | EnumDescriptor) -> str:
    return str(of.full_name).removeprefix(f"{pb.DESCRIPTOR.package}.")
