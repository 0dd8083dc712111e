"""All that is generated from the protocols says what they say: nobody forgot `make generated`.

The .proto files are read here, by their grammar as far as they use it: no compiler is needed.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.descriptor_pb2 import (
    DescriptorProto,
    EnumDescriptorProto,
    FieldDescriptorProto,
    FileDescriptorProto,
)

from gateway.sdk.python.scenestream_client import wire_v2_pb2 as sdk_pb
from schemas import wire_pb2, wire_v2_pb2

ROOT = Path(__file__).parents[2]
SCHEMAS, SDK = ROOT / "schemas", ROOT / "gateway/sdk"
REMEDY = "run `make generated`"
_TOKEN = re.compile(r'"[^"]*"|[\w.]+|[{}=;<>,]')
_FIELD = FieldDescriptorProto
Found = dict[str, Any]


def read(text: str) -> Found:
    """The messages and enums of a .proto file, each by its name: fields and values with their
    numbers, types, labels and oneofs."""
    tokens = iter(_TOKEN.findall(re.sub(r"//[^\n]*", "", text)))
    found: Found = {}
    for word in tokens:
        if word == "message":
            _message(next(tokens), tokens, found)
        elif word == "enum":
            _enum(next(tokens), tokens, found)
        else:  # syntax = …; package …;
            assert word in ("syntax", "package"), word
            while next(tokens) != ";":
                pass
    return found


def _message(name: str, tokens: Iterator[str], found: Found) -> None:
    fields: Found = {}
    found[name] = fields
    oneof = ""
    assert next(tokens) == "{"
    for word in tokens:
        if word == "}":
            if not oneof:
                return
            oneof = ""
        elif word in ("message", "enum"):
            inner = f"{name}.{next(tokens)}"
            (_message if word == "message" else _enum)(inner, tokens, found)
        elif word == "oneof":
            oneof = next(tokens)
            assert next(tokens) == "{"
        else:
            label = word if word in ("repeated", "optional") else ""
            kind = next(tokens) if label else word
            field, equals, number, end = (next(tokens) for _ in range(4))
            assert (equals, end) == ("=", ";"), (name, field)
            fields[field] = (int(number), kind.rpartition(".")[2], label, oneof)


def _enum(name: str, tokens: Iterator[str], found: Found) -> None:
    values: Found = {}
    found[name] = values
    assert next(tokens) == "{"
    for word in tokens:
        if word == "}":
            return
        equals, number, end = (next(tokens) for _ in range(3))
        assert (equals, end) == ("=", ";"), (name, word)
        values[word] = int(number)


def told(file: FileDescriptorProto) -> Found:
    """The same of a compiled file."""
    found: Found = {}
    _described("", file.message_type, file.enum_type, found)
    return found


def _described(
    above: str,
    messages: Iterable[DescriptorProto],
    enums: Iterable[EnumDescriptorProto],
    found: Found,
) -> None:
    for enum in enums:
        found[above + enum.name] = {value.name: value.number for value in enum.value}
    for message in messages:
        oneofs = [oneof.name for oneof in message.oneof_decl]
        found[above + message.name] = {
            f.name: (f.number, _kind(f), *_label(f, oneofs)) for f in message.field
        }
        _described(f"{above}{message.name}.", message.nested_type, message.enum_type, found)


def _kind(field: FieldDescriptorProto) -> str:
    if field.type_name:
        return str(field.type_name).rpartition(".")[2]
    return str(_FIELD.Type.Name(field.type)).removeprefix("TYPE_").lower()


def _label(field: FieldDescriptorProto, oneofs: list[str]) -> tuple[str, str]:
    if field.label == _FIELD.LABEL_REPEATED:
        return "repeated", ""
    if field.proto3_optional:
        return "optional", ""
    return "", oneofs[field.oneof_index] if field.HasField("oneof_index") else ""


def described(module: Any) -> FileDescriptorProto:
    return FileDescriptorProto.FromString(module.DESCRIPTOR.serialized_pb)


@pytest.mark.parametrize(
    ("source", "module"),
    [("wire.proto", wire_pb2), ("wire_v2.proto", wire_v2_pb2), ("wire_v2.proto", sdk_pb)],
    ids=["v1", "v2", "v2 of the Python client"],
)
def test_pythons_messages_are_those_of_the_protocol(source: str, module: Any) -> None:
    assert told(described(module)) == read((SCHEMAS / source).read_text("utf-8")), REMEDY


def test_the_reader_notices_every_kind_of_change() -> None:
    text = (SCHEMAS / "wire_v2.proto").read_text("utf-8")
    known = read(text)
    assert len(known) > 60
    for old, new in (
        ("uint32 revision = 1;", "uint64 revision = 1;"),
        ("optional string name = 7;", "string name = 7;"),
        ("repeated string removed = 5;", "string removed = 5;"),
        ("Taken taken = 34;", "Taken taken = 99;"),
        ("DISK = 4;", "DISC = 4;"),
        ("message Joined {", "message Company {"),
        ("  oneof kind {\n    Primitive", "  oneof sort {\n    Primitive"),
    ):
        assert old in text
        assert read(text.replace(old, new)) != known, new


def test_typescripts_messages_are_those_of_the_protocol() -> None:
    source = (SDK / "typescript/src/wire_v2_pb.ts").read_text("utf-8")
    (text,) = re.findall(r'fileDesc\("([^"]*)"\)', source)
    found = FileDescriptorProto.FromString(base64.b64decode(text + "=" * (-len(text) % 4)))
    assert told(found) == told(described(wire_v2_pb2)), REMEDY


def test_csharps_messages_are_those_of_the_protocol() -> None:
    source = (SDK / "unity/Runtime/Core/WireV2.cs").read_text("utf-8")
    (text,) = re.findall(r"FromBase64String\(\s*string\.Concat\((.*?)\)\)", source, re.DOTALL)
    data = base64.b64decode("".join(re.findall(r'"([^"]*)"', text)))
    assert FileDescriptorProto.FromString(data) == described(wire_v2_pb2), REMEDY


def test_the_types_of_both_copies_are_the_same_and_know_every_field() -> None:
    types = (SCHEMAS / "wire_v2_pb2.pyi").read_text("utf-8")
    assert (SDK / "python/scenestream_client/wire_v2_pb2.pyi").read_text("utf-8") == types, REMEDY
    for fields in told(described(wire_v2_pb2)).values():
        for field in fields:
            assert re.search(rf"^ +{field}: |^{field}: ", types, re.MULTILINE), f"{field}: {REMEDY}"
