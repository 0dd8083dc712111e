"""What the server of ``tests.ollama`` answers: scenarios, from files or made in a test.

A scenario's file (``recorded/NAME.json``) holds ``models`` that the server has, their
``capabilities``, and ``answers``. Each chat gets the first answer that fits it and is not used up.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

RECORDED = Path(__file__).parent / "recorded"
CHUNK_CHARS = 24
"""Characters of an answer's text that one line of the stream holds."""


class Answer(BaseModel):
    """One answer, good or bad.

    Which chats it is for: those of ``model``, in whose messages the pattern ``says`` is found;
    ``times``: how often, None for ever. What it says: ``thinking``, ``content``, ``tool_calls`` as
    ``[name, arguments]``. ``filler``: characters of padding in addition; with ``endless`` its text
    goes on for ever. How it goes wrong: ``error`` with ``status`` in place of an answer;
    ``hangs_up`` before one; ``raw`` lines after it in place of the last; ``cut`` before the last
    line; ``after_s`` before its first, ``pause_s`` between all; ``held`` until the test lets go.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: str = ""
    says: str = ""
    times: int | None = 1
    thinking: str = ""
    content: str = ""
    tool_calls: tuple[tuple[str, Any], ...] = ()
    filler: int = 0
    endless: bool = False
    error: str = ""
    status: int = 500
    hangs_up: bool = False
    raw: tuple[str, ...] = ()
    cut: bool = False
    after_s: float = 0.0
    pause_s: float = 0.0
    held: bool = False
    done_reason: str = "stop"

    def fits(self, model: str, text: str) -> bool:
        """Whether it is for a chat of ``model`` that said ``text``."""
        return self.model in ("", model) and re.search(self.says, text) is not None

    def messages(self) -> Iterator[dict[str, Any]]:
        """The message of each line of the stream."""
        if self.thinking:
            yield {"thinking": self.thinking}
        for at in range(0, len(self.content), CHUNK_CHARS):
            yield {"content": self.content[at : at + CHUNK_CHARS]}
        for at in range(0, self.filler, 4096):
            yield {"content": "a" * min(4096, self.filler - at)}
        if self.tool_calls:
            yield {
                "tool_calls": [
                    {"function": {"name": name, "arguments": arguments}}
                    for name, arguments in self.tool_calls
                ]
            }
        while self.endless:
            yield {"content": self.content or "and so on "}


class Scenario(BaseModel):
    """What the server has and says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    models: tuple[str, ...] = ("devstral:24b",)
    capabilities: tuple[str, ...] = ("completion", "tools")
    answers: tuple[Answer, ...] = Field(default=())


def saying(*answers: Answer, models: tuple[str, ...] = ("devstral:24b",)) -> Scenario:
    """A scenario made in a test."""
    return Scenario(models=models, answers=answers)


def calling(tool: str, **arguments: Any) -> Answer:
    """An answer that calls one tool."""
    return Answer(tool_calls=((tool, arguments),))


def recorded(name: str) -> Scenario:
    """The scenario of a file."""
    return Scenario.model_validate(json.loads((RECORDED / f"{name}.json").read_text("utf-8")))
