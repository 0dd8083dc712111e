"""Models of any provider of LangChain's, on the chat models that LangChain itself has for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import langchain.chat_models
import pytest
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage
from pydantic import BaseModel

from consumers.chat.asking import ask
from consumers.chat.errors import ModelUnavailable
from consumers.chat.models import PATIENCE_S, ChatModel, chat_model, why_not
from consumers.names import ENGINES
from consumers.registry import is_engine
from ops import settings
from ops.settings_errors import BadSetting
from schemas.flow import Stage


class Thing(BaseModel):
    name: str


def canned(*answers: AIMessage) -> GenericFakeChatModel:
    return GenericFakeChatModel(messages=iter(answers))


def test_any_providers_model_is_asked_in_the_same_way() -> None:
    model = ChatModel("mistralai:large", canned(AIMessage('Here: {"name": "a chair"}')))
    assert ask(model, Thing, [("human", "a chair")]).value == Thing(name="a chair")


def test_thoughts_in_blocks_are_kept_apart() -> None:
    blocks: list[str | dict[str, Any]] = [
        {"type": "reasoning", "reasoning": "one chair"},
        {"type": "text", "text": '{"name": "chair"}'},
    ]

    class Blocks:
        def stream(self, messages: object, **options: object) -> Any:
            yield AIMessage(content=blocks)

    pieces = list(ChatModel("anthropic:large", Blocks()).stream([("human", "a chair")], Thing))
    assert [(p.words, p.thought) for p in pieces] == [('{"name": "chair"}', "one chair")]


def test_a_provider_gets_what_langchain_calls_standard(monkeypatch: pytest.MonkeyPatch) -> None:
    got: dict[str, Any] = {}

    def made(model: str, **options: Any) -> GenericFakeChatModel:
        got.update(options, model=model)
        return canned()

    monkeypatch.setattr(langchain.chat_models, "init_chat_model", made)
    chat_model("openai:gpt-x", seed=7)
    assert got == {
        "model": "gpt-x", "model_provider": "openai", "temperature": 0, "timeout": PATIENCE_S,
        "max_retries": 0, "seed": 7,
    }  # fmt: skip


def test_a_provider_that_fails_tells_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret-0123456789")

    class Failing:
        def stream(self, messages: object, **options: object) -> Any:
            raise OSError("no route to https://me:sk-very-secret-0123456789@models.example")

    with pytest.raises(ModelUnavailable) as raised:
        ask(ChatModel("openai:gpt-x", Failing()), Thing, [("human", "a chair")])
    assert "secret" not in str(raised.value)


def test_the_doctor_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLLAMA_HOST", "http://127.0.0.1:9")
    assert "check that its server runs" in why_not("ollama:llama3.1")
    assert "pip install" in why_not("groq:llama")


@pytest.mark.parametrize("stage", settings.ON_MODELS)
def test_stages_on_models_take_any_provider_by_name(stage: Stage) -> None:
    assert is_engine(stage, "ollama:deepseek-r1:32b")
    assert is_engine(stage, "anthropic:some-model")
    assert not is_engine(stage, "anthropic")
    assert not is_engine(stage, "acme:model")


def test_no_other_stage_is_on_a_model() -> None:
    named = {stage for stage, engines in ENGINES.items() if "ollama:MODEL" in engines}
    assert named == set(settings.ON_MODELS)


def test_a_model_is_given_up_before_its_steps_deadline(tmp_path: Path) -> None:
    assert settings.MODEL_S == PATIENCE_S
    on_model = ("decompose=ollama:x",)
    settings.read({"SCENESTREAM_MODEL_S": "299"}, data=str(tmp_path), engines=on_model)
    settings.read({"SCENESTREAM_MODEL_S": "300"}, data=str(tmp_path))
    with pytest.raises(BadSetting, match=r"\[retry.decompose\] deadline_s 300"):
        settings.read({"SCENESTREAM_MODEL_S": "300"}, data=str(tmp_path), engines=on_model)
