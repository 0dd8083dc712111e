"""What a model wrote, as a value: its thoughts apart, the JSON found in what is around it. Pure."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from math import isfinite
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ValidationError

from consumers.chat.cleaning import clean
from consumers.chat.errors import UselessAnswer
from consumers.chat.tokens import NONE, Tokens

T = TypeVar("T", bound=BaseModel)

MOST_ERRORS = 8
MOST_STARTS = 20
"""Places of an answer where a JSON object may begin that are looked at."""
_THOUGHT = re.compile(r"<think(?:ing)?>(.*?)(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_HALF_THOUGHT = re.compile(r"\A(.*?)</think(?:ing)?>", re.DOTALL | re.IGNORECASE)
_FENCE = re.compile(r"```(?:json|JSON)?\s*\n?(.*?)(?:```|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Said:
    """``words``: what was answered; ``thought``: what the model thought aloud before it;
    ``tokens``: what the server says that it took."""

    words: str
    thought: str = ""
    tokens: Tokens = NONE


def apart(text: str) -> Said:
    """Words and thoughts of what a model wrote; a template may have swallowed the first tag."""
    thoughts = [m.group(1).strip() for m in _THOUGHT.finditer(text)]
    words = _THOUGHT.sub("", text)
    half = _HALF_THOUGHT.match(words)
    if half:
        thoughts.append(half.group(1).strip())
        words = words[half.end() :]
    return Said(words.strip(), "\n".join(t for t in thoughts if t))


def parsed(words: str, schema: type[T]) -> T:
    """The first JSON object in ``words`` that fits ``schema``. Raises ``UselessAnswer``, which
    says in words for the model what is wrong."""
    if not words.strip():
        raise UselessAnswer("the answer was empty; answer with one JSON object")
    wrong: UselessAnswer | None = None
    for document in _documents(words):
        try:
            return schema.model_validate(document)
        except ValidationError as failed:
            wrong = wrong or UselessAnswer(_told(failed))
    if wrong is not None:
        raise wrong
    raise UselessAnswer(_why_none(words))


def _documents(words: str) -> list[dict[str, Any]]:
    """The JSON objects of an answer, those in a fence first."""
    found = [d for m in _FENCE.finditer(words) for d in _objects(m.group(1))]
    return found or _objects(words)


def _objects(text: str) -> list[dict[str, Any]]:
    objects: list[dict[str, Any]] = []
    at, starts = text.find("{"), 0
    while at >= 0 and starts < MOST_STARTS:
        starts += 1
        try:
            value, end = _DECODER.raw_decode(text, at)
            objects.append(_whole(value))
        except (ValueError, RecursionError):
            end = at + 1
        at = text.find("{", end)
    return objects


def _whole(value: Any) -> Any:
    """``value`` with every text in it ``clean``."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_whole(member) for member in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(member) for key, member in value.items()}
    return value


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _number(digits: str) -> float:
    value = float(digits)
    if not isfinite(value):
        raise ValueError(f"{digits[:20]} is no number anybody can use")
    return value


_DECODER = json.JSONDecoder(parse_constant=_no_number, parse_float=_number)


def _why_none(words: str) -> str:
    at = words.find("{")
    if at < 0:
        return "there was no JSON object in the answer; answer with one and nothing else"
    try:
        _DECODER.raw_decode(words, at)
    except RecursionError:
        return "the JSON is nested too deeply; keep to the schema"
    except json.JSONDecodeError as failed:
        ended = failed.pos >= len(words.rstrip()) - 1 or failed.msg.startswith("Unterminated")
        what = "the JSON ended before it was complete" if ended else f"no valid JSON: {failed.msg}"
        return f"{what}, near {words[max(0, failed.pos - 30) : failed.pos]!r}; write it whole"
    except ValueError as failed:
        return f"no valid JSON: {str(failed)[:100]}; write plain numbers"
    return "there was no JSON object in the answer; answer with one and nothing else"


def _told(failed: ValidationError) -> str:
    told = [
        f"{'.'.join(str(part) for part in error['loc'])[:80] or 'the object'}: {error['msg'][:160]}"
        for error in failed.errors(include_url=False, include_input=False)[:MOST_ERRORS]
    ]
    return f"it does not fit the schema: {'; '.join(told)}"
