"""Every path that the OpenAPI document names answers as it says, with an answer of that form."""

from __future__ import annotations

from typing import Any

from tests.integration.gateways_v2 import Place, S
from tests.integration.pasts import begin
from tests.integration.test_gateway_http import http
from tests.integration.test_gateway_http import place as place

__all__ = ["place"]

STREAMS = {"/sessions/{session}/events", "/model/token-stream"}
"""What does not end by itself; others test it."""
BODIES: dict[str, Any] = {
    "/sessions": {"client": "a test"},
    "/sessions/{session}/commands": {"text": {"text": "a room"}},
    "/sessions/{session}/invitations": {"gives": "reader"},
    "/broadcasts": {"text": "We restart at noon."},
}
VALUES = {"session": S, "wish": "none", "sha256": "0" * 64, "page": ""}
NOT_THERE = {
    "/sessions/{session}/requests/{wish}": (404, "NotFound"),
    "/artifacts/{sha256}": (403, "BadSignature"),
}
KINDS: dict[str, Any] = {
    "object": dict, "array": list, "string": str, "integer": int, "number": float, "boolean": bool,
}  # fmt: skip


def fits(value: Any, schema: dict[str, Any], whole: dict[str, Any]) -> bool:
    """Whether a JSON value has the form of a schema, as far as such documents here go."""
    if "$ref" in schema:
        return fits(value, whole["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]], whole)
    if "anyOf" in schema:
        return any(fits(value, one, whole) for one in schema["anyOf"])
    kind = schema.get("type")
    if kind == "null" or kind is None:
        return value is None or kind is None
    if not isinstance(value, KINDS[kind]):
        return False
    if kind == "array":
        return all(fits(item, schema.get("items", {}), whole) for item in value)
    if kind == "object":
        known = schema.get("properties", {})
        missing = set(schema.get("required", ())) - set(value)
        return not missing and all(fits(v, known.get(k, {}), whole) for k, v in value.items())
    return True


async def test_every_documented_path_answers_as_it_is_documented(place: Place) -> None:
    await begin(place.log, S)
    document = (await http(place, "GET", "/openapi.json")).json
    called = 0
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            if path in STREAMS:
                continue
            url = path
            for name, value in VALUES.items():
                url = url.replace(f"{{{name}}}", value)
            assert "{" not in url, f"give {path} a value here"
            told = await http(place, method.upper(), url, BODIES.get(path))
            if path in NOT_THERE:
                assert (told.status, told.json["code"]) == NOT_THERE[path], path
                said = operation["responses"]["default"]
            else:
                assert str(told.status) in operation["responses"], (method, path, told.body)
                said = operation["responses"][str(told.status)]
            kind = told.headers["content-type"].partition(";")[0]
            content = said.get("content", {kind: {}})
            assert kind in content, (path, kind)
            if kind == "application/json":
                assert fits(told.json, content[kind].get("schema", {}), document), (path, told.json)
            called += 1
    assert called >= 12


async def test_errors_are_documented_in_the_form_that_they_have(place: Place) -> None:
    document = (await http(place, "GET", "/openapi.json")).json
    assert "422" not in str([o["responses"].keys() for p in document["paths"].values()
                             for o in p.values()])  # fmt: skip
    told = await http(place, "GET", "/sessions?limit=no")
    assert told.status == 400
    assert fits(told.json, {"$ref": "x/Error"}, document)
    assert not fits({"error": 5}, {"$ref": "x/Error"}, document)


async def test_the_protocol_is_told_as_asyncapi(place: Place) -> None:
    told = (await http(place, "GET", "/asyncapi.json")).json
    assert told["asyncapi"] == "3.0.0"
    assert "ServerFrame" in told["components"]["schemas"]
