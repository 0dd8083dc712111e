"""The stand-in for Ollama speaks its protocol: read by the real client of it, line by line."""

from __future__ import annotations

import httpx
import pytest
from langchain_ollama import ChatOllama
from ollama import ResponseError

from tests.ollama.answers import RECORDED, Answer, calling, recorded, saying
from tests.ollama.server import Ollama, ollama

MODEL = "devstral:24b"
BROKEN = (httpx.RemoteProtocolError, ValueError, ResponseError)


def chat(served: Ollama, model: str = MODEL) -> ChatOllama:
    return ChatOllama(model=model, base_url=served.url, temperature=0)


def test_words_come_in_pieces_and_in_order() -> None:
    with ollama(saying(Answer(content="a long answer that takes several lines"))) as served:
        pieces = [part.text for part in chat(served).stream("hello")]
        assert "".join(pieces) == "a long answer that takes several lines"
        assert len([piece for piece in pieces if piece]) == 2
        assert served.asked[0].messages[-1]["content"] == "hello"


def test_tool_calls_have_their_arguments() -> None:
    with ollama(saying(calling("generate_image", user_input="a cat"))) as served:
        (call,) = chat(served).invoke("draw a cat").tool_calls
        assert (call["name"], call["args"]) == ("generate_image", {"user_input": "a cat"})


def test_answers_are_used_in_order_by_model_and_by_what_was_said() -> None:
    scenario = saying(
        Answer(model="other", content="other"),
        Answer(says="dragon", content="fire", times=None),
        Answer(content="once"),
        models=(MODEL, "other"),
    )
    with ollama(scenario) as served:
        said = [
            chat(served).invoke("hi").content,
            chat(served).invoke("a dragon").content,
            chat(served, "other").invoke("hi").content,
            chat(served).invoke("two dragons").content,
        ]
    assert said == ["once", "fire", "other", "fire"]


def test_a_model_that_is_not_there_is_a_404() -> None:
    with (
        ollama(saying()) as served,
        pytest.raises(Exception, match=r"model 'llama3' not found \(status code: 404\)"),
    ):
        chat(served, "llama3").invoke("hello")


def test_what_it_has_is_listed() -> None:
    with ollama(saying()) as served:
        tags = httpx.get(f"{served.url}/api/tags").json()
        about = httpx.post(f"{served.url}/api/show", json={"model": MODEL}).json()
    assert [m["name"] for m in tags["models"]] == [MODEL]
    assert "tools" in about["capabilities"]


@pytest.mark.parametrize(
    "bad",
    [
        Answer(content="half a sen", cut=True),
        Answer(raw=('{"message": {"content": "half',)),
        Answer(hangs_up=True),
        Answer(error="out of memory"),
    ],
)
def test_what_is_broken_arrives_broken(bad: Answer) -> None:
    with ollama(saying(bad)) as served, pytest.raises(BROKEN):
        chat(served).invoke("hello")


def test_a_client_that_leaves_an_endless_answer_is_noticed() -> None:
    with ollama(recorded("endless")) as served:
        stream = chat(served).stream("hello")
        assert "chair" in "".join(next(stream).text for _ in range(5))
        del stream
        served.wait_hung_up(1)


@pytest.mark.parametrize("name", sorted(path.stem for path in RECORDED.glob("*.json")))
def test_every_recorded_scenario_can_be_read(name: str) -> None:
    assert recorded(name).answers
