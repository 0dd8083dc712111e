"""The geometry server's wire: a JSON list of requests in, one line of JSON for each out.

Pure. The members of a line and of its ``data``, and the texts of refusals, are the contract:
clients raise on a member that they do not know. What does not belong here: what becomes of an item.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from schemas.errors import BadInput, TooLarge
from schemas.geometry_events import Sam3d

PORT = 7000
BACKENDS = ("hunyuan3d", "sam3d")
REQUIRED = ("image_path", "output_dir", "prompt")
OPTIONAL = ("debug_folder", "output_filename", "backend", "sam3d_config", "scene_id")
ASKER = "scenestream-deployment"
"""The header by which one of our deployments says which it is, so that none asks itself."""
AGAIN = "ask again"
"""In an error of an item that may succeed when it is asked for again: the line has no member for
it, and may have none."""
MOST_ITEMS = 10_000
"""Items of one body."""


class BadBody(BadInput):
    """The body is no list of geometry requests; the message says what is wrong with it."""


class TooManyItems(TooLarge):
    """The body has more items than one batch may; send them in several."""


class BrokenAnswer(BadInput):
    """A line of the answer is not what the contract says; the server may be another one."""


@dataclass(frozen=True, slots=True)
class Item:
    """One request of a body. ``refused``: what is wrong with a value of it, "" for nothing: the
    item fails for that, and the others do not."""

    index: int
    image_path: str
    output_dir: str
    prompt: str
    debug_folder: str = ""
    output_filename: str = ""
    backend: str = BACKENDS[0]
    sam3d: Sam3d | None = None
    scene_id: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer: where the mesh of item ``index`` is, or why there is none."""

    index: int
    path: str = ""
    error: str = ""


def read_items(body: bytes) -> tuple[Item, ...]:
    """The items of a request's body. Raises ``BadBody`` with the contract's texts."""
    try:
        document = json.loads(body) if body.strip() else None
    except (ValueError, RecursionError) as broken:
        raise BadBody(f"Invalid JSON: {broken}") from broken
    if not document:
        raise BadBody("No JSON data provided")
    if not isinstance(document, list):
        raise BadBody("Expected a list of requests")
    if len(document) > MOST_ITEMS:
        raise TooManyItems(
            f"the list has {len(document):,} requests, the most is {MOST_ITEMS:,}; send several"
        )
    return tuple(_item(index, member) for index, member in enumerate(document))


def line(answer: Line) -> bytes:
    """The line as it is sent, its end included."""
    if answer.error:
        said = {"index": answer.index, "status": "error", "data": None, "error": answer.error}
    else:
        data = {"geometry_path": answer.path}
        said = {"index": answer.index, "status": "success", "data": data, "error": None}
    return json.dumps(said).encode() + b"\n"


def read_line(text: bytes) -> Line:
    """What a line says. Raises ``BrokenAnswer``."""
    try:
        said = json.loads(text)
        index, status = said["index"], said["status"]
        if status == "success":
            return Line(int(index), path=str(said["data"]["geometry_path"]))
        return Line(int(index), error=str(said["error"] or "it failed, and was not said why"))
    except (ValueError, KeyError, TypeError) as broken:
        raise BrokenAnswer(
            f"the server answered {text[:200]!r}; expected a line of JSON with an index, a status, "
            "data and an error"
        ) from broken


def may_pass(error: str) -> bool:
    """Whether an item's error says that it may succeed when it is asked for again."""
    return AGAIN in error


def _item(index: int, said: object) -> Item:
    if not isinstance(said, dict):
        raise BadBody(f"Request {index} is not an object")
    for name in REQUIRED:
        if name not in said:
            raise BadBody(f"Request {index} missing field: {name}")
    for name in said:
        if name not in REQUIRED + OPTIONAL:
            raise BadBody(f"Request {index} has an unknown field: {name}")
    texts = {name: value for name, value in said.items() if name != "sam3d_config"}
    given = {name: _text(index, name, value) for name, value in texts.items()}
    given = {name: value for name, value in given.items() if value or name in REQUIRED}
    backend = given.get("backend", BACKENDS[0])
    refused = ""
    if backend not in BACKENDS:
        refused = f"Unknown backend: {backend}; known are {', '.join(BACKENDS)}"
    sam3d, wrong = _sam3d(index, said.get("sam3d_config"))
    return Item(index=index, **given, sam3d=sam3d, refused=refused or wrong)


def _text(index: int, name: str, value: object) -> str:
    if value is None and name in OPTIONAL:
        return ""
    if not isinstance(value, str):
        raise BadBody(f"Request {index} field {name}: expected a string, got {_kind(value)}")
    return value


def _sam3d(index: int, said: object) -> tuple[Sam3d | None, str]:
    """The configuration, and what is wrong with a value of it.

    A member that is unknown or of another type is the program's mistake and refuses the body.
    """
    if said is None:
        return None, ""
    if not isinstance(said, Mapping):
        raise BadBody(f"Request {index} field sam3d_config: expected an object, got {_kind(said)}")
    try:
        given = {name: value for name, value in said.items() if value is not None}
        return Sam3d.model_validate(given, strict=True), ""
    except ValidationError as wrong:
        first: Any = wrong.errors(include_url=False)[0]
        name, kind = ".".join(str(part) for part in first["loc"]), str(first["type"])
        told = f"sam3d_config.{name}: {first['msg']}"
        if kind == "extra_forbidden":
            known = ", ".join(Sam3d.model_fields)
            raise BadBody(
                f"Request {index} has an unknown field: sam3d_config.{name} (known are {known})"
            ) from wrong
        if kind.endswith("_type"):
            raise BadBody(f"Request {index} field {told}") from wrong
        return None, f"{told}; got {first['input']!r}"


def _kind(value: object) -> str:
    """What a JSON value is, in JSON's own words."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "a list"
        case _:
            return "an object"
