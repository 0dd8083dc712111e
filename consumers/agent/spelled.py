"""Tool calls that a model wrote into its words, as models do that were taught another form of them.

An answer that is a call and nothing else is taken for one; what it asks for passes the same checks
as any. What only looks like one is told to the model, never to the person. Pure.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from consumers.agent.tools import NAMES, VIEW, NotTaken

_TOOLS = "|".join((*NAMES, VIEW))
_TAGS = re.compile(
    r"</?(?:tool_calls?|function_calls?|functioncall|tool|tools|call)>|\[/?TOOL_CALLS?\]"
    r"|<\|(?:python_tag|tool_call|tool_calls|eom_id|eot_id)\|>|```(?:json|tool_call|tool_code)?"
    r"|</?function(?:=\w+)?>",
    re.IGNORECASE,
)
_WRITTEN = re.compile(rf"\s*({_TOOLS})\s*\((.*)\)\s*;?\s*", re.DOTALL)
_GIVEN = re.compile(r"""\s*(?:\w+\s*=\s*)?(["'])(.*)\1\s*,?\s*""", re.DOTALL)
_LOOKS_LIKE_ONE = re.compile(
    rf"\b(?:{_TOOLS})\s*\(|[\"'](?:name|tool|function)[\"']\s*:\s*[\"'{{]|<\|?tool_call|\[TOOL_CALL",
    re.IGNORECASE,
)
_NAME = ("name", "tool", "tool_name", "function", "action")
_ARGUMENTS = ("arguments", "parameters", "args", "input", "action_input", "tool_input")
_SEVERAL = ("tool_calls", "calls", "tools")

PLAINLY = "a tool was written into the words; call it as a tool, or answer in plain words"
NO_DATA = "the answer was JSON; call one of the tools, or answer in plain words"
MOST_READ = 12_000
"""Characters of an answer that may be a call."""


def spelled_calls(words: str) -> list[dict[str, Any]]:
    """The calls that ``words`` are, as a provider would give them; [] where they are none.

    Raises ``NotTaken`` where they look like one, or are data, and can not be read.
    """
    if len(words) > MOST_READ:
        return []
    bare = _TAGS.sub(" ", words).strip()
    written = _WRITTEN.fullmatch(bare)
    if written is not None:
        return [_written(written.group(1), written.group(2))]
    data = _data(bare) if bare[:1] in ("{", "[") else None
    if data is not None:
        return _called(data)
    if _LOOKS_LIKE_ONE.search(words):
        raise NotTaken(PLAINLY)
    return []


def _written(name: str, given: str) -> dict[str, Any]:
    """``modify_3d_scene(user_input="add a lamp")``."""
    found = _GIVEN.fullmatch(given)
    if found is None and given.strip():
        raise NotTaken(PLAINLY)
    argument = "name" if name == "delete_asset" else "user_input"
    return {"name": name, "args": {argument: found.group(2)} if found else {}}


def _data(text: str) -> list[Any] | None:
    """The JSON values that ``text`` is, one after the other; None where it is more or less."""
    decoder, values, at = json.JSONDecoder(), list[Any](), 0
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return None
        values += value if isinstance(value, list) else [value]
        while text[at : at + 1] in (" ", "\n", ",", ";", "\r", "\t"):
            at += 1
    return values


def _called(values: list[Any]) -> list[dict[str, Any]]:
    listed = [v for value in values for v in _listed(value)]
    if not listed or not all(isinstance(v, Mapping) for v in listed):
        raise NotTaken(NO_DATA)
    return [_one(value) for value in listed]


def _listed(value: Any) -> list[Any]:
    for key in _SEVERAL:
        inner = value.get(key) if isinstance(value, Mapping) else None
        if isinstance(inner, list):
            return inner
    return [value]


def _one(value: Mapping[str, Any]) -> dict[str, Any]:
    inner = value.get("function")
    if isinstance(inner, Mapping):
        value = inner
    name = next((value[k] for k in _NAME if isinstance(value.get(k), str)), "")
    if name not in (*NAMES, VIEW):
        raise NotTaken(NO_DATA if not name else f"there is no tool {name[:60]!r}")
    arguments: Any = next((value[k] for k in _ARGUMENTS if k in value), {})
    if isinstance(arguments, str):
        parsed = _data(arguments)
        arguments = parsed[0] if parsed else {"user_input": arguments, "name": arguments}
    return {"name": name, "args": arguments}
