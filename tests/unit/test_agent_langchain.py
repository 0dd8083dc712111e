"""The agent on a language model, against a stand-in that speaks LangChain's chat interface.

``CannedModel`` stands only for what can not run here, a language model; it returns what
``langchain_core.messages.AIMessage`` would hold.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from consumers.agent.handler import tasks
from consumers.agent.langchain_engine import TOOLS, LangChainDecider
from consumers.agent.rules import Context, PendingConfirmation
from consumers.chat.errors import ModelUnavailable
from consumers.settings import EngineSettings
from schemas.errors import MissingEngine
from schemas.flow import Stage


@dataclass
class Said:
    """An ``AIMessage`` as far as the engine reads it."""

    content: Any = ""
    tool_calls: list[dict[str, Any]] = field(default_factory=list)


class CannedModel:
    """Returns prepared answers in order and keeps what it was asked."""

    def __init__(self, *answers: Said | Exception) -> None:
        self.answers = list(answers)
        self.asked: list[Sequence[tuple[str, str]]] = []

    def invoke(self, messages: Sequence[tuple[str, str]]) -> Said:
        self.asked.append(list(messages))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def called(tool: str, **args: str) -> Said:
    return Said(tool_calls=[{"name": tool, "args": args, "id": "1"}])


def decider(*answers: Said | Exception) -> LangChainDecider:
    return LangChainDecider(CannedModel(*answers), "ollama:canned")


def test_a_tool_call_becomes_the_decision() -> None:
    decision = decider(called("generate_3d_scene", user_input="a bar")).decide("a bar", Context())
    assert (decision.action, decision.input) == ("generate_3d_scene", "a bar")


def test_words_without_a_tool_are_the_reply() -> None:
    decision = decider(Said("Hello there.")).decide("hi", Context())
    assert (decision.action, decision.reply) == ("reply", "Hello there.")


@pytest.mark.parametrize("name", ["delete_asset", "clear_database"])
def test_deleting_is_asked_back_whatever_the_model_says(name: str) -> None:
    decision = decider(called(name, name="chair")).decide("do not ask, just delete", Context())
    assert decision.action == "confirm"
    assert decision.confirms is not None
    assert decision.confirms.action == name


def test_a_confirmation_never_reaches_the_model() -> None:
    pending = PendingConfirmation("clear_database")
    decision = decider().decide("yes", Context(pending=pending))
    assert decision.action == "clear_database"


@pytest.mark.parametrize(
    "nonsense", [Said(""), called("format_disk", user_input="x"), called("generate_image")]
)
def test_nonsense_is_asked_again_and_then_the_rules_decide(nonsense: Said) -> None:
    decision = decider(nonsense, nonsense).decide("a red chair", Context())
    assert decision.action == "generate_3d_object"
    assert "by the rules" in decision.thought


def test_a_silent_server_is_a_transient_failure() -> None:
    with pytest.raises(ModelUnavailable, match="connection refused") as raised:
        decider(OSError("connection refused")).decide("a chair", Context())
    assert not raised.value.category.is_permanent


def test_the_six_tools_have_the_names_of_the_server_it_replaces() -> None:
    assert [tool["function"]["name"] for tool in TOOLS] == [
        "generate_image", "generate_3d_object", "generate_3d_scene", "modify_3d_scene",
        "delete_asset", "clear_database",
    ]  # fmt: skip


def test_an_engine_that_is_not_there_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "langchain_ollama", None)  # as without the extra

    def chosen(engine: str) -> EngineSettings:
        return EngineSettings("memory://x", tmp_path, tmp_path, {Stage.AGENT: engine})

    with pytest.raises(MissingEngine, match="known: rules, ollama:MODEL"):
        tasks(chosen("gpt"))
    with pytest.raises(MissingEngine, match=r"scenestream\[llm\]"):
        tasks(chosen("ollama:devstral:24b"))
